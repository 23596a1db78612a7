package activity

import (
	"footprint/internal/ingest/jsonstream"
	"footprint/internal/ingest/takeout/product"
)

// JSON reads an array of records, element by element.
func JSON(r *product.Reader, name string, reading Reading) {
	h := &history{r: r, reading: reading}
	r.JSON(name, func(v jsonstream.Value) bool {
		rec := record{}
		if !jsonstream.Members(v.Raw, rec.member) {
			return r.Fail(v.Index, product.ErrNoObject)
		}
		return h.emit(v.Index, rec)
	}, "[]")
}

// member takes in one member of a record; JSON keys are never translated.
func (rec *record) member(name, value []byte) {
	switch string(name) {
	case "header":
		rec.header = text(value)
	case "title", "snippet":
		rec.title = text(value)
	case "titleUrl":
		rec.url = text(value)
	case "description":
		rec.description = text(value)
	case "time", "publishedAt":
		rec.when = product.Time(text(value))
	case "products":
		jsonstream.Elements(value, func(v []byte) { rec.products = append(rec.products, text(v)) })
	case "details":
		jsonstream.Elements(value, func(v []byte) { rec.details = append(rec.details, named(v)["name"]) })
	case "subtitles":
		jsonstream.Elements(value, func(v []byte) {
			if m := named(v); m["name"] != "" {
				rec.subtitles = append(rec.subtitles, link{m["name"], m["url"]})
			}
		})
	case "locationInfos":
		jsonstream.Elements(value, func(v []byte) {
			m := named(v)
			rec.places = append(rec.places, place{m["name"], m["url"], m["source"]})
		})
	}
}

// named reads an object of texts, or a plain text as its name.
func named(value []byte) map[string]string {
	m := map[string]string{}
	if !jsonstream.Members(value, func(name, v []byte) { m[string(name)] = text(v) }) {
		m["name"] = text(value)
	}
	return m
}

func text(value []byte) string { return product.Text(jsonstream.Text(value)) }
