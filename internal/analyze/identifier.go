package analyze

import (
	"slices"
	"strings"

	"footprint/internal/analyze/identify"
	"footprint/internal/analyze/patient"
	"footprint/internal/analyze/strict"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// identifierSpec is the kind "identifier": numbers, addresses, dates of birth, credentials; see package
// identify.
//
//	kind: identifier
//	in: [text, ocr]          # text, title, ocr, description unless told
//	types: [card, bank]      # any unless told
//	systems: [birth]         # any unless told; not_systems leaves some out
//	public: true             # those that belong to no private person too
type identifierSpec struct {
	Common     `yaml:",inline"`
	In         words `yaml:"in"`
	Types      words `yaml:"types"`
	Systems    words `yaml:"systems"`
	NotSystems words `yaml:"not_systems"`
	Public     bool  `yaml:"public"`
}

type identifierKind struct {
	spec   *identifierSpec
	fields []int
}

func newIdentifier(_ *build, n *yaml.Node) (detector, error) {
	s := &identifierSpec{}
	if err := strict.Decode(n, s); err != nil {
		return nil, err
	}
	if len(s.In) == 0 {
		s.In = words{"text", "title", "ocr", "description"}
	}
	k := &identifierKind{spec: s}
	for _, name := range s.In {
		if i := fieldIndex(name); i >= 0 {
			k.fields = append(k.fields, i)
		}
	}
	return k, nil
}

// identifiers returns what package identify finds in a field, once per item.
func (c *Context) identifiers(i int) []identify.Hit {
	if !c.sought[i] {
		c.sought[i] = true
		s := c.fieldText(passageFields[i])
		c.found[i] = identify.Find(s[:min(len(s), maxText)], identify.Options{Region: c.Me.Jurisdiction})
	}
	return c.found[i]
}

// Detect reports all identifiers of an item together.
func (k *identifierKind) Detect(c *Context) []Match {
	m := Match{Confidence: footprint.Weak}
	var names []string
	checked := false
	for _, i := range k.fields {
		field := passageFields[i]
		for _, h := range c.identifiers(i) {
			if !k.wanted(c, i, h) {
				continue
			}
			m.Confidence = max(m.Confidence, h.Confidence)
			m.Spans = append(m.Spans, footprint.Span{Field: field, Start: h.Start, End: h.End, Type: h.Type})
			checked = checked || h.Checked && !h.Label
			if n := typeName(h); !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	if len(m.Spans) == 0 {
		return nil
	}
	for _, i := range k.fields { // whose they are belongs to the evidence
		for _, h := range c.identifiers(i) {
			if h.Type == identify.TypeName || h.Label && h.Type == identify.TypeAge {
				m.Spans = append(m.Spans, footprint.Span{Field: passageFields[i], Start: h.Start, End: h.End, Type: h.Type})
			}
		}
	}
	m.Why = "Shows " + joinWords(names) + "."
	if checked {
		m.Raised = []string{"the check digit is right"}
	}
	if m.Confidence == footprint.Weak {
		m.Lowered = []string{"the check digit is wrong"}
	}
	return []Match{m}
}

func (k *identifierKind) wanted(c *Context, i int, h identify.Hit) bool {
	s := k.spec
	if !h.Personal && !s.Public || len(s.Types) > 0 && !slices.Contains(s.Types, h.Type) ||
		len(s.Systems) > 0 && !slices.Contains(s.Systems, h.System) || slices.Contains(s.NotSystems, h.System) {
		return false
	}
	return h.System != "born" || c.Item.Kind == footprint.KindProfile || firstPerson(c.fieldText(passageFields[i])[:h.Start]) || c.tellsOfPatient(i) ||
		c.Me.Professional() && otherPerson(c.fieldText(passageFields[i])[:h.Start])
}

// tellsOfPatient reports that a professional tells of a patient, whose day of birth it then is: "the knee chap, born 3 May 1961".
func (c *Context) tellsOfPatient(i int) bool {
	if !c.Me.Professional() {
		return false
	}
	s := c.story(i)
	return s != nil && s.Subject == patient.Patient && s.Person && s.Sure >= patient.Told
}

// firstPerson reports whether the words right before a date of birth are the speaker's own: "I was born on".
func firstPerson(before string) bool {
	said := strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(strings.TrimRight(before, " "), " on"), "born"))
	if said == "" || strings.IndexByte(".!?\n", said[len(said)-1]) >= 0 { // a sentence that leaves out "I was"
		return true
	}
	f := strings.Fields(strings.ToLower(before[max(0, len(before)-30):]))
	return strings.Contains(before[max(0, len(before)-60):], "I'm ") || slices.Contains(f, "i") || slices.Contains(f, "i'm") || slices.Contains(f, "my") || len(before) < 8
}

// otherPerson reports whether the words right before a date of birth are of somebody at work: "she was born on", "the one born".
func otherPerson(before string) bool {
	f := strings.FieldsFunc(strings.ToLower(before[max(0, len(before)-24):]), func(r rune) bool { return r == ' ' || r == ',' })
	return slices.ContainsFunc([]string{"he", "she", "he's", "she's", "one", "patient", "pt", "chap", "lady", "gentleman", "bloke", "lad", "fella", "lass", "client"}, func(w string) bool { return slices.Contains(f, w) })
}

// typeName is how the report calls an identifier.
func typeName(h identify.Hit) string {
	switch h.Type {
	case identify.TypeDate:
		return "a date of birth"
	case identify.TypePhone:
		return "a phone number"
	case identify.TypeEmail:
		return "an e-mail address"
	case identify.TypeCard:
		return "a payment card number"
	case identify.TypeBank:
		return "a bank account"
	case identify.TypeNational:
		return "a national or tax number"
	case identify.TypeHealth:
		return "a health or record number"
	case identify.TypePassport:
		return "a passport number"
	case identify.TypeLicence:
		return "a licence number"
	case identify.TypeAddress:
		return "an address"
	case identify.TypeVehicle:
		return "a vehicle number"
	case identify.TypeIP:
		return "a network address"
	case identify.TypeUsername:
		return "a user name"
	case identify.TypeCredential:
		if h.System == "security-answer" {
			return "the answer to a security question"
		}
		return "a password or code"
	case identify.TypeName:
		return "a name"
	}
	return "a personal number"
}

// joinWords writes "a, b and c".
func joinWords(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1]
}
