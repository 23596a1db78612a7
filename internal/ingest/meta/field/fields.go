package field

import (
	"strings"
	"time"

	"footprint/internal/ingest/meta/page"
	"footprint/internal/ingest/meta/value"
)

// Field is one labelled value of a record.
type Field struct {
	Group string // title of the nearest titled group above, or ""
	Label string
	Value string
	Href  string
	Time  time.Time
	Media []value.Value

	slot, group Slot // what label and group mean
}

// Fields are the labelled values of a record in their order.
type Fields []Field

// maxFields bounds one record; real ones stay below a few thousand (names of advertisers).
const maxFields = 200_000

// Of flattens label_values and string_map_data records.
func Of(v value.Value) Fields {
	var f Fields
	for _, lv := range v.Get("label_values").List() {
		f.add("", lv)
	}
	m := v.Get("string_map_data")
	for _, label := range m.Keys() {
		s := m.Get(label)
		f.put(Field{Label: label, Value: s.Str("value"), Href: s.Str("href"), Time: s.When("timestamp")})
	}
	return f
}

func (f *Fields) put(one Field) {
	if len(*f) < maxFields && (one.Value != "" || one.Href != "" || !one.Time.IsZero() || len(one.Media) > 0) {
		one.slot, one.group = slotOf(one.Label), slotOf(one.Group)
		*f = append(*f, one)
	}
}

func (f *Fields) add(group string, lv value.Value) {
	if !lv.IsObject() {
		f.put(Field{Group: group, Label: group, Value: lv.Text()})
		return
	}
	label := lv.Str("ent_field_name", "label")
	if known := slotOf(label); known == 0 && lv.Str("label") != "" {
		label = lv.Str("label")
	}
	if label == "" {
		label = group
	}
	f.put(Field{Group: group, Label: label, Value: lv.Str("value"), Href: lv.Str("href"), Time: lv.When("timestamp_value"), Media: lv.Get("media").List()})
	below := lv.Str("title")
	if below == "" && (lv.Get("dict").Is() || lv.Get("vec").Is()) && lv.Str("label") != "" {
		below = lv.Str("label")
	}
	if below == "" {
		below = group
	}
	for _, member := range [2]string{"dict", "vec"} {
		for _, k := range lv.Get(member).List() {
			f.add(below, k)
		}
	}
}

// Text returns the value of the first field whose label means one of the slots.
func (f Fields) Text(slots ...Slot) string {
	for _, s := range slots {
		for i := range f {
			if f[i].Value != "" && f[i].slot == s {
				return f[i].Value
			}
		}
	}
	return ""
}

// In returns the value of a slot inside a group whose title means another slot.
func (f Fields) In(group, slot Slot) string {
	for i := range f {
		if f[i].Value != "" && f[i].group == group && f[i].slot == slot {
			return f[i].Value
		}
	}
	return ""
}

// Time returns the time of the first field that means one of the slots.
func (f Fields) Time(slots ...Slot) time.Time {
	for _, s := range slots {
		for i := range f {
			if f[i].slot == s {
				if t := f[i].when(); !t.IsZero() {
					return t
				}
			}
		}
	}
	return time.Time{}
}

// Any returns the first time of all.
func (f Fields) Any() time.Time {
	for i := range f {
		if !f[i].Time.IsZero() {
			return f[i].Time
		}
	}
	return f.Time(SlotTime)
}

// URL returns the first address that is not inside a titled group, or else the first of all.
func (f Fields) URL() string {
	found := ""
	for i := range f {
		u := f[i].url()
		if u != "" && f[i].Group == "" {
			return u
		}
		if found == "" {
			found = u
		}
	}
	return found
}

// First returns the first value that is neither an address nor one of the slots.
func (f Fields) First(but ...Slot) string {
next:
	for i := range f {
		if f[i].Value == "" || f[i].url() != "" {
			continue
		}
		s := f[i].slot
		for _, b := range but {
			if s == b {
				continue next
			}
		}
		return f[i].Value
	}
	return ""
}

// Media returns the media objects of all fields.
func (f Fields) Media() []value.Value {
	var m []value.Value
	for i := range f {
		m = append(m, f[i].Media...)
	}
	return m
}

// Details returns what the fields say as label and value for display, without the slots that already have
// a home, cookies and empty values.
func (f Fields) Details(but ...Slot) map[string]string {
	d := map[string]string{}
next:
	for i := range f {
		s := f[i].slot
		if s == SlotCookie {
			continue
		}
		for _, b := range but {
			if s == b {
				continue next
			}
		}
		label, v := strings.TrimSpace(f[i].Label), f[i].Value
		if f[i].Group != "" && f[i].Group != label {
			label = f[i].Group + ": " + label
		}
		if v == "" {
			v = f[i].Href
		}
		if v == "" && !f[i].Time.IsZero() {
			v = f[i].Time.Format(time.RFC3339)
		}
		if v == "" || label == "" || len(d) >= 100 {
			continue
		}
		if have := d[label]; have != "" && have != v {
			v = have + "; " + v
		}
		d[label] = cut(v, 2000)
	}
	if len(d) == 0 {
		return nil
	}
	return d
}

func (f *Field) url() string {
	if f.Href != "" {
		return f.Href
	}
	if strings.HasPrefix(f.Value, "https://") || strings.HasPrefix(f.Value, "http://") {
		return f.Value
	}
	return ""
}

func (f *Field) when() time.Time {
	if !f.Time.IsZero() {
		return f.Time
	}
	switch f.slot {
	case SlotTime, SlotTaken, SlotSaved, SlotAdded, SlotCreated, SlotUpdated, SlotExpired, SlotLastActive:
	default:
		return time.Time{} // a date inside other text is not the record's
	}
	t, _ := page.Date(f.Value, time.UTC)
	return t
}

// cut shortens a text to at most n bytes at a character's boundary.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n] + "…"
}

// Labelled wraps a list of label objects (the dict of a vec) as a record for [Of].
func Labelled(list value.Value) value.Value {
	return value.Of(map[string]any{"label_values": list.Any()})
}
