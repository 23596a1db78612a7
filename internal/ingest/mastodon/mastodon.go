// Package mastodon reads the account archives of Mastodon and servers compatible with it, and the CSV lists
// offered beside them. The format is described in shared/formats/mastodon.md.
//
// Visibility is what each post says of its recipients; a post to named people only is a message. Boosts are
// others' words, of which the archive holds the address only.
package mastodon

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"path"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

// Layouts, by the year in which they appeared.
const (
	Layout2018  = "2018" // tar.gz; likes.json counts its items
	Layout2023  = "2023" // zip
	LayoutLists = "lists"
)

const (
	outboxFile    = "outbox.json"
	actorFile     = "actor.json"
	likesFile     = "likes.json"
	bookmarksFile = "bookmarks.json"
)

// Platform returns the importer.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID:        "mastodon",
		Name:      "Mastodon",
		Ask:       "On your server: Preferences, Import and export, Data export, Request your archive. Download the CSV lists on the same page too.",
		AskURL:    "https://joinmastodon.org/",
		Reads:     "posts with audience and warnings, boosts, favourites, bookmarks, lists, follows, blocks, mutes, profile",
		Lacks:     "default audience, sessions, connected apps, direct messages received",
		Recognize: recognize,
		Read:      read,
	}
}

func recognize(a *ingest.Archive) []ingest.Found {
	var found []ingest.Found
	for _, root := range a.Roots(outboxFile) {
		head := a.Head(path.Join(root, outboxFile), 4<<10)
		if !a.Has(path.Join(root, actorFile)) && !bytes.Contains(head, []byte("orderedItems")) || !bytes.Contains(head, []byte("activitystreams")) {
			continue
		}
		layout := Layout2023
		if bytes.Contains(a.Head(path.Join(root, likesFile), 4<<10), []byte(`"totalItems"`)) {
			layout = Layout2018
		}
		found = append(found, ingest.Found{Root: root, Layout: layout, Format: "json", Claims: claims})
	}
	for _, name := range []string{"following_accounts.csv", "muted_accounts.csv"} {
		for _, root := range a.Roots(name) {
			known := slices.ContainsFunc(found, func(f ingest.Found) bool { return f.Root == root })
			if !known && bytes.Contains(a.Head(path.Join(root, name), 200), []byte("Account address")) {
				found = append(found, ingest.Found{Root: root, Layout: LayoutLists, Format: "csv", Claims: claims})
			}
		}
	}
	return found
}

func claims(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	switch {
	case strings.HasPrefix(name, "media_attachments/"), stem == "avatar", stem == "header":
		return true
	case name == outboxFile, name == actorFile, name == likesFile, name == bookmarksFile:
		return true
	}
	return lists()[name] != nil || name == filtersFile
}

// reader reads one archive.
type reader struct {
	x     *ingest.Export
	yield func(footprint.Item, error) bool
	stop  bool
	file  string
	actor string // address of the owner
	host  string
}

func read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		r := &reader{x: x, yield: yield}
		r.profile(ctx)
		r.each(ctx, outboxFile, "orderedItems/[]", r.activity)
		r.each(ctx, likesFile, "orderedItems/[]", r.like)
		r.each(ctx, bookmarksFile, "orderedItems/[]", r.bookmark)
		r.lists(ctx)
		if r.x.Has(outboxFile) && r.x.Has(actorFile) {
			// The server offers no choice of parts, and deleted posts are absent (shared/formats/mastodon.md). The profile
			// comes last, so that an archive that was cut off lacks it.
			r.x.Complete = footprint.Yes
		}
		if err := ctx.Err(); err != nil && !r.stop {
			yield(footprint.Item{}, err)
		}
	}
}

// each reads the values at a path of a file, if the export has it.
func (r *reader) each(ctx context.Context, name, where string, visit func(v jsonstream.Value)) {
	if !r.x.Has(name) || r.stop {
		return
	}
	f, err := r.x.Open(name)
	if err != nil {
		r.fail(name, 0, err)
		return
	}
	defer f.Close()
	r.file = name
	for v, err := range jsonstream.Walk(f, where) {
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			r.fail(name, 0, err)
		default:
			visit(v)
		}
		if r.stop {
			return
		}
	}
}

func (r *reader) emit(pos int64, it footprint.Item) {
	if r.stop {
		return
	}
	it.Origin = footprint.Origin{File: r.x.Path(r.file), Pos: pos}
	r.stop = !r.yield(it, nil)
}

func (r *reader) fail(name string, pos int64, err error) {
	r.stop = r.stop || !r.yield(footprint.Item{}, r.x.Failed(name, pos, err))
}

func damaged(err error) error { return fmt.Errorf("%w: %w", footprint.ErrDamaged, err) }
