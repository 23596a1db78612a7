package identify

import "strings"

// announced reports whether the words right before token i say that somebody lives there.
func (s *scan) announced(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		switch {
		case s.at(k) == '?' || s.at(k) == ';' || s.is(k, word) && s.at(k-1) == '?' && s.at(k+1) == ':': // who answers
			continue
		case s.has(k, lAddress):
			return true
		case s.says(k, "h") && s.at(k+1) == '.' && s.says(k+2, "no"): // as in India
			return true
		case s.dwelling(k):
			return s.says(k-1, "to") || s.says(k-1, "at") || s.says(k-1, "from")
		case s.at(k) == ':' || s.at(k) == '!' || s.at(k) == '.' || s.at(k) == '\n' && k == i-1 || s.at(k) == ',':
			continue
		case s.is(k, word):
			switch strings.ToLower(s.str(k)) {
			case "at", "to", "is", "in", "on", "my", "our", "the", "new", "from", "us", "it", "me", "of", "place", "flat", "unit", "apartment", "no", "number":
				continue
			}
		}
		return false
	}
	return false
}

// placeWithin reports whether a word of the tokens [from, to) names a clinic, shop or office.
func (s *scan) placeWithin(from, to int) bool {
	for k := from; k < to; k++ {
		if s.has(k, lPlace) {
			return true
		}
	}
	return false
}

// placeAfter reports that the words behind an address say that a clinic, shop or office is there: "..., is the hospital with".
func (s *scan) placeAfter(i int) bool {
	if s.at(i) == ',' {
		i++
	}
	return s.forDesk(i) || (s.says(i, "is") || s.says(i, "was")) && s.placeWithin(i+1, min(len(s.toks), i+6))
}

// whereat reports that the words before the number at token i, or the line it begins, say that somewhere is meant.
func (s *scan) whereat(i int) bool {
	switch strings.ToLower(wordAt(s, i-1)) {
	case "at", "number", "outside", "round":
		return true
	}
	return s.at(i-1) == '\n' && i > 1 && s.capital(i-2)
}

// dwelling reports "mine" and its like, where somebody lives: "party at mine, 12b ...".
func (s *scan) dwelling(k int) bool {
	switch w := strings.ToLower(wordAt(s, k)); w {
	case "mine", "ours", "hers", "theirs", "yours", "his":
		return true
	default:
		home, ok := strings.CutSuffix(w, "'s") // "at nana's, 4 tawa lane"
		return ok && kin(home)
	}
}

// placeBefore reports whether a word before token i names a clinic, shop or office.
func (s *scan) placeBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-7 && s.at(k) != '\n'; k-- {
		if s.says(k, "we're") || s.says(k, "i'm") { // "turn at the church, we're 21 Hawthorn Drive"
			return false
		}
		if s.has(k, lPlace) {
			return true
		}
	}
	return false
}
