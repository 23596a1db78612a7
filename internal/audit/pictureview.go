package audit

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"footprint/internal/audit/core"
	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
)

// PictureView is everything known of one picture.
type PictureView struct {
	pictures.Picture
	Facts pictures.PictureFacts `json:"facts"`
	Sight pictures.Sight        `json:"sight"`
	// Place names where it was taken, from the table of places and the user's own areas; "" when not known.
	Place string    `json:"place,omitempty"`
	Tasks []TaskRow `json:"tasks"`
}

// PictureView returns everything known of a picture of the album.
func (a *Auditor) PictureView(ctx context.Context, p pictures.Picture) (PictureView, error) {
	v := PictureView{Picture: p, Tasks: []TaskRow{}}
	d, err := a.DB.PictureDetail(ctx, p.ID)
	if err != nil {
		return v, err
	}
	if err := errors.Join(json.Unmarshal(d.Facts, &v.Facts), json.Unmarshal(d.Sight, &v.Sight)); err != nil {
		return v, fmt.Errorf("decode picture %s: %w", p.ID, err)
	}
	me, err := a.Profile(ctx)
	if err != nil {
		return v, err
	}
	var items []string
	for _, c := range p.Copies {
		items = core.Union(items, []string{c.Item})
		if v.Place == "" && c.Lat != nil && c.Lon != nil {
			v.Place = pictures.PlaceName(&me, *c.Lat, *c.Lon)
		}
	}
	if len(items) == 0 {
		return v, nil
	}
	f := TaskFilter{Statuses: []footprint.Status{footprint.StatusOpen}}.stored(a.Now())
	f.Items = items
	for r, err := range a.DB.Tasks(ctx, f) {
		if err != nil {
			return v, err
		}
		v.Tasks = append(v.Tasks, a.row(&r))
	}
	return v, nil
}
