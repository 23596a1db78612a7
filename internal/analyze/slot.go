package analyze

import (
	"slices"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
)

// hits returns what may fill the slot.
func (s *slot) hits(p *Passage) []lexicon.Hit {
	return slices.DeleteFunc(p.Marks.HitsAny(s.set), func(h lexicon.Hit) bool {
		t := &p.Tokens[h.From]
		switch s.Voice {
		case "any":
		case "quoted":
			if t.Voice == text.Own {
				return true
			}
		default:
			if t.Voice != text.Own {
				return true
			}
		}
		switch s.Negated {
		case "any":
		case "yes":
			if !t.Negated {
				return true
			}
		default:
			if t.Negated {
				return true
			}
		}
		return s.Capital && (t.Flags&text.Capital == 0 || t.Flags&text.FirstInSentence != 0)
	})
}

// units returns the stretches of tokens that hold a hit of the first slot.
func (f *frame) units(p *Passage, first []lexicon.Hit) []text.Range {
	if f.spec.Within == "text" {
		return []text.Range{{From: 0, To: len(p.Tokens)}}
	}
	var out []text.Range
	last := -1
	for _, h := range first {
		t := &p.Tokens[h.From]
		var u text.Range
		i := t.Sentence
		if f.spec.Within == "clause" {
			i = t.Clause
		}
		if i == last {
			continue
		}
		last = i
		switch f.spec.Within {
		case "clause":
			u = p.Clauses[i]
		case "pair":
			u = text.Range{From: p.Sentences[max(0, i-1)].From, To: p.Sentences[min(i+1, len(p.Sentences)-1)].To}
		default:
			u = p.Sentences[i]
		}
		out = append(out, u)
	}
	return out
}

// within returns the hits that lie in a unit, at most maxSlotHits.
func within(hits []lexicon.Hit, u text.Range) []lexicon.Hit {
	lo, _ := slices.BinarySearchFunc(hits, u.From, func(h lexicon.Hit, from int) int { return h.From - from })
	hi := lo
	for hi < len(hits) && hits[hi].From < u.To && hi-lo < maxSlotHits {
		hi++
	}
	if lo == hi {
		return nil
	}
	return hits[lo:hi]
}

// follows reports whether h stands close enough behind the slot before.
func (s *slot) follows(found []lexicon.Hit, h lexicon.Hit) bool {
	if s.Follows == nil || len(found) == 0 {
		return true
	}
	distance := h.From - found[len(found)-1].To
	return distance >= 0 && distance <= *s.Follows
}

// fill finds one hit per slot in the unit, without overlap and with the order and gaps asked for.
func (f *frame) fill(hits [][]lexicon.Hit, u text.Range) []lexicon.Hit {
	var local [6][]lexicon.Hit
	for i := range hits {
		w := within(hits[i], u)
		if w == nil {
			return nil
		}
		if i < len(local) {
			local[i] = w
		}
	}
	found := make([]lexicon.Hit, 0, len(hits))
	if f.choose(local[:min(len(hits), len(local))], &found) {
		return found
	}
	return nil
}

func (f *frame) choose(slots [][]lexicon.Hit, found *[]lexicon.Hit) bool {
	k := len(*found)
	if k == len(slots) {
		return true
	}
	for _, h := range slots[k] {
		if !f.fits(*found, h) || !f.slots[k].follows(*found, h) {
			continue
		}
		*found = append(*found, h)
		if f.choose(slots, found) {
			return true
		}
		*found = (*found)[:k]
	}
	return false
}

func (f *frame) fits(found []lexicon.Hit, h lexicon.Hit) bool {
	for _, o := range found {
		if h.From < o.To && o.From < h.To {
			return false
		}
	}
	if len(found) == 0 {
		return true
	}
	last := found[len(found)-1]
	if f.spec.Order && h.From < last.To {
		return false
	}
	if f.gap < 0 {
		return true
	}
	distance := h.From - last.To
	if distance < 0 {
		distance = last.From - h.To
	}
	return distance <= f.gap
}
