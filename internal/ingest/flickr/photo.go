package flickr

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// maxFile bounds the JSON of one photo, with all comments of others on it, in bytes.
const maxFile = 32 << 20

// object reads a small file whole.
func (r *reader) object(name string) (object, error) {
	b, err := r.x.ReadFile(name, maxFile)
	if err != nil {
		return nil, err
	}
	clean, err := io.ReadAll(&printable{r: bytes.NewReader(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")))})
	if err != nil {
		return nil, r.x.Failed(name, 0, err)
	}
	o, ok := decode(clean)
	if !ok {
		return o, r.x.Failed(name, 1, footprint.ErrDamaged)
	}
	return o, nil
}

// photo reads one photo or video with what others wrote below it. Of a damaged file, the members before the
// damage are used where they name the photo.
func (r *reader) photo(name string) bool {
	o, err := r.object(name)
	if err != nil && !r.yield(footprint.Item{}, err) {
		return false
	}
	id := o.get("id")
	if id == "" {
		if err != nil {
			return true
		}
		id = photoFile.FindStringSubmatch(path.Base(name))[1]
	}
	it := r.photoItem(o, id)
	if !r.emit(it, name, 1) {
		return false
	}
	n, more := int64(1), true
	visit := func(c object) {
		if words := c.words("comment", "message", "note", "text", "content", "body"); words != "" && more {
			n++
			more = r.emit(r.received(c, &it, words), name, n)
		}
	}
	o.each("comments", visit)
	o.each("notes", visit)
	return more
}

func (r *reader) photoItem(o object, id string) footprint.Item {
	it := footprint.Item{Kind: footprint.KindPhoto, NativeID: id, Author: footprint.AuthorSelf, Title: o.words("name", "title"), Text: o.words("description"), Created: when(o.get("date_imported")),
		Visibility: audiences[strings.ToLower(o.get("privacy"))], URL: o.get("photopage"), ContainerKind: footprint.ContainerOwnProfile, Reactions: o.number("count_faves"), Exif: data(o)}
	if it.URL == "" && r.me != "" {
		it.URL = "https://www.flickr.com/photos/" + r.me + "/" + id + "/"
	}
	if it.Created.IsZero() && it.Exif != nil {
		it.Created = it.Exif.Taken
	}
	var foreign, groups, albums []string
	var own []string
	o.each("tags", func(t object) {
		word := t.get("tag", "raw", "")
		if word == "" {
			return
		}
		if user := t.get("user"); user == "" || r.own(user) || r.me == "" && r.alias == "" {
			own = append(own, "#"+strings.TrimPrefix(word, "#"))
		} else {
			foreign = append(foreign, word)
		}
	})
	if len(own) > 0 {
		it.Text = strings.TrimSpace(it.Text + "\n\n" + strings.Join(own, " "))
	}
	o.each("people", func(p object) {
		if who := p.get("person", "name", "username", "nsid", "id", ""); who != "" {
			it.Tags = append(it.Tags, who)
		}
	})
	o.each("groups", func(g object) { groups = append(groups, g.words("name", "title", "id")) })
	o.each("albums", func(a object) { albums = append(albums, a.words("title", "name", "id")) })
	it.Details = ingest.Details("tags by others", strings.Join(foreign, ", "), "groups", strings.Join(groups, ", "), "albums", strings.Join(albums, ", "), "licence", o.get("license"), "safety", o.get("safety"),
		"views", o.get("count_views"), "who may comment", o.get("comment_permissions"), "who may tag", o.get("tagging_permissions"))
	r.addMedia(&it, o.get("original"), id)
	return it
}

// addMedia adds the files of the photo; without one, its address.
func (r *reader) addMedia(it *footprint.Item, original, id string) {
	for _, name := range r.media[id] {
		it.Media = append(it.Media, footprint.Media{Path: r.x.Path(name), URL: original, Type: ingest.MediaType(name), Exif: it.Exif})
	}
	if len(it.Media) == 0 {
		m := footprint.Media{URL: original, Type: footprint.MediaPhoto, Exif: it.Exif}
		if t := ingest.MediaType(original); t != "" {
			m.Type = t
		}
		it.Media = append(it.Media, m)
	}
	if it.Media[0].Type == footprint.MediaVideo {
		it.Kind = footprint.KindVideo
	}
}

// data gathers what Flickr keeps of the picture itself, or nil.
func data(o object) *footprint.Exif {
	e := &footprint.Exif{Taken: when(o.get("date_taken"))}
	geo := o.inner("geo")
	e.Lat, e.Lon = degrees(geo.get("latitude"), 90), degrees(geo.get("longitude"), 180)
	if e.Lat == nil || e.Lon == nil || !e.HasPlace() {
		e.Lat, e.Lon = nil, nil
	}
	exif := o.inner("exif")
	for _, key := range slices.Sorted(maps.Keys(exif)) {
		raw := exif[key]
		v, _ := decode(raw)
		value := v.get("value", "raw_value", "full")
		if v == nil || value == "" {
			value = object{"": raw}.get("")
		}
		_, tag, _ := strings.Cut(key, ":")
		switch tag {
		case "Make":
			e.Make = value
		case "Model":
			e.Model = value
		case "Software":
			e.Software = value
		case "SerialNumber", "BodySerialNumber", "InternalSerialNumber":
			if e.Serial == "" || tag == "SerialNumber" {
				e.Serial = value
			}
		case "OwnerName", "CameraOwnerName", "Artist":
			if e.Owner == "" || tag == "OwnerName" {
				e.Owner = value
			}
		}
	}
	if e.Taken.IsZero() && !e.HasPlace() && e.Make+e.Model+e.Software+e.Serial+e.Owner == "" {
		return nil
	}
	return e
}

// received is a comment below the user's photo, mostly by others.
func (r *reader) received(c object, photo *footprint.Item, words string) footprint.Item {
	it := footprint.Item{Kind: footprint.KindComment, NativeID: c.get("id", "comment_id"), Author: c.get("user", "author"), Text: words, Created: when(c.get("date", "date_create", "created")), URL: c.get("url", "comment_url"),
		Container: photo.Title, ContainerKind: footprint.ContainerOwnProfile, Visibility: photo.Visibility, Thread: "photo " + photo.NativeID, ControlledByMe: footprint.Yes, Direction: footprint.DirectionIncoming}
	if it.URL == "" && photo.URL != "" {
		it.URL = photo.URL
		if it.NativeID != "" {
			it.URL += "#comment" + it.NativeID
		}
	}
	switch {
	case r.own(it.Author):
		it.Author, it.Direction = footprint.AuthorSelf, footprint.DirectionOutgoing
	case it.Author == "":
		it.Author = "other"
	}
	return it
}

// findOwner reads the profile before anything else; without it, the name in the address of a photo serves.
func (r *reader) findOwner() {
	const most = 20
	tried := 0
	for _, name := range r.x.Files() {
		if path.Base(name) == "account_profile.json" {
			o, err := r.object(name)
			if err != nil && !errors.Is(err, footprint.ErrDamaged) {
				continue // reported when the profile is read
			}
			r.me = o.get("nsid")
			r.alias = lastStep(o.get("profile_url"))
			owner := &r.x.Owner
			owner.ID, owner.Name = r.me, o.get("real_name")
			for _, h := range []string{o.get("screen_name"), r.alias} {
				if h != "" && h != r.me && !slices.Contains(owner.Handles, h) {
					owner.Handles = append(owner.Handles, h)
				}
			}
			if e := o.get("email"); strings.Contains(e, "@") {
				owner.Emails = []string{e}
			}
			return
		}
	}
	for _, name := range r.x.Files() {
		if !photoFile.MatchString(path.Base(name)) || tried == most {
			continue
		}
		tried++
		o, _ := r.object(name) // reported when the photo is read
		if parts := strings.Split(o.get("photopage"), "/photos/"); len(parts) == 2 {
			r.alias, _, _ = strings.Cut(parts[1], "/")
			if r.alias != "" {
				r.x.Owner.Handles = []string{r.alias}
				return
			}
		}
	}
}

func lastStep(link string) string {
	link = strings.Trim(link, "/")
	return link[strings.LastIndexByte(link, '/')+1:]
}
