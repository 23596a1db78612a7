package hostility

import (
	"strings"

	"footprint/internal/analyze/text"
)

// disavowed reports that the sentence of a remark judges, forbids or merely tells what the remark says.
func (r *Reader) disavowed(f *Remark) bool {
	if r.asWord(f) {
		return true
	}
	if r.seen&butNot != 0 || r.agreed() {
		return false
	}
	m, ok := r.concerned(f)
	if !ok {
		return false
	}
	s := r.sentence(m.from)
	if f.From < f.To && (f.From < s.From || f.To > s.To) {
		return false // what a second sentence says is the author's again
	}
	return r.judgedAct(m, s) || r.judgedBefore(m, s) || r.doneByHaters(m, s) || r.saidAfter(m, s) || r.wantedByNobody(m, s) || r.noMore(m, s) ||
		r.outlawed(m, s) || r.mightHave(f, m, s) || r.castAs(m) || r.heldAgainst(m, s)
}

// asWord reports that the evidence is spoken of as a word: "X is not a word we use".
func (r *Reader) asWord(f *Remark) bool {
	if f.From >= f.To || f.From != r.sentence(f.From).From || r.word(f.To) != "is" && r.word(f.To) != "isn't" {
		return false
	}
	for k := f.To + 1; k < f.To+5; k++ {
		switch r.word(k) {
		case "word", "term", "slur", "insult":
			return true
		}
	}
	return false
}

// concerned returns the group a remark is about: the first named within the evidence, else in the passage.
func (r *Reader) concerned(f *Remark) (mention, bool) {
	for _, m := range r.mentions {
		if m.protected && (f.From == f.To || m.from < f.To && m.to > f.From) {
			return m, true
		}
	}
	return mention{}, false
}

// agreed reports that the author agrees with something, or applauds it: what others say or do may then be his or hers.
func (r *Reader) agreed() bool {
	for i := range r.doc.Tokens {
		switch r.word(i) {
		case "agree", "agreed", "true", "truth", "indeed", "exactly", "facts", "fact", "wise", "sadly", "unfortunately", "shame":
			return true
		}
	}
	return r.applauds()
}

// applauds reports words of approval anywhere in the passage.
func (r *Reader) applauds() bool {
	for i := range r.doc.Tokens {
		switch r.form(i) {
		case "finally", "good", "great", "glad", "happy", "thank", "thanks", "hero", "heroes", "legend", "legends", "bravo", "rightly", "right", "correct", "deserved", "deserves", "brilliant", "respect", "cheers", "lol", "haha", "riddance", "proud", "based", "😂", "🤣", "👏", "🍾", "🎉", "👍":
			return true
		}
	}
	return false
}

// judgedAct reports that ill-treatment or hatred of a group is what the sentence is about, and that it is condemned:
// "hatred of X is wrong", "bashing X is not a compliment".
func (r *Reader) judgedAct(m mention, s text.Range) bool {
	i := r.clauseStart(m.from, s)
	if w := r.word(i + 1); !enmity(r.word(i)) || w != "of" && w != "against" && w != "towards" && w != "toward" && w != "for" && w != "on" && w != "about" && w != "at" {
		if !r.illTreats(i) {
			return false
		}
	}
	return m.from-i < 8 && r.condemnedFrom(m.to, s)
}

// clauseStart is where the clause before token i begins, after what introduces it: "let's be clear, ...".
func (r *Reader) clauseStart(i int, s text.Range) int {
	k := s.From
	for c := s.From; c < min(i, s.From+7); c++ {
		if n := r.doc.Tokens[c].Norm; n == "," || n == ":" {
			k = c + 1
		}
	}
	for k < i && (r.filler(k) || r.word(k) == "and") {
		k++
	}
	return k
}

// enmity reports nouns for what is felt or done against people.
func enmity(w string) bool {
	switch w {
	case "hatred", "hate", "hostility", "contempt", "violence", "abuse", "attacks", "prejudice", "threats", "insults", "jokes", "slurs", "racism", "scorn", "cruelty", "aggression", "discrimination", "disdain", "animosity", "bigotry":
		return true
	}
	return false
}

// illTreats reports a gerund at token i that says how people are ill-treated: "threatening", "being rude to".
func (r *Reader) illTreats(i int) bool {
	w := r.word(i)
	if w == "being" {
		switch r.word(i + 1) {
		case "rude", "mean", "cruel", "nasty", "unkind", "hostile", "violent", "scared", "afraid", "horrible", "awful", "abusive", "racist", "vile", "harsh", "hateful":
			return true
		}
		return false
	}
	if !strings.HasSuffix(w, "ing") {
		return false
	}
	if r.bit(i)&(harm|exclude|hateVerb) != 0 {
		return true
	}
	switch w {
	case "threatening", "harassing", "groping", "bashing", "beating", "burning", "insulting", "humiliating", "spitting", "stalking", "hurting", "kicking", "mocking", "abusing", "persecuting", "torturing", "taunting", "intimidating", "scaring", "slandering", "banning", "excluding", "punishing", "blaming", "shaming", "exploiting", "evicting", "touching", "grabbing", "yelling", "shouting", "sneering":
		return true
	}
	return false
}

// condemnedFrom reports a word of condemnation after token i that is not denied, or of approval that is.
func (r *Reader) condemnedFrom(i int, s text.Range) bool {
	for k := i; k < s.To; k++ {
		switch r.word(k) {
		case "but", "unless", "until":
			return false
		}
		if condemns(r.word(k)) && !r.doc.Tokens[k].Negated || approves(r.word(k)) && r.doc.Tokens[k].Negated {
			return true
		}
	}
	return false
}

func condemns(w string) bool {
	switch w {
	case "wrong", "crime", "crimes", "criminal", "illegal", "unlawful", "immoral", "cowardly", "cowardice", "coward", "cowards", "cruel", "cruelty", "evil", "disgrace", "disgraceful", "shameful", "sin", "unforgivable", "inexcusable", "indefensible", "unacceptable", "unthinkable", "unjust", "unfair", "vile", "despicable", "inhuman", "inhumane",
		"barbaric", "mistake", "punished", "punishable", "prosecuted", "eradicated", "outlawed", "condemned", "embarrassing", "embarrass", "embarrasses", "manners", "hysteria", "racist", "sexist", "costs", "outrage", "outrageous", "hurts", "harms", "disgusting", "pathetic", "bullying", "lazy", "stupid", "monstrous", "abhorrent", "repugnant":
		return true
	}
	return false
}

func approves(w string) bool {
	switch w {
	case "compliment", "ok", "okay", "acceptable", "funny", "joke", "brave", "patriotic", "fun", "clever", "fine", "normal", "masculine", "excuse", "solution", "answer", "opinion", "tradition", "banter", "strength", "place", "manly", "christian", "policy":
		return true
	}
	return false
}

// judgedBefore reports that what is done to a group is condemned before it is named: "it is unthinkable that X should be
// beaten", "there's nothing patriotic about bashing X".
func (r *Reader) judgedBefore(m mention, s text.Range) bool {
	for k := max(s.From, m.from-9); k < m.from-1; k++ {
		next := r.word(k + 1)
		switch {
		case (next == "about" || next == "in") && r.doc.Tokens[k].Negated && r.illTreats(k+2), condemns(r.word(k)) && !r.doc.Tokens[k].Negated && next == "to" && m.from-k < 6 && r.harmIn(k+2, m.from):
			return true
		case r.word(k) == "get" && next == "to" && (r.word(k-1) == "don't" || r.word(k-1) == "doesn't") && r.word(k-2) != "i" && m.from-k < 6 && r.harmIn(k+2, m.from):
			return true // "you don't get to spit at X"
		case condemns(r.word(k)) && !r.doc.Tokens[k].Negated && next == "that" && m.from-k < 5 && r.harmIn(m.to, s.To) && !r.negatedIn(m.to, s.To):
			return true
		}
	}
	return false
}

// harmIn reports that harm is done in [from,to).
func (r *Reader) harmIn(from, to int) bool {
	for k := from; k < to; k++ {
		if r.at[k]&(harm|exclude) != 0 || harmed(r.word(k)) {
			return true
		}
	}
	return false
}

func (r *Reader) negatedIn(from, to int) bool {
	for k := from; k < to; k++ {
		if r.doc.Tokens[k].Negated || negator(r.word(k)) {
			return true
		}
	}
	return false
}

// harmed reports participles of what people suffer, and verbs of blame.
func harmed(w string) bool {
	switch w {
	case "locked", "left", "hurt", "beaten", "harmed", "killed", "stoned", "shot", "hit", "attacked", "mocked", "humiliated", "evicted", "abandoned", "tortured", "mistreated", "bullied", "harassed", "threatened", "blame", "insult", "hurting", "mock", "humiliate", "bully", "harass", "threaten", "torture", "abandon", "evict", "starve", "spit":
		return true
	}
	return false
}

// wantedByNobody reports harm that nobody is said to want: "nobody wants X to be left to die".
func (r *Reader) wantedByNobody(m mention, s text.Range) bool {
	i := s.From
	if w := r.word(i); w == "none" || w == "not" || w == "no" {
		if i++; r.word(i) == "one" {
			i++
		}
		for ; r.word(i) == "of" || r.word(i) == "us" || r.word(i) == "you"; i++ {
		}
		if i == s.From+1 {
			return false
		}
	} else if w == "nobody" {
		i++
	} else {
		return false
	}
	switch r.word(i) {
	case "want", "wants", "wanted", "wishes", "hopes", "wish", "should":
	default:
		return false
	}
	for k := m.to; k < s.To; k++ {
		if r.word(k) == "but" {
			return false
		}
	}
	return m.from-i < 5 && r.harmIn(m.to, min(s.To, m.to+5))
}

// noMore reports that a group is said to be no worse than others: "no more violent than anyone else".
func (r *Reader) noMore(m mention, s text.Range) bool {
	for k := m.to; k < min(s.To-2, m.to+5); k++ {
		if r.word(k+1) != "more" || r.word(k) != "no" && r.word(k) != "not" && r.word(k) != "aren't" && r.word(k) != "any" && r.word(k) != "isn't" {
			continue
		}
		bad := false
		for j := k + 2; j < min(s.To-1, k+6); j++ {
			bad = bad || r.at[j]&(trait|misdeed|harm) != 0 || misdeedNoun(r.word(j))
			if r.word(j) == "than" {
				return bad && r.at[j+1]&dehuman == 0
			}
		}
	}
	return false
}

func misdeedNoun(w string) bool {
	switch w {
	case "crime", "crimes", "violent", "dangerous", "criminal", "offences", "offenses", "trouble", "prone", "risk", "threat", "guilty", "likely":
		return true
	}
	return false
}

// outlawed reports that what is done to a group is to be forbidden or to end: "make it illegal to throw X out".
func (r *Reader) outlawed(m mention, s text.Range) bool {
	for k := max(s.From, m.from-6); k < m.from-1; k++ {
		if r.doc.Tokens[k].Negated {
			continue
		}
		switch r.word(k) {
		case "illegal", "unlawful", "forbidden", "outlaw", "criminalise", "criminalize", "outlawed":
			return r.harmIn(k+1, m.from) || r.illTreats(k+1)
		case "end", "ending", "ended", "ends", "stop", "abolish", "abolished", "abolishing", "lift", "lifted", "repeal", "repealed":
			switch r.word(k + 2) {
			case "detention", "persecution", "exclusion", "deportation", "segregation", "imprisonment", "bashing", "abuse", "curfew", "ban", "harassment", "exploitation":
				return true
			}
		}
	}
	return false
}

// mightHave reports harm that did not happen, of which the author was not the doer: "a fire that could have killed X".
func (r *Reader) mightHave(f *Remark, m mention, s text.Range) bool {
	for k := s.From; k < min(m.from, s.To-2); k++ {
		switch r.word(k) {
		case "i", "we", "i'd", "should":
			return false
		case "could", "would", "might", "may":
			if k > s.From && r.word(k+1) == "have" && (bygone(r.word(k+2)) || r.bit(k+2)&(harm|exclude) != 0) && f.From < m.to {
				w := r.word(k - 1)
				return w == "that" || w == "which" || w == "who"
			}
		}
	}
	return false
}
