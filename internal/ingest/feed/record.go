package feed

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/jsonstream"
)

// Record is one JSON value of whatever shape, read without a struct of its own: exports change member names'
// case and punctuation, and put numbers, texts and null in each other's place. The zero Record is empty.
type Record struct {
	raw    []byte
	names  []string          // as written, in order
	fields map[string][]byte // by folded name
}

// Parse reads a value that jsonstream handed out. It keeps raw, so the record is valid as long as raw is.
func Parse(raw []byte) (Record, error) {
	r := Record{raw: bytes.TrimSpace(raw)}
	if len(r.raw) == 0 || r.raw[0] != '{' {
		return r, nil
	}
	r.fields = map[string][]byte{}
	ok := jsonstream.Members(r.raw, func(name, value []byte) {
		plain := ingest.CleanText(jsonstream.Text(slices.Concat([]byte{'"'}, name, []byte{'"'})))
		r.names = append(r.names, plain)
		if key := csvtable.Fold(plain); r.fields[key] == nil {
			r.fields[key] = value
		}
	})
	if !ok {
		return Record{}, footprint.ErrDamaged
	}
	return r, nil
}

// Of makes a record of names and values in turn, for records that do not come as JSON.
func Of(pairs ...string) Record {
	r := Record{fields: map[string][]byte{}}
	for i := 0; i+1 < len(pairs); i += 2 {
		quoted, err := json.Marshal(strings.ToValidUTF8(pairs[i+1], "\uFFFD"))
		if err != nil {
			continue // a string always can be written
		}
		r.names = append(r.names, pairs[i])
		if key := csvtable.Fold(pairs[i]); r.fields[key] == nil {
			r.fields[key] = quoted
		}
	}
	return r
}

// Raw returns the first of the named members that is there and not null.
func (r Record) Raw(names ...string) []byte {
	for _, name := range names {
		if v := r.fields[csvtable.Fold(name)]; len(v) > 0 && v[0] != 'n' {
			return v
		}
	}
	return nil
}

// Get returns the words of the first of the named members that has any. Objects and lists have none.
func (r Record) Get(names ...string) string {
	for _, name := range names {
		if v := words(r.fields[csvtable.Fold(name)]); v != "" {
			return v
		}
	}
	return ""
}

// Text returns the words of a record that is itself a text or a number.
func (r Record) Text() string { return words(r.raw) }

func words(raw []byte) string {
	return strings.TrimSpace(ingest.CleanText(jsonstream.Text(raw)))
}

// In returns the member that is a value of its own; the empty record when there is none.
func (r Record) In(names ...string) Record {
	in, err := Parse(r.Raw(names...))
	if err != nil {
		return Record{}
	}
	return in
}

// List returns the elements of the record if it is a list, else nothing.
func (r Record) List() []Record {
	if len(r.raw) == 0 || r.raw[0] != '[' {
		return nil
	}
	var list []Record
	jsonstream.Elements(r.raw, func(e []byte) {
		if one, err := Parse(e); err == nil {
			list = append(list, one)
		}
	})
	return list
}

// Empty reports whether the record says nothing.
func (r Record) Empty() bool {
	switch string(r.raw) {
	case "", "null", `""`, "[]", "{}":
		return len(r.names) == 0
	}
	return false
}

// Each calls visit for each member in order.
func (r Record) Each(visit func(name string, value Record)) {
	for _, name := range r.names {
		if v, err := Parse(r.fields[csvtable.Fold(name)]); err == nil {
			visit(name, v)
		}
	}
}

// Details returns the members that are texts or numbers, without the named ones.
func (r Record) Details(except ...string) map[string]string {
	list := []string{}
	for _, name := range r.names {
		if !slices.ContainsFunc(except, func(e string) bool { return csvtable.Fold(e) == csvtable.Fold(name) }) {
			list = append(list, name, r.Get(name))
		}
	}
	return Pairs(list...)
}

// Flat calls visit for each text or number inside the record, however deep, with the names on the way
// joined by ": ".
func (r Record) Flat(visit func(name, value string)) { r.flat("", 0, visit) }

func (r Record) flat(prefix string, depth int, visit func(name, value string)) {
	const deepest = 8
	if depth > deepest {
		return
	}
	for _, e := range r.List() {
		e.flat(prefix, depth+1, visit)
	}
	if v := r.Text(); v != "" {
		visit(strings.TrimSuffix(prefix, ": "), v)
	}
	r.Each(func(name string, value Record) { value.flat(prefix+name+": ", depth+1, visit) })
}

// Pairs makes details of names and values, leaving out what is empty.
func Pairs(list ...string) map[string]string {
	out := map[string]string{}
	for i := 0; i+1 < len(list); i += 2 {
		if list[i+1] != "" {
			out[list[i]] = list[i+1]
		}
	}
	return out
}

// Time reads a time by the first layout that fits, as UTC where the text names no zone; the zero time when
// none does or social media did not exist then.
func Time(s string, layouts ...string) time.Time {
	s = strings.Join(strings.Fields(s), " ") // a no-break space before AM and PM becomes a plain one
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return ingest.Plausible(t)
		}
	}
	return time.Time{}
}

// clean makes every word of an item fit to keep.
func clean(it *footprint.Item) {
	for _, s := range []*string{&it.NativeID, &it.Account, &it.Author, &it.Container, &it.URL, &it.Text, &it.Title, &it.Description, &it.SharedText,
		&it.Thread, &it.Target, &it.Work, &it.Setting, &it.Value, &it.Status, &it.Role} {
		*s = ingest.CleanText(*s)
	}
	for i := range it.Tags {
		it.Tags[i] = ingest.CleanText(it.Tags[i])
	}
	for i := range it.Media {
		it.Media[i].URL, it.Media[i].Caption = ingest.CleanText(it.Media[i].URL), ingest.CleanText(it.Media[i].Caption)
	}
	if len(it.Details) == 0 {
		it.Details = nil
		return
	}
	details := make(map[string]string, len(it.Details))
	for _, k := range slices.Sorted(maps.Keys(it.Details)) {
		details[ingest.CleanText(k)] = ingest.CleanText(it.Details[k])
	}
	it.Details = details
}
