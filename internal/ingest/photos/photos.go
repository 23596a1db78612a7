// Package photos reads a folder or archive of pictures as if it were an export: one item a picture or video.
// It is used when the user asks for it and is not among the platforms that are looked for.
package photos

import (
	"context"
	"iter"
	"path"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// Layout2026 is the only layout: files in folders, each folder an album.
const Layout2026 = "folder"

// Platform returns the reader of pictures.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "photos", Name: "Pictures",
		Ask:       "A folder or archive of pictures and videos, for instance those of your telephone.",
		Recognize: recognize,
		Read:      read,
	}
}

func recognize(a *ingest.Archive) []ingest.Found {
	for _, name := range a.Names() {
		if isPicture(name) {
			return []ingest.Found{{Root: ".", Layout: Layout2026, Format: "files"}}
		}
	}
	return nil
}

func isPicture(name string) bool {
	t := ingest.MediaType(name)
	return (t == footprint.MediaPhoto || t == footprint.MediaVideo) && path.Ext(name) != ".srt"
}

func read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		for _, name := range x.Files() {
			if err := ctx.Err(); err != nil {
				yield(footprint.Item{}, err)
				return
			}
			if !isPicture(name) {
				continue
			}
			file, album := x.Path(name), path.Base(path.Dir(name))
			if album == "." {
				album = ""
			}
			kind := ingest.MediaType(name)
			// A file's name is its identity: it carries no words of the user's. Nobody but the user sees the
			// folder, until a picture of it is posted.
			it := footprint.Item{Kind: footprint.Kind(kind), Author: footprint.AuthorSelf, NativeID: name, Title: path.Base(name), Container: album, HasImage: footprint.Yes,
				Visibility: footprint.VisibilityPrivate, Media: []footprint.Media{{Path: file, Type: kind}}, Origin: footprint.Origin{File: file}}
			if !yield(it, nil) {
				return
			}
		}
	}
}
