package hostility

import (
	"slices"

	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
)

// maxTokens is how many tokens are read at one time. What stands far away is looked at again for every word that asks
// for it; by reading long passages in parts the time grows with their length and no faster.
const maxTokens = 1000

// Read returns the hostile remarks of a passage: at most one of each kind, the strongest.
func (r *Reader) Read(in Input, table Table) []Remark {
	if len(in.Doc.Tokens) <= maxTokens {
		return r.read(in, table)
	}
	var found []Remark
	for from := 0; from < len(in.Doc.Tokens); {
		to := partEnd(in.Doc, from)
		for _, f := range r.read(in.part(from, to), table) {
			f.From += from
			f.To += from
			found = append(found, f)
		}
		from = to
	}
	return strongest(found)
}

// partEnd is where a part ends that begins at token from: with a sentence, if one ends in it.
func partEnd(d *text.Doc, from int) int {
	to := from + maxTokens
	if to >= len(d.Tokens) {
		return len(d.Tokens)
	}
	if s := d.Sentences[d.Tokens[to].Sentence].From; s > from {
		return s
	}
	return to
}

// part is the input for the tokens [from,to) alone.
func (in Input) part(from, to int) Input {
	first := in.Doc.Tokens[from].Sentence
	doc := &text.Doc{Tokens: slices.Clone(in.Doc.Tokens[from:to])}
	for i := range doc.Tokens {
		doc.Tokens[i].Sentence -= first
	}
	for _, s := range in.Doc.Sentences[first : in.Doc.Tokens[to-1].Sentence+1] {
		doc.Sentences = append(doc.Sentences, text.Range{From: max(s.From, from) - from, To: min(s.To, to) - from})
	}
	k, _ := slices.BinarySearchFunc(in.Hits, from, func(h lexicon.Hit, at int) int { return h.From - at })
	whole, renamed := in.Hits, in.Renamed
	in.Doc, in.Hits = doc, nil
	for _, h := range whole[k:] {
		if h.From >= to {
			break
		}
		if h.To <= to {
			h.From, h.To = h.From-from, h.To-from
			in.Hits = append(in.Hits, h)
		}
	}
	in.Renamed = func(names []text.Range) *judge.Scores {
		names = slices.Clone(names)
		for i := range names {
			names[i].From += from
			names[i].To += from
		}
		return renamed(names)
	}
	return in
}
