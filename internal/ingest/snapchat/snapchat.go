// Package snapchat reads Snapchat's "My Data": one JSON file per subject, or the same subjects as tables in HTML
// when JSON was not ticked, with memories and chat media beside them. Facts stand in shared/formats/snapchat.md.
package snapchat

import (
	"path"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/feed"
	"footprint/internal/ingest/jsonstream"
)

// Layouts by the year they began.
const (
	Layout2017 = "2017" // Received Chat History
	Layout2020 = "2020" // Received Saved Chat History
	Layout2023 = "2023" // chats by conversation
	Layout2025 = "2025" // memories come with the export
	LayoutHTML = "html" // JSON was not ticked
)

// Platform returns the reader of Snapchat exports.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "snapchat", Name: "Snapchat",
		Ask:       "accounts.snapchat.com, My Data: tick Export your Memories, Export JSON files (off by default) and Include chat media. The link in the mail works for seven days.",
		AskURL:    "https://accounts.snapchat.com",
		Reads:     "account, friends, chats, memories, stories, searches, places, advertising, log-ins, connected apps",
		Lacks:     "snaps that are gone, what others saved",
		Recognize: recognize,
		Read:      feed.Reader(read),
	}
}

// signs are files that an export is known by, with words of which one stands at their beginning.
var signs = []struct {
	stem  string
	words []string
}{
	{"account", []string{"Basic Information"}},
	{"chat_history", []string{"Chat History", "IsSender", "Media Type"}},
	{"memories_history", []string{"Saved Media", "downloadMemories"}},
	{"snap_history", []string{"Snap History", "IsSender", "Media Type"}},
	{"friends", []string{"Friend Requests Sent", "Deleted Friends", "Ignored Snapchatters"}},
	{"location_history", []string{"Frequent Locations", "Areas you may have visited", "Latest Location"}},
	{"user_profile", []string{"App Profile", "Derived Ad Demographic"}},
}

const sniffed = 64 << 10

func recognize(a *ingest.Archive) []ingest.Found {
	var found []ingest.Found
	for _, ext := range []string{"json", "html"} {
		for _, sign := range signs {
			name := sign.stem + "." + ext
			for _, dir := range a.Roots(name) {
				head := string(a.Head(path.Join(dir, name), sniffed))
				if !slices.ContainsFunc(sign.words, func(w string) bool { return strings.Contains(head, w) }) {
					continue
				}
				f := ingest.Found{Root: dir, Format: ext, Claims: bare}
				if path.Base(dir) == ext {
					f.Root, f.Claims = path.Dir(dir), nil
				}
				if !slices.ContainsFunc(found, func(had ingest.Found) bool { return had.Root == f.Root }) {
					f.Layout = layout(a, f, ext)
					found = append(found, f)
				}
			}
		}
	}
	return found
}

// bare claims the known files where they lie without their folder; the rest of that folder may be anything.
func bare(name string) bool {
	_, known := subjects[stem(name)]
	return known && !strings.Contains(name, "/")
}

func layout(a *ingest.Archive, f ingest.Found, ext string) string {
	if ext == "html" {
		return LayoutHTML
	}
	dir := f.Root
	if f.Claims == nil {
		dir = path.Join(f.Root, "json")
	}
	chat := string(a.Head(path.Join(dir, "chat_history.json"), sniffed)) + string(a.Head(path.Join(dir, "snap_history.json"), sniffed))
	memories := string(a.Head(path.Join(dir, "memories_history.json"), sniffed))
	switch {
	case strings.Contains(chat, "Saved Chat History"):
		return Layout2020
	case strings.Contains(chat, "Received Chat History"), strings.Contains(chat, "Sent Chat History"):
		return Layout2017
	case slices.ContainsFunc(a.Under(f.Root), func(n string) bool { return strings.HasPrefix(n, "memories/") }):
		return Layout2025
	case strings.Contains(memories, "Download Link") && !strings.Contains(memories, "Media Download Url"):
		return Layout2020
	}
	return Layout2023
}

// stem names the subject of a file: "chat_history" for json/chat_history.json and for html/chat_history/a.html.
func stem(name string) string {
	dir, base := path.Split(name)
	if strings.HasPrefix(dir, "html/") && strings.Count(dir, "/") > 1 {
		return strings.Split(dir, "/")[1]
	}
	return strings.TrimSuffix(base, path.Ext(base))
}

// reader keeps what later files need from earlier ones.
type reader struct {
	*feed.Feed
	groups map[string]bool // conversations already listed as groups
	media  *mediaFiles
}

func read(f *feed.Feed) {
	r := &reader{Feed: f, groups: map[string]bool{}, media: indexMedia(f.X)}
	var documents, pages []string
	for _, name := range f.X.Files() {
		dir := path.Dir(name)
		switch ext := path.Ext(name); {
		case name == "index.html":
			f.X.Skip(name, "the export's table of contents")
		case ext == ".json" && (dir == "json" || dir == "."):
			documents = append(documents, name)
		case ext == ".html" && (dir == "." || strings.HasPrefix(name, "html/")):
			pages = append(pages, name)
		}
	}
	accountFirst(documents)
	accountFirst(pages)
	for _, name := range documents {
		r.document(name)
	}
	for _, name := range pages {
		switch s, known := subjects[stem(name)]; {
		case f.X.Has("json/"+stem(name)+".json") || f.X.Has(stem(name)+".json"):
			f.X.Skip(name, "the same as the JSON file")
		case known && s.skip != "":
			f.X.Skip(name, s.skip)
		case known:
			r.page(name, s)
		}
	}
	r.loose()
}

// accountFirst brings the file that names the owner before the messages.
func accountFirst(names []string) {
	slices.SortStableFunc(names, func(a, b string) int {
		rank := map[string]int{"account": 0, "account_history": 1}
		of := func(name string) int {
			if n, ok := rank[stem(name)]; ok {
				return n
			}
			return len(rank)
		}
		return of(a) - of(b)
	})
}

// document reads one JSON file by the table of subjects.
func (r *reader) document(name string) {
	s, known := subjects[stem(name)]
	switch {
	case !known:
		return // the ledger shows it as unknown
	case s.skip != "":
		r.X.Skip(name, s.skip)
		return
	}
	byPath := map[string]func(*reader, section) []item{"*": other}
	for _, row := range s.rows {
		byPath[row.path] = row.read
	}
	paths := make([]string, 0, len(byPath))
	for p := range byPath {
		if p != "*" || byPath["*/[]"] == nil {
			paths = append(paths, p)
		}
	}
	slices.Sort(paths)
	r.JSON(name, func(v jsonstream.Value) ([]footprint.Item, error) {
		rec, err := feed.Parse(v.Raw)
		read := byPath[v.Path]
		if err != nil || read == nil || rec.Empty() {
			return nil, err
		}
		heading := ingest.CleanText(v.Key)
		if heading == "" {
			heading = ingest.CleanText(v.List)
		}
		return read(r, section{heading, rec}), nil
	}, paths...)
}
