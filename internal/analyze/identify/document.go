package identify

import (
	"strings"

	"footprint/internal/footprint"
)

// claimMachineRead looks for the lines at the foot of a passport or identity card that machines read (ICAO 9303): number, country,
// birth, sex and expiry in fixed places, "<" for blanks.
func (s *scan) claimMachineRead() {
	for at := 0; at < len(s.text); {
		if !machineByte(s.text[at]) {
			at++
			continue
		}
		end := at
		for end < len(s.text) && machineByte(s.text[end]) {
			end++
		}
		if run := s.text[at:end]; strings.Contains(run, "<<") && (bookletLine(run) || cardLine(run)) {
			s.claims = append(s.claims, Hit{Start: at, End: end, Type: TypePassport, System: "machine-read", Label: true, Personal: true, Confidence: footprint.Likely})
		}
		at = end
	}
}

func machineByte(c byte) bool { return isUpper(c) || isDigit(c) || c == '<' }

// bookletLine reports a line of a passport.
func bookletLine(s string) bool {
	if len(s) >= 30 && s[0] == 'P' && figures(s) == 0 { // the line of the name
		return true
	}
	return len(s) >= 28 && figures(s[:10]) >= 5 && isDigit(s[9]) && figures(s[10:13]) == 0 && figures(s[13:20]) == 7 && strings.IndexByte("MFX<", s[20]) >= 0 && figures(s[21:28]) == 7
}

// cardLine reports the first line of a card: its kind, the country, nine characters of number, a check digit.
func cardLine(s string) bool {
	return len(s) >= 15 && strings.IndexByte("AIC", s[0]) >= 0 && figures(s[1:5]) == 0 && figures(s[5:14]) >= 5 && (isDigit(s[14]) || s[14] == '<')
}

// bookletSeries is how passports of India, South Africa, Australia, New Zealand, Canada, Ireland and newer ones of the USA are
// numbered: one or two letters, six to eight digits.
func bookletSeries(s string) bool {
	n := len(s) - figures(s)
	return (n == 1 || n == 2) && figures(s[n:]) == len(s)-n && len(s)-n >= 6 && len(s) <= 9
}

// travels takes a number as passports have them where the words around are of borders and documents: "the hostel wrote A08815526, RSA".
func (s *scan) travels(c *cluster) int {
	if c.n > 2 || !c.upper || !c.alpha || !bookletSeries(c.all) || c.glued(s) {
		return c.first
	}
	if _, clear := s.setting(c, atBorder); !clear {
		return c.first
	}
	return s.add(Hit{Type: TypePassport, System: "passport", Personal: true, Confidence: footprint.Possible}, c.first, c.to[c.n-1])
}

// farTravel is how many tokens away a word for a document may stand.
const farTravel = 10

// stateCard takes the number of a licence behind the state that gave it, where an identity is checked: "ID checked: QLD 097 331 482".
func (s *scan) stateCard(c *cluster) int {
	from, v := c.first, c.all
	if c.alpha {
		v = v[min(len(v), c.size[0]):]
		if state(s.str(from)) != 2 {
			return c.first
		}
	} else if from--; state(wordAt(s, from)) != 2 {
		return c.first
	}
	if len(v) < 6 || len(v) > 10 || figures(v) != len(v) {
		return c.first
	}
	for k := max(0, from-farTravel); k < min(len(s.toks), c.to[c.n-1]+farTravel); k++ {
		switch wordAt(s, k) {
		case "ID", "licence", "Licence", "license", "permit", "learner", "provisional":
			return s.add(Hit{Type: TypeLicence, System: "licence", Label: true, Personal: true, Confidence: footprint.Possible}, from, c.to[c.n-1])
		}
	}
	return c.first
}

// anaphoric reports that between the end of a sentence at token i and the value at the tokens [from, to) nothing stands but "number" and
// its articles, or what answers a question where the value is all of the answer: the label is in the sentence before, "my learner
// permit came! Number's 084719356", "who sends their TFN? Me. 740 690 559."
func (s *scan) anaphoric(i, from, to int) bool {
	number := to >= len(s.toks) || s.at(to) == '.' || s.at(to) == '\n' || s.at(to) == '!'
	for k := i + 1; k < from; k++ {
		switch w := strings.ToLower(strings.TrimSuffix(wordAt(s, k), "'s")); w {
		case "number", "no":
			number = true
		case "the", "its", "his", "her", "their", "my", "is", "was", "reads", "it", "and", "says", "me", "mine", "ok", "okay", "yes", "here", "sure", "fine", "full":
		case "":
			if s.at(k) != ':' && s.at(k) != '.' && s.at(k) != s.at(i) && s.at(k) != '\'' {
				return false
			}
		default:
			return false
		}
	}
	return number
}
