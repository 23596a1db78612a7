package snapchat

import (
	"net/url"
	"path"
	"regexp"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

var (
	// memoryFile is the name of a memory: the day it was taken, its id, and whether it is the picture or what
	// was drawn over it. The day is local and may be one off.
	memoryFile = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})_(.+)-(main|overlay)\.\w+$`)
	singleFile = regexp.MustCompile(`^()(.+)-(main|overlay)\.\w+$`)
	chatFile   = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})_(.+)\.\w+$`)
)

// mediaFiles finds the files that rows speak of by an id or a day only.
type mediaFiles struct {
	memories map[string][]*memoryFiles // by lower-case id
	days     map[string][]*memoryFiles // by day and type
	byID     map[string][]string       // chat media
	used     map[string]bool           // handed out with a row
}

// memoryFiles is one memory with its overlay.
type memoryFiles struct{ day, id, main, overlay string }

func indexMedia(x *ingest.Export) *mediaFiles {
	m := &mediaFiles{map[string][]*memoryFiles{}, map[string][]*memoryFiles{}, map[string][]string{}, map[string]bool{}}
	for _, name := range x.Files() {
		switch base := path.Base(name); strings.Split(name, "/")[0] {
		case "memories":
			m.memory(name, base)
		case "chat_media":
			if f := chatFile.FindStringSubmatch(base); f != nil {
				m.byID[f[2]] = append(m.byID[f[2]], name)
			}
		}
	}
	return m
}

func (m *mediaFiles) memory(name, base string) {
	f := memoryFile.FindStringSubmatch(base)
	if f == nil {
		f = singleFile.FindStringSubmatch(base)
	}
	if f == nil {
		return
	}
	id := strings.ToLower(f[2])
	var at *memoryFiles
	for _, have := range m.memories[id] {
		if have.day == f[1] {
			at = have
		}
	}
	if at == nil {
		at = &memoryFiles{day: f[1], id: id}
		m.memories[id] = append(m.memories[id], at)
	}
	if f[3] == "overlay" {
		at.overlay = name
		return
	}
	at.main = name
	key := at.day + fileType(name)
	m.days[key] = append(m.days[key], at)
}

// find returns the files of a row: by its id, else by the day if only one such file is of it.
func (m *mediaFiles) find(id string, created time.Time, kind string) *memoryFiles {
	same := m.memories[strings.ToLower(id)]
	for _, f := range same {
		day, err := time.Parse("2006-01-02", f.day)
		if err != nil || created.Sub(day).Abs() <= 48*time.Hour {
			return f
		}
	}
	if id == "" && !created.IsZero() {
		if day := m.days[created.Format("2006-01-02")+kind]; len(day) == 1 && !m.used[day[0].main] {
			return day[0]
		}
	}
	return nil
}

func (m *mediaFiles) media(x *ingest.Export, names ...string) []footprint.Media {
	var list []footprint.Media
	for _, name := range names {
		if name != "" {
			m.used[name] = true
			list = append(list, footprint.Media{Path: x.Path(name), Type: fileType(name)})
		}
	}
	return list
}

// chat returns the files of one media id of a message.
func (m *mediaFiles) chat(x *ingest.Export, id string) []footprint.Media {
	if id == "" {
		return nil
	}
	return m.media(x, m.byID[id]...)
}

// memory is one picture or film of the private backup.
func memory(r *reader, s section) []item {
	kind := mediaType(s.rec.Get("Media Type"))
	it := item{Kind: footprint.KindPhoto, Author: footprint.AuthorSelf, Created: when(s.rec, "Date"), Visibility: footprint.VisibilityPrivate, Exif: position(s.rec.Get("Location"))}
	if kind == footprint.MediaVideo {
		it.Kind = footprint.KindVideo
	}
	id := ""
	for _, name := range []string{"Download Link", "Media Download Url"} {
		if u, err := url.Parse(s.rec.Get(name)); err == nil && id == "" {
			if id = u.Query().Get("mid"); id == "" {
				id = u.Query().Get("sid")
			}
		}
	}
	it.NativeID = strings.ToLower(id)
	if it.NativeID != "" && !it.Created.IsZero() {
		it.NativeID += it.Created.Format(" 2006-01-02") // one id may stand for several days
	}
	if f := r.media.find(id, it.Created, kind); f != nil {
		it.Media = r.media.media(r.X, f.main, f.overlay)
	} else if link := s.rec.Get("Media Download Url", "Download Link"); link != "" {
		it.Media = []footprint.Media{{URL: link, Type: kind}} // expires after about a week
	} else if kind != "" {
		it.Media = []footprint.Media{{Type: kind}}
	}
	return []item{it}
}

// loose makes items of the pictures and films that no row speaks of, dated by the day in their name.
func (r *reader) loose() {
	for _, name := range r.X.Files() {
		folder := strings.Split(name, "/")[0]
		kind := fileType(name)
		base := path.Base(name)
		if (folder != "memories" && folder != "chat_media" && folder != "shared_story") || r.media.used[name] || (kind != footprint.MediaPhoto && kind != footprint.MediaVideo) ||
			strings.Contains(base, "thumbnail~") || strings.Contains(base, "overlay") || !strings.Contains(name, "/") {
			continue
		}
		it := item{Kind: footprint.Kind(kind), Author: footprint.AuthorSelf, Visibility: footprint.VisibilityPrivate, Title: folder, Media: []footprint.Media{{Path: r.X.Path(name), Type: kind}}}
		switch folder {
		case "chat_media":
			it.Author, it.ContainerKind = "unknown", footprint.ContainerChat
		case "shared_story":
			it.Visibility = footprint.VisibilityPublic
		case "memories":
			if f := memoryFile.FindStringSubmatch(base); f != nil {
				for _, m := range r.media.memories[strings.ToLower(f[2])] {
					if m.main == name {
						it.Media = r.media.media(r.X, m.main, m.overlay)
					}
				}
			}
		}
		if len(base) >= 10 {
			it.Created = parseTime(base[:10])
		}
		r.Put(name, 0, it)
	}
}
