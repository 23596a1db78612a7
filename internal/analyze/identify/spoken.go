package identify

import (
	"strings"

	"footprint/internal/analyze/identify/dial"
	"footprint/internal/footprint"
)

// leastSpoken is how many words for digits a number that is read out has at least.
const leastSpoken = 3

// said is what a word can stand for in a number that is read out: 0 for none, its value plus one up to ninety, or one of the
// others. The list is in the order of the values.
type said = uint8

const (
	saidTwice said = 200 + iota
	saidThrice
	saidHundred
	saidThousand
)

// spokenWords are the words of a number that is read out.
var spokenWords = func() map[string]said {
	all := map[string]said{"oh": 1, "nought": 1, "naught": 1, "double": saidTwice, "triple": saidThrice, "treble": saidThrice, "hundred": saidHundred, "thousand": saidThousand}
	for n, w := range strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen") {
		all[w] = said(n) + 1
	}
	for n, w := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		all[w] = said(n)*10 + 21
	}
	return all
}()

// value returns the number from 0 to 99 that token i names, -1 for others.
func (s *scan) valueSaid(i int) int {
	if i < 0 || i >= len(s.toks) || s.toks[i].said == 0 || s.toks[i].said >= saidTwice {
		return -1
	}
	return int(s.toks[i].said) - 1
}

// spokenDigit returns the digit that token i names, -1 for others.
func (s *scan) spokenDigit(i int) int {
	if v := s.valueSaid(i); v < 10 {
		return v
	}
	return -1
}

// readout is a number in words: the digits, and the tokens and words it takes.
type readout struct {
	digits   string
	from, to int
	words    int
}

// maxRead bounds the digits of a number that is read out.
const maxRead = 20

// readOut reads the number in words that begins at token i: "oh four one two", "double-three", "nine hundred", "fifty-six". Commas
// and dashes may stand between; after three words, figures too.
func (s *scan) readOut(i int) (r readout) {
	var digits []byte
	r.from, r.to = i, i
	pause := false
	for k := i; k < len(s.toks) && len(digits) < maxRead; {
		next := k + 1
		switch v := s.valueSaid(k); {
		case v >= 20:
			if unit := s.unitSaid(next); unit > next-1 {
				v += s.valueSaid(unit)
				next = unit + 1
			}
			digits = append(digits, byte('0'+v/10), byte('0'+v%10))
		case v >= 10:
			digits = append(digits, '1', byte('0'+v-10))
		case v >= 0:
			digits = append(digits, byte('0'+v))
		case s.toks[k].said >= saidHundred && len(digits) > 0:
			digits = append(digits, "000"[:2+s.toks[k].said-saidHundred]...)
		case s.toks[k].said >= saidTwice && s.unitSaid(next) >= next:
			unit := s.unitSaid(next)
			for range 2 + s.toks[k].said - saidTwice {
				digits = append(digits, byte('0'+s.valueSaid(unit)))
			}
			next = unit + 1
		case s.is(k, number) && r.words > 2:
			digits = append(digits, s.str(k)...)
		case !pause && len(digits) > 0 && (s.at(k) == ',' || s.at(k) == '-'):
			pause = true
			k = next + btoi(s.says(next, "then"))
			continue
		default:
			r.digits = string(digits)
			return r
		}
		pause, r.to = false, next
		r.words += next - k
		k = next
	}
	r.digits = string(digits)
	return r
}

// unitSaid returns the token of a digit in words at k or behind a hyphen there, -1 for others.
func (s *scan) unitSaid(k int) int {
	if s.at(k) == '-' && s.adjacent(k-1) && s.adjacent(k) {
		k++
	}
	if s.spokenDigit(k) >= 0 {
		return k
	}
	return -1
}

// claimSpoken looks for numbers that are read out: telephones by their first digits, others by the label before them, houses by the
// street behind.
func (s *scan) claimSpoken() {
	for i := 0; i < len(s.toks); i++ {
		if s.toks[i].said == 0 {
			continue
		}
		r := s.readOut(i)
		if h, ok := s.spokenNumber(&r); ok {
			s.claims = append(s.claims, h)
		} else if to := s.spokenHouse(&r); to > i {
			s.claims = append(s.claims, Hit{Start: s.toks[i].start, End: s.toks[to-1].end, Type: TypeAddress, System: "street", Label: true, Personal: !s.placeBefore(i), Confidence: footprint.Possible})
			r.to = to
		}
		i = max(i, r.to-1)
	}
}

// spokenNumber tells what is read out.
func (s *scan) spokenNumber(r *readout) (h Hit, ok bool) {
	if r.words < leastSpoken || len(r.digits) < leastSpoken || counts(r.digits) {
		return h, false
	}
	h = Hit{Start: s.toks[r.from].start, End: s.toks[r.to-1].end, Personal: true, Confidence: footprint.Possible}
	found, n := s.around(r.from, r.to)
	for _, l := range found[:n] {
		switch {
		case l.words > 5:
		case l.label&(lNot|lVersion) != 0:
			return h, false
		case l.label&lPhone != 0:
			h.Type, h.System, h.Label = TypePhone, "spoken", true
			return h, l.label&lPlace == 0 && spokenPhone(r.digits, true)
		case l.label&lPin != 0 && l.words < 2 && len(r.digits) <= 6 && len(r.digits) > 3 && s.says(r.from-1, "is"):
			h.Type, h.System, h.Label = TypeCredential, "pin", true
			return h, true
		}
		for k := range schemes {
			sc := &schemes[k]
			if v := r.digits; sc.labels&l.label == 0 || l.words > 5 || len(v) < max(sc.least, 6) || len(v) > sc.most || sc.shape != nil && !sc.shape(v) || sc.check != nil && !sc.check(v) || sc.typ == TypeVehicle {
				continue
			}
			h.Type, h.System, h.Label, h.Checked, h.Personal = sc.typ, sc.system, true, sc.check != nil, !sc.public
			return h, true
		}
	}
	h.Type, h.System = TypePhone, "spoken"
	return h, spokenPhone(r.digits, false)
}

// counts reports digits that count up or down.
func counts(d string) bool {
	return strings.Contains("01234567890", d[1:]) || strings.Contains("9876543210", d[1:])
}

// spokenPhone reports digits that can be a telephone of somebody; without a label they begin as such numbers do at home.
func spokenPhone(d string, labelled bool) bool {
	if len(d) < 9 || len(d) > 13 || d[0] != '0' && !(labelled && len(d) == 10) {
		return false
	}
	n, ok := dial.Parse(dial.Form{Digits: d, Labelled: true, Sizes: []int{len(d)}, Marks: []byte{0}})
	return ok && n.Personal
}

// spokenHouse returns the token behind an address whose number is read out where somebody lives: "i live at forty one brickfield
// terrace".
func (s *scan) spokenHouse(r *readout) int {
	switch strings.ToLower(wordAt(s, r.from-1)) {
	case "at", "is", "to", "number":
	default:
		return r.from
	}
	if r.words == 0 || len(r.digits) > 4 || s.at(r.to) != 0 || !s.announced(r.from) {
		return r.from
	}
	end, sure := s.streetName(r.to, true)
	if end == 0 || !sure || end > r.to+3 || s.toks[r.to].end-s.toks[r.to].start < 4 {
		return r.from
	}
	for k := r.to; k < end-1; k++ {
		switch strings.ToLower(wordAt(s, k)) {
		case "down", "from", "along", "across", "away", "doors", "blocks", "streets", "minutes", "hours", "miles", "different", "other", "the", "long", "busy", "quiet":
			return r.from
		}
	}
	return end
}

// ordinalRead reports a day that is read out before the month at token i: "third of May".
func (s *scan) ordinalRead(i int) bool {
	if !s.capital(i) && !s.says(i-1, "of") || s.owned(i-2) {
		return false
	}
	return s.ordinalWord(i - 1 - btoi(s.says(i-1, "of")))
}

func (s *scan) ordinalWord(i int) bool {
	switch strings.ToLower(wordAt(s, i)) {
	case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
		"seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth":
		return true
	}
	return false
}

// ordinalAt returns where the day stands that is read out before the month at token i, "of" between or not.
func (s *scan) ordinalAt(i int) int {
	day := i - 1 - btoi(s.says(i-1, "of"))
	ten := day - 1 - btoi(s.at(day-1) == '-')
	if v := s.valueSaid(ten); (v == 20 || v == 30) && !s.owned(ten) { // "twenty-first"
		return ten
	}
	return day
}

// yearRead returns the token after a year that is read out at token k, "nineteen fifty-two", "two thousand and four", "twenty
// twelve"; k where none is.
func (s *scan) yearRead(k int) int {
	next := k + 1
	switch century := s.valueSaid(k); {
	case century == 2 && next < len(s.toks) && s.toks[next].said == saidThousand:
		next += 1 + btoi(s.says(next+1, "and"))
		if s.valueSaid(next) < 1 {
			return k + 2
		}
	case century != 19 && century != 20:
		return k
	case s.valueSaid(next) == 0 && s.spokenDigit(next+1) > 0: // "nineteen oh six"
		return next + 2
	case s.valueSaid(next) < 10:
		return k
	}
	if s.valueSaid(next) >= 20 {
		if unit := s.unitSaid(next + 1); unit > next {
			return unit + 1
		}
	}
	return next + 1
}
