package hostility

import (
	"slices"
	"strings"
)

// strengthens reports a rude word that only makes the next one stronger: "wicked fast", "stupid good".
func (r *Reader) strengthens(sp span) bool {
	switch w := r.word(sp.to); w {
	case "fast", "good", "quick", "smart", "talented", "clever", "funny", "strong", "cute", "cool", "busy", "keen", "hot", "close":
		return true
	default:
		return sp.to-sp.from == 1 && r.bit(sp.to)&praise != 0 && r.doc.Tokens[sp.to].Start == r.doc.Tokens[sp.from].End+1
	}
}

// besideThing reports what is said of something that only bears the name of a group, or stands beside it: "Thai weather
// is treacherous", "a Thai family, terrible weather".
func (r *Reader) besideThing(sp span, m mention, p path) bool {
	next := sp.to
	noun := isWordy(r.word(next)) && r.bit(next)&(trait|profanity|person|group|groupAdj|nonProtected) == 0 && !isVerb(r.word(next)) && !goesOn(r.word(next)) && !r.filler(next)
	if sp.bits&(dehuman|insultNoun) != 0 {
		return !p.copula && noun && !plural(r.word(sp.to-1)) && (r.word(sp.from-1) == "the" || r.word(sp.from-1) == "a") // "in the pig shed"
	}
	if !p.copula {
		return noun && r.doc.Tokens[m.to].Norm == "," && sp.from == m.to+1
	}
	w := r.word(m.to)
	return r.bit(m.to) == 0 && isWordy(w) && !isVerb(w) && !goesOn(w) && !r.filler(m.to) && isCopula(r.word(m.to+1)) && !ofPeople(w)
}

// atRisk reports that an illness is one the group may get: "are prone to heart disease".
func (r *Reader) atRisk(from int, sp span) bool {
	for k := from; k < sp.from; k++ {
		switch r.word(k) {
		case "risk":
			return true
		case "prone", "vulnerable", "susceptible", "predisposed", "immune", "exposed", "likely", "screened", "tested", "vaccinated":
			return sp.bits&dehuman != 0
		}
	}
	return false
}

// ofPeople reports what is said of a group when it is said of this.
func ofPeople(w string) bool {
	switch w {
	case "culture", "cultures", "religion", "faith", "race", "blood", "ideology", "mentality", "values", "dna", "genes", "genetics", "brain", "brains", "mind", "minds", "logic", "behaviour", "behavior", "morals",
		"pride", "agenda", "lifestyle", "invasion", "immigration", "migration", "lobby", "propaganda", "movement", "history", "god", "prophet", "society", "nation", "way", "ways", "men", "character", "temperament", "nature", "soul", "here", "today", "nowadays", "everywhere", "there", "themselves":
		return true
	}
	return false
}

// ofObject reports an adjective of what the group deals with: "women were eating a greasy pizza".
func (r *Reader) ofObject(m mention, sp span) bool {
	if sp.bits&insultNoun != 0 || !isDeterminer(r.word(sp.from-1)) || !isWordy(r.word(sp.to)) || r.bit(sp.to)&(person|nonProtected|group|trait|profanity) != 0 || r.ends(sp.to) {
		return false
	}
	w := r.word(sp.from - 2)
	return sp.from-2 > m.to && strings.HasSuffix(w, "ing") && w != "being" && isCopula(r.word(sp.from-3))
}

// complement reports that what stands at end depends on a preposition: "X die of heart disease" says nothing bad.
func (r *Reader) complement(from, end int) bool {
	for i := max(from, end-3); i < end; i++ {
		switch r.word(i) {
		case "of":
			switch r.word(i - 1) {
			case "bunch", "lot", "load", "pack", "piece", "pieces", "kind", "sort":
				continue
			}
			return true
		case "with", "from", "by", "into", "inside", "behind", "under", "near":
			return true
		case "for":
			if strings.HasSuffix(r.word(i-1), "ed") {
				return true // "are screened for cervical cancer"
			}
		case "to":
			if i < end-1 && r.bit(end-1) == 0 && !r.filler(end-1) {
				return true // "lost to kidney disease"
			}
		}
	}
	return false
}

// compound reports a word of harm or hatred that says what kind of thing the next noun is: "death threats", "hate
// crime", "rape culture".
func (r *Reader) compound(sp span) bool {
	if sp.bits&(harm|hateVerb) == 0 || sp.bits&trait != 0 {
		return false
	}
	switch r.word(sp.to) {
	case "mob", "mobs", "squad", "squads", "threat", "threats", "toll", "penalty", "rate", "rates", "certificate", "certificates", "mail", "crime", "crimes", "kit", "kits", "culture", "victim", "victims", "survivor", "survivors", "charge", "charges", "attack", "attacks", "speech", "trial", "trials", "case", "cases", "campaign", "allegation", "allegations", "conviction", "statistics":
		return true
	}
	return false
}

// figurative reports a verb of harm inside an idiom that only sounds like it: "hang out with", "murder a curry".
func (r *Reader) figurative(sp span) bool {
	return slices.ContainsFunc(r.spans, func(o span) bool {
		return o.bits&idiom != 0 && o.from <= sp.from && o.to >= sp.to && o.to-o.from > sp.to-sp.from
	})
}
