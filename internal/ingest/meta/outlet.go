package meta

import (
	"footprint/internal/footprint"
	"footprint/internal/ingest/jsonstream"
)

// outlet hands the items of one file on, joining and dropping as the row asks.
type outlet struct {
	r       *Reader
	row     *Row
	file    string
	yield   func(footprint.Item, error) bool
	held    *footprint.Item
	latest  map[string]int // by title, into kept
	kept    []footprint.Item
	stopped bool
}

func (o *outlet) fail(pos int64, err error) bool {
	if n := jsonstream.IndexOf(err); n > 0 {
		pos = n
	}
	o.stopped = !o.yield(footprint.Item{}, o.r.X.Failed(o.file, pos, err))
	return !o.stopped
}

func (o *outlet) record(e Entry) bool {
	for _, it := range o.row.Adapt(o.r, e) {
		it.Origin = footprint.Origin{File: o.r.X.Path(e.File), Pos: e.Pos}
		if e.HTML && !it.Created.IsZero() && o.r.Zone == nil {
			if it.Details == nil {
				it.Details = map[string]string{}
			}
			it.Details["time"] = "approximate: the export gives local time without its zone"
		}
		if o.row.Once && o.r.Seen(o.row.Files, it.Created.String(), it.Title, it.URL, it.Text, it.Target) {
			continue
		}
		if !o.put(it) {
			return false
		}
	}
	return true
}

func (o *outlet) put(it footprint.Item) bool {
	if o.row.Latest {
		return o.keep(it)
	}
	if !o.row.Merge {
		o.stopped = !o.yield(it, nil)
		return !o.stopped
	}
	if h := o.held; h != nil && !h.Created.IsZero() && h.Created.Equal(it.Created) && h.Title == it.Title && h.Text == it.Text &&
		len(it.Media) > 0 && len(h.Media) > 0 && !sameMedia(h.Media, it.Media) {
		h.Media = append(h.Media, it.Media...)
		return true
	}
	if !o.flush() {
		return false
	}
	o.held = &it
	return true
}

// keep holds an item back until the end of the file, or replaces an earlier one of its title.
func (o *outlet) keep(it footprint.Item) bool {
	i, ok := o.latest[it.Title]
	switch {
	case !ok:
		if o.latest == nil {
			o.latest = map[string]int{}
		}
		o.latest[it.Title] = len(o.kept)
		o.kept = append(o.kept, it)
	case !it.Created.Before(o.kept[i].Created):
		o.kept[i] = it
	}
	return true
}

func (o *outlet) flush() bool {
	for _, it := range o.kept {
		if !o.yield(it, nil) {
			o.stopped = true
			return false
		}
	}
	o.kept, o.latest = nil, nil
	if o.held == nil {
		return true
	}
	it := *o.held
	o.held = nil
	if !o.yield(it, nil) {
		o.stopped = true
	}
	return !o.stopped
}

func sameMedia(have, more []footprint.Media) bool {
	for _, m := range more {
		for _, h := range have {
			if m.Path != "" && m.Path == h.Path {
				return true
			}
		}
	}
	return false
}
