package value

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Value is one decoded JSON value with repaired text. The zero Value stands for an absent one; every
// accessor accepts it, because Meta leaves out members at will and changes their types between releases.
type Value struct{ v any }

// Parse decodes one JSON value.
func Parse(raw []byte) (Value, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return Value{}, err
	}
	return Value{repairTree(v)}, nil
}

func repairTree(v any) any {
	switch v := v.(type) {
	case string:
		return Repair(v)
	case []any:
		for i := range v {
			v[i] = repairTree(v[i])
		}
		return v
	case map[string]any:
		out := make(map[string]any, len(v))
		for k, member := range v {
			out[Clean(Repair(k))] = repairTree(member)
		}
		return out
	}
	return v
}

// Of wraps a tree of maps, slices and strings.
func Of(v any) Value {
	if w, ok := v.(Value); ok {
		return w
	}
	return Value{v}
}

// Is reports whether the value is present (null counts as absent).
func (v Value) Is() bool { return v.v != nil }

// Get follows member names; an array on the way is entered at its first element.
func (v Value) Get(path ...string) Value {
	for _, key := range path {
		if list, ok := v.v.([]any); ok && len(list) > 0 {
			v = Value{list[0]}
		}
		m, ok := v.v.(map[string]any)
		if !ok {
			return Value{}
		}
		v = Value{m[key]}
	}
	return v
}

// List returns the elements of an array. An object or scalar counts as a list of one, null as none.
func (v Value) List() []Value {
	switch x := v.v.(type) {
	case nil:
		return nil
	case []any:
		out := make([]Value, len(x))
		for i := range x {
			out[i] = Value{x[i]}
		}
		return out
	}
	return []Value{v}
}

// IsObject reports whether the value has members.
func (v Value) IsObject() bool {
	_, ok := v.v.(map[string]any)
	return ok
}

// IsList reports whether the value is an array.
func (v Value) IsList() bool {
	_, ok := v.v.([]any)
	return ok
}

// Keys returns the member names, sorted.
func (v Value) Keys() []string {
	m, _ := v.v.(map[string]any)
	return slices.Sorted(maps.Keys(m))
}

// Text returns a string, number or bool as trimmed text, and "" for anything else.
func (v Value) Text() string {
	switch x := v.v.(type) {
	case string:
		return strings.TrimSpace(Clean(x))
	case json.Number:
		return x.String()
	case int64:
		return strconv.FormatInt(x, 10)
	case bool:
		return strconv.FormatBool(x)
	}
	return ""
}

// Str returns the text of the first of the members that has one.
func (v Value) Str(keys ...string) string {
	for _, k := range keys {
		if s := v.Get(k).Text(); s != "" {
			return s
		}
	}
	return ""
}

// Int returns a number (also one written as text), or 0.
func (v Value) Int() int64 {
	switch x := v.v.(type) {
	case int64:
		return x
	case json.Number:
		if n, err := x.Int64(); err == nil {
			return n
		}
		f, _ := x.Float64()
		return int64(f)
	case string:
		n, _ := strconv.ParseInt(strings.TrimSpace(x), 10, 64)
		return n
	}
	return 0
}

// Float returns a number (also one written as text) and whether there is one.
func (v Value) Float() (float64, bool) {
	s := v.Text()
	if s == "" {
		return 0, false
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil
}

// Bool returns whether the value is true, also written as text.
func (v Value) Bool() bool { return strings.EqualFold(v.Text(), "true") }

// Time reads Unix seconds; zero, negative numbers and text that is no number mean unknown and give the zero
// time. Milliseconds are recognised by their size.
func (v Value) Time() time.Time { return Unix(v.Int()) }

// When returns the time of the first of the members that has one.
func (v Value) When(keys ...string) time.Time {
	for _, k := range keys {
		if t := v.Get(k).Time(); !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// The platform began after 1970; earlier times are the faults of other programs.
const (
	year1826 = -4544208000
	year2100 = 4102444800
)

// Unix turns seconds, or milliseconds, since 1970 into a time.
func Unix(n int64) time.Time {
	if n > year2100 {
		return UnixMilli(n)
	}
	if n <= 0 {
		return time.Time{}
	}
	return time.Unix(n, 0).UTC()
}

// UnixMilli turns milliseconds since 1970 into a time.
func UnixMilli(n int64) time.Time {
	if n <= 0 || n > year2100*1000 {
		return time.Time{}
	}
	return time.UnixMilli(n).UTC()
}

// Taken turns seconds into the time a picture was taken, which may be before 1970; garbage that means
// unknown (the year 0) gives the zero time.
func Taken(n int64) time.Time {
	if n == 0 || n < year1826 || n > year2100 {
		return time.Time{}
	}
	return time.Unix(n, 0).UTC()
}

// Any returns the tree of maps, slices and scalars.
func (v Value) Any() any { return v.v }
