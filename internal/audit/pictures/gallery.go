package pictures

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"runtime"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/picture"
	"footprint/internal/store"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
)

// Limits on one medium of an export: pictures are read into memory, and so are videos that lie packed, where
// nobody can step through them.
const (
	maxPicture = 64 << 20
	maxVideo   = 64 << 20
	// digestHead is how much of a file its digest covers, beside its size.
	digestHead = 1 << 20
)

var errPackedVideo = fmt.Errorf("%w: a video of this size is read only where it lies unpacked; unpack the archive and import the folder", footprint.ErrTooLarge)

// Gallery takes the first look at the pictures and videos of one export, on all processors: metadata, thumbnail,
// perceptual hash, and weak hints about the content.
type Gallery struct {
	a       *Archivist
	archive *ingest.Archive
	source  int64
	answers answerBook
	pixels  *semaphore.Weighted // decoded at the same time
}

// NewGallery begins a first look at one export, with what the user has said of pictures.
func (a *Archivist) NewGallery(ctx context.Context, archive *ingest.Archive, source int64) (*Gallery, error) {
	book, err := a.answerBook(ctx)
	return &Gallery{a, archive, source, book, semaphore.NewWeighted(picture.MaxPixels)}, err
}

// medium is one file to look at, and what was found.
type medium struct {
	item, media int
	content     string
	info        picture.Info
	stored      *store.Picture // nil when the content was known
	known       store.PictureDetail
	err         error
}

// Look adds to items what their pictures and videos say about themselves: place, time, owner, device, people and
// words. What the export said beside the file stays. A file that cannot be read is told once, and its item is kept.
func (g *Gallery) Look(ctx context.Context, items []footprint.Item) (found Found, err error) {
	var media []*medium
	for i := range items {
		for j, m := range items[i].Media {
			if m.Path != "" && (m.Type == footprint.MediaPhoto || m.Type == footprint.MediaVideo) && path.Ext(m.Path) != ".srt" {
				media = append(media, &medium{item: i, media: j})
			}
		}
	}
	if len(media) == 0 {
		return found, nil
	}
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, m := range media {
		group.Go(func() error {
			m.err = g.examine(inner, m, items[m.item].Media[m.media].Path)
			return inner.Err()
		})
	}
	if err := group.Wait(); err != nil {
		return found, err
	}
	for _, m := range media {
		g.enter(&items[m.item], m, &found)
	}
	for i := range items {
		g.answers.apply(&items[i], found.of(items[i].ID))
	}
	return found, nil
}

// Found is what a first look at some items gives to be stored.
type Found struct {
	Pictures []store.Picture
	Shots    []store.Shot
	Failed   []*ingest.RecordError
	contents map[string][]shown // by item
}

// shown is a picture as answers know it.
type shown struct {
	content string
	hash    *uint64
}

func (f *Found) of(item string) []shown { return f.contents[item] }

// enter adds what one file says to its item.
func (g *Gallery) enter(it *footprint.Item, m *medium, f *Found) {
	media := &it.Media[m.media]
	if m.err != nil {
		f.Failed = append(f.Failed, &ingest.RecordError{File: media.Path, Err: m.err})
	}
	if m.content == "" || m.info.Format == "" {
		return
	}
	media.Exif = mergeExif(media.Exif, &m.info.Exif)
	it.Exif = mergeExif(it.Exif, media.Exif)
	addWords(it, media, m.info)
	hash := m.known.Hash
	if m.stored != nil {
		f.Pictures = append(f.Pictures, *m.stored)
		hash = m.stored.Hash
	}
	if m.known.Text != "" && !strings.Contains(it.OCR, m.known.Text) {
		it.OCR = strings.TrimSpace(it.OCR + "\n" + m.known.Text)
	}
	shot := store.Shot{Source: g.source, Path: media.Path, Item: it.ID, Content: m.content}
	place := media.Exif
	if !place.HasPlace() && len(it.Media) == 1 { // what the export says of the item is of its only picture
		place = it.Exif
	}
	if place.HasPlace() {
		shot.Lat, shot.Lon = place.Lat, place.Lon
	}
	if media.Exif != nil {
		shot.Taken = media.Exif.Taken
	}
	f.Shots = append(f.Shots, shot)
	if f.contents == nil {
		f.contents = map[string][]shown{}
	}
	f.contents[it.ID] = append(f.contents[it.ID], shown{m.content, hash})
}

// examine reads one file.
func (g *Gallery) examine(ctx context.Context, m *medium, file string) error {
	r, size, err := g.open(file)
	if err != nil {
		return err
	}
	defer r.Close()
	m.info, err = picture.Inspect(r, size)
	if m.info.Format == "" {
		if err != nil && IsPictureName(file) {
			return fmt.Errorf("%w: the content is no picture or video, whatever the name says", footprint.ErrDamaged)
		}
		return nil // a sticker, a sound, a placeholder: nothing to tell
	}
	problem := err
	if m.content, err = digestOfPicture(r, size); err != nil {
		return err
	}
	m.known, err = g.a.DB.PictureDetail(ctx, m.content)
	if err == nil || !errors.Is(err, footprint.ErrNotFound) {
		return errors.Join(problem, err)
	}
	facts := factsOf(&m.info)
	p := &store.Picture{Content: m.content}
	err = g.see(ctx, r, m, p, &facts)
	problem = errors.Join(problem, err)
	if problem != nil {
		facts.Problem = problem.Error()
	}
	if p.Facts, err = json.Marshal(&facts); err != nil {
		return err
	}
	m.stored = p
	return problem
}

// see decodes pixels, unless the format has none that are read.
func (g *Gallery) see(ctx context.Context, r io.ReadSeeker, m *medium, p *store.Picture, facts *PictureFacts) error {
	need := picture.PixelsToSee(&m.info)
	if need == 0 {
		return nil
	}
	if err := g.pixels.Acquire(ctx, need); err != nil {
		return err
	}
	defer g.pixels.Release(need)
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return err
	}
	s, err := picture.See(r, &m.info)
	if err != nil {
		return err
	}
	hash := uint64(s.Hash)
	p.Hash, p.First = &hash, urgency(s)
	facts.Hints, facts.OldPreview = s.Hints, s.OldPreview
	return ThumbsOf(g.a.Core).Put(m.content, s.Thumbnail)
}

// SeePicture takes a first look at a picture that belongs to no export, and returns it as it is stored.
func SeePicture(b []byte) (store.Picture, picture.Sight, error) {
	info, err := picture.Inspect(bytes.NewReader(b), int64(len(b)))
	if err != nil && info.Format == "" {
		return store.Picture{}, picture.Sight{}, err
	}
	s, err := picture.See(bytes.NewReader(b), &info)
	if err != nil {
		return store.Picture{}, s, err
	}
	content, err := digestOfPicture(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return store.Picture{}, s, err
	}
	facts := factsOf(&info)
	facts.Hints, facts.OldPreview = s.Hints, s.OldPreview
	data, err := json.Marshal(&facts)
	hash := uint64(s.Hash)
	return store.Picture{Content: content, Hash: &hash, First: urgency(s), Facts: data}, s, err
}

// urgency sorts the review: weak signs of a document, a scan, skin or a party. None of them is a finding.
func urgency(s picture.Sight) float64 {
	u := max(s.Hints.Scan, 0.9*s.Hints.Document, 0.5*s.Hints.Skin, 0.4*s.Hints.Party)
	if s.OldPreview {
		u = max(u, 0.7)
	}
	return u
}

// IsPictureName reports whether a name promises a format that is read.
func IsPictureName(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".mp4", ".mov", ".m4v", ".3gp":
		return true
	}
	return false
}
