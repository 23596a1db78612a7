// Package telegram reads what Telegram Desktop exports: result.json of all chats or of one, and the pages of the
// HTML variant. Facts stand in shared/formats/telegram.md.
package telegram

import (
	"context"
	"iter"
	"path"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// Layouts by the year they began.
const (
	Layout2019     = "2019" // from_id is a number, no date_unixtime
	Layout2022     = "2022" // date_unixtime, text_entities
	LayoutPages    = "pages"
	jsonName       = "result.json"
	sniffBytes     = 4096
	maxSniffedJSON = 5
)

// Platform returns the reader of Telegram exports.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "telegram", Name: "Telegram",
		Ask:       "In Telegram Desktop (not the phone): Settings, Advanced, Export Telegram data; tick all chat types, sessions and other data; format machine-readable JSON.",
		AskURL:    "https://telegram.org/blog/export-and-more",
		Reads:     "chats, groups and channels, contacts, sessions, profile",
		Lacks:     "secret chats, messages of others in groups unless ticked",
		Recognize: recognize,
		Read:      read,
	}
}

func recognize(a *ingest.Archive) []ingest.Found {
	var found []ingest.Found
	add := func(root, layout, format string) {
		for _, f := range found {
			if f.Root == root || strings.HasPrefix(root+"/", f.Root+"/") && f.Root != "." || f.Root == "." {
				return
			}
		}
		found = append(found, ingest.Found{Root: root, Layout: layout, Format: format})
	}
	for _, root := range a.Roots(jsonName) {
		if layout := jsonLayout(a, path.Join(root, jsonName)); layout != "" {
			add(root, layout, "json")
		}
	}
	if names := a.Names(); len(found) == 0 && len(names) <= maxSniffedJSON { // a single renamed file
		for _, name := range names {
			if path.Ext(name) == ".json" {
				if layout := jsonLayout(a, name); layout != "" {
					add(path.Dir(name), layout, "json")
				}
			}
		}
	}
	for _, root := range a.Roots("export_results.html") {
		if hasPages(a, root) {
			add(root, LayoutPages, "html")
		}
	}
	for _, root := range a.Roots("messages.html") {
		if isPage(a.Head(path.Join(root, "messages.html"), sniffBytes)) {
			add(above(root), LayoutPages, "html")
		}
	}
	return found
}

// above climbs from the folder of one chat to the folder that holds the chats.
func above(root string) string {
	if strings.HasPrefix(path.Base(root), "chat_") {
		root = path.Dir(root)
		if path.Base(root) == "chats" {
			root = path.Dir(root)
		}
	}
	return root
}

func hasPages(a *ingest.Archive, root string) bool {
	return slices.ContainsFunc(a.Under(root), func(f string) bool { return strings.HasPrefix(f, "chats/") || strings.HasPrefix(f, "lists/") })
}

func isPage(head []byte) bool {
	s := string(head)
	return strings.Contains(s, "page_wrap") && (strings.Contains(s, "chat_page") || strings.Contains(s, `class="history"`))
}

// jsonLayout tells Telegram's file from others of the same name by the words of its head.
func jsonLayout(a *ingest.Archive, file string) string {
	head := string(a.Head(file, sniffBytes))
	chats := strings.Contains(head, `"messages"`) && strings.Contains(head, `"type"`) && strings.Contains(head, `"from"`)
	whole := strings.Contains(head, `"personal_information"`) && strings.Contains(head, `"user_id"`) || strings.Contains(head, `"about"`) && (strings.Contains(head, `"chats"`) || strings.Contains(head, `"contacts"`))
	switch {
	case !chats && !whole:
		return ""
	case strings.Contains(head, `"date_unixtime"`) || strings.Contains(head, "_unixtime"):
		return Layout2022
	case strings.Contains(head, `"from_id"`) || whole:
		return Layout2019
	}
	return ""
}

func read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		r := &reader{x: x, ctx: ctx, yield: yield}
		files := x.Files()
		hasJSON := slices.ContainsFunc(files, func(f string) bool { return path.Base(f) == jsonName }) || x.Format == "json"
		pages := map[string][]string{}
		for _, f := range files {
			switch ext := path.Ext(f); {
			case ext == ".json":
				if path.Base(f) == "other_data.json" {
					x.Skip(f, "settings of the program itself: drafts, stickers and lists without a fixed shape")
				} else if !r.json(f) {
					return
				}
			case ext == ".html" && hasJSON:
				x.Skip(f, "the same as result.json, for reading in a browser")
			case ext == ".html" && strings.HasPrefix(path.Base(f), "messages"):
				pages[path.Dir(f)] = append(pages[path.Dir(f)], f)
			case ext == ".html":
				x.Skip(f, "an overview of the pages with messages")
			case ext == ".css" || ext == ".js" || strings.HasPrefix(f, "images/") || strings.Contains(f, "/images/"):
				x.Skip(f, "part of the pages' appearance")
			}
		}
		for _, f := range files { // owner first, then chats in order
			if !hasJSON && path.Base(f) == "export_results.html" {
				r.ownerPage(f)
			}
		}
		for _, dir := range sorted(pages) {
			if !r.pages(pages[dir]) {
				return
			}
		}
	}
}

// reader holds what later records need from earlier ones.
type reader struct {
	x     *ingest.Export
	ctx   context.Context
	yield func(footprint.Item, error) bool
	me    string // the owner's from_id, "user123"
	name  string // the owner's name, for pages without ids
}

func (r *reader) emit(it footprint.Item, file string, pos int64) bool {
	it.Origin = footprint.Origin{File: r.x.Path(file), Pos: pos}
	return r.yield(it, nil)
}

func (r *reader) fail(file string, pos int64, err error) bool {
	return r.yield(footprint.Item{}, r.x.Failed(file, pos, err))
}
