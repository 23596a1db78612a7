package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
)

// Classes filled from the shape of a word.
const (
	Code        = "shape.code"         // capitals with digits behind them: "MARIA15"
	Brand       = "shape.brand"        // a capitalised word that is no English word
	Handle      = "shape.handle"       // an account's handle
	MedicHandle = "shape.handle.medic" // one that tells of a job in health: "@drkim", "@sam_surg"
)

// shapes are the entries of words known by their shape.
type shapes struct{ code, brand, handle, medic *lexicon.Entry }

func newShapes(l *lexicon.Lexicon) shapes {
	return shapes{l.NewEntry(Code, "code"), l.NewEntry(Brand, "name"), l.NewEntry(Handle, "handle"), l.NewEntry(MedicHandle, "handle")}
}

// of returns the entry a word's shape stands for, nil for ordinary words.
func (s shapes) of(t *text.Token) *lexicon.Entry {
	if t.Kind == text.Handle {
		if medicHandle(t.Norm) {
			return s.medic
		}
		return s.handle
	}
	if t.Flags&text.Capital == 0 || t.Kind != text.Word || len(t.Norm) < 4 {
		return nil
	}
	letters := 0
	for letters < len(t.Norm) && 'a' <= t.Norm[letters] && t.Norm[letters] <= 'z' {
		letters++
	}
	digits := t.Norm[letters:]
	if digits != "" && t.Flags&text.AllCaps != 0 {
		if n := len(t.Norm) - len(digits); n >= 2 && strings.Trim(digits, "0123456789") == "" {
			return s.code
		}
		return nil
	}
	if t.Flags&text.AllCaps != 0 || len(t.Norm) < 5 || digits == "" && t.Rank != 0 || text.Common(strings.TrimSuffix(t.Norm, "'s")) {
		return nil
	}
	return s.brand
}

// medicHandle reports handles with a title, profession or specialty in them.
func medicHandle(h string) bool {
	for _, part := range [...]string{"surg", "nurse", "doctor", "doc_", "_doc", "medic", "ortho", "anaes", "anesth", "_gas", "paeds", "psych", "midwife", "pharm", "radiol",
		"physio", "_md", "_rn", "_gp", "gp_", "_reg", "intern_"} {
		if strings.Contains(h, part) {
			return true
		}
	}
	return strings.HasPrefix(h, "dr") && len(h) > 4
}

// interestNames gives the names in a declared interest: "shareholder: Orbita Devices" is "Orbita Devices", and
// "Orbita" too when that is no English word. An interest without a name ("speaker for a pump maker") gives its
// last words.
func interestNames(s string) []string {
	if _, after, ok := strings.Cut(s, ":"); ok {
		s = after
	}
	words := strings.Fields(s)
	var name []string
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			name = append(name, strings.Trim(w, ".,;()"))
		} else if len(name) > 0 {
			break
		}
	}
	if len(name) > 1 && interestRole(strings.ToLower(name[0])) {
		name = name[1:]
	}
	if len(name) == 0 {
		var out []string
		for _, w := range words {
			if len(w) > 4 && !interestRole(strings.ToLower(w)) {
				out = append(out, strings.ToLower(w))
			}
		}
		return out
	}
	out := []string{strings.Join(name, " ")}
	if len(name) > 1 && len(name[0]) > 3 && !text.Common(strings.ToLower(name[0])) {
		out = append(out, name[0])
	}
	return out
}

// interestRole reports words that say what the tie is, not with whom.
func interestRole(w string) bool {
	switch w {
	case "shares", "shareholder", "shareholding", "owner", "co-owner", "ownership", "adviser", "advisor", "speaker", "speaking", "consultant", "consulting",
		"paid", "fees", "funding", "funded", "research", "grant", "director", "board", "family", "stock", "stocks", "maker", "makers", "manufacturer",
		"company", "companies", "partner", "husband", "brother", "sister", "works", "employee", "honoraria", "member", "advisory", "royalties", "founder", "co-founder":
		return true
	}
	return false
}
