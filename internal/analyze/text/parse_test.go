package text

import (
	"strings"
	"testing"
)

func norms(d *Doc) string {
	var b strings.Builder
	for i, t := range d.Tokens {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Norm)
	}
	return b.String()
}

func TestTokens(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"entities":      {"R&amp;R &lt;3 caf&eacute;", "r & r < 3 cafe"},
		"twice escaped": {"a &amp;lt; b", "a < b"},
		"zero width":    {"gar\u200bden sh\u00aded", "garden shed"},
		"look-alikes":   {"p\u0430tient", "patient"},
		"own script":    {"\u043f\u0430\u0446\u0438\u0435\u043d\u0442", "\u043f\u0430\u0446\u0438\u0435\u043d\u0442"},
		"wide":          {"ｈｅｌｌｏ 𝓌𝑜𝓇𝓁𝒹", "hello world"},
		"accents":       {"Māori café", "maori cafe"},
		"elongated":     {"soooo goooood", "so good"},
		"hyphens":       {"well-known 17-year-old x-ray", "well known 17 year old x ray"},
		"apostrophes":   {"don’t the doctor's", "don't the doctor's"},
		"numbers":       {"BP 120/80, 1,000 mL at 10:30", "bp 120/80 , 1,000 ml at 10:30"},
		"units":         {"42F given 5mg at 3am", "42 f given 5 mg at 3 am"},
		"url":           {"see https://example.org/a?b=c. Then www.x.co.nz", "see https://example.org/a?b=c . then www.x.co.nz"},
		"bare domain":   {"visit example.com now", "visit example.com now"},
		"no domain":     {"I love it.Me too", "i love it . me too"},
		"email":         {"mail a.b@c.org.au today", "mail a.b@c.org.au today"},
		"handle":        {"@DrBob says", "drbob says"},
		"tag camel":     {"#PatientSafety2024", "patientsafety2024 patient safety 2024"},
		"tag lower":     {"#nightshift", "nightshift night shift"},
		"emoji units":   {"ok👍🏽👩\u200d⚕\ufe0f🇳🇿!", "ok 👍 👩\u200d⚕ 🇳🇿 !"},
		"tone":          {"👍🏿", "👍"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := norms(Parse(c.in)); got != c.want {
				t.Errorf("tokens of %q: %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestOffsets(t *testing.T) {
	in := "Caf&eacute; gar\u200bden 👍🏽 p\u0430tient\u200b x"
	var got []string
	for _, k := range Parse(in).Tokens {
		got = append(got, in[k.Start:k.End])
	}
	want := []string{"Caf&eacute;", "gar\u200bden", "👍🏽", "p\u0430tient", "x"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSentences(t *testing.T) {
	for in, want := range map[string]int{
		"Dr. Smith left. We went home!":    2,
		"Saw J. K. Rowling. Nice.":         2,
		"First line\nSecond line":          2,
		"it goes\non here":                 1,
		"Well... maybe not":                1,
		"He said \"Go home.\" Then we did": 2,
		"temp 38.5 today":                  1,
	} {
		if got := len(Parse(in).Sentences); got != want {
			t.Errorf("%q: %d sentences, want %d", in, got, want)
		}
	}
}

// marked returns the words for which f holds.
func marked(d *Doc, f func(Token) bool) string {
	var out []string
	for _, k := range d.Tokens {
		if k.Kind != Punct && f(k) {
			out = append(out, k.Norm)
		}
	}
	return strings.Join(out, " ")
}

func TestVoice(t *testing.T) {
	for in, want := range map[string]string{
		`He called me "a fat cow" today`:                 "a fat cow",
		"She said 'no way' and left":                     "no way and left",
		"the patients' lounge isn't ours":                "",
		"> old words\nmy words":                          "old words",
		"RT @bob: all of this":                           "rt bob all of this",
		"People who say doctors are lazy annoy me":       "doctors are lazy annoy me",
		"I said doctors are lazy":                        "",
		"My boss told me the place is rotten but I stay": "me the place is rotten",
		`a 6" nail is long`:                              "",
	} {
		if got := marked(Parse(in), func(k Token) bool { return k.Voice != Own }); got != want {
			t.Errorf("%q: not own %q, want %q", in, got, want)
		}
	}
}

func TestNegation(t *testing.T) {
	for in, want := range map[string]string{
		"I don't hate them but I'm tired":  "hate them",
		"no fever, cough or pain":          "fever cough or pain",
		"not only rude, he was late":       "",
		"I can't wait to drink":            "",
		"never drunk on call, always kind": "drunk on call",
	} {
		if got := marked(Parse(in), func(k Token) bool { return k.Negated }); got != want {
			t.Errorf("%q: negated %q, want %q", in, got, want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for in, want := range map[string]struct {
		lang        string
		unsupported bool
	}{
		"What a lovely morning on the ward, everyone was kind":      {"en", false},
		"Los médicos de este hospital son muy buenos con la gente":  {"es", true},
		"Die Leute in diesem Krankenhaus sind nicht besonders nett": {"de", true},
		"Эти люди не должны здесь работать никогда":                 {"ru", true},
		"Kia ora whānau, kei te tino pai ngā mahi o te rā nei":      {"mi", true},
		"ok then": {"und", false},
		"42F w/ SOB, ?PE, CTPA neg, d/c home on apixaban w/ GP f/u pls": {"en", false},
	} {
		d := Parse(in)
		if d.Lang != want.lang || d.Unsupported != want.unsupported {
			t.Errorf("%q: %s unsupported=%v, want %s %v", in, d.Lang, d.Unsupported, want.lang, want.unsupported)
		}
	}
}

var sample = "Long night shift on the ward again, but the team was brilliant & nobody complained. Home to bed now 😴 #nightshift https://example.org/x"

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(int64(len(sample)))
	for b.Loop() {
		Parse(sample)
	}
}
