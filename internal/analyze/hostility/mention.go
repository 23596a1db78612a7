package hostility

import (
	"strings"
)

// mention is a place where somebody is named.
type mention struct {
	from, to int
	// protected tells a group with a protected characteristic, generic the group as such rather than one member.
	protected, generic bool
	// resolved is true for a pronoun that stands for such a group, slur for a name that is itself an attack.
	resolved, slur bool
	men            bool
	everybody      bool // "men and women"
	rejected       bool // what is said of it is named in order to reject it
}

// findMentions fills r.mentions in order of place.
func (r *Reader) findMentions() {
	for i := 0; i < len(r.doc.Tokens); {
		if m, ok := r.mentionAt(i); ok {
			r.mentions = append(r.mentions, m)
			i = m.to
			continue
		}
		i++
	}
}

func (r *Reader) mentionAt(i int) (mention, bool) {
	b := r.at[i]
	switch {
	case b&person != 0 && bothSexes(r.word(i), r.word(i+2)) && joins(r.word(i+1)):
		return mention{from: i, to: i + 3, protected: true, generic: true, everybody: true}, true
	case b&slur != 0:
		m := mention{from: i, to: r.end(i, slur), protected: true, slur: true}
		m.generic = !r.individual(m)
		return m, true
	case b&group != 0 && b&(slurSoft|harm) == 0 || b&group != 0 && b&slurSoft != 0 && plural(r.word(i)):
		m := mention{from: i, to: r.end(i, group), protected: true, men: b&men != 0}
		for r.bit(m.to)&(group|person) != 0 && r.bit(m.to)&nonProtected == 0 && !(r.word(m.to) == "people" && r.bit(i)&groupAdj == 0 && plural(r.word(i))) || m.to == i+1 && r.bit(i)&(person|groupAdj) != 0 && r.bit(m.to)&nonProtected != 0 && r.bit(m.to)&trait == 0 {
			m.to++ // "women surgeons", "Chinese students"
		}
		m.generic = !r.individual(m)
		return m, true
	case b&groupAdj != 0:
		if w := r.word(i - 1); w == "year" || w == "years" || w == "yr" || w == "month" || w == "week" {
			return mention{}, false // "a 33-year-old nurse"
		}
		return r.adjective(i)
	case b&nonProtected != 0:
		return mention{from: i, to: r.end(i, nonProtected), generic: true}, true
	}
	return r.pronoun(i)
}

// bothSexes reports the two names of "men and women".
func bothSexes(a, b string) bool {
	switch a + " " + b {
	case "men women", "women men", "boys girls", "girls boys", "ladies gentlemen", "ladies gents", "girls guys", "guys girls", "husbands wives", "wives husbands", "male female", "males females", "females males", "mums dads", "dads mums", "moms dads", "dads moms":
		return true
	}
	return false
}

func joins(w string) bool { return w == "and" || w == "or" || w == "&" }

// end returns the end of the longest entry with one of the bits that starts at i.
func (r *Reader) end(i int, want bits) int {
	end := i + 1
	for _, s := range r.spans {
		if s.from > i {
			break
		}
		if s.from == i && s.bits&want != 0 {
			end = max(end, s.to)
		}
	}
	return end
}

// adjective reads a mention that begins with "Muslim", "disabled", "old" ...
func (r *Reader) adjective(i int) (mention, bool) {
	j := r.end(i, groupAdj)
	first := j
	for j < len(r.at) && j < first+3 && (r.at[j]&(groupAdj|group) != 0 || r.at[j]&person == 0 && j < first+1 && isWordy(r.word(j)) && r.bit(j+1)&person != 0) {
		j++
	}
	if r.at[i]&person != 0 && j == i+1 { // run together: "gaypeople"
		return mention{from: i, to: j, protected: true, generic: true}, true
	}
	if named := r.bit(j)&person != 0 || r.word(j) == "people's" || r.word(j) == "person's"; named || j > first && r.bit(j-1)&group != 0 {
		if named {
			j++
		}
		m := mention{from: i, to: j, protected: true}
		m.generic = !r.individual(m)
		return m, true
	}
	if r.bit(first)&(dehuman|insultNoun|slur) != 0 && (plural(r.word(first)) || !ofThingsToo(r.word(i))) && !r.ownCapital(first) && !(aged(r.word(i)) && r.things[first]&notPerson != 0) { // "Muslim scum"
		return mention{from: i, to: first, protected: true, generic: true}, true
	}
	if r.bit(first)&nonProtected != 0 { // "Asian drivers"
		return mention{from: i, to: r.end(first, nonProtected), protected: true, generic: true}, true
	}
	before, after := r.word(i-1), r.word(first)
	nominal := isDeterminer(before) || r.bit(i-1)&(insultAdj|profanity|hateVerb|harm|exclude) != 0
	if nominal && (after == "" || isVerb(after) || one(before) && (goesOn(after) || inPresent(after)) && !ofThingsToo(r.word(i))) {
		m := mention{from: i, to: first, protected: true}
		m.generic = before != "this" && before != "that" && before != "my" && before != "his" && before != "her"
		return m, true
	}
	if r.bit(i-1)&praise != 0 && one(r.word(i-2)) && after == "" && !ofThingsToo(r.word(i)) {
		return mention{from: i, to: first, protected: true, generic: true}, true // "no such thing as a peaceful X"
	}
	if before == "" && r.calledBy(i, first) {
		return mention{from: i, to: first, protected: true, generic: true}, true
	}
	if isVerb(after) && strings.HasSuffix(r.word(i), "ese") || strings.HasSuffix(r.word(i), "ish") && isVerb(after) && (before == "" || before == "the") {
		return mention{from: i, to: first, protected: true, generic: true}, true
	}
	return mention{}, false
}

// calledBy reports that an adjective [i,to) stands between commas, or at the end, in a sentence said to somebody, who is
// called by it: "you heard me, Muslim".
func (r *Reader) calledBy(i, to int) bool {
	s := r.sentence(i)
	if i == s.From || r.doc.Tokens[i-1].Norm != "," || !r.divides(to) || ofThingsToo(r.word(i)) || r.listed(&mention{from: i, to: to}) {
		return false
	}
	for k := s.From; k < s.To; k++ {
		switch r.word(k) {
		case "you", "your", "you're", "you'll", "you'd", "u", "ur":
			return true
		}
	}
	return false
}

// one reports what stands before a single one.
func one(w string) bool {
	switch w {
	case "a", "an", "every", "another", "any", "each":
		return true
	}
	return false
}

// inPresent reports what can only be a verb behind "an Asian": no noun in the plural stands there.
func inPresent(w string) bool {
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is")
}

// goesOn reports words that go on after a noun, so that the adjective before them was one: "an African when".
func goesOn(w string) bool {
	switch w {
	case "i", "i'm", "i'd", "i'll", "we", "you", "he", "she", "they", "when", "if", "because", "with", "over", "for", "near", "as", "at", "by", "than", "under", "again", "anywhere", "touching", "around", "before", "while", "without", "into", "alive", "living", "breathing", "next", "moved", "came", "got", "took", "drove", "asked", "told", "bought", "walked", "did":
		return true
	}
	return false
}

// ofThingsToo reports adjectives that are said of things and animals as often as of people.
func ofThingsToo(w string) bool {
	switch w {
	case "disabled", "old", "older", "fat", "black", "white", "brown", "blind", "foreign", "bi", "senior", "english", "french", "german":
		return true
	}
	return false
}

// aged reports adjectives that are said of pets as well.
func aged(w string) bool {
	return w == "old" || w == "older" || w == "blind" || w == "deaf" || w == "fat"
}

// individual reports whether the mention means one member ("this woman", "my Muslim neighbour") or the
// author's own circle.
func (r *Reader) individual(m mention) bool {
	last := r.word(m.to - 1)
	single := !plural(last)
	if m.to == m.from+1 && ownKin(last) && !isDeterminer(r.word(m.from-1)) && !inPresent(r.word(m.to)) {
		return true
	}
	for i := m.from - 1; i >= max(0, m.from-4); i-- {
		w := r.word(i)
		switch w {
		case "":
			return false
		case "all", "every", "any", "no", "typical", "most", "these", "those", "each", "only", "never", "other":
			return false
		case "a", "an", "the":
			if n := r.word(m.to + 1); w == "the" && r.word(m.to) == "is" && (n == "a" || n == "an" || n == "the" || n == "always" || n == "never") {
				return false // "the X is a ..."
			}
			if w == "the" && single && r.bit(m.from)&groupAdj == 0 && !collective(last) {
				return true
			}
			return false
		case "this", "that", "another", "one", "he's", "she's":
			return single
		case "my", "his", "her", "our", "your", "two", "three", "four", "five", "some", "both", "several", "few":
			return w != "some" || single
		}
		if r.bit(i)&(trait|profanity|groupAdj|mild) == 0 && i < m.from-1 {
			return false
		}
	}
	return false
}

// ownKin reports the names by which people call their own relatives: "Mum rang".
func ownKin(w string) bool {
	switch w {
	case "mum", "mom", "mam", "mummy", "mommy", "nan", "nana", "nanna", "gran", "granny", "grandma", "auntie", "aunty", "wife", "wifey", "missus", "hubby", "dad", "grandad", "grandpa", "pop":
		return true
	}
	return false
}

func plural(w string) bool {
	switch w {
	case "women", "men", "people", "folk", "children", "chinese", "japanese", "vietnamese", "portuguese", "lebanese", "taiwanese", "sudanese", "congolese", "nepalese", "irish", "french", "dutch",
		"māori", "maori", "pasifika", "roma", "lgbt", "lgbtq", "inuit", "youth", "community", "clergy", "wahine":
		return true
	}
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
}

func collective(w string) bool {
	switch w {
	case "islam", "judaism", "community", "lgbt", "lgbtq", "lgbtqi", "lgbtqia", "indigenous", "aboriginal", "homeless", "poc", "bame", "latinx":
		return true
	}
	return false
}

func isDeterminer(w string) bool {
	switch w {
	case "a", "an", "the", "these", "those", "all", "every", "any", "no", "each", "typical", "another", "most", "being", "you":
		return true
	}
	return false
}

// isVerb reports the verbs that follow a subject most often.
func isVerb(w string) bool {
	switch w {
	case "are", "is", "was", "were", "aren't", "isn't", "arent", "isnt", "should", "shouldn't", "must", "need", "needs", "have", "has", "can", "can't", "cannot", "cant", "will", "would", "do", "does", "don't",
		"doesn't", "dont", "deserve", "deserves", "belong", "belongs", "who", "that", "and", "or", "but", "always", "never", "all", "just", "in", "on", "from", "out", "to", "be", "being", "make", "makes", "get", "think", "act", "look", "smell", "steal", "ruin", "like", "want", "wants", "could", "may", "off":
		return true
	}
	return false
}

// isWordy reports a plain word.
func isWordy(w string) bool { return len(w) > 1 && w[0] >= 'a' }
