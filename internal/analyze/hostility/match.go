package hostility

import (
	"strings"

	"footprint/internal/analyze/text"
)

// patterned finds what the frames of the file say; what they reject is marked on the mentions.
func (r *Reader) patterned(found []Remark, p *Patterns) []Remark {
	if p == nil {
		return found
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.resolved && i > 0 && r.mentions[i-1].rejected {
			m.rejected = true
			continue
		}
		if m.protected && !m.everybody && r.own(m.from) {
			found = r.patternsAt(found, p, m)
		}
	}
	if r.seen&groupAdj != 0 {
		found = r.adjectives(found, p)
	}
	return found
}

// adjectives tries the frames about being something: "being X is a choice".
func (r *Reader) adjectives(found []Remark, p *Patterns) []Remark {
	for _, sp := range r.spans {
		if sp.bits&groupAdj == 0 || !r.own(sp.from) {
			continue
		}
		m := mention{from: sp.from, to: sp.to, protected: true, generic: true}
		for _, k := range r.candidates(p, &m) {
			if f := &p.all[k]; f.adjective {
				if from, to, ok := r.matches(f, &m); ok && !r.ownCapital(m.to) && r.stands(f, from, to) {
					found = append(found, Remark{Kind: Hate, From: from, To: to, points: f.points, Why: f.why})
				}
			}
		}
	}
	return found
}

func (r *Reader) patternsAt(found []Remark, p *Patterns, m *mention) []Remark {
	var best *pattern
	var from, to int
	thing := p.bare[r.word(m.to)] && r.single(m) || r.ownCapital(m.to)
	for _, k := range r.candidates(p, m) {
		f := &p.all[k]
		if f.adjective || !f.any && !m.generic || thing && len(f.before) == 0 || best != nil && !f.reject && f.points <= best.points {
			continue
		}
		a, b, ok := r.matches(f, m)
		if !ok || !f.reject && !r.stands(f, a, b) || f.reject && (r.sharedView(a) || r.unending(a)) {
			continue
		}
		if !f.reject && !f.negates && b > m.to && r.word(b-1) == r.word(m.to-1) {
			continue // "X children are children"
		}
		if f.reject {
			m.rejected = true
			return found
		}
		best, from, to = f, a, b
	}
	if best == nil || r.selfReference(m.from) && !m.resolved {
		return found
	}
	points := best.points
	if m.men {
		points -= 0.75
	}
	if m.resolved {
		points -= 0.25
	}
	if !best.violent && r.supposed(*m, to) {
		points -= 1.5
	}
	return append(found, Remark{Kind: Hate, framed: true, Violent: best.violent, From: from, To: to, points: points, Why: best.why})
}

// single reports the name of one, behind which a verb needs an ending: "the Sikh parade" is a parade.
func (r *Reader) single(m *mention) bool {
	w := r.word(m.from - 1)
	return !m.resolved && (one(w) || w == "the" || m.to-m.from > 1) && !plural(r.word(m.to-1)) && !collective(r.word(m.to-1))
}

// ownCapital reports a capital in the middle of a sentence that is otherwise written small: "the Australian Agenda".
func (r *Reader) ownCapital(i int) bool {
	if i >= len(r.doc.Tokens) || r.doc.Tokens[i].Flags&text.Capital == 0 || r.doc.Tokens[i].Flags&(text.AllCaps|text.FirstInSentence) != 0 || r.word(i) == "" || strings.HasPrefix(r.word(i), "i'") || r.word(i) == "i" {
		return false
	}
	small := 0
	for k, s := r.sentence(i).From, r.sentence(i).To; k < s; k++ {
		if t := &r.doc.Tokens[k]; t.Kind == text.Word && len(t.Norm) > 3 && t.Flags&text.Capital == 0 {
			small++
		}
	}
	return small > 2
}

// supposed reports that no more than an assumption on a group is made: "if X complain, believe them".
func (r *Reader) supposed(m mention, to int) bool {
	i := m.from - 1
	for i >= 0 && isDeterminer(r.word(i)) {
		i--
	}
	switch r.word(i) {
	case "if", "whether", "unless":
		return to-m.to < 2
	}
	return false
}

// stands reports that the words [from,to) are the author's own and not denied or put into the mouth of others.
func (r *Reader) stands(f *pattern, from, to int) bool {
	if !r.own(from) || !r.own(to-1) || r.asThough(from) || r.word(from-1) == "they" && pastToo(r.word(from)) {
		return false
	}
	s := r.sentence(from)
	if r.claimed(from, s) || f.violent && len(f.before) > 0 && !r.speaker(from) {
		return false
	}
	for k := s.From; k < min(to, s.To-1) && !f.violent; k++ {
		if r.word(k) == "used" && r.word(k+1) == "to" && (r.word(k-1) == "i" || r.word(k-1) == "we") {
			return false // a view that was given up
		}
	}
	for _, sp := range r.spans {
		if sp.bits&idiom != 0 && sp.from < to && sp.from >= from && !f.violent {
			return false // "steals the scene", "count your blessings"
		}
	}
	if r.word(from-1) == "to" && wants(r.word(from-2)) && r.wantedByOthers(from-2) || r.refusedBy(from) || from < to && r.feltByOther(from) || mythical(r.word(from-1)) {
		return false
	}
	for k := from; k < to && !f.negates; k++ {
		if r.doc.Tokens[k].Negated && !r.falseNegation(k) {
			return false
		}
	}
	for k := from - 1; k >= max(s.From, from-3); k-- {
		if w := r.word(k); negator(w) && w != "no" && !r.falseNegation(from) || w == "why" && (r.word(k-1) == "see" || r.word(k-1) == "reason") && negator(r.word(k-2)) {
			return false // "I don't see why X should be refused"
		}
	}
	return true
}

// contracted tries the steps after a group of which the first that must stand is a verb that hangs on the name: "they're", "they've".
func (r *Reader) contracted(es []element, m *mention) (to int, ok bool) {
	verb := verbIn(r.word(m.to - 1))
	if verb == "" {
		return 0, false
	}
	for k := range es {
		for _, phrase := range es[k].phrases[verb] {
			if !es[k].not && r.reads(phrase[1:], m.to) {
				if to, ok := r.forward(es[k+1:], m.to+len(phrase)-1, maxFill); ok {
					return to, true
				}
			}
		}
		if !es[k].optional {
			break
		}
	}
	return 0, false
}

// verbIn gives the verb that a pronoun was drawn together with.
func verbIn(w string) string {
	switch _, short, _ := strings.Cut(w, "'"); {
	case short == "re" || w == "theyre":
		return "are"
	case short == "ve":
		return "have"
	case short == "ll":
		return "will"
	case short == "d":
		return "would"
	}
	return ""
}

// matches tries a pattern around a mention and returns the tokens it covers.
func (r *Reader) matches(f *pattern, m *mention) (from, to int, ok bool) {
	to, ok = r.forward(f.after, m.to, maxFill)
	if !ok {
		if to, ok = r.contracted(f.after, m); !ok {
			return 0, 0, false
		}
	}
	if len(f.before) == 0 {
		return m.from, to, true
	}
	if from, ok = r.backwards(f.before, m.from-1, maxFill); ok {
		return from, to, true
	}
	i := r.before(m)
	if i == m.from-1 {
		return 0, 0, false
	}
	from, ok = r.backwards(f.before, i, maxFill)
	return from, to, ok
}

// before is the token before a mention and the words that belong to it: "all of those fucking X".
func (r *Reader) before(m *mention) int {
	i := m.from - 1
	for i >= 0 && m.from-i < 6 && (isDeterminer(r.word(i)) || introduces(r.word(i)) || r.at[i]&(profanity|mild|insultAdj) != 0) {
		i--
	}
	return i
}

// candidates are the patterns worth a try at a mention.
func (r *Reader) candidates(p *Patterns, m *mention) []int32 {
	out := append(r.tries[:0], p.rest...)
	if verb := verbIn(r.word(m.to - 1)); verb != "" {
		out = append(out, p.next[verb]...)
	}
	for i := m.to; i <= m.to+maxFill; i++ {
		out = append(out, p.next[r.form(i)]...)
		if !r.filler(i) {
			break
		}
	}
	for i := m.from - 1; i >= r.before(m)-maxFill; i-- {
		out = append(out, p.last[r.form(i)]...)
		if i <= r.before(m) && !r.filler(i) {
			break
		}
	}
	r.tries = out
	return out
}

func introduces(w string) bool {
	switch w {
	case "of", "single", "more", "other", "such", "so-called", "some", "many", "any", "our", "bunch", "lot", "one", "next", "last", "first", "damn", "bloody", "only", "that", "little", "old", "young", "poor", "local", "them", "both":
		return true
	}
	return false
}
