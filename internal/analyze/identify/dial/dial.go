// Package dial tells telephone numbers of Australia, New Zealand, the United Kingdom, North America and, with
// a country code, the rest of the world from other runs of digits.
//
// Plans: ACMA numbering plan, NZ NAD, Ofcom National Telephone Numbering Plan, NANPA, ITU-T E.164. Toll-free,
// premium and help lines belong to no private person. A number that a regulator set aside for drama is read as what it
// stands for, someone's line.
package dial

import "strings"

// Form is how a number is written.
type Form struct {
	Digits string // without marks and without the plus sign
	Plus   bool   // a plus sign stands before
	Paren  bool   // an opening bracket stands before
	// Labelled is true when a word near by says that this is a phone number.
	Labelled bool
	Region   string // AU, NZ, UK, US or empty
	Sizes    []int  // digits per group
	Marks    []byte // mark before each group; the first is 0
}

// Number is what the digits are.
type Number struct {
	System   string // country and kind: "au-mobile", "nanp", "international"
	Personal bool   // can be the line of a private person
	Valid    bool   // fits the numbering plan
	Sure     bool   // so written that it can hardly be anything else
}

// Parse reads a phone number; ok is false when the digits are none, or too little speaks for one.
func Parse(f Form) (n Number, ok bool) {
	if len(f.Digits) < 5 || len(f.Digits) > 15 || !f.plausible() {
		return Number{}, false
	}
	if f.Plus {
		return international(f)
	}
	for _, plan := range [...]func(Form) (Number, bool){ireland, southAfrica, india, mobiles, australia, newZealand, britain, northAmerica} {
		if n, ok := plan(f); ok {
			return n, true
		}
	}
	if strings.HasPrefix(f.Digits, "00") && (f.Labelled && len(f.Digits) >= 10 || len(f.Digits) >= 12 && len(f.Sizes) > 2 && f.Marks[1] == ' ') {
		f.Digits = f.Digits[2:]
		return international(f)
	}
	if f.Labelled && len(f.Digits) >= 7 && len(f.Digits) <= 13 && !year(f) {
		return Number{System: "unknown", Personal: true}, true
	}
	return Number{}, false
}

// plausible refuses groupings that no phone number has.
func (f Form) plausible() bool {
	if len(f.Sizes) > 6 {
		return false
	}
	single := 0
	for i, n := range f.Sizes {
		if n == 1 && !(i == 0) {
			single++
		}
	}
	return single <= 1
}

// year reports whether the groups look like years or a date.
func year(f Form) bool {
	return len(f.Sizes) == 2 && f.Sizes[0] == 4 && f.Sizes[1] == 4 && (f.Digits[:2] == "19" || f.Digits[:2] == "20")
}

func (f Form) grouped(sizes ...int) bool {
	if len(f.Sizes) != len(sizes) {
		return false
	}
	for i, n := range sizes {
		if f.Sizes[i] != n {
			return false
		}
	}
	return true
}

func international(f Form) (Number, bool) {
	d := f.Digits
	n := Number{System: "international", Personal: true, Valid: true, Sure: true}
	switch {
	case d[0] == '0' || len(d) < 8:
		return Number{}, false
	case d[0] == '1':
		if len(d) != 11 {
			return Number{}, false
		}
		n.System, n.Personal = "nanp", nanpPersonal(d[1:])
	case strings.HasPrefix(d, "44"), strings.HasPrefix(d, "61"), strings.HasPrefix(d, "64"):
		national := strings.TrimPrefix(d[2:], "0")
		if len(national) < 7 || len(national) > 10 {
			return Number{}, false
		}
		switch d[:2] {
		case "44":
			n.System, n.Personal = "uk", !ukPublic("0"+national)
		case "61":
			n.System, n.Personal = "au", !auPublic("0"+national)
		case "64":
			n.System, n.Personal = "nz", !strings.HasPrefix(national, "800") && !strings.HasPrefix(national, "508")
		}
	}
	return n, true
}

// ireland reads mobile numbers, which are written with a group of three in front.
func ireland(f Form) (Number, bool) {
	d := f.Digits
	if len(d) != 10 || d[:2] != "08" || strings.IndexByte("35679", d[2]) < 0 || f.Sizes[0] != 3 || f.Region == "AU" && !f.grouped(3, 3, 4) {
		return Number{}, false
	}
	return Number{"ie-mobile", true, true, true}, true
}

// southAfrica reads mobile numbers in the grouping that only they have.
func southAfrica(f Form) (Number, bool) {
	d := f.Digits
	ok := len(d) == 10 && d[0] == '0' && d[1] >= '6' && d[1] <= '8' && d[2] != '0' && f.grouped(3, 3, 4) && f.Region != "UK"
	return Number{"za-mobile", true, true, false}, ok
}

// mobiles reads eleven digits of Nigeria and the Philippines and ten of Malaysia, where no British number begins so.
func mobiles(f Form) (Number, bool) {
	d := f.Digits
	switch {
	case len(d) == 10 && d[:2] == "01" && f.grouped(3, 3, 4):
		return Number{"my-mobile", true, true, false}, f.Region != "UK"
	case len(d) != 11 || f.Region == "UK" || !f.grouped(4, 3, 4) && !f.Labelled:
		return Number{}, false
	case d[:3] == "080" && d[3] != '0' && d[3] != '8', d[:3] == "081", d[:2] == "09":
		return Number{"mobile", true, true, false}, true
	}
	return Number{}, false
}

// india reads mobile numbers in two groups of five.
func india(f Form) (Number, bool) {
	d := f.Digits
	ok := len(d) == 10 && d[0] >= '6' && f.grouped(5, 5) && d[7:] != "000" && d[2:5] != "000"
	return Number{"in-mobile", true, true, false}, ok
}

func australia(f Form) (Number, bool) {
	d := f.Digits
	switch {
	case len(d) == 10 && (d[:2] == "04" || d[:2] == "05"):
		return Number{"au-mobile", !auPublic(d), true, len(f.Sizes) > 1}, true
	case len(d) == 10 && d[0] == '0' && strings.IndexByte("2378", d[1]) >= 0 && d[2] >= '2':
		usual := f.grouped(2, 4, 4) || f.grouped(2, 8) || f.grouped(4, 3, 3) && f.Paren
		if (usual || f.Labelled) && f.Region != "UK" {
			return Number{"au-landline", !auPublic(d), true, usual}, true
		}
	case len(d) == 10 && (d[:4] == "1300" || d[:4] == "1800"):
		if f.Sizes[0] == 4 || f.Labelled {
			return Number{"au-service", false, true, true}, true
		}
	case len(d) == 8 && d[:2] == "13" && f.grouped(2, 2, 2, 2):
		return Number{"au-service", false, true, false}, true
	case len(d) == 6 && d[:2] == "13" && (f.grouped(2, 2, 2) && f.Marks[1] == ' ' || f.Labelled):
		return Number{"au-service", false, true, false}, true
	case len(d) == 8 && f.Labelled && strings.IndexByte("23456789", d[0]) >= 0:
		return Number{"local", true, false, false}, !year(f)
	}
	return Number{}, false
}

// auPublic reports service numbers.
func auPublic(d string) bool {
	return strings.HasPrefix(d, "01800") || strings.HasPrefix(d, "01300") || strings.HasPrefix(d, "0190")
}

func newZealand(f Form) (Number, bool) {
	d := f.Digits
	if d[0] != '0' {
		return Number{}, false
	}
	switch {
	case (strings.HasPrefix(d, "0800") || strings.HasPrefix(d, "0508") || strings.HasPrefix(d, "0900")) && len(d) >= 9 && len(d) <= 11 && (f.Sizes[0] == 4 || f.Labelled):
		return Number{"service", false, true, true}, true
	case d[1] == '2' && len(d) == 11 && strings.IndexByte("1257", d[2]) < 0: // an area code of the United Kingdom
	case d[1] == '2' && len(d) >= 9 && len(d) <= 11 && (f.Sizes[0] == 3 || f.Labelled || len(f.Sizes) == 1 && len(d) >= 10 && f.Region != "UK"):
		return Number{"nz-mobile", true, true, len(f.Sizes) > 1}, f.Region != "UK" || len(d) < 11
	case len(d) == 9 && strings.IndexByte("34679", d[1]) >= 0 && (f.grouped(2, 3, 4) || f.grouped(2, 7) || f.Labelled):
		return Number{"nz-landline", true, true, f.grouped(2, 3, 4)}, true
	}
	return Number{}, false
}

func britain(f Form) (Number, bool) {
	d := f.Digits
	if d[0] != '0' || len(d) != 11 && len(d) != 10 {
		return Number{}, false
	}
	n := Number{"uk-landline", !ukPublic(d), len(d) == 11, len(f.Sizes) > 1}
	usual := len(f.Sizes) > 1 && f.Sizes[0] >= 3 && f.Sizes[0] <= 5
	switch d[1] {
	case '7':
		n.System = "uk-mobile"
		return n, len(d) == 11
	case '1', '2':
		return n, usual && len(d) == 11 || f.Labelled
	case '3', '5', '8', '9':
		n.System, n.Personal = "uk-service", false
		return n, usual || f.Labelled
	}
	return Number{}, false
}

// ukPublic reports numbers of services.
func ukPublic(d string) bool {
	for _, p := range [...]string{"0800", "0808", "084", "087", "09", "03"} {
		if strings.HasPrefix(d, p) {
			return true
		}
	}
	return false
}

func northAmerica(f Form) (Number, bool) {
	d, sizes, marks := f.Digits, f.Sizes, f.Marks
	if len(d) == 13 && d[:3] == "001" && sizes[0] == 3 {
		d, sizes, marks = d[3:], sizes[1:], marks[1:]
	} else if len(d) == 11 && d[0] == '1' {
		d = d[1:]
		if sizes[0] == 1 {
			sizes, marks = sizes[1:], marks[1:]
		}
	}
	if len(d) == 7 {
		ok := f.Labelled && len(sizes) == 2 && sizes[0] == 3
		return Number{"local", !strings.HasPrefix(d, "55501"), false, false}, ok
	}
	if len(d) != 10 {
		return Number{}, false
	}
	valid := d[0] >= '2' && d[3] >= '2' && d[1:3] != "11"
	n := Number{"nanp", nanpPersonal(d), valid, false}
	g := Form{Sizes: sizes}
	switch {
	case g.grouped(3, 3, 4):
		n.Sure = valid && (f.Paren || marks[2] == '-')
		if marks[2] == ' ' && !f.Paren && len(f.Digits) == 10 && !f.Plus && f.Region != "US" {
			return n, f.Labelled // as British health numbers are printed
		}
		return n, valid || f.Paren || marks[2] == '-' || f.Labelled
	case g.grouped(3, 7), g.grouped(6, 4):
		return n, valid && (f.Paren || f.Labelled || marks[1] == '-')
	}
	return n, f.Labelled && valid
}

// nanpPersonal is false for toll-free and premium numbers.
func nanpPersonal(d string) bool {
	switch d[:3] {
	case "800", "888", "877", "866", "855", "844", "833", "822", "900":
		return false
	}
	return true
}
