package analyze

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// matches slides the window over the pieces in order of time.
func (t *mosaicTally) matches() []CrossMatch {
	slices.SortStableFunc(t.pieces, func(a, b stored) int { return cmp.Compare(a.at, b.at) })
	window := int64(t.kind.spec.Days) * (24 * time.Hour).Microseconds()
	var out []CrossMatch
	for from, to := 0, 0; from < len(t.pieces); from = to {
		for to = from + 1; to < len(t.pieces) && to-from < maxPieces && t.pieces[to].at-t.pieces[from].at <= window; to++ {
		}
		if m, ok := t.combine(t.piecesOf(t.pieces[from:to])); ok {
			out = append(out, m)
			continue
		}
		// The event may lie at the end of this window and its place in the next: move on by half.
		if to < len(t.pieces) && to-from > 1 {
			to = from + (to-from+1)/2
		}
	}
	return out
}

// maxPieces bounds the items looked at together.
const maxPieces = 64

// hintReach is how near to the event an item must lie that alone tells of nobody's care: "such gentle parents".
const hintReach = 24 * time.Hour

// weight is the sum of the facts of a piece.
func (p *piece) weight() float64 {
	w := 0.0
	for _, f := range p.facts {
		w += f.weight
	}
	return w
}

// adds reports whether the piece holds a clue that the other lacks.
func (p *piece) adds(to *piece) bool {
	if p.place && !to.place {
		return true
	}
	return slices.ContainsFunc(p.facts, func(f tile) bool {
		return !slices.ContainsFunc(to.facts, func(o tile) bool { return o.kind == f.kind && o.weight >= f.weight })
	})
}

// mosaic is what the pieces of one window tell.
type mosaic struct {
	facts  []tile
	ids    []string // of the items, in order of time
	places int      // items that tell no more than where the user was at work
	news   bool
}

// workWeight is the weight of knowing where the user worked.
const workWeight = 1.5

// combine adds up the pieces of one window: the event that tells most, and what each other item adds to it.
func (t *mosaicTally) combine(list []piece) (CrossMatch, bool) {
	main := heaviestEvent(list)
	if main < 0 {
		return CrossMatch{}, false
	}
	all := t.gathered(list, main)
	weight := all.weight()
	if len(all.ids) < 2 || all.places == 0 && !all.news || weight < t.kind.spec.Weight {
		return CrossMatch{}, false
	}
	m := Match{Confidence: t.kind.spec.base(), Labels: []string{"patient"}, Raised: []string{"together they tell " + all.said()}, Advice: all.advice(weight, t.kind.spec.Weight)}
	first := list[main].id
	return CrossMatch{Match: m, ItemID: first, Related: slices.DeleteFunc(all.ids, func(id string) bool { return id == first })}, true
}

// heaviestEvent is the place of the event that tells most, -1 without any.
func heaviestEvent(list []piece) int {
	main := -1
	for i := range list {
		if list[i].event && (main < 0 || list[i].weight() > list[main].weight()) {
			main = i
		}
	}
	return main
}

// gathered takes what each piece adds to the main one; without having to do with a case it must lie near it.
func (t *mosaicTally) gathered(list []piece, main int) mosaic {
	var all mosaic
	for i := range list {
		p := &list[i]
		all.news = all.news || p.news
		if i != main && (!p.adds(&list[main]) || !p.event && !p.place && !p.news && p.at.Sub(list[main].at).Abs() > hintReach) {
			continue
		}
		if p.place && !p.event {
			all.places++
		}
		for _, f := range p.facts {
			all.facts = lay(all.facts, f)
		}
		all.ids = append(all.ids, p.id)
	}
	if len(t.profile) > 0 && t.profile[0].place {
		all.ids = append(all.ids, t.profile[0].id)
		if len(all.ids) > 2 {
			all.places++
		}
	}
	return all
}

func (a *mosaic) weight() float64 {
	w := 0.0
	if a.places > 0 {
		w = workWeight
	}
	for _, f := range a.facts {
		w += f.weight
	}
	return w
}

// said names what they tell.
func (a *mosaic) said() string {
	var names []string
	if a.places > 0 {
		names = append(names, "place of work")
	}
	for _, f := range a.facts {
		names = append(names, string(f.kind))
	}
	return strings.Join(names, ", ")
}

// advice names the one thing without which the weight would not reach what is needed.
func (a *mosaic) advice(weight, needed float64) string {
	top := tile{}
	for _, f := range a.facts {
		if f.weight > top.weight {
			top = f
		}
	}
	switch {
	case weight-top.weight < needed:
		return fmt.Sprintf("Removing the %s would leave too little to point to anybody.", top.kind)
	case weight-workWeight < needed && a.places > 0:
		return "Hiding where you worked at that time would leave too little to point to anybody."
	}
	return ""
}
