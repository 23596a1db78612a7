package text

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "Dr. Smith said \"no\" \u2014 but", "f.u.c.k #OneTwo @a@b.c x@y.zz http://a/b?c", "\u202eabc\u200d👩\u200d⚕\ufe0f🇳🇿🇳", "\xff\xfe&#x41;&amp;lt;", "''''\"\"\u201c\u201d'a'", "> q\nRT @x: y", "ﬃ ⅷ ㎏ Ⅷ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := Parse(s)
		last := 0
		for i, k := range d.Tokens {
			if k.Start < 0 || k.End > len(s) || k.Start > k.End {
				t.Fatalf("token %d [%d,%d) of %d bytes", i, k.Start, k.End, len(s))
			}
			if k.Kind != HashtagPart && k.Kind != Hashtag && k.Start < last {
				t.Fatalf("token %d starts at %d before %d", i, k.Start, last)
			}
			last = k.Start
			if utf8.ValidString(s) && !utf8.ValidString(s[k.Start:k.End]) {
				t.Fatalf("token %d cuts a character", i)
			}
			if k.Sentence >= len(d.Sentences) || k.Clause >= len(d.Clauses) {
				t.Fatalf("token %d lies in no sentence or clause", i)
			}
			c := d.Clauses[k.Clause]
			if i < c.From || i >= c.To {
				t.Fatalf("token %d outside its clause %v", i, c)
			}
		}
	})
}

// hostile texts are long and strange in one way each.
func hostile(n int) map[string]string {
	return map[string]string{
		"one letter":       strings.Repeat("a", n),
		"emoji":            strings.Repeat("😀", n/4),
		"joined emoji":     strings.Repeat("👩\u200d", n/7),
		"nested quotes":    strings.Repeat("\"'“‘ ", n/9),
		"open quotes":      strings.Repeat(" \"a", n/3),
		"spaced letters":   strings.Repeat("f ", n/2),
		"dots":             strings.Repeat("a.", n/2),
		"at signs":         strings.Repeat("a@b", n/3),
		"hashtags":         strings.Repeat("#ab", n/3),
		"one hashtag":      "#" + strings.Repeat("ab", n/2),
		"entities":         strings.Repeat("&amp;", n/5),
		"ampersands":       strings.Repeat("&", n),
		"combining marks":  "a" + strings.Repeat("\u0301", n/2),
		"negations":        strings.Repeat("not ", n/4),
		"said":             strings.Repeat("he said ", n/8),
		"no, no":           strings.Repeat("no a, ", n/6),
		"newlines":         strings.Repeat("a\n", n/2),
		"block quotes":     strings.Repeat("> a\n", n/4),
		"not UTF-8":        strings.Repeat("\xff", n),
		"right to left":    strings.Repeat("\u05d0\u202e", n/5),
		"elongated":        strings.Repeat("aaab", n/4),
		"digits":           strings.Repeat("1", n),
		"digits and stops": strings.Repeat("1.", n/2),
		"stars":            strings.Repeat("f*", n/2),
		"hyphens":          strings.Repeat("a-", n/2),
	}
}

// TestLinear gives every hostile text a time that linear work needs a hundredth of and quadratic work exceeds
// many times.
func TestLinear(t *testing.T) {
	for name, s := range hostile(1 << 18) {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			Parse(s)
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("%v for a quarter of a megabyte", took)
			}
		})
	}
}
