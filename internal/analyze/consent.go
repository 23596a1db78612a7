package analyze

import (
	"strings"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/patient"
	"footprint/internal/analyze/strict"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// consentSpec is the kind "consent": content about a patient whose consent is claimed but not on record, or whose
// record lacks something: written, specific, given before, noted in the clinical record, stated in the item.
type consentSpec struct {
	Common `yaml:",inline"`
	// Claim are the classes that say consent exists, Case those that mark a teaching case.
	Claim words `yaml:"claim"`
	Case  words `yaml:"case"`
	// Image are the classes of picture labels that show a patient, Harmless those that do not.
	Image    words `yaml:"image"`
	Harmless words `yaml:"harmless"`
}

type consentKind struct {
	spec                          *consentSpec
	claim, teach, image, harmless lexicon.Set
	patients, clinical            lexicon.Set
}

func newConsent(b *build, n *yaml.Node) (detector, error) {
	k := &consentKind{spec: &consentSpec{}}
	if err := strict.Decode(n, k.spec); err != nil {
		return nil, err
	}
	b.set(&k.claim, n.Line, k.spec.Claim, nil)
	b.set(&k.teach, n.Line, k.spec.Case, nil)
	b.set(&k.image, n.Line, k.spec.Image, nil)
	b.set(&k.harmless, n.Line, k.spec.Harmless, nil)
	b.set(&k.patients, n.Line, []string{"people.patients", "people.patient"}, nil)
	b.set(&k.clinical, n.Line, []string{"clinical", "care.unit", "care.did"}, nil)
	return k, nil
}

// Detect compares what the item says of consent with what the register holds.
func (k *consentKind) Detect(c *Context) []Match {
	at := fieldIndex("text")
	p := c.passage(at)
	if p == nil {
		return nil
	}
	claims := p.Marks.HitsAny(k.claim)
	teaches := p.Marks.Seen.Any(k.teach)
	register := c.Item.ConsentRegister
	if register == "" && len(claims) == 0 && !teaches || !k.aboutPatient(c, p, len(claims) > 0, teaches) {
		return nil
	}
	why := k.missing(c.Item, len(claims) > 0)
	if why == "" {
		return nil
	}
	m := Match{Confidence: k.spec.base(), Labels: []string{"patient"}, Why: why}
	for _, h := range claims {
		m.Spans = append(m.Spans, p.Span(h.From, h.To, footprint.SpanTerm))
	}
	return []Match{m}
}

// aboutPatient reports content about a patient: a story, a picture, or patients shown in a gallery.
func (k *consentKind) aboutPatient(c *Context, p *Passage, claimed, teaches bool) bool {
	s := c.story(fieldIndex("text"))
	switch s.Subject {
	case patient.Family, patient.Self, patient.Animal, patient.Simulated, patient.Published:
		return false
	}
	if l := c.Passage("labels"); l != nil && l.Marks.Seen.Any(k.image) && !l.Marks.Seen.Any(k.harmless) {
		return true
	}
	if s.Subject == patient.Patient && (s.Sure >= patient.Told || claimed && s.Mine) {
		return true
	}
	return teaches && (claimed || c.Item.ConsentRegister != "") || c.Item.HasPicture() && c.Item.ConsentRegister != "" && p.Marks.Seen.Any(k.clinical)
}

// missing says in one sentence what the consent lacks, empty when nothing.
func (k *consentKind) missing(it *footprint.Item, stated bool) string {
	reg := strings.ToLower(it.ConsentRegister)
	if reg == "" || reg == "no" || reg == "none" || reg == "false" {
		return "The text speaks of consent or shows a case, but no consent is on record."
	}
	switch {
	case !strings.Contains(reg, "written") || strings.Contains(reg, "not written"):
		return "The consent on record is not written."
	case !stated:
		return "Consent is on record, but the item does not say so."
	case given(reg).After(it.Created) && !it.Created.IsZero():
		return "The consent on record was given after the item was posted."
	case !strings.Contains(reg, "specific") && !strings.Contains(reg, "this post") && !strings.Contains(reg, "this use") && !strings.Contains(reg, "for this"):
		return "The consent on record is not specific to this use."
	case !strings.Contains(reg, "record") && !strings.Contains(reg, "notes"):
		return "The consent is not noted in the clinical record."
	}
	return ""
}
