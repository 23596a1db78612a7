// Package bluesky reads the repositories of the AT Protocol that Bluesky offers as a CAR file, their
// unpacked form, and the export of chats. The format is described in shared/formats/bluesky.md.
//
// A CAR is read twice from beginning to end: once for the tree, which says what each record is, once for
// the records. Nothing but keys and ids is held in memory. Everything in a repository is public.
package bluesky

import (
	"bytes"
	"context"
	"iter"
	"path"
	"slices"
	"strings"

	"github.com/fxamacker/cbor/v2"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// Layouts: the form in which the records come.
const (
	LayoutCAR      = "car"
	LayoutUnpacked = "unpacked"
	LayoutChat     = "chat"
)

const commitFile = "_commit.json"

// Platform returns the importer.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID:        "bluesky",
		Name:      "Bluesky",
		Ask:       "Settings, Account, Export my data, Download CAR file. It is ready at once.",
		AskURL:    "https://bsky.app/settings/account",
		Reads:     "posts, replies, reposts, likes, follows, blocks, lists, profile, settings of posts; chats where they lie beside it",
		Lacks:     "mutes, bookmarks, preferences, followers, notifications, log-ins; pictures come apart",
		Recognize: recognize,
		Read:      read,
	}
}

func recognize(a *ingest.Archive) []ingest.Found {
	var found []ingest.Found
	add := func(root, layout, format string) {
		if !slices.ContainsFunc(found, func(f ingest.Found) bool { return f.Root == root }) {
			found = append(found, ingest.Found{Root: root, Layout: layout, Format: format, Claims: claims})
		}
	}
	for _, root := range a.Roots(commitFile) {
		if bytes.Contains(a.Head(path.Join(root, commitFile), 4<<10), []byte(`"did"`)) {
			add(root, LayoutUnpacked, "json")
		}
	}
	const most = 200 // files looked into
	looked := 0
	for _, name := range a.Names() {
		kind := looksLike(name, len(a.Names()))
		if kind == "" || looked >= most {
			continue
		}
		looked++
		switch head := a.Head(name, 1<<10); {
		case kind == LayoutCAR && isCAR(head):
			add(path.Dir(name), LayoutCAR, "car")
		case kind == LayoutChat && isChat(head):
			add(path.Dir(name), LayoutChat, "json")
		}
	}
	return found
}

// looksLike says by a file's name what it may hold. A CAR may have no extension, which is tried among few
// files only.
func looksLike(name string, files int) string {
	const few = 20
	switch strings.ToLower(path.Ext(name)) {
	case ".car", ".repo":
		return LayoutCAR
	case "":
		if files <= few {
			return LayoutCAR
		}
	case ".jsonl", ".ndjson":
		return LayoutChat
	}
	return ""
}

func isChat(head []byte) bool {
	return bytes.Contains(head, []byte(`"chat.bsky.`)) ||
		bytes.Contains(head, []byte(`"sentAt"`)) && bytes.Contains(head, []byte(`"sender"`)) && bytes.Contains(head, []byte(`"rev"`))
}

func claims(name string) bool {
	top, _, nested := strings.Cut(name, "/")
	if nested {
		return strings.HasSuffix(top, "_blobs") || top == "blobs" || strings.Count(top, ".") >= 2
	}
	return name == commitFile || strings.HasSuffix(name, didDocument) || looksLike(name, 0) != ""
}

const didDocument = ".didDoc.json"

// reader reads the repositories of one folder.
type reader struct {
	x     *ingest.Export
	yield func(footprint.Item, error) bool
	stop  bool
	mode  cbor.DecMode
	file  string

	did     string
	handle  string
	blobs   map[string]string // path by the id of the blob
	foreign map[string]int    // records by the collection of another app
}

func read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		r := &reader{x: x, yield: yield, mode: cborMode(), blobs: map[string]string{}}
		var cars, chats []string
		for _, name := range x.Files() {
			top, _, nested := strings.Cut(name, "/")
			switch kind := looksLike(name, len(x.Files())); {
			case nested && (strings.HasSuffix(top, "_blobs") || top == "blobs"):
				base := path.Base(name)
				r.blobs[strings.TrimSuffix(base, path.Ext(base))] = name
				x.Media(name)
			case nested:
			case kind == LayoutCAR && isCAR(x.Archive.Head(x.Path(name), 1<<10)):
				cars = append(cars, name)
			case kind == LayoutChat:
				chats = append(chats, name)
			}
		}
		for _, name := range cars {
			r.repository(ctx, name)
		}
		if x.Has(commitFile) {
			r.unpacked(ctx)
		}
		for _, name := range chats {
			r.chat(ctx, name)
		}
		if err := ctx.Err(); err != nil && !r.stop {
			yield(footprint.Item{}, err)
		}
	}
}

func (r *reader) emit(pos int64, it footprint.Item) {
	if r.stop {
		return
	}
	it.Origin = footprint.Origin{File: r.x.Path(r.file), Pos: pos}
	if it.Account = r.handle; it.Account == "" {
		it.Account = r.did
	}
	r.stop = !r.yield(it, nil)
}

func (r *reader) fail(name string, pos int64, err error) {
	r.stop = r.stop || !r.yield(footprint.Item{}, r.x.Failed(name, pos, err))
}
