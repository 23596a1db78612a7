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
	return sp.bits&(trait|harm) != 0 && (r.attributeOfOther(sp) || r.saidOfOther(sp)) || sp.bits&trait != 0 && (r.literally(sp) || r.doing(sp))
}

// ofOwn reports what one calls one's own people: "my idiot cousin".
func (r *Reader) ofOwn(sp span) bool {
	w := r.word(sp.from - 1)
	return (w == "my" || w == "our") && r.bit(sp.to)&person != 0 && r.bit(sp.to)&(group|groupAdj|nonProtected) == 0 && !plural(r.word(sp.to))
}

// doing reports a word that is a verb here: "the hours they waste".
func (r *Reader) doing(sp span) bool {
	w := r.word(sp.from - 1)
	return sp.bits&(dehuman|insultNoun) != 0 && (w == "they" || w == "we" || w == "i") && !r.ends(sp.to)
}

// literally reports an animal or a thing that is meant as such: some are counted, or one does what such do.
func (r *Reader) literally(sp span) bool {
	if sp.bits&(dehuman|insultNoun) == 0 || sp.bits&profanity != 0 || (r.things[sp.from]|r.things[sp.to-1])&notPerson == 0 {
		return false
	}
	for k := sp.from - 1; k >= max(r.sentence(sp.from).From, sp.from-3); k-- {
		switch w := r.word(k); w {
		case "two", "three", "four", "five", "six", "several", "her", "his", "my", "our":
			return true
		case "a", "an":
			return k == sp.from-1 && (r.word(sp.to) == "that" || r.word(sp.to) == "which") && !isCopula(r.word(k-1)) && r.word(k-1) != "like" && r.word(k-1) != "as"
		default:
			if r.bit(k)&^(traitWeak|insultAdj) != 0 || isCopula(w) || w == "like" || w == "as" {
				return false
			}
		}
	}
	return false
}

// attributeOfOther reports an adjective before a noun that names no people: "filthy job", "dead Corsa", "lazy jokes".
func (r *Reader) attributeOfOther(sp span) bool {
	if sp.bits&(dehuman|insultNoun|profanity) != 0 || r.at[sp.from]&insultAdj == 0 && r.word(sp.from) != "dead" && r.word(sp.from) != "worst" {
		return false
	}
	if r.sharesNoun(sp) {
		return true
	}
	next := r.word(sp.to)
	if (next == "smell" || next == "look") && r.ends(sp.to+1) {
		return true
	}
	if len(next) < 3 || r.bit(sp.to) != 0 || r.filler(sp.to) || isVerb(next) || isDeterminer(next) || goesOn(next) || r.endsPhrase(sp.to) || noNoun(next) || strings.HasSuffix(next, "ly") || strings.HasSuffix(next, "ing") {
		return false
	}
	return r.bit(sp.to+1)&(person|group|groupAdj|insultNoun|nonProtected|dehuman|slurSoft|calledOne|calledMany) == 0
}

// sharesNoun reports an adjective that stands with another before a noun that names no people: "a stupid, gorgeous
// musical".
func (r *Reader) sharesNoun(sp span) bool {
	switch r.word(sp.from - 1) {
	case "a", "an", "the", "this", "that", "my", "our", "its":
	default:
		return false
	}
	if sp.to+2 >= len(r.at) || r.doc.Tokens[sp.to].Norm != "," && r.word(sp.to) != "and" {
		return false
	}
	for k := sp.to + 1; k <= sp.to+2; k++ {
		if w := r.word(k); len(w) < 3 || r.bit(k)&^praise != 0 || isVerb(w) || isDeterminer(w) || goesOn(w) || noNoun(w) || r.filler(k) {
			return false
		}
	}
	return r.bit(sp.to+3)&(person|group|groupAdj|insultNoun|nonProtected|dehuman) == 0
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
	if sp.bits&(insultNoun|profanity) != 0 || sp.bits&dehuman != 0 && sp.bits&insultAdj == 0 {
		return false
	}
	k := sp.from - 1
	for r.filler(k) {
		k--
	}
	switch r.word(k) {
	case "is", "was", "feels", "felt", "sounds", "got", "gets", "tastes", "tasted", "smells", "smelt", "smelled", "looks", "looked":
	default:
		return false
	}
	if w := r.word(k - 1); len(w) < 3 || r.bit(k-1) != 0 || noNoun(w) {
		return false
	}
	for j := k - 2; j >= k-3; j-- {
		switch r.word(j) {
		case "the", "this", "that", "my", "our", "its":
			return r.bit(j+1)&(group|groupAdj) == 0 || j+1 < k-1 && !ofPeople(r.word(k-1))
		}
	}
	return false
}
