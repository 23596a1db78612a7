package threads

import (
	"path"
	"regexp"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
)

var mentioned = regexp.MustCompile(`(?:^|[^\w.@])@([\w][\w.]{0,28}\w)`)

// post reads a post or a reply. A text-only post is a media element without a file.
func post(r *meta.Reader, e meta.Entry) []footprint.Item {
	p := meta.PostOf(e)
	it := footprint.Item{
		Kind: footprint.KindPost, Author: footprint.AuthorSelf, Created: p.Time, Text: p.Text, Visibility: r.Visibility,
		ContainerKind: footprint.ContainerOwnProfile, URL: page(r, ""), Details: map[string]string{},
	}
	for _, m := range p.All {
		x := m.Get("text_app_post")
		if x.Get("is_reply").Bool() {
			it.Kind, it.ContainerKind, it.Interaction = footprint.KindComment, "", footprint.InteractionCommented
			if it.URL = page(r, ""); strings.Contains(it.URL, "@") {
				it.URL += "/replies"
			}
		}
		if c := x.Str("reply_control"); c != "" {
			it.Details["who can reply"] = c
		}
		if app := m.Get("cross_post_source").Str("source_app"); app != "" && app != "FB" {
			it.Details["posted from"] = app
		}
		if m.Str("uri") != "" {
			one := r.Media(m, path.Dir(e.File))
			one.Caption = ""
			it.Media = append(it.Media, one)
			if it.Exif == nil {
				it.Exif = one.Exif
			}
		}
	}
	if it.Text == "" && len(it.Media) == 0 && it.Kind == footprint.KindPost {
		return nil // the repost of somebody else's words, which the export leaves out
	}
	for _, m := range mentioned.FindAllStringSubmatch(it.Text, 200) {
		it.Tags = append(it.Tags, m[1])
	}
	return []footprint.Item{it}
}

func archived(r *meta.Reader, e meta.Entry) []footprint.Item {
	items := post(r, e)
	for i := range items {
		items[i].Deleted, items[i].Visibility = true, footprint.VisibilityPrivate
	}
	return items
}

func like(_ *meta.Reader, e meta.Entry) []footprint.Item {
	var items []footprint.Item
	f := field.Of(e.Value)
	for _, l := range meta.ListedOf(e) {
		it := footprint.Item{Kind: footprint.KindLike, Author: footprint.AuthorSelf, Created: l.Time, Target: l.Title, URL: l.Href, Title: "thread",
			Interaction: footprint.InteractionLiked, SharedText: f.Text(field.SlotText)}
		if len(f) == 0 {
			it.Value = l.Value
		}
		if it.URL == "" {
			it.URL = "https://www.threads.com/"
		}
		items = append(items, it)
	}
	return items
}

func saved(_ *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	it := footprint.Item{Kind: footprint.KindSaved, Author: footprint.AuthorSelf, Target: meta.OwnerIn(f), URL: f.URL(), Created: f.Any(), SharedText: f.Text(field.SlotText)}
	if len(f) == 0 || e.HTML && it.URL == "" {
		for _, l := range meta.ListedOf(e) {
			it.Target, it.URL, it.Created = l.Title, l.Href, l.Time
		}
	}
	if it.Created.IsZero() {
		it.Created = e.When("timestamp")
	}
	if it.URL == "" {
		it.URL = "https://www.threads.com/saved"
	}
	return []footprint.Item{it}
}

// user is the account of a follow list's entry: the value, unless the title is the handle and the value
// missing.
func user(l meta.Listed) (handle, name string) {
	handle = strings.TrimPrefix(l.User(), "@")
	if l.Value != "" && l.Title != "" && l.Title != l.Value {
		name = l.Title
	}
	return handle, name
}

func follow(kind footprint.Kind, status string) meta.Adapter {
	return func(r *meta.Reader, e meta.Entry) []footprint.Item {
		var items []footprint.Item
		for _, l := range meta.ListedOf(e) {
			handle, name := user(l)
			if handle == "" {
				continue
			}
			it := footprint.Item{Kind: kind, Author: handle, Title: name, Created: l.Time, Status: status, URL: page(r, handle)}
			if kind == footprint.KindFollowing {
				it.Target = handle
			}
			items = append(items, it)
		}
		return items
	}
}

func request(direction string) meta.Adapter {
	return func(r *meta.Reader, e meta.Entry) []footprint.Item {
		var items []footprint.Item
		for _, l := range meta.ListedOf(e) {
			handle, name := user(l)
			if handle == "" {
				continue
			}
			it := footprint.Item{Kind: footprint.KindFriendRequest, Author: handle, Title: name, Created: l.Time, Direction: direction, Status: "pending", URL: page(r, handle)}
			if direction == footprint.DirectionOutgoing {
				it.Author, it.Target = footprint.AuthorSelf, handle
			}
			items = append(items, it)
		}
		return items
	}
}

func block(status string) meta.Adapter {
	return func(r *meta.Reader, e meta.Entry) []footprint.Item {
		var items []footprint.Item
		for _, l := range meta.ListedOf(e) {
			if handle, _ := user(l); handle != "" {
				items = append(items, footprint.Item{Kind: footprint.KindBlock, Author: footprint.AuthorSelf, Target: handle, Created: l.Time, Status: status, URL: page(r, handle)})
			}
		}
		return items
	}
}

// identify takes the owner's names and the account's audience from a profile record.
func identify(r *meta.Reader, f field.Fields) {
	owner := &r.X.Owner
	if u := f.Text(field.SlotUsername); u != "" && len(owner.Handles) == 0 {
		owner.Handles = []string{u}
		r.Own(u)
	}
	if n := f.Text(field.SlotName); n != "" && owner.Name == "" {
		owner.Name = n
		r.Own(n)
	}
}

func profile(r *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	if len(f) == 0 {
		return nil
	}
	identify(r, f)
	it := footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: f.Text(field.SlotName), Text: f.Text(field.SlotBio),
		ContainerKind: footprint.ContainerOwnProfile, URL: page(r, ""), Details: f.Details(field.SlotBio)}
	it.Media = r.MediaMap(e)
	items := []footprint.Item{it}
	if private, ok := field.Yes(f.Text(field.SlotPrivate)); ok {
		setting := footprint.Item{Kind: footprint.KindPrivacySetting, Author: footprint.AuthorSelf, Setting: "private_account", Title: "Private profile", Value: "off", URL: page(r, "")}
		r.Visibility = footprint.VisibilityPublic
		if private {
			setting.Value, r.Visibility = "on", footprint.VisibilityFriends
		}
		items[0].Visibility = r.Visibility
		items = append(items, setting)
	}
	return items
}

// feed reads a feed of topics and people that the owner put together.
func feed(r *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	if len(f) == 0 {
		return nil
	}
	name := f.Text(field.SlotName)
	return []footprint.Item{{Kind: footprint.KindInterest, Author: footprint.AuthorSelf, Title: name, Created: f.Any(), URL: page(r, ""), Details: f.Details(field.SlotName)}}
}

func app(_ *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	name := e.Str("title")
	if name == "" {
		name = f.Text(field.SlotName)
	}
	if name == "" && len(f) == 0 {
		return nil
	}
	return []footprint.Item{{Kind: footprint.KindConnectedApp, Author: footprint.AuthorSelf, Title: name, Container: name, NativeID: "app/" + name, LastUsed: f.Time(field.SlotLastActive),
		URL: "https://www.threads.com/settings", Details: f.Details()}}
}

func viewed(_ *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	it := footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "thread shown", Target: meta.OwnerIn(f), URL: f.URL(), Created: f.Any()}
	if it.Created.IsZero() {
		it.Created = e.When("timestamp")
	}
	if it.Target == "" && it.Created.Equal(time.Time{}) {
		return nil
	}
	if it.URL == "" {
		it.URL = "https://www.threads.com/"
	}
	return []footprint.Item{it}
}
