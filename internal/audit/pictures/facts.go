package pictures

import (
	"footprint/internal/audit/core"
	"footprint/internal/footprint"
	"footprint/internal/picture"
	"slices"
	"strings"
)

// PictureFacts is what a first look at a file found, as it is kept.
type PictureFacts struct {
	Format      string           `json:"format"`
	Width       int              `json:"width,omitempty"` // of the upright picture
	Height      int              `json:"height,omitempty"`
	Orientation int              `json:"orientation,omitempty"`
	Direction   *float64         `json:"direction,omitempty"` // where the camera looked, degrees from north
	Exif        *footprint.Exif  `json:"exif,omitempty"`
	Captions    []string         `json:"captions,omitempty"`
	Keywords    []string         `json:"keywords,omitempty"`
	Places      []string         `json:"places,omitempty"`
	Contacts    []string         `json:"contacts,omitempty"`
	Owners      []string         `json:"owners,omitempty"` // every name of photographer, owner or editor
	Serials     []string         `json:"serials,omitempty"`
	Regions     []picture.Region `json:"regions,omitempty"`
	Hints       picture.Hints    `json:"hints,omitzero"`
	OldPreview  bool             `json:"old_preview,omitempty"`
	Problem     string           `json:"problem,omitempty"`
}

func factsOf(in *picture.Info) PictureFacts {
	f := PictureFacts{
		Format: in.Format, Width: in.Width, Height: in.Height, Direction: in.Direction, Orientation: in.Orientation,
		Captions: in.Captions, Keywords: in.Keywords, Places: in.Places, Contacts: in.Contacts, Owners: in.Owners, Serials: in.Serials, Regions: in.Regions,
		Exif: mergeExif(nil, &in.Exif),
	}
	if in.Turn() >= 5 {
		f.Width, f.Height = f.Height, f.Width
	}
	return f
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
	c.People = core.Union(slices.Clone(c.People), more.People)
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
