package lexicon

import (
	"strings"

	"footprint/internal/analyze/disguise"
	"footprint/internal/analyze/text"
)

// leet reads digits and symbols as letters. Stars stand for any letter.
func (u *unmasker) leet(w string) string {
	var b [maxMasked]byte
	n, changed, stars := 0, 0, 0
	for k := 0; k < len(w); k++ {
		if n == len(b) {
			return ""
		}
		c := w[k]
		switch {
		case 'a' <= c && c <= 'z':
		case strings.IndexByte("*#%^_-.&", c) >= 0:
			stars++
			c = '*'
		default:
			r := leetLetter(c)
			if r == 0 {
				return ""
			}
			c = r
			changed++
		}
		b[n] = c
		n++
	}
	s := string(b[:n])
	switch {
	case stars == 0:
		return u.exact(s, w, changed)
	case changed == 0 && stars < n:
		return u.starred(s, stars)
	}
	return ""
}

// leetLetter is disguise.LetterOf, and the 2 that stands for a z.
func leetLetter(c byte) byte {
	if c == '2' {
		return 'z'
	}
	return disguise.LetterOf(c)
}

// exact looks up a word whose digits were read as letters; 1, ! and | may be an l.
func (u *unmasker) exact(s, w string, changed int) string {
	if changed == 0 || changed*2 > len(s)+1 || changed > 1 && changed == len(s)-1 {
		return ""
	}
	if u.strong[s] != 0 {
		return s
	}
	if strings.ContainsAny(w, "1!|") {
		l := []byte(s)
		for k := range l {
			if k < len(w) && strings.IndexByte("1!|", w[k]) >= 0 {
				l[k] = 'l'
			}
		}
		if u.strong[string(l)] != 0 {
			return string(l)
		}
	}
	return u.doubledTarget(s)
}

func (u *unmasker) doubledTarget(s string) string {
	if len(s) > 4 {
		return u.doubled(s)
	}
	return ""
}

// starred finds a strong term of the same shape: f*ck, s**t, f***.
func (u *unmasker) starred(s string, stars int) string {
	if s[0] == '*' || len(s) < 3 || len(s)-stars < 2 && (stars < 3 || strings.IndexByte("bcfs", s[0]) < 0) {
		return ""
	}
	for _, term := range u.byShape[[2]byte{byte(len(s)), s[0]}] {
		same := true
		for k := 1; k < len(s) && same; k++ {
			same = s[k] == '*' || s[k] == term[k]
		}
		if same {
			return term
		}
	}
	return ""
}

// doubled undoes letters written twice: each run of the word is at least as long as in the term.
func (u *unmasker) doubled(w string) string {
	double := false
	for k := 1; k < len(w) && !double; k++ {
		double = w[k] == w[k-1]
	}
	if !double {
		return ""
	}
	out := make([]byte, 0, len(w))
	var try func(k, spare int) string
	// Each doubled letter is kept or reduced; words have few, and spare bounds the tries.
	tries := 0
	try = func(k, depth int) string {
		if tries++; tries > 64 {
			return ""
		}
		if k == len(w) {
			if s := string(out); s != w && len(s) >= minVariant && u.strong[s] != 0 {
				return s
			}
			return ""
		}
		e := k
		for e < len(w) && w[e] == w[k] {
			e++
		}
		for keep := 1; keep <= min(2, e-k); keep++ {
			n := len(out)
			for range keep {
				out = append(out, w[k])
			}
			if s := try(e, depth+1); s != "" {
				return s
			}
			out = out[:n]
		}
		return ""
	}
	return try(0, 0)
}

// joined finds a strong term run together with ordinary words.
func (u *unmasker) joined(w string) string {
	if len(w) < 6 {
		return ""
	}
	heads, tails := u.heads[pairOf(w, 0)], u.tails[pairOf(w, len(w)-2)]
	for n := 4; n <= len(w)-2; n++ {
		if heads&(1<<n) != 0 && u.joins[w[:n]] && ordinary(w[n:]) {
			return w[:n]
		}
		if tails&(1<<n) != 0 && u.joins[w[len(w)-n:]] && ordinary(w[:len(w)-n]) {
			return w[len(w)-n:]
		}
	}
	return ""
}

// ordinary reports whether a string is one or two common words.
func ordinary(s string) bool {
	if len(s) > 2 && text.Common(s) || len(s) == 2 && strings.Contains("me up it of us so my in is no he we to ur on", s) {
		return true
	}
	for k := 3; k <= len(s)-3; k++ {
		if text.Common(s[:k]) && text.Common(s[k:]) {
			return true
		}
	}
	return false
}
