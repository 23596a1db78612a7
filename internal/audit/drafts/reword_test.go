package drafts

import (
	"strings"
	"testing"

	"footprint/internal/footprint"
)

func TestSoften(t *testing.T) {
	for _, c := range []struct{ text, piece, kind, want string }{
		{"The girl in bed 9 beat me at chess.", "bed 9", "other_id", "The girl beat me at chess."},
		{"Tuesday was long.", "Tuesday", "date", "The day was long."},
		{"He went home on Tuesday night.", "Tuesday", "date", "He went home."},
		{"81-year-old skipper from Kaitoke.", "81-year-old", "age", "Skipper from Kaitoke."},
		{"An 84 year old with gout came in.", "84 year old", "age", "A person with gout came in."},
		{"An 84-year-old man came in.", "84-year-old", "age", "A man came in."},
		{"Took an 80 year old off a roof.", "80 year old", "age", "Took a person off a roof."},
		{"In 2022 a fourteen-year-old athlete got it.", "fourteen-year-old", "age", "In 2022 an athlete got it."},
		{"81-year-old skipper from Kaitoke, at sea.", "Kaitoke", "place", "81-year-old skipper, at sea."},
		{"So glad Wiremu is eating again.", "Wiremu", "name", "So glad somebody is eating again."},
		{"Mum is the mayor's sister.", "mayor's", "occupation", "Mum is the person's sister."},
		{"Mum rang.", "Mum", "relation", "Relative rang."},
	} {
		at := strings.Index(c.text, c.piece)
		if got := soften(c.text, []footprint.Span{{Start: at, End: at + len(c.piece), Type: c.kind}}); got.Text != c.want {
			t.Errorf("%q without %q: %q, want %q", c.text, c.piece, got.Text, c.want)
		}
	}
}

func TestRewordLeavesTheWriterInTheSentence(t *testing.T) {
	judge := func(it *footprint.Item) []footprint.Finding {
		if !strings.Contains(it.Text, "lupus") {
			return nil
		}
		return []footprint.Finding{{Rule: "own", Spans: []footprint.Span{{End: len("My lupus"), Type: "condition"}}}}
	}
	if got, err := reword(t.Context(), footprint.Item{Text: "My lupus is back."}, judge); err != nil || len(got) != 0 {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestRewordOffersWhatIsJudgedToHelp(t *testing.T) {
	// Place and age together raise it; either may go. The name of a bed alone is another finding.
	judge := func(it *footprint.Item) (all []footprint.Finding) {
		place, age := strings.Index(it.Text, "Kaitoke"), strings.Index(it.Text, "eighty-one")
		if place >= 0 && age >= 0 {
			all = append(all, footprint.Finding{Rule: "together", Spans: []footprint.Span{{Start: place, End: place + 7, Type: "place"}, {Start: age, End: age + 10, Type: "age"}}})
		}
		if i := strings.Index(it.Text, "secret"); i >= 0 {
			all = append(all, footprint.Finding{Rule: "never", Spans: []footprint.Span{{Start: i, End: i + 6, Type: footprint.SpanTerm}}})
		}
		return all
	}
	got, err := reword(t.Context(), footprint.Item{Text: "He is eighty-one, from Kaitoke, and keeps a secret."}, judge)
	if err != nil || len(got) != 2 || got[0].Text != "He is of a certain age, from Kaitoke, and keeps a secret." || got[1].Was != "from Kaitoke" || got[1].Text != "He is eighty-one, and keeps a secret." {
		t.Errorf("%+v, %v", got, err)
	}
	if got, _ := reword(t.Context(), footprint.Item{Text: "A secret."}, judge); len(got) != 0 {
		t.Errorf("of a finding without facts: %+v", got)
	}
}

func TestRewordOfRealRules(t *testing.T) {
	rules, me := builtin(t), &footprint.Person{}
	it := footprint.Item{Text: "The lady in bed 7 in Dunedin was 62 and beat me at chess."}
	got, err := Reword(t.Context(), rules, it, me, day)
	if err != nil || len(got) == 0 {
		t.Fatalf("%+v, %v", got, err)
	}
	for _, r := range got {
		for _, left := range Check(rules, &footprint.Item{Text: r.Text}, me, day).Findings {
			for _, rule := range r.Settles {
				if left.Rule == rule {
					t.Errorf("%q still raises %s", r.Text, rule)
				}
			}
		}
		t.Logf("%q: %q -> %q settles %v", r.Text, r.Was, r.Now, r.Settles)
	}
}
