package lexicon

import "strings"

// alternatives returns the phrases a term stands for: "(got|get) (so|) drunk" are four.
func alternatives(term string) []string {
	from := strings.IndexByte(term, '(')
	to := strings.IndexByte(term, ')')
	if from < 0 || to < from {
		return []string{term}
	}
	var out []string
	for _, rest := range alternatives(term[to+1:]) {
		for _, one := range strings.Split(term[from+1:to], "|") {
			out = append(out, term[:from]+one+rest)
		}
	}
	return out
}

// piecesOf returns the pieces of a term, each with its alternatives: what stands outside brackets has one.
func piecesOf(term string) (pieces [][]string) {
	for {
		from := strings.IndexByte(term, '(')
		to := strings.IndexByte(term, ')')
		if from < 0 || to < from {
			return append(pieces, []string{term})
		}
		pieces = append(pieces, []string{term[:from]}, strings.Split(term[from+1:to], "|"))
		term = term[to+1:]
	}
}

// depth returns how deep the brackets of a term stand in each other.
func depth(term string) (most int) {
	open := 0
	for _, c := range term {
		switch c {
		case '(':
			open++
			most = max(most, open)
		case ')':
			open--
		}
	}
	return most
}

// forms returns the regular forms of a term: a noun's plural (last word), a verb's third person, past and
// participle (first word). Other parts of speech stand as written.
func forms(term, pos string) []string {
	words := strings.Fields(term)
	if len(words) == 0 {
		return nil
	}
	at := 0
	var ends []string
	switch pos {
	case "verb":
		ends = verbForms(words[0])
	case "noun":
		at = len(words) - 1
		ends = []string{plural(words[at])}
	case "adj":
		at = len(words) - 1
		ends = comparison(words[at])
	}
	out := []string{term}
	for _, e := range ends {
		w := append([]string(nil), words...)
		w[at] = e
		out = append(out, strings.Join(w, " "))
	}
	return out
}

// inflected reports the parts of speech that have regular forms.
func inflected(pos string) bool { return pos == "verb" || pos == "noun" || pos == "adj" }

func plural(w string) string {
	switch {
	case hasSuffix(w, "s", "x", "z", "ch", "sh"):
		return w + "es"
	case consonantY(w):
		return w[:len(w)-1] + "ies"
	}
	return w + "s"
}

func verbForms(w string) []string {
	stem := w
	switch {
	case strings.HasSuffix(w, "ie") && len(w) > 2: // die, lie
		return []string{w + "s", w + "d", w[:len(w)-2] + "ying"}
	case strings.HasSuffix(w, "e") && !hasSuffix(w, "ee", "oe", "ye"):
		return []string{w + "s", w + "d", w[:len(w)-1] + "ing", w[:len(w)-1] + "in"}
	case hasSuffix(w, "ee", "oe", "ye"):
		return []string{w + "s", w + "d", w + "ing"}
	case consonantY(w):
		return []string{w[:len(w)-1] + "ies", w[:len(w)-1] + "ied", w + "ing"}
	case doubles(w):
		stem = w + w[len(w)-1:]
	}
	return []string{plural(w), stem + "ed", stem + "ing", stem + "in"}
}

func comparison(w string) []string {
	switch {
	case consonantY(w):
		return []string{w[:len(w)-1] + "ier", w[:len(w)-1] + "iest"}
	case strings.HasSuffix(w, "e"):
		return []string{w + "r", w + "st"}
	case doubles(w):
		w += w[len(w)-1:]
	}
	return []string{w + "er", w + "est"}
}

func hasSuffix(w string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func consonantY(w string) bool {
	n := len(w)
	return n > 1 && w[n-1] == 'y' && !isVowel(w[n-2])
}

// doubles reports words of one syllable that end in vowel and consonant: stab, hit, run.
func doubles(w string) bool {
	n := len(w)
	if n < 3 || isVowel(w[n-1]) || strings.IndexByte("wxy", w[n-1]) >= 0 || !isVowel(w[n-2]) || isVowel(w[n-3]) && !(n > 3 && w[n-3] == 'u' && w[n-4] == 'q') {
		return false
	}
	syllables := 0
	for i := 0; i < n; i++ {
		if isVowel(w[i]) && (i == 0 || !isVowel(w[i-1])) {
			syllables++
		}
	}
	return syllables == 1
}
