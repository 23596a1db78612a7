package analyze

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"footprint/internal/footprint"
)

// TestDisguisedProfanity draws disguises of strong words at random; none is written in any list.
func TestDisguisedProfanity(t *testing.T) {
	rs := builtin(t)
	has := func(s string) bool {
		m := rs.read("text", s, rs.personOf(&footprint.Person{})).Marks
		return m.Has("profanity") || m.Has("slur")
	}
	rng := rand.New(rand.NewPCG(3, 4))
	strong := strings.Fields("fuck fucking shit cunt bitch asshole wanker bastard dickhead motherfucker bullshit whore arsehole")
	pick := func(list ...string) string { return list[rng.IntN(len(list))] }
	at := func(w string) int { return 1 + rng.IntN(len(w)-2) }
	ways := map[string]func(string) string{
		"digits": func(w string) string {
			return replaceOne(rng, w, map[byte]string{'o': "0", 'i': "1", 'e': "3", 'a': "4", 's': "5", 't': "7"})
		},
		"symbols": func(w string) string {
			return replaceOne(rng, w, map[byte]string{'a': "@", 's': "$", 'i': "!", 'u': "v", 'c': "("})
		},
		"one star": func(w string) string { i := at(w); return w[:i] + pick("*", "#", "%") + w[i+1:] },
		"stars":    func(w string) string { return w[:1] + strings.Repeat("*", len(w)-2) + w[len(w)-1:] },
		"spaces":   func(w string) string { return strings.Join(strings.Split(w, ""), " ") },
		"marks":    func(w string) string { return strings.Join(strings.Split(w, ""), pick(".", "-", "_")) },
		"doubled":  func(w string) string { i := at(w); return w[:i] + strings.Repeat(w[i:i+1], 1+rng.IntN(3)) + w[i:] },
		"swapped":  func(w string) string { i := at(w); return w[:i] + w[i+1:i+2] + w[i:i+1] + w[i+2:] },
		"joined":   func(w string) string { return pick("you", "stupid", "whatthe", "holy") + w },
		"followed": func(w string) string { return w + pick("you", "off", "face", "this") },
		"emoji":    func(w string) string { i := at(w); return w[:i] + pick("🔥", "💩", "🍆") + w[i+1:] },
		"reversed": func(w string) string { return reversed(w) },
		"split":    func(w string) string { i := 2 + rng.IntN(len(w)-3); return w[:i] + " " + w[i:] },
	}
	sum, total := 0, 0
	for _, name := range slices.Sorted(maps.Keys(ways)) {
		way := ways[name]
		found, all := 0, 0
		for range 200 {
			w := strong[rng.IntN(len(strong))]
			d := way(w)
			if d == w {
				continue
			}
			all++
			if has("this " + d + " thing") {
				found++
			}
		}
		sum, total = sum+found, total+all
		if found*100 < all*60 {
			t.Errorf("%s: found %d of %d", name, found, all)
		}
		t.Logf("%-9s %d of %d", name, found, all)
	}
	if sum*100 < total*92 {
		t.Errorf("found %d of %d disguised words, want 92 %%", sum, total)
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

func reversed(w string) string {
	b := []byte(w)
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}
