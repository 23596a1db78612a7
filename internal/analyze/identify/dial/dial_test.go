package dial

import (
	"strings"
	"testing"
)

// form reads a number as written: groups apart, a plus sign or a bracket in front.
func form(written, region string, labelled bool) Form {
	f := Form{Region: region, Labelled: labelled, Plus: strings.HasPrefix(written, "+"), Paren: strings.HasPrefix(written, "(")}
	mark := byte(0)
	size := 0
	for i := range len(written) {
		c := written[i]
		if c >= '0' && c <= '9' {
			if size == 0 {
				f.Marks = append(f.Marks, mark)
			}
			f.Digits += string(c)
			size++
			continue
		}
		if size > 0 {
			f.Sizes = append(f.Sizes, size)
			size = 0
		}
		if mark = c; len(f.Sizes) == 0 {
			mark = 0
		}
	}
	if size > 0 {
		f.Sizes = append(f.Sizes, size)
	}
	return f
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, written, region string
		labelled              bool
		system                string // empty: no phone
		personal              bool
	}{
		{"AU mobile", "0412 345 678", "", false, "au-mobile", true},
		{"AU mobile for drama", "0491 570 156", "", false, "au-mobile", true},
		{"AU landline", "03 9876 5432", "", false, "au-landline", true},
		{"AU service", "1300 123 456", "", false, "au-service", false},
		{"AU abroad", "+61 3 9876 5432", "", false, "au", true},
		{"NZ mobile", "021 555 1234", "", false, "nz-mobile", true},
		{"NZ landline", "04 472 1234", "", false, "nz-landline", true},
		{"NZ toll-free", "0800 123 456", "", false, "service", false},
		{"UK mobile", "07911 123456", "", false, "uk-mobile", true},
		{"UK mobile for drama", "07700 900123", "", false, "uk-mobile", true},
		{"UK London", "020 7123 4567", "", false, "uk-landline", true},
		{"UK with trunk zero abroad", "+44 (0)20 7123 4567", "", false, "uk", true},
		{"UK charity line", "0808 157 0123", "UK", false, "uk-service", false},
		{"US", "415-867-5309", "", false, "nanp", true},
		{"US fiction", "415-555-0123", "", false, "nanp", true},
		{"US toll-free", "(800) 867-5309", "", false, "nanp", false},
		{"US in one piece needs a label", "4158675309", "", false, "", false},
		{"US in one piece with a label", "4158675309", "", true, "nanp", true},
		{"France", "+33 6 12 34 56 78", "", false, "international", true},
		{"too long", "+1234567890123456", "", false, "", false},
		{"seven digits need a label", "867-5309", "", false, "", false},
		{"seven digits with a label", "867-5309", "", true, "local", true},
		{"two years", "2019 2020", "", true, "", false},
		{"a count", "12 345 678", "", false, "", false},
	} {
		n, ok := Parse(form(c.written, c.region, c.labelled))
		if ok != (c.system != "") || n.System != c.system && ok || ok && n.Personal != c.personal {
			t.Errorf("%s: %s: %+v %v", c.name, c.written, n, ok)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("+44 (0)20 7123 4567", "UK", true)
	f.Add("1", "", false)
	f.Fuzz(func(t *testing.T, written, region string, labelled bool) {
		in := form(written, region, labelled)
		if len(in.Sizes) == 0 {
			return
		}
		if n, ok := Parse(in); ok && n.System == "" {
			t.Errorf("%q: no system", written)
		}
	})
}
