package meta

import (
	"net/url"
	"strings"
	"time"

	"footprint/internal/ingest/meta/field"
	"footprint/internal/ingest/meta/value"
)

// Listed is one entry of a list record (title and string_list_data), with what a labelled or map record
// of the same file says instead.
type Listed struct {
	Title string
	Value string
	Href  string
	Time  time.Time
}

// ListedOf reads the entries of a record; a record without any gives one with the title alone.
func ListedOf(e Entry) []Listed {
	title := e.Str("title")
	var out []Listed
	for _, s := range e.Get("string_list_data").List() {
		out = append(out, Listed{title, s.Str("value"), s.Str("href"), s.When("timestamp")})
	}
	if f := field.Of(e.Value); len(f) > 0 && (len(out) == 0 || e.HTML) {
		l := Listed{Title: title, Href: f.URL(), Time: f.Time(field.SlotTime, field.SlotSaved, field.SlotAdded)}
		if l.Time.IsZero() {
			l.Time = f.Any()
		}
		if l.Time.IsZero() {
			l.Time = e.When("timestamp")
		}
		l.Value = f.First(field.SlotTime, field.SlotURL, field.SlotOwner, field.SlotAuthor, field.SlotHashtags)
		if owner := OwnerIn(f); owner != "" {
			l.Title = owner
		}
		return []Listed{l}
	}
	if len(out) == 0 && title != "" {
		out = append(out, Listed{Title: title, Time: e.When("timestamp", "creation_timestamp")})
	}
	return out
}

// OwnerIn returns the account that a labelled record names as the owner or author of something.
func OwnerIn(f field.Fields) string {
	for _, group := range [2]field.Slot{field.SlotOwner, field.SlotAuthor} {
		for _, slot := range [2]field.Slot{field.SlotUsername, field.SlotName} {
			if s := f.In(group, slot); s != "" {
				return s
			}
		}
	}
	return f.Text(field.SlotUsername, field.SlotAuthor, field.SlotOwner)
}

// User returns the user name of an entry of a follow list: the value, else the title, else the last part
// of the address.
func (l Listed) User() string {
	if l.Value != "" && !strings.HasPrefix(l.Value, "http") {
		return l.Value
	}
	if l.Title != "" {
		return l.Title
	}
	if u, err := url.Parse(l.Href); err == nil {
		parts := strings.Split(strings.Trim(u.Path, "/"), "/")
		return strings.TrimPrefix(parts[len(parts)-1], "@")
	}
	return ""
}

// Post is the common shape of posts, reels, stories and threads: media objects with a caption.
type Post struct {
	Text  string
	Time  time.Time
	Media []value.Value // those that name a file
	All   []value.Value
}

// PostOf reads a post record, or a bare media object.
func PostOf(e Entry) Post {
	var p Post
	list := e.Get("media").List()
	if !e.Get("media").Is() && (e.Get("uri").Is() || e.Get("media_metadata").Is() || e.Get("creation_timestamp").Is()) {
		list = []value.Value{e.Value}
	}
	p.Text, p.Time = e.Str("title"), e.When("creation_timestamp", "timestamp")
	for _, m := range list {
		if !m.IsObject() {
			continue
		}
		if p.Text == "" {
			p.Text = m.Str("title", "description")
		}
		if t := m.When("creation_timestamp"); p.Time.IsZero() || e.Get("media").Is() && !e.Get("creation_timestamp").Is() && !t.IsZero() && t.Before(p.Time) {
			p.Time = t
		}
		p.All = append(p.All, m)
		if m.Str("uri") != "" {
			p.Media = append(p.Media, m)
		}
	}
	if f := field.Of(e.Value); len(f) > 0 && !e.HTML {
		if p.Text == "" {
			p.Text = f.Text(field.SlotText)
		}
		if p.Time.IsZero() {
			p.Time = f.Any()
		}
		for _, m := range f.Media() {
			if m.Str("uri") != "" {
				p.Media = append(p.Media, m)
				p.All = append(p.All, m)
			}
		}
	}
	if e.HTML && p.Text == "" {
		p.Text = e.Str("text")
	}
	return p
}
