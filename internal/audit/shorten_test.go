package audit

import (
	"testing"

	"footprint/internal/footprint"
	"footprint/internal/store"
)

func TestNamesOfOthersAreShortened(t *testing.T) {
	me := footprint.Person{Name: "Robin Fairweather", Handles: []string{"robin_f"}}
	item := footprint.Item{Kind: footprint.KindMessage, Author: "Ngaire Holloway", Container: "Ngaire Holloway", Target: footprint.AuthorSelf, Text: "Dr Quillfeather again, ask @tobyhollow or @robin_f"}
	f := footprint.Finding{Spans: []footprint.Span{{Start: 3, End: 15, Type: "name"}}}
	rec := store.Record{Item: item, Finding: f}
	row := TaskRow{Excerpt: item.Text + "; Ngaire Holloway's words, Holloway Road, robin_f", Container: item.Container, Author: item.Author, Why: "By Robin Fairweather."}
	shorten(&row, &rec, &me)
	for got, want := range map[string]string{
		row.Excerpt:   "Dr Q. again, ask @t… or @robin_f; N. H.'s words, Holloway Road, robin_f",
		row.Container: "N. H.", row.Author: "N. H.", row.Why: "By Robin Fairweather.",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func FuzzShorten(f *testing.F) {
	f.Add("ask @a. or Ann", "Ann")
	f.Add("@", "\xff")
	f.Fuzz(func(t *testing.T, text, name string) {
		row := TaskRow{Excerpt: text}
		shorten(&row, &store.Record{Item: footprint.Item{Author: name}}, &footprint.Person{})
		if len(row.Excerpt) > 5*len(text)+8 {
			t.Errorf("%q became %q", text, row.Excerpt)
		}
	})
}
