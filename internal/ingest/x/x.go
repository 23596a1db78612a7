// Package x reads the account archives of X, formerly Twitter: the modern archive (since 2018) and the
// classic one (2012 to 2019). The format is described in shared/formats/x.md.
//
// Posts are told apart by what the archive says: a reply is a comment, "RT @name:" a repost whose words are
// not the user's own. Messages of both sides are read; people are known by number unless the user ever
// mentioned them. Advertising is read in sum only. Tokens and keys are never stored.
package x

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"footprint/internal/ingest"
)

// Layouts, by the year in which they appeared.
const (
	Layout2012 = "2012" // classic: data/js/tweets/2012_01.js, or tweets.csv alone
	Layout2018 = "2018" // tweet.js, at the top or in data/, no manifest
	Layout2020 = "2020" // manifest.js, data/tweet.js with wrapped elements
	Layout2022 = "2022" // data/tweets.js
	Layout2023 = "2023" // long posts and device keys
	Layout2024 = "2024" // AI chats, articles, calls
)

const (
	manifestFile = "data/manifest.js"
	accountFile  = "data/account.js"
	classicIndex = "data/js/tweet_index.js"
	classicDir   = "data/js/tweets/"
	classicCSV   = "tweets.csv"
)

// Platform returns the importer.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID:        "x",
		Name:      "X (Twitter)",
		Ask:       "Settings and privacy, Your account, Download an archive of your data. The zip is ready after a day or more.",
		AskURL:    "https://x.com/settings/download_your_data",
		Reads:     "posts, replies, notes, likes, messages, follows, blocks, lists, profile, deleted posts, log-ins, devices, connected apps, advertising, contacts",
		Lacks:     "who is tagged in photos, follow requests, bookmarks",
		Recognize: recognize,
		Read:      read,
	}
}

func recognize(a *ingest.Archive) []ingest.Found {
	var found []ingest.Found
	add := func(root string, classic bool) {
		if slices.ContainsFunc(found, func(f ingest.Found) bool { return f.Root == root }) {
			return
		}
		f := ingest.Found{Root: root, Format: "js", Claims: claims}
		if classic {
			f.Layout = Layout2012
		} else {
			f.Layout = layoutOf(a, root)
		}
		found = append(found, f)
	}
	for _, marker := range []struct{ file, head string }{
		{manifestFile, "__THAR_CONFIG"}, {accountFile, "window.YTD."}, {classicIndex, "tweet_index"},
	} {
		for _, root := range a.Roots(marker.file) {
			if bytes.Contains(a.Head(path.Join(root, marker.file), 200), []byte(marker.head)) {
				add(root, marker.file == classicIndex)
			}
		}
	}
	for _, root := range looseRoots(a) {
		add(root, false)
	}
	for _, root := range a.Roots(classicCSV) {
		if bytes.Contains(a.Head(path.Join(root, classicCSV), 200), []byte("in_reply_to_status_id")) {
			add(root, true)
		}
	}
	return found
}

// looseRoots finds archives without their markers: data files at the top (2018), or some files of an
// archive on their own.
func looseRoots(a *ingest.Archive) []string {
	const most = 100 // files looked into
	looked := 0
	var roots []string
	seen := map[string]bool{}
	for _, name := range a.Names() {
		if !strings.HasSuffix(name, ".js") {
			continue
		}
		dir, base := path.Split(name)
		root := path.Clean(strings.TrimSuffix(dir, "data/"))
		if dir == "data/" {
			root = "."
		}
		if seen[root] || looked >= most || sectionOf(base) == nil {
			continue
		}
		looked++
		if bytes.Contains(a.Head(name, 100), []byte("window.YTD.")) {
			seen[root] = true
			roots = append(roots, root)
		}
	}
	return roots
}

func layoutOf(a *ingest.Archive, root string) string {
	has := func(names ...string) bool {
		for _, n := range names {
			if a.Has(path.Join(root, "data", n)) || a.Has(path.Join(root, n)) {
				return true
			}
		}
		return false
	}
	switch {
	case has("grok-chat-item.js", "article.js", "article-metadata.js", "audio-video-calls-in-dm.js", "expanded-profile.js"):
		return Layout2024
	case has("note-tweet.js", "key-registry.js"):
		return Layout2023
	case has("tweets.js", "community-note.js", "community-tweet.js"):
		return Layout2022
	case has("manifest.js"):
		return Layout2020
	case has("tweet.js", "account.js", "direct-message.js"):
		return Layout2018
	}
	return Layout2020
}

// claims tells which files below the root are the archive's, so that other exports may lie beside it.
func claims(name string) bool {
	top, rest, nested := strings.Cut(name, "/")
	switch {
	case !nested:
		return sectionOf(name) != nil || strings.HasSuffix(name, ".js") || slices.Contains(topFiles, name)
	case top == "data", top == "assets", top == "css", top == "lib", top == "img":
		return true
	case top == "js":
		return strings.HasSuffix(rest, ".js")
	}
	return strings.HasSuffix(top, "_media")
}

var topFiles = []string{"Your archive.html", "index.html", "README.txt", "readme.txt", classicCSV}
