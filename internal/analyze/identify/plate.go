package identify

import (
	"strings"

	"footprint/internal/footprint"
)

func plateShape(s string) bool {
	n := figures(s)
	return n >= 1 && n <= 5 && n < len(s)
}

// nationalPlates are the series of Australia, New Zealand, the United Kingdom, Ireland, India, California and Ontario: letters as A,
// digits as 9.
const nationalPlates = " AAA999 AAA99A AA99AA 9AA9AA A999AAA 999AAA AA99AAA 99A9999 99A99999 999A999 999A9999 999A99999 AA99A9999 AA99AA9999 9AAA999 AAA9999 AAAA999 "

// nationalPlate reports a plate of one of the series, which a car near by speaks for.
func nationalPlate(s string) bool {
	return inForm(nationalPlates, s)
}

// inForm reports that one of the forms has letters and digits where s has them.
func inForm(forms, s string) bool {
	var form [14]byte
	if len(s)+2 > len(form) {
		return false
	}
	form[0], form[len(s)+1] = ' ', ' '
	for i := range len(s) {
		if form[i+1] = 'A'; isDigit(s[i]) {
			form[i+1] = '9'
		}
	}
	return strings.Contains(forms, string(form[:len(s)+2]))
}

// ukPlateShape is the current series of Great Britain: AB12 CDE.
func ukPlateShape(s string) bool {
	return figures(s[:2]) == 0 && figures(s[2:4]) == 2 && figures(s[4:]) == 0 && s[0] != 'I' && s[0] != 'Q' && s[0] != 'Z'
}

// iePlateShape is the series of Ireland since 2013: year and half, county, number, as in 231-D-40872.
func iePlateShape(s string) bool {
	n := 4
	if len(s) > 5 && isUpper(s[4]) {
		n = 5
	}
	return figures(s[:3]) == 3 && s[:2] >= "13" && s[:2] <= "35" && (s[2] == '1' || s[2] == '2') && ieCounty(s[3:n]) && figures(s[n:]) == len(s)-n && len(s)-n <= 6
}

// ownForms are the series that little else looks like, so that a car some words away speaks for them too: Great Britain,
// states of Australia, California.
const ownForms = " AA99AAA A999AAA 9AA9AA AAA99A 999AA9 9AAA999 "

// ownSeries reports a plate of a series that little else looks like.
func ownSeries(s string) bool {
	if len(s) < 5 || len(s) > 11 {
		return false
	}
	return len(s) <= 7 && inForm(ownForms, s) || capePlate(s) || iePlateShape(s) || ieOldPlate(s) || inPlate(s) || zaPlate(s)
}

// inPlate is the series of India: state, district, letters and four digits, as in MH 14 GX 6082.
func inPlate(s string) bool {
	n := len(s)
	if n >= 8 && n <= 10 && inState(s[:2]) && figures(s[2:3]) == 1 && figures(s[3:n-4]) == 0 && figures(s[n-4:]) == 4 { // GJ-5-AB-1234
		return true
	}
	if n >= 9 && n <= 10 && s[2:4] == "BH" && figures(s[:2]) == 2 && figures(s[4:8]) == 4 && figures(s[8:]) == 0 { // of the whole country
		return true
	}
	return n >= 9 && n <= 11 && inState(s[:2]) && figures(s[2:4]) == 2 && figures(s[4:n-4]) == 0 && figures(s[n-4:]) == 4
}

// inLicence is how licences to drive are numbered in India: state, office, year, seven digits.
func inLicence(s string) bool {
	return inState(s[:2]) && figures(s[2:]) == 13 && (s[4:6] == "19" || s[4:6] == "20")
}

func inState(s string) bool {
	const states = "AN AP AR AS BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS UA UK UP WB"
	return strings.Contains(states, s)
}

// zaPlate is the series of the provinces of South Africa that stand behind the number: KN 07 RB GP, DSC 482 MP.
func zaPlate(s string) bool {
	if inForm(" AA99AAAA AAA999AA AAA99AA ", s) {
		switch s[len(s)-2:] {
		case "GP", "MP", "NW", "FS", "EC", "NC", "ZN":
			return true
		}
	}
	return false
}

// ownPlate reports that some first groups of the cluster are such a plate; the letters of a town stand apart from the number.
func (s *scan) ownPlate(c *cluster) bool {
	for n := c.n; n > 0; n-- {
		if v := c.compact(n); ownSeries(v) && (n < 3 || len(v) > 7) && (!capePlate(v) || n > 1 && figures(v[:c.size[0]]) == 0) {
			return true
		}
	}
	return false
}

// capePlate is the series of South Africa whose letters name the town: CA 482-917, ND 593 841. It needs a car near by.
func capePlate(s string) bool {
	n := len(s) - figures(s)
	return n >= 2 && n <= 3 && (s[0] == 'C' || s[0] == 'N') && figures(s[n:]) == len(s)-n && len(s)-n >= 4 && len(s)-n <= 6
}

// ieOldPlate is the series of Ireland from 1987 to 2012: 08-KE-3316.
func ieOldPlate(s string) bool {
	n := 3
	if len(s) > 4 && isUpper(s[3]) {
		n = 4
	}
	return figures(s[:2]) == 2 && (s[:2] >= "87" || s[:2] <= "12") && ieCounty(s[2:n]) && figures(s[n:]) == len(s)-n && len(s)-n >= 2 && len(s)-n <= 6
}

func ieCounty(s string) bool {
	const counties = " C CE CN CW D DL G KE KK KY L LD LH LK LM LS MH MN MO OY RN SO T TN TS W WD WH WW WX "
	return strings.Contains(counties, " "+s+" ")
}

// placed reports that the words right before say that something stands there, as in "parked in B12 next to MRI 104".
func (s *scan) placed(c *cluster) bool {
	switch strings.ToLower(wordAt(s, c.first-1)) {
	case "of":
		return !s.says(c.first-2, "driver") && !s.says(c.first-2, "owner")
	case "in", "at", "bay", "to", "near", "into", "room", "from", "on", "level":
		return true
	}
	return false
}

// plateHead reports the first letters of a plate that are also a label: HN 55 PD GP, DL 03 AB 4471.
func (s *scan) plateHead(i int) bool {
	return s.toks[i].end-s.toks[i].start == 2 && s.is(i+1, number) && s.toks[i+1].end-s.toks[i+1].start <= 2 && s.is(i+2, word) && s.groupWord(i+2, 1) && (s.is(i+3, number) || s.is(i+3, word) && s.groupWord(i+3, 1))
}

// model reports three letters and a round number, as engines and motorcycles are named: CBR 600.
func (s *scan) model(c *cluster, n int) bool {
	v := c.compact(n)
	k := len(v) - figures(v)
	return figures(v[:k]) == 0 && small(v[k:])%50 == 0
}

// driven takes a plate of a national series among words of the road: "whoever drives NRZ471, your lights are on". A series that other
// things are numbered by as well needs a word that is said of nothing else.
func (s *scan) driven(c *cluster) int {
	if !c.upper && c.n > 1 || !c.alpha || c.glued(s) || c.n > 4 || s.placed(c) {
		return c.first
	}
	n := c.n
	for n > 0 && !(len(c.compact(n)) > 5 && len(c.compact(n)) < 12 && (nationalPlate(c.compact(n)) || (n < 3 || len(c.compact(n)) > 7) && ownSeries(c.compact(n)) && !capePlate(c.compact(n)))) {
		n--
	}
	if n == 0 {
		return c.first
	}
	some, clear := s.setting(c, onRoad)
	if !clear && !(some && ownSeries(c.compact(n))) || s.model(c, n) {
		return c.first
	}
	return s.add(Hit{Type: TypeVehicle, System: "plate", Personal: true, Confidence: footprint.Possible}, c.first, c.to[n-1])
}
