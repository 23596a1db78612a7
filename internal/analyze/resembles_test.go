package analyze

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
)

// TestResembles asks what the model of conduct may do: propose, never as likely, and only in the author's own words;
// doubt what single words said; and say nothing of texts it was not made for.
func TestResembles(t *testing.T) {
	rs := builtin(t)
	me := &footprint.Person{Role: "doctor", Employer: "Calderport Hospital", Jurisdiction: "NZ"}
	judge := func(s string, me *footprint.Person) []footprint.Finding {
		return rs.Check(&footprint.Item{ID: "x", Kind: footprint.KindPost, Author: footprint.AuthorSelf, Visibility: footprint.VisibilityPublic, Text: s}, me, ExampleDay())
	}
	likeness := func(found []footprint.Finding) *footprint.Finding {
		i := slices.IndexFunc(found, func(f footprint.Finding) bool { return strings.HasPrefix(f.Why, "Taken as a whole") })
		if i < 0 {
			return nil
		}
		return &found[i]
	}
	var proposed, spans, quoted int
	evalCases(t, func(c evalCase) {
		if c.Part != "tune" || len(c.Expect) == 0 || c.Item.Text == "" {
			return
		}
		f := likeness(judge(c.Item.Text, me))
		if f == nil {
			return
		}
		proposed++
		if f.Confidence > footprint.Possible {
			t.Errorf("%s: %v from likeness alone", f.Rule, f.Confidence)
		}
		if len(f.Spans) > 0 {
			spans++
		}
		if likeness(judge(c.Item.Text, nil)) != nil {
			t.Errorf("%s: raised for somebody of whom no profession is known", f.Rule)
		}
		if likeness(judge(strings.Repeat("We walked along the river and talked about the garden. ", 40)+c.Item.Text, me)) != nil {
			t.Errorf("%s: raised in a text longer than any post it was fitted to", f.Rule)
		}
		if f := likeness(judge("\""+c.Item.Text+"\" is what the man in the film says", me)); f != nil {
			quoted++
		}
	})
	if proposed < 300 || spans != proposed || quoted*4 > proposed {
		t.Fatalf("%d posts raised by likeness alone, %d of them show words, %d also when they are quoted", proposed, spans, quoted)
	}
}

func TestResemblesNeedsAModel(t *testing.T) {
	pack := func(rules string) fstest.MapFS { return fstest.MapFS{"rules/r.yaml": {Data: []byte(rules)}} }
	const rule = "- id: one\n  title: T\n  area: a\n  detect:\n    - {kind: resembles"
	if _, err := Load(pack(rule + "}\n")); err == nil || !strings.Contains(err.Error(), "no model knows") {
		t.Fatalf("without a model: %v", err)
	}
	if _, err := Load(pack(rule + ", confidence: likely}\n")); err == nil || !strings.Contains(err.Error(), "never likely") {
		t.Fatalf("as likely: %v", err)
	}
}
