package hostility

import (
	"slices"
	"strings"

	"footprint/internal/analyze/text"
)

// Bounds of the search for the other half of a frame, in words.
const (
	maxGap     = 12
	maxUnknown = 2
)

// path is what stands between a mention and the predicate it may be the subject of.
type path struct {
	ok       bool
	copula   bool // are, is, look like ...
	modal    bool // should, must, deserve to ...
	passive  bool // be, get
	general  bool // all, always, just, nothing but
	relative bool // who, that
	victim   bool // was hit, spat at ...
}

func (r *Reader) subjectPath(m mention, p int) (w path) {
	if p < m.to || p-m.to > maxGap {
		return path{}
	}
	if t := r.doc.Tokens; t[m.to].Norm == "-" && t[m.to].Start == t[m.to-1].End && m.to+1 < len(t) && t[m.to+1].Start == t[m.to].End {
		return path{} // "a lady-killer"
	}
	if t := r.doc.Tokens; t[m.to].Norm == "'" && t[m.to].Start == t[m.to-1].End && r.word(m.to+1) != "" {
		return path{} // "the ladies' room"
	}
	unknown := 0
	w.copula = verbIn(r.word(m.to-1)) == "are"
	for i := m.to; i < p; i++ {
		t := r.doc.Tokens[i]
		if t.Kind == text.Punct {
			if t.Norm == "," && (r.word(i+1) == "so" || r.word(i+1) == "and") && isDeterminer(r.word(i+2)) {
				return path{} // another clause: "X live here, so the street is ..."
			}
			if t.Norm == "," || t.Norm == "-" || t.Norm == "–" || t.Norm == "\"" || t.Norm == "*" || t.Norm == "'" || t.Norm == ":" && i == m.to {
				continue
			}
			return path{}
		}
		if t.Norm == "but" && i > m.to && r.word(i-1) == "nothing" {
			continue
		}
		if i == m.to && r.knows(i) { // "every X I have met is ..."
			for i+1 < p && !isCopula(r.word(i+1)) {
				i++
			}
			continue
		}
		if t.Norm == "it" && isCopula(r.word(i+1)) {
			return path{} // "then it is rubbish"
		}
		switch t.Norm {
		case "are", "is", "be", "being", "been", "were", "was", "am", "look", "looks", "smell", "smells", "sound", "act", "behave", "seem", "become", "stay", "remain", "aren't", "isn't", "arent", "isnt", "re", "they're", "theyre", "ain't", "r":
			w.copula = true
			if t.Norm == "be" || t.Norm == "being" {
				w.passive = true
			}
		case "shouldbe", "mustbe", "needtobe", "oughttobe", "deservetobe", "shallbe":
			w.modal, w.passive = true, true
		case "get", "gets", "got":
			w.passive = true
		case "should", "must", "shall", "ought", "deserve", "deserves", "need", "needs", "gonna", "hope", "wish", "better", "belong", "belongs", "has", "have", "want", "wants", "shouldn't", "mustn't", "may", "let", "shoudl", "shuld", "shoud", "sholud", "shold", "msut", "deserv", "dserve", "desrve", "deseve":
			w.modal = true
		case "will", "would", "can", "could", "may've", "might", "do", "does", "did", "had", "don't", "dont", "doesn't", "won't", "can't", "cannot", "cant", "to", "of", "as", "out", "up", "it", "for", "with", "at", "on":
		case "who", "that", "which":
			w.relative = true
		case "all", "always", "just", "nothing", "only", "every", "naturally", "inherently", "genetically", "literally", "obviously", "clearly", "basically", "simply", "typical", "none", "ever", "constantly", "invariably":
			w.general = true
		case "not", "never", "so", "such", "very", "really", "too", "a", "an", "the", "like", "than", "more", "most", "less", "no", "bunch", "lot", "load", "pack", "piece", "pieces", "kind", "bloody", "damn", "absolutely", "completely", "totally", "truly", "utterly", "quite", "pretty", "total", "complete", "absolute", "utter", "full", "or", "and", "some", "sort", "even", "still", "our", "this", "these", "in", "country", "world", "society", "today", "everywhere", "here", "also", "actually", "definitely", "probably", "honestly", "frankly", "seriously", "one", "biggest", "worst", "big", "little", "them", "any", "human", "real", "mentally", "complete-", "fundamentally", "fucking", "by", "nature", "both", "another", "equally", "sub", "be-":
		case "i", "i'm", "you", "your", "you're", "he", "she", "he's", "she's", "we", "we're", "my", "me", "his", "her", "because", "but", "if", "when", "while", "although", "though", "said", "says", "against", "towards", "from", "about", "it's", "that's", "there's", "whose", "where", "what", "how", "why", "until", "unless", "so-called", "per", "after", "before", "during", "due", "versus", "vs":
			return path{}
		default:
			if r.at[i]&(predicate|profanity|mild|praise) != 0 || r.inside(i, m) {
				w.victim = w.victim || w.copula && r.at[i]&harm != 0
				continue
			}
			if r.at[i]&(group|nonProtected|person) != 0 && !w.copula {
				return path{}
			}
			if w := r.word(i - 1); (w == "was" || w == "were" || w == "been") && (strings.HasSuffix(t.Norm, "ed") || t.Norm == "spat" || t.Norm == "told" || t.Norm == "hit") {
				return path{} // what was done to them
			}
			if unknown++; unknown > maxUnknown {
				return path{}
			}
		}
	}
	for _, glued := range [...]string{"must", "should", "deserveto", "needto", "are"} { // "mustdie", "arevermin"
		if strings.HasPrefix(r.word(p), glued) && len(r.word(p)) > len(glued)+2 {
			w.modal, w.copula = glued != "are", glued == "are"
		}
	}
	w.ok = true
	return w
}

// endsMention reports that token i is the last of the name of a group.
func (r *Reader) endsMention(i int) bool {
	return slices.ContainsFunc(r.mentions, func(m mention) bool { return m.protected && m.to == i+1 })
}

// knows reports a short relative clause of the author: "I've met", "I know".
func (r *Reader) knows(i int) bool {
	switch r.word(i) {
	case "i", "i've", "you", "we", "i'd", "we've":
	default:
		return false
	}
	for k := i + 1; k <= i+3; k++ {
		switch r.word(k) {
		case "met", "know", "see", "seen", "meet", "knew", "saw", "encounter", "encountered", "meeting", "worked", "work":
			return true
		}
	}
	return false
}

func isCopula(w string) bool {
	return w == "is" || w == "are" || w == "was" || w == "were" || w == "has"
}

func (r *Reader) inside(i int, m mention) bool { return i >= m.from && i < m.to }

// objectPath reports whether mention m can be the object of the predicate that ends at end.
func (r *Reader) objectPath(end int, m mention) bool {
	if m.from == end-1 {
		return true // run together: "hatewomen"
	}
	if m.resolved && m.from < end && m.to <= end {
		return true // within the phrase: "run them over"
	}
	if m.from < end || m.from-end > 7 {
		return false
	}
	unknown, clausal := 0, false
	for i := end; i < m.from; i++ {
		t := r.doc.Tokens[i]
		if t.Kind == text.Punct && t.Norm != "\"" && t.Norm != "*" && t.Norm != "'" {
			return false
		}
		if t.Norm == "being" && r.word(i-1) == "for" || t.Norm == "its" {
			return false // "kicked out for being X", "hate its mother"
		}
		if unknown > 0 && (t.Norm == "that" || t.Norm == "which") {
			return false // "get rid of the ramp that X use"
		}
		clausal = clausal || t.Norm == "how" || t.Norm == "that" || t.Norm == "when" || t.Norm == "way" || t.Norm == "fact"
		switch t.Norm {
		case "all", "the", "these", "those", "every", "any", "of", "to", "out", "up", "how", "single", "last", "more", "most", "other", "such", "bloody", "damn", "off", "that", "and", "with", "for", "it", "when", "seeing", "being", "around", "near", "on", "a", "an", "some", "fucking", "typical", "so-called", "each", "one", "entire", "whole", "bunch", "lot", "like", "them", "at", "in", "into", "from", "about", "what", "called", "by", "down", "him", "her", "as", "much":
			if (t.Norm == "by" || t.Norm == "him" || t.Norm == "her") && i > end {
				return false
			}
		case "against", "toward", "towards", "who", "i", "you", "he", "she", "we", "my", "because", "but", "if", "people":
			if t.Norm == "people" && (r.word(i+1) == "like" || r.word(i+1) == "such" || i+1 == m.from) {
				continue
			}
			return false
		default:
			if r.at[i]&(predicate|profanity|mild|groupAdj|person) != 0 {
				continue
			}
			if unknown++; unknown > 1 {
				return false
			}
		}
	}
	return !clausal || !r.undergoes(m.to)
}

// undergoes reports that what follows tells what is done to the subject: "the way X are left alone".
func (r *Reader) undergoes(i int) bool {
	switch r.word(i) {
	case "are", "were", "is", "was", "get", "still", "have", "had", "be", "been", "being":
		w := r.word(i + 1)
		return strings.HasSuffix(w, "ed") || w == "left" || w == "being" || w == "to" || w == "been" || w == "made" || w == "seen" || w == "told" || w == "paid" || w == "kept" || w == "hit" || w == "hurt"
	}
	return false
}

// modifies reports whether the predicate [from,to) stands directly before mention m ("filthy X").
func (r *Reader) modifies(to int, m mention) bool {
	if to > m.from || m.from-to > 2 {
		return false
	}
	for i := to; i < m.from; i++ {
		if w := r.word(i); (r.at[i]&(trait|profanity|groupAdj|mild) == 0 || feltByOne(w)) && w != "little" && w != "old" && w != "fat" {
			return false
		}
	}
	return true
}

// speaker reports who acts in the clause before token i: the author or nobody in particular (true), or
// somebody else, who is then only reported (false).
func (r *Reader) speaker(i int) bool {
	s := r.sentence(i)
	for k := i - 1; k >= max(s.From, i-9); k-- {
		if r.doc.Tokens[k].Kind == text.Punct {
			switch r.doc.Tokens[k].Norm {
			case ",", "…", ".", ":", ";", "-", "–", "!", "(":
				return true
			}
			continue
		}
		if r.at[k]&(group|nonProtected) != 0 || r.endsMention(k) {
			return false
		}
		switch r.word(k) {
		case "i", "i'm", "im", "i've", "i'd", "i'll", "ill", "we", "we'll", "we're", "we've", "we'd", "let's", "lets", "someone", "somebody", "everyone", "everybody", "nobody", "me", "us", "you", "you'd", "yall", "anyone", "else", "people", "just", "and", "please", "to", "honestly", "really", "truly":
			if r.word(k) == "to" || r.word(k) == "just" || r.word(k) == "and" || r.word(k) == "really" || r.word(k) == "honestly" || r.word(k) == "truly" {
				continue
			}
			if w := r.word(k); (w == "people" || w == "you") && (r.word(k-1) == "why" || r.word(k+1) == "who" || r.word(k-1) == "if" || r.word(k-1) == "when" || r.word(k-1) == "do" && r.word(k-2) == "why" || w == "people" && (r.word(k-1) == "some" || r.word(k-1) == "many" || r.word(k-1) == "most" || r.word(k-1) == "other")) {
				return false
			}
			switch r.word(k - 1) {
			case "that", "if", "why", "how", "could", "would", "can", "whether":
				if w := r.word(k); w == "anyone" || w == "anybody" || w == "someone" || w == "somebody" || w == "people" {
					return false
				}
			}
			return true
		case "should", "must", "ought":
			return true // who calls for it is the author, whoever is to do it
		case "who":
			for j := k - 1; j >= max(s.From, k-4); j-- {
				if w := r.word(j); w == "only" || w == "else" {
					return true
				}
			}
			return false
		case "it":
			return r.word(k+2) == "be" // "it would be a pleasure to ..."
		case "he", "she", "they", "he's", "she's", "they're", "which", "that", "men", "racists", "nazis", "bigots", "homophobes", "terrorists", "trump", "hitler":
			return r.word(k) == "that" && k-1 >= s.From && r.bit(k-1)&report == 0 && r.word(k-1) != "people" && r.word(k-1) != "those"
		}
		if w := r.word(k - 1); (w == "the" || w == "this" || w == "our" || w == "their") && k == i-1 && (r.at[k]&person == 0 || plural(r.word(k))) && r.word(i) != "should" && r.word(i) != "must" && r.word(i) != "ought" {
			return false // "the bill would ...", "the villagers want to ..."
		}
	}
	return true
}
