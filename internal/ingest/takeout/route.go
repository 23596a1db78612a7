package takeout

import (
	"path"
	"strings"

	"footprint/internal/ingest"
	"footprint/internal/ingest/takeout/account"
	"footprint/internal/ingest/takeout/activity"
	"footprint/internal/ingest/takeout/blogger"
	"footprint/internal/ingest/takeout/chat"
	"footprint/internal/ingest/takeout/maps"
	"footprint/internal/ingest/takeout/photos"
	"footprint/internal/ingest/takeout/product"
	"footprint/internal/ingest/takeout/youtube"
)

// export is the state of reading one export.
type export struct {
	r        *product.Reader
	prefixed bool
	contacts *account.Contacts
	// The pictures of each place are read together.
	pictures, onMaps, onBlog []string
}

// file hands one file to the reader of its product.
func (e *export) file(name string) {
	in, folded := productOf(name, e.prefixed)
	ext, base := product.Ext(name), product.Base(name)
	switch {
	case in == inSkipped:
		reason := skipReasons[folded]
		if reason == "" {
			reason = general
		}
		e.r.X.Skip(name, reason)
	case in == inBlogger && isAlbum(name):
		e.onBlog = append(e.onBlog, name)
	case in == inPhotos, photos.IsSidecar(name) && in == nothing:
		e.photo(name)
	case in == inMaps && (photos.IsSidecar(name) || ingest.IsMedia(name)):
		e.onMaps = append(e.onMaps, name)
	case ext == ".html" && !strings.Contains(name, "/") && isOverview(base):
		e.r.X.Skip(name, "the overview of the export")
	case ext == ".mbox":
		e.r.X.Skip(name, mail)
	case ext == ".ics":
		e.r.X.Skip(name, calendar)
	case ext == ".vcf":
		e.contacts.Cards(name)
	case ext == ".csv":
		e.table(name, in)
	case ext == ".html", ext == ".htm":
		e.page(name, in)
	case ext == ".json":
		e.json(name, in)
	case ext == ".atom", ext == ".xml":
		e.feed(name, in)
	case ingest.IsMedia(name) && in == nothing && e.besideSidecar(name):
		e.photo(name)
	}
}

// isAlbum reports whether a file belongs to the pictures of a blog.
func isAlbum(name string) bool {
	for step := range strings.SplitSeq(path.Dir(name), "/") {
		if s := product.Fold(step); s == "albums" || s == "alben" || s == "álbumes" {
			return true
		}
	}
	return false
}

func (e *export) photo(name string) {
	switch {
	case product.Ext(name) == ".html":
		e.r.X.Skip(name, "a page of pictures that are in the export themselves")
	default:
		e.pictures = append(e.pictures, name)
	}
}

// besideSidecar reports whether a picture in no product's folder lies beside descriptions of pictures.
func (e *export) besideSidecar(name string) bool {
	for _, ext := range []string{".json", ".supplemental-metadata.json"} {
		if e.r.X.Has(name + ext) {
			return true
		}
	}
	return false
}

func (e *export) table(name string, in which) {
	base := product.Base(name)
	switch in {
	case inContacts:
		e.contacts.Table(name)
	case inAccess:
		account.Access(e.r, name)
	case inGroups:
		chat.Groups(e.r, name)
	case inBlogger:
		blogger.Settings(e.r, name)
	case inSaved:
		maps.Saved(e.r, name)
	case inYouTube, nothing:
		e.video(name, in)
	case inChrome, inPlay, inPhotos:
		e.r.X.Skip(name, general)
	case inActivity, inMaps, inTimeline, inChat, inHangouts, inAccount, inProfile, inDevice, inContributions, inSkipped:
		if strings.HasPrefix(base, "saved") {
			maps.Saved(e.r, name)
		}
	}
}

// video reads a table of YouTube.
func (e *export) video(name string, in which) {
	if isMusic(name) {
		e.r.X.Skip(name, "the music library, which nobody else sees")
		return
	}
	head := e.r.Head(name)
	switch {
	case youtube.IsTitles(head):
		e.r.X.Skip(name, "titles of own videos, which their other table holds too")
	case in == inYouTube, youtube.IsTable(head), !e.prefixed:
		youtube.Table(e.r, name)
	case strings.Contains(head, "http"):
		maps.Saved(e.r, name)
	}
}

func isMusic(name string) bool {
	for step := range strings.SplitSeq(name, "/") {
		if f := product.Fold(step); strings.HasPrefix(f, "music") || strings.HasPrefix(f, "musik") || strings.HasPrefix(f, "música") || strings.HasPrefix(f, "musique") {
			return true
		}
	}
	return false
}

func reading(name string) activity.Reading {
	switch base := product.Base(name); {
	case searchNames[base]:
		return activity.Searched
	case watchNames[base]:
		return activity.Watched
	case adFolders[product.Parent(name)]:
		return activity.Ads
	}
	return activity.Mixed
}

func (e *export) page(name string, in which) {
	base := product.Base(name)
	switch {
	case strings.Contains(base, "subscriberinfo"), in == inAccount:
		account.Subscriber(e.r, name)
	case in == inDevice, in == nothing && strings.HasPrefix(base, "device"):
		account.Device(e.r, name)
	case in == inActivity, reading(name) != activity.Mixed, strings.Contains(e.r.Head(name), "mdl-"):
		activity.Page(e.r, name, reading(name))
	case in == inYouTube, in == nothing && strings.HasPrefix(base, "my"):
		youtube.Comments(e.r, name)
	case in == inChrome, in == inPlay, in == inMaps, in == inChat:
		e.r.X.Skip(name, general)
	}
}

func (e *export) feed(name string, in which) {
	switch {
	case strings.HasPrefix(path.Base(name), "theme-"), strings.HasPrefix(path.Base(name), "layouts"):
		e.r.X.Skip(name, "the design of a blog")
	case in == inBlogger, in == nothing && blogger.IsFeed(e.r.Head(name)):
		blogger.Feed(e.r, name)
	}
}
