package telegram

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

// number is an id or a stamp that may be a number or a string.
type number string

func (n *number) UnmarshalJSON(b []byte) error {
	*n = number(jsonstream.Text(b))
	return nil
}

func (n number) time() time.Time {
	s, err := strconv.ParseInt(string(n), 10, 64)
	if err != nil || s <= 0 {
		return time.Time{}
	}
	return ingest.Plausible(time.Unix(s, 0))
}

// text is a string, or a list of strings and of parts with a text of their own.
type text struct {
	all   string
	links []string
	names []string // mentions
}

func (t *text) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		t.all = jsonstream.Text(b)
		return nil
	}
	var parts strings.Builder
	jsonstream.Elements(b, func(e []byte) {
		if len(e) > 0 && e[0] == '"' {
			parts.WriteString(jsonstream.Text(e))
			return
		}
		var p struct{ Type, Text, Href string }
		if json.Unmarshal(e, &p) != nil {
			return
		}
		parts.WriteString(p.Text)
		switch p.Type {
		case "text_link":
			t.links = append(t.links, p.Href)
		case "mention", "mention_name":
			t.names = append(t.names, ingest.CleanText(strings.TrimPrefix(p.Text, "@")))
		}
	})
	t.all = parts.String()
	return nil
}

// localTime reads the wall clock of very old exports.
func localTime(s string) time.Time {
	t, err := time.Parse("2006-01-02T15:04:05", s)
	if err != nil {
		return time.Time{}
	}
	return ingest.Plausible(t)
}
