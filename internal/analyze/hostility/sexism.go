package hostility

import (
	"math"

	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/text"
)

// Contempt for women, as log odds: from sexistFrom it is proposed, from sexistBare also where no word of the passage
// is hostile by itself; below sexistNot a remark on women is doubted.
const (
	sexistFrom = -1.05
	sexistBare = 0
	sexistNot  = -2.2
)

// sexistCues are what the judge, to whom all groups are one word, cannot see. Their weights are close to those of a
// logistic regression on texts that the judge was not fitted on.
var sexistCues = [...]struct {
	bits   bits
	weight float64
}{
	{slur, 1.2}, {jargon, 0.3}, {profanity, 0.5}, {mild, -0.5}, {report, -0.4}, {praise, -0.4},
}

// contempt reports that a passage that speaks of women may hold them in contempt: the judge's opinion of its wording,
// moved by how they are spoken of. It reports doubt where the wording reads as harmless.
func (r *Reader) contempt(hostile bits) (found, doubt bool) {
	p := float64(r.scores[judge.Sexism])
	if p < 0.02 {
		return false, true
	}
	named, generic, spoken := r.womenNamed()
	called := r.calledNames()
	if !named && (called < single || called < demeaned && r.seen&ofSex == 0 || p < 0.6 && r.seen&ofSex == 0) && r.seen&jargon == 0 {
		return false, false
	}
	if !named && called == 0 && r.seen&harmless != 0 {
		return false, false
	}
	odds := 0.55*math.Log(p/(1-p)) - 1.3
	for _, c := range sexistCues {
		if r.seen&c.bits != 0 {
			odds += c.weight
		}
	}
	said, worn := r.generalising(false), r.seen&cliche != 0 && r.repeats(cliche)
	for _, c := range [...]struct {
		so     bool
		weight float64
	}{{named, 0.7}, {generic, 0.25}, {said, 0.45}, {worn, 0.7}, {called > 0, 1.6}, {called == demeaned, 0.7}, {r.aboutSelf, -0.75}, {r.aboutThing, -1}} {
		if c.so {
			odds += c.weight
		}
	}
	bare := hostile&^traitWeak == 0 && called == 0 && !worn && r.seen&(slur|jargon|order) == 0
	if named && !spoken {
		if bare {
			return false, odds < sexistNot
		}
		odds -= 0.5
	}
	return odds >= sexistFrom && (!bare || odds >= sexistBare), odds < sexistNot
}

// repeats reports a phrase of the wanted kind in the author's own voice, not denied or put into the mouth of others.
func (r *Reader) repeats(want bits) bool {
	for _, sp := range r.spans {
		if s := r.sentence(sp.from); sp.bits&want != 0 && r.own(sp.from) && !r.denies(sp, s) && !r.claimed(sp.from, s) && !r.ownDoing(sp.from) {
			return true
		}
	}
	return false
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

// womenNamed reports mentions of women, whether one is of women as such, and whether one is spoken of in the author's
// own voice without praise, protection or denial.
func (r *Reader) womenNamed() (named, generic, spoken bool) {
	for _, m := range r.mentions {
		if !r.ofWomen(m) {
			continue
		}
		named, generic = true, generic || m.generic
		s := r.sentence(m.from)
		spoken = spoken || !m.rejected && r.own(m.from) && !r.kindly(m) && !r.hedged(m) && !r.selfReference(m.from) && !r.claimed(m.from, s) && !r.statistical(s) && !negator(r.word(m.from-1))
	}
	return named, generic, spoken
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
