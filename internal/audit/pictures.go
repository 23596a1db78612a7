package audit

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/picture"
)

// Limits on one medium of an export: pictures are read into memory, videos only where they can be stepped
// through or are small.
const (
	maxPicture = 48 << 20
	maxVideo   = 64 << 20
	// headJPEG is enough for all metadata of a JPEG, which stands before its pixels.
	headJPEG = 1 << 20
)

// lookAtMedia adds to an item what its pictures and videos say about themselves: place, time, owner, device,
// people and words. What the export said beside the file stays. A file that cannot be read is told once, as a
// record error of its own, and the item is kept.
func lookAtMedia(archive *ingest.Archive, it *footprint.Item) (failed []*ingest.RecordError) {
	for i := range it.Media {
		m := &it.Media[i]
		if m.Path == "" || m.Type != footprint.MediaPhoto && m.Type != footprint.MediaVideo {
			continue
		}
		info, err := inspectMedium(archive, m.Path)
		if err != nil {
			failed = append(failed, &ingest.RecordError{File: m.Path, Err: err})
		}
		if info.Format == "" {
			continue
		}
		m.Exif = mergeExif(m.Exif, &info.Exif)
		it.Exif = mergeExif(it.Exif, m.Exif)
		addWords(it, m, info)
	}
	return failed
}

// inspectMedium reads the metadata of one file of the archive. Formats that hold none are no error.
func inspectMedium(archive *ingest.Archive, path string) (picture.Info, error) {
	f, err := archive.Open(path)
	if err != nil {
		return picture.Info{}, err
	}
	defer f.Close()
	r, size, err := seekable(f, archive.Size(path))
	if err != nil || r == nil {
		return picture.Info{}, err
	}
	info, err := picture.Inspect(r, size)
	if err != nil && info.Format == "" {
		return picture.Info{}, nil // a sticker, a sound, a placeholder: nothing to tell
	}
	return info, err
}

// seekable gives a reader that can step through the file; nil for a video too large to be held.
func seekable(f fs.File, size int64) (io.ReadSeeker, int64, error) {
	if s, ok := f.(io.ReadSeeker); ok {
		return s, size, nil
	}
	if size > maxVideo {
		return nil, 0, nil
	}
	head, err := io.ReadAll(io.LimitReader(f, headJPEG))
	if err == nil && !bytes.HasPrefix(head, []byte("\xff\xd8")) && len(head) == headJPEG {
		var rest []byte
		rest, err = io.ReadAll(io.LimitReader(f, maxPicture))
		head = append(head, rest...)
	}
	if err != nil {
		return nil, 0, fmt.Errorf("%w: %w", footprint.ErrDamaged, err)
	}
	return bytes.NewReader(head), int64(len(head)), nil
}

// mergeExif fills what have lacks from more; the result is nil when neither says anything.
func mergeExif(have, more *footprint.Exif) *footprint.Exif {
	if more == nil || more.Lat == nil && more.Taken.IsZero() && more.Owner == "" && more.Make == "" && more.Model == "" && more.Serial == "" && more.Software == "" && len(more.People) == 0 {
		return have
	}
	if have == nil {
		c := *more
		return &c
	}
	c := *have
	if !c.HasPlace() && more.HasPlace() {
		c.Lat, c.Lon = more.Lat, more.Lon
	}
	if c.Taken.IsZero() {
		c.Taken = more.Taken
	}
	for _, p := range []struct{ to, from *string }{
		{&c.Owner, &more.Owner}, {&c.Make, &more.Make}, {&c.Model, &more.Model}, {&c.Serial, &more.Serial}, {&c.Software, &more.Software},
	} {
		if *p.to == "" {
			*p.to = *p.from
		}
	}
	c.People = union(c.People, more.People)
	return &c
}

// addWords keeps captions, keywords and place names that only the file holds, where the rules can read them.
func addWords(it *footprint.Item, m *footprint.Media, info picture.Info) {
	caption := strings.Join(info.Captions, "\n")
	if m.Caption == "" {
		m.Caption = caption
	}
	words := strings.TrimSpace(strings.Join(append(append([]string{}, info.Captions...), append(info.Keywords, info.Places...)...), "\n"))
	if words == "" {
		return
	}
	if it.Details == nil {
		it.Details = map[string]string{}
	}
	it.Details["words in the file"] = words
	if it.Description == "" {
		it.Description = words
	}
}
