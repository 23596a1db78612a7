package flickr

import (
	"encoding/json"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/htmltext"
	"footprint/internal/ingest/jsonstream"
)

// printable replaces control characters inside strings, which Flickr writes as they are and JSON forbids.
type printable struct {
	r               io.Reader
	inside, escaped bool
}

func (p *printable) Read(b []byte) (int, error) {
	n, err := p.r.Read(b)
	for i, c := range b[:n] {
		switch {
		case !p.inside:
			p.inside = c == '"'
		case p.escaped:
			p.escaped = false
		case c == '\\':
			p.escaped = true
		case c == '"':
			p.inside = false
		}
		if p.inside && c < ' ' {
			b[i] = ' '
		}
	}
	return n, err
}

// object is one record; its values are kept as written.
type object map[string]json.RawMessage

func decode(raw []byte) (object, bool) {
	o := object{}
	ok := jsonstream.Members(raw, func(name, value []byte) { o[string(name)] = slices.Clone(value) })
	return o, ok
}

// get returns the first of the named values that is there, as text.
func (o object) get(names ...string) string {
	for _, name := range names {
		if v := strings.TrimSpace(ingest.CleanText(jsonstream.Text(o[name]))); v != "" {
			return v
		}
	}
	return ""
}

// words is get for values that hold HTML.
func (o object) words(names ...string) string { return htmltext.Text(o.get(names...)) }

// inner returns an object inside; Flickr writes an empty one as an empty list, and sometimes puts the one
// object into a list.
func (o object) inner(name string) object {
	if in, ok := decode(o[name]); ok {
		return in
	}
	var first object
	jsonstream.Elements(o[name], func(e []byte) {
		if in, ok := decode(e); ok && first == nil {
			first = in
		}
	})
	return first
}

// each calls visit for the objects of a list inside; texts come as {"": text}.
func (o object) each(name string, visit func(object)) {
	one := func(e []byte) {
		if in, ok := decode(e); ok {
			visit(in)
		} else {
			visit(object{"": slices.Clone(e)})
		}
	}
	if !jsonstream.Elements(o[name], one) {
		jsonstream.Members(o[name], func(_, value []byte) { one(value) })
	}
}

func (o object) number(names ...string) *int {
	n, err := strconv.Atoi(o.get(names...))
	if err != nil {
		return nil
	}
	return &n
}

// when reads Flickr's times, which are in UTC, and seconds of the epoch.
func when(s string) time.Time {
	if n, err := strconv.ParseInt(s, 10, 64); err == nil {
		if n < 1e8 || n > 1e10 {
			return time.Time{}
		}
		return ingest.Plausible(time.Unix(n, 0))
	}
	for _, layout := range []string{time.DateTime, time.RFC3339, "2006-01-02T15:04:05", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return ingest.Plausible(t)
		}
	}
	return time.Time{}
}

// degrees reads a coordinate: millionths of a degree as an integer, or degrees with a point.
func degrees(s string, most float64) *float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(f) {
		return nil
	}
	if !strings.Contains(s, ".") {
		f /= 1e6
	}
	if math.Abs(f) > most {
		return nil
	}
	return &f
}

// audiences are Flickr's words for who sees a photo.
var audiences = map[string]footprint.Visibility{
	"public": footprint.VisibilityPublic, "private": footprint.VisibilityPrivate, "friends only": footprint.VisibilityFriends, "family only": footprint.VisibilityFriends,
	"friends & family": footprint.VisibilityFriends, "friends &amp; family": footprint.VisibilityFriends, "contacts": footprint.VisibilityFriends,
}
