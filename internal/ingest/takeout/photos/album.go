package photos

import (
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/takeout/product"
)

// sharing is the page that lists what is shared.
const sharing = "https://photos.google.com/sharing"

// album hands out what describes an album: who can see it, its words, and the comments on it.
func (l *library) album(d *folder, o product.Object) {
	d.title = o.Str("title")
	access := o.Str("access")
	switch access {
	case "protected":
	case "public":
		d.visible = footprint.VisibilityPublic
	default: // by link, or not said
		d.visible = ""
	}
	it := footprint.Item{Kind: footprint.KindPrivacySetting, Author: footprint.AuthorSelf, Setting: "album sharing", Value: value(access), Title: d.title, Container: d.title, Text: o.Str("description"),
		Created: product.Epoch(o.Str("date/timestamp"), time.Second), Visibility: d.visible, URL: sharing}
	if !l.r.Emit(0, it) {
		return
	}
	for _, e := range o.List("enrichments") {
		l.enrichment(d, e)
	}
	for _, c := range o.List("sharedAlbumComments") {
		l.comment(d, c)
	}
}

func value(access string) string {
	switch access {
	case "protected":
		return "private"
	case "":
		return "unknown"
	}
	return access
}

// enrichment is a text or a place the user put between the pictures.
func (l *library) enrichment(d *folder, e product.Object) {
	if words := e.Str("narrativeEnrichment/text"); words != "" {
		l.r.Emit(0, footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Text: words, Container: d.title, Visibility: d.visible, URL: sharing})
	}
	for _, p := range append(e.List("locationEnrichment/location"), e.List("mapEnrichment/origin")...) {
		lat, _ := p.Num("latitudeE7")
		lon, _ := p.Num("longitudeE7")
		l.r.Emit(0, footprint.Item{Kind: footprint.KindPlace, Author: footprint.AuthorSelf, Title: p.Str("name"), Text: p.Str("description"), Container: d.title, Visibility: d.visible, Exif: product.Place(lat/1e7, lon/1e7), URL: sharing})
	}
}

func (l *library) comment(d *folder, c product.Object) {
	it := footprint.Item{Kind: footprint.KindComment, Author: c.Str("contentOwnerName"), Text: c.Str("text"), Created: product.Epoch(c.Str("creationTime/timestamp"), time.Second), Container: d.title,
		Visibility: d.visible, URL: sharing}
	if it.Author == "" {
		it.Author = "unknown"
	} else if l.r.IsOwn(it.Author, "") {
		it.Author = footprint.AuthorSelf
	}
	if it.Text == "" && c.Is("liked") {
		it.Kind, it.Interaction = footprint.KindLike, footprint.InteractionLiked
	}
	l.r.Emit(0, it)
}

// other reads the files beside the albums: comments on shared albums and titles the user gave to memories.
func (l *library) other(o product.Object) {
	for _, c := range append(o.List("comments"), o.List("sharedAlbumComments")...) {
		l.comment(&folder{title: c.Str("albumTitle", "album_title")}, c)
	}
	for _, list := range []string{"memoryTitles", "userGeneratedMemoryTitles", "titles"} {
		for _, title := range o.Texts(list) {
			l.r.Emit(0, footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "title of a memory", Text: title, Visibility: footprint.VisibilityPrivate, URL: l.at.Page})
		}
		for _, m := range o.List(list) {
			l.r.Emit(0, footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "title of a memory", Text: m.Str("title", "text"), Visibility: footprint.VisibilityPrivate, URL: l.at.Page, Details: m.Details("title", "text")})
		}
	}
}
