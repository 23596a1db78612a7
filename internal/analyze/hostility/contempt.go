package hostility

import (
	"math"
	"slices"

	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/text"
)

// Contempt for a group, as log odds of the judge: from contemptFrom it is proposed, from contemptNear where a word of
// the author's is hostile; below contemptNot what a frame found is doubted, and
// below contemptNever it is no more than weak.
const (
	contemptFrom = 1.5
	contemptNear = 0.5
	contemptNot  = -2.5

	contemptNever = -3.25
)

// despises reports that the author speaks of a group as such, and that the wording as a whole runs it down, be it
// without any hostile word, and in which sentence it is named.
func (r *Reader) despises(hostile bits, s *judge.Scores) (at text.Range, ok bool) {
	from, spoken := contemptFrom, r.spokenOfBare
	if hostile&^traitWeak != 0 {
		from, spoken = contemptNear, r.spokenOf
	}
	if logOdds(s[judge.Contempt]) < from || hostile == 0 && r.deniesVices() {
		return at, false
	}
	k := slices.IndexFunc(r.mentions, spoken)
	if k < 0 {
		return at, false
	}
	return r.sentence(r.mentions[k].from), true
}

// spokenOf reports a mention of a group as such in the author's own words, who is no member of it and neither
// reports what others think, nor figures, nor rejects it.
func (r *Reader) spokenOf(m mention) bool {
	return m.protected && m.generic && !m.resolved && !m.men && !m.rejected && r.own(m.from) && !r.selfReference(m.from) && !r.claimed(m.from, r.sentence(m.from)) && !r.toldOfOthers(m.from) && !r.areOurs(m) && !r.statistical(r.sentence(m.from))
}

// spokenOfBare is spokenOf where no word is hostile: one member whom the author met is then no
// statement on the group.
func (r *Reader) spokenOfBare(m mention) bool {
	return r.spokenOf(m) && !(one(r.word(m.from-1)) && r.met(m))
}

// met reports that one of a group is where the author is or was: "I sit beside an X in class".
func (r *Reader) met(m mention) bool {
	switch r.word(m.from - 2) {
	case "beside", "opposite", "behind", "near", "to", "with":
	default:
		return false
	}
	s := r.sentence(m.from)
	if len(r.doc.Tokens) > s.To-s.From || s.To-m.to > 5 {
		return false // more is said
	}
	for k := s.From; k < min(m.from, s.From+4); k++ {
		switch r.word(k) {
		case "sit", "sat", "stood", "stand", "live", "lived", "work", "worked", "walked", "talked", "spoke", "danced", "sang", "share", "shared":
			return true
		}
	}
	return false
}

// deniesVices reports that everything bad that is said is denied of those who are named: "X aren't savages and never were".
func (r *Reader) deniesVices() bool {
	some := false
	for _, sp := range r.spans {
		if sp.bits&(trait|hateVerb|harm) == 0 {
			continue
		}
		if !r.belied(sp.from) && !slices.ContainsFunc(r.mentions, func(m mention) bool { return m.to <= sp.from && sp.from-m.to < 4 && r.deniedAt(m.to) }) {
			return false
		}
		some = true
	}
	return some
}

// deniedAt reports "aren't", "are not", "are no" at token i.
func (r *Reader) deniedAt(i int) bool {
	switch r.word(i) {
	case "aren't", "isn't", "weren't", "wasn't", "arent", "isnt":
		return true
	case "are", "is", "were", "was":
		return r.word(i+1) == "not" || r.word(i+1) == "no"
	}
	return false
}

// belied reports that what stands at token i is what somebody is not: "anything but worthless", "far from being lazy".
func (r *Reader) belied(i int) bool {
	i--
	for r.filler(i) || r.word(i) == "being" || r.word(i) == "a" || r.word(i) == "an" || r.word(i) == "the" {
		i--
	}
	return r.word(i) == "but" && r.word(i-1) == "anything" || r.word(i) == "from" && r.word(i-1) == "far"
}

// logOdds are those of a probability, which is taken for neither impossible nor certain.
func logOdds(p float32) float64 {
	q := min(max(float64(p), 1e-4), 1-1e-4)
	return math.Log(q / (1 - q))
}
