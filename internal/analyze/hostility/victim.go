package hostility

import (
	"slices"
	"strings"

	"footprint/internal/analyze/text"
)

// victim is somebody to whom harm is to be done.
type victim struct {
	from, to int
	group    *mention // nil for one who is spoken to or of
	spokenTo bool
	place    bool // it is the home of a group, its place of prayer or the like
}

// victimAt reads the one who is named at token k, after articles and the like.
func (r *Reader) victimAt(a *acts, k int) (victim, bool) {
	for i := k; i < min(len(r.doc.Tokens), k+6); i++ {
		if v, ok := r.placeAt(a, i); ok {
			return v, true
		}
		if at := slices.IndexFunc(r.mentions, func(m mention) bool { return m.from == i }); at >= 0 {
			if v, ok := r.placeAt(a, r.mentions[at].to); ok {
				return v, true
			}
			return victim{from: k, to: r.mentions[at].to, group: &r.mentions[at]}, true
		}
		switch w := r.word(i); {
		case (w == "you" || possessive(w)) && r.mentioned(i+1), isDeterminer(w) && w != "you", introduces(w) && w != "them", r.filler(i), r.at[i]&(profanity|mild|insultAdj|trait) != 0 && r.at[i]&insultNoun == 0:
			continue
		case w == "you", w == "ya", w == "u", w == "yous":
			return victim{from: i, to: i + 1, spokenTo: true}, true
		case w == "him", w == "her", w == "them", r.at[i]&(insultNoun|person) != 0 && i > k:
			return victim{from: i, to: i + 1}, true
		}
		break
	}
	return victim{}, false
}

// byRole reports one who is named at token i by what he is or by a name: "that doctor", "my landlord", "@someone".
func (r *Reader) byRole(i int) bool {
	if t := &r.doc.Tokens[i]; t.Kind == text.Handle || t.Flags&text.Capital != 0 && t.Flags&(text.FirstInSentence|text.AllCaps) == 0 && r.at[i]&(group|groupAdj) == 0 && !isDay(t.Norm) {
		return true
	}
	if r.at[i]&(person|nonProtected|insultNoun) == 0 || r.at[i]&(group|groupAdj|slur) != 0 {
		return false
	}
	switch w := r.word(i - 1); w {
	case "this", "that", "the", "whatever", "any":
		return true
	default:
		if possessive(w) {
			return true
		}
	}
	return r.bit(i-1)&(insultAdj|profanity) != 0
}

func (r *Reader) mentioned(i int) bool {
	return slices.ContainsFunc(r.mentions, func(m mention) bool { return m.from == i })
}

// owner reads "their", "your", "his" at token k: the one whose body or home is meant.
func (r *Reader) owner(k int) (victim, bool) {
	switch r.word(k) {
	case "your", "ur":
		return victim{from: k, to: k + 1, spokenTo: true}, true
	case "his", "her":
		return victim{from: k, to: k + 1}, true
	case "their", "there":
		for j := len(r.mentions) - 1; j >= 0; j-- {
			m := &r.mentions[j]
			if m.to > k {
				continue
			}
			if r.doc.Tokens[k].Sentence-r.doc.Tokens[m.from].Sentence > reach {
				break
			}
			return victim{from: k, to: k + 1, group: m}, true
		}
	}
	for i := k; i < min(len(r.doc.Tokens), k+4); i++ {
		if at := slices.IndexFunc(r.mentions, func(m mention) bool { return m.from == i }); at >= 0 {
			return r.owns(&r.mentions[at], k)
		}
		if !isDeterminer(r.word(i)) && !introduces(r.word(i)) {
			break
		}
	}
	return victim{}, false
}

// owns reads the name of a group that something is said to belong to: "the X's", "the Xs'".
func (r *Reader) owns(m *mention, k int) (victim, bool) {
	if strings.HasSuffix(r.word(m.to-1), "'s") {
		return victim{from: k, to: m.to, group: m}, true
	}
	if m.to+1 < len(r.doc.Tokens) && r.doc.Tokens[m.to].Norm == "'" && r.doc.Tokens[m.to].Start == r.doc.Tokens[m.to-1].End && r.word(m.to+1) != "" {
		return victim{from: k, to: m.to + 1, group: m}, true
	}
	return victim{}, false
}

// possessive reports "my", "his" and the like.
func possessive(w string) bool {
	switch w {
	case "my", "our", "your", "his", "her", "their":
		return true
	}
	return false
}

// whoever is the group any one of whom "he" or "she" at token i stands for: "the next X who comes here, he'll ...".
func (r *Reader) whoever(i int) *mention {
	for k := len(r.mentions) - 1; k >= 0; k-- {
		m := &r.mentions[k]
		if m.to > i {
			continue
		}
		if m.protected && r.doc.Tokens[m.from].Sentence == r.doc.Tokens[i].Sentence && r.anyOf(m) {
			return m
		}
		return nil
	}
	return nil
}

// anyOf reports that one is named who may be any of a group: "the next X", "one more X".
func (r *Reader) anyOf(m *mention) bool {
	w := r.word(m.from - 1)
	return one(w) || w == "next" || w == "more"
}

// addressee is the group that "you" at token i stands for, nil for none.
func (r *Reader) addressee(i int) *mention {
	for k := len(r.mentions) - 1; k >= 0; k-- {
		m := &r.mentions[k]
		d := r.doc.Tokens[i].Sentence - r.doc.Tokens[m.from].Sentence
		if d < -1 || d > reach || !m.protected || m.resolved || !r.own(m.from) {
			continue
		}
		if plural(r.word(m.to-1)) && r.calledYou(m) || d >= 0 && r.spokenTo(m) {
			return m
		}
	}
	return nil
}

// worship is a group of which only the place of prayer is named.
var worship = mention{protected: true, generic: true}

// placeAt reads "their mosque", "Roma camps", "the boats with the refugees" at token i: what belongs to a group.
func (r *Reader) placeAt(a *acts, i int) (v victim, ok bool) {
	switch r.naming(&a.named, i) {
	case ofPrayer:
		return victim{from: i, to: i + 1, group: &worship, place: true}, true
	case ofPlace:
	default:
		return v, false
	}
	for k := range r.mentions {
		m := &r.mentions[k]
		before := m.to <= i && i-m.to < 2 && (m.to == i || r.doc.Tokens[m.to].Norm == "'" || r.word(m.to) == "asylum")
		if gap := m.from - i; before || gap > 1 && gap < 6 && r.holds(i+1) {
			return victim{from: min(m.from, i), to: max(m.to, i+1), group: m, place: true}, m.protected && !m.men
		}
	}
	if r.word(i-1) == "their" {
		if v, ok := r.owner(i - 1); ok && v.group.protected {
			return victim{from: i - 1, to: i + 1, group: v.group, place: true}, true
		}
	}
	return v, false
}

// holds reports the words that say who is in a place.
func (r *Reader) holds(i int) bool {
	switch r.word(i) {
	case "with", "full", "of", "carrying", "where", "packed", "housing", "holding", "for", "that", "filled":
		return true
	}
	return false
}
