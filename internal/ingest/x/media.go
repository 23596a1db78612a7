package x

import (
	"encoding/json"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// mediaDirs are the folders in which the media of a data file lie, newest name first.
func mediaDirs(stem string) []string {
	switch stem {
	case "tweets", "tweet":
		return []string{"tweets_media", "tweet_media"}
	case "deleted-tweets", "deleted-tweet":
		return []string{"deleted_tweets_media", "deleted_tweet_media"}
	}
	return []string{strings.ReplaceAll(stem, "-", "_") + "_media"}
}

// media links the attachments of a post to the files "<id>-<name>" of its media folder.
func (r *reader) media(t *tweet) []footprint.Media {
	if len(t.media) == 0 {
		return nil
	}
	dirs := mediaDirs(stemOf(strings.TrimPrefix(r.file, r.dir)))
	list := make([]footprint.Media, 0, len(t.media))
	used := map[string]bool{}
	for _, a := range t.media {
		m := footprint.Media{Type: footprint.MediaPhoto, URL: a.address}
		name := lastSegment(a.address)
		if a.kind == "video" || a.kind == "animated_gif" {
			m.Type = footprint.MediaVideo
			if a.video != "" {
				name, m.URL = lastSegment(a.video), a.video
			}
		}
		m.Path = r.mediaFile(dirs, t.id, name, used)
		used[m.Path] = true
		list = append(list, m)
	}
	return list
}

// mediaFile finds "<id>-<name>" in one of the folders, or any file of that id not yet taken. The path is
// that inside the archive, or "".
func (r *reader) mediaFile(dirs []string, id, name string, used map[string]bool) string {
	for _, dir := range dirs {
		if file := r.dir + dir + "/" + id + "-" + name; name != "" && r.x.Has(file) {
			return r.x.Path(file)
		}
	}
	files := r.x.Files()
	for _, dir := range dirs {
		prefix := r.dir + dir + "/" + id + "-"
		for i, _ := slices.BinarySearch(files, prefix); i < len(files) && strings.HasPrefix(files[i], prefix); i++ {
			if p := r.x.Path(files[i]); !used[p] && ingest.IsMedia(p) {
				return p
			}
		}
	}
	return ""
}

// place reads where a post was written: geo is latitude first, coordinates longitude first.
func place(t *tweet) *footprint.Exif {
	var point struct {
		Coordinates []json.Number `json:"coordinates"`
	}
	read := func(raw []byte, latFirst bool) *footprint.Exif {
		point.Coordinates = nil
		if raw == nil || json.Unmarshal(raw, &point) != nil || len(point.Coordinates) != 2 {
			return nil
		}
		lat, err1 := point.Coordinates[0].Float64()
		lon, err2 := point.Coordinates[1].Float64()
		if !latFirst {
			lat, lon = lon, lat
		}
		e := &footprint.Exif{Lat: &lat, Lon: &lon}
		if err1 != nil || err2 != nil || !e.HasPlace() || lat < -90 || lat > 90 || lon < -180 || lon > 180 {
			return nil
		}
		return e
	}
	if e := read(t.geo, true); e != nil {
		return e
	}
	return read(t.coordinates, false)
}
