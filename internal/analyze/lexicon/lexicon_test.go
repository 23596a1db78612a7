package lexicon

import (
	"slices"
	"strings"
	"testing"

	"footprint/internal/analyze/text"
)

const lists = `
- class: profanity.strong
  terms: [shit, fuck, fucking, bitch, arsehole]
- class: benign.profanity
  terms: ["shit creek"]
- class: group.sex
  terms: [women]
- class: animal
  pos: noun
  needs: [farm]
  terms: [cow]
- class: act
  pos: verb
  terms: [stab, chase, try]
- class: note
  case: upper
  terms: [PITA]
`

func build(t *testing.T) *Lexicon {
	t.Helper()
	return lexiconOf(t, lists)
}

func lexiconOf(t testing.TB, yaml string) *Lexicon {
	t.Helper()
	var b Builder
	if err := b.AddFile("lexicon/test.yaml", []byte(yaml)); err != nil {
		t.Fatal(err)
	}
	l, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestAnnotate(t *testing.T) {
	l := build(t)
	for name, c := range map[string]struct{ in, want string }{
		"plain":           {"oh shit", "profanity.strong:shit"},
		"possessive":      {"the bitch's bowl", "profanity.strong:bitch's"},
		"verb forms":      {"he stabbed, chasing and tries", "act:stabbed act:chasing act:tries"},
		"silenced":        {"up shit creek", "benign.profanity:shit creek"},
		"needs, without":  {"a cow", ""},
		"needs, with":     {"cows on the farm", "animal:cows word:farm:farm"},
		"upper only":      {"pita bread for a PITA", "note:PITA"},
		"leet":            {"what a b1tch, sh!t, f@@k no", "profanity.strong:b1tch profanity.strong:sh!t"},
		"stars":           {"f*ck this s**t and f***!", "profanity.strong:f*ck profanity.strong:s**t profanity.strong:f***"},
		"spaced":          {"f u c k this", "profanity.strong:f u c k"},
		"dotted":          {"f.u.c.k", "profanity.strong:f.u.c.k"},
		"not spaced":      {"wish it were", ""},
		"swapped":         {"fcuking mess", "profanity.strong:fcuking"},
		"dropped":         {"btch", "profanity.strong:btch"},
		"doubled":         {"biitch shiitt", "profanity.strong:biitch profanity.strong:shiitt"},
		"elongated":       {"shiiiiit", "profanity.strong:shiiiiit"},
		"joined":          {"fuckingidiot", "profanity.strong:fuckingidiot"},
		"handle":          {"@rsehole", "profanity.strong:@rsehole"},
		"hashtag":         {"#holyshit", "profanity.strong:shit"},
		"bold is no mask": {"**bold** text", ""},
		"innocent":        {"assess the constitution of cockpit analysis in Scunthorpe, 5mg b12", ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := text.Parse(c.in)
			m := l.Annotate(d)
			var got []string
			for _, h := range m.All() {
				got = append(got, h.Class+":"+d.Words(text.Range{From: h.From, To: h.To}))
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("%q: %q, want %q", c.in, s, c.want)
			}
		})
	}
}

func TestParents(t *testing.T) {
	l := build(t)
	m := l.Annotate(text.Parse("shit"))
	if !m.Has("profanity") || !m.Has("profanity.strong") || m.Has("group") || m.Has("nowhere") || len(m.Hits("profanity")) != 1 {
		t.Error("a hit must belong to its class and its parents, and to no other")
	}
}

func TestFileErrors(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"unknown key": {"- {clas: x, terms: [a]}", "clas"},
		"no class":    {"- {terms: [a]}", "class is missing"},
		"no terms":    {"- {class: x}", "terms"},
		"empty term":  {"- {class: x, terms: [\"\"]}", "word or phrase"},
		"bad case":    {"- {class: x, case: sideways, terms: [a]}", "sideways"},
	} {
		t.Run(name, func(t *testing.T) {
			var b Builder
			err := b.AddFile("lexicon/bad.yaml", []byte(c.in))
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "bad.yaml") {
				t.Errorf("error %v, want bad.yaml and %q", err, c.want)
			}
		})
	}
}

func TestForms(t *testing.T) {
	for in, want := range map[string][]string{
		"stab/verb":          {"stab", "stabs", "stabbed", "stabbing", "stabbin"},
		"die/verb":           {"die", "dies", "died", "dying"},
		"carry/verb":         {"carry", "carries", "carried", "carrying"},
		"bad apple/noun":     {"bad apple", "bad apples"},
		"lazy/adj":           {"lazy", "lazier", "laziest"},
		"rip off/verb":       {"rip off", "rips off", "ripped off", "ripping off", "rippin off"},
		"over the moon/none": {"over the moon"},
	} {
		term, pos, _ := strings.Cut(in, "/")
		if got := forms(term, pos); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

func TestAlternatives(t *testing.T) {
	got := alternatives("(got|get) (so|) drunk")
	want := []string{"got so drunk", "get so drunk", "got  drunk", "get  drunk"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
