package hostility

// befalls finds the acts in the passive, the fates and the warnings that follow those who are named.
func (r *Reader) befalls(found []Remark, a *acts, v victim) []Remark {
	if !r.own(v.from) {
		return found
	}
	passives, destinies := a.passives, a.destinies
	if v.spokenTo || v.group != nil && r.calledYou(v.group) {
		passives, destinies = a.youPassives, a.youDestinies
	}
	if r.acted < v.to {
		passives = nil
	}
	if r.fated < v.to {
		destinies = nil
	}
	for k := range passives {
		if from, i, ok := r.around(&passives[k], v); ok {
			for _, use := range a.verbs[r.word(i)] {
				if v.place != use.act.kind.places || use.form != passive && (use.form != ending || !needs(r.word(i-1))) || use.act.owned || !r.reads(use.act.tail, i+1) {
					continue
				}
				if to, ok := r.rest(use.act, i); ok && r.calledFor(&passives[k], from, i) {
					found = r.accuse(found, use.act.kind, v, from, to)
					break
				}
			}
		}
	}
	for k := range destinies {
		if from, i, ok := r.around(&destinies[k], v); ok && !r.asked(from) {
			for _, f := range a.fates[r.word(i)] {
				if v.place != f.kind.places {
					continue
				}
				if to, ok := r.forward(f.rest, i+1+len(f.tail), maxFill); ok && r.reads(f.tail, i+1) && r.calledFor(&destinies[k], from, i) {
					found = r.accuse(found, f.kind, v, from, to)
					break
				}
			}
		}
	}
	if !r.warned(a, v) {
		return found
	}
	for k := range a.warns {
		w := &a.warns[k]
		if v.place != w.kind.places {
			continue
		}
		to, ok := r.beyond(w.rest, v)
		if !ok {
			to, ok = r.contracted(w.rest, &mention{to: v.to})
		}
		if ok && (!w.kind.dared || r.dared(v)) && r.calledFor(&pattern{negates: w.negates}, v.from, to-1) {
			found = r.accuse(found, w.kind, v, v.from, to)
		}
	}
	return found
}

// warned reports that a warning may follow those who are named: see beyond.
func (r *Reader) warned(a *acts, v victim) bool {
	end := v.to + 1
	if relates(r.word(v.to)) {
		end = v.to + maxGap
	}
	for k := v.to; k < end; k++ {
		if a.openings.may(r.outline(k)) {
			return true
		}
		if r.filler(k) && k < v.to+maxGap+maxFill {
			end = max(end, k+2)
		}
	}
	return verbIn(r.word(v.to-1)) != ""
}

// needs reports the verbs after which a form in -ing is meant as a passive: "they need shooting".
func needs(w string) bool {
	switch w {
	case "need", "needs", "want", "wants", "deserve", "deserves", "require", "requires", "merit":
		return true
	}
	return false
}

// around matches what stands before and after those who are named; i is the token after it.
func (r *Reader) around(p *pattern, v victim) (from, i int, ok bool) {
	if i, ok = r.beyond(p.after, v); !ok {
		return 0, 0, false
	}
	for r.filler(i) {
		i++
	}
	if len(p.before) == 0 {
		return v.from, i, true
	}
	m := mention{from: v.from}
	from, ok = r.backwards(p.before, r.before(&m), maxFill)
	return from, i, ok
}

// beyond matches steps after those who are named, or after what tells which of them are meant: "who live here", "in
// this town".
func (r *Reader) beyond(es []element, v victim) (to int, ok bool) {
	if to, ok = r.forward(es, v.to, maxFill); ok || !relates(r.word(v.to)) {
		return to, ok
	}
	for k := v.to + 2; k < min(len(r.doc.Tokens), v.to+maxGap) && !r.stops(k); k++ {
		if to, ok = r.forward(es, k, maxFill); ok {
			return to, true
		}
	}
	return 0, false
}

// relates reports words that begin what is told of those named before them.
func relates(w string) bool {
	switch w {
	case "who", "that", "in", "on", "from", "of", "like", "with", "around", "near", "at", "here", "there", "living", "coming", "behind", "did", "does", "wrote", "said", "came", "comes", "i", "we":
		return true
	}
	return false
}
