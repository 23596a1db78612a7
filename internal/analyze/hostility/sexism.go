package hostility

import (
	"math"
	"slices"

	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/text"
)

// Contempt for women, as log odds: from sexistFrom it is proposed, from sexistBare also where no word of the passage
// is hostile by itself; below sexistNot a remark on women is doubted.
const (
	sexistFrom = -0.8
	sexistBare = 1.3
	sexistNot  = -2
)

// sexistCues are what the judge, which sees words but not who is meant, cannot know: with weights close to those
// of a logistic regression on texts that the judge was not fitted on (a quarter of its training texts, and posts
// written for this project).
var sexistCues = [...]struct {
	bits   bits
	weight float64
}{
	{slur, 1.35}, {slurSoft, 0.9}, {slurName, 0.95}, {calledOne, 1.1}, {calledMany, 0.6}, {ofSex, 0.9}, {insinuation, 0.8}, {jargon, 0.65}, {person, 0.2},
}

// contempt reports that a passage that speaks of women may hold them in contempt: the judge's opinion of its wording,
// moved by how they are spoken of. It reports doubt where the wording reads as harmless.
func (r *Reader) contempt(hostile bits) (found, doubt bool) {
	named, generic := r.womenNamed()
	called := r.calledNames()
	if !named && called == 0 && r.seen&(ofSex|jargon|insinuation) == 0 && r.othersNamed() {
		return false, false // "six refugees work in the kitchen"
	}
	if !named && (called < demeaned && r.seen&(ofSex|cliche|jargon|insinuation) == 0 || called == 0 && r.seen&harmless != 0) {
		return false, false
	}
	said := r.said() | r.seen&(ofSex|person)
	worn := said&cliche != 0
	if !named && called < demeaned && said&(ofSex|cliche|jargon|insinuation) == 0 {
		return false, false
	}
	odds := 0.6 + 0.58*logOdds(r.scores[judge.Sexism]) + 0.32*logOdds(r.scores[judge.Hate]) - 0.48*math.Log(float64(len(r.doc.Tokens)))
	for _, c := range sexistCues {
		if said&c.bits != 0 {
			odds += c.weight
		}
	}
	for _, c := range [...]struct {
		so     bool
		weight float64
	}{{named, 0.7}, {generic, 0.6}, {r.generalising(), 0.3}, {worn, 0.5}, {called == demeaned, 0.5}} {
		if c.so {
			odds += c.weight
		}
	}
	bare := hostile&^traitWeak == 0 && called == 0 && said&(cliche|slur|slurName|jargon) == 0
	return odds >= sexistFrom && (!bare || odds >= sexistBare), odds < sexistNot
}

// othersNamed reports that another group than women is named.
func (r *Reader) othersNamed() bool {
	return slices.ContainsFunc(r.mentions, func(m mention) bool { return m.protected && !m.resolved && !m.slur && !m.men && !r.ofWomen(m) })
}

// said is what the words mean that the author says in his or her own voice, without denying them or putting them into
// the mouth of others.
func (r *Reader) said() (seen bits) {
	for _, sp := range r.spans {
		if s := r.sentence(sp.from); r.own(sp.from) && !r.denies(sp, s) && !r.claimed(sp.from, s) && !r.ownDoing(sp.from) {
			seen |= sp.bits
		}
	}
	return seen
}

// ownDoing reports what the author says of himself or herself: "I throw like ...".
func (r *Reader) ownDoing(i int) bool {
	for k := i - 1; k >= max(r.sentence(i).From, i-3); k-- {
		if w := r.word(k); w == "i" || w == "i'm" || w == "we" {
			return true
		}
	}
	return r.selfReference(i)
}

// womenNamed reports that women or a woman are named, and that it is of women as such, and not fondly.
func (r *Reader) womenNamed() (named, generic bool) {
	for _, m := range r.mentions {
		if r.ofWomen(m) {
			after := r.word(m.to)
			once := one(r.word(m.from-1)) && isWordy(after) && !goesOn(after) && !inPresent(after) // "a woman lent me"
			named, generic = true, generic || m.generic && !once && !r.areOurs(m) && !r.kindly(m)
		}
	}
	return named, generic
}

// How surely a word that runs women down is said of somebody.
const (
	several  = iota + 1 // the plural, which in rough talk is anybody
	single              // the singular
	demeaned            // with a word before it that points or belittles: "that stupid ..."
)

// calledNames tells how surely a word that runs women down is said of somebody, 0 where none is.
func (r *Reader) calledNames() (sure int) {
	for _, sp := range r.spans {
		if sp.bits&(calledOne|calledMany) == 0 || !r.own(sp.from) || r.doc.Tokens[sp.from].Negated || r.selfReference(sp.from) || r.claimed(sp.from, r.sentence(sp.from)) {
			continue
		}
		is := several
		if sp.bits&calledOne != 0 {
			is = single
		}
		switch r.word(sp.from - 1) {
		case "this", "that":
			if r.word(sp.from-2) == "in" || r.word(sp.from-2) == "out" || r.word(sp.from-2) == "up" {
				continue // a place: "up in this ..."
			}
			is = demeaned
		case "these", "those", "stupid", "dumb", "ugly", "fat", "lying", "crazy", "evil", "annoying", "filthy", "dirty", "old", "disgusting", "nasty":
			is = demeaned
		case "my", "our", "bad", "badder", "baddest", "boss", "fine", "cool", "pretty", "rich":
			continue // fond or admiring
		}
		sure = max(sure, is)
	}
	return sure
}

// doubtSexist lowers remarks on women, and on no other group, whose wording as a whole reads harmless.
func (r *Reader) doubtSexist(found []Remark) {
	women := text.Range{From: -1}
	for _, m := range r.mentions {
		switch {
		case r.ofWomen(m):
			women = r.sentence(m.from)
		case m.protected && !m.men && !m.resolved:
			return
		}
	}
	for i := range found {
		f := &found[i]
		if f.Kind == Hate && !f.Violent && f.points >= possible && f.points < likely && women.From <= f.From && f.From < women.To {
			f.points = weak
			f.Lowered = append(f.Lowered, "the wording as a whole does not read as contempt for women")
		}
	}
}
