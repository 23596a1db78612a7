package identify

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"footprint/internal/analyze/identify/checksum"
)

// made is a generator of numbers of one scheme: # digit, @ letter, anything else itself. Printed forms insert
// separators by group sizes.
type made struct {
	system, label, body string
	check               func(string) bool
	groups              []string // sizes and separator, "4-4-4-4 "
	alone               bool     // found without a label in the grouped form
}

var makers = []made{
	{"card", "credit card number", "4###############", checksum.Card, []string{"4444 ", "4444-"}, true},
	{"card", "card", "5[12345]##############", checksum.Card, []string{"4444 ", ""}, true},
	{"au-medicare", "Medicare number", "2########1", checksum.Medicare, []string{"451 ", "451-"}, true},
	{"au-ihi", "IHI", "800360##########", checksum.IHI, []string{"4444 "}, true},
	{"au-tfn", "TFN", "4########", checksum.TFN, []string{"333 ", "333-", ""}, false},
	{"au-abn", "ABN", "5##########", checksum.ABN, []string{"2333 "}, true},
	{"au-acn", "ACN", "1########", checksum.ACN, []string{"333 ", ""}, false},
	{"nz-nhi", "NHI", "ABC####", checksum.NHI, []string{""}, true},
	{"nz-ird", "IRD number", "12#######", checksum.IRD, []string{"333-", "333 ", ""}, false},
	{"uk-nhs", "NHS number", "4#########", checksum.NHS, []string{"334 ", "334-", ""}, false},
	{"uk-nino", "National Insurance number", "JG######A", checksum.NINO, []string{"22221 ", ""}, true},
	{"us-ssn", "SSN", "3########", checksum.SSN, []string{"324-"}, true},
	{"us-ssn", "social security number", "5########", checksum.SSN, []string{"", "324 "}, false},
	{"us-npi", "NPI", "1#########", checksum.NPI, []string{""}, false},
	{"us-dea", "DEA number", "AB#######", checksum.DEA, []string{""}, false},
	{"ca-sin", "social insurance number", "5########", checksum.SIN, []string{"333 ", "333-", ""}, false},
	{"in-aadhaar", "Aadhaar", "5###########", checksum.Aadhaar, []string{"444 "}, true},
	{"sg-nric", "NRIC", "S#######@", checksum.NRIC, []string{""}, true},
	{"ie-pps", "PPS number", "#######@A", checksum.PPS, []string{""}, true},
	{"za-id", "ID number", "800101#########"[:13], checksum.SouthAfrica, []string{""}, true},
	{"routing", "routing number", "02#######", checksum.Routing, []string{""}, false},
	{"vin", "VIN", "1HGCM82#3#A######", checksum.VIN, []string{""}, true},
}

// valid makes a number that passes, or fails when pass is false.
func (m made) valid(r *rand.Rand, pass bool) string {
	for range 100000 {
		var b strings.Builder
		for i := 0; i < len(m.body); i++ {
			switch c := m.body[i]; c {
			case '#':
				b.WriteByte(byte('0' + r.IntN(10)))
			case '@':
				b.WriteByte(byte('A' + r.IntN(26)))
			case '[':
				end := strings.IndexByte(m.body[i:], ']') + i
				b.WriteByte(m.body[i+1+r.IntN(end-i-1)])
				i = end
			default:
				b.WriteByte(c)
			}
		}
		if m.check(b.String()) == pass {
			return b.String()
		}
	}
	panic("no number for " + m.system)
}

// print inserts separators: "333-" is three groups of three joined by dashes.
func printed(v, groups string) string {
	if groups == "" {
		return v
	}
	sep := groups[len(groups)-1:]
	var parts []string
	for _, g := range groups[:len(groups)-1] {
		n := int(g - '0')
		parts = append(parts, v[:n])
		v = v[n:]
	}
	return strings.Join(parts, sep)
}

func TestLabelledNumbersAreFound(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for _, m := range makers {
		for _, g := range m.groups {
			for _, frame := range []string{"My %s is %s.", "%s: %s", "Please use %s %s when you write", "%[2]s is my %[1]s", "the %s on the form was %s, I think"} {
				for range 5 {
					v := printed(m.valid(r, true), g)
					text := fmt.Sprintf(frame, m.label, v)
					if !has(text, m.system, v) {
						t.Errorf("%s not found in %q: %s", m.system, text, found(text, Options{}))
						break
					}
				}
			}
		}
	}
}

func TestGroupedNumbersSpeakForThemselves(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	for _, m := range makers {
		if !m.alone {
			continue
		}
		v := printed(m.valid(r, true), m.groups[0])
		if text := "It says " + v + " there"; !has(text, m.system, v) {
			t.Errorf("%s not found in %q: %s", m.system, text, found(text, Options{}))
		}
		if m.system == "us-ssn" || m.system == "uk-nino" { // no check digit to fail
			continue
		}
		for range 20 {
			v := printed(m.valid(r, false), m.groups[0])
			if text := "It says " + v + " there"; found(text, Options{}) != "" {
				t.Errorf("%s: %q: %s", m.system, text, found(text, Options{}))
			}
		}
	}
}

func TestOtherNumbersStayNumbers(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	for _, frame := range []string{"order number %s", "Tracking no. %s arrived", "Invoice %s is paid", "population of %s in 2021", "ISBN %s", "flight booking %s"} {
		for _, m := range makers {
			if text := fmt.Sprintf(frame, m.valid(r, true)); found(text, Options{}) != "" {
				t.Errorf("%q: %s", text, found(text, Options{}))
			}
		}
	}
}

func has(text, system, value string) bool {
	for _, h := range Find(text, Options{}) {
		if h.System == system && text[h.Start:h.End] == value {
			return true
		}
	}
	return false
}
