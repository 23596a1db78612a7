package patient

import (
	"slices"
	"testing"

	"footprint/internal/analyze/text"
)

// TestSigns holds for each sign of posts in fragments and of how a person stands to the writer a post that bears it and
// one with the same words that does not.
func TestSigns(t *testing.T) {
	lex, r := reader(t)
	names := SignNames()
	for sign, posts := range map[string][2]string{
		"reading":       {"K+ 8.4 and chatting to me", "Vitamin K 100 mg tablets are out of stock"},
		"reading lead":  {"Hb 31, walked in", "We talked about the trigger over lunch today: Hb 70"},
		"telegram care": {"Angle grinder, shin. Shin second.", "I bought an angle grinder and I hit my own shin with it, of course"},
		"kin name":      {"Dad has been moved to the ward", "His dad has been moved to the ward"},
		"kin tells":     {"Wife says he's been yellow since the wedding", "Wife has pneumonia and the tea is on me"},
		"my own":        {"Being on the other end of the needle hurts", "The needle is at the end of the drawer, he said"},
		"beside me":     {"The woman next to me coughed", "The woman next to the nurse coughed"},
		"comma age":     {"A lollipop man, 80, saves a choking boy", "A lollipop man gave 80 boys a sweet"},
		"old year":      {"In 1848 a man lost his memory", "In 2023 a man lost his memory"},
		"definite":      {"The lad with the drip wants tea", "A lad with a drip wants tea"},
		"fate":          {"She's home tonight, wound and all", "My home is cold tonight, wound up"},
		"i him":         {"I let her win at cards", "I let the team win at cards, sore knees"},
		"quoted case":   {"Read: 'A 29-year-old diver with chest pain'", "Saw a 29-year-old diver with chest pain"},
	} {
		i := slices.Index(names, sign)
		if i < 0 {
			t.Fatalf("no sign %q", sign)
		}
		for k, s := range posts {
			d := text.Parse(s)
			m := lex.Annotate(d)
			o := r.Observe(d, &m)
			if o == nil {
				t.Errorf("%s: %q is not seen", sign, s)
			} else if on := o.Signs[i] > 0; on != (k == 0) {
				t.Errorf("%s: %v in %q", sign, on, s)
			}
		}
	}
}
