package hostility

import (
	"fmt"
	"strings"

	"footprint/internal/analyze/text"
)

// menacePoints are those of a menace: what it says may be advice to anybody else.
const menacePoints = 3.25

// menace is what may be said to anybody, "you'd better run", and threatens those who are called by the name of their
// group. Its steps begin with a word.
type menace struct {
	steps   []element
	negates bool
}

func (f *harmFile) addMenaces(a *acts) error {
	for _, say := range f.Menaces {
		steps, negates, err := f.elements(strings.Fields(say))
		if err == nil && (steps[0].phrases == nil || steps[0].optional || steps[0].bits != 0) {
			err = fmt.Errorf("begins with no word: %w", errAct)
		}
		if err != nil {
			return fmt.Errorf("%q: %w", say, err)
		}
		for w := range steps[0].phrases {
			a.menaces[w] = append(a.menaces[w], menace{steps, negates})
		}
	}
	return nil
}

// menaced finds menaces near the name of the group they are said to.
func (r *Reader) menaced(found []Remark, a *acts) []Remark {
	for k := range r.mentions {
		m := &r.mentions[k]
		if m.resolved || !r.own(m.from) || !r.spokenTo(m) {
			continue
		}
		here := r.doc.Tokens[m.from].Sentence
		from, to := r.doc.Sentences[max(0, here-1)].From, r.doc.Sentences[min(len(r.doc.Sentences)-1, here+1)].To
		for i := from; i < to; i++ {
			if end, ok := r.menaceAt(a, i); ok {
				found = append(found, Remark{Kind: Hate, Violent: true, From: min(i, m.from), To: max(end, m.to), points: menacePoints, Why: "Those who are called by the name of their group are threatened."})
				break
			}
		}
	}
	return found
}

func (r *Reader) menaceAt(a *acts, i int) (end int, ok bool) {
	menaces := a.menaces[r.word(i)]
	for k := range menaces {
		n := &menaces[k]
		if end, ok := r.forward(n.steps, i, maxFill); ok && r.own(end-1) && !r.invented(i) && r.calledFor(&pattern{negates: n.negates}, i, end-1) {
			return end, true
		}
	}
	return 0, false
}

// spokenTo reports that those who are spoken to are called by the name of their group: "..., X", "you X", "a X like
// you". Names that are friendly in an address are none.
func (r *Reader) spokenTo(m *mention) bool {
	if !m.protected || m.men || m.everybody || fondName(r.word(m.to-1)) {
		return false
	}
	if r.calledYou(m) || r.word(m.to) == "like" && r.word(m.to+1) == "you" {
		return true
	}
	i := m.from - 1
	switch {
	case one(r.word(i)) && (r.word(i-1) == "you're" || r.word(i-1) == "are" && r.word(i-2) == "you"):
		return true
	case !r.divides(i) || !r.divides(m.to) || i < 0 && r.closes(m.to):
		return false
	}
	return !r.listed(m)
}

// divides reports a mark, or an end, that may part a name from the sentence it is called in.
func (r *Reader) divides(i int) bool {
	if i < 0 || i >= len(r.doc.Tokens) {
		return true
	}
	if r.doc.Tokens[i].Kind != text.Punct {
		return r.doc.Tokens[i].Kind == text.Emoji
	}
	switch r.doc.Tokens[i].Norm {
	case ",", ".", "!", "?", ":", "…", "-", "–", "—", ";":
		return true
	}
	return false
}

// closes reports the end of a sentence at token i.
func (r *Reader) closes(i int) bool {
	return i >= len(r.doc.Tokens) || r.doc.Tokens[i].Norm == "." || r.doc.Tokens[i].Norm == "?"
}

// listed reports that a mention is one of several names: "women, X, and the old".
func (r *Reader) listed(m *mention) bool {
	names := func(i int) bool { return r.bit(i)&(group|groupAdj|person|nonProtected) != 0 }
	next := m.to + 1
	if w := r.word(next); w == "and" || w == "or" {
		next++
	}
	return names(m.from-2) || names(next)
}

// fondName reports the names by which friends and customers are called.
func fondName(w string) bool {
	switch w {
	case "ladies", "lady", "girls", "girl", "gals", "chicks", "mum", "mums", "mom", "moms", "mother", "mothers", "wife", "feminists", "midwives", "midwife", "lesbians", "gays", "queers", "blondes", "girlfriends", "girlbosses", "kids", "children", "seniors":
		return true
	}
	return false
}
