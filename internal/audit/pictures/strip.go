package pictures

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"footprint/internal/audit/core"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/picture"
)

// StripOptions say what is taken out of copies of pictures, beside their metadata.
type StripOptions struct {
	BlurFaces bool
	BlurText  bool // needs Tesseract
}

// Stripped is one picture that was copied, or the reason why not.
type Stripped struct {
	From  string `json:"from"`
	To    string `json:"to,omitempty"`
	Faces int    `json:"faces,omitempty"` // blurred
	Words int    `json:"words,omitempty"` // blurred
	Error string `json:"error,omitempty"`
}

// Strip writes copies of pictures without metadata below dir, upright, and with faces or text blurred if that
// is asked for. Folders are walked; originals are not touched, and no file is written over. It needs no
// database.
func Strip(ctx context.Context, paths []string, dir string, o StripOptions, p *footprint.Progress) ([]Stripped, error) {
	s, err := newStripper(dir, o)
	if err != nil {
		return nil, err
	}
	defer s.out.Close()
	files, err := pictureFiles(paths)
	if err != nil {
		return nil, err
	}
	p.Start("copy pictures", int64(len(files)))
	var done []Stripped
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			return done, err
		}
		one := Stripped{From: file}
		if err := s.strip(ctx, file, &one); err != nil {
			one.Error = err.Error()
		}
		done = append(done, one)
		p.Add(1)
	}
	return done, nil
}

type stripper struct {
	out   *os.Root // nothing is written outside
	faces *picture.FaceFinder
	words *picture.TextReader
}

func newStripper(dir string, o StripOptions) (*stripper, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("strip: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("strip: %w", err)
	}
	s := &stripper{out: root}
	if o.BlurFaces {
		if s.faces, err = picture.NewFaceFinder(); err != nil {
			return nil, errors.Join(fmt.Errorf("strip: %w", err), root.Close())
		}
	}
	if o.BlurText {
		if s.words, err = picture.NewTextReader(); err != nil {
			return nil, errors.Join(fmt.Errorf("strip: %w", err), root.Close())
		}
	}
	return s, nil
}

func (s *stripper) strip(ctx context.Context, file string, one *Stripped) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	return s.copy(ctx, f, info.Size(), filepath.Base(file), one)
}

// copy writes a stripped copy of a picture under its name.
func (s *stripper) copy(ctx context.Context, r io.ReadSeeker, size int64, name string, one *Stripped) error {
	boxes, err := s.boxes(ctx, r, size, one)
	if err != nil {
		return err
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return err
	}
	var copied bytes.Buffer
	ext, err := picture.Strip(&copied, r, size, boxes)
	if err != nil {
		return err
	}
	if err := provenEmpty(copied.Bytes()); err != nil {
		return err
	}
	to, name, err := s.create(strings.TrimSuffix(name, path.Ext(name)), ext)
	if err != nil {
		return err
	}
	_, err = copied.WriteTo(to)
	one.To = filepath.Join(s.out.Name(), name)
	return errors.Join(err, to.Close())
}

// provenEmpty reads a copy as any picture is read: it must say nothing.
func provenEmpty(b []byte) error {
	info, err := picture.Inspect(bytes.NewReader(b), int64(len(b)))
	f := factsOf(&info)
	if err != nil || !saysNothing(&f, &info) {
		return errors.Join(errors.New("the copy is not empty of hidden data"), err)
	}
	return nil
}

// saysNothing reports whether a file holds pixels only.
func saysNothing(f *PictureFacts, info *picture.Info) bool {
	return f.Exif == nil && len(info.Thumbnail) == 0 && f.Orientation <= 1 && f.Direction == nil &&
		len(f.Captions)+len(f.Keywords)+len(f.Places)+len(f.Contacts)+len(f.Owners)+len(f.Serials)+len(f.Regions) == 0
}

// Strip is Strip, for those who hold an Auditor.
func (*Archivist) Strip(ctx context.Context, paths []string, dir string, o StripOptions, p *footprint.Progress) ([]Stripped, error) {
	return Strip(ctx, paths, dir, o, p)
}

// StripPictures writes copies of pictures of the album into dir, as Strip does with files.
func (a *Archivist) StripPictures(ctx context.Context, pictures []Picture, dir string, o StripOptions, p *footprint.Progress) ([]Stripped, error) {
	s, err := newStripper(dir, o)
	if err != nil {
		return nil, err
	}
	defer s.out.Close()
	sources, err := a.Sources(ctx)
	if err != nil {
		return nil, err
	}
	p.Start("copy pictures", int64(len(pictures)))
	var done []Stripped
	for _, pic := range pictures {
		if err := ctx.Err(); err != nil {
			return done, err
		}
		if len(pic.Copies) == 0 {
			continue
		}
		c := pic.Copies[0]
		one := Stripped{From: c.Path}
		if err := s.fromExport(ctx, sources, c, &one); err != nil {
			one.Error = err.Error()
		}
		done = append(done, one)
		p.Add(1)
	}
	return done, nil
}

func (s *stripper) fromExport(ctx context.Context, sources []core.Source, c Copy, one *Stripped) error {
	i := slices.IndexFunc(sources, func(src core.Source) bool { return src.ID == c.Source })
	if i < 0 {
		return footprint.ErrNotFound
	}
	archive, err := ingest.Open(ctx, sources[i].Paths()...)
	if err != nil {
		return err
	}
	defer archive.Close()
	b, err := readWhole(archive, c.Path, max(archive.Size(c.Path), 0), maxPicture)
	if err != nil {
		return err
	}
	return s.copy(ctx, bytes.NewReader(b), int64(len(b)), path.Base(c.Path), one)
}

// boxes are the parts to blur.
func (s *stripper) boxes(ctx context.Context, r io.ReadSeeker, size int64, one *Stripped) ([]image.Rectangle, error) {
	if s.faces == nil && s.words == nil {
		return nil, nil
	}
	facts, err := picture.Inspect(r, size)
	if err != nil && facts.Format == "" {
		return nil, err
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	img, err := picture.Decode(r, facts.Turn())
	if err != nil {
		return nil, err
	}
	var boxes []image.Rectangle
	if s.faces != nil {
		for _, face := range s.faces.Faces(img) {
			boxes = append(boxes, face.Box)
			one.Faces++
		}
		for _, region := range facts.Regions {
			boxes = append(boxes, region.In(img.Bounds(), facts.Turn()))
			one.Faces++
		}
	}
	if s.words != nil {
		words, err := s.words.Read(ctx, img)
		if err != nil {
			return nil, err
		}
		for _, w := range words {
			boxes = append(boxes, w.Box.Inset(-w.Box.Dy()/4))
			one.Words++
		}
	}
	return boxes, nil
}

// create makes a new file; a name that is taken gets a number.
func (s *stripper) create(base, ext string) (*os.File, string, error) {
	for n := range 10_000 {
		name := fmt.Sprintf("%s.%s", base, ext)
		if n > 0 {
			name = fmt.Sprintf("%s-%d.%s", base, n+1, ext)
		}
		f, err := s.out.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if !errors.Is(err, fs.ErrExist) {
			return f, name, err
		}
	}
	return nil, "", fmt.Errorf("no free name for %s", base)
}

// pictureFiles lists the files named and, of folders, the regular files inside.
func pictureFiles(paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		err := filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() {
				files = append(files, name)
			}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("strip: %w", err)
		}
	}
	return files, nil
}
