package meta

import (
	"hash/fnv"
	"path"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/meta/find"
	"footprint/internal/ingest/meta/value"
)

// Media turns a media object into the domain's. base is the folder of the file that names it, for
// addresses relative to it. Placeholders for failed downloads and remote copies keep their type only.
func (r *Reader) Media(m value.Value, base string) footprint.Media {
	uri := m.Str("uri")
	out := footprint.Media{
		Path:    r.Resolve(uri, base),
		Type:    mediaType(m, uri),
		Caption: m.Str("description"),
		Exif:    exifOf(m),
	}
	return out
}

// MediaMap turns the media that a record names by label into the domain's.
func (r *Reader) MediaMap(e Entry) []footprint.Media {
	var list []footprint.Media
	named := e.Get("media_map_data")
	for _, label := range named.Keys() {
		if m := named.Get(label); m.Str("uri") != "" {
			list = append(list, r.Media(m, path.Dir(e.File)))
		}
	}
	return list
}

func mediaType(m value.Value, uri string) string {
	meta := m.Get("media_metadata")
	if t := ingest.MediaType(strings.SplitN(uri, "?", 2)[0]); t != "" {
		return t
	}
	switch {
	case meta.Get("video_metadata", "exif_data").Is():
		return footprint.MediaVideo
	case meta.Get("photo_metadata").Is():
		return footprint.MediaPhoto
	}
	return footprint.MediaPhoto
}

// exifOf reads the metadata block in all its places: below photo_metadata or video_metadata, with the
// array exif_data or without.
func exifOf(m value.Value) *footprint.Exif {
	meta := m.Get("media_metadata")
	var e footprint.Exif
	found := false
	for _, kind := range [2]string{"photo_metadata", "video_metadata"} {
		block := meta.Get(kind)
		list := block.Get("exif_data").List()
		if len(list) == 0 && block.Is() {
			list = []value.Value{block}
		}
		for _, x := range list {
			found = fillExif(&e, x) || found
		}
	}
	if !found {
		return nil
	}
	return &e
}

// fillExif fills in what is not yet known and reports whether anything was.
func fillExif(e *footprint.Exif, x value.Value) bool {
	found := false
	lat, okLat := x.Get("latitude").Float()
	lon, okLon := x.Get("longitude").Float()
	if okLat && okLon && (lat != 0 || lon != 0) && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180 && e.Lat == nil {
		e.Lat, e.Lon, found = &lat, &lon, true
	}
	put := func(field *string, keys ...string) {
		if s := x.Str(keys...); s != "" && s != "0" && *field == "" {
			*field, found = s, true
		}
	}
	put(&e.Make, "camera_make")
	put(&e.Model, "camera_model", "lens_model")
	put(&e.Software, "software")
	put(&e.UploadIP, "upload_ip")
	put(&e.Serial, "device_id")
	if t := value.Taken(x.Get("taken_timestamp").Int()); !t.IsZero() && e.Taken.IsZero() {
		e.Taken, found = t, true
	}
	for _, k := range [2]string{"date_time_original", "date_time_digitized"} {
		if t, ok := exifTime(x.Str(k)); ok && e.Taken.IsZero() {
			e.Taken, found = t, true
		}
	}
	return found
}

// index finds files by their path or base name in any case, for media addresses that do not fit exactly.
type index struct {
	names  []string
	byPath map[uint64]int32
	byBase map[uint64]int32 // -1 where several files share the name
}

func newIndex(names []string) *index {
	x := &index{names: names, byPath: make(map[uint64]int32), byBase: make(map[uint64]int32)}
	for i, n := range names {
		if find.Clutter(n) {
			continue
		}
		low := strings.ToLower(n)
		x.byPath[hash(low)] = int32(i)
		base := hash(path.Base(low))
		if _, dup := x.byBase[base]; dup {
			x.byBase[base] = -1
		} else {
			x.byBase[base] = int32(i)
		}
	}
	return x
}

func hash(s string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(s))
	return h.Sum64()
}

func (x *index) path(p string) string {
	low := strings.ToLower(p)
	if i, ok := x.byPath[hash(low)]; ok && strings.ToLower(x.names[i]) == low {
		return x.names[i]
	}
	return ""
}

func (x *index) base(p string) string {
	low := strings.ToLower(path.Base(p))
	if i, ok := x.byBase[hash(low)]; ok && i >= 0 && strings.ToLower(path.Base(x.names[i])) == low {
		return x.names[i]
	}
	return ""
}

// Resolve finds the file that a media address means and returns its path inside the archive: below the
// root, in any case, relative to base, without the first folder, or by a base name that is unique. It
// returns "" for remote addresses, addresses that leave the export, and files that are not there.
func (r *Reader) Resolve(uri, base string) string {
	if uri == "" || strings.Contains(uri, "://") || strings.Contains(uri, "\\") || len(uri) > 1000 || strings.Contains(uri, ":/") {
		return ""
	}
	clean := path.Clean(strings.TrimLeft(strings.TrimPrefix(uri, "./"), "/"))
	if clean == "." || clean == ".." || strings.HasPrefix(clean, "../") {
		return ""
	}
	if x := r.X; x.Has(clean) {
		return x.Path(clean)
	}
	if r.files == nil {
		r.files = newIndex(r.X.Archive.Names())
	}
	tries := []string{r.X.Path(clean), r.X.Path(path.Join(base, clean))}
	if _, rest, ok := strings.Cut(clean, "/"); ok {
		tries = append(tries, r.X.Path(rest))
	}
	for root := r.X.Root; root != "." && root != ""; { // the folder of Threads names files beside it
		root = path.Dir(root)
		tries = append(tries, path.Join(root, clean))
	}
	for _, t := range tries {
		if p := r.files.path(t); p != "" {
			return p
		}
	}
	if ingest.IsMedia(clean) || path.Ext(clean) == "" && len(path.Base(clean)) > 8 {
		return r.files.base(clean)
	}
	return ""
}
