package hostility

import (
	"math"
	"slices"

	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/text"
)

// Contempt for a group, as log odds of the judge: from contemptFrom it is proposed, from contemptNear where a word of
// the author's is hostile; below contemptNot what a frame found is doubted.
const (
	contemptFrom = 1.5
	contemptNear = 0.5
	contemptNot  = -2.5
)

// despises reports that the author speaks of a group as such, and that the wording as a whole runs it down, be it
// without any hostile word, and in which sentence it is named.
func (r *Reader) despises(hostile bits, s *judge.Scores) (at text.Range, ok bool) {
	from := contemptFrom
	if hostile&^traitWeak != 0 {
		from = contemptNear
	}
	if logOdds(s[judge.Contempt]) < from {
		return at, false
	}
	k := slices.IndexFunc(r.mentions, r.spokenOf)
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

// logOdds are those of a probability, which is taken for neither impossible nor certain.
func logOdds(p float32) float64 {
	q := min(max(float64(p), 1e-4), 1-1e-4)
	return math.Log(q / (1 - q))
}
