// Package photos reads Google Photos: pictures and videos with the sidecars that describe them, and albums.
// Facts stand in shared/formats/google-takeout.md section 5.
package photos

import (
	"cmp"
	"hash/maphash"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/takeout/product"
)

// mostPlaces bounds in how many folders a file of one name is looked for.
const mostPlaces = 64

// Place is where pictures stand: who sees those in no shared album, and the page to manage them.
type Place struct {
	Visible footprint.Visibility
	Page    string
}

// Places that hold pictures.
var (
	Library = Place{footprint.VisibilityPrivate, "https://photos.google.com/"}
	OnMaps  = Place{footprint.VisibilityPublic, "https://www.google.com/maps/contrib/"}
	OnBlog  = Place{footprint.VisibilityPublic, "https://www.blogger.com"}
)

// Read reads the pictures of one place, given by their names below the export's root.
func Read(r *product.Reader, files []string, at Place) {
	l := &library{r: r, at: at, seen: map[uint64]bool{}, seed: maphash.MakeSeed()}
	l.sort(files)
	for _, f := range l.folders {
		if r.Stopped() {
			return
		}
		l.folder(f)
	}
}

// library is all folders together: a picture lies in the folder of its year and in those of its albums, and its
// media perhaps in one of them only.
type library struct {
	r       *product.Reader
	at      Place
	folders []*folder
	byMedia map[string][]*folder // by the media's name: where it lies
	seen    map[uint64]bool      // pictures handed out
	seed    maphash.Seed
}

type folder struct {
	dir             string
	sidecars, media []name
	files           map[string]string // media by their composed names
	albums          []string          // files that may describe the album
	m               *matcher
	title           string
	visible         footprint.Visibility
}

// sort groups the files into folders, albums first, and matches them.
func (l *library) sort(files []string) {
	byDir := map[string]*folder{}
	for _, f := range files {
		dir := logical(path.Dir(f))
		d := byDir[dir]
		if d == nil {
			d = &folder{dir: dir, files: map[string]string{}, visible: l.at.Visible}
			byDir[dir] = d
			l.folders = append(l.folders, d)
		}
		switch n := parse(f); {
		case product.Ext(f) != ".json":
			d.media = append(d.media, n)
		case strings.Contains(n.base, "."):
			d.sidecars = append(d.sidecars, n)
		default:
			d.albums = append(d.albums, f)
		}
	}
	l.byMedia = map[string][]*folder{}
	for _, d := range l.folders {
		d.m = match(append(slices.Clone(d.sidecars), parsed(d.albums)...), d.media)
		d.albums = slices.DeleteFunc(d.albums, func(f string) bool {
			if len(d.m.parts[f]) > 0 {
				d.sidecars = append(d.sidecars, parse(f))
			}
			return len(d.m.parts[f]) > 0
		})
		for _, n := range d.media {
			d.files[n.whole] = n.file
			if len(l.byMedia[n.whole]) < mostPlaces {
				l.byMedia[n.whole] = append(l.byMedia[n.whole], d)
			}
		}
	}
	slices.SortStableFunc(l.folders, func(a, b *folder) int { return cmp.Compare(min(1, len(b.albums)), min(1, len(a.albums))) })
}

// logical is a folder's name without the part of the delivery it was unpacked from: a picture may lie in one
// part and its sidecar in another.
func logical(dir string) string {
	if i := strings.LastIndex("/"+dir, "/Takeout/"); i >= 0 {
		return dir[i+len("Takeout/"):]
	}
	return dir
}

func parsed(files []string) []name {
	var names []name
	for _, f := range files {
		names = append(names, parse(f))
	}
	return names
}

func (l *library) folder(d *folder) {
	for _, f := range d.albums {
		l.file(d, f)
	}
	for _, s := range d.sidecars {
		if l.r.Stopped() {
			return
		}
		l.file(d, s.file)
	}
	for _, f := range d.media {
		if d.m.of[f.file] == "" {
			l.alone(d, f)
		}
	}
}

// file reads one JSON file, which what it holds tells apart.
func (l *library) file(d *folder, file string) {
	switch product.Base(file) {
	case "printsubscriptions":
		l.r.X.Skip(file, "orders of printed pictures, nothing that others see")
		return
	}
	first := true
	l.r.Objects(file, func(_ int64, _ string, o product.Object) bool {
		if !first {
			return true
		}
		first = false
		switch {
		case o.Has("photoTakenTime", "creationTime", "googlePhotosOrigin") && !o.Has("albumData"):
			l.picture(d, file, o)
		case o.Has("albumData"):
			l.album(d, o.Sub("albumData"))
		case o.Has("title", "access", "sharedAlbumComments", "enrichments"):
			l.album(d, o)
		case len(o) == 0:
		default:
			l.other(o)
		}
		return true
	}, "")
}

// picture hands out one picture or video, once for all albums it lies in.
func (l *library) picture(d *folder, file string, o product.Object) {
	taken := product.Epoch(o.Str("photoTakenTime/timestamp"), time.Second)
	it := footprint.Item{Kind: footprint.KindPhoto, Author: footprint.AuthorSelf, Title: o.Str("title"), Text: o.Str("description"), URL: o.Str("url"), Container: d.title, Visibility: d.visible,
		Created: cmp.Or(taken, product.Epoch(o.Str("creationTime/timestamp"), time.Second)), Edited: product.Epoch(o.Str("photoLastModifiedTime/timestamp"), time.Second), Deleted: o.Is("trashed"), Details: o.Details("title", "description", "url")}
	for _, p := range o.List("people") {
		if name := p.Str("name"); name != "" {
			it.Tags = append(it.Tags, name)
		}
	}
	it.Exif = position(o)
	if it.Exif != nil || len(it.Tags) > 0 {
		if it.Exif == nil {
			it.Exif = &footprint.Exif{}
		}
		it.Exif.People, it.Exif.Taken = it.Tags, taken
	}
	if o.Has("googlePhotosOrigin/fromSharedAlbum", "googlePhotosOrigin/fromPartnerSharing") {
		it.Author = "other"
	}
	it.NativeID = identity(it.URL)
	if it.URL == "" {
		it.URL = l.at.Page
	}
	parts := d.m.parts[file]
	if len(parts) == 0 {
		parts = l.elsewhere(d, file, it.Created)
	}
	l.attach(&it, parts)
	if k := l.key(&it); !l.seen[k] {
		l.seen[k] = true
		l.r.Emit(0, it)
	}
}

// attach adds the media; without one the title tells a video from a picture.
func (l *library) attach(it *footprint.Item, parts []string) {
	for _, p := range parts {
		kind := cmp.Or(ingest.MediaType(p), footprint.MediaVideo) // a moving part has an extension of its own
		it.Media = append(it.Media, footprint.Media{Path: l.r.X.Path(p), Type: kind})
		l.r.X.Media(p)
	}
	is := ingest.MediaType(it.Title)
	if len(parts) > 0 {
		is = it.Media[0].Type
	}
	if is == footprint.MediaVideo {
		it.Kind = footprint.KindVideo
	}
	if len(it.Details) == 0 {
		it.Details = nil
	}
}

func position(o product.Object) *footprint.Exif {
	for _, at := range []string{"geoData", "geoDataExif"} {
		lat, ok1 := o.Num(at + "/latitude")
		lon, ok2 := o.Num(at + "/longitude")
		if e := product.Place(lat, lon); ok1 && ok2 && e != nil {
			return e
		}
	}
	return nil
}

// photoKey is the last step of a picture's address.
var photoKey = regexp.MustCompile(`/photo/([A-Za-z0-9_-]{20,})$`)

func identity(url string) string {
	if m := photoKey.FindStringSubmatch(url); m != nil {
		return m[1]
	}
	return ""
}

// key tells pictures apart: by their number, else by title, time, and the media's name and size.
func (l *library) key(it *footprint.Item) uint64 {
	var h maphash.Hash
	h.SetSeed(l.seed)
	if it.NativeID != "" {
		h.WriteString(it.NativeID)
		return h.Sum64()
	}
	h.WriteString(it.Title + "\x00" + it.Created.String() + "\x00")
	for _, m := range it.Media {
		h.WriteString(path.Base(m.Path))
		size := l.r.X.Archive.Size(m.Path)
		h.WriteString(time.Duration(size).String())
	}
	return h.Sum64()
}
