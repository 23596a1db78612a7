package pictures

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"io"
	"runtime"
	"strings"
	"sync"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/picture"
	"footprint/internal/store"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"
)

// SightResult is what a second pass did.
type SightResult struct {
	Looked int `json:"looked"` // pictures looked at in this run
	Faces  int `json:"faces"`  // pictures of them with a face
	Text   int `json:"text"`   // pictures of them with words
	Failed int `json:"failed"` // pictures of them that could not be decoded any more
	// NoReader is true when Tesseract is not installed, so that no text was read.
	NoReader bool `json:"no_reader"`
	// Away are exports that are not where they were imported from; their pictures wait.
	Away []string `json:"away,omitempty"`
}

// PictureState says how far the second pass is.
type PictureState struct {
	Waiting int  `json:"waiting"`
	Done    int  `json:"done"`
	Reader  bool `json:"reader"` // Tesseract is installed
}

// PictureState counts the pictures that wait for the second pass.
func (a *Archivist) PictureState(ctx context.Context) (s PictureState, err error) {
	_, noReader := picture.NewTextReader()
	s.Reader = noReader == nil
	if s.Waiting, s.Done, err = a.DB.CountUnseen(ctx); err != nil {
		return s, err
	}
	undecoded, err := a.DB.UndecodedPictures(ctx, presentDecoders())
	s.Waiting += len(undecoded)
	return s, err
}

// sightBatch is how many pictures are fetched at a time; all of them are stored before the next.
const sightBatch = 16

// LookAtPictures is the second pass over imported pictures: it reads their text and looks for faces, those first
// that most ask for it. Each picture is stored when it is done; stopped and started again, it goes on with the
// next. Items whose pictures hold words are judged by the next Analyze.
func (a *Archivist) LookAtPictures(ctx context.Context, p *footprint.Progress) (SightResult, error) {
	if err := a.NeedConsent(ctx); err != nil {
		return SightResult{}, err
	}
	s, err := a.newSighter(ctx)
	if err != nil {
		return SightResult{}, err
	}
	defer a.Changed()
	defer s.close()
	if err := s.seeUndecoded(ctx, p); err != nil {
		return s.result, err
	}
	waiting, _, err := a.DB.CountUnseen(ctx)
	if err != nil {
		return s.result, err
	}
	p.Start("read text and look for faces", int64(waiting))
	for {
		batch, err := a.DB.UnseenPictures(ctx, sightBatch, s.passed)
		if err != nil || len(batch) == 0 {
			return s.result, err
		}
		if err := s.look(ctx, batch, p); err != nil {
			return s.result, err
		}
	}
}

// sighter holds what the second pass works with.
type sighter struct {
	a      *Archivist
	faces  *picture.FaceFinder
	words  *picture.TextReader // nil without Tesseract
	pixels *semaphore.Weighted

	mu       sync.Mutex
	archives map[int64]*ingest.Archive // nil for one that is away
	paths    map[int64][]string
	passed   int // pictures that stay waiting
	result   SightResult
}

func (a *Archivist) newSighter(ctx context.Context) (*sighter, error) {
	s := &sighter{a: a, pixels: semaphore.NewWeighted(picture.MaxPixels), archives: map[int64]*ingest.Archive{}, paths: map[int64][]string{}}
	var err error
	if s.faces, err = picture.NewFaceFinder(); err != nil {
		return nil, err
	}
	if s.words, err = picture.NewTextReader(); err != nil && !errors.Is(err, picture.ErrNoReader) {
		return nil, err
	}
	s.result.NoReader = s.words == nil
	if s.words != nil { // what was seen before Tesseract was there is looked at again
		if err := a.DB.ForgetUnread(ctx); err != nil {
			return nil, err
		}
	}
	sources, err := a.Sources(ctx)
	for _, src := range sources {
		s.paths[src.ID] = src.Paths()
	}
	return s, err
}

func (s *sighter) close() {
	for _, archive := range s.archives {
		if archive != nil {
			_ = archive.Close() // it was only read
		}
	}
}

// archive opens an export the first time it is asked for; nil when it is away.
func (s *sighter) archive(ctx context.Context, source int64) *ingest.Archive {
	s.mu.Lock()
	defer s.mu.Unlock()
	archive, opened := s.archives[source]
	if opened {
		return archive
	}
	archive, err := ingest.Open(ctx, s.paths[source]...)
	if err != nil {
		archive = nil
		if ctx.Err() == nil && len(s.paths[source]) > 0 {
			s.result.Away = append(s.result.Away, s.paths[source][0])
		}
	}
	s.archives[source] = archive
	return archive
}

// look takes a batch, each picture on a processor of its own.
func (s *sighter) look(ctx context.Context, batch []store.Unseen, p *footprint.Progress) error {
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, u := range batch {
		group.Go(func() error {
			archive := s.archive(inner, u.Source)
			if archive == nil {
				s.mu.Lock()
				defer s.mu.Unlock()
				s.passed++
				return inner.Err()
			}
			p.Note(u.Path)
			sight, err := s.see(inner, archive, u)
			if err != nil {
				return err
			}
			p.Add(1)
			return s.keep(inner, u, sight)
		})
	}
	return group.Wait()
}

// see reads text and finds faces in one picture. Only a stop is an error; what is wrong with the picture is part
// of what was seen.
func (s *sighter) see(ctx context.Context, archive *ingest.Archive, u store.Unseen) (sight Sight, err error) {
	if err := s.pixels.Acquire(ctx, picture.MaxPixels/2); err != nil {
		return sight, err
	}
	defer s.pixels.Release(picture.MaxPixels / 2)
	img, err := decodeFrom(archive, u.Path)
	if err != nil {
		sight.Problem, sight.Read = err.Error(), true
		return sight, ctx.Err()
	}
	return sightOf(ctx, img, s.faces, s.words)
}

// sightOf finds faces in a picture and, with a reader, text. Only a stop is an error.
func sightOf(ctx context.Context, img *image.NRGBA, finder *picture.FaceFinder, reader *picture.TextReader) (sight Sight, err error) {
	for _, f := range finder.Faces(img) {
		sight.Faces = append(sight.Faces, FaceBox{boxOf(f.Box, img.Bounds()), f.Quality})
	}
	if reader == nil {
		return sight, ctx.Err()
	}
	sight.Read = true
	words, err := reader.Read(ctx, img)
	if ctx.Err() != nil {
		return sight, ctx.Err()
	}
	if err != nil {
		sight.Problem = err.Error()
	}
	for _, w := range words {
		sight.Words = append(sight.Words, WordBox{boxOf(w.Box, img.Bounds()), w.Text, w.Line})
	}
	return sight, nil
}

// decodeFrom reads the pixels of one file of an export, upright.
func decodeFrom(archive *ingest.Archive, file string) (*image.NRGBA, error) {
	b, err := readWhole(archive, file, max(archive.Size(file), 0), maxPicture)
	if err != nil {
		return nil, err
	}
	r := bytes.NewReader(b)
	info, err := picture.Inspect(r, int64(len(b)))
	if info.Format == "" {
		return nil, err
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	return picture.Decode(r, info.Turn())
}

// keep stores what was seen and gives the words to the items that show the picture.
func (s *sighter) keep(ctx context.Context, u store.Unseen, sight Sight) error {
	text := sight.Text()
	data, err := json.Marshal(&sight)
	if err != nil {
		return err
	}
	err = s.a.DB.PutSight(ctx, u.Content, data, text, s.a.Now(), func(it *footprint.Item, texts []string) bool { return tellSeen(it, texts, len(sight.Faces)) })
	if err != nil {
		return fmt.Errorf("keep what was seen: %w", err)
	}
	s.mu.Lock()
	s.result.Looked++
	if len(sight.Faces) > 0 {
		s.result.Faces++
	}
	if text != "" {
		s.result.Text++
	}
	if sight.Problem != "" {
		s.result.Failed++
	}
	s.mu.Unlock()
	return nil
}

// tellSeen gives an item the words of its pictures and the faces of one of them, and reports whether that changed it.
func tellSeen(it *footprint.Item, texts []string, faces int) bool {
	text := strings.Join(texts, "\n")
	before := 0
	if it.Faces != nil {
		before = *it.Faces
	}
	if it.OCR == text && faces <= before && it.Faces != nil {
		return false
	}
	faces = max(faces, before)
	it.OCR, it.Faces = text, &faces
	return true
}
