package tumblr

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/tumblr/page"
)

// Bounds of a zip inside the export: it holds pages of text, and is kept in memory while they are read.
const (
	maxNested      = 96 << 20 // bytes, packed
	maxNestedPages = 500_000  // entries
	maxNestedTotal = 2 << 30  // bytes, unpacked
	maxNestedDepth = 4        // steps of a name
	nestedReason   = "a zip inside the export without pages of posts; unpack it and import the folder"
)

// nested reads the pages inside posts.zip. The items' origin is the zip, and the number of the entry in it.
func (r *reader) nested(name string) bool {
	if path.Base(name) != "posts.zip" {
		r.x.Skip(name, nestedReason)
		return true
	}
	b, err := r.x.ReadFile(name, maxNested)
	if err != nil {
		return r.yield(footprint.Item{}, err)
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return r.fail(name, 0, fmt.Errorf("%w: %w", footprint.ErrDamaged, err))
	}
	files := slices.Clone(z.File)
	slices.SortStableFunc(files, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	total := uint64(0)
	for i, f := range files {
		if r.ctx.Err() != nil {
			r.yield(footprint.Item{}, r.ctx.Err())
			return false
		}
		if pageID(f.Name) == "" || strings.Count(f.Name, "/") > maxNestedDepth {
			continue
		}
		total += min(f.UncompressedSize64, page.Largest)
		if i >= maxNestedPages || total > maxNestedTotal {
			return r.fail(name, int64(i+1), footprint.ErrTooLarge)
		}
		if !r.nestedPage(name, f, int64(i+1)) {
			return false
		}
	}
	return true
}

func (r *reader) nestedPage(name string, f *zip.File, pos int64) bool {
	in, err := f.Open()
	if err != nil {
		return r.fail(name, pos, err)
	}
	defer in.Close()
	p, err := page.Read(io.LimitReader(in, int64(min(f.UncompressedSize64, page.Largest+1)))) // no more than was counted
	if err != nil && !r.fail(name, pos, err) {
		return false
	}
	inside := path.Clean("/" + f.Name)[1:]
	return r.emit(r.post(p, inside, path.Join(path.Dir(name), path.Dir(inside))), name, pos)
}
