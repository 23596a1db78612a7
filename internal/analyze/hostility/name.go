package hostility

import (
	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/text"
)

// unnamed is the judge's opinion as far as it does not rest on which group is named: of each probability the
// lower one of the text as it is and with another group in its place.
func (r *Reader) unnamed(in Input) *judge.Scores {
	s := *r.scores
	if in.Renamed == nil || max(s[judge.Hate], s[judge.Derogatory], s[judge.Contempt]) < 0.15 {
		return &s
	}
	names := r.groupNames()
	if len(names) == 0 {
		return &s
	}
	for l, p := range in.Renamed(names) {
		s[l] = min(s[l], p)
	}
	return &s
}

// groupNames are the longest names of groups, in order, without overlap.
func (r *Reader) groupNames() (out []text.Range) {
	for _, sp := range r.spans {
		if sp.bits&(group|groupAdj) == 0 || sp.bits&slur != 0 {
			continue
		}
		if n := len(out); n > 0 && sp.from < out[n-1].To {
			continue
		}
		out = append(out, text.Range{From: sp.from, To: sp.to})
	}
	return out
}

// names reports that an entry is part of the name of a group: "ill" in "the mentally ill".
func (r *Reader) names(sp span) bool {
	for _, m := range r.mentions {
		if sp.from < m.from || sp.to > m.to || !m.protected || m.slur {
			continue
		}
		for _, g := range r.spans {
			if g.bits&(group|groupAdj) != 0 && g.bits&slur == 0 && g.from <= sp.from && sp.to <= g.to {
				return true
			}
		}
	}
	return false
}

// felt reports what somebody is said to feel, not to be: "X feel worthless".
func (r *Reader) felt(i int) bool {
	for k := i - 1; k >= max(r.sentence(i).From, i-3); k-- {
		switch r.word(k) {
		case "feel", "feels", "feeling", "felt":
			return r.word(k-1) != "i"
		case "so", "completely", "utterly", "totally", "often", "and", "like", "as", "if":
		default:
			if r.at[k]&(trait|mild|profanity) == 0 {
				return false
			}
		}
	}
	return false
}

// plotted reports an infinitive that tells what a third person meant to do: "he wanted to kill X".
func (r *Reader) plotted(i int) bool {
	if r.word(i-1) != "to" {
		return false
	}
	switch r.word(i - 2) {
	case "want", "wants", "wanted", "plan", "plans", "planned", "planning", "try", "tries", "tried", "trying", "plotted", "plotting", "threatened", "threatening", "vowed", "intended", "intends", "hoped", "hopes", "promised", "conspired", "conspiring", "attempted", "decided", "prepared", "preparing", "going":
	default:
		return false
	}
	for k := i - 3; k >= max(r.sentence(i).From, i-6); k-- {
		switch r.word(k) {
		case "he", "she", "they", "who", "he's", "she's", "they're", "he'd", "she'd", "they'd":
			return true
		case "also", "once", "had", "has", "have", "was", "were", "is", "are", "been", "always", "really", "even", "allegedly", "reportedly", "only", "never":
			continue
		}
		return false
	}
	return false
}

// attributed reports that the sentence of token i ends in naming somebody else who says it: "..., the court heard".
func (r *Reader) attributed(i int, s text.Range) bool {
	end := s.To
	for end > s.From && r.doc.Tokens[end-1].Kind == text.Punct {
		end--
	}
	comma := -1
	for k := end - 1; k > i && k >= end-7; k-- {
		if r.doc.Tokens[k].Norm == "," {
			comma = k
			break
		}
	}
	if comma < 0 || end-comma < 3 {
		return false
	}
	said := false
	for k := comma + 1; k < end; k++ {
		switch r.word(k) {
		case "i", "i've", "i'd", "we", "you", "everyone", "everybody", "people", "nobody", "not", "and", "but", "so", "because", "science", "god":
			return false
		case "heard", "said", "says", "told", "alleged", "alleges", "claimed", "claims", "reported", "reports", "wrote", "writes", "argued", "ruled", "found", "testified", "tweeted", "shouted":
			said = said || k > comma+1
		}
	}
	return said
}
