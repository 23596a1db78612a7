package feed

import (
	"bytes"
	"encoding/json"
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
	raw     []byte
	members []member
}

// member is one name, without its quotation marks, and its value, both as written.
type member struct{ name, value []byte }

// Parse reads a value that jsonstream handed out. It keeps raw, so the record is valid as long as raw is.
func Parse(raw []byte) (Record, error) {
	r := Record{raw: bytes.TrimSpace(raw)}
	if len(r.raw) == 0 || r.raw[0] != '{' {
		return r, nil
	}
	r.members = make([]member, 0, 12)
	if !jsonstream.Members(r.raw, func(name, value []byte) { r.members = append(r.members, member{name, value}) }) {
		return Record{}, footprint.ErrDamaged
	}
	return r, nil
}

// Of makes a record of names and values in turn, for records that do not come as JSON.
func Of(pairs ...string) Record {
	var r Record
	for i := 0; i+1 < len(pairs); i += 2 {
		name, err1 := json.Marshal(pairs[i])
		value, err2 := json.Marshal(pairs[i+1])
		if err1 == nil && err2 == nil { // a string always can be written
			r.members = append(r.members, member{name[1 : len(name)-1], value})
		}
	}
	return r
}

// plain is the member's name as a reader sees it.
func (m member) plain() string {
	if bytes.IndexByte(m.name, '\\') < 0 {
		return ingest.CleanText(string(m.name))
	}
	return ingest.CleanText(jsonstream.Text(slices.Concat([]byte{'"'}, m.name, []byte{'"'})))
}

// is compares names by letters and digits only, without case: like csvtable.Fold, but without allocating.
func (m member) is(name string) bool {
	i := 0
	for _, c := range m.name {
		if c >= 0x80 || c == '\\' {
			return m.folds(name)
		}
		if !letterOrDigit(c) {
			continue
		}
		if i = skipOthers(name, i); i == len(name) {
			return false
		}
		if name[i] >= 0x80 {
			return m.folds(name)
		}
		if lower(name[i]) != lower(c) {
			return false
		}
		i++
	}
	if i = skipOthers(name, i); i < len(name) && name[i] >= 0x80 {
		return m.folds(name)
	}
	return i == len(name)
}

func (m member) folds(name string) bool { return csvtable.Fold(m.plain()) == csvtable.Fold(name) }

// skipOthers passes over what is neither letter nor digit in ASCII.
func skipOthers(name string, i int) int {
	for i < len(name) && name[i] < 0x80 && !letterOrDigit(name[i]) {
		i++
	}
	return i
}

func letterOrDigit(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// value returns the member of that name, or nil.
func (r Record) value(name string) []byte {
	for _, m := range r.members {
		if m.is(name) {
			return m.value
		}
	}
	return nil
}

// Raw returns the first of the named members that is there and not null.
func (r Record) Raw(names ...string) []byte {
	for _, name := range names {
		if v := r.value(name); len(v) > 0 && v[0] != 'n' {
			return v
		}
	}
	return nil
}

// Get returns the words of the first of the named members that has any. Objects and lists have none.
func (r Record) Get(names ...string) string {
	for _, name := range names {
		if v := words(r.value(name)); v != "" {
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
		return len(r.members) == 0
	}
	return false
}

// Each calls visit for each member in order.
func (r Record) Each(visit func(name string, value Record)) {
	for _, m := range r.members {
		if v, err := Parse(m.value); err == nil {
			visit(m.plain(), v)
		}
	}
}

// Details returns the members that are texts or numbers, without the named ones.
func (r Record) Details(except ...string) map[string]string {
	list := []string{}
	for _, m := range r.members {
		if !slices.ContainsFunc(except, m.is) {
			list = append(list, m.plain(), words(m.value))
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
	for k, v := range it.Details {
		if key, value := ingest.CleanText(k), ingest.CleanText(v); key != k || value != v {
			delete(it.Details, k)
			it.Details[key] = value
		}
	}
}
