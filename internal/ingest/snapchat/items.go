package snapchat

import (
	"html"
	"slices"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/feed"
)

type item = footprint.Item

// section is one record with the heading it stood under: a section's name, or whom a chat is with.
type section struct {
	heading string
	rec     feed.Record
}

const settingsPage = "https://accounts.snapchat.com"

func when(rec feed.Record, names ...string) time.Time { return parseTime(rec.Get(names...)) }

func parseTime(s string) time.Time {
	return feed.Time(s, "2006-01-02 15:04:05 UTC", "2006-01-02 15:04:05 MST", "Mon Jan 02 15:04:05 UTC 2006", "Mon Jan 2 15:04:05 MST 2006", "2006/01/02 15:04:05 UTC", "2006/01/02 15:04:05",
		"2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02", time.RFC3339)
}

func userPage(name string) string {
	if name == "" {
		return ""
	}
	return "https://www.snapchat.com/add/" + name
}

// words undoes the entities of old exports.
func words(rec feed.Record, names ...string) string { return html.UnescapeString(rec.Get(names...)) }

// flat is a record as lines of "name: value".
func flat(rec feed.Record) string {
	var lines []string
	rec.Flat(func(name, value string) {
		if name != "" {
			value = name + ": " + value
		}
		lines = append(lines, value)
	})
	return strings.Join(lines, "\n")
}

// anyTime is the first time inside a record, whatever its member is called.
func anyTime(rec feed.Record) time.Time {
	var t time.Time
	rec.Flat(func(_, value string) {
		if t.IsZero() {
			t = parseTime(value)
		}
	})
	return t
}

// other keeps what has no reader of its own as activities.
func other(_ *reader, s section) []item {
	list := s.rec.List()
	if list == nil {
		list = []feed.Record{s.rec}
	}
	var items []item
	for _, rec := range list {
		if text := flat(rec); text != "" {
			items = append(items, item{Kind: footprint.KindActivity, Title: s.heading, Text: text, Created: anyTime(rec), Visibility: footprint.VisibilityPrivate})
		}
	}
	return items
}

func basic(r *reader, s section) []item {
	o := &r.X.Owner
	o.Name = words(s.rec, "Name")
	if u := s.rec.Get("Username"); u != "" && !slices.Contains(o.Handles, u) {
		o.Handles = append(o.Handles, u)
	}
	items := []item{{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: o.Handle(), Visibility: footprint.VisibilityPublic, URL: userPage(s.rec.Get("Username")),
		AccountCreated: when(s.rec, "Creation Date"), Details: s.rec.Details("Registration IP")}}
	if ip := s.rec.Get("Registration IP"); ip != "" {
		items = append(items, item{Kind: footprint.KindLogin, Title: "registration", Created: when(s.rec, "Creation Date"), Visibility: footprint.VisibilityPrivate, Details: feed.Pairs("address", ip)})
	}
	return items
}

// former is an earlier name or address of the account.
func former(name string) func(*reader, section) []item {
	return func(r *reader, s section) []item {
		value := words(s.rec, name)
		if value == "" {
			return nil
		}
		o := &r.X.Owner
		switch {
		case name == "Email Address" && !slices.Contains(o.Emails, value):
			o.Emails = append(o.Emails, value)
		case name == "Mobile Number" && !slices.Contains(o.Phones, value):
			o.Phones = append(o.Phones, value)
		}
		return []item{{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: s.heading, Text: value, Created: when(s.rec, "Date"), Visibility: footprint.VisibilityPrivate}}
	}
}

func profilePart(_ *reader, s section) []item {
	return []item{{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: s.heading, Visibility: footprint.VisibilityPrivate, Text: flat(s.rec)}}
}

func publicProfile(_ *reader, s section) []item {
	return []item{{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: words(s.rec, "Profile Title"), Text: words(s.rec, "Profile Description", "Bio"), Created: when(s.rec, "Created"),
		Visibility: footprint.VisibilityPublic, Details: s.rec.Details("Profile Title", "Created")}}
}

// businessRole is a place in an organisation that advertises.
func businessRole(_ *reader, s section) []item {
	return []item{{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: "organisation: " + words(s.rec, "Organization Name"), Work: words(s.rec, "Organization Name"), Role: flat(s.rec.In("Active Roles")),
		Text: flat(s.rec), Visibility: footprint.VisibilityPrivate}}
}

func device(_ *reader, s section) []item {
	it := item{Kind: footprint.KindDevice, Title: s.heading, Text: strings.TrimSpace(s.rec.Get("Make") + " " + s.rec.Get("Model Name", "Model")), Created: when(s.rec, "Start Time", "Request Time"),
		Visibility: footprint.VisibilityPrivate, Details: s.rec.Details()}
	if it.Text == "" {
		it.Text = flat(s.rec)
	}
	return []item{it}
}

func login(_ *reader, s section) []item {
	return []item{{Kind: footprint.KindLogin, Title: s.heading, Text: s.rec.Get("Status"), Target: s.rec.Get("App"), Created: when(s.rec, "Created", "Time", "Date"), Visibility: footprint.VisibilityPrivate, Details: s.rec.Details("Created", "Status")}}
}

func person(kind footprint.Kind, direction string, s section) item {
	name := s.rec.Get("Username")
	it := item{Kind: kind, Author: words(s.rec, "Display Name"), Target: name, Direction: direction, URL: userPage(name), Visibility: footprint.VisibilityPrivate,
		Created: when(s.rec, "Creation Timestamp"), Edited: when(s.rec, "Last Modified Timestamp"), Details: s.rec.Details("Creation Timestamp", "Last Modified Timestamp")}
	if it.Author == "" {
		it.Author = name
	}
	return it
}

func friend(_ *reader, s section) []item { return []item{person(footprint.KindFriend, "", s)} }
func blocked(_ *reader, s section) []item {
	return []item{person(footprint.KindBlock, footprint.DirectionOutgoing, s)}
}

func deletedFriend(_ *reader, s section) []item {
	it := person(footprint.KindFriend, "", s)
	it.Deleted, it.DeletedOn, it.Status = true, it.Edited, "deleted"
	it.NativeID = "deleted:" + it.Target
	return []item{it}
}

func suggestion(_ *reader, s section) []item {
	it := person(footprint.KindContact, "", s)
	it.Title = s.heading
	return []item{it}
}

func request(direction, status string) func(*reader, section) []item {
	return func(_ *reader, s section) []item {
		it := person(footprint.KindFriendRequest, direction, s)
		it.Status = status
		return []item{it}
	}
}

func following(_ *reader, s section) []item {
	name := s.rec.Text() + s.rec.Get("Username", "Name", "Publisher")
	return []item{{Kind: footprint.KindFollowing, Author: name, Target: name, Text: name, Direction: footprint.DirectionOutgoing, Visibility: footprint.VisibilityPrivate, Details: s.rec.Details()}}
}

func page(_ *reader, s section) []item {
	return []item{{Kind: footprint.KindPageLike, Title: s.heading, Text: s.rec.Text() + s.rec.Get("Name", "Username", "Publisher", "Title"), Visibility: footprint.VisibilityPrivate, Details: s.rec.Details()}}
}

func app(_ *reader, s section) []item {
	it := item{Kind: footprint.KindConnectedApp, Text: s.rec.Text() + s.rec.Get("App", "Name", "Application"), Created: when(s.rec, "Time", "Date"), URL: settingsPage, Visibility: footprint.VisibilityPrivate}
	if p := s.rec.Get("Type"); p != "" {
		it.Permissions = []string{p}
		it.Setting = p
	}
	return []item{it}
}

// belief is what Snapchat thinks about the user.
func belief(_ *reader, s section) []item {
	var items []item
	s.rec.Flat(func(name, value string) {
		title := s.heading
		if name != "" {
			title += ": " + name
		}
		items = append(items, item{Kind: footprint.KindInterest, Title: title, Text: value, Visibility: footprint.VisibilityPrivate})
	})
	return items
}

func search(_ *reader, s section) []item {
	return []item{{Kind: footprint.KindSearch, Author: footprint.AuthorSelf, Text: words(s.rec, "Search Term"), Created: when(s.rec, "Date and time (hourly)", "Date"), Visibility: footprint.VisibilityPrivate,
		Details: feed.Pairs("place", s.rec.Get("Location"))}}
}

func assistant(_ *reader, s section) []item {
	return []item{{Kind: footprint.KindSearch, Author: footprint.AuthorSelf, Title: "My AI", Text: words(s.rec, "Content"), Created: when(s.rec, "Timestamp"), Visibility: footprint.VisibilityPrivate,
		Details: feed.Pairs("address", s.rec.Get("IP Address"), "type", s.rec.Get("Type"))}}
}

func support(_ *reader, s section) []item {
	return []item{{Kind: footprint.KindMessage, Author: footprint.AuthorSelf, Title: words(s.rec, "Subject"), Text: words(s.rec, "Message", "Comment", "Description"), Created: when(s.rec, "Create Time", "Created", "Date"),
		Target: "Snapchat support", Container: s.heading, ContainerKind: footprint.ContainerChat, Direction: footprint.DirectionOutgoing, Visibility: footprint.VisibilityPrivate, Details: s.rec.Details("Subject", "Message")}}
}

// published is something shown to everybody: a spotlight, a story on the map, a lens.
func published(_ *reader, s section) []item {
	var words []string
	for _, c := range s.rec.In("Content").List() {
		words = append(words, flat(c))
	}
	it := item{Kind: footprint.KindPost, NativeID: s.rec.Get("Story Id"), Author: footprint.AuthorSelf, Title: s.heading, Text: strings.Join(words, "\n"), Created: when(s.rec, "Created", "Story Date", "Date"),
		URL: s.rec.Get("Story URL", "URL", "Link"), Status: s.rec.Get("Status"), Visibility: footprint.VisibilityPublic, Details: s.rec.Details()}
	if it.Text == "" {
		it.Text = html.UnescapeString(s.rec.Get("Content", "Description", "Title", "Lens Name", "Name"))
	}
	return []item{it}
}

func story(_ *reader, s section) []item {
	it := item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Title: "story", Created: when(s.rec, "Story Date"), Visibility: footprint.VisibilityFriends, HasImage: footprint.Yes, ContainerKind: footprint.ContainerOwnProfile,
		Details: s.rec.Details("Story Date")}
	if n, err := strconv.Atoi(s.rec.Get("Story Replies")); err == nil {
		it.Reactions = &n
	}
	return []item{it}
}

func watched(_ *reader, s section) []item {
	return []item{{Kind: footprint.KindActivity, Author: "other", Title: s.heading, URL: s.rec.Get("Story URL"), Created: when(s.rec, "Story Date"), Visibility: footprint.VisibilityPrivate, Details: s.rec.Details("Story URL", "Story Date")}}
}

func sticker(_ *reader, s section) []item {
	return []item{{Kind: footprint.KindPhoto, NativeID: s.rec.Get("Sticker ID"), Author: footprint.AuthorSelf, Title: "sticker", Text: words(s.rec, "Content"), Created: when(s.rec, "Created"), Visibility: footprint.VisibilityPrivate}}
}

// businesses is a map of lists, keyed by what the lists hold or by opaque names.
func businesses(r *reader, s section) []item {
	var items []item
	s.rec.Each(func(_ string, list feed.Record) {
		for _, e := range list.List() {
			items = append(items, place(r, section{s.heading, e})...)
		}
	})
	return items
}

func mediaType(kind string) string {
	switch strings.ToUpper(kind) {
	case "VIDEO":
		return footprint.MediaVideo
	case "IMAGE", "PHOTO":
		return footprint.MediaPhoto
	}
	return ""
}

func fileType(name string) string {
	if t := ingest.MediaType(name); t != "" {
		return t
	}
	return footprint.MediaFile
}
