package hostility

import (
	"slices"

	"footprint/internal/analyze/text"
)

// filler reports that token i may stand between any two steps of a pattern.
func (r *Reader) filler(i int) bool { return i >= 0 && i < len(r.fills) && r.fills[i] }

// fills reports words that say nothing.
func fills(w string) bool {
	switch w {
	case "just", "really", "so", "literally", "actually", "always", "all", "honestly", "probably", "definitely", "still", "ever", "simply", "obviously", "truly", "quite", "clearly", "absolutely", "totally", "completely", "very", "also",
		"even", "only", "too", "fucking", "bloody", "damn", "seriously", "basically", "certainly", "surely", "fully", "utterly", "goddamn", "already", "generally", "usually", "constantly", "ever-":
		return true
	}
	return false
}

func (r *Reader) ends(i int) bool {
	return i < 0 || i >= len(r.doc.Tokens) || r.doc.Tokens[i].Kind == text.Punct || r.doc.Tokens[i].Kind == text.Emoji
}

func (r *Reader) forward(es []element, i, fill int) (int, bool) {
	if len(es) == 0 {
		return i, true
	}
	e := &es[0]
	switch {
	case e.edge:
		if r.ends(i) || r.doc.Tokens[i].Sentence != r.doc.Tokens[i-1].Sentence {
			return r.forward(es[1:], i, maxFill)
		}
		return 0, false
	case e.gap > 0:
		for n := 0; n <= e.gap && i+n < len(r.doc.Tokens); n++ {
			if to, ok := r.forward(es[1:], i+n, maxFill); ok {
				return to, true
			}
			if r.stops(i + n) {
				break
			}
		}
		return 0, false
	case e.mark:
		if i < len(r.doc.Tokens) && r.doc.Tokens[i].Kind == text.Punct {
			i++
		}
		return r.forward(es[1:], i, maxFill)
	case e.not:
		if r.follows(e, i) {
			return 0, false
		}
		return r.forward(es[1:], i, maxFill)
	case e.edgeToo && (r.ends(i) || r.doc.Tokens[i].Sentence != r.doc.Tokens[i-1].Sentence):
		return r.forward(es[1:], i, maxFill)
	case i >= len(r.doc.Tokens):
		if e.optional {
			return r.forward(es[1:], i, maxFill)
		}
		return 0, false
	}
	if e.bits != 0 && r.at[i]&e.bits != 0 {
		for _, sp := range r.spansFrom(i, i) {
			if sp.bits&e.bits != 0 {
				if to, ok := r.forward(es[1:], sp.to, maxFill); ok {
					return to, true
				}
			}
		}
	}
	for _, phrase := range r.phrases(e, i) {
		if r.reads(phrase, i) {
			if to, ok := r.forward(es[1:], i+len(phrase), maxFill); ok {
				return to, true
			}
		}
	}
	if e.optional {
		if to, ok := r.forward(es[1:], i, maxFill); ok {
			return to, true
		}
	}
	if fill > 0 && r.filler(i) {
		return r.forward(es, i+1, fill-1)
	}
	return 0, false
}

// maxSpan is the longest entry of the word lists that a pattern looks for, in tokens.
const maxSpan = 12

// spansFrom returns the entries that begin at the tokens first to last.
func (r *Reader) spansFrom(first, last int) []span {
	byStart := func(s span, at int) int { return s.from - at }
	lo, _ := slices.BinarySearchFunc(r.spans, first, byStart)
	hi, _ := slices.BinarySearchFunc(r.spans, last+1, byStart)
	return r.spans[lo:hi]
}

// follows reports that one of the phrases or bits of e begins within the next words.
func (r *Reader) follows(e *element, i int) bool {
	for k := i; k < min(len(r.at), i+6) && (r.doc.Tokens[k].Norm == ":" || !r.stops(k)); k++ {
		if r.at[k]&e.bits != 0 {
			return true
		}
		for _, phrase := range r.phrases(e, k) {
			if r.reads(phrase, k) {
				return true
			}
		}
	}
	return false
}

// backwards is forward, read towards the beginning: i is the token to match next.
func (r *Reader) backwards(es []element, i, fill int) (int, bool) {
	if len(es) == 0 {
		return i + 1, true
	}
	e := &es[0]
	switch {
	case e.edge:
		if r.ends(i) || r.doc.Tokens[i].Sentence != r.doc.Tokens[i+1].Sentence || r.opens(i+1) {
			return r.backwards(es[1:], i, maxFill)
		}
		return 0, false
	case e.gap > 0:
		for n := 0; n <= e.gap && i-n >= -1; n++ {
			if from, ok := r.backwards(es[1:], i-n, maxFill); ok {
				return from, true
			}
			if i-n < 0 || r.stops(i-n) {
				break
			}
		}
		return 0, false
	case e.mark:
		if i >= 0 && r.doc.Tokens[i].Kind == text.Punct {
			i--
		}
		return r.backwards(es[1:], i, maxFill)
	case e.edgeToo && (r.ends(i) || r.doc.Tokens[i].Sentence != r.doc.Tokens[i+1].Sentence || r.opens(i+1)):
		return r.backwards(es[1:], i, maxFill)
	case i < 0:
		if e.optional {
			return r.backwards(es[1:], i, maxFill)
		}
		return 0, false
	}
	if e.bits != 0 && r.at[i]&e.bits != 0 {
		for _, sp := range r.spansFrom(i-maxSpan, i) {
			if sp.to == i+1 && sp.bits&e.bits != 0 {
				if from, ok := r.backwards(es[1:], sp.from-1, maxFill); ok {
					return from, true
				}
			}
		}
	}
	for _, phrase := range r.phrases(e, i) {
		if r.reads(phrase, i+1-len(phrase)) {
			if from, ok := r.backwards(es[1:], i-len(phrase), maxFill); ok {
				return from, true
			}
		}
	}
	if e.optional {
		if from, ok := r.backwards(es[1:], i, maxFill); ok {
			return from, true
		}
	}
	if fill > 0 && r.filler(i) {
		return r.backwards(es, i-1, fill-1)
	}
	return 0, false
}

// phrases are those of a step that the word at token i belongs to: none nearly always, as its outline tells.
func (r *Reader) phrases(e *element, i int) [][]string {
	if !e.words.may(r.outline(i)) {
		return nil
	}
	return e.phrases[r.form(i)]
}

// form is the word at token i, or the emoji.
func (r *Reader) form(i int) string {
	if i >= 0 && i < len(r.doc.Tokens) && r.doc.Tokens[i].Kind == text.Emoji {
		return r.doc.Tokens[i].Norm
	}
	return r.word(i)
}

// stops reports a mark that no gap of a pattern reaches over.
func (r *Reader) stops(i int) bool {
	if r.doc.Tokens[i].Kind != text.Punct {
		return false
	}
	switch r.doc.Tokens[i].Norm {
	case ",", "-", "–", "'", "\"", "*":
		return false
	}
	return true
}

// reads reports whether the words of phrase stand at i.
func (r *Reader) reads(phrase []string, i int) bool {
	if i < 0 {
		return false
	}
	for k, w := range phrase {
		if r.form(i+k) != w {
			return false
		}
	}
	return true
}
