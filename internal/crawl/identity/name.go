package identity

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// strength is how well a name is met.
type strength int

const (
	none strength = iota
	scattered
	initials
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
	return name{first: parts[0], last: parts[len(parts)-1], middle: parts[1 : len(parts)-1]}
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
		case i >= 1 && words[i-1] == n.first[:1], i >= 2 && words[i-2] == n.first[:1] && len(words[i-1]) == 1:
			better(initials, i)
		case i+1 < len(words) && n.isInitials(words[i+1]):
			better(initials, i)
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

// isInitials reports whether w is "AR" of Amelia Rose, as papers print it after the last name.
func (n name) isInitials(w string) bool {
	if w == n.first[:1] {
		return true
	}
	want := n.first[:1]
	for _, m := range n.middle {
		want += m[:1]
	}
	return len(want) > 1 && w == want
}

func near(words []string, i int, w string, within int) bool {
	for d := 1; d <= within; d++ {
		if i-d >= 0 && words[i-d] == w || i+d < len(words) && words[i+d] == w {
			return true
		}
	}
	return false
}

// nicknames are the common short forms of English given names, written by us; either side may be the user's.
var nicknames = [][]string{
	{"amelia", "millie", "amy", "mel"}, {"alexander", "alex", "sandy", "lex"}, {"alexandra", "alex", "sandra", "lexi", "sasha"}, {"andrew", "andy", "drew"},
	{"anthony", "tony", "ant"}, {"benjamin", "ben", "benny", "benji"}, {"catherine", "cathy", "cath", "kate", "katie", "cat"}, {"katherine", "kathy", "kath", "kate", "katie", "kat"},
	{"charles", "charlie", "chuck", "chas"}, {"charlotte", "charlie", "lottie", "char"}, {"christopher", "chris", "kit", "topher"}, {"christina", "chris", "tina", "christy"},
	{"daniel", "dan", "danny"}, {"david", "dave", "davey"}, {"deborah", "deb", "debbie"}, {"edward", "ed", "eddie", "ted", "ned"}, {"elizabeth", "liz", "beth", "lizzie", "eliza", "betty", "libby"},
	{"emily", "em", "emmy"}, {"frances", "fran", "frankie"}, {"francis", "frank", "fran"}, {"frederick", "fred", "freddie"}, {"gabrielle", "gabby"}, {"george", "georgie"}, {"gerald", "gerry"},
	{"gregory", "greg"}, {"harold", "harry", "hal"}, {"henry", "harry", "hank"}, {"isabella", "bella", "izzy"}, {"jacob", "jake"}, {"james", "jim", "jimmy", "jamie"}, {"jennifer", "jen", "jenny"},
	{"jessica", "jess", "jessie"}, {"john", "jack", "johnny"}, {"jonathan", "jon", "jonty"}, {"joseph", "joe", "joey"}, {"joshua", "josh"}, {"kenneth", "ken", "kenny"}, {"lawrence", "larry", "laurie"},
	{"leonard", "len", "lenny", "leo"}, {"margaret", "maggie", "meg", "peggy", "marge"}, {"matthew", "matt", "matty"}, {"michael", "mike", "mick", "mickey"}, {"nicholas", "nick", "nico"},
	{"nicola", "nicky", "nic"}, {"olivia", "liv", "ollie"}, {"oliver", "ollie"}, {"pamela", "pam"}, {"patricia", "pat", "patsy", "trish", "tricia"}, {"patrick", "pat", "paddy"}, {"peter", "pete"},
	{"philip", "phil"}, {"rebecca", "becky", "bec", "becca"}, {"richard", "rick", "dick", "richie"}, {"robert", "rob", "bob", "bobby", "robbie"}, {"ronald", "ron", "ronnie"}, {"samuel", "sam", "sammy"},
	{"samantha", "sam", "sammy"}, {"sarah", "sally", "sadie"}, {"stephen", "steve"}, {"steven", "steve"}, {"susan", "sue", "susie"}, {"theodore", "ted", "theo"}, {"thomas", "tom", "tommy"},
	{"timothy", "tim"}, {"valerie", "val"}, {"victoria", "vicky", "tori"}, {"vincent", "vince", "vinnie"}, {"william", "will", "bill", "billy", "liam"}, {"zachary", "zac", "zach"},
}

// Nicknames are the other forms of a given name, whichever of them is given.
func Nicknames(first string) []string { return nicknamesOf(fold(first)) }

func nicknamesOf(first string) []string {
	var out []string
	for _, group := range nicknames {
		for _, n := range group {
			if n == first {
				for _, other := range group {
					if other != first {
						out = append(out, other)
					}
				}
				break
			}
		}
	}
	return out
}
