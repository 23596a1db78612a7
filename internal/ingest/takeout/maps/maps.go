// Package maps reads what the user gave to Google Maps, Search and the Play Store (reviews, saved and labelled
// places, answers) and where the user has been. Facts stand in shared/formats/google-takeout.md section 7.
package maps

import (
	"path"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/takeout/product"
)

const contributions = "https://www.google.com/maps/contrib/"

// Features reads reviews, saved and labelled places: GeoJSON of two generations.
func Features(r *product.Reader, name string) {
	r.Objects(name, func(n int64, _ string, o product.Object) bool { return r.Emit(n, feature(o, product.Base(name))) }, "features/[]")
}

func feature(o product.Object, file string) footprint.Item {
	p := o.Sub("properties")
	it := footprint.Item{Author: footprint.AuthorSelf, Exif: geometry(o), Created: product.Time(p.Str("date", "Published")), Edited: product.Time(p.Str("Updated")), URL: p.Str("google_maps_url", "Google Maps URL"),
		Container: p.Str("location/name", "Location/Business Name", "Title", "name"), Details: p.Details("name", "address", "date", "Published", "Updated", "google_maps_url", "Google Maps URL", "review_text_published",
			"Review Comment", "five_star_rating_published", "Star Rating", "Title")}
	if it.Exif == nil {
		lat, _ := p.Num("Location/Geo Coordinates/Latitude")
		lon, _ := p.Num("Location/Geo Coordinates/Longitude")
		it.Exif = product.Place(lat, lon)
	}
	address := p.Str("location/address", "Location/Address", "address")
	product.Put(&it, "address", address)
	product.Put(&it, "country", p.Str("location/country_code", "Location/Country Code"))
	stars, rated := p.Num("five_star_rating_published", "Star Rating")
	switch {
	case rated, p.Has("review_text_published", "Review Comment", "questions"), isReviews(file):
		it.Kind, it.Visibility, it.ContainerKind, it.Text = footprint.KindReview, footprint.VisibilityPublic, footprint.ContainerReviewSite, p.Str("review_text_published", "Review Comment")
		if rated {
			it.Rating = &stars
		}
		for _, q := range p.List("questions") {
			product.Put(&it, q.Str("question"), strings.Join(append(q.Texts("selected_options"), q.Texts("rating")...), "; ")+q.Str("rating", "selected_option"))
		}
		if it.URL == "" {
			it.URL = contributions
		}
	case p.Has("google_maps_url", "Google Maps URL", "Location", "location"):
		it.Kind, it.Visibility, it.Title, it.Text = footprint.KindSaved, footprint.VisibilityPrivate, it.Container, address
	default: // a labelled place: home, work, or what the user calls it
		it.Kind, it.Visibility, it.Title, it.Text, it.URL = footprint.KindPlace, footprint.VisibilityPrivate, it.Container, address, "https://www.google.com/maps/"
		it.Container = ""
	}
	return product.Tidy(it)
}

// isReviews reports whether a file is named as one of reviews.
func isReviews(base string) bool {
	switch base {
	case "reviews", "bewertungen", "reseñas", "avis", "recensioni", "recensies", "avaliações":
		return true
	}
	return false
}

func geometry(o product.Object) *footprint.Exif {
	at, _ := o.Sub("geometry")["coordinates"].([]any)
	if len(at) < 2 {
		return nil
	}
	return product.LatLon(product.Text(at[1]) + "," + product.Text(at[0]))
}

// Reviews reads lists of reviews: of the Play Store, and of what Search asks about.
func Reviews(r *product.Reader, name string) {
	r.Objects(name, func(n int64, _ string, o product.Object) bool {
		it := footprint.Item{Kind: footprint.KindReview, Author: footprint.AuthorSelf, Visibility: footprint.VisibilityPublic, ContainerKind: footprint.ContainerReviewSite,
			Text: o.Str("Review Comment", "review/comment", "comment"), Created: product.Time(o.Str("Published", "review/creationTime", "creationTime")), Edited: product.Time(o.Str("Updated")),
			Container: o.Str("Search Query", "review/document/title", "document/title"), URL: contributions, Details: o.Sub("review").Details("comment", "creationTime", "starRating")}
		if stars, ok := o.Num("Review Star Rating", "review/starRating", "starRating", "Star Rating"); ok {
			it.Rating = &stars
		}
		if o.Has("review") {
			it.URL = "https://play.google.com/store/account/reviews"
			product.Put(&it, "type", o.Str("review/document/documentType"))
		}
		return r.Emit(n, product.Tidy(it))
	}, "[]")
}

// Reactions reads thumbs, hearts and what was marked as watched in Search.
func Reactions(r *product.Reader, name string) {
	r.Objects(name, func(n int64, _ string, o product.Object) bool {
		return r.Emit(n, footprint.Item{Kind: footprint.KindLike, Author: "other", Interaction: footprint.InteractionLiked, Title: path.Base(strings.TrimSuffix(name, path.Ext(name))),
			SharedText: o.Str("Search Query", "title", "Title", "name"), Created: product.Time(o.Str("Published", "Created", "Date", "time")), Edited: product.Time(o.Str("Updated")), URL: "https://www.google.com/interests/saved",
			Details: o.Details("Search Query", "title", "Title", "name", "Published", "Created", "Date", "time", "Updated")})
	}, "[]")
}

// Saved reads a table of saved places or pages; its name is that of the list.
func Saved(r *product.Reader, name string) {
	list := strings.TrimSuffix(path.Base(name), path.Ext(name))
	r.CSV(name, func(row csvtable.Row) bool {
		it := footprint.Item{Kind: footprint.KindSaved, Author: footprint.AuthorSelf, Container: list, Visibility: footprint.VisibilityPrivate, Details: map[string]string{}}
		var others []string
		row.Each(func(column, value string) {
			switch {
			case strings.HasPrefix(value, "http") && it.URL == "":
				it.URL = clean(value)
			case it.Title == "" && len(others) == 0 && first(column):
				it.Title = clean(value)
			default:
				others = append(others, clean(value))
			}
		})
		it.Text = strings.Join(others, "\n")
		if it.URL == "" {
			it.URL = "https://www.google.com/maps/"
		}
		return r.Emit(row.N, product.Tidy(it))
	})
}

// first reports whether a column is that of titles.
func first(column string) bool {
	switch csvtable.Fold(column) {
	case "note", "notiz", "nota", "url", "tags", "comment", "kommentar", "comentario", "commentaire", "étiquettes":
		return false
	}
	return true
}

// Answers reads questions, answers and replies on places.
func Answers(r *product.Reader, name string) {
	r.Objects(name, func(n int64, path string, o product.Object) bool {
		it := footprint.Item{Kind: footprint.KindComment, Author: footprint.AuthorSelf, Text: o.Str("text", "answer", "question", "reply", "content"), Title: strings.TrimSuffix(path, "/[]"), Created: when(o), URL: firstURL(o), Visibility: footprint.VisibilityPublic,
			Container: o.Str("place_name", "location/name", "name", "place/name"), Details: o.Details("text")}
		if path == "thumbs_ups/[]" {
			it.Kind, it.Author, it.Interaction = footprint.KindLike, "other", footprint.InteractionLiked
		}
		return r.Emit(n, it)
	}, "answers/[]", "questions/[]", "replies/[]", "thumbs_ups/[]")
}

// Contributions reads dishes, products and activities the user added to places.
func Contributions(r *product.Reader, name string) {
	r.Objects(name, func(n int64, _ string, o product.Object) bool {
		return r.Emit(n, footprint.Item{Kind: footprint.KindReview, Author: footprint.AuthorSelf, Visibility: footprint.VisibilityPublic, ContainerKind: footprint.ContainerReviewSite, Text: o.Str("text", "description", "name", "title", "dish_name"),
			Container: o.Str("place_name", "location/name", "place/name"), Created: when(o), URL: firstURL(o), Details: o.Details("text")})
	}, "contributions/[]")
}

// Commute reads the ways between home and work.
func Commute(r *product.Reader, name string) {
	r.Objects(name, func(n int64, _ string, o product.Object) bool {
		for _, v := range append(o.List("place_visit"), o.Sub("place_visit")) {
			if len(v) == 0 {
				continue
			}
			lat, ok := v.Num("location/latitudeE7", "location/latitude_e7", "location/lat_e7")
			lon, _ := v.Num("location/longitudeE7", "location/longitude_e7", "location/lng_e7")
			at := product.Place(lat/1e7, lon/1e7)
			if !ok {
				lat, _ = v.Num("location/latitude", "latitude")
				lon, _ = v.Num("location/longitude", "longitude")
				at = product.Place(lat, lon)
			}
			if !r.Emit(n, footprint.Item{Kind: footprint.KindPlace, Author: footprint.AuthorSelf, Title: "commute", Text: v.Str("location/address", "location/name", "address", "name"), Exif: at, Visibility: footprint.VisibilityPrivate,
				URL: "https://www.google.com/maps/", Details: v.Details()}) {
				return false
			}
		}
		return true
	}, "trips/[]")
}
