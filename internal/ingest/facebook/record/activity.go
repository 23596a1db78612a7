package record

import (
	"path"
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/value"
)

// Activity reads what every activity record (timestamp, title, data, attachments) has in common.
func Activity(r *meta.Reader, e meta.Entry, kind footprint.Kind) footprint.Item {
	it := footprint.Item{
		Kind: kind, Author: footprint.AuthorSelf, Created: Created(e), Title: e.Str("title"),
		Details: map[string]string{},
	}
	it.Edited = firstTime(Pluck(e.Get("data"), "update_timestamp"))
	if t := firstTime(Pluck(e.Get("data"), "backdated_timestamp")); !t.IsZero() {
		it.Details["date set by the user"] = t.Format("2006-01-02")
	}
	it.URL = ActivityLog(LogPosts, it.Created)
	attachMedia(r, e, &it)
	text, names := Plain(Words(Pluck(e.Get("data"), "post")))
	for _, n := range append(People(e.Get("tags")), names...) {
		if !slices.Contains(it.Tags, n) {
			it.Tags = append(it.Tags, n)
		}
	}
	attachContext(r, e, &it)
	it.Text = text
	if it.Text == "" {
		it.Text = fallbackText(e, it.Media)
	}
	for i := range it.Media {
		if it.Media[i].Caption == it.Text {
			it.Media[i].Caption = ""
		}
	}
	if it.Text == "" && len(it.Media) == 0 && it.SharedText == "" && len(it.Details) == 0 {
		it.Details["content"] = "none visible in the export"
	}
	return it
}

func firstTime(list []value.Value) time.Time {
	for _, v := range list {
		if t := v.Time(); !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// fallbackText is the user's own text of records that have no post text, in the order of trust.
func fallbackText(e meta.Entry, media []footprint.Media) string {
	if s := Words(Attached(e.Value, "note"), "text"); s != "" {
		return s
	}
	for _, l := range Attached(e.Value, "life_event") {
		if s := strings.TrimSpace(l.Str("title") + "\n" + l.Str("description")); s != "" {
			return s
		}
	}
	var captions []string
	for _, m := range media {
		if m.Caption != "" && !slices.Contains(captions, m.Caption) {
			captions = append(captions, m.Caption)
		}
	}
	if len(captions) > 0 {
		return strings.Join(captions, "\n")
	}
	if s := Words(Attached(e.Value, "poll"), "question"); s != "" {
		return s
	}
	if s := Words(Attached(e.Value, "for_sale_item"), "title"); s != "" {
		return strings.TrimSpace(s + "\n" + Words(Attached(e.Value, "for_sale_item"), "description"))
	}
	s, _ := Plain(Words(Attached(e.Value, "text")))
	return s
}

func attachMedia(r *meta.Reader, e meta.Entry, it *footprint.Item) {
	objects := Attached(e.Value, "media")
	for _, n := range Attached(e.Value, "note") {
		objects = append(objects, n.Get("media").List()...)
	}
	for _, l := range Attached(e.Value, "life_event") {
		objects = append(objects, l.Get("photos").List()...)
	}
	for _, m := range objects {
		if !m.IsObject() || Sticker(m.Str("uri")) {
			continue
		}
		r.Seen("photo", m.Str("uri"))
		r.Seen("photo", m.Str("uri"), m.Str("description"))
		it.Media = append(it.Media, r.Media(m, path.Dir(e.File)))
		if len(it.Media) == 1 {
			if link := PhotoLink(m.Str("uri")); link != "" {
				it.URL = link
			}
			it.Exif = it.Media[0].Exif
		}
		NoteComments(r, m, it)
	}
}

// Sticker tells the platform's own pictures from the user's.
func Sticker(uri string) bool { return strings.Contains(uri, "stickers_used/") }

// NoteComments keeps the comments of others below a photo as context.
func NoteComments(r *meta.Reader, m value.Value, it *footprint.Item) {
	var said []string
	for _, c := range m.Get("comments").List() {
		if s := c.Str("comment"); s != "" && !r.IsOwner(c.Str("author")) {
			said = append(said, c.Str("author")+": "+s)
		}
	}
	if len(said) > 0 {
		if it.Details == nil {
			it.Details = map[string]string{}
		}
		it.Details["comments"] = strings.Join(said, "\n")
	}
}

func attachContext(r *meta.Reader, e meta.Entry, it *footprint.Item) {
	var shared []string
	for _, x := range Attached(e.Value, "external_context") {
		for _, s := range []string{x.Str("name"), x.Str("source"), x.Str("url")} {
			if s != "" && !slices.Contains(shared, s) {
				shared = append(shared, s)
			}
		}
		if u := x.Str("url"); u != "" && it.Details["link"] == "" {
			it.Details["link"] = u
		}
	}
	if names := Words(Attached(e.Value, "name")); names != "" {
		shared = append(shared, names)
	}
	it.SharedText = strings.Join(shared, "\n")
	if it.SharedText != "" {
		it.Interaction = footprint.InteractionShared
	}
	for _, p := range Attached(e.Value, "place") {
		PutPlace(p, it)
	}
	for _, x := range Attached(e.Value, "event") {
		it.Details["event"] = x.Str("name")
	}
	for _, poll := range Attached(e.Value, "poll") {
		var options []string
		for _, o := range poll.Get("options").List() {
			options = append(options, o.Str("option"))
		}
		it.Details["poll"] = strings.TrimSpace(poll.Str("question") + ": " + strings.Join(options, ", "))
	}
	for _, n := range Attached(e.Value, "note") {
		it.Details["note"] = n.Str("title")
		it.Tags = append(it.Tags, People(n.Get("tags"))...)
	}
	for _, s := range Attached(e.Value, "for_sale_item") {
		it.Details["for sale"] = strings.TrimSpace(s.Str("title") + " " + s.Str("price"))
	}
	for k, v := range it.Details {
		if v == "" {
			delete(it.Details, k)
		}
	}
}
