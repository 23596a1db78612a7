package names

import (
	"slices"
	"strings"
	"testing"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
	"footprint/internal/footprint"
)

func TestMark(t *testing.T) {
	var b lexicon.Builder
	b.Declare(Classes()...)
	lex, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	r := NewReader(lex)
	p := r.Person(&footprint.Person{Name: "Robin Fairweather", Employer: "Westmarch General Hospital", Place: "Calderport", Interests: []string{"shareholder: Orbita Devices"},
		Relatives: []string{"Wiremu Stone"}})
	for body, want := range map[string]string{
		"Robin Fairweather was there":  "me.name=Fairweather, me.name=Robin Fairweather, shape.brand=Fairweather",
		"fair weather, robin":          "",
		"A job at Westmarch General":   "me.employer=Westmarch, shape.brand=Westmarch",
		"thank you @westmarchhosp":     "me.employer=@westmarchhosp, shape.handle=@westmarchhosp",
		"Orbita Devices has a new lid": "me.interest=Orbita, me.interest=Orbita Devices, shape.brand=Orbita",
		"Wiremu rang":                  "me.relative=Wiremu, shape.brand=Wiremu",
		"Dr Smith and Sister Mary":     "name.titled=Dr Smith, name.titled=Sister Mary",
		"my sister Mary":               "",
		"use MARIA15 for ten per cent": "shape.code=MARIA15",
		"@dr_kim said so":              "shape.handle.medic=@dr_kim",
	} {
		doc := text.Parse(body)
		marks := lex.Annotate(doc)
		r.Mark(p, doc, &marks)
		var got []string
		for _, h := range marks.All() {
			got = append(got, h.Class+"="+body[doc.Tokens[h.From].Start:doc.Tokens[h.To-1].End])
		}
		slices.Sort(got)
		if got := strings.Join(slices.Compact(got), ", "); got != want {
			t.Errorf("%q: %s, want %s", body, got, want)
		}
	}
	if !p.Known["wiremu"] || !p.Known["robin"] || p.Known["orbita"] {
		t.Errorf("single names: %v", p.Known)
	}
}
