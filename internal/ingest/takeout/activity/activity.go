// Package activity reads what Google recorded of the user: My Activity and the watch and search history of
// YouTube, as JSON or as pages of any size.
package activity

import (
	"net/url"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/takeout/product"
)

// Reading is what a file records as a whole, as far as its name tells.
type Reading uint8

// Readings.
const (
	Mixed    Reading = iota // each record says what it is
	Watched                 // the watch history
	Searched                // the search history
	Ads                     // advertisements shown
)

const (
	controls = "https://myactivity.google.com"
	// mostHomes bounds how many places called home are told apart in one file.
	mostHomes = 1000
)

// link is a text with an address.
type link struct{ text, url string }

// record is one thing the user did, from JSON or from a page.
type record struct {
	header, title string
	url           string
	object        string // what was searched, watched, visited, where the page sets it apart as a link
	subtitles     []link
	description   string
	when          time.Time
	products      []string
	details       []string
	places        []place
}

type place struct{ text, url, source string }

// history adapts the records of one file.
type history struct {
	r       *product.Reader
	reading Reading
	homes   map[string]bool
}

func (h *history) emit(n int64, rec record) bool {
	it := h.adapt(rec)
	if !h.r.Emit(n, it) {
		return false
	}
	for _, p := range rec.places {
		if !isHome(p) || h.homes[p.url+p.text] || len(h.homes) >= mostHomes {
			continue
		}
		if h.homes == nil {
			h.homes = map[string]bool{}
		}
		h.homes[p.url+p.text] = true
		if !h.r.Emit(n, footprint.Item{Kind: footprint.KindPlace, Title: "home", Text: p.text, URL: p.url, NativeID: "home " + p.url + p.text, Exif: position(p.url),
			Visibility: footprint.VisibilityPrivate, Details: map[string]string{"source": p.source}}) {
			return false
		}
	}
	return true
}

func (h *history) adapt(rec record) footprint.Item {
	it := footprint.Item{Author: footprint.AuthorSelf, Title: rec.title, URL: rec.url, Created: rec.when, Visibility: footprint.VisibilityPrivate, Details: map[string]string{}}
	if it.URL == "" {
		it.URL = controls
	}
	kind := h.kind(rec)
	it.Kind = kind
	words := rec.object
	if words == "" {
		words = object(rec.title)
	}
	switch kind {
	case footprint.KindSearch:
		it.Text = firstOf(query(rec.url), words)
		product.Put(&it, "answer", rec.description)
	case footprint.KindLike:
		it.Author, it.Interaction, it.SharedText = "other", footprint.InteractionLiked, words
	case footprint.KindFollowing:
		it.Target, it.Direction = words, footprint.DirectionOutgoing
	case footprint.KindComment, footprint.KindReview:
		it.Text, it.SharedText, it.Visibility, it.Interaction = rec.description, words, footprint.VisibilityPublic, footprint.InteractionCommented
		if kind == footprint.KindReview {
			it.Interaction, it.ContainerKind = "", footprint.ContainerReviewSite
		}
	case footprint.KindInterest:
		it.Author, it.Text, it.URL = "", rec.description, "https://myadcenter.google.com"
	default:
		it.SharedText, it.Description = words, rec.description
	}
	if it.SharedText == it.URL {
		it.SharedText = ""
	}
	h.describe(&it, rec)
	return it
}

// describe keeps what no field of an item names.
func (h *history) describe(it *footprint.Item, rec record) {
	var names, where []string
	for _, s := range rec.subtitles {
		names = append(names, s.text)
	}
	product.Put(it, "by", strings.Join(names, "; "))
	product.Put(it, "product", firstOf(rec.header, strings.Join(rec.products, "; ")))
	product.Put(it, "details", strings.Join(rec.details, "; "))
	for _, p := range rec.places {
		where = append(where, strings.TrimSpace(p.text+" "+p.source))
		if it.Exif == nil {
			it.Exif = position(p.url)
		}
	}
	product.Put(it, "location", strings.Join(where, "; "))
	if len(it.Details) == 0 {
		it.Details = nil
	}
}

func firstOf(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}

// query is what was searched for, which addresses tell in every language.
func query(address string) string {
	if len(address) > 8192 {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	switch {
	case strings.HasPrefix(u.Path, "/maps/search/"):
		words, _, _ := strings.Cut(strings.TrimPrefix(u.Path, "/maps/search/"), "/")
		return ingest.CleanText(strings.ReplaceAll(words, "+", " "))
	case strings.HasSuffix(u.Path, "/search"), strings.HasSuffix(u.Path, "/results"):
		q := u.Query()
		return ingest.CleanText(firstOf(q.Get("q"), q.Get("search_query")))
	}
	return ""
}

// position reads a place out of an address of Maps.
func position(address string) *footprint.Exif {
	if !strings.Contains(address, "maps") || len(address) > 2048 {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil
	}
	q := u.Query()
	for _, pair := range []string{q.Get("q"), q.Get("center"), q.Get("query"), q.Get("ll"), strings.TrimPrefix(u.Path[strings.LastIndexByte(u.Path, '/')+1:], "@")} {
		if e := product.LatLon(pair); e != nil {
			return e
		}
	}
	return nil
}

// isHome reports whether Google took the place from the home address the user has set.
func isHome(p place) bool {
	for _, word := range strings.FieldsFunc(strings.ToLower(p.source+" "+p.text), func(r rune) bool { return r == ' ' || r == ':' || r == ',' || r == '(' || r == ')' || r == '\u00a0' }) {
		switch word {
		case "home", "zuhause", "hause", "casa", "domicile", "thuis", "thuisadres", "acasă", "namų", "hogar", "dom", "domu", "hem", "hjem", "koti", "自宅", "дом", "дома":
			return true
		}
	}
	return false
}
