package view

import "testing"

func TestVeil(t *testing.T) {
	for in, want := range map[string]string{
		"":                     "",
		"Bed 9, Māori nurse!":  "▒▒▒ ▒, ▒▒▒▒▒ ▒▒▒▒▒!",
		"a\u0304 b":            "▒ ▒",
		"line one\nline two 🙂": "▒▒▒▒ ▒▒▒\n▒▒▒▒ ▒▒▒ 🙂",
	} {
		if got := Veil(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	d := Detail{Words: []Passage{{Text: "Tamsin", Marked: true}}, Facts: []Labelled{{"name", "Tamsin"}}, Author: "Kim", Action: "Delete it."}
	d.Veil()
	if d.Words[0].Text != "▒▒▒▒▒▒" || d.Facts[0] != (Labelled{"name", "▒▒▒▒▒▒"}) || d.Author != "▒▒▒" || d.Action != "Delete it." {
		t.Errorf("veiled %+v", d)
	}
}
