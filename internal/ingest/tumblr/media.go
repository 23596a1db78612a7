package tumblr

import (
	"encoding/json"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html/atom"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/htmltext"
	"footprint/internal/ingest/tumblr/page"
)

// indexMedia notes a file below media/ by its post and by its name.
func (r *reader) indexMedia(name string) {
	if !ingest.IsMedia(name) {
		return
	}
	base, dir := path.Base(name), path.Dir(name)
	r.media[base] = append(r.media[base], name)
	id, _, _ := strings.Cut(base, "_")
	if isID(path.Base(dir)) { // a folder for each post
		id = path.Base(dir)
	}
	if isID(id) && id != base {
		r.media[id] = append(r.media[id], name)
	}
}

// picture finds the file of an address: beside the page, or among the media by its name.
func (r *reader) picture(dir, src string) footprint.Media {
	m := footprint.Media{Type: footprint.MediaPhoto}
	if t := ingest.MediaType(src); t != "" {
		m.Type = t
	}
	if page.IsWeb(src) {
		m.URL = ingest.CleanText(src)
	} else if file := path.Join(dir, src); r.x.Has(file) {
		m.Path = r.x.Path(file)
		return m
	}
	if files := r.media[path.Base(src)]; len(files) > 0 {
		m.Path = r.x.Path(files[0])
	}
	return m
}

// addOwnMedia adds the files that bear the post's number and that the words do not show.
func (r *reader) addOwnMedia(it *footprint.Item, id string) {
	for _, name := range r.media[id] {
		file := r.x.Path(name)
		if !slices.ContainsFunc(it.Media, func(m footprint.Media) bool { return m.Path == file }) {
			it.Media = append(it.Media, footprint.Media{Path: file, Type: ingest.MediaType(name)})
		}
	}
}

// pictures adds the media of a post from the API, with the files of the backup where they are there.
func (r *reader) pictures(it *footprint.Item, p *rawPost, id string) {
	for _, ph := range p.Photos {
		m := r.picture("media", ph.Original.URL.String())
		m.Caption = htmltext.Text(ph.Caption.String())
		m.Exif = camera(ph.Exif)
		it.Media = append(it.Media, m)
	}
	for _, markup := range []text{p.Body, p.Caption, p.Answer} {
		for t, err := range htmltext.Tokens(strings.NewReader(markup.String())) {
			if err == nil && htmltext.Opens(t) && t.DataAtom == atom.Img && page.IsWeb(htmltext.Attr(t, "src")) {
				it.Media = append(it.Media, r.picture("media", htmltext.Attr(t, "src")))
			}
		}
	}
	for _, b := range p.Content {
		if b.Type == "image" || b.Type == "video" || b.Type == "audio" {
			if link := b.address(); link != "" {
				m := r.picture("media", link)
				m.Type = map[text]string{"image": footprint.MediaPhoto, "video": footprint.MediaVideo, "audio": footprint.MediaAudio}[b.Type]
				m.Caption = strings.TrimSpace(b.Caption.String() + " " + b.Alt.String())
				it.Media = append(it.Media, m)
			}
		}
	}
	for kind, link := range map[string]text{footprint.MediaAudio: p.AudioURL, footprint.MediaVideo: p.VideoURL} {
		if link != "" { // a post has one of them at most
			m := r.picture("media", link.String())
			m.Type = kind
			it.Media = append(it.Media, m)
		}
	}
	r.addOwnMedia(it, id)
}

// address is the largest size of a block's media, which comes first.
func (b block) address() string {
	var one struct {
		URL text `json:"url"`
	}
	if sizes := list[struct {
		URL text `json:"url"`
	}](b.Media); len(sizes) > 0 {
		return sizes[0].URL.String()
	}
	if len(b.Media) > 0 && json.Unmarshal(b.Media, &one) == nil && one.URL != "" {
		return one.URL.String()
	}
	return b.URL.String()
}

// camera reads what the platform kept of a photo's own data.
func camera(exif map[string]text) *footprint.Exif {
	e := &footprint.Exif{}
	for key, v := range exif {
		switch strings.ToLower(key) {
		case "camera":
			e.Model = v.String()
		case "latitude", "lat":
			e.Lat = degrees(v.String())
		case "longitude", "lon", "lng":
			e.Lon = degrees(v.String())
		}
	}
	if e.Model == "" && !e.HasPlace() {
		return nil
	}
	return e
}

func degrees(s string) *float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(f) || math.Abs(f) > 180 {
		return nil
	}
	return &f
}
