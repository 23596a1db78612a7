// Package quora reads the copy of an account's content that Quora sends: one page of HTML, up to hundreds of
// megabytes, as a stream. Facts stand in shared/formats/others.md, part B.
package quora

import (
	"context"
	"iter"
	"path"
	"regexp"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// Layout2018 is the only layout that is known.
const Layout2018 = "2018"

// Platform returns the reader of Quora exports.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "quora", Name: "Quora",
		Ask:       "Write to Quora's help desk, \"I want a copy of my data\"; in some countries Settings, Privacy, Download your data. The zip comes after days.",
		AskURL:    "https://help.quora.com/hc/en-us/requests/new",
		Reads:     "answers, questions, posts, comments, messages written, drafts, profile, spaces",
		Lacks:     "upvotes, follows, settings, comments and messages by others",
		Recognize: recognize,
		Read:      read,
	}
}

const (
	sniffBytes = 256 << 10
	maxSniffed = 5
)

// heading finds the name of one of Quora's sections.
var heading = regexp.MustCompile(`<h1[^<>]{0,200}>\s*(?:(?:Answer|Question|Post) (?:Comments|Drafts)|Answers|Questions|Posts|Spaces? Items|Spaces? Submissions|Inbox Messages?(?: Drafts)?|Profile (?:Description|Photo)|Credentials[^<]{0,40})\s*</h1>`)

// field finds a label in front of a value.
var field = regexp.MustCompile(`<strong[^<>]{0,200}>[^<>]{1,60}:\s*</strong>`)

func recognize(a *ingest.Archive) []ingest.Found {
	var found []ingest.Found
	try := func(name string) {
		if head := a.Head(name, sniffBytes); heading.Match(head) && field.Match(head) {
			found = append(found, ingest.Found{Root: path.Dir(name), Layout: Layout2018, Format: "html"})
		}
	}
	roots := a.Roots("index.html")
	for _, root := range roots[:min(len(roots), maxSniffed)] {
		try(path.Join(root, "index.html"))
	}
	if names := a.Names(); len(found) == 0 && len(names) <= maxSniffed { // a page that was given another name
		for _, name := range names {
			if isHTML(name) && len(found) == 0 {
				try(name)
			}
		}
	}
	return found
}

func isHTML(name string) bool { return strings.EqualFold(path.Ext(name), ".html") }

func read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		r := &reader{x: x, ctx: ctx, yield: yield, spaces: map[string]bool{}}
		for _, name := range x.Files() {
			if isHTML(name) && !r.page(name) {
				return
			}
		}
	}
}

type reader struct {
	x      *ingest.Export
	ctx    context.Context
	yield  func(footprint.Item, error) bool
	spaces map[string]bool // already told
}

// page reads one file.
func (r *reader) page(name string) bool {
	f, err := r.x.Open(name)
	if err != nil {
		return r.yield(footprint.Item{}, err)
	}
	defer f.Close()
	n := int64(0)
	for e, err := range entries(f) {
		if err != nil && !r.yield(footprint.Item{}, r.x.Failed(name, n+1, err)) {
			return false
		}
		if e == nil {
			continue
		}
		for _, it := range r.items(e, path.Dir(name)) {
			if r.ctx.Err() != nil {
				r.yield(footprint.Item{}, r.ctx.Err())
				return false
			}
			n++
			it.Origin = footprint.Origin{File: r.x.Path(name), Pos: n}
			if !r.yield(it, nil) {
				return false
			}
		}
	}
	return true
}
