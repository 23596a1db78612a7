package hostility

import (
	"strings"

	"footprint/internal/analyze/text"
)

func (r *Reader) wishes(m mention) bool {
	s := r.sentence(m.from)
	for k := m.from - 1; k >= max(s.From, m.from-6); k-- {
		switch r.word(k) {
		case "hope", "wish", "want", "pray", "let", "make", "see", "watch", "till", "until":
			return r.speaker(k) && !r.doc.Tokens[k].Negated
		}
	}
	return false
}

func (r *Reader) intransitive(i int) bool {
	switch r.word(i) {
	case "die", "rot", "suffer", "burn", "hang", "drown", "choke", "disappear", "dead", "extinct", "gas", "beating", "bullet", "bullets", "hiding", "thrashing", "kicking", "noose", "bashing", "slap", "death":
		return true
	}
	return false
}

func (r *Reader) opens(i int) bool {
	s := r.sentence(i)
	if i == s.From || r.doc.Tokens[i-1].Kind != text.Word {
		return true
	}
	switch r.word(i - 1) {
	case "just", "and", "so", "well", "yeah", "oh", "please", "honestly", "seriously", "ok", "okay", "man", "lol", "also", "or", "then", "time", "literally":
		return true
	}
	return r.at[i-1]&profanity != 0 && i-1 == s.From
}

func (r *Reader) intends(i int) bool {
	if w := r.word(i); len(w) > 3 && (w[len(w)-2:] == "ed" && w != "need") {
		have := r.word(i-1) == "have" || r.word(i-1) == "of"
		return have && (r.word(i-2) == "could" || r.word(i-2) == "should") && r.speaker(i-1) // "I could have strangled them"
	}
	if r.opens(i) {
		return !r.theirs(i)
	}
	if w := r.word(i - 1); r.doc.Tokens[i].Kind != text.Word && (w == "i" || w == "we" || w == "will" || w == "them") {
		return true // an emoji for the verb
	}
	s := r.sentence(i)
	for k := i - 1; k >= max(s.From, i-6); k-- {
		switch r.word(k) {
		case "let":
			if w := r.word(k + 1); w == "me" || w == "us" {
				return !r.doc.Tokens[k].Negated
			}
		case "about":
			if w := r.word(k - 1); r.word(k+1) == "to" && (w == "i'm" || w == "im" || w == "am" || w == "we're" || w == "are" && r.word(k-2) == "we") {
				return !r.doc.Tokens[k].Negated
			}
		case "should", "shoulda", "must", "let's", "lets", "gonna", "wanna", "will", "i'll", "we'll", "ill", "ought", "need", "needs", "want", "love", "wish", "hope", "gotta", "could", "would", "i'd", "id", "time", "better", "please", "somebody", "someone", "have", "going", "like", "can't", "wait", "ready":
			if w := r.word(k); w == "love" || w == "like" || w == "could" || w == "would" || w == "want" || w == "have" || w == "going" || w == "will" || w == "need" || w == "should" || w == "must" {
				norm := w == "should" || w == "must"
				return (norm || r.speaker(k) && r.word(s.From) != "they" && r.word(s.From) != "he") && !r.doc.Tokens[k].Negated
			}
			return !r.doc.Tokens[k].Negated
		}
	}
	return false
}

// theirs reports that the verb at token i goes on with what others want to do: "they want to burn X and hunt them".
func (r *Reader) theirs(i int) bool {
	switch r.word(i - 1) {
	case "and", "or", "then":
		return r.willed(i - 1)
	}
	return false
}

// willed reports that what stands at token i depends on what others want to do.
func (r *Reader) willed(i int) bool {
	for k, s := i-1, r.sentence(i); k > s.From; k-- {
		if r.word(k) == "to" && wants(r.word(k-1)) {
			return r.wantedByOthers(k - 1)
		}
	}
	return false
}

// wantedByOthers reports that somebody else than the author is the subject of the verb of will at token i: "the party
// promised to expel X".
func (r *Reader) wantedByOthers(i int) bool {
	return !r.speaker(i) || bygone(r.word(i)) && i > r.sentence(i).From && !r.first(i) && !r.applauded()
}

// wants reports the verbs after which an infinitive is somebody's will.
func wants(w string) bool {
	switch w {
	case "want", "wants", "wanted", "plan", "plans", "planned", "try", "tries", "tried", "decide", "decided", "threaten", "threatened", "hope", "hopes", "hoped", "intend", "intends", "vowed", "promised", "like", "love", "used":
		return true
	}
	return false
}

func (r *Reader) progressive(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch r.word(k) {
		case "stop", "quit", "help":
			return r.doc.Tokens[k].Negated || negator(r.word(k-1))
		case "i'm", "im", "am", "we're", "start", "keep", "begin", "support", "back", "mind", "about", "consider", "enjoy", "love", "time", "been":
			return true
		}
	}
	return false
}

func (r *Reader) governed(m mention) bool {
	i := m.from - 1
	for i >= 0 && (isDeterminer(r.word(i)) || r.bit(i)&(profanity|groupAdj) != 0) {
		i--
	}
	return r.bit(i)&(hateVerb|harm|exclude|praise) != 0 && r.bit(i)&(profanity|trait) == 0
}

func (r *Reader) gerund(m mention) bool {
	i := m.from - 1
	for i > 0 && (isDeterminer(r.word(i)) || r.bit(i)&(profanity|groupAdj) != 0) {
		i--
	}
	return strings.HasSuffix(r.word(i), "ing")
}

func (r *Reader) afterPreposition(m mention) bool {
	i := m.from - 1
	for i >= 0 && (isDeterminer(r.word(i)) || r.bit(i)&(profanity|groupAdj) != 0) {
		i--
	}
	switch r.word(i) {
	case "against", "toward", "towards", "about", "for", "from", "to", "with", "by", "without", "on", "between", "among", "amongst", "in", "at", "than", "including":
		return true
	case "them":
		return r.word(i-1) == "among" || r.word(i-1) == "amongst"
	case "of":
		switch r.word(i - 1) {
		case "all", "most", "some", "lot", "lots", "many", "bunch", "majority", "kind", "group", "couple", "one", "pack", "every", "load", "loads":
			return false
		}
		return true
	}
	return false
}
