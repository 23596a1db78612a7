package analyze

import (
	"math/bits"
	"slices"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/footprint"
)

// plan is the alternatives that can judge one kind of item, with what tells at once which of them may match:
// one look at the classes seen takes the place of asking each.
type plan struct {
	alts []*alternative
	// always are the alternatives that words do not decide on, as bits.
	always []uint64
	// fields are the texts in which the others look for theirs.
	fields []int
	// byClass are the alternatives for which a class can fill the slot they are found by; nil for none.
	byClass [][]uint64
}

// plans are the plans of a set of rules.
type plans struct {
	byKind  map[footprint.Kind]*plan
	anyKind *plan // for kinds that no rule asks for
}

func (p *plans) of(k footprint.Kind) *plan {
	if plan, ok := p.byKind[k]; ok {
		return plan
	}
	return p.anyKind
}

// newPlans makes the plans for items of the user's own, or of others.
func newPlans(rules []*Rule, lex *lexicon.Lexicon, own bool) *plans {
	asked := map[footprint.Kind][]*alternative{}
	var rest []*alternative
	for _, r := range rules {
		for _, a := range r.alts {
			switch {
			case a.Who == "self" && !own || a.Who == "other" && own:
			case a.when == nil || len(a.when.kinds) == 0:
				rest = append(rest, a)
			default:
				for _, k := range a.when.kinds {
					asked[k] = append(asked[k], a)
				}
			}
		}
	}
	p := &plans{byKind: map[footprint.Kind]*plan{}, anyKind: newPlan(rest, lex)}
	for k, alts := range asked {
		p.byKind[k] = newPlan(slices.Concat(alts, rest), lex)
	}
	return p
}

func newPlan(alts []*alternative, lex *lexicon.Lexicon) *plan {
	size := (len(alts) + 63) / 64
	p := &plan{alts: alts, always: make([]uint64, size), byClass: make([][]uint64, lex.Size())}
	for i, a := range alts {
		bit := uint64(1) << (i % 64)
		if a.words == nil {
			p.always[i/64] |= bit
			continue
		}
		fields, words := a.words.trigger(lex)
		for _, f := range fields {
			if !slices.Contains(p.fields, f) {
				p.fields = append(p.fields, f)
			}
		}
		words.Each(func(c lexicon.Class) {
			if p.byClass[c] == nil {
				p.byClass[c] = make([]uint64, size)
			}
			p.byClass[c][i/64] |= bit
		})
	}
	return p
}

// together is the number of items that are judged side by side, at most 255.
const together = 128

// each calls f with each alternative and those of some items that it may match, in order. It goes through the
// alternatives once, not once for every item: the code, words and weights that one item has asked for are still close
// to the processor when the next asks for them, which saves about a fifth of the time.
func (p *plan) each(items []*Context, f func(which []uint8, a *alternative)) {
	size := len(p.always)
	may := make([]uint64, 0, size*len(items))
	for range items {
		may = append(may, p.always...)
	}
	for _, field := range p.fields {
		readAll(items, field)
		for i, c := range items {
			if text := c.passage(field); text != nil {
				of := may[i*size:]
				text.Marks.Seen.Each(func(class lexicon.Class) {
					for k, word := range p.byClass[class] {
						of[k] |= word
					}
				})
			}
		}
	}
	which := make([]uint8, 64*len(items)) // by alternative: the items it may match
	for k := range size {
		var n [64]uint8 // by alternative: how many
		for i := range items {
			for word := may[i*size+k]; word != 0; word &= word - 1 {
				at := bits.TrailingZeros64(word)
				which[at*len(items)+int(n[at])] = uint8(i)
				n[at]++
			}
		}
		for at, n := range n {
			if n > 0 {
				from := at * len(items)
				f(which[from:from+int(n)], p.alts[k*64+at])
			}
		}
	}
}
