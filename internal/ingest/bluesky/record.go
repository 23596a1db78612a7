package bluesky

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"footprint/internal/ingest"
)

// record is a decoded record. Members may be missing, null or of an unexpected type: the methods then
// return nothing.
type record map[string]any

func (m record) text(key string) string {
	switch v := m[key].(type) {
	case string:
		return ingest.CleanText(v)
	case json.Number:
		return v.String()
	case bool, int64, uint64, float64:
		return fmt.Sprint(v)
	}
	return ""
}

func (m record) object(key string) record {
	o, _ := m[key].(map[string]any)
	return o
}

func (m record) list(key string) []record {
	values, _ := m[key].([]any)
	var list []record
	for _, v := range values {
		if o, ok := v.(map[string]any); ok {
			list = append(list, o)
		}
	}
	return list
}

func (m record) texts(key string) []string {
	values, _ := m[key].([]any)
	var list []string
	for _, v := range values {
		if s, ok := v.(string); ok {
			list = append(list, ingest.CleanText(s))
		}
	}
	return list
}

func (m record) int(key string) (int, bool) {
	switch v := m[key].(type) {
	case int64:
		return int(v), v >= 0 && v < 1<<31
	case uint64:
		return int(v), v < 1<<31
	case json.Number:
		n, err := v.Int64()
		return int(n), err == nil && n >= 0 && n < 1<<31
	}
	return 0, false
}

func (m record) time(key string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, m.text(key))
	if err != nil {
		return time.Time{}
	}
	return ingest.Plausible(t)
}

// subject returns the address of what a record points at: a strong reference, an address, or the form of
// 2022 with the account only.
func (m record) subject() string {
	if s := m.text("subject"); s != "" {
		return s
	}
	o := m.object("subject")
	if uri := o.text("uri"); uri != "" {
		return uri
	}
	return o.text("did")
}

// blobID returns the id of a blob in its present form, in JSON, or in that of early 2023.
func (m record) blobID() string {
	if _, text, ok := linkID(m["ref"]); ok {
		return text
	}
	if link := m.object("ref").text("$link"); link != "" {
		return link
	}
	return m.text("cid")
}

const tidAlphabet = "234567abcdefghijklmnopqrstuvwxyz"

// tidTime dates a record by its key, which is the time of the writing device in microseconds.
func tidTime(rkey string) time.Time {
	if len(rkey) != 13 {
		return time.Time{}
	}
	var n uint64
	for i := range len(rkey) {
		v := strings.IndexByte(tidAlphabet, rkey[i])
		if v < 0 {
			return time.Time{}
		}
		n = n<<5 | uint64(v)
	}
	t := time.UnixMicro(int64(n >> 10)).UTC()
	if t.Year() < 2022 || t.Year() > 2100 {
		return time.Time{}
	}
	return t
}

// splitURI returns the parts of "at://did/collection/rkey".
func splitURI(uri string) (did, collection, rkey string) {
	rest, ok := strings.CutPrefix(uri, "at://")
	if !ok {
		return uri, "", ""
	}
	did, rest, _ = strings.Cut(rest, "/")
	collection, rkey, _ = strings.Cut(rest, "/")
	return did, collection, rkey
}

// webURL is the page of an account or record in the app.
func webURL(uri string) string {
	did, collection, rkey := splitURI(uri)
	if did == "" {
		return ""
	}
	page := "https://bsky.app/profile/" + did
	switch collection {
	case "app.bsky.feed.post":
		return page + "/post/" + rkey
	case "app.bsky.graph.list":
		return page + "/lists/" + rkey
	case "app.bsky.feed.generator":
		return page + "/feed/" + rkey
	case "app.bsky.graph.starterpack":
		return "https://bsky.app/starter-pack/" + did + "/" + rkey
	}
	return page
}
