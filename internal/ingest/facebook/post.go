package facebook

import (
	"path"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/value"
)

// pluck returns the members of that name in a list of single-key objects.
func pluck(list value.Value, key string) []value.Value {
	var out []value.Value
	for _, v := range list.List() {
		if m := v.Get(key); m.Is() {
			out = append(out, m)
		}
	}
	return out
}

// attached returns the attachments of one kind.
func attached(v value.Value, key string) []value.Value {
	var out []value.Value
	for _, a := range v.Get("attachments").List() {
		out = append(out, pluck(a.Get("data"), key)...)
	}
	return out
}

// words joins the distinct texts of a list.
func words(list []value.Value, keys ...string) string {
	var out []string
	for _, v := range list {
		s := v.Text()
		if len(keys) > 0 {
			s = v.Str(keys...)
		}
		if s != "" && s != "[object Object]" && !contains(out, s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n")
}

func contains(list []string, s string) bool {
	for _, have := range list {
		if have == s {
			return true
		}
	}
	return false
}

// post reads an activity record with the user's words, photos, links, places, polls and life events.
func post(r *meta.Reader, e meta.Entry) []footprint.Item {
	it := activity(r, e, footprint.KindPost)
	it.Visibility = r.Visibility
	s := read(it.Title, r.IsOwner)
	if it.Container == "" && s.group != "" {
		it.Container, it.ContainerKind, it.Visibility = s.group, footprint.ContainerGroup, ""
		it.URL = activityLog(logGroupPosts, it.Created)
	}
	switch {
	case s.wall != "" && !r.IsOwner(s.wall):
		it.Container, it.ContainerKind, it.Target, it.Visibility = s.wall, footprint.ContainerThirdPartyPage, s.wall, ""
		it.URL = activityLog(logOthers, it.Created)
	case s.review != "":
		it.Kind, it.Container, it.ContainerKind = footprint.KindReview, s.review, footprint.ContainerThirdPartyPage
		it.URL = activityLog(logReviews, it.Created)
	case it.ContainerKind == "":
		it.ContainerKind = footprint.ContainerOwnProfile
	}
	return []footprint.Item{it}
}

// activity reads what every activity record (timestamp, title, data, attachments) has in common.
func activity(r *meta.Reader, e meta.Entry, kind footprint.Kind) footprint.Item {
	it := footprint.Item{
		Kind: kind, Author: footprint.AuthorSelf, Created: created(e), Title: e.Str("title"),
		Details: map[string]string{},
	}
	it.Edited = firstTime(pluck(e.Get("data"), "update_timestamp"))
	if t := firstTime(pluck(e.Get("data"), "backdated_timestamp")); !t.IsZero() {
		it.Details["date set by the user"] = t.Format("2006-01-02")
	}
	it.URL = activityLog(logPosts, it.Created)
	attachMedia(r, e, &it)
	text, names := plain(words(pluck(e.Get("data"), "post")))
	for _, n := range append(people(e.Get("tags")), names...) {
		if !contains(it.Tags, n) {
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

func created(e meta.Entry) time.Time {
	return e.When("timestamp", "creation_timestamp", "created_timestamp", "create_timestamp")
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
	if s := words(attached(e.Value, "note"), "text"); s != "" {
		return s
	}
	for _, l := range attached(e.Value, "life_event") {
		if s := strings.TrimSpace(l.Str("title") + "\n" + l.Str("description")); s != "" {
			return s
		}
	}
	var captions []string
	for _, m := range media {
		if m.Caption != "" && !contains(captions, m.Caption) {
			captions = append(captions, m.Caption)
		}
	}
	if len(captions) > 0 {
		return strings.Join(captions, "\n")
	}
	if s := words(attached(e.Value, "poll"), "question"); s != "" {
		return s
	}
	if s := words(attached(e.Value, "for_sale_item"), "title"); s != "" {
		return strings.TrimSpace(s + "\n" + words(attached(e.Value, "for_sale_item"), "description"))
	}
	s, _ := plain(words(attached(e.Value, "text")))
	return s
}

func attachMedia(r *meta.Reader, e meta.Entry, it *footprint.Item) {
	objects := attached(e.Value, "media")
	for _, n := range attached(e.Value, "note") {
		objects = append(objects, n.Get("media").List()...)
	}
	for _, l := range attached(e.Value, "life_event") {
		objects = append(objects, l.Get("photos").List()...)
	}
	for _, m := range objects {
		if !m.IsObject() || sticker(m.Str("uri")) {
			continue
		}
		r.Seen("photo", m.Str("uri"))
		r.Seen("photo", m.Str("uri"), m.Str("description"))
		it.Media = append(it.Media, r.Media(m, path.Dir(e.File)))
		if len(it.Media) == 1 {
			if link := photoLink(m.Str("uri")); link != "" {
				it.URL = link
			}
			it.Exif = it.Media[0].Exif
		}
		noteComments(r, m, it)
	}
}

// sticker tells the platform's own pictures from the user's.
func sticker(uri string) bool { return strings.Contains(uri, "stickers_used/") }

// noteComments keeps the comments of others below a photo as context.
func noteComments(r *meta.Reader, m value.Value, it *footprint.Item) {
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
	for _, x := range attached(e.Value, "external_context") {
		for _, s := range []string{x.Str("name"), x.Str("source"), x.Str("url")} {
			if s != "" && !contains(shared, s) {
				shared = append(shared, s)
			}
		}
		if u := x.Str("url"); u != "" && it.Details["link"] == "" {
			it.Details["link"] = u
		}
	}
	if names := words(attached(e.Value, "name")); names != "" {
		shared = append(shared, names)
	}
	it.SharedText = strings.Join(shared, "\n")
	if it.SharedText != "" {
		it.Interaction = footprint.InteractionShared
	}
	for _, p := range attached(e.Value, "place") {
		putPlace(p, it)
	}
	for _, x := range attached(e.Value, "event") {
		it.Details["event"] = x.Str("name")
	}
	for _, poll := range attached(e.Value, "poll") {
		var options []string
		for _, o := range poll.Get("options").List() {
			options = append(options, o.Str("option"))
		}
		it.Details["poll"] = strings.TrimSpace(poll.Str("question") + ": " + strings.Join(options, ", "))
	}
	for _, n := range attached(e.Value, "note") {
		it.Details["note"] = n.Str("title")
		it.Tags = append(it.Tags, people(n.Get("tags"))...)
	}
	for _, s := range attached(e.Value, "for_sale_item") {
		it.Details["for sale"] = strings.TrimSpace(s.Str("title") + " " + s.Str("price"))
	}
	for k, v := range it.Details {
		if v == "" {
			delete(it.Details, k)
		}
	}
}

// putPlace adds a place's name, address and position.
func putPlace(p value.Value, it *footprint.Item) {
	if name := strings.Trim(p.Str("name")+", "+p.Str("address"), ", "); name != "" {
		it.Details["place"] = name
	}
	lat, okLat := p.Get("coordinate", "latitude").Float()
	lon, okLon := p.Get("coordinate", "longitude").Float()
	if okLat && okLon && (lat != 0 || lon != 0) && !it.Exif.HasPlace() {
		if it.Exif == nil {
			it.Exif = &footprint.Exif{}
		}
		it.Exif.Lat, it.Exif.Lon = &lat, &lon
	}
}

// people reads a list of names, given as strings or as objects.
func people(v value.Value) []string {
	var names []string
	for _, t := range v.List() {
		name := t.Text()
		if name == "" {
			name = t.Str("name")
		}
		if name != "" {
			names = append(names, name)
		}
	}
	return names
}
