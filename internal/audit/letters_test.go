package audit

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"footprint/internal/crawl/letter"
	"footprint/internal/footprint"
)

func TestLettersAreWrittenSentAndChased(t *testing.T) {
	f := newFixture(t)
	f.profile()
	if _, err := f.SearchSaved(t.Context(), []string{f.save("page.html", googlePage("Orla Fenwick", 0, clinic, unclear), day1)}, nil); err != nil {
		t.Fatal(err)
	}
	id := f.results()[unclear.url].ID
	choices, err := f.LettersFor(t.Context(), id)
	if err != nil || len(choices) == 0 || choices[0].ID != "site-owner" || !slices.ContainsFunc(choices, func(l letter.Letter) bool { return l.ID == "nz-correction" }) {
		t.Fatalf("%+v, %v", choices, err)
	}
	d, err := f.WriteLetter(t.Context(), "nz-correction", id, letter.Fields{"shown": "a race result"})
	if err != nil || !strings.Contains(d.Text, unclear.url) || !strings.Contains(d.Text, "I am Orla Fenwick") || !slices.Contains(d.Missing, "reasons") || slices.Contains(d.Missing, "shown") {
		t.Errorf("%+v, %v", d, err)
	}
	r, err := f.SentLetter(t.Context(), "site-owner", id, "", time.Time{})
	if err != nil || r.Recipient != "runs.example" || !r.Due.Equal(midnight(day1.AddDate(0, 0, 14))) || r.Late {
		t.Fatalf("%+v, %v", r, err)
	}
	chased := func() int {
		due, err := f.Due(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return slices.IndexFunc(due, func(d Due) bool { return d.Letter == r.ID && d.Now })
	}
	if chased() >= 0 {
		t.Error("chased before its day")
	}
	f.now = day1.AddDate(0, 0, 14)
	if list, err := f.LetterRequests(t.Context()); err != nil || len(list) != 1 || !list[0].Late || list[0].Next == "" || chased() < 0 {
		t.Errorf("%+v, %v", list, err)
	}
	if err := f.AnswerLetter(t.Context(), r.ID, "perhaps"); err == nil {
		t.Error("an unknown outcome is taken")
	}
	if err := f.AnswerLetter(t.Context(), 99, "removed"); !errors.Is(err, footprint.ErrNotFound) {
		t.Errorf("%v", err)
	}
	if err := f.AnswerLetter(t.Context(), r.ID, "removed"); err != nil || chased() >= 0 {
		t.Errorf("%v", err)
	}
	if list, _ := f.LetterRequests(t.Context()); list[0].Outcome != "removed" || list[0].Late {
		t.Errorf("%+v", list)
	}
}
