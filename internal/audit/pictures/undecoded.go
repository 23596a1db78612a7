package pictures

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"

	"footprint/internal/footprint"
	"footprint/internal/picture"
	"footprint/internal/store"
)

// outsideFormats are the formats whose pixels only a program on this machine decodes.
func outsideFormats() []string { return []string{"heic", "avif"} }

// MissingDecoders are the formats of which no program on this machine decodes the pixels.
func MissingDecoders() []string {
	missing := []string{}
	for _, format := range outsideFormats() {
		if program, _ := picture.OutsideDecoder(format); program == "" {
			missing = append(missing, format)
		}
	}
	return missing
}

// presentDecoders are the formats that a program on this machine decodes.
func presentDecoders() []string {
	return slices.DeleteFunc(outsideFormats(), func(format string) bool { return slices.Contains(MissingDecoders(), format) })
}

// seeUndecoded takes the first look at pictures that were imported before a program for their format was there.
func (s *sighter) seeUndecoded(ctx context.Context, p *footprint.Progress) error {
	waiting, err := s.a.DB.UndecodedPictures(ctx, presentDecoders())
	if err != nil || len(waiting) == 0 {
		return err
	}
	p.Start("decode pictures", int64(len(waiting)))
	for _, u := range waiting {
		p.Note(u.Path)
		if err := s.seeAgain(ctx, u); err != nil {
			return err
		}
		p.Add(1)
	}
	return nil
}

func (s *sighter) seeAgain(ctx context.Context, u store.Unseen) error {
	archive := s.archive(ctx, u.Source)
	if archive == nil || ctx.Err() != nil {
		return ctx.Err()
	}
	b, err := readWhole(archive, u.Path, max(archive.Size(u.Path), 0), maxPicture)
	if err != nil {
		return nil // the export is not what it was; the picture stays as it is known
	}
	r := bytes.NewReader(b)
	info, problem := picture.Inspect(r, int64(len(b)))
	facts := factsOf(&info)
	next := store.Picture{Content: u.Content}
	g := Gallery{a: s.a, pixels: s.pixels}
	if err := g.see(ctx, r, &medium{content: u.Content, info: info}, &next, &facts); err != nil {
		problem = errors.Join(problem, err)
	}
	if problem != nil {
		facts.Problem = problem.Error()
	}
	if next.Facts, err = json.Marshal(&facts); err != nil {
		return err
	}
	return errors.Join(s.a.DB.UpdatePicture(ctx, next), ctx.Err())
}
