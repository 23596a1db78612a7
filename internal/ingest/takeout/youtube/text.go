package youtube

import (
	"encoding/json"
	"strings"

	"footprint/internal/ingest"
)

// segment is a piece of a comment.
type segment struct {
	Text    string `json:"text"`
	Mention *struct {
		Channel string `json:"externalChannelId"`
	} `json:"mention"`
	Link *struct {
		URL string `json:"linkUrl"`
	} `json:"link"`
	Segments []segment `json:"takeoutSegments"`
}

// segments puts the pieces of a comment together: one object with a list, or objects separated by commas
// with no brackets around them, with raw line ends inside their texts. What cannot be decoded is kept as it is
// written. People addressed are returned too.
func segments(cell string) (words string, tags []string) {
	cell = strings.TrimSpace(cell)
	if !strings.HasPrefix(cell, "{") {
		return clean(cell), nil
	}
	escaped := strings.NewReplacer("\r\n", `\n`, "\n", `\n`, "\r", `\n`, "\t", `\t`).Replace(cell)
	var list []segment
	if json.Unmarshal([]byte("["+escaped+"]"), &list) != nil &&
		json.Unmarshal([]byte("["+strings.ReplaceAll(escaped, `""`, `"`)+"]"), &list) != nil { // quoted twice
		return clean(cell), nil
	}
	var b strings.Builder
	add := func(s segment) {
		b.WriteString(s.Text)
		if s.Mention != nil {
			tags = append(tags, clean(s.Text))
		}
		if s.Link != nil && s.Link.URL != "" && !strings.Contains(s.Link.URL, s.Text) {
			b.WriteString(" " + s.Link.URL)
		}
	}
	for _, s := range list {
		add(s)
		for _, inner := range s.Segments {
			add(inner)
		}
	}
	return clean(b.String()), tags
}

func clean(s string) string { return strings.TrimSpace(ingest.CleanText(s)) }

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
