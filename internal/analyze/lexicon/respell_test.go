package lexicon

import (
	"strings"
	"testing"

	"footprint/internal/analyze/text"
)

const attackLists = `
- class: group.sex
  terms: [women, woman]
- class: group.religion
  terms: [muslims, immigrants]
- class: group.nation
  terms: ["asylum seekers"]
- class: excludeverb
  terms: [deport]
- class: groupadj.race
  terms: [black]
- class: hateverb
  terms: [hate, despise]
- class: dehuman
  terms: [scum, vermin]
- class: profanity.strong
  terms: [fuck]
- class: profanity.masked
  terms: [fcuk]
- class: respell.part
  terms: [deserve, stand]
- class: respell.never
  terms: [deserter]
`

func TestRespell(t *testing.T) {
	l := lexiconOf(t, attackLists)
	for in, want := range map[string]string{
		"i hate women":             "i hate women",
		"I really h4te w0m3n.":     "i really hate women .",
		"Ihatewomen":               "i hate women",
		"Womenarescum!":            "women are scum !",
		"ican't stand women":       "i can't stand women",
		"mus lims are ver min":     "muslims are vermin",
		"I h a t e women":          "i hate women",
		"wmoen are scm":            "women are scum",
		"blcak people":             "black people",
		"Fcuk women":               "fuck women",
		"muslims dont desreve it":  "muslims dont deserve it",
		"Muslims arescum":          "muslims are scum",
		"I hte women":              "i hate women",
		"imimgratns are vermin":    "immigrants are vermin",
		"igrantmims are vermin":    "igrantmims are vermin",
		"I hat e women":            "i hate women",
		"deprt asyulm seekers":     "deport asylum seekers",
		"deportmuslims":            "deport muslims",
		"asylumseekers are scum":   "asylum seekers are scum",
		"despise the Mulsims":      "despise the muslims",
		"5cvm, those women":        "scum , those women",
		"she arecent women":        "she arecent women",
		"vitamin e for women":      "vitamin e for women",
		"I had hte women's team":   "i had hte women's team",
		"asylum seeking women":     "asylum seeking women",
		"scm":                      "scm",                      // no group is named
		"hte women of the village": "hte women of the village", // "the"
		"back people up":           "back people up",
		"a deserter among women":   "a deserter among women",
		"we met Mr Scm":            "we met mr scm",
		"wo. men":                  "wo . men",
		"he hates the 5 women":     "he hates the 5 women",
		"therapist's women":        "therapist's women",
		"give it to us, women":     "give it to us , women",
	} {
		d := text.Parse(in)
		l.Respell(d)
		var got []string
		for _, tok := range d.Tokens {
			got = append(got, tok.Norm)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q is read as %q, want %q", in, s, want)
		}
	}
}

func TestRespelledWordsKeepTheirPlace(t *testing.T) {
	l := lexiconOf(t, attackLists)
	d := text.Parse("Some say: ihatewomen and mus lims, so é wmoen.")
	l.Respell(d)
	var got []string
	for _, tok := range d.Tokens {
		if tok.Kind == text.Word {
			got = append(got, tok.Norm+"="+d.Original[tok.Start:tok.End])
		}
	}
	const want = "some=Some say=say i=ihatewomen hate=ihatewomen women=ihatewomen and=and muslims=mus lims so=so e=é women=wmoen"
	if s := strings.Join(got, " "); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}

func FuzzRespell(f *testing.F) {
	l := lexiconOf(f, attackLists)
	for _, s := range []string{"Ihatewomen", "w0m3n h a t e", "mus lims\xff wmoen é scm", "i i i i a b c", "w.o.m.e.n!!", "ﬁ wo\u200dmen 5t4nd"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := text.Parse(s)
		l.Respell(d)
		if d.Original != s {
			t.Fatal("the text itself changed")
		}
		last := 0
		for _, tok := range d.Tokens {
			if tok.Start < last || tok.End < tok.Start || tok.End > len(s) {
				t.Fatalf("token %+v lies outside the text or before its neighbour", tok)
			}
			last = tok.Start
		}
	})
}
