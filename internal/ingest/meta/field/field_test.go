package field

import (
	"strings"
	"testing"

	"footprint/internal/ingest/meta/value"
)

func parse(t *testing.T, doc string) value.Value {
	t.Helper()
	v, err := value.Parse([]byte(doc))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestFields(t *testing.T) {
	f := Of(parse(t, `{"label_values":[
		{"label":"Zeit","timestamp_value":1600000000},
		{"label":"URL","value":"https://x/","href":"https://x/"},
		{"label":"Unbekannt","ent_field_name":"author","value":"Ivo"},
		{"title":"Groupe","dict":[{"title":"","dict":[{"label":"Nom","value":"Nuit"}]}]},
		{"label":"Contacts","vec":[{"value":"a"},{"value":"b"}]},
		{"label":"Cookie Name","value":"secret"}]}`))
	if f.Text(SlotAuthor) != "Ivo" || f.In(SlotGroup, SlotName) != "Nuit" || f.URL() != "https://x/" || f.Time(SlotTime).Unix() != 1600000000 {
		t.Errorf("%+v", f)
	}
	d := f.Details()
	if d["Contacts"] != "a; b" {
		t.Errorf("details %v", d)
	}
	for k, v := range d {
		if v == "secret" {
			t.Errorf("%s is kept", k)
		}
	}
	m := Of(parse(t, `{"string_map_data":{"Nom dâ\u0080\u0099utilisateur":{"value":"zoe"},"用户":{"value":"other"}}}`))
	if m.Text(SlotUsername) != "zoe" {
		t.Errorf("%+v", m)
	}
}

// TestLabelsAreUnambiguous holds that no spelling means two things.
func TestLabelsAreUnambiguous(t *testing.T) {
	owner := map[string]Slot{}
	for slot, spellings := range labels() {
		for _, s := range strings.Split(spellings, "|") {
			n := normalLabel(s)
			if other, dup := owner[n]; dup && other != slot {
				t.Errorf("%q means slot %d and %d", s, other, slot)
			}
			owner[n] = slot
		}
	}
}
