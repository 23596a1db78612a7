package audit

import (
	"context"
	"footprint/internal/audit/pictures"
	"image"
	"os"
)

// ItemPicture is a picture of an item, with what was found in it.
type ItemPicture struct {
	PictureView
	// Image is nil when its pixels cannot be had.
	Image image.Image
}

// maxItemPictures bounds what is shown of one item.
const maxItemPictures = 3

// ItemPictures returns the first pictures of an item, fitted into a square of side pixels.
func (a *Auditor) ItemPictures(ctx context.Context, item string, side int) ([]ItemPicture, error) {
	shots, err := a.DB.ShotsOf(ctx, item)
	if err != nil {
		return nil, err
	}
	list := []ItemPicture{}
	for _, s := range shots[:min(len(shots), maxItemPictures)] {
		p := pictures.Picture{ID: s.Content, Copies: []pictures.Copy{{Content: s.Content, Source: s.Source, Path: s.Path, Item: item, Taken: s.Taken, Lat: s.Lat, Lon: s.Lon}}}
		if file := pictures.ThumbsOf(a.Core).File(s.Content); file != "" {
			if _, err := os.Stat(file); err == nil {
				p.Thumbnail = file
			}
		}
		x := ItemPicture{}
		if x.PictureView, err = a.PictureView(ctx, p); err != nil {
			return nil, err
		}
		if img, err := a.PictureImage(ctx, p, side); err == nil {
			x.Image = img
		}
		list = append(list, x)
	}
	return list, ctx.Err()
}
