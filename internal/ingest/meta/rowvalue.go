package meta

import (
	"strings"
	"time"

	"footprint/internal/ingest/meta/field"
	"footprint/internal/ingest/meta/page"
	"footprint/internal/ingest/meta/value"
)

// PageTime reads a date from a page or a text value in the account's zone; UTC when zone is nil.
func PageTime(s string, zone *time.Location) (time.Time, bool) {
	if zone == nil {
		zone = time.UTC
	}
	return page.Date(s, zone)
}

// exifTime reads the forms 2023:05:06 13:42:52 and 20230506T13:42:52.000Z.
func exifTime(s string) (time.Time, bool) {
	for _, layout := range [...]string{"2006:01:02 15:04:05", "20060102T150405.000Z", "20060102T15:04:05.000Z", time.RFC3339} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() > 1826 {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// rowValue offers a page's row under the names that the JSON record of the same file uses, so that one
// adapter reads both: name and title, timestamp, data and attachments, media, label_values and
// string_list_data.
func (r *Reader) rowValue(row page.Row) value.Value {
	m := map[string]any{"title": row.Title, "name": row.Title}
	var at int64
	if t, ok := PageTime(row.Date, r.Zone); ok {
		at = t.Unix()
		m["timestamp"], m["creation_timestamp"], m["start_timestamp"] = at, at, at
	} else if row.Date != "" {
		m["raw_time"] = row.Date
	}
	text := bodyText(row.Texts)
	url := row.DateLink
	if url == "" && len(row.Links) > 0 {
		url = row.Links[0].URL
	}
	m["url"], m["href"], m["text"] = url, url, text
	data := map[string]any{}
	if text != "" {
		data["post"] = text
		data["text"] = text
		data["comment"] = map[string]any{"comment": text}
	}
	if len(row.Icons) > 0 {
		data["reaction"] = map[string]any{"reaction": strings.ToUpper(row.Icons[0])}
	}
	m["data"] = []any{data}
	m["attachments"] = []any{map[string]any{"data": attachments(row)}}
	m["media"] = mediaObjects(row)
	pairValues(m, row.Pairs)
	m["string_list_data"] = []any{listEntry(row, text, at)}
	if len(row.Pairs) == 0 && row.Title == "" && text != "" {
		m["name"] = text
	}
	return value.Of(m)
}

// bodyText joins the paragraphs of a row without the lines that the page adds.
func bodyText(texts []string) string {
	var keep []string
	for _, t := range texts {
		if strings.HasPrefix(t, "Updated ") {
			if _, ok := PageTime(strings.TrimPrefix(t, "Updated "), nil); ok {
				continue
			}
		}
		if len(keep) > 0 && keep[len(keep)-1] == t {
			continue
		}
		keep = append(keep, t)
	}
	return strings.Join(keep, "\n")
}

func attachments(row page.Row) []any {
	var out []any
	for _, l := range row.Links {
		out = append(out, map[string]any{"external_context": map[string]any{"url": l.URL, "name": l.Text}})
	}
	for _, m := range mediaObjects(row) {
		out = append(out, map[string]any{"media": m})
	}
	return out
}

// mediaObjects makes media objects of the files a row shows; a table of photo metadata belongs to the
// first of them.
func mediaObjects(row page.Row) []any {
	var out []any
	for _, file := range row.Media {
		m := map[string]any{"uri": file}
		if len(out) == 0 {
			if exif := exifPairs(row.Pairs); exif != nil {
				m["media_metadata"] = map[string]any{"photo_metadata": map[string]any{"exif_data": []any{exif}}}
			}
		}
		out = append(out, m)
	}
	return out
}

func exifPairs(pairs []page.Pair) map[string]any {
	keys := map[field.Slot]string{field.SlotLatitude: "latitude", field.SlotLongitude: "longitude", field.SlotMake: "camera_make", field.SlotModel: "camera_model", field.SlotUploadIP: "upload_ip"}
	var exif map[string]any
	for _, p := range pairs {
		if key := keys[field.SlotOf(p.Label)]; key != "" && p.Value != "" {
			if exif == nil {
				exif = map[string]any{}
			}
			exif[key] = p.Value
		}
		for k, v := range exifPairs(p.Pairs) {
			if exif == nil {
				exif = map[string]any{}
			}
			exif[k] = v
		}
	}
	return exif
}

func listEntry(row page.Row, text string, at int64) map[string]any {
	e := map[string]any{"value": text}
	if at != 0 {
		e["timestamp"] = at
	}
	if len(row.Links) > 0 {
		e["href"] = row.Links[0].URL
		if row.Links[0].Text != "" && row.Links[0].Text != row.Links[0].URL {
			e["value"] = row.Links[0].Text
		}
	}
	return e
}

// pairValues adds the label and value cells.
func pairValues(m map[string]any, pairs []page.Pair) {
	if len(pairs) == 0 {
		return
	}
	var labels []any
	for _, p := range pairs {
		labels = append(labels, labelValue(p))
	}
	m["label_values"] = labels
}

func labelValue(p page.Pair) map[string]any {
	lv := map[string]any{"label": p.Label}
	if p.URL != "" {
		lv["href"] = p.URL
	}
	switch {
	case len(p.Pairs) > 0:
		lv["title"] = p.Label
		var dict []any
		for _, k := range p.Pairs {
			dict = append(dict, labelValue(k))
		}
		lv["dict"] = dict
	case len(p.Values) > 0:
		var vec []any
		for _, v := range p.Values {
			vec = append(vec, map[string]any{"value": v})
		}
		lv["vec"] = vec
	default:
		lv["value"] = p.Value
		if t, ok := PageTime(p.Value, nil); ok {
			lv["timestamp_value"] = t.Unix()
		}
	}
	if len(p.Media) > 0 {
		var list []any
		for _, file := range p.Media {
			list = append(list, map[string]any{"uri": file})
		}
		lv["media"] = list
	}
	return lv
}

// Zone finds a time zone by a name in any case, for instance EUROPE/LONDON.
func Zone(name string) (*time.Location, bool) {
	name = strings.TrimSpace(name)
	if !strings.Contains(name, "/") || len(name) > 50 || strings.Contains(name, "..") {
		return nil, false
	}
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == '/' || r == '_' || r == '-' })
	fixed, rest := "", strings.ToLower(name)
	for _, w := range words {
		i := strings.Index(rest, w)
		fixed += rest[:i] + strings.ToUpper(w[:1]) + w[1:]
		rest = rest[i+len(w):]
	}
	for _, n := range [2]string{fixed + rest, name} {
		if loc, err := time.LoadLocation(n); err == nil {
			return loc, true
		}
	}
	return nil, false
}
