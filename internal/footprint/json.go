package footprint

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// MarshalJSON writes true, false or null.
func (t Tri) MarshalJSON() ([]byte, error) {
	switch t {
	case Yes:
		return []byte("true"), nil
	case No:
		return []byte("false"), nil
	}
	return []byte("null"), nil
}

// UnmarshalJSON reads true, false or null.
func (t *Tri) UnmarshalJSON(b []byte) error {
	switch string(b) {
	case "true":
		*t = Yes
	case "false":
		*t = No
	case "null":
		*t = Unknown
	default:
		return fmt.Errorf("want true, false or null, not %s", b)
	}
	return nil
}

// UnmarshalJSON reads a list of areas, or one area alone.
func (a *Areas) UnmarshalJSON(b []byte) error {
	if strings.HasPrefix(strings.TrimSpace(string(b)), "{") {
		b = []byte("[" + string(b) + "]")
	}
	return json.Unmarshal(b, (*[]Area)(a))
}

// when reads a date, a local date and time, or RFC 3339. A time without a zone is taken as UTC, which
// keeps the wall clock.
type when struct{ time.Time }

func (w *when) UnmarshalJSON(b []byte) error {
	var s string
	if string(b) == "null" || json.Unmarshal(b, &s) != nil || s == "" {
		return nil // a date may be absent, null, or (as an answer) a bool
	}
	t, err := ParseTime(s)
	w.Time = t
	return err
}

// word reads a string, number, bool or null as text.
type word string

func (w *word) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		return nil
	}
	if b[0] != '"' {
		*w = word(b)
		return nil
	}
	return json.Unmarshal(b, (*string)(w))
}

var timeLayouts = [...]string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02"}

// ParseTime reads the time forms of rules.md: RFC 3339, or a local date and time without zone (kept as
// its wall clock in UTC), or a date.
func ParseTime(s string) (time.Time, error) {
	s = strings.TrimSpace(s)
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC(), nil
		}
	}
	return time.Time{}, fmt.Errorf("time %q: want 2006-01-02 or 2006-01-02T15:04:05", s)
}

// UnmarshalJSON reads an item in the forms of the guidance scenarios: times may lack a zone, free values
// may be strings, numbers or bools, null is the same as absent. Unknown members are ignored.
func (it *Item) UnmarshalJSON(b []byte) error {
	type plain Item
	in := struct {
		*plain
		Created        when `json:"created"`
		Edited         when `json:"edited"`
		Accepted       when `json:"accepted"`
		AccountCreated when `json:"account_created"`
		LastUsed       when `json:"last_used"`
		LastSync       when `json:"last_sync"`
		FoundOn        when `json:"found_on"`
		DeletedOn      when `json:"deleted_on"`
		Rechecked      when `json:"rechecked"`
		Value          word `json:"value"`
		Judged         word `json:"judged"`
		Marked         word `json:"marked"`
		Consent        word `json:"consent_register"`
		ConsentAnswer  word `json:"consent_answer"`
		Answer         word `json:"answer"`
	}{plain: (*plain)(it)}
	if err := json.Unmarshal(b, &in); err != nil {
		return err
	}
	it.Created, it.Edited = in.Created.Time, in.Edited.Time
	it.Accepted, it.AccountCreated = in.Accepted.Time, in.AccountCreated.Time
	it.LastUsed, it.LastSync = in.LastUsed.Time, in.LastSync.Time
	it.FoundOn, it.DeletedOn, it.Rechecked = in.FoundOn.Time, in.DeletedOn.Time, in.Rechecked.Time
	it.Value, it.Judged, it.Marked = string(in.Value), string(in.Judged), string(in.Marked)
	it.ConsentRegister, it.ConsentAnswer, it.Answer = string(in.Consent), string(in.ConsentAnswer), string(in.Answer)
	return nil
}

// UnmarshalJSON reads exif facts; the time taken may lack a zone.
func (e *Exif) UnmarshalJSON(b []byte) error {
	type plain Exif
	in := struct {
		*plain
		Taken when `json:"taken"`
	}{plain: (*plain)(e)}
	if err := json.Unmarshal(b, &in); err != nil {
		return err
	}
	e.Taken = in.Taken.Time
	return nil
}
