package record

import (
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
	"footprint/internal/ingest/meta/value"
)

// Pluck returns the members of that name in a list of single-key objects.
func Pluck(list value.Value, key string) []value.Value {
	var out []value.Value
	for _, v := range list.List() {
		if m := v.Get(key); m.Is() {
			out = append(out, m)
		}
	}
	return out
}

// Attached returns the attachments of one kind.
func Attached(v value.Value, key string) []value.Value {
	var out []value.Value
	for _, a := range v.Get("attachments").List() {
		out = append(out, Pluck(a.Get("data"), key)...)
	}
	return out
}

// Words joins the distinct texts of a list.
func Words(list []value.Value, keys ...string) string {
	var out []string
	for _, v := range list {
		s := v.Text()
		if len(keys) > 0 {
			s = v.Str(keys...)
		}
		if s != "" && s != "[object Object]" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, "\n")
}

// Created is when a record was made, under any of the names for it.
func Created(e meta.Entry) time.Time {
	return e.When("timestamp", "creation_timestamp", "created_timestamp", "create_timestamp")
}

// People reads a list of names, given as strings or as objects.
func People(v value.Value) []string {
	var names []string
	for _, t := range v.List() {
		name := t.Text()
		if name == "" {
			name = t.Str("name")
		}
		if name != "" {
			names = append(names, name)
		}
	}
	return names
}

// PutPlace adds a place's name, address and position.
func PutPlace(p value.Value, it *footprint.Item) {
	if name := strings.Trim(p.Str("name")+", "+p.Str("address"), ", "); name != "" {
		it.Details["place"] = name
	}
	lat, okLat := p.Get("coordinate", "latitude").Float()
	lon, okLon := p.Get("coordinate", "longitude").Float()
	if okLat && okLon && (lat != 0 || lon != 0) && !it.Exif.HasPlace() {
		if it.Exif == nil {
			it.Exif = &footprint.Exif{}
		}
		it.Exif.Lat, it.Exif.Lon = &lat, &lon
	}
}

// Named reads the commonest record, a name with a time, also from data[].name, labels and page rows.
func Named(e meta.Entry) (string, time.Time) {
	name := Words(Pluck(e.Get("data"), "name"))
	if name == "" {
		name = e.Str("name")
	}
	at := Created(e)
	if at.IsZero() {
		at = e.When("added_timestamp")
	}
	if f := field.Of(e.Value); len(f) > 0 && (name == "" || e.HTML && e.Str("title") == "") {
		if name = f.Text(field.SlotName, field.SlotTitle, field.SlotGroup); name == "" {
			name = f.First(field.SlotTime)
		}
		if at.IsZero() {
			at = f.Any()
		}
	}
	if name == "" {
		name = e.Str("title")
	}
	return name, at
}

// Flatten lists the scalar members of a record for display, leaving out cookies, tokens, times and what
// pages add.
func Flatten(v value.Value, prefix string, into map[string]string) {
	for _, k := range v.Keys() {
		m := v.Get(k)
		low := strings.ToLower(k)
		switch {
		case strings.Contains(low, "cookie"), strings.Contains(low, "token"), low == "udid", strings.HasSuffix(low, "_id"):
		case k == "label_values", k == "string_list_data", k == "data", k == "attachments", k == "media", k == "href", k == "url", k == "fbid":
		case strings.HasSuffix(low, "timestamp"), strings.HasSuffix(low, "_time"):
		case m.IsObject() && prefix == "":
			Flatten(m, k+" ", into)
		case m.Text() != "" && len(into) < 50:
			into[prefix+strings.ReplaceAll(k, "_", " ")] = m.Text()
		}
	}
}

// Other keeps a record that no rule speaks of as an activity, for display.
func Other(_ *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	it := footprint.Item{
		Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Created: Created(e), Title: e.Str("title", "name", "text"),
		URL: f.URL(), Details: f.Details(field.SlotURL),
	}
	if it.Created.IsZero() {
		it.Created = f.Any()
	}
	if it.URL == "" {
		it.URL = e.Str("href", "url")
	}
	if it.Details == nil {
		it.Details = map[string]string{}
		Flatten(e.Value, "", it.Details)
	}
	if it.Title == "" {
		it.Title = f.First(field.SlotTime)
	}
	if it.Title == "" && len(it.Details) == 0 && it.URL == "" {
		return nil
	}
	if it.URL == "" {
		it.URL = "https://www.facebook.com/me/allactivity"
	}
	return []footprint.Item{it}
}
