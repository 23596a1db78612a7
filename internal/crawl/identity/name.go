package identity

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// strength is how well a name is met.
type strength int

const (
	none strength = iota
	scattered
	surname // a title and the last name: "Dr Hartwell"
	initials
	allInitials // of first and middle name
	handleMatch
	nickname
	formerName
	firstLast
	fullName
)

// name is a person's name in matching form.
type name struct {
	first, last string
	middle      []string
	parts       []string // of a last name that is written with a hyphen, a space or as one word
	kind        strength // nickname or formerName; none for the name itself
}

func (n name) as(kind strength) name { n.kind = kind; return n }

var titles = map[string]bool{"dr": true, "prof": true, "professor": true, "a": false, "mr": true, "mrs": true, "ms": true, "mx": true, "miss": true, "sir": true, "dame": true, "assoc": true}

var letters = map[string]bool{"mbbs": true, "mbchb": true, "md": true, "fracgp": true, "frca": true, "fanzca": true, "fracp": true, "fracs": true, "frcp": true, "frcs": true,
	"mrcp": true, "mrcgp": true, "phd": true, "rn": true, "bsc": true, "msc": true, "mph": true, "frnzcgp": true, "fcicm": true, "facem": true}

// parseName reads "Dr Amelia Rose Hartwell, FANZCA" or "Hartwell, Amelia".
func parseName(s string) name {
	if last, first, comma := strings.Cut(s, ","); comma && !letters[fold(first)] {
		s = first + " " + last
	}
	var parts []string
	for _, w := range tokens(s) {
		if !titles[w] && !letters[w] {
			parts = append(parts, w)
		}
	}
	switch len(parts) {
	case 0:
		return name{}
	case 1:
		return name{first: parts[0]}
	}
	n := name{first: parts[0], last: parts[len(parts)-1], middle: parts[1 : len(parts)-1]}
	n.parts = hyphenated(s)[n.last]
	return n
}

// hyphenated lists the parts of the words that hold a hyphen, by the word as it is matched.
func hyphenated(s string) map[string][]string {
	found := map[string][]string{}
	for _, w := range strings.Fields(s) {
		var parts []string
		for _, part := range strings.FieldsFunc(w, func(r rune) bool { return r == '-' || r == '‑' || r == '–' }) {
			parts = append(parts, tokens(part)...)
		}
		if len(parts) > 1 {
			found[strings.Join(parts, "")] = parts
		}
	}
	return found
}

// join makes one word of the parts of a last name where they stand apart.
func (n name) join(words []string) []string {
	if len(n.parts) < 2 {
		return words
	}
	var out []string
	for i := 0; i < len(words); i++ {
		if i+len(n.parts) <= len(words) && slices.Equal(words[i:i+len(n.parts)], n.parts) {
			out = append(out, n.last)
			i += len(n.parts) - 1
			continue
		}
		out = append(out, words[i])
	}
	return out
}

// particles begin last names and are none by themselves.
var particles = map[string]bool{"al": true, "el": true, "bin": true, "ibn": true, "ben": true, "abu": true, "de": true, "da": true, "di": true, "del": true, "la": true, "le": true, "van": true, "von": true, "der": true, "den": true, "ter": true, "san": true, "st": true, "mc": true, "mac": true}

// halves are the parts of a double last name, under each of which a person may be listed.
func (n name) halves() (out []name) {
	for _, part := range n.parts {
		if len(part) > 3 && !particles[part] {
			out = append(out, name{first: n.first, last: part, middle: n.middle}.as(nickname))
		}
	}
	return out
}

// Ways to write letters that many keyboards lack.
var (
	umlauts  = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue")
	northern = strings.NewReplacer("å", "aa", "ø", "oe", "æ", "ae", "Å", "Aa", "Ø", "Oe", "Æ", "Ae", "đ", "d", "Đ", "D", "ł", "l", "Ł", "L")
	plainer  = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u", "ø", "o", "Ø", "O", "đ", "d", "Đ", "D", "ł", "l", "Ł", "L")
)

// spellings are a name as it stands and as it is written without its special letters, or with them again.
func spellings(s string) []string {
	list := []string{s}
	for _, other := range []string{umlauts.Replace(s), northern.Replace(s), northern.Replace(umlauts.Replace(s)), plainer.Replace(s)} {
		if !slices.Contains(list, other) {
			list = append(list, other)
		}
	}
	return list
}

// fold lower-cases, drops accents, apostrophes and hyphens inside words.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’', r == '‘', r == '-', r == '‑':
		case r == 'ß':
			b.WriteString("ss")
		default:
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(b.String())
}

// tokens splits folded text into words and numbers.
func tokens(s string) []string {
	return strings.FieldsFunc(fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
}

// match returns the best way the name stands in the words, where, and whether a middle initial contradicts it.
func (n name) match(words []string) (best strength, at int, conflict bool) {
	if n.last == "" || n.first == "" {
		return none, 0, false
	}
	words = n.join(words)
	better := func(s strength, i int) {
		if s > best {
			best, at = s, i
		}
	}
	for i, w := range words {
		if w != n.last {
			continue
		}
		switch {
		case i >= 1 && words[i-1] == n.first, i+1 < len(words) && words[i+1] == n.first && !(i+2 < len(words) && words[i+2] == n.last):
			better(firstLast, i)
		case i >= 2 && words[i-2] == n.first:
			s, c := n.middleMatch(words[i-1])
			conflict = conflict || c
			better(s, i)
		case i >= 3 && words[i-3] == n.first && len(n.middle) > 0:
			better(fullName, i)
		case n.byInitials(words, i) != none:
			better(n.byInitials(words, i), i)
		case i >= 1 && titles[words[i-1]]:
			better(surname, i)
		default:
			if near(words, i, n.first, 3) {
				better(scattered, i)
			}
		}
	}
	if best == firstLast && n.kind != none {
		best = n.kind
	}
	return best, at, conflict && best < fullName
}

// middleMatch judges the word between first and last name.
func (n name) middleMatch(w string) (s strength, conflict bool) {
	for _, m := range n.middle {
		if w == m {
			return fullName, false
		}
		if len(w) == 1 && strings.HasPrefix(m, w) {
			return fullName, false
		}
	}
	if len(n.middle) > 0 {
		return firstLast, true
	}
	return firstLast, false
}

// byInitials judges initials before or after the last name at i: "A Hartwell", "A R Hartwell", "Hartwell AR". A
// second initial that is not the user's makes it somebody else's.
func (n name) byInitials(words []string, i int) strength {
	start, end := i, i+1
	for start > 0 && slices.Contains(n.middle, words[start-1]) { // of two last names the first counts as a middle one
		start--
	}
	before, after := lettersBefore(words[:start]), lettersAfter(words[end:])
	best := none
	for _, given := range []string{before, after} {
		switch {
		case given == "" || !strings.Contains(given, n.first[:1]):
		case len(given) > 1 && n.owns(given):
			best = allInitials
		case given == n.first[:1] || len(n.middle) == 0 && given == before && given[:1] == n.first[:1]:
			best = max(best, initials)
		}
	}
	return best
}

// owns reports whether initials are all of the first and middle names, in whichever order.
func (n name) owns(given string) bool {
	left := n.first[:1]
	for _, m := range n.middle {
		left += m[:1]
	}
	for _, r := range given {
		if !strings.ContainsRune(left, r) {
			return false
		}
		left = strings.Replace(left, string(r), "", 1)
	}
	return true
}

// mostInitials is how many letters one after another can be initials.
const mostInitials = 3

func lettersBefore(words []string) (given string) {
	for k := len(words) - 1; k >= 0 && len(words[k]) == 1 && len(given) < mostInitials; k-- {
		given = words[k] + given
	}
	if given == "" && len(words) > 0 && len(words[len(words)-1]) <= mostInitials {
		given = words[len(words)-1]
	}
	return given
}

func lettersAfter(words []string) (given string) {
	for k := 0; k < len(words) && len(words[k]) == 1 && len(given) < mostInitials; k++ {
		given += words[k]
	}
	if given == "" && len(words) > 0 && len(words[0]) <= mostInitials {
		given = words[0]
	}
	return given
}

// familyFirst are last names of languages in which they stand first.
var familyFirst = map[string]bool{"nguyen": true, "tran": true, "pham": true, "huynh": true, "phan": true, "dang": true, "bui": true, "ngo": true, "duong": true, "wang": true, "zhang": true, "liu": true, "chen": true, "yang": true, "huang": true, "zhao": true,
	"zhou": true, "xu": true, "zhu": true, "guo": true, "kim": true, "park": true, "choi": true, "jung": true, "kang": true, "yoon": true, "chan": true, "wong": true, "cheung": true, "lau": true, "tan": true, "lim": true, "sato": true, "suzuki": true, "tanaka": true, "watanabe": true}

// swapped is the name with its last name last, when it stands first.
func (n name) swapped() (name, bool) {
	if !familyFirst[n.first] || n.last == "" {
		return n, false
	}
	return name{first: n.last, last: n.first, middle: n.middle, kind: n.kind}, true
}

func near(words []string, i int, w string, within int) bool {
	for d := 1; d <= within; d++ {
		if i-d >= 0 && words[i-d] == w || i+d < len(words) && words[i+d] == w {
			return true
		}
	}
	return false
}
