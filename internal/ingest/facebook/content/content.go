package content

import (
	"path"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/facebook/record"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
	"footprint/internal/ingest/meta/value"
)

// groupPost reads a post in a group.
func groupPost(r *meta.Reader, e meta.Entry) []footprint.Item {
	if len(record.Pluck(e.Get("data"), "comment")) > 0 {
		return groupComment(r, e)
	}
	it := record.Activity(r, e, footprint.KindPost)
	it.ContainerKind = footprint.ContainerGroup
	it.URL = record.ActivityLog(record.LogGroupPosts, it.Created)
	if it.Container = record.Read(it.Title, r.IsOwner).Group; it.Container == "" {
		if m := record.PostIn.FindStringSubmatch(it.Title); m != nil {
			it.Container = m[1]
		}
	}
	return []footprint.Item{it}
}

// removed reads a post in the archive or bin.
func removed(r *meta.Reader, e meta.Entry) []footprint.Item {
	items := post(r, e)
	if e.Get("label_values").Is() {
		items = labelledPost(r, e)
	}
	for i := range items {
		items[i].Deleted = true
		items[i].Visibility = footprint.VisibilityPrivate
		items[i].URL = record.ActivityLog(record.LogTrash, items[i].Created)
	}
	return items
}

// wallPost reads a post of somebody else on the owner's timeline: the author is named in the sentence only.
func wallPost(r *meta.Reader, e meta.Entry) []footprint.Item {
	it := record.Activity(r, e, footprint.KindTag)
	it.Author = "unknown"
	for _, verb := range []string{" wrote on ", " posted on ", " shared ", " added ", " tagged "} {
		if who, _, ok := strings.Cut(it.Title, verb); ok && who != "" {
			it.Author = who
			break
		}
	}
	it.ContainerKind = footprint.ContainerOwnProfile
	it.URL = record.ActivityLog(record.LogWall, it.Created)
	return []footprint.Item{it}
}

// labelledPost reads a post given as labels: on pages and profiles of others, or an earlier version.
func labelledPost(r *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	it := footprint.Item{
		Kind: footprint.KindPost, Author: footprint.AuthorSelf, Created: record.Created(e), Title: e.Str("title"),
		Text: f.Text(field.SlotText), Details: f.Details(field.SlotText, field.SlotURL, field.SlotTime),
	}
	if it.Created.IsZero() {
		it.Created = f.Any()
	}
	if it.Target = f.In(field.SlotTarget, field.SlotName); it.Target != "" {
		it.Container, it.ContainerKind = it.Target, footprint.ContainerThirdPartyPage
	}
	it.Media = labelledMedia(r, e, f)
	if it.Text == "" && it.Target == "" {
		it.Text = f.First(field.SlotTime, field.SlotURL, field.SlotAction)
	}
	it.Text, it.Tags = record.Plain(it.Text)
	it.URL = record.ActivityLog(record.LogOthers, it.Created)
	return []footprint.Item{it}
}

func labelledMedia(r *meta.Reader, e meta.Entry, f field.Fields) []footprint.Media {
	var out []footprint.Media
	for _, m := range append(f.Media(), e.Get("media").List()...) {
		if m.IsObject() && m.Str("uri") != "" {
			out = append(out, r.Media(m, path.Dir(e.File)))
		}
	}
	return out
}

// earlier reads the earlier wording of an edited post or comment.
func earlier(kind footprint.Kind, section string) meta.Adapter {
	return func(r *meta.Reader, e meta.Entry) []footprint.Item {
		it := labelledPost(r, e)[0]
		it.Kind = kind
		it.Container, it.ContainerKind, it.Target = "", "", ""
		it.URL = record.ActivityLog(section, it.Created)
		if it.Details == nil {
			it.Details = map[string]string{}
		}
		it.Details["version"] = "earlier"
		return []footprint.Item{it}
	}
}

// note reads a note: a long post with a title.
func note(r *meta.Reader, e meta.Entry) []footprint.Item {
	it := footprint.Item{
		Kind: footprint.KindPost, Author: footprint.AuthorSelf, Created: record.Created(e), Edited: e.When("updated_timestamp"),
		Title: e.Str("title"), ContainerKind: footprint.ContainerOwnProfile,
	}
	it.Text, it.Tags = record.Plain(e.Str("text"))
	it.Tags = append(it.Tags, record.People(e.Get("tags"))...)
	for _, m := range append(e.Get("media").List(), e.Get("cover_photo").List()...) {
		if m.Str("uri") != "" {
			it.Media = append(it.Media, r.Media(m, path.Dir(e.File)))
		}
	}
	it.URL = record.ActivityLog(record.LogPosts, it.Created)
	return []footprint.Item{it}
}

// media reads lists of media objects: videos, uncategorised photos, profile pictures.
func media(r *meta.Reader, e meta.Entry) []footprint.Item {
	return mediaItem(r, e, e.Value, "")
}

// mediaItem makes an item of one media object, unless a post already showed it with the same caption.
func mediaItem(r *meta.Reader, e meta.Entry, m value.Value, album string) []footprint.Item {
	if inner := m.Get("media"); inner.Is() && !m.Get("uri").Is() {
		var items []footprint.Item
		for _, one := range inner.List() {
			items = append(items, mediaItem(r, e, one, album)...)
		}
		return items
	}
	uri := m.Str("uri")
	if uri == "" || record.Sticker(uri) {
		return nil
	}
	known := r.Seen("photo", uri)
	if caption := m.Str("description"); known && (caption == "" || r.Seen("photo", uri, caption)) {
		return nil
	}
	one := r.Media(m, path.Dir(e.File))
	it := footprint.Item{
		Kind: footprint.KindPhoto, Author: footprint.AuthorSelf, Created: m.When("creation_timestamp", "timestamp"),
		Title: m.Str("title"), Text: one.Caption, Container: album, Exif: one.Exif,
		URL: record.PhotoLink(uri), ContainerKind: footprint.ContainerOwnProfile,
	}
	if it.Title == "" {
		it.Title = album
	}
	if one.Type == footprint.MediaVideo {
		it.Kind = footprint.KindVideo
	}
	one.Caption = ""
	it.Media = []footprint.Media{one}
	if it.URL == "" {
		it.URL = record.ActivityLog(record.LogPosts, it.Created)
	}
	var names []string
	it.Text, names = record.Plain(it.Text)
	it.Tags = names
	record.NoteComments(r, m, &it)
	items := []footprint.Item{it}
	for _, c := range m.Get("comments").List() {
		if s := c.Str("comment"); s != "" && r.IsOwner(c.Str("author")) {
			items = append(items, footprint.Item{
				Kind: footprint.KindComment, Author: footprint.AuthorSelf, Created: c.When("timestamp"), Text: s,
				Container: c.Str("group"), Title: it.Title, URL: it.URL,
			})
		}
	}
	return items
}

// album reads an album: its photos, and its description where there is one.
func album(r *meta.Reader, e meta.Entry) []footprint.Item {
	name := e.Str("name")
	var items []footprint.Item
	for _, p := range e.Get("photos").List() {
		items = append(items, mediaItem(r, e, p, name)...)
	}
	if !e.Get("photos").Is() { // the row of a page
		for _, m := range e.Get("media").List() {
			items = append(items, mediaItem(r, e, m, name)...)
		}
		for i := range items {
			items[i].Text, items[i].Created = e.Str("text"), record.Created(e)
		}
	}
	cover := e.Get("cover_photo")
	if cover.Str("uri") != "" {
		items = append(items, mediaItem(r, e, cover, name)...)
	}
	if d := e.Str("description"); d != "" {
		items = append(items, footprint.Item{
			Kind: footprint.KindPost, Author: footprint.AuthorSelf, Created: e.When("last_modified_timestamp"), Title: name, Text: d,
			URL: record.AlbumLink(cover.Str("uri")), ContainerKind: footprint.ContainerOwnProfile,
		})
	}
	for i := range items {
		if items[i].URL == "" {
			items[i].URL = record.ActivityLog(record.LogPosts, items[i].Created)
		}
	}
	return items
}

// story reads a story: text or a picture that was shown for a day.
func story(section string) meta.Adapter {
	return func(r *meta.Reader, e meta.Entry) []footprint.Item {
		it := record.Activity(r, e, footprint.KindPost)
		if len(it.Media) > 0 {
			it.Kind = footprint.KindPhoto
			if it.Media[0].Type == footprint.MediaVideo {
				it.Kind = footprint.KindVideo
			}
		}
		it.URL = record.ActivityLog(section, it.Created)
		return []footprint.Item{it}
	}
}

// tagged reads a photo or place the owner is tagged in.
func tagged(r *meta.Reader, e meta.Entry) []footprint.Item {
	if !e.Get("label_values").Is() {
		it := record.Activity(r, e, footprint.KindTag)
		it.Author, it.URL = "unknown", record.ActivityLog(record.LogTagged, it.Created)
		if u := e.Str("url"); u != "" {
			it.URL = u
		}
		return []footprint.Item{it}
	}
	f := field.Of(e.Value)
	it := footprint.Item{
		Kind: footprint.KindTag, Author: r.Author(f.Text(field.SlotName, field.SlotAuthor)), Created: record.Created(e),
		NativeID: e.Str("fbid"), URL: f.URL(), Title: e.Str("title"), Text: f.Text(field.SlotText), Media: labelledMedia(r, e, f),
	}
	if it.Author == footprint.AuthorSelf {
		it.Author = "unknown"
	}
	if it.Created.IsZero() {
		it.Created = f.Any()
	}
	if it.URL == "" {
		it.URL = record.ActivityLog(record.LogTagged, it.Created)
	}
	return []footprint.Item{it}
}

// poll reads a vote.
func poll(r *meta.Reader, e meta.Entry) []footprint.Item {
	it := record.Activity(r, e, footprint.KindActivity)
	it.URL = record.ActivityLog(record.LogPolls, it.Created)
	it.Text = ""
	if f := field.Of(e.Value); len(f) > 0 {
		it.Details = f.Details(field.SlotURL)
		if it.Title == "" {
			it.Title = f.First(field.SlotTime)
		}
		if it.Created.IsZero() {
			it.Created = f.Any()
		}
	}
	return []footprint.Item{it}
}

// listing reads an item offered on the marketplace.
func listing(_ *meta.Reader, e meta.Entry) []footprint.Item {
	it := footprint.Item{
		Kind: footprint.KindPost, Author: footprint.AuthorSelf, Created: record.Created(e), Title: e.Str("title"), Text: e.Str("description"),
		Container: "Marketplace", Visibility: footprint.VisibilityPublic, Details: map[string]string{},
	}
	if it.Text == "" {
		it.Text = it.Title
	}
	for _, k := range []string{"price", "category", "seller"} {
		if s := e.Str(k); s != "" {
			it.Details[k] = s
		}
	}
	record.PutPlace(e.Get("location"), &it)
	it.URL = record.ActivityLog(record.LogMarket, it.Created)
	return []footprint.Item{it}
}
