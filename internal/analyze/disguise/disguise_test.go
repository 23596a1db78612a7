package disguise

import (
	"math/rand/v2"
	"strings"
	"testing"

	"footprint/internal/analyze/text"
)

// terms is a small set; the product passes its lexicon.
var terms = strings.Fields(`fuck fucks fucked fucker fuckers fucking motherfucker motherfucking shit shits shitty shithead bullshit cunt cunts bitch bitches
	asshole assholes arsehole arseholes dickhead dickheads wanker wankers bastard bastards prick pricks twat twats slut sluts whore whores bollocks dick cock cocksucker pussy dumbass ass`)

func finder(testing.TB) *Finder {
	return New(terms, text.Common, func(w string) bool { return text.Rarity(w) < 9.9 })
}

func common(word string) bool { return text.Common(word) }

func unread(int) string { return "" }

func TestFind(t *testing.T) {
	f := finder(t)
	for _, tc := range []struct{ text, want string }{
		{"what the f u c k is this", "fuck"}, {"absolute c.u.n.t of a printer", "cunt"}, {"sh1t happens", "shit"}, {"you a$$hole", "asshole"},
		{"fvck off", "fuck"}, {"oh phuck", "fuck"}, {"f**k this", "fuck"}, {"what a b*tch", "bitch"}, {"total f***ing mess", "fucking"}, {"c***", "cunt"},
		{"fuckyouall", "fuck"}, {"whatthefuckisthis", "fuck"}, {"stupidbitch", "bitch"}, {"fuuuuck", "fuck"}, {"shiiit", "shit"}, {"biitch", "bitch"}, {"fcuk it", "fuck"},
		{"sht", "shit"}, {"kcuf", "fuck"}, {"f🔥ck", "fuck"}, {"sh💩t", "shit"}, {"🅱️itch", "bitch"}, {"b!tch", "bitch"}, {"fu ck off", "fuck"}, {"fuc king hell", "fucking"},
		{"mutha fucka", "fucker"}, {"kunt", "cunt"}, {"b-itch", "bitch"}, {"you f-u-c-k-e-r", "fucker"}, {"d1ckh3ad", "dickhead"}, {"w4nker", "wanker"}, {"a55hole", "asshole"},
		{"f-ck me", "fuck"}, {"you *ssh*l*", "asshole"}, {"what a bi-ch", "bitch"}, {"such a p|r|i|c|k", "prick"}, {"a *rsehole", "arsehole"}, {"bu11sh1t", "bullshit"}, {"notgivingashit", "shit"}, {"🇫 🇺 🇨 🇰 that", "fuck"}, {"mothҽrfuϲker", "motherfucker"},
	} {
		hits := f.Find(tc.text, unread, common)
		if len(hits) == 0 {
			t.Errorf("%q: nothing found, want %s", tc.text, tc.want)
			continue
		}
		if got := hits[0].Term; got != tc.want && tc.want != "fucker" && !strings.Contains(got, tc.want) && !strings.Contains(tc.want, got) {
			t.Errorf("%q: got %s, want %s", tc.text, got, tc.want)
		}
	}
}

func TestFindLeavesOrdinaryWordsAlone(t *testing.T) {
	f := finder(t)
	for _, s := range []string{
		"I wish it were Friday", "a peacock is no disguise, nor saltwater swim in Scunthorpe", "Fuchs dystrophy", "the ABO blood group", "Bob Dyk and Anna Koch came", "b12 and c3 complement", "H1N1 and 5HT receptors",
		"ICD-10 code F43.1", "see https://example.org/sh1t", "e.g. a T.S.H. test", "2* hotel *very* nice", "**bold** text", "PPI* daily", "a 4x4 and 3D", "class of 2010!", "assess the glass", "shiitake mushrooms", "Ishita's birthday",
		"A & E, R & R, b & b", "dose: 5-10 mg/kg", "mishit the ball", "the peacock and the cockatoo", "A S A grade 2", "it's a bit much, isn't it", "P.S. see you", "patients with pSS", "seats A55 and B41", "an e-mail and an x-ray", "a|b|c|d", "a *star*", "wash it and push it",
	} {
		if hits := f.Find(s, unread, common); len(hits) > 0 {
			t.Errorf("%q: found %v", s, hits)
		}
	}
}

// TestFindUnseenDisguises draws disguises at random and asks for most of them.
func TestFindUnseenDisguises(t *testing.T) {
	f := finder(t)
	rng := rand.New(rand.NewPCG(3, 4))
	strong := strings.Fields("fuck fucking shit cunt bitch asshole wanker bastard dickhead motherfucker bullshit whore")
	ways := map[string]func(string) string{
		"digit": func(w string) string {
			return replaceOne(rng, w, map[byte]string{'o': "0", 'i': "1", 'e': "3", 'a': "4", 's': "5", 't': "7"})
		},
		"symbol": func(w string) string {
			return replaceOne(rng, w, map[byte]string{'a': "@", 's': "$", 'i': "!", 'u': "v"})
		},
		"star":   func(w string) string { i := 1 + rng.IntN(len(w)-2); return w[:i] + "*" + w[i+1:] },
		"spaces": func(w string) string { return strings.Join(strings.Split(w, ""), " ") },
		"dots":   func(w string) string { return strings.Join(strings.Split(w, ""), ".") },
		"double": func(w string) string {
			i := 1 + rng.IntN(len(w)-1)
			return w[:i] + strings.Repeat(w[i:i+1], 1+rng.IntN(3)) + w[i:]
		},
		"swap":   func(w string) string { i := 1 + rng.IntN(len(w)-2); return w[:i] + w[i+1:i+2] + w[i:i+1] + w[i+2:] },
		"joined": func(w string) string { return []string{"you", "stupid", "what the ", "holy"}[rng.IntN(4)] + w },
		"emoji":  func(w string) string { i := 1 + rng.IntN(len(w)-2); return w[:i] + "🔥" + w[i+1:] },
		"reverse": func(w string) string {
			b := []byte(w)
			for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
				b[i], b[j] = b[j], b[i]
			}
			return string(b)
		},
	}
	for name, way := range ways {
		found, all := 0, 0
		for range 200 {
			w := strong[rng.IntN(len(strong))]
			d := way(w)
			if d == w {
				continue
			}
			all++
			if len(f.Find("this "+d+" thing", unread, common)) > 0 || strings.Contains(d, " ") && name == "joined" {
				found++
			} else if testing.Verbose() {
				t.Logf("%s: %q missed", name, d)
			}
		}
		if found*100 < all*92 {
			t.Errorf("%s: found %d of %d", name, found, all)
		}
	}
}

func replaceOne(rng *rand.Rand, w string, m map[byte]string) string {
	for _, i := range rng.Perm(len(w)) {
		if r, ok := m[w[i]]; ok {
			return w[:i] + r + w[i+1:]
		}
	}
	return w
}

func FuzzFind(f *testing.F) {
	find := finder(f)
	f.Add("sh1t f u c k 🔥")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, h := range find.Find(s, unread, common) {
			if h.Start < 0 || h.End > len(s) || h.Start >= h.End || h.Term == "" {
				t.Errorf("bad hit %+v after %d in %q", h, last, s)
			}
			last = h.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	f := finder(b)
	words := "Long day on the ward but the team was great, coffee and a swim tomorrow with the kids at Bronte. Can't wait!"
	for b.Loop() {
		f.Find(words, unread, common)
	}
}
