// Package medium reads Medium's export: a page for each story and response, and paged lists for everything else.
// Facts stand in shared/formats/others.md, part A.
//
// The export does not say to which story a response belongs, nor that a page is a response at all; that is told
// from its shape.
package medium

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/feed"
)

// Layout2018 is the only layout known; younger exports leave the tags of stories out.
const Layout2018 = "2018"

// Platform returns the reader of Medium exports.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "medium", Name: "Medium",
		Ask:       "Settings, Security and apps, Download your information. The link in the mail works for 24 hours; pictures are not in the archive.",
		AskURL:    "https://medium.com/me/settings/security",
		Reads:     "stories, drafts, responses, claps, highlights, bookmarks, lists, follows, blocks, sessions, profile",
		Lacks:     "pictures, comments by others, views",
		Recognize: recognize,
		Read:      feed.Reader(read),
	}
}

const sniffed = 8 << 10

func recognize(a *ingest.Archive) []ingest.Found {
	var roots []string
	for _, root := range a.Roots("profile/profile.html") {
		if strings.Contains(string(a.Head(path.Join(root, "profile/profile.html"), sniffed)), "Medium user ID") {
			roots = append(roots, root)
		}
	}
	for _, root := range a.Roots("README.html") { // an export without the profile
		if !slices.Contains(roots, root) && strings.Contains(string(a.Head(path.Join(root, "README.html"), sniffed)), "Medium") && hasPost(a, root) {
			roots = append(roots, root)
		}
	}
	var found []ingest.Found
	for _, root := range roots {
		found = append(found, ingest.Found{Root: root, Layout: Layout2018, Format: "html"})
	}
	return found
}

func hasPost(a *ingest.Archive, root string) bool {
	for _, name := range a.Under(root) {
		if path.Dir(name) == "posts" && path.Ext(name) == ".html" {
			return strings.Contains(string(a.Head(path.Join(root, name), sniffed)), "h-entry")
		}
	}
	return false
}

type reader struct{ *feed.Feed }

func read(f *feed.Feed) {
	r := &reader{f}
	const profile = "profile/profile.html"
	if f.X.Has(profile) {
		r.profile(profile)
	}
	known := lists()
	for _, name := range f.X.Files() {
		folder, _, inFolder := strings.Cut(name, "/")
		if !inFolder {
			folder = strings.TrimSuffix(name, ".html")
		}
		l, listed := known[folder]
		switch {
		case path.Ext(name) != ".html", name == profile:
		case name == "README.html":
			f.X.Skip(name, "explains the export")
		case folder == "posts":
			r.post(name)
		case name == "profile/about.html":
			r.about(name)
		case name == "profile/publications.html":
			r.list(name, list{read: publication})
		case listed && l.skip != "":
			f.X.Skip(name, l.skip)
		case listed:
			r.list(name, l)
		}
	}
}

// list says how the entries of the pages in one folder are read.
type list struct {
	read func(e entry) footprint.Item
	skip string
}

// lists names the folders of paged lists; a page of the same name beside them counts as its folder.
func lists() map[string]list {
	return map[string]list{
		"claps":            {read: clap},
		"highlights":       {read: highlight},
		"bookmarks":        {read: saved("bookmark")},
		"lists":            {read: saved("list")},
		"users-following":  {read: person(footprint.KindFollowing, footprint.DirectionOutgoing)},
		"pubs-following":   {read: pageLike("publication")},
		"topics-following": {read: pageLike("topic")},
		"blocks":           {read: person(footprint.KindBlock, footprint.DirectionOutgoing)},
		"twitter":          {read: person(footprint.KindContact, "")},
		"interests":        {read: interest},
		"sessions":         {read: login("session")},
		"ips":              {read: login("address")},
		"partner-program":  {skip: "earnings, nothing that others see"},
	}
}

// list reads the entries of one page: the items of its lists, or the rows of its tables.
func (r *reader) list(name string, l list) {
	root := r.Page(name)
	if root == nil {
		return
	}
	e := entry{page: strings.TrimSuffix(path.Base(name), ".html")}
	contacts, n := 0, int64(0)
	for node := range root.Descendants() {
		switch {
		case node.Type != html.ElementNode:
		case has(node, "p-name") && e.title == "":
			e.title = textOf(node)
		case strings.HasPrefix(node.Data, "h") && len(node.Data) == 2:
			e.heading = textOf(node)
		case node.Data == "li", node.Data == "tr":
			e.node = node
			it := l.read(e)
			if it.Text+it.URL+it.SharedText == "" {
				continue
			}
			n++
			if it.Kind == footprint.KindContact {
				contacts++
			}
			r.Put(name, n, it)
		}
		if r.Done() {
			return
		}
	}
	if contacts > 0 {
		r.Put(name, 0, footprint.Item{Kind: footprint.KindUploadedContacts, Title: "from Twitter", Count: &contacts, Visibility: footprint.VisibilityPrivate})
	}
}
