package text

// Parse prepares a passage. It never fails: bytes that are not UTF-8 are kept as unknown characters.
func Parse(s string) *Doc {
	d := &Doc{Original: s, Lang: "und"}
	if s == "" {
		return d
	}
	sc := scan(s)
	d.Tokens = sc.out
	sc.sentences(d)
	sc.clauses(d)
	sc.voices(d)
	negate(d)
	d.Lang, d.Unsupported = language(d)
	return d
}

// Words returns the original text of a range of tokens.
func (d *Doc) Words(r Range) string {
	if r.From >= r.To || r.To > len(d.Tokens) {
		return ""
	}
	return d.Original[d.Tokens[r.From].Start:d.Tokens[r.To-1].End]
}
