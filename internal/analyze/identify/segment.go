package identify

import (
	"strings"

	"footprint/internal/analyze/identify/checksum"
	"footprint/internal/analyze/identify/dial"
	"footprint/internal/footprint"
)

// claimSegments reads the lines of HL7 messages (version 2) that hold a patient or the next of kin, whose fields are told
// by their place: PID|1||7734120^^^SITE^MR||QUILL^NESSA||19580312|F.
func (s *scan) claimSegments() {
	for at := 0; at < len(s.text); {
		line, next := lineAt(s.text, at)
		if cut := strings.IndexByte(line, '\r'); cut >= 0 { // segments end in a carriage return
			line, next = line[:cut], at+cut+1
		}
		for _, name := range [...]string{"PID|", "NK1|"} {
			if k := strings.Index(line, name); k == 0 || k > 0 && strings.IndexByte(" >\t\v", line[k-1]) >= 0 {
				s.segment(at+k, line[k:])
			}
		}
		at = next
	}
}

func (s *scan) segment(at int, line string) {
	patient := line[0] == 'P'
	for k, field := range strings.Split(line, "|") {
		value, _, _ := strings.Cut(field, "^")
		h := Hit{Start: at, End: at + len(value), Label: true, Personal: true, Confidence: footprint.Likely}
		at += len(field) + 1
		switch {
		case patient && k >= 2 && k <= 4 && len(value) <= 12 && recordShape(strings.ToUpper(value)) && !strings.ContainsAny(value, " :"):
			h.Type, h.System = TypeHealth, "record"
		case patient && k == 7 && len(value) >= 8 && figures(value) == len(value) && isoDate(value[:8]):
			h.Type, h.System, h.Checked = TypeDate, "birth", true
		case patient && k == 19 && checksum.SSN(strings.ReplaceAll(value, "-", "")):
			h.Type, h.System, h.Checked = TypeNational, "us-ssn", true
		case patient && (k == 13 || k == 14) || !patient && k == 5:
			if !dials(value) {
				continue
			}
			h.Type, h.System = TypePhone, "field"
		case (patient && k == 11 || !patient && k == 4) && figures(value) > 0 && len(field) > len(value)+4:
			h.Type, h.System, h.End = TypeAddress, "street", h.Start+len(strings.TrimRight(field, "^"))
		default:
			continue
		}
		s.claims = append(s.claims, h)
	}
}

// dials reports a field that holds a telephone number and nothing else.
func dials(v string) bool {
	plain := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" ()-+.", r) {
			return -1
		}
		return r
	}, v)
	if figures(plain) != len(plain) || len(plain) < 7 {
		return false
	}
	_, ok := dial.Parse(dial.Form{Digits: plain, Plus: v[0] == '+', Labelled: true, Sizes: []int{len(plain)}, Marks: []byte{0}})
	return ok
}
