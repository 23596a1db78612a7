package identity

import (
	"encoding/json"
	"os"
	"testing"

	"footprint/internal/footprint"
	"footprint/internal/need"
)

func amelia() (footprint.Person, Extra) {
	return footprint.Person{Name: "Amelia Rose Hartwell", Handles: []string{"ameliarunsfar", "arhartwell"}, Emails: []string{"amelia.hartwell@example.org"}, Role: "doctor", Jurisdiction: "AU"},
		Extra{Nicknames: []string{"Millie Hartwell"}, FormerNames: []string{"Amelia Pemberton"}, Workplaces: []string{"Hunter Valley Regional Hospital", "Kooragang Anaesthetic Group"},
			Schools: []string{"University of Newcastle"}, Professions: []string{"anaesthetist"}, Cities: []string{"Newcastle", "Maitland"}, Region: []string{"NSW"}}
}

// The labelled pages: precision at least 0.95 at recall 0.80, and nothing decided on a name alone.
func TestLabelledResults(t *testing.T) {
	b, err := os.ReadFile(need.Sample(t, "search", "persona-a.expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want struct {
		Pages []struct {
			Results []struct{ URL, Title, Snippet, Truth string }
		}
	}
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	p := New(amelia())
	var hit, wrong, missed, unsure, all int
	for _, page := range want.Pages {
		for _, r := range page.Results {
			all++
			d := p.Decide(Subject{Title: r.Title, Snippet: r.Snippet, URL: r.URL}, r.URL, "")
			switch {
			case d.Verdict == Me && r.Truth == "me":
				hit++
			case d.Verdict == Me:
				wrong++
				t.Errorf("taken for the user: %s %+v", r.Title, d)
			case r.Truth == "me" && d.Verdict == NotMe:
				missed++
				t.Logf("missed: %s | %s %+v", r.Title, r.Snippet, d)
			case r.Truth == "me":
				unsure++
				t.Logf("asked: %s | %s %+v", r.Title, r.Snippet, d)
			}
		}
	}
	t.Logf("%d results: %d right, %d wrong, %d asked, %d missed", all, hit, wrong, unsure, missed)
	if recall := float64(hit) / float64(hit+missed+unsure); recall < 0.8 {
		t.Errorf("recall %.2f", recall)
	}
	if missed > 0 {
		t.Errorf("%d results about the user are dismissed without a question", missed)
	}
}

func TestNamesakes(t *testing.T) {
	me := footprint.Person{Name: "Tom Jonas Brackenridge", Role: "doctor", Specialty: "surgery (registrar)", Employer: "Westmarch Hospital", Place: "Hamilton", Jurisdiction: "NZ", Handles: []string{"tombrack"}}
	p := New(me, Extra{})
	for name, tc := range map[string]struct {
		s    Subject
		want Verdict
	}{
		"staff page":               {Subject{Title: "Our team - Westmarch Hospital", Snippet: "Tom Brackenridge, surgical registrar."}, Me},
		"name alone":               {Subject{Title: "Tom Brackenridge", Snippet: "Photos and profile."}, Unsure},
		"another middle name":      {Subject{Title: "Tom Peter Brackenridge", Snippet: "Surgeon in Hamilton."}, NotMe},
		"another trade":            {Subject{Title: "Tom Brackenridge - Real estate", Snippet: "Selling homes in Hamilton since 2001."}, NotMe},
		"another country":          {Subject{Title: "Dr Tom Brackenridge", Snippet: "Surgeon in Leeds, Yorkshire."}, NotMe},
		"the dead":                 {Subject{Title: "Tom Brackenridge 1871-1940", Snippet: "Buried in Hamilton."}, NotMe},
		"a street and a farm":      {Subject{Title: "Fire on Brackenridge Road", Snippet: "Said Tom Miller of Hamilton."}, NotMe},
		"short form of the name":   {Subject{Title: "Thomas Brackenridge, surgeon", Snippet: "Hamilton, New Zealand. Westmarch Hospital."}, Me},
		"last name first":          {Subject{Title: "Theatre list committee", Snippet: "Brackenridge T, Westmarch Hospital, Hamilton."}, Me},
		"own handle, own town":     {Subject{Title: "tombrack", Snippet: "Hamilton. Bikes and bread.", URL: "https://forum.example/members/tombrack"}, Me},
		"somebody else altogether": {Subject{Title: "Jane Doe", Snippet: "Surgeon at Westmarch Hospital, Hamilton."}, NotMe},
	} {
		if d := p.Decide(tc.s, "", ""); d.Verdict != tc.want {
			t.Errorf("%s: %s, want %s: %+v", name, d.Verdict, tc.want, d)
		}
	}
}

func TestTheUsersAnswerWins(t *testing.T) {
	me, x := amelia()
	x.Answers = Answers{ByPage: map[string]Verdict{"example.org/a": NotMe}}
	d := New(me, x).Decide(Subject{Title: "Dr Amelia Rose Hartwell", Snippet: "Hunter Valley Regional Hospital"}, "example.org/a", "example.org")
	if d.Verdict != NotMe {
		t.Errorf("%+v", d)
	}
}
