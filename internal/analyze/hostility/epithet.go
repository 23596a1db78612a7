package hostility

import "footprint/internal/analyze/text"

// epithets finds a short sentence that calls names, after one that names a group: "X moved in. What a bunch of ...".
func (r *Reader) epithets(found []Remark) []Remark {
	for _, sp := range r.spans {
		if sp.bits&trait == 0 || !r.own(sp.from) {
			continue
		}
		if !r.doc.Tokens[sp.from].Negated && r.appositive(sp) {
			found = append(found, Remark{Kind: Hate, From: sp.from, To: sp.to, points: 2.5, Why: "A group that was just named is called names."})
			continue
		}
		if _, ok := r.justNamed(sp.from); ok && r.word(sp.from-1) == "their" && sp.bits&(traitStrong|insultAdj) != 0 && !isCopula(r.word(sp.to)) {
			found = append(found, Remark{Kind: Hate, From: sp.from - 1, To: sp.to, points: 2.25, Why: "What belongs to a group is called names."})
			continue
		}
		if r.doc.Tokens[sp.from].Sentence == 0 || !r.epithet(&sp) {
			continue
		}
		if r.brought(sp) {
			found = append(found, Remark{Kind: Hate, From: sp.from, To: sp.to, points: 2.5, Why: "A group that was just named is called names."})
		}
	}
	return found
}

// brought reports that a group was just named, or brought to mind, so that the name can stand for it.
func (r *Reader) brought(sp span) bool {
	if _, ok := r.justNamed(sp.from); ok {
		return true
	}
	return r.pointed(sp) && r.evoked(sp.from)
}

// epithet reports a name that stands for those who were just named, and widens the span to the noun of one that is
// an adjective: "that scum", "such stupid people", or as a sentence of its own.
func (r *Reader) epithet(sp *span) bool {
	noun := sp.bits&(dehuman|insultNoun) != 0
	switch r.word(sp.to) {
	case "people", "creature", "creatures", "thing", "things", "folk", "beings", "specimens":
		sp.to++
		noun = true
	}
	s := r.sentence(sp.from)
	if !noun || s.To-s.From > 11 {
		return false
	}
	if r.pointed(*sp) {
		return true
	}
	ends := sp.to == s.To || r.doc.Tokens[sp.to].Kind == text.Punct || r.doc.Tokens[sp.to].Kind == text.Emoji
	begins := r.modifierRun(s.From, sp.from) || r.word(s.From) == "what" || r.word(s.From) == "such" || r.word(s.From) == "bunch"
	if r.word(sp.from) == "disgrace" && s.From == sp.from {
		return false // said of how things are
	}
	return ends && begins && !r.doc.Tokens[sp.from].Negated && (plural(r.word(sp.to-1)) || r.at[sp.from]&dehuman != 0 || r.word(sp.to-1) == "creature")
}

// justNamed gives the group that the sentence before that of token i names last, or the one before a short one when
// the sentence of i is no more than a name for it.
func (r *Reader) justNamed(i int) (mention, bool) {
	here := r.doc.Tokens[i].Sentence
	for k := len(r.mentions) - 1; k >= 0; k-- {
		m := r.mentions[k]
		d := here - r.doc.Tokens[m.from].Sentence
		if d <= 0 {
			continue
		}
		between := r.doc.Sentences[here-1]
		near := d == 1 || d == 2 && between.To-between.From < 7 && r.doc.Sentences[here].To-r.doc.Sentences[here].From < 5
		return m, near && m.protected && m.generic && !m.rejected && r.own(m.from)
	}
	return mention{}, false
}

// appositive reports a name at the end of a sentence for those of whom it spoke: "X never pay, the crooks".
func (r *Reader) appositive(sp span) bool {
	s := r.sentence(sp.from)
	to := sp.to
	switch r.word(to) {
	case "people", "creatures", "things", "specimens", "folk", "lot":
		to++
	default:
		if !plural(r.word(to-1)) || sp.bits&(dehuman|insultNoun|traitStrong) == 0 {
			return false
		}
	}
	if to < s.To && r.word(to) != "" || to < s.To && r.doc.Tokens[to].Norm == "," {
		return false
	}
	k := sp.from - 1
	for k > s.From && (r.at[k]&(trait|profanity|mild) != 0 || isDeterminer(r.word(k)) || r.word(k) == "that") {
		k--
	}
	if n := r.doc.Tokens[max(k, s.From)].Norm; k <= s.From || n != "," && n != "-" && n != "–" && n != "—" {
		return false
	}
	for j := len(r.mentions) - 1; j >= 0; j-- {
		m := r.mentions[j]
		if m.from >= k {
			continue
		}
		return m.from >= s.From && m.from <= s.From+2 && m.protected && m.generic && !m.rejected && r.own(m.from)
	}
	return false
}

// pointed reports an epithet that stands for those who were just named: "that scum", "such filthy animals".
func (r *Reader) pointed(sp span) bool {
	k := sp.from - 1
	for k >= 0 && r.at[k]&(trait|profanity|mild) != 0 {
		k--
	}
	switch r.word(k) {
	case "that", "those", "these", "such":
		return true
	}
	return false
}
