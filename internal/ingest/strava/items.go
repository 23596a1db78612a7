package strava

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/feed"
	"footprint/internal/ingest/jsonstream"
	"footprint/internal/ingest/strava/track"
)

const (
	privacyPage = "https://www.strava.com/settings/privacy"
	appsPage    = "https://www.strava.com/settings/apps"
)

func one(it footprint.Item) []footprint.Item { return []footprint.Item{it} }

func athlete(id string) string { return "https://www.strava.com/athletes/" + id }

func profile(r *reader, c cells) []footprint.Item {
	o := &r.X.Owner
	o.ID, o.Name = c.get("Athlete ID"), strings.TrimSpace(c.get("First Name")+" "+c.get("Last Name"))
	if e := c.get("Email Address"); e != "" && !slices.Contains(o.Emails, e) {
		o.Emails = append(o.Emails, e)
	}
	return one(footprint.Item{Kind: footprint.KindProfile, NativeID: o.ID, Author: footprint.AuthorSelf, Title: o.Name, Text: c.get("Description"), URL: athlete(o.ID), Visibility: footprint.VisibilityPublic,
		Details: feed.Pairs("sex", c.get("Sex"), "city", c.get("City"), "state", c.get("State"), "country", c.get("Country"), "weight", c.get("Weight"))})
}

// preferences hold the date of birth among the settings of the display.
func preferences(_ *reader, c cells) []footprint.Item {
	details := map[string]string{}
	c.Each(func(column, value string) { details[column] = value })
	return one(footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: "preferences", Visibility: footprint.VisibilityPrivate, URL: "https://www.strava.com/settings/profile", Details: details})
}

func settings(_ *reader, c cells) []footprint.Item {
	var items []footprint.Item
	c.Each(func(column, value string) {
		items = append(items, footprint.Item{Kind: footprint.KindPrivacySetting, Setting: column, Value: value, URL: privacyPage})
	})
	return items
}

// audiences are the values of a visibility setting, in lower case and the languages known.
var audiences = map[string]footprint.Visibility{
	"everyone": footprint.VisibilityPublic, "followers": footprint.VisibilityFriends, "only me": footprint.VisibilityPrivate, "only you": footprint.VisibilityPrivate,
	"alle": footprint.VisibilityPublic, "jeder": footprint.VisibilityPublic, "follower": footprint.VisibilityFriends, "nur ich": footprint.VisibilityPrivate, "nur du": footprint.VisibilityPrivate,
	"tout le monde": footprint.VisibilityPublic, "abonnés": footprint.VisibilityFriends, "moi uniquement": footprint.VisibilityPrivate, "vous uniquement": footprint.VisibilityPrivate,
	"todos": footprint.VisibilityPublic, "seguidores": footprint.VisibilityFriends, "solo yo": footprint.VisibilityPrivate, "solo tú": footprint.VisibilityPrivate,
}

// visibility are settings, of which the last one is the audience of activities.
func visibility(r *reader, c cells) []footprint.Item {
	value := c.Get("Default Activity Visibility")
	if !c.Has("Default Activity Visibility") {
		value = c.At(-1)
	}
	r.audience = audiences[strings.ToLower(value)]
	return settings(r, c)
}

var number = regexp.MustCompile(`-?\d+(?:\.\d+)?`)

// zone is a place that the user hides: home or work. Its address is real.
func zone(r *reader, c cells) []footprint.Item {
	r.zones++
	address := c.get("Address")
	items := []footprint.Item{
		{Kind: footprint.KindPlace, Title: "privacy zone", Text: address, Visibility: footprint.VisibilityPrivate, URL: privacyPage, Details: feed.Pairs("radius", c.get("Radius"))},
		{Kind: footprint.KindPrivacySetting, Setting: "privacy zone", Value: c.get("Radius"), URL: privacyPage},
	}
	if n := number.FindAllString(c.get("Latitude & Longitude"), 3); len(n) == 2 {
		items[0].Exif = position(n[0], n[1])
	}
	return items
}

func noZones(r *reader, file string) {
	if r.zones == 0 {
		r.Put(file, 0, footprint.Item{Kind: footprint.KindPrivacySetting, Setting: "privacy zone", Value: "none", URL: privacyPage})
	}
}

// position reads degrees; zeros are none.
func position(lat, lon string) *footprint.Exif {
	la, err1 := strconv.ParseFloat(strings.Replace(lat, ",", ".", 1), 64)
	lo, err2 := strconv.ParseFloat(strings.Replace(lon, ",", ".", 1), 64)
	inside := la >= -90 && la <= 90 && lo >= -180 && lo <= 180
	if e := exif(track.Point{Lat: la, Lon: lo}); err1 == nil && err2 == nil && inside && e.HasPlace() {
		return e
	}
	return nil
}

func connectedApp(_ *reader, c cells) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindConnectedApp, Text: c.get("Enabled Application Name"), URL: appsPage, Visibility: footprint.VisibilityPrivate})
}

func ownApp(_ *reader, c cells) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindConnectedApp, Text: c.get("App Name"), Description: c.get("App Description"), Role: "owner", ControlledByMe: footprint.Yes, URL: appsPage})
}

func contact(r *reader, c cells) []footprint.Item {
	r.contacts++
	return one(footprint.Item{Kind: footprint.KindContact, Text: strings.TrimSpace(c.get("Contact Name") + " " + c.get("Contact")), Target: c.get("Contact Name"), Visibility: footprint.VisibilityPrivate,
		Details: feed.Pairs("athlete", c.get("Athlete ID"), "source", c.get("Contact Source"))})
}

func uploaded(r *reader, file string) {
	if n := r.contacts; n > 0 {
		r.Put(file, 0, footprint.Item{Kind: footprint.KindUploadedContacts, Count: &n, Visibility: footprint.VisibilityPrivate})
	}
}

// follow is a follower or somebody followed; one that is pending is a request.
func follow(kind footprint.Kind, direction string) func(*reader, cells) []footprint.Item {
	return func(_ *reader, c cells) []footprint.Item {
		id := c.get(strings.Split(c.columns[0], "|")[0])
		it := footprint.Item{Kind: kind, Author: id, Target: id, Direction: direction, URL: athlete(id), Created: parseTime(c.get("Created At")), Visibility: footprint.VisibilityPublic, Status: strings.ToLower(c.get("Follow Status"))}
		if it.Status == "pending" {
			it.Kind, it.Visibility = footprint.KindFriendRequest, footprint.VisibilityPrivate
		}
		return one(it)
	}
}

func blocked(_ *reader, c cells) []footprint.Item {
	id := c.get("Blocked Athlete ID")
	return one(footprint.Item{Kind: footprint.KindBlock, Author: id, Target: id, Direction: footprint.DirectionOutgoing, URL: athlete(id), Created: parseTime(c.get("Created At")), Visibility: footprint.VisibilityPrivate})
}

func membership(_ *reader, c cells) []footprint.Item {
	name := c.get("Club Name")
	return one(footprint.Item{Kind: footprint.KindGroup, Text: name, Container: name, ContainerKind: footprint.ContainerGroup, Role: "member", Created: parseTime(c.get("Join Date")), URL: "https://www.strava.com/clubs"})
}

// club is one that belongs to the user.
func club(_ *reader, c cells) []footprint.Item {
	name := c.get("Club Name")
	return one(footprint.Item{Kind: footprint.KindGroup, Text: name, Container: name, ContainerKind: footprint.ContainerGroup, Description: c.get("Club Description"), Role: "owner", ControlledByMe: footprint.Yes,
		URL: "https://www.strava.com/clubs", Details: feed.Pairs("type", c.get("Club Type"), "sport", c.get("Club Sport"), "city", c.get("City"), "country", c.get("Country"), "website", c.get("Club Website"))})
}

func event(_ *reader, c cells) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindEvent, Author: footprint.AuthorSelf, Title: c.get("Event Title"), Text: c.get("Event Description"), Created: parseTime(c.get("Start Time"))})
}

func comment(_ *reader, c cells) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindComment, Author: footprint.AuthorSelf, Text: c.get("Comment"), Created: parseTime(c.get("Comment Date")), ContainerKind: footprint.ContainerThirdPartyPage})
}

func reaction(_ *reader, c cells) []footprint.Item {
	it := footprint.Item{Kind: footprint.KindLike, Author: "other", Interaction: footprint.InteractionLiked, Title: c.get("Reaction Type"), Created: parseTime(c.get("Reaction Date")),
		Details: feed.Pairs("on", c.get("Parent Type"), "number", c.get("Parent ID"))}
	if id := c.get("Parent ID"); id != "" && (c.get("Parent Type") == "Activity" || c.get("Parent Type") == "") {
		it.URL = "https://www.strava.com/activities/" + id
	}
	it.Target = strings.TrimSpace(c.get("Parent Type") + " " + c.get("Parent ID"))
	return one(it)
}

func post(r *reader, c cells) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Title: c.get("Post Summary"), Text: c.get("Post"), Created: parseTime(c.get("Post Date")), URL: c.get("Post URL"), NativeID: c.get("Post URL"),
		Media: r.media(strings.ReplaceAll(c.get("Photos"), ",", "|"))})
}

func route(r *reader, c cells) []footprint.Item {
	it := footprint.Item{Kind: footprint.KindPlace, Author: footprint.AuthorSelf, Title: "route", Text: c.get("Route Name"), URL: "https://www.strava.com/athlete/routes"}
	if w := r.track(c.get("Route Filename")); w.Points > 0 {
		it.Exif = exif(w.First)
	}
	return one(it)
}

func segment(_ *reader, c cells) []footprint.Item {
	it := footprint.Item{Kind: footprint.KindPlace, Author: footprint.AuthorSelf, Title: "segment", Text: c.get("Segment Name"), Exif: position(c.get("Starting Latitude"), c.get("Starting Longitude"))}
	if id := c.get("Activity ID"); id != "" {
		it.URL = "https://www.strava.com/activities/" + id
	}
	return one(it)
}

func starred(column, folder string) func(*reader, cells) []footprint.Item {
	return func(_ *reader, c cells) []footprint.Item {
		id := c.get(column)
		return one(footprint.Item{Kind: footprint.KindSaved, NativeID: folder + "/" + id, Title: strings.TrimSuffix(folder, "s"), Text: id, Created: parseTime(c.get("Date")), URL: "https://www.strava.com/" + folder + "/" + id})
	}
}

// legend is a place where nobody is more often.
func legend(_ *reader, c cells) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindPlace, Title: "local legend", Text: c.get("Segment Name"), URL: "https://www.strava.com/segments/" + c.get("Segment ID"), Visibility: footprint.VisibilityPublic})
}

func challenge(_ *reader, c cells) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindEvent, Title: "challenge", Text: c.get("Name"), Created: parseTime(c.get("Join Date")), Details: feed.Pairs("completed", c.get("Completed"))})
}

func login(_ *reader, c cells) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindLogin, Text: c.get("Login Source"), Created: parseTime(c.get("Login Date & Time")), Visibility: footprint.VisibilityPrivate, Details: feed.Pairs("address", c.get("IP Address"))})
}

func device(_ *reader, c cells) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindDevice, NativeID: c.get("Mobile Device ID"), Text: c.get("Mobile Device ID"), Visibility: footprint.VisibilityPrivate})
}

// messages are the user's own; the others' are not exported.
func (r *reader) messages(file string) {
	r.JSON(file, func(v jsonstream.Value) ([]footprint.Item, error) {
		m, err := feed.Parse(v.Raw)
		if err != nil || m.Empty() {
			return nil, err
		}
		it := footprint.Item{Kind: footprint.KindMessage, NativeID: m.Get("id"), Author: footprint.AuthorSelf, Text: m.Get("text"), Created: epoch(m.Get("createdAt")), DeletedOn: epoch(m.Get("deletedAt")), Container: m.Get("cid"),
			Thread: m.Get("cid"), ContainerKind: footprint.ContainerChat, Direction: footprint.DirectionOutgoing, Visibility: footprint.VisibilityPrivate, URL: "https://www.strava.com/messages"}
		it.Deleted = !it.DeletedOn.IsZero()
		for _, a := range m.In("attachments").List() {
			if link := a.Text() + a.Get("url", "image_url", "asset_url"); link != "" {
				it.Media = append(it.Media, footprint.Media{URL: link, Type: footprint.MediaFile})
			}
		}
		return one(it), nil
	}, "messages/[]")
}

// epoch reads seconds or milliseconds since 1970, told apart by their size, or a written time.
func epoch(s string) time.Time {
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err != nil:
		return feed.Time(s, time.RFC3339)
	case n > 1e11:
		return ingest.Plausible(time.UnixMilli(n))
	}
	return ingest.Plausible(time.Unix(n, 0))
}

// community reads documents whose shape is not described: each list's elements, and everything else.
func (r *reader) community(file string) {
	r.JSON(file, func(v jsonstream.Value) ([]footprint.Item, error) {
		rec, err := feed.Parse(v.Raw)
		if err != nil {
			return nil, err
		}
		var lines []string
		rec.Flat(func(name, value string) { lines = append(lines, strings.TrimPrefix(name+": "+value, ": ")) })
		if len(lines) == 0 {
			return nil, nil
		}
		return one(footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: v.Key, Text: strings.Join(lines, "\n")}), nil
	}, "*")
}
