package lexicon

import (
	"cmp"
	"slices"
	"strings"

	"footprint/internal/analyze/text"
)

// unmask adds hits for disguised terms. ids are the words the tokens stand for.
func (l *Lexicon) unmask(d *text.Doc, ids []uint32, m *Marks) {
	u := l.masks
	if len(u.strong) == 0 || d.Unsupported {
		return
	}
	t := d.Tokens
	for i := 0; i < len(t); i++ {
		switch t[i].Kind {
		case text.Word, text.Number, text.Punct:
			if end := chunkEnd(t, i); end > i+1 || end == i+1 && ids[i] == 0 && t[i].Kind == text.Word {
				if end-i <= maxMasked && u.chunk(d, i, end, ids, m) {
					i = end - 1
					continue
				}
			}
			if len(t[i].Norm) == 1 && t[i].Kind == text.Word {
				i = u.spaced(d, i, m)
			}
		case text.HashtagPart:
			if ids[i] == 0 {
				u.word(t[i], i, m)
			}
		case text.Handle:
			if term := "a" + t[i].Norm; u.strong[term] != 0 {
				u.add(term, i, i+1, m)
			}
		}
	}
	u.more(d, m)
}

// chunkEnd returns the end of a run of tokens written without spaces that mixes letters with symbols or
// digits, or i+1.
func chunkEnd(t []text.Token, i int) int {
	if i > 0 && t[i-1].End == t[i].Start && t[i-1].Kind != text.Emoji && t[i-1].Kind <= text.Punct {
		return i // inside a run that was looked at from its start
	}
	j := i + 1
	for j < len(t) && t[j].Start == t[j-1].End && t[j].Kind <= text.Punct && j-i <= maxMasked {
		j++
	}
	for j > i+1 && t[j-1].Kind == text.Punct && strings.IndexByte(".,;:!?)\"'", t[j-1].Norm[0]) >= 0 {
		j--
	}
	return j
}

// chunk tries to read tokens [i,j) as one disguised term.
func (u *unmasker) chunk(d *text.Doc, i, j int, ids []uint32, m *Marks) bool {
	if j == i+1 {
		return u.word(d.Tokens[i], i, m)
	}
	letters, symbols := 0, 0
	for k := i; k < j; k++ {
		switch t := &d.Tokens[k]; {
		case t.Kind == text.Word:
			letters += len(t.Norm)
		case t.Kind == text.Number:
			symbols++
		case strings.IndexByte("*@$!#%|+_.-&^", t.Norm[0]) < 0:
			return false
		default:
			symbols++
		}
	}
	if letters == 0 || symbols == 0 || letters > maxMasked {
		return false
	}
	var b strings.Builder
	for k := i; k < j; k++ {
		b.WriteString(d.Tokens[k].Norm)
	}
	raw := strings.Trim(b.String(), "._-&^+#|")
	if term := u.leet(raw); term != "" {
		u.add(term, i, j, m)
		return true
	}
	return false
}

// word tries to read one token as a disguised term.
func (u *unmasker) word(t text.Token, i int, m *Marks) bool {
	w := t.Norm
	if len(w) < 3 || len(w) > maxMasked {
		return false
	}
	if !plain(w) {
		if strings.IndexByte(w, '_') >= 0 {
			if s := strings.ReplaceAll(w, "_", ""); u.strong[s] != 0 {
				u.add(s, i, i+1, m)
				return true
			}
		}
		if term := u.leet(w); term != "" {
			u.add(term, i, i+1, m)
			return true
		}
		return false
	}
	if t.Rank != 0 || pluralOfCommon(w) {
		return false
	}
	name := isName(&t)
	term := u.variants[w]
	if name && term != "" {
		return false
	}
	if term == "" {
		term = u.doubled(w)
	}
	if term == "" && t.Kind == text.Word && !name {
		term = u.joined(w)
	}
	if term == "" {
		return false
	}
	u.add(term, i, i+1, m)
	return true
}

// spaced joins a run of single letters ("f u c k", "f.u.c.k") and returns the last token it used.
func (u *unmasker) spaced(d *text.Doc, i int, m *Marks) int {
	t := d.Tokens
	var b [maxMasked]byte
	n, j, end := 0, i, i
	var term string
	for j < len(t) && n < len(b) {
		switch {
		case t[j].Kind == text.Word && len(t[j].Norm) == 1:
			b[n] = t[j].Norm[0]
			n++
		case t[j].Kind == text.Punct && strings.IndexByte(".-*_/", t[j].Norm[0]) >= 0 && n > 0:
			j++
			continue
		default:
			n = len(b) // ends the run
			continue
		}
		j++
		if n >= 3 && u.strong[string(b[:n])] != 0 {
			term, end = string(b[:n]), j
		}
	}
	if term == "" || end-i < 3 {
		return i
	}
	u.add(term, i, end, m)
	return end - 1
}

func (u *unmasker) add(term string, from, to int, m *Marks) {
	for _, e := range u.lex.at(u.strong[term]) {
		m.hits = append(m.hits, Hit{Entry: e.Entry, From: from, To: to})
	}
}

// more adds the rarer disguises where nothing was found yet.
func (u *unmasker) more(d *text.Doc, m *Marks) {
	next := 0
	found := u.finder.Find(d.Original, func(start int) string {
		for next < len(d.Tokens) && d.Tokens[next].Start < start {
			next++
		}
		if next == len(d.Tokens) || d.Tokens[next].Start > start || !asWritten(d, &d.Tokens[next]) {
			return ""
		}
		return d.Tokens[next].Norm
	}, u.ordinary)
	if len(found) == 0 {
		return
	}
	taken := make([]bool, len(d.Tokens)) // tokens that a strong term covers already
	for _, h := range m.hits {
		if u.strong[h.Term] != 0 {
			for i := h.From; i < h.To; i++ {
				taken[i] = true
			}
		}
	}
	for _, h := range found {
		from, _ := slices.BinarySearchFunc(d.Tokens, h.Start, func(t text.Token, at int) int { return cmp.Compare(t.End, at+1) })
		to := from
		for to < len(d.Tokens) && d.Tokens[to].Start < h.End {
			to++
		}
		if to > from && !slices.Contains(taken[from:to], true) {
			u.add(h.Term, from, to, m)
			for i := from; i < to; i++ {
				taken[i] = true
			}
		}
	}
}

// asWritten reports a frequent word that is written in ASCII letters, whatever their case.
func asWritten(d *text.Doc, t *text.Token) bool {
	if t.Rank == 0 || len(t.Norm) != t.End-t.Start {
		return false
	}
	for i, c := range []byte(d.Original[t.Start:t.End]) {
		if c |= 0x20; c < 'a' || c > 'z' || c != t.Norm[i] {
			return false
		}
	}
	return true
}
