package patient

import (
	"os"
	"strings"
	"testing"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
)

func reader(t testing.TB) (*lexicon.Lexicon, *Reader) {
	t.Helper()
	var b lexicon.Builder
	if err := b.AddFS(os.DirFS("../../../assets")); err != nil {
		t.Fatal(err)
	}
	lex, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return lex, NewReader(lex, nil)
}

func read(t testing.TB, lex *lexicon.Lexicon, r *Reader, s string, w Writer) Story {
	t.Helper()
	d := text.Parse(s)
	m := lex.Annotate(d)
	return r.Read(d, &m, w)
}

// Pairs that differ in little: the first tells of a patient, the second does not.
func TestContrast(t *testing.T) {
	lex, r := reader(t)
	for name, pair := range map[string][2]string{
		"whose mother": {"She was admitted with pneumonia and started on IV antibiotics.", "My mum was admitted with pneumonia and started on IV antibiotics."},
		"who is ill":   {"Clerked a lady with chest pain on nights.", "I had chest pain on nights, went to ED and had an ECG."},
		"one or many":  {"The patient was randomised wrongly by me, then treated with heparin for his DVT.", "Patients were randomised and treated with heparin for DVT."},
		"real or invented": {"A 54-year-old man presents with chest pain radiating to the jaw.",
			"A 54-year-old man presents with chest pain. What is the next best step?"},
		"species": {"Sutured a laceration on a farmer's hand in ED tonight.", "The vet sutured a laceration on my dog's paw tonight."},
		"seen or read of": {"In 1967 we had a 14 year old boy with tetanus at Dubbo.",
			"On this day in 1922 a fourteen-year-old boy in Toronto was given insulin."},
		"sense": {"He was discharged after an ECG and two troponins.", "He was discharged from the army and became a baker."},
	} {
		yes, no := read(t, lex, r, pair[0], Writer{}), read(t, lex, r, pair[1], Writer{})
		if !yes.Tells() {
			t.Errorf("%s: not seen: %q (sure %.1f, %s)", name, pair[0], yes.Sure, yes.Subject)
		}
		if no.Tells() {
			t.Errorf("%s: seen: %q (sure %.1f, %s)", name, pair[1], no.Sure, no.Subject)
		}
	}
}

func TestFacts(t *testing.T) {
	lex, r := reader(t)
	for name, tc := range map[string]struct {
		text, words string
		want        FactType
	}{
		"age and letter":   {"42F with chest pain", "42F", Age},
		"age in years":     {"A 55-year-old woman with asthma", "55-year-old", Age},
		"age in weeks":     {"six week old twin with sepsis", "six week old", Age},
		"title and name":   {"Saw Mr Coutts with chest pain", "Mr Coutts", Name},
		"bed":              {"bed 14 is septic", "bed 14", Bed},
		"health id":        {"NHI on the label was QZX4471 and the ECG was fine", "QZX4471", HealthID},
		"clock":            {"intubated at 3am", "3am", Date},
		"date":             {"admitted on 14 March 2024 with sepsis", "14 March 2024", Date},
		"rare condition":   {"clerked a man with stiff person syndrome", "stiff person syndrome", Condition},
		"town":             {"saw a man with asthma in Leeds", "Leeds", Place},
		"hospital":         {"transferred to Brookhaven General Hospital with sepsis", "Brookhaven General Hospital", Hospital},
		"her wife":         {"his wife found him with chest pain", "wife", Relation},
		"initials and age": {"thanks to J.K., 46, with the gallstones", "J.K.", Name},
	} {
		d := text.Parse(tc.text)
		m := lex.Annotate(d)
		s := r.Read(d, &m, Writer{})
		found := false
		for i := range s.Facts {
			found = found || s.Facts[i].Type == tc.want && d.Words(text.Range{From: s.Facts[i].From, To: s.Facts[i].To}) == tc.words
		}
		if !found {
			t.Errorf("%s: no %s %q in %v", name, tc.want, tc.words, s.Facts)
		}
	}
}

// What somebody is, without illness or care beside it, is no story; with them it is.
func TestWhoSomebodyIs(t *testing.T) {
	f, err := os.Open("../../../assets/model/patient.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w, err := ReadWeights(f)
	if err != nil {
		t.Fatal(err)
	}
	lex, _ := reader(t)
	r := NewReader(lex, w)
	for text, want := range map[string]bool{
		"He told his parents he was blind.":                                    false,
		"She's Sikh and proud, her mum is prouder.":                            false,
		"\"Are you Irish?\" he asked. \"Since birth,\" I said.":                false,
		"We hired a deaf goalkeeper last month and she's brilliant.":           false,
		"Clerked a deaf man with chest pain on nights, he wrote it all down.":  true,
		"Told a blind man today that his cancer is back. He asked what I saw.": true,
	} {
		if s := read(t, lex, r, text, Writer{}); s.Tells() != want {
			t.Errorf("%q: tells %v, want %v (sure %.1f)", text, s.Tells(), want, s.Sure)
		}
	}
}

// A text may end anywhere: on the word before a place, on an owner, on an article.
func TestEndsAnywhere(t *testing.T) {
	lex, r := reader(t)
	words := strings.Fields("Saw an old man on my ward with his daughter in bed 7 from the nursing home who said she was in pain since Mrs Hall lost one of our")
	for i := range words {
		read(t, lex, r, strings.Join(words[:i+1], " "), Writer{Professional: true, Chat: true})
	}
	for _, s := range []string{"on nights I met a man on", "the lad in", "my four", "rang a", "guess who", "in since", "bed", "bed 7", "the one", "our", "Mr", "J.", "watched", "binged", "case of", "one of my"} {
		read(t, lex, r, s, Writer{Professional: true, Chat: true})
		read(t, lex, r, s, Writer{})
	}
}

func FuzzRead(f *testing.F) {
	lex, r := reader(f)
	f.Add("Saw a 42F p/w chest pain in bed 3, NHI ABC1234, 3/7 hx. Plan: ECG")
	f.Add("p/w A AAAA 00")
	f.Add("saw a man on")
	f.Fuzz(func(t *testing.T, s string) {
		d := text.Parse(s)
		m := lex.Annotate(d)
		st := r.Read(d, &m, Writer{Professional: true, Chat: true})
		for _, fact := range st.Facts {
			if fact.From < 0 || fact.To > len(d.Tokens) || fact.From >= fact.To {
				t.Fatalf("fact %v outside %d tokens", fact, len(d.Tokens))
			}
		}
	})
}
