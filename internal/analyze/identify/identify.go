// Package identify finds identifiers in free text: card, tax, health and document numbers, phones,
// addresses, birth dates, credentials and the like.
//
// Three rules hold everywhere: check the arithmetic, look at the words around, never call a number two
// things. A number that passes no check and has no label is not reported, and doses, scores, prices, years,
// versions, order numbers and the like are not identifiers. Find reads the text once, in linear time, keeps
// nothing and judges nobody: whether an identifier should stand where it stands is for the rules to say.
package identify

import (
	"slices"
	"strings"
	"sync"

	"footprint/internal/footprint"
)

// Types of a [Hit]: the fact types of footprint.Span that this package can find.
const (
	TypeName       = "name"
	TypeAge        = "age"
	TypeDate       = "date"
	TypePhone      = "phone"
	TypeEmail      = "email"
	TypeCard       = "card"
	TypeBank       = "bank"
	TypeNational   = "national_id"
	TypeHealth     = "health_id"
	TypePassport   = "passport"
	TypeLicence    = "licence"
	TypeAddress    = "address"
	TypeVehicle    = "vehicle"
	TypeBusiness   = "business_id"
	TypeIP         = "ip"
	TypeURL        = "url"
	TypeUsername   = "username"
	TypeCredential = "credential"
	TypeOther      = "other_id"
)

// Hit is one identifier. Hits come in order of their place and never overlap.
type Hit struct {
	// Start and End are byte offsets, End exclusive. They enclose the value, not its label.
	Start, End int
	// Type is one of the Type constants.
	Type string
	// System names the scheme inside the type, for instance "nz-nhi", "visa", "au-mobile", "birth".
	System string
	// Label is true when a word near by says what the value is.
	Label bool
	// Checked is true when the value passes the arithmetic of its scheme.
	Checked    bool
	Confidence footprint.Confidence
	// Personal is true when the value belongs to a private person or opens something: not for help lines,
	// toll-free and fiction numbers, business and register numbers, links, handles, and ordinary dates.
	Personal bool
}

// Options tell what the text alone cannot.
type Options struct {
	// Region is AU, NZ, UK or US: it decides between readings that are equally good. Empty means unknown.
	Region string
}

// Find returns the identifiers of the text.
func Find(text string, opt Options) []Hit {
	spelt := strings.Contains(text, "dot") || strings.Contains(text, "DOT")
	homes := strings.Contains(text, "Cottage, ")
	if !spelt && !strings.ContainsAny(text, "0123456789@:=_") && !homes && !wordy(text) {
		return nil // whatever stands there, no value can
	}
	s := scans.Get().(*scan)
	s.text, s.opt = text, opt
	defer s.release()
	worth := s.tokenize() || homes
	if spelt || s.apart {
		s.claimSpelt()
	}
	if s.spoken >= leastSpoken || s.spoken > 0 && strings.Contains(text, "ve at ") {
		s.claimSpoken()
	}
	if s.barred {
		s.claimSegments()
	}
	if s.filled {
		s.claimMachineRead()
	}
	s.settle()
	if worth && strings.IndexByte(text, '\n') > 0 {
		s.columns()
	}
	if !worth && len(s.claims) == 0 {
		return nil
	}
	s.walk()
	s.holders()
	slices.SortFunc(s.hits, func(a, b Hit) int { return a.Start - b.Start })
	return s.hits
}

// wordy reports that a text without figures may still hold a value: words that come before one, or numbers that are read out. Each is
// looked for by its rarest letters.
func wordy(text string) bool {
	return strings.Contains(text, "maiden") || strings.Contains(text, " name is ") || strings.Contains(text, "zero") || strings.Contains(text, "oh ") ||
		strings.Contains(text, "umber") || strings.Contains(text, "ve at ") || strings.Contains(text, "ineteen ") || strings.Contains(text, ".com/")
}

// settle puts the claims in order; of two that overlap the first stays.
func (s *scan) settle() {
	if len(s.claims) < 2 {
		return
	}
	slices.SortStableFunc(s.claims, func(a, b Hit) int { return a.Start - b.Start })
	kept := s.claims[:1]
	for _, c := range s.claims[1:] {
		if c.Start >= kept[len(kept)-1].End {
			kept = append(kept, c)
		}
	}
	s.claims = kept
}

// scans keep the room for their tokens from text to text.
var scans = sync.Pool{New: func() any { return &scan{} }}

// maxKept is the number of tokens up to which their room is kept.
const maxKept = 1 << 12

func (s *scan) release() {
	*s = scan{toks: s.toks[:0]}
	if cap(s.toks) <= maxKept {
		scans.Put(s)
	}
}

// walk goes through the tokens once; what a recogniser takes, no other sees.
func (s *scan) walk() {
	for i := 0; i < len(s.toks); {
		next := i + 1
		if s.inert(i) {
			i = next
			continue
		}
		for _, recognise := range [...]func(*scan, int) int{
			(*scan).claimed, (*scan).secret, (*scan).securityAnswer, (*scan).name, (*scan).username,
			(*scan).network, (*scan).masked, (*scan).address, (*scan).date, (*scan).number, (*scan).age,
		} {
			if n := recognise(s, i); n > i {
				next = n
				break
			}
		}
		i = next
	}
}

// inert reports a token with which nothing begins, as is most of a text: no recogniser has to be asked.
func (s *scan) inert(i int) bool {
	t := &s.toks[i]
	if t.label != 0 || s.claim < len(s.claims) {
		return false
	}
	switch t.shape {
	case symbol:
		return t.mark != '@' && t.mark != ':' && t.mark != '*' && t.mark != '#'
	case word:
		if next := s.at(i + 1); next == ':' || next == '-' || next == '.' || next == '/' && t.end-t.start == 1 { // addresses and keys go on
			return false
		}
		c := s.text[t.start]
		return !s.capital(i) && t.end-t.start < minKey && c != 'h' && c != 'w' // nor do links: "https", "www"
	}
	return false
}

// add records a hit over the tokens [from, to) and returns to.
func (s *scan) add(h Hit, from, to int) int {
	h.Start, h.End = s.toks[from].start, s.toks[to-1].end
	s.hits = append(s.hits, h)
	return to
}
