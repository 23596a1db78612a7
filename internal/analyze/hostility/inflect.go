package hostility

import "strings"

// inflected are the forms of a phrase whose first word is a verb.
type inflected struct {
	present []string // "bleed us dry", "bleeds us dry"
	ing     []string // "bleeding us dry"
	past    []string // "bled us dry", and the participle where it differs
}

// inflect makes the forms of a phrase. What does not end in -ed is told after its verb: "steal|stole|stolen our".
func inflect(phrase string) (f inflected) {
	head, rest, _ := strings.Cut(phrase, " ")
	if rest != "" {
		rest = " " + rest
	}
	forms := strings.Split(head, "|")
	verb := forms[0]
	past := forms[1:]
	if len(past) == 0 {
		past = []string{stem(verb, nil) + "ed"}
		if strings.HasSuffix(verb, "y") && !vowel(verb, len(verb)-2) {
			past = []string{verb[:len(verb)-1] + "ied"}
		}
	}
	f.present = []string{verb + rest, thirdPerson(verb) + rest}
	f.ing = []string{stem(verb, past) + "ing" + rest}
	for _, p := range past {
		f.past = append(f.past, p+rest)
	}
	return f
}

// thirdPerson is the form of he, she and it.
func thirdPerson(verb string) string {
	switch {
	case strings.HasSuffix(verb, "s"), strings.HasSuffix(verb, "x"), strings.HasSuffix(verb, "z"), strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "o"):
		return verb + "es"
	case strings.HasSuffix(verb, "y") && !vowel(verb, len(verb)-2):
		return verb[:len(verb)-1] + "ies"
	case verb == "have":
		return "has"
	}
	return verb + "s"
}

// stem is what -ing and -ed are put to: without a mute e, the last letter doubled after one short vowel, or where the
// past has it doubled.
func stem(verb string, past []string) string {
	n := len(verb)
	double := verb + verb[n-1:]
	switch {
	case n < 3:
		return verb
	case len(past) > 0 && strings.HasPrefix(past[0], double):
		return double
	case strings.HasSuffix(verb, "e") && !strings.HasSuffix(verb, "ee"):
		return verb[:n-1]
	case !vowel(verb, n-1) && vowel(verb, n-2) && !vowel(verb, n-3) && syllables(verb) == 1 && !strings.ContainsAny(verb[n-1:], "wxy"):
		return double
	}
	return verb
}

func vowel(s string, i int) bool { return i >= 0 && strings.IndexByte("aeiou", s[i]) >= 0 }

func syllables(s string) (n int) {
	for i := range s {
		if vowel(s, i) && !vowel(s, i-1) {
			n++
		}
	}
	return n
}
