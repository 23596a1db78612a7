// Package names marks the names in a text that no word list can know: those of the user and of what is the user's, those
// behind a title, and words known by their shape.
//
// It refuses to judge what a name means, and to guess who bears it.
package names

import (
	"slices"
	"strings"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
	"footprint/internal/footprint"
)

// Classes filled from the user's own data, and from titles.
const (
	Own       = "me.name"      // the user's name or part of it
	Employer  = "me.employer"  // the user's employer
	Place     = "me.place"     // the user's town
	Specialty = "me.specialty" // the user's specialty
	Interest  = "me.interest"  // a declared commercial tie
	Relative  = "me.relative"  // a person who is family or friend
	Titled    = "name.titled"  // "Dr Smith", "Nurse Kelly"
)

// Classes are all that this package marks.
func Classes() []string {
	return []string{Own, Employer, Place, Specialty, Interest, Relative, Titled, Code, Brand, Handle, MedicHandle}
}

// Reader marks names with the entries of one lexicon. Its methods may be called concurrently.
type Reader struct {
	lex              *lexicon.Lexicon
	titled, employer *lexicon.Entry
	shapes           shapes
}

// NewReader returns a reader for a lexicon to which [Classes] were declared.
func NewReader(lex *lexicon.Lexicon) *Reader {
	return &Reader{lex, lex.NewEntry(Titled, "title and name"), lex.NewEntry(Employer, "handle"), newShapes(lex)}
}

// Person holds the user's own names, ready to be found in text.
type Person struct {
	// Known are the single names of the user and of relatives, folded: they name no patients.
	Known map[string]bool

	of    *footprint.Person
	first map[string][]phrase // by first word
}

// Of reports whether the names are those of me.
func (p *Person) Of(me *footprint.Person) bool {
	a := p.of
	return a.Name == me.Name && a.Employer == me.Employer && a.Place == me.Place && a.Specialty == me.Specialty &&
		slices.Equal(a.FormerNames, me.FormerNames) && slices.Equal(a.Interests, me.Interests) && slices.Equal(a.Relatives, me.Relatives)
}

type phrase struct {
	words  []string
	entry  *lexicon.Entry
	proper bool // a name: one word alone counts only with a capital
}

// Person prepares the names of me, which must not change after.
func (r *Reader) Person(me *footprint.Person) *Person {
	p := &Person{of: me, first: map[string][]phrase{}, Known: knownNames(me)}
	add := func(class, s string) {
		var words []string
		for _, t := range text.Parse(s).Tokens {
			if t.Kind == text.Word || t.Kind == text.Number {
				words = append(words, t.Norm)
			}
		}
		if len(words) > 0 && (len(words) > 1 || len(words[0]) > 2) {
			p.first[words[0]] = append(p.first[words[0]], phrase{words, r.lex.NewEntry(class, s), s != strings.ToLower(s)})
		}
	}
	for _, n := range append([]string{me.Name}, me.FormerNames...) {
		add(Own, n)
		if f := strings.Fields(n); len(f) > 1 {
			add(Own, f[len(f)-1])
		}
	}
	for _, n := range employerNames(me.Employer) {
		add(Employer, n)
	}
	add(Place, me.Place)
	add(Specialty, strings.TrimSpace(strings.Split(me.Specialty, "(")[0]))
	for _, n := range me.Interests {
		for _, name := range interestNames(n) {
			add(Interest, name)
		}
	}
	for _, n := range me.Relatives {
		add(Relative, n)
		if f := strings.Fields(n); len(f) > 1 {
			add(Relative, f[0])
		}
	}
	return p
}

// knownNames are the parts of the names of the user and of relatives.
func knownNames(me *footprint.Person) map[string]bool {
	known := map[string]bool{}
	for _, n := range append([]string{me.Name}, me.Relatives...) {
		for _, t := range text.Parse(n).Tokens {
			if t.Kind == text.Word {
				known[t.Norm] = true
			}
		}
	}
	return known
}

// employerNames gives an employer's full name and its short form: "St Brannoc Hospital" is also "St Brannoc".
func employerNames(full string) []string {
	var out []string
	for part := range strings.FieldsFuncSeq(full, func(r rune) bool { return r == ',' || r == '/' || r == ';' || r == '(' || r == ')' }) {
		part = strings.TrimSpace(part)
		out = append(out, part)
		short := part
		for cut := true; cut; {
			cut = false
			for _, kind := range []string{" hospital", " hospitals", " university", " school of medicine", " medical school", " medical centre", " medical center", " health service", " clinic", " practice", " surgery",
				" general", " health", " nhs trust", " trust", " medical school", " infirmary", " district", " regional", " family", " medical", " group", " centre", " of"} {
				if len(short) > len(kind) && strings.EqualFold(short[len(short)-len(kind):], kind) {
					short, cut = short[:len(short)-len(kind)], true
				}
			}
		}
		for _, lead := range []string{"the ", "university of "} {
			if len(short) > len(lead) && strings.EqualFold(short[:len(lead)], lead) {
				short = short[len(lead):]
			}
		}
		if short != part && len(short) > 3 {
			out = append(out, short)
		}
	}
	return out
}

// Mark adds the names in a text to its marks. Without a person (nil), those that are nobody's in particular.
func (r *Reader) Mark(p *Person, d *text.Doc, m *lexicon.Marks) {
	added := false
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Kind != text.Word && t.Kind != text.HashtagPart && t.Kind != text.Handle {
			continue
		}
		if p != nil && len(p.first) > 0 {
			for _, ph := range p.first[strings.TrimSuffix(t.Norm, "'s")] {
				if n := ph.at(d.Tokens[i:]); n > 0 && (n > 1 || !ph.proper || t.Flags&text.Capital != 0 || t.Kind == text.HashtagPart) {
					m.Add(ph.entry, i, i+n)
					added = true
				}
			}
		}
		if t.Kind == text.Handle && p.employerIn(t.Norm) {
			m.Add(r.employer, i, i+1)
			added = true
		}
		if n := titled(d.Tokens, i); n > 0 {
			m.Add(r.titled, i, i+n)
			added = true
		}
		if e := r.shapes.of(t); e != nil {
			m.Add(e, i, i+1)
			added = true
		}
	}
	if added {
		m.Sort()
	}
}

// employerIn reports whether a handle is the employer's: "@WestmarchHosp".
func (p *Person) employerIn(handle string) bool {
	if p == nil {
		return false
	}
	for first, phrases := range p.first {
		if len(first) > 4 && strings.Contains(handle, first) && phrases[0].entry.Class == Employer {
			return true
		}
	}
	return false
}

// at returns the number of tokens the phrase covers at the start of t, 0 if it is not there.
func (ph phrase) at(t []text.Token) int {
	if len(t) < len(ph.words) {
		return 0
	}
	for k, w := range ph.words {
		if n := t[k].Norm; n != w && strings.TrimSuffix(n, "'s") != w {
			return 0
		}
	}
	return len(ph.words)
}

// titled returns the length of a title with names at i: "Dr Smith", "Sister Mary Clarke".
func titled(t []text.Token, i int) int {
	switch t[i].Norm {
	case "dr", "prof", "professor", "mr", "mrs", "ms", "miss", "doctor", "nurse", "matron", "councillor", "associate":
	case "sister":
		if t[i].Flags&text.Capital == 0 {
			return 0
		}
	default:
		return 0
	}
	j := i + 1
	for j < len(t) && t[j].Kind == text.Punct && t[j].Norm == "." {
		j++
	}
	n := 0
	for j < len(t) && n < 3 && t[j].Kind == text.Word && t[j].Flags&text.Capital != 0 && t[j].Clause == t[i].Clause && (t[j].Flags&text.AllCaps == 0 || t[i].Flags&text.AllCaps != 0 || len(t[j].Norm) == 1) {
		j++
		n++
	}
	if n == 0 {
		return 0
	}
	return j - i
}
