package hostility

import (
	"slices"
	"strings"
)

// harms finds what is threatened, wished or called for: an act or a fate, whom it befalls, and the mood that makes
// it more than a report.
func (r *Reader) harms(found []Remark, p *Patterns) []Remark {
	if p == nil || p.acts == nil {
		return found
	}
	a := p.acts
	found = r.menaced(found, a)
	r.acted, r.fated = -1, -1
	warned := false
	for i := range r.doc.Tokens {
		if !a.begins.may(r.outlines[i]) {
			continue
		}
		w := r.form(i)
		uses := a.verbs[w]
		if slices.ContainsFunc(uses, verbUse.undergone) {
			r.acted = i
		}
		if len(a.fates[w]) > 0 {
			r.fated = i
		}
		warned = warned || a.heads[w]
		for _, use := range uses {
			if v, to, ok := r.done(a, use.act, i); ok && v.place == use.act.kind.places {
				if from, ok := r.meant(a, use.form, i); ok {
					found = r.accuse(found, use.act.kind, v, from, to)
					break
				}
			}
		}
	}
	if r.acted < 0 && r.fated < 0 && !warned {
		return found
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		found = r.befalls(found, a, victim{from: m.from, to: m.to, group: m})
	}
	for i := range r.doc.Tokens {
		switch r.naming(&a.named, i) {
		case ofPrayer, ofPlace:
			if v, ok := r.placeAt(a, i); ok {
				found = r.befalls(found, a, v)
			}
		case ofReader:
			found = r.befalls(found, a, victim{from: i, to: i + 1, spokenTo: true})
		case ofOther:
			found = r.befalls(found, a, victim{from: i, to: i + 1})
		case ofNobody:
			if r.byRole(i) {
				found = r.befalls(found, a, victim{from: i, to: i + 1})
			}
		}
	}
	return found
}

// done reads an act from its verb at token i: whom it is done to, and where it ends.
func (r *Reader) done(all *acts, a *act, i int) (v victim, to int, ok bool) {
	if !r.reads(a.tail, i+1) || !r.own(i) {
		return v, 0, false
	}
	rest := a.rest
	to, ok = r.forward(a.between, i+1+len(a.tail), maxFill)
	if !ok {
		return v, 0, false
	}
	if a.moved {
		after := rest
		if after[0].optional {
			after = after[1:] // "all", which stands with the name
		}
		if end, ok := r.forward(after[:1], to, maxFill); ok {
			to, rest = end, after[1:]
		}
	}
	if a.owned {
		v, ok = r.owner(to)
	} else {
		v, ok = r.victimAt(all, to)
	}
	if !ok {
		return v, 0, false
	}
	to, ok = r.beyond(rest, v)
	return v, to, ok
}

// meant reports that the verb at token i stands in a mood that makes it a threat or a call.
func (r *Reader) meant(a *acts, form verbForm, i int) (from int, ok bool) {
	moods := a.moods
	switch form {
	case ending:
		moods = a.gerunds
	case finite:
		moods = a.thirds
	case passive:
		if w := r.word(i - 1); w != "have" && w != "of" && !strings.HasSuffix(w, "'ve") { // "should have strung them up"
			moods = a.pasts
		}
	}
	for k := range moods {
		f := &moods[k]
		if from, ok := r.backwards(f.before, i-1, maxFill); ok && r.calledFor(f, from, i) {
			return from, true
		}
	}
	return 0, false
}

// calledFor reports that the mood at [from,i) is the author's and not denied.
func (r *Reader) calledFor(f *pattern, from, i int) bool {
	if !r.own(from) || r.claimed(from, r.sentence(i)) || r.plotted(i) || r.willed(i) || r.told(from) || pastToo(r.word(i)) && r.byOthers(i) {
		return false
	}
	if r.doc.Tokens[i].Negated && !f.negates && !r.falseNegation(i) {
		return false
	}
	if w := r.word(from - 1); w == "if" || w == "whether" || w == "that" && r.bit(from-2)&report != 0 {
		return false
	}
	return true
}

// rest reads what follows the participle of an act at token i.
func (r *Reader) rest(a *act, i int) (to int, ok bool) {
	if to, ok = r.forward(a.between, i+1+len(a.tail), maxFill); !ok {
		return 0, false
	}
	return r.forward(a.rest, to, maxFill)
}

// accuse adds a remark on one to whom harm of a kind is to be done.
func (r *Reader) accuse(found []Remark, k *harmKind, v victim, from, to int) []Remark {
	if !r.own(to-1) || r.invented(from) {
		return found
	}
	points := k.points
	m := v.group
	if m == nil && v.spokenTo {
		m = r.addressee(v.from)
	} else if m == nil {
		m = r.whoever(v.from)
	}
	if m != nil && !m.protected && r.individual(*m) {
		m = nil // "my landlord"
	}
	from, to = min(from, v.from), max(to, v.to)
	switch {
	case m == &worship:
		return append(found, Remark{Kind: Hate, Violent: true, From: from, To: to, points: points, Why: k.why})
	case m == nil && k.grave:
		points -= 1.25
		if v.spokenTo {
			points += 0.5
		}
		if r.playful(from) {
			points -= 1.25
		}
		return append(found, Remark{Kind: Threat, Violent: true, From: from, To: to, points: points, Why: "Harm to a person is threatened, wished or called for."})
	case m == nil:
		return found
	case !m.protected && k.grave:
		return append(found, Remark{Kind: Derogatory, Violent: true, From: from, To: to, points: points - 1, Why: "Harm is called for against people."})
	case !m.protected, r.word(m.from-1) == "we", r.selfReference(m.from) && !m.resolved:
		return found
	}
	if m.men {
		points -= 0.75
	}
	if m.resolved {
		points -= 0.25
	}
	if !m.generic && !m.slur && !r.anyOf(m) {
		points -= 1.5
	}
	return append(found, Remark{Kind: Hate, Violent: k.violent, From: from, To: to, points: points, Why: k.why})
}
