package instagram

import (
	"path"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
	"footprint/internal/ingest/meta/value"
)

// The layout of 2018 to early 2021 has flat files of plain lists at the root, with ISO 8601 times.

// isoTime reads the forms of that time.
func isoTime(s string) time.Time {
	for _, layout := range [...]string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02T15:04:05.999999", "2006-01-02 15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			return ingest.Plausible(t)
		}
	}
	return time.Time{}
}

// number reads a coordinate by its slot, or by a part of its label.
func number(f field.Fields, slot field.Slot, part string) *float64 {
	try := []string{f.Text(slot)}
	for i := range f {
		if strings.Contains(strings.ToLower(f[i].Label), part) {
			try = append(try, f[i].Value)
		}
	}
	for _, s := range try {
		if v, err := strconv.ParseFloat(strings.TrimSpace(s), 64); err == nil {
			return &v
		}
	}
	return nil
}

// row reads a list entry [time, text, name]: the time is the member that is one.
func row(v value.Value) (at time.Time, rest []string) {
	for _, m := range v.List() {
		s := m.Text()
		if t := isoTime(s); !t.IsZero() && at.IsZero() {
			at = t
		} else {
			rest = append(rest, s)
		}
	}
	return at, rest
}

// noData is the one-element list of an empty section.
func noData(e meta.Entry) bool { return !e.IsObject() && !e.IsList() }

func flatProfile(r *meta.Reader, e meta.Entry) []footprint.Item {
	user, name := e.Str("username"), e.Str("name")
	if user == "" && name == "" {
		return nil
	}
	owner := &r.X.Owner
	owner.Handles, owner.Name = []string{user}, name
	if m := e.Str("email"); m != "" {
		owner.Emails = []string{m}
	}
	r.Own(user, name)
	d := map[string]string{}
	for _, k := range []string{"email", "website", "gender", "phone_number", "date_joined", "username"} {
		if s := e.Str(k); s != "" {
			d[k] = s
		}
	}
	items := []footprint.Item{{
		Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: name, Text: e.Str("biography"), AccountCreated: isoTime(e.Str("date_joined")),
		URL: profileLink(r, user), ContainerKind: footprint.ContainerOwnProfile, Details: d,
	}}
	if p := e.Get("private_account"); p.Is() {
		items = append(items, audience(r, p.Bool()))
		items[0].Visibility = r.Visibility
	}
	return items
}

func flatMedia(r *meta.Reader, e meta.Entry) []footprint.Item {
	if noData(e) {
		return nil
	}
	it := footprint.Item{
		Kind: footprint.KindPost, Author: footprint.AuthorSelf, Created: isoTime(e.Str("taken_at")), Text: e.Str("caption"), Visibility: r.Visibility,
		ContainerKind: footprint.ContainerOwnProfile, URL: profileLink(r, ""), Details: map[string]string{},
		Media: []footprint.Media{r.Media(value.Of(map[string]any{"uri": e.Str("path")}), path.Dir(e.File))},
	}
	switch e.Key {
	case "stories":
		it.URL = pageArchive
	case "profile":
		it.Kind = footprint.KindPhoto
	case "direct":
		it.Kind, it.ContainerKind, it.Visibility, it.URL = footprint.KindPhoto, footprint.ContainerChat, "", pageDirect
	}
	if it.Kind == footprint.KindPhoto && it.Media[0].Type == footprint.MediaVideo {
		it.Kind = footprint.KindVideo
	}
	if place := e.Str("location"); place != "" {
		it.Details["place"] = place
	}
	it.Tags = tagsIn(it.Text)
	return []footprint.Item{it}
}

func flatComment(r *meta.Reader, e meta.Entry) []footprint.Item {
	at, rest := row(e.Value)
	if noData(e) || len(rest) == 0 {
		return nil
	}
	it := footprint.Item{Kind: footprint.KindComment, Author: footprint.AuthorSelf, Created: at, Text: rest[0], Tags: tagsIn(rest[0]), Interaction: footprint.InteractionCommented, URL: pageComments}
	if len(rest) > 1 {
		it.Target = rest[1]
	}
	if r.IsOwner(it.Target) {
		it.ContainerKind, it.Interaction = footprint.ContainerOwnProfile, ""
	}
	return []footprint.Item{it}
}

// flatPair reads [time, name] lists.
func flatPair(kind footprint.Kind, page string) meta.Adapter {
	return func(_ *meta.Reader, e meta.Entry) []footprint.Item {
		at, rest := row(e.Value)
		if noData(e) || at.IsZero() && len(rest) == 0 {
			return nil
		}
		it := footprint.Item{Kind: kind, Author: footprint.AuthorSelf, Created: at, URL: page, Title: strings.ReplaceAll(e.Key, "_", " ")}
		if len(rest) > 0 {
			it.Target = rest[len(rest)-1]
		}
		if kind == footprint.KindLike {
			it.Interaction = footprint.InteractionLiked
		}
		return []footprint.Item{it}
	}
}

// flatConnections reads the maps from user to time, one for each kind of relation.
func flatConnections(r *meta.Reader, e meta.Entry) []footprint.Item {
	var items []footprint.Item
	for _, list := range e.Keys() {
		m := e.Get(list)
		for _, user := range m.Keys() {
			at := isoTime(m.Str(user))
			it := footprint.Item{Author: user, Created: at, URL: profileLink(r, user)}
			switch list {
			case "followers":
				it.Kind = footprint.KindFollower
			case "following":
				it.Kind, it.Target = footprint.KindFollowing, user
			case "blocked_users":
				it.Kind, it.Author, it.Target, it.Status = footprint.KindBlock, footprint.AuthorSelf, user, "blocked"
			case "restricted_users":
				it.Kind, it.Author, it.Target, it.Status = footprint.KindBlock, footprint.AuthorSelf, user, "restricted"
			case "close_friends":
				it.Kind, it.Author, it.Setting, it.Value, it.URL = footprint.KindPrivacySetting, footprint.AuthorSelf, "close_friends", user, pageClose
			case "follow_requests_sent", "permanent_follow_requests":
				it.Kind, it.Author, it.Target = footprint.KindFriendRequest, footprint.AuthorSelf, user
				it.Direction, it.Status = footprint.DirectionOutgoing, "pending"
			case "follow_requests_received":
				it.Kind, it.Direction, it.Status = footprint.KindFriendRequest, footprint.DirectionIncoming, "pending"
			case "following_hashtags":
				it = footprint.Item{Kind: footprint.KindPageLike, Author: footprint.AuthorSelf, Created: at, Title: "#" + user, Container: "#" + user, Text: "#" + user, Interaction: "followed", URL: "https://www.instagram.com/explore/tags/" + user + "/"}
			default:
				continue // suggestions that were dismissed
			}
			items = append(items, it)
		}
	}
	return items
}

func flatSearch(_ *meta.Reader, e meta.Entry) []footprint.Item {
	if noData(e) || e.Str("search_click") == "" {
		return nil
	}
	return []footprint.Item{{Kind: footprint.KindSearch, Author: footprint.AuthorSelf, Text: e.Str("search_click"), Created: isoTime(e.Str("time")), URL: pageSearches, Details: details(e)}}
}

// details lists the scalar members of a record, without cookies.
func details(e meta.Entry) map[string]string {
	d := map[string]string{}
	for _, k := range e.Keys() {
		if s := e.Str(k); s != "" && !strings.Contains(k, "cookie") && len(d) < 50 {
			d[k] = s
		}
	}
	return d
}

func flatSettings(_ *meta.Reader, e meta.Entry) []footprint.Item {
	var items []footprint.Item
	for _, k := range e.Keys() {
		v := e.Get(k)
		s := v.Text()
		if list := v.List(); s == "" && len(list) > 0 {
			s = list[0].Text()
		}
		if s == "" {
			continue
		}
		if on, ok := field.Yes(s); ok {
			s = map[bool]string{true: "on", false: "off"}[on]
		}
		name := k
		if k == "allow_comments_from" {
			name = "comments_allowed_from"
		}
		items = append(items, footprint.Item{Kind: footprint.KindPrivacySetting, Author: footprint.AuthorSelf, Setting: name, Title: k, Value: strings.ToLower(s), URL: pagePrivacy})
	}
	return items
}

// flatOther keeps devices, log-ins and the like for display.
func flatOther(kind footprint.Kind) meta.Adapter {
	return func(_ *meta.Reader, e meta.Entry) []footprint.Item {
		if noData(e) {
			return nil
		}
		if e.IsList() {
			at, rest := row(e.Value)
			return []footprint.Item{{Kind: kind, Author: footprint.AuthorSelf, Created: at, Title: strings.Join(rest, ", "), URL: pageHistory}}
		}
		it := footprint.Item{Kind: kind, Author: footprint.AuthorSelf, Details: details(e), URL: pageHistory}
		for _, k := range e.Keys() {
			if t := isoTime(e.Str(k)); !t.IsZero() && it.Created.IsZero() {
				it.Created = t
			}
		}
		if it.Title = e.Str("device", "user_agent", "device_id", "ip_address", "name", "title"); it.Title == "" && len(it.Details) == 0 {
			return nil
		}
		return []footprint.Item{it}
	}
}
