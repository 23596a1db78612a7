package pictures

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"footprint/internal/footprint"
	"footprint/internal/picture"
	"image"
	"io"
	"os"
	"path/filepath"
)

// Single is a picture file that belongs to no import, looked at as those of an import are.
type Single struct {
	Facts PictureFacts
	Sight Sight
	// Strip, BlurFaces and BlurText say what a copy without hidden data should be made with.
	Strip, BlurFaces, BlurText bool
	// Image is the picture, fitted into a square of singleSide pixels; nil when its pixels cannot be had.
	Image image.Image
}

// singleSide is to how many pixels the picture of a Single is scaled.
const singleSide = 1400

// IsPicture reports whether a path names a picture or video that can be looked at.
func IsPicture(file string) bool {
	info, err := os.Stat(file)
	return err == nil && info.Mode().IsRegular() && IsPictureName(file)
}

// LookAt takes both looks at a picture file, and returns it also as a public post of the user's own with the words meant
// to go with it. What is wrong with the picture is told in its facts; a file that is no picture is
// footprint.ErrDamaged.
func LookAt(ctx context.Context, file, words string) (Single, footprint.Item, error) {
	var s Single
	f, err := os.Open(file)
	if err != nil {
		return s, footprint.Item{}, err
	}
	defer f.Close()
	stat, err := f.Stat()
	if err != nil {
		return s, footprint.Item{}, err
	}
	info, problem := picture.Inspect(f, stat.Size())
	if info.Format == "" {
		return s, footprint.Item{}, fmt.Errorf("%s: %w", filepath.Base(file), errors.Join(footprint.ErrDamaged, problem))
	}
	s.Facts = factsOf(&info)
	if err := s.look(ctx, f, stat.Size(), &info); err != nil {
		problem = errors.Join(problem, err)
	}
	if ctx.Err() != nil {
		return s, footprint.Item{}, ctx.Err()
	}
	if problem != nil {
		s.Facts.Problem = problem.Error()
	}
	s.Strip, s.BlurFaces, s.BlurText = !saysNothing(&s.Facts, &info), len(s.Sight.Faces)+len(info.Regions) > 0, len(s.Sight.Words) > 0
	return s, s.item(&info, filepath.Base(file), words), nil
}

// look decodes the picture, finds its faces and reads its text.
func (s *Single) look(ctx context.Context, r io.ReadSeeker, size int64, info *picture.Info) error {
	if picture.PixelsToSee(info) == 0 {
		return nil
	}
	if size > maxPicture {
		return fmt.Errorf("%w: a picture of %d MB", footprint.ErrTooLarge, size>>20)
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return err
	}
	b, err := io.ReadAll(io.LimitReader(r, size))
	if err != nil {
		return err
	}
	if seen, err := picture.See(bytes.NewReader(b), info); err == nil {
		s.Facts.Hints, s.Facts.OldPreview = seen.Hints, seen.OldPreview
	}
	img, err := picture.Decode(bytes.NewReader(b), info.Turn())
	if err != nil {
		return err
	}
	s.Image = picture.Fit(img, singleSide)
	finder, err := picture.NewFaceFinder()
	if err != nil {
		return err
	}
	reader, err := picture.NewTextReader()
	if err != nil && !errors.Is(err, picture.ErrNoReader) {
		return err
	}
	s.Sight, err = sightOf(ctx, img, finder, reader)
	return err
}

// item is the picture as a post of the user's own.
func (s *Single) item(info *picture.Info, name, words string) footprint.Item {
	faces := len(s.Sight.Faces)
	media := footprint.Media{Path: name, Type: footprint.MediaPhoto, Exif: mergeExif(nil, &info.Exif)}
	it := footprint.Item{Kind: footprint.KindPhoto, Author: footprint.AuthorSelf, Visibility: footprint.VisibilityPublic, HasImage: footprint.Yes,
		Text: words, OCR: s.Sight.Text(), Faces: &faces, Media: []footprint.Media{media}}
	it.Exif = media.Exif
	addWords(&it, &it.Media[0], *info)
	return it
}
