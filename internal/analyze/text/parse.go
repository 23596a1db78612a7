package text

// Parse prepares a passage. It never fails: bytes that are not UTF-8 are kept as unknown characters.
func Parse(s string) *Doc {
	d := &Doc{}
	d.Read(s)
	return d
}

// Read is Parse in the memory of the passage before, of which nobody may hold a part any more but strings.
func (d *Doc) Read(s string) {
	*d = Doc{Original: s, Meant: s, Lang: "und", Tokens: d.Tokens[:0], Sentences: d.Sentences[:0], Clauses: d.Clauses[:0]}
	if s == "" {
		return
	}
	sc := scan(s, d.Tokens)
	d.Tokens = sc.out
	sc.sentences(d)
	sc.clauses(d)
	sc.voices(d)
	negate(d)
	rank(d.Tokens)
	language(d)
	sc.release()
}

// rank looks up every word once, for all who ask how common it is.
func rank(t []Token) {
	v := words()
	for i := range t {
		if t[i].Kind == Word || t[i].Kind == HashtagPart {
			t[i].Rank = v.rank(t[i].Norm)
		}
	}
}

// Words returns the original text of a range of tokens.
func (d *Doc) Words(r Range) string {
	if r.From >= r.To || r.To > len(d.Tokens) {
		return ""
	}
	return d.Original[d.Tokens[r.From].Start:d.Tokens[r.To-1].End]
}
