package lexicon

import (
	"slices"

	"footprint/internal/analyze/text"
)

// Hit is one occurrence of an entry: the tokens [From,To).
type Hit struct {
	Entry
	From, To int
}

// Marks are the entries found in one passage.
type Marks struct {
	lex  *Lexicon
	hits []Hit
	// Seen is the set of classes found, parents included.
	Seen Set
}

// Has reports whether an entry of the class (or below it) was found.
func (m *Marks) Has(class string) bool {
	if m.lex == nil {
		return false
	}
	c := m.lex.classes[class]
	return c != 0 && m.Seen.Has(c)
}

// Hits returns the entries of the class (or below it), in order of place.
func (m *Marks) Hits(class string) []Hit {
	if m.lex == nil {
		return nil
	}
	return m.HitsOf(m.lex.classes[class])
}

// HitsOf returns the entries of class c.
func (m *Marks) HitsOf(c Class) []Hit {
	if c == 0 || !m.Seen.Has(c) {
		return nil
	}
	var out []Hit
	for _, h := range m.hits {
		if h.Is(c) {
			out = append(out, h)
		}
	}
	return out
}

// HitsAny returns the entries of any class in the set.
func (m *Marks) HitsAny(set Set) []Hit {
	if !m.Seen.Any(set) {
		return nil
	}
	var out []Hit
	for i := range m.hits {
		h := &m.hits[i]
		for _, c := range m.lex.parents[h.own] {
			if set.Has(c) {
				out = append(out, *h)
				break
			}
		}
	}
	return out
}

// All returns every entry found, in order of place.
func (m *Marks) All() []Hit { return m.hits }

// Add adds a hit that the lists cannot hold (the user's own name or employer). The class must be known.
func (m *Marks) Add(e *Entry, from, to int) {
	m.hits = append(m.hits, Hit{Entry: *e, From: from, To: to})
	for _, c := range e.classes {
		m.Seen.Add(c)
	}
}

// Sort orders the hits by place again after Add.
func (m *Marks) Sort() {
	slices.SortStableFunc(m.hits, func(a, b Hit) int {
		if a.From != b.From {
			return a.From - b.From
		}
		return b.To - a.To
	})
}

// Read is Annotate in the memory of the marks before.
func (m *Marks) Read(l *Lexicon, d *text.Doc) {
	m.lex, m.hits = l, m.hits[:0]
	if len(m.Seen) == len(l.names)/64+1 {
		clear(m.Seen)
	} else {
		m.Seen = l.NewSet()
	}
	if len(d.Tokens) == 0 {
		return
	}
	var small [96]uint32
	ids := small[:0]
	if len(d.Tokens) > len(small) {
		ids = make([]uint32, 0, len(d.Tokens))
	}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Kind == text.URL || t.Kind == text.Email || t.Kind == text.Handle {
			ids = append(ids, 0)
			continue
		}
		if t.Kind == text.Hashtag { // its words follow as parts; the tag itself is a term only with its '#'
			ids = append(ids, l.words["#"+t.Norm])
			continue
		}
		ids = append(ids, l.word(t))
	}
	m.hits = slices.Grow(m.hits, len(ids)/2+4)
	english := (d.Lang == "en" || d.Lang == "und") && d.Foreign.From == d.Foreign.To
	silenced := false
	for i, id := range ids {
		if id == 0 {
			continue
		}
		node := l.first[id]
		for j := i + 1; node != 0; j++ {
			n := &l.nodes[node]
			for k := n.from; k < n.to; k++ {
				if t := &l.terms[k]; english && t.simple || t.applies(d, i) && (t.letters != nameLetters || l.standsAsName(d, i)) {
					m.hits = append(m.hits, Hit{Entry: t.Entry, From: i, To: j})
					silenced = silenced || t.benign
				}
			}
			if j == len(ids) || ids[j] == 0 {
				break
			}
			node = l.next(n, ids[j])
		}
	}
	found := len(m.hits)
	l.unmask(d, ids, m)
	if len(m.hits) > found {
		m.Sort()
	}
	m.settle(d, silenced)
}

// minStrange is the length in bytes of a term of another language that tells the language by itself.
const minStrange = 8

// applies checks language and letters.
func (t *term) applies(d *text.Doc, from int) bool {
	lang := d.Lang
	if from >= d.Foreign.From && from < d.Foreign.To {
		lang = d.ForeignLang
	}
	switch t.tongue {
	case english:
		if lang != "en" && lang != "und" {
			return false
		}
	case otherTongue:
		if t.lang != lang && !(lang == "und" && d.Unsupported && len(t.Term) >= minStrange) {
			return false
		}
	}
	switch t.letters {
	case hiddenLetters:
		return false
	case upperLetters:
		return d.Tokens[from].Flags&text.AllCaps != 0
	case lowerLetters:
		f := d.Tokens[from].Flags
		return f&text.Capital == 0 || f&text.FirstInSentence != 0 || f&text.AllCaps != 0
	}
	return true
}

// settle drops what is silenced, contained in a longer entry of the same class, or harmless by its neighbours.
func (m *Marks) settle(d *text.Doc, silenced bool) {
	if len(m.hits) == 0 {
		return
	}
	var small [128]bool
	drop := small[:]
	if len(m.hits) > len(small) {
		drop = make([]bool, len(m.hits))
	}
	var few [32]int
	wide := few[:0] // the hits that can cover others
	for i := range m.hits {
		if h := &m.hits[i]; h.To-h.From > 1 || silenced && h.benign {
			wide = append(wide, i)
		}
	}
	if len(wide) > 0 {
		for _, k := range wide {
			m.cover(k, drop, silenced)
		}
		m.compact(drop)
	}
	m.lonely(d, drop)
	for i := range m.hits {
		for _, c := range m.lex.parents[m.hits[i].own] {
			m.Seen.Add(c)
		}
	}
}

// lonely drops what is harmless by its neighbours, or something only by them.
func (m *Marks) lonely(d *text.Doc, drop []bool) {
	some := false
	for i := range m.hits {
		h := &m.hits[i]
		drop[i] = h.company && (len(h.unless) > 0 && m.near(d, h, h.unless) || len(h.needs) > 0 && !m.near(d, h, h.needs))
		some = some || drop[i]
	}
	if some {
		m.compact(drop)
	}
}

// compact removes the hits marked.
func (m *Marks) compact(drop []bool) {
	n := 0
	for n < len(m.hits) && !drop[n] {
		n++
	}
	for i := n; i < len(m.hits); i++ {
		if !drop[i] {
			m.hits[n] = m.hits[i]
			n++
		}
	}
	m.hits = m.hits[:n]
}

// cover marks the hits that lie in hit k, which is longer and of their class, or a phrase that silences them.
func (m *Marks) cover(k int, drop []bool, silenced bool) {
	hits := m.hits
	o := &hits[k]
	i := k
	for i > 0 && hits[i-1].From == o.From {
		i--
	}
	words := o.To - o.From
	for end := min(o.To, o.From+maxTerm); i < len(hits) && hits[i].From < end; i++ {
		h := &hits[i]
		if h.To > o.To {
			continue
		}
		if words > h.To-h.From && o.own == h.own ||
			silenced && o.benign && !h.benign && (o.silence == nil || slices.ContainsFunc(o.silence, h.Is)) {
			drop[i] = true
		}
	}
}

// near reports whether a hit of one of the classes, other than h itself, stands in the sentence of h.
func (m *Marks) near(d *text.Doc, h *Hit, classes []Class) bool {
	s := d.Sentences[d.Tokens[h.From].Sentence]
	lo, _ := slices.BinarySearchFunc(m.hits, max(s.From, h.From-maxNear), func(a Hit, from int) int { return a.From - from })
	for i := range m.hits[lo:] {
		o := &m.hits[lo+i]
		if o.From >= s.To || o.From > h.From+maxNear {
			return false
		}
		if o.Entry != h.Entry && slices.ContainsFunc(classes, o.Is) && (o.To <= h.From || o.From >= h.To) {
			return true
		}
	}
	return false
}
