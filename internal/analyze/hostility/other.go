package hostility

import (
	"strings"

	"footprint/internal/analyze/text"
)

// titled reports a word within a proper name that is no name of people: "Operation X", a film that is watched.
func (r *Reader) titled(i int) bool {
	capital := func(k int) bool {
		return k >= 0 && k < len(r.doc.Tokens) && r.word(k) != "" && r.doc.Tokens[k].Flags&text.Capital != 0 && r.doc.Tokens[k].Flags&text.AllCaps == 0
	}
	if !capital(i) || r.bit(i)&(slur|slurSoft) == 0 {
		return false
	}
	if r.word(i-1) == "operation" && capital(i-1) {
		return true
	}
	return capital(i+1) && r.bit(i+1)&(person|group|groupAdj|insultNoun) == 0 && r.speaksOf(i, func(w string) bool {
		switch w {
		case "netflix", "film", "films", "movie", "documentary", "watch", "watched", "watching", "book", "novel", "read", "reading", "directed", "cinema", "album", "museum", "exhibition", "streaming", "bbc", "iplayer", "channel", "screening":
			return true
		}
		return false
	})
}

// reason reports that "for being X" follows: what is told happened to the author or to one of X.
func (r *Reader) reason(i int) bool {
	for k := i; k < min(len(r.at)-1, i+5); k++ {
		if r.word(k) == "for" && r.word(k+1) == "being" {
			return (r.bit(k+2)|r.bit(k+3))&(group|groupAdj) != 0
		}
	}
	return false
}

// ofOtherThan reports a hostile word that is not said of the people who are named in the passage.
func (r *Reader) ofOtherThan(sp span) bool {
	switch {
	case r.compound(sp), r.reason(sp.to), sp.bits&trait != 0 && r.madeSo(sp):
		return true
	case sp.bits&(hateVerb|traitWeak) != 0 && (r.word(sp.to) == "being" || r.word(sp.to) == "that" && r.word(sp.to+1) == "i"):
		return true // "I hated being X"
	case sp.bits&traitWeak != 0 && feltByOne(r.word(sp.from)) && r.first(sp.from):
		return true // a verb here
	}
	return sp.bits&(trait|harm) != 0 && (r.attributeOfOther(sp) || r.saidOfOther(sp))
}

// attributeOfOther reports an adjective before a noun that names no people: "filthy job", "dead Corsa", "lazy jokes".
func (r *Reader) attributeOfOther(sp span) bool {
	if sp.bits&(dehuman|insultNoun|profanity) != 0 || r.at[sp.from]&insultAdj == 0 && r.word(sp.from) != "dead" {
		return false
	}
	next := r.word(sp.to)
	if len(next) < 3 || r.bit(sp.to) != 0 || r.filler(sp.to) || isVerb(next) || isDeterminer(next) || goesOn(next) || r.endsPhrase(sp.to) || noNoun(next) || strings.HasSuffix(next, "ly") || strings.HasSuffix(next, "ing") {
		return false
	}
	return r.bit(sp.to+1)&(person|group|groupAdj|insultNoun|nonProtected|dehuman|slurSoft|calledOne|calledMany) == 0
}

// noNoun reports small words, and nouns that stand for people or only lead to the next.
func noNoun(w string) bool {
	switch w {
	case "but", "than", "down", "out", "off", "away", "back", "over", "about", "because", "since", "though", "enough", "too", "now", "here", "there", "today", "anyway", "ever", "everywhere", "they", "them", "their", "she", "her", "him", "his", "you", "your", "our", "the", "this", "these", "those", "lot", "lots", "bunch", "kind", "sort", "type", "types", "ones", "not", "can", "may", "how", "why", "what", "who", "where", "mate", "bro",
		"excuse", "piece", "pieces", "waste", "even", "either", "without", "towards", "through", "beyond", "little", "old", "young", "big", "fat", "smelly", "looks":
		return true
	}
	return false
}

// saidOfOther reports "the report is unbearable": what is run down is named by a noun with an article, and no people.
func (r *Reader) saidOfOther(sp span) bool {
	if sp.bits&(dehuman|insultNoun|profanity) != 0 {
		return false
	}
	k := sp.from - 1
	for r.filler(k) {
		k--
	}
	switch r.word(k) {
	case "is", "was", "feels", "felt", "sounds", "got", "gets":
	default:
		return false
	}
	if w := r.word(k - 1); len(w) < 3 || r.bit(k-1) != 0 || noNoun(w) {
		return false
	}
	for j := k - 2; j >= k-3; j-- {
		switch r.word(j) {
		case "the", "this", "that", "my", "our", "its":
			return r.bit(j+1)&(group|groupAdj) == 0
		}
	}
	return false
}
