package audit

import (
	"footprint/internal/footprint"
	"footprint/internal/picture"
)

// PictureFacts is what a first look at a file found, as it is kept.
type PictureFacts struct {
	Format      string           `json:"format"`
	Width       int              `json:"width,omitempty"` // of the upright picture
	Height      int              `json:"height,omitempty"`
	Direction   *float64         `json:"direction,omitempty"` // where the camera looked, degrees from north
	Exif        *footprint.Exif  `json:"exif,omitempty"`
	Captions    []string         `json:"captions,omitempty"`
	Keywords    []string         `json:"keywords,omitempty"`
	Places      []string         `json:"places,omitempty"`
	Contacts    []string         `json:"contacts,omitempty"`
	Serials     []string         `json:"serials,omitempty"`
	Regions     []picture.Region `json:"regions,omitempty"`
	Hints       picture.Hints    `json:"hints,omitzero"`
	OldPreview  bool             `json:"old_preview,omitempty"`
	Problem     string           `json:"problem,omitempty"`
	Orientation int              `json:"orientation,omitempty"`
}

func factsOf(in *picture.Info) PictureFacts {
	f := PictureFacts{
		Format: in.Format, Width: in.Width, Height: in.Height, Direction: in.Direction, Orientation: in.Orientation,
		Captions: in.Captions, Keywords: in.Keywords, Places: in.Places, Contacts: in.Contacts, Serials: in.Serials, Regions: in.Regions,
		Exif: mergeExif(nil, &in.Exif),
	}
	if in.Orientation >= 5 {
		f.Width, f.Height = f.Height, f.Width
	}
	return f
}
