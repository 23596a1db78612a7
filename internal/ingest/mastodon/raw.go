package mastodon

import (
	"encoding/json"
	"net/url"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

// many is one value or a list of them; each a string or an object with an id.
type many []string

// UnmarshalJSON reads all forms that servers write.
func (m *many) UnmarshalJSON(raw []byte) error {
	one := func(v []byte) {
		if s := address(v); s != "" {
			*m = append(*m, s)
		}
	}
	if raw[0] == '[' {
		jsonstream.Elements(raw, one)
		return nil
	}
	one(raw)
	return nil
}

// address returns a string, or the id of an object.
func address(raw []byte) (s string) {
	if len(raw) > 0 && raw[0] == '{' {
		jsonstream.Members(raw, func(name, v []byte) {
			if string(name) == "id" {
				s = jsonstream.Text(v)
			}
		})
		return s
	}
	return ingest.CleanText(jsonstream.Text(raw))
}

// loose is text that some servers leave null or write as another type.
type loose string

// UnmarshalJSON reads any scalar.
func (l *loose) UnmarshalJSON(raw []byte) error {
	*l = loose(ingest.CleanText(jsonstream.Text(raw)))
	return nil
}

func (l loose) time() time.Time {
	t, err := time.Parse(time.RFC3339Nano, string(l))
	if err != nil {
		return time.Time{}
	}
	return ingest.Plausible(t)
}

// listOf is a list, or one object where a list should be.
type listOf[T any] []T

// UnmarshalJSON reads both forms; anything else is an empty list.
func (l *listOf[T]) UnmarshalJSON(raw []byte) error {
	switch raw[0] {
	case '[':
		return json.Unmarshal(raw, (*[]T)(l))
	case '{':
		var one T
		if err := json.Unmarshal(raw, &one); err != nil {
			return err
		}
		*l = listOf[T]{one}
	}
	return nil
}

type activity struct {
	ID        loose           `json:"id"`
	Type      loose           `json:"type"`
	Actor     many            `json:"actor"`
	Published loose           `json:"published"`
	To        many            `json:"to"`
	CC        many            `json:"cc"`
	Object    json.RawMessage `json:"object"`
}

type note struct {
	ID           loose              `json:"id"`
	Type         loose              `json:"type"`
	Summary      loose              `json:"summary"`
	InReplyTo    many               `json:"inReplyTo"`
	Published    loose              `json:"published"`
	Updated      loose              `json:"updated"`
	URL          many               `json:"url"`
	To           many               `json:"to"`
	CC           many               `json:"cc"`
	Content      loose              `json:"content"`
	ContentMap   map[string]loose   `json:"contentMap"`
	Conversation loose              `json:"conversation"`
	Attachment   listOf[attachment] `json:"attachment"`
	Tag          listOf[tag]        `json:"tag"`
	Likes        *total             `json:"likes"`
	Shares       *total             `json:"shares"`
	OneOf        listOf[option]     `json:"oneOf"`
	AnyOf        listOf[option]     `json:"anyOf"`
	Quote        many               `json:"quote"`
}

type attachment struct {
	Type      loose `json:"type"`
	MediaType loose `json:"mediaType"`
	URL       loose `json:"url"`
	Href      loose `json:"href"`
	Name      loose `json:"name"`
	Value     loose `json:"value"`
}

type tag struct {
	Type loose `json:"type"`
	Href loose `json:"href"`
	Name loose `json:"name"`
}

type option struct {
	Name loose `json:"name"`
}

// total is a collection of which only the number counts; some servers write its address instead.
type total struct{ n *int }

// UnmarshalJSON reads the number of items.
func (t *total) UnmarshalJSON(raw []byte) error {
	jsonstream.Members(raw, func(name, v []byte) {
		if string(name) == "totalItems" {
			if n, err := strconv.Atoi(jsonstream.Text(v)); err == nil && n > 0 {
				t.n = &n
			}
		}
	})
	return nil
}

func (t *total) count() *int {
	if t == nil {
		return nil
	}
	return t.n
}

// visibility reads the recipients. direct is true for a post to named people only.
func visibility(to, cc many) (v footprint.Visibility, direct bool) {
	followers := false
	for _, list := range []many{to, cc} {
		for _, recipient := range list {
			switch recipient {
			case "https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public":
				return footprint.VisibilityPublic, false
			}
			followers = followers || strings.HasSuffix(recipient, "/followers")
		}
	}
	if followers {
		return footprint.VisibilityFriends, false
	}
	return footprint.VisibilityPrivate, true
}

// person derives "@name@host" from the address of an account or of a post, or "".
func person(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	parts := strings.Split(strings.Trim(u.Path, "/"), "/")
	for i, p := range parts {
		switch {
		case strings.HasPrefix(p, "@") && len(p) > 1:
			return ingest.CleanText(p + "@" + u.Host)
		case p == "users" && i+1 < len(parts) && parts[i+1] != "":
			return ingest.CleanText("@" + parts[i+1] + "@" + u.Host)
		}
	}
	return ""
}

// idTime dates a post by the number at the end of its address: milliseconds in the upper bits.
func idTime(address string) time.Time {
	last := address[strings.LastIndexByte(address, '/')+1:]
	n, err := strconv.ParseInt(last, 10, 64)
	const first = 95_000_000_000_000_000 // late 2015, before Mastodon
	if err != nil || n < first {
		return time.Time{}
	}
	t := ingest.Plausible(time.UnixMilli(n >> 16))
	if t.Year() < 2016 || t.Year() > 2100 {
		return time.Time{}
	}
	return t
}
