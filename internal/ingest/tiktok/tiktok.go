// Package tiktok reads TikTok data exports: one JSON document, or the folder of text files that is the default.
// Facts stand in shared/formats/tiktok.md.
//
// Sections move between layouts while the names of the lists stay, so a table binds section and list and lets
// the part above them be anything.
package tiktok

import (
	"bytes"
	"context"
	"encoding/json"
	"iter"
	"path"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

// Layouts by the year they began.
const (
	Layout2020 = "2020" // Activity, Video
	Layout2025 = "2025" // Your Activity, App Settings
	Layout2026 = "2026" // Profile And Settings, Likes and Favorites
	LayoutText = "text"
)

// Platform returns the reader of TikTok exports.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "tiktok", Name: "TikTok",
		Ask:       "Settings and privacy, Account, Download your data: all data, file format JSON (the default is TXT). The file can be fetched for four days.",
		AskURL:    "https://www.tiktok.com/setting/download-your-data",
		Reads:     "videos, deleted ones too, comments, likes, saved items, messages, follows, searches, what was watched and shared, log-ins, advertising, settings",
		Lacks:     "comments received, videos that show you",
		Recognize: recognize,
		Read:      read,
	}
}

const maxSniffed = 5

// tops are names of the document's sections; two of them tell TikTok from others.
var tops = []string{`"Activity"`, `"Your Activity"`, `"Comment"`, `"Profile"`, `"Profile And Settings"`, `"Video"`, `"Post"`, `"Tiktok Live"`, `"TikTok Live"`, `"Likes and Favorites"`,
	`"App Settings"`, `"Direct Messages"`, `"Direct Message"`, `"Ads and data"`, `"Income+ Wallet"`}

func recognize(a *ingest.Archive) []ingest.Found {
	var found []ingest.Found
	for _, name := range []string{"user_data.json", "user_data_tiktok.json"} {
		for _, root := range a.Roots(name) {
			if l := layout(a, path.Join(root, name)); l != "" {
				found = append(found, ingest.Found{Root: root, Layout: l, Format: "json"})
			}
		}
	}
	if names := a.Names(); len(found) == 0 && len(names) <= maxSniffed { // a bare or renamed document
		for _, name := range names {
			if path.Ext(name) == ".json" {
				if l := layout(a, name); l != "" {
					found = append(found, ingest.Found{Root: path.Dir(name), Layout: l, Format: "json"})
				}
			}
		}
	}
	if len(found) > 0 {
		return found
	}
	for _, sign := range []string{"Activity/Like List.txt", "Your Activity/Like List.txt", "Profile/Profile Info.txt", "Your Activity/Watch History.txt", "Activity/Browsing History.txt"} {
		for _, root := range a.Roots(sign) {
			return []ingest.Found{{Root: root, Layout: LayoutText, Format: "txt"}}
		}
	}
	return nil
}

// layout looks at the document's beginning, its end and its size: sections may be far apart.
func layout(a *ingest.Archive, file string) string {
	const sniff = 256 << 10
	head := string(a.Head(file, sniff))
	n := 0
	for _, top := range tops {
		if strings.Contains(head, top) {
			n++
		}
	}
	lists := 0
	for _, list := range []string{"ItemFavoriteList", "FavoriteVideoList", "FansList", "VideoList", "SearchList", "CommentsList", "LoginHistoryList", "ProfileMap", "SettingsMap", "ShareHistoryList"} {
		if strings.Contains(head, `"`+list+`"`) {
			lists++
		}
	}
	switch {
	case n < 2 && lists < 2 || lists == 0:
		return ""
	case strings.Contains(head, `"Profile And Settings"`) || strings.Contains(head, `"Likes and Favorites"`):
		return Layout2026
	case strings.Contains(head, `"Your Activity"`):
		return Layout2025
	}
	return Layout2020
}

func read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		r := &reader{x: x, ctx: ctx, yield: yield}
		for _, f := range x.Files() {
			switch {
			case path.Base(f) == "user_data_lemon8.json":
				x.Skip(f, "data of Lemon8, another app")
			case path.Ext(f) == ".json":
				if !r.document(f) {
					return
				}
			case path.Ext(f) == ".txt" && x.Layout == LayoutText:
				if !r.textFile(f) {
					return
				}
			}
		}
	}
}

type reader struct {
	x     *ingest.Export
	ctx   context.Context
	yield func(footprint.Item, error) bool
	file  string
	n     int64
}

func (r *reader) emit(items ...footprint.Item) bool {
	for _, it := range items {
		r.n++
		it.Origin = footprint.Origin{File: r.x.Path(r.file), Pos: r.n}
		if !r.yield(it, nil) {
			return false
		}
	}
	return true
}

// document reads the one JSON document, whatever its size.
func (r *reader) document(file string) bool {
	f, err := r.x.Open(file)
	if err != nil {
		return r.yield(footprint.Item{}, err)
	}
	defer f.Close()
	r.file, r.n = file, 0
	r.findOwner(file)
	rows, paths := jsonPaths()
	for v, err := range jsonstream.Walk(f, paths...) {
		if r.ctx.Err() != nil {
			r.yield(footprint.Item{}, r.ctx.Err())
			return false
		}
		if err != nil {
			if !r.yield(footprint.Item{}, r.x.Failed(file, 0, err)) {
				return false
			}
			continue
		}
		if isEmpty(v.Raw) {
			continue
		}
		rec, err := decode(v.Raw)
		if err != nil {
			if !r.yield(footprint.Item{}, r.x.Failed(file, v.Index, err)) {
				return false
			}
			continue
		}
		rec.key = ingest.CleanText(v.Key)
		if !r.emit(rows[v.Path](r, rec)...) {
			return false
		}
	}
	return true
}

// findOwner looks for the profile first: it often stands behind the messages, whose writers it tells apart.
func (r *reader) findOwner(file string) {
	f, err := r.x.Open(file)
	if err != nil {
		return // reported when the document is read
	}
	defer f.Close()
	for v, err := range jsonstream.Walk(f, "*/Profile Information/ProfileMap", "*/Profile Info/ProfileMap") {
		if r.ctx.Err() != nil {
			return
		}
		if err != nil {
			continue // reported when the document is read
		}
		if rec, err := decode(v.Raw); err == nil && rec.fields != nil {
			profile(r, rec)
			return
		}
	}
}

func isEmpty(raw []byte) bool {
	raw = bytes.TrimSpace(raw)
	switch string(raw) {
	case "null", `""`, "[]", "{}", `"N/A"`, `"None"`:
		return true
	}
	return false
}

// record is one object with its keys folded, or a string, or a list.
type record struct {
	key    string // name under which it stood
	fields map[string]json.RawMessage
	order  []string // names as written
	text   string
	list   [][]byte
}

func decode(raw []byte) (record, error) {
	raw = bytes.TrimSpace(raw)
	var rec record
	switch {
	case len(raw) > 0 && raw[0] == '{':
		rec.fields = map[string]json.RawMessage{}
		ok := jsonstream.Members(raw, func(name, value []byte) {
			rec.order = append(rec.order, ingest.CleanText(string(name)))
			rec.fields[fold(string(name))] = append(json.RawMessage{}, value...)
		})
		if !ok {
			return rec, footprint.ErrDamaged
		}
	case len(raw) > 0 && raw[0] == '[':
		if !jsonstream.Elements(raw, func(e []byte) { rec.list = append(rec.list, append([]byte{}, e...)) }) {
			return rec, footprint.ErrDamaged
		}
	default:
		rec.text = plain(jsonstream.Text(raw))
	}
	return rec, nil
}

// fold compares names without case, blanks and colons.
func fold(s string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", ":", "", "_", "").Replace(s))
}

// get returns the first of the named values that is there.
func (r record) get(names ...string) string {
	for _, name := range names {
		if v := plain(jsonstream.Text(r.fields[fold(name)])); v != "" {
			return v
		}
	}
	return ""
}

func plain(s string) string {
	switch s = strings.TrimSpace(ingest.CleanText(s)); s {
	case "N/A", "None", "null":
		return ""
	}
	return s
}
