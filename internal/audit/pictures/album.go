// Package pictures looks after the pictures of all imports: a first look while they are read, a second one for text and
// faces, the album in which the user answers for them, the places they were taken at, and copies that say nothing about
// themselves.
//
// It refuses to trust a file: every read has a limit, and what cannot be read is told with the picture. An original is
// never written to.
package pictures

import (
	"cmp"
	"context"
	"fmt"
	"image"
	"os"
	"slices"
	"strings"
	"time"

	"footprint/internal/audit/core"
	"footprint/internal/audit/judging"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/picture"
	"footprint/internal/store"
)

// Archivist looks after the pictures of all imports: it takes a first look at them, reads their text, keeps what the
// user says of them, and copies them without what they say about themselves.
type Archivist struct {
	*core.Core
	analyst *judging.Analyst // judges again what an answer changes
}

// NewArchivist makes one for an open database.
func NewArchivist(c *core.Core, analyst *judging.Analyst) *Archivist { return &Archivist{c, analyst} }

// Picture is one picture to review, however many files show it: copies that look the same stand together, so that
// one answer covers all.
type Picture struct {
	// ID is the content of the newest copy, of an export if one has it.
	ID     string   `json:"id"`
	Copies []Copy   `json:"copies"`
	Answer string   `json:"answer,omitempty"`
	Labels []string `json:"labels,omitempty"`
	// Thumbnail is the file of the thumbnail; "" when the pixels were not decoded.
	Thumbnail string `json:"thumbnail,omitempty"`
	// First is 0..1: how much the picture asks to be looked at, by weak signs.
	First float64 `json:"first"`
	Seen  bool    `json:"seen"` // text was read and faces were looked for
	// Open and Worst are of the open tasks on all its items.
	Open  int                `json:"open"`
	Worst footprint.Severity `json:"worst"`
}

// Copy is one file that shows the picture, in its item.
type Copy struct {
	Content    string               `json:"content"`
	Source     int64                `json:"source"`
	Path       string               `json:"path"`
	Item       string               `json:"item"`
	Platform   string               `json:"platform"`
	Kind       footprint.Kind       `json:"kind"`
	Container  string               `json:"container,omitempty"`
	Visibility footprint.Visibility `json:"visibility,omitempty"`
	Posted     time.Time            `json:"posted,omitzero"`
	Taken      time.Time            `json:"taken,omitzero"`
	Lat        *float64             `json:"lat,omitempty"`
	Lon        *float64             `json:"lon,omitempty"`
	Own        bool                 `json:"own"`
}

// When is when the picture was taken, or else posted.
func (c *Copy) When() time.Time {
	if c.Taken.IsZero() {
		return c.Posted
	}
	return c.Taken
}

// Album lists the pictures of all imports: those first that have open tasks, by severity, then those that ask to
// be looked at, then the newest.
func (a *Archivist) Album(ctx context.Context) ([]Picture, error) {
	rows, err := a.DB.Album(ctx)
	if err != nil {
		return nil, err
	}
	book, err := a.answerBook(ctx)
	if err != nil {
		return nil, err
	}
	// The copies of exports come first: their pictures can be read again.
	slices.SortStableFunc(rows, func(p, q store.AlbumRow) int { return cmp.Compare(inOrder(onWeb(p.Path)), inOrder(onWeb(q.Path))) })
	likes := newLikes()
	groups := map[int]int{} // of likes to places in pictures
	pictures := []Picture{}
	for i := range rows {
		r := &rows[i]
		at, there := groups[likes.group(r.Content, r.Hash)]
		if !there {
			at = len(pictures)
			groups[likes.group(r.Content, r.Hash)] = at
			p := Picture{ID: r.Content}
			if r.Hash != nil {
				p.Thumbnail = ThumbsOf(a.Core).File(r.Content)
			}
			if x, ok := book.of(shown{r.Content, r.Hash}); ok {
				p.Answer, p.Labels = x.Answer, x.Labels
			}
			pictures = append(pictures, p)
		}
		pictures[at].add(r)
	}
	slices.SortStableFunc(pictures, byUrgency)
	return pictures, nil
}

// onWeb reports whether the path of a picture is an address: the picture was fetched with a page.
func onWeb(file string) bool {
	return strings.HasPrefix(file, "http://") || strings.HasPrefix(file, "https://")
}

func inOrder(after bool) int {
	if after {
		return 1
	}
	return 0
}

func (p *Picture) add(r *store.AlbumRow) {
	p.Copies = append(p.Copies, Copy{
		Content: r.Content, Source: r.Source, Path: r.Path, Item: r.Item, Platform: r.Platform, Kind: r.Kind, Container: r.Container,
		Visibility: r.Visibility, Posted: r.Created, Taken: r.Taken, Lat: r.Lat, Lon: r.Lon, Own: r.Own,
	})
	p.First, p.Seen = max(p.First, r.First), p.Seen || r.Seen
	p.Open, p.Worst = p.Open+r.Open, max(p.Worst, r.Worst)
}

// byUrgency compares by severity where there are open tasks, then by the weak signs in coarse steps, so that within
// a step the order of time stays.
func byUrgency(p, q Picture) int {
	step := func(p *Picture) int {
		if p.Open > 0 {
			return 100 + int(p.Worst)
		}
		return int(p.First * 4)
	}
	return step(&q) - step(&p)
}

// PictureImage reads the pixels of a picture from its export, fitted into a square of side pixels; from its
// thumbnail when the export is away.
func (a *Archivist) PictureImage(ctx context.Context, p Picture, side int) (image.Image, error) {
	sources, err := a.Sources(ctx)
	if err != nil {
		return nil, err
	}
	for _, c := range p.Copies {
		for _, src := range sources {
			if src.ID != c.Source {
				continue
			}
			if img, err := imageOf(ctx, src, c.Path); err == nil {
				return picture.Fit(img, side), nil
			}
		}
	}
	if p.Thumbnail == "" {
		return nil, picture.ErrNotDecoded
	}
	f, err := os.Open(p.Thumbnail)
	if err != nil {
		return nil, fmt.Errorf("open thumbnail: %w", err)
	}
	defer f.Close()
	return picture.Decode(f, 0)
}

func imageOf(ctx context.Context, src core.Source, file string) (*image.NRGBA, error) {
	archive, err := ingest.Open(ctx, src.Paths()...)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	return decodeFrom(archive, file)
}
