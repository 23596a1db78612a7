// Package tumblr reads what Tumblr users can hold: the account data (payload-0.json), the export of a blog, and
// the backups that the free tool tumblr-backup makes, with pages or with JSON. Facts stand in
// shared/formats/tumblr.md.
package tumblr

import (
	"bytes"
	"context"
	"iter"
	"path"
	"regexp"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// Layouts by their source.
const (
	LayoutAccount    = "account"     // payload-*.json: no posts
	LayoutBlog       = "blog"        // a page for each post, made by Tumblr
	LayoutBackup     = "backup"      // articles, made by tumblr-backup
	LayoutBackupJSON = "backup-json" // the same with json/<id>.json
)

// Platform returns the reader of Tumblr exports and backups.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "tumblr", Name: "Tumblr",
		Ask:       "Two downloads: Account settings, Privacy, Request privacy data; and for every blog, side blogs too, Blog settings, Export. Both take up to some days.",
		AskURL:    "https://www.tumblr.com/settings/privacy",
		Reads:     "posts, reblogs and drafts, tags, answers, likes of backups, messages; account data with all blogs, apps, devices, interests",
		Lacks:     "likes, follows and settings; copies that others reblogged",
		Recognize: recognize,
		Read:      read,
	}
}

const (
	sniffBytes = 256 << 10
	maxSniffed = 5
)

// recognize looks at names first; of each sign it opens a few files only.
func recognize(a *ingest.Archive) []ingest.Found {
	var s signs
	for _, name := range a.Names() {
		s.name(name)
	}
	f := finder{a: a}
	for _, name := range first(s.payloads) {
		if isPayload(a.Head(name, sniffBytes)) {
			f.add(path.Dir(name), LayoutAccount, "json")
		}
	}
	for _, name := range first(s.records) {
		if head := a.Head(name, sniffBytes); bytes.Contains(head, []byte(`"blog_name"`)) && bytes.Contains(head, []byte(`"id"`)) {
			f.add(path.Dir(path.Dir(name)), LayoutBackupJSON, "json")
		}
	}
	for _, name := range first(s.pages) {
		root := blogRoot(name)
		switch {
		case bytes.Contains(a.Head(name, 16<<10), []byte("<article class=")):
			f.add(root, LayoutBackup, "html")
		case s.hasCompanion(a, name, root):
			f.add(root, LayoutBlog, "html")
		}
	}
	for _, name := range first(s.nested) {
		if nestedPage.Match(a.Head(name, 4096)) {
			f.add(blogRoot(name), LayoutBlog, "html")
		}
	}
	return f.found
}

// nestedPage finds the name of a post's page among the first entries of a zip, where names stand unpacked.
var nestedPage = regexp.MustCompile(`PK\x03\x04(?s:.{26})[\w/]*html/\d{6,20}\.html`)

func first(names []string) []string { return names[:min(len(names), maxSniffed)] }

// signs are the names that may tell a Tumblr export.
type signs struct {
	payloads, records, pages, nested []string
	media                            map[string]bool // post ids of media/<id>_<n>
}

func (s *signs) name(name string) {
	dir, base := path.Split(name)
	dir = path.Base(dir)
	switch ext := path.Ext(base); {
	case ext == ".json" && strings.HasPrefix(base, "payload"):
		s.payloads = append(s.payloads, name)
	case ext == ".json" && dir == "json" && len(s.records) < maxSniffed && isID(strings.TrimSuffix(base, ext)):
		s.records = append(s.records, name)
	case ext == ".html" && len(s.pages) < maxSniffed && pageID(name) != "":
		s.pages = append(s.pages, name)
	case base == "posts.zip":
		s.nested = append(s.nested, name)
	case dir == "media":
		if id, _, ok := strings.Cut(base, "_"); ok && isID(id) {
			if s.media == nil {
				s.media = map[string]bool{}
			}
			if len(s.media) < 1000 { // enough to see one of the first pages, whose ids are sorted likewise
				s.media[id] = true
			}
		}
	}
}

// hasCompanion wants more than a numbered page: Tumblr's folders, its index, media of the post, or its name.
func (s *signs) hasCompanion(a *ingest.Archive, name, root string) bool {
	if s.media[pageID(name)] || strings.HasSuffix(path.Dir("/"+name), "/posts/html") {
		return true
	}
	for _, index := range []string{"posts_index.html", "posts/posts_index.html", "backup.css"} {
		if a.Has(path.Join(root, index)) {
			return true
		}
	}
	return bytes.Contains(a.Head(name, 16<<10), []byte("tumblr"))
}

func isID(s string) bool {
	if len(s) < 6 || len(s) > 20 {
		return false
	}
	return strings.Trim(s, "0123456789") == ""
}

// pageID returns the post's number from <id>.html or <id>/index.html, or "".
func pageID(name string) string {
	id := strings.TrimSuffix(path.Base(name), ".html")
	if id == "index" {
		id = path.Base(path.Dir(name))
	}
	if path.Ext(name) != ".html" || !isID(id) {
		return ""
	}
	return id
}

// blogRoot climbs from a page, or from a zip of pages, to the folder of the blog.
func blogRoot(name string) string {
	dir := path.Dir(name)
	if isID(path.Base(dir)) && path.Base(name) == "index.html" {
		dir = path.Dir(dir)
	}
	for slices.Contains([]string{"html", "posts", "drafts", "queue", "asks", "submissions"}, path.Base(dir)) {
		dir = path.Dir(dir)
	}
	return dir
}

type finder struct {
	a     *ingest.Archive
	found []ingest.Found
}

// add keeps one export for each root; of two sources in one folder the later says more.
func (f *finder) add(root, layout, format string) {
	for i := range f.found {
		have := &f.found[i]
		if have.Root != root {
			continue
		}
		if have.Layout == LayoutAccount {
			have.Layout, have.Format = layout, format
		}
		return
	}
	f.found = append(f.found, ingest.Found{Root: root, Layout: layout, Format: format})
}

// payloadKeys tell the account data from other files of that name.
var payloadKeys = []string{"blog_names", "registration_time", "most_used_tags", "dashboard", "unfollows", "crushes", "crushers", "api_applications_used",
	"user_interest_profiles", "last_active_times", "push_notification_opens", "ads_analytics", "client_side_ad_analytics", "gemini_analytics", "ugcLinks"}

func isPayload(head []byte) bool {
	head = bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")))
	if !bytes.HasPrefix(head, []byte("[")) || !bytes.Contains(head, []byte(`"data"`)) {
		return false
	}
	return slices.ContainsFunc(payloadKeys, func(k string) bool { return bytes.Contains(head, []byte(`"`+k+`"`)) })
}

func read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		r := &reader{x: x, ctx: ctx, yield: yield}
		r.findOwner()
		for _, name := range x.Files() {
			if ctx.Err() != nil {
				r.yield(footprint.Item{}, ctx.Err())
				return
			}
			if !r.one(name) {
				return
			}
		}
	}
}

// repeats are parts of a backup that say what the posts' own files say.
var repeats = map[string]string{
	"archive": "monthly pages that repeat the posts",
	"tags":    "pages by tag that repeat the posts",
	"theme":   "part of the pages' appearance",
}

// one reads one file by its name and folder.
func (r *reader) one(name string) bool {
	base, ext := path.Base(name), strings.ToLower(path.Ext(name))
	top, _, _ := strings.Cut(name, "/")
	folder := path.Base(path.Dir(name))
	switch {
	case ext == ".json" && strings.HasPrefix(base, "payload"):
		return r.payload(name)
	case repeats[top] != "" && !ingest.IsMedia(name):
		r.x.Skip(name, repeats[top])
	case ext == ".css" || ext == ".js":
		r.x.Skip(name, "part of the pages' appearance")
	case strings.Contains(base, ".incomplete") || base == ".first_run_options" || base == ".complete":
		r.x.Skip(name, "a mark of the backup's progress")
	case isConversation(name):
		return r.conversation(name)
	case ext == ".json" && isID(strings.TrimSuffix(base, ext)):
		return r.record(name)
	case ext == ".html" && pageID(name) != "":
		if r.records[pageID(name)] {
			r.x.Skip(name, "the same post as its JSON file")
			return true
		}
		return r.pageFile(name)
	case ext == ".html" && (base == "index.html" || base == "posts_index.html" || folder == "posts"):
		r.x.Skip(name, "a list of the posts")
	case ext == ".zip":
		return r.nested(name)
	}
	return true
}

type reader struct {
	x       *ingest.Export
	ctx     context.Context
	yield   func(footprint.Item, error) bool
	records map[string]bool     // ids of posts that have a JSON file
	media   map[string][]string // files below media/ by post id, and by their own name
	blogs   []string            // the user's own, present and former
}

func (r *reader) emit(it footprint.Item, file string, pos int64) bool {
	it.Origin = footprint.Origin{File: r.x.Path(file), Pos: pos}
	return r.yield(it, nil)
}

func (r *reader) fail(file string, pos int64, err error) bool {
	return r.yield(footprint.Item{}, r.x.Failed(file, pos, err))
}

// own reports whether a blog is the user's.
func (r *reader) own(blog string) bool {
	return slices.ContainsFunc(r.blogs, func(b string) bool { return strings.EqualFold(b, blog) })
}

// address is the page of a post on the present blog, or "" when the blog is not known.
func address(blog, id string) string {
	if blog == "" || id == "" {
		return ""
	}
	return "https://www.tumblr.com/" + blog + "/" + id
}
