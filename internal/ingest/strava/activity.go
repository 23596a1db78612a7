package strava

import (
	"fmt"
	"path"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/feed"
	"footprint/internal/ingest/meta/page"
	"footprint/internal/ingest/strava/track"
)

// parseTime reads a date in the account's language, as UTC.
func parseTime(s string) time.Time {
	if t := feed.Time(s, "Jan 2, 2006, 3:04:05 PM", "Jan 2, 2006", "2006-01-02 15:04:05 UTC", "2006-01-02 15:04:05", "2006-01-02"); !t.IsZero() {
		return t
	}
	t, ok := page.Date(strings.NewReplacer("\u202f", " ", "\u00a0", " ").Replace(s), time.UTC)
	if !ok {
		return time.Time{}
	}
	return ingest.Plausible(t)
}

// activity is one recorded way. Its table has no audience, so the account's default is assumed.
func activity(r *reader, c cells) []footprint.Item {
	id := c.get("Activity ID")
	if strings.Trim(id, "0123456789") != "" {
		r.Fail(c.file, c.N, fmt.Errorf("%w: the first column is no activity number", footprint.ErrDamaged))
		return nil
	}
	it := footprint.Item{Kind: footprint.KindPost, NativeID: id, Author: footprint.AuthorSelf, Title: c.get("Activity Name"), Text: c.get("Activity Description"), Created: parseTime(c.get("Activity Date")),
		Visibility: r.audience, ContainerKind: footprint.ContainerOwnProfile, URL: "https://www.strava.com/activities/" + id,
		Details: feed.Pairs("type", c.get("Activity Type"), "seconds", c.get("Elapsed Time"), "distance", c.get("Distance"), "gear", c.get("Activity Gear"), "private note", c.get("Activity Private Note"))}
	if it.Text == "" { // most activities have a name only
		it.Text, it.Title = it.Title, ""
	}
	if r.audience != "" {
		it.Details["audience"] = "assumed from the account's default"
	}
	list := c.Get("Media")
	if !c.Has("Activity ID", "id") {
		list = c.At(-1)
	}
	it.Media = r.media(list)
	items := []footprint.Item{it}
	if note := c.get("Activity Private Note"); note != "" {
		items = append(items, footprint.Item{Kind: footprint.KindPost, NativeID: id + " private note", Author: footprint.AuthorSelf, Title: "private note", Text: note, Created: it.Created,
			Visibility: footprint.VisibilityPrivate, URL: it.URL})
	}
	return append(items, r.way(&items[0], c.get("Filename"))...)
}

// media resolves file names joined by bars.
func (r *reader) media(list string) []footprint.Media {
	var media []footprint.Media
	for name := range strings.SplitSeq(list, "|") {
		name = strings.TrimSpace(name)
		if t := ingest.MediaType(name); t != "" && r.X.Has(name) {
			r.used[name] = true
			media = append(media, footprint.Media{Path: r.X.Path(name), Type: t, Caption: r.captions[name].text})
		} else if t != "" {
			media = append(media, footprint.Media{Type: t, Caption: r.captions[name].text})
		}
	}
	return media
}

// way gives an activity the place where it began, and returns the place where it ended if that is another one.
func (r *reader) way(it *footprint.Item, name string) []footprint.Item {
	const same = 0.002 // degrees, about 200 m
	w := r.track(name)
	if w.Points == 0 {
		return nil
	}
	it.Exif = exif(w.First)
	it.Details["track"] = "the export holds the whole way; a privacy zone may hide its ends from others"
	if abs(w.First.Lat-w.Last.Lat) < same && abs(w.First.Lon-w.Last.Lon) < same {
		return nil
	}
	return []footprint.Item{{Kind: footprint.KindPlace, NativeID: it.NativeID + " end", Author: footprint.AuthorSelf, Title: "where an activity ended", Text: it.Title, Created: it.Created, Exif: exif(w.Last),
		Visibility: it.Visibility, URL: it.URL}}
}

func exif(p track.Point) *footprint.Exif { return &footprint.Exif{Lat: &p.Lat, Lon: &p.Lon} }

func abs(f float64) float64 { return max(f, -f) }

// track reads a track's ends; one that cannot be read is reported and counts as far as it was read.
func (r *reader) track(name string) track.Way {
	if name == "" || strings.HasPrefix(name, "#") || !r.X.Has(name) { // entered by hand, or broken when it was exported
		return track.Way{}
	}
	r.used[name] = true
	f, err := r.X.Open(name)
	if err != nil {
		r.Fail(name, 0, err)
		return track.Way{}
	}
	defer f.Close()
	w, err := track.Read(f)
	if err != nil {
		r.Fail(name, 0, err)
	}
	return w
}

// tracks enters those that no activity refers to.
func (r *reader) tracks() {
	for _, name := range r.X.Files() {
		if dir := path.Dir(name); (dir == "activities" || dir == "routes") && !r.used[name] {
			r.X.Skip(name, "no activity or route refers to this track")
		}
	}
}

// picture keeps the caption for the activity or post that shows the picture.
func picture(r *reader, c cells) []footprint.Item {
	name := c.At(0)
	if !strings.Contains(name, "/") && !r.X.Has(name) { // older tables leave the folder out
		name = strings.TrimSuffix(path.Base(c.file), ".csv") + "/" + name
	}
	r.captions[name] = caption{c.At(1), c.file, c.N}
	return nil
}

// pictures makes items of those that no activity and no post shows: of deleted ones, or of posts in clubs.
func (r *reader) pictures() {
	for _, name := range r.X.Files() {
		kind := ingest.MediaType(name)
		if dir := path.Dir(name); dir != "media" && dir != "photos" || r.used[name] || kind != footprint.MediaPhoto && kind != footprint.MediaVideo {
			continue
		}
		it := footprint.Item{Kind: footprint.Kind(kind), Author: footprint.AuthorSelf, Text: r.captions[name].text, Media: []footprint.Media{{Path: r.X.Path(name), Type: kind}}}
		if c := r.captions[name]; c.file != "" {
			r.Put(c.file, c.row, it)
		} else {
			r.Put(name, 0, it)
		}
	}
}
