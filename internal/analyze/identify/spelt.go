package identify

import (
	"strings"

	"footprint/internal/footprint"
)

// maxParts bounds the parts of one side of an address that is written out.
const maxParts = 6

// claimSpelt looks for e-mail addresses that are written out to escape machines: "maria dot lopez at mail dot com",
// "sam [at] health [dot] govt.nz".
func (s *scan) claimSpelt() {
	for i := range s.toks {
		bracketed := s.at(i-1) == '[' || s.at(i-1) == '(' || s.at(i-1) == '{'
		if !s.says(i, "at") && (s.at(i) != '@' || s.adjacent(i) && !bracketed) {
			continue
		}
		left, right := i-1, i+1
		if bracketed {
			left, right = i-2, i+2
		}
		from, parts := s.local(left)
		to, spelt := s.domain(right)
		if to == 0 || from > left || !spelt && !bracketed || parts < 2 && !bracketed && s.at(i) != '@' && !s.givenAt(from) {
			continue
		}
		if n := len(s.claims); n > 0 && s.claims[n-1].End > s.toks[from].start {
			continue
		}
		s.claims = append(s.claims, Hit{Start: s.toks[from].start, End: s.toks[to-1].end, Type: TypeEmail, System: "email", Checked: true,
			Confidence: footprint.Likely, Personal: parts > 1 || !office(s.str(left))})
	}
}

// says reports that token i is the word, whatever its case.
func (s *scan) says(i int, w string) bool { return s.is(i, word) && strings.EqualFold(s.str(i), w) }

// point reports a dot at token i, written out or not, and the token after it.
func (s *scan) point(i int) (next int, spelt, ok bool) {
	if (s.at(i) == '[' || s.at(i) == '(' || s.at(i) == '{') && s.says(i+1, "dot") {
		return i + 3, true, i+2 < len(s.toks)
	}
	if s.says(i, "dot") {
		return i + 1, true, true
	}
	apart := !s.adjacent(i-1) && !s.adjacent(i) // "mail . com"
	return i + 1, apart, s.at(i) == '.' && (apart || s.adjacent(i-1) && s.adjacent(i))
}

// local reads the part before the "at" backwards from token i, and counts its parts.
func (s *scan) local(i int) (from, parts int) {
	from = i + 1
	for i >= 0 && parts < maxParts && s.toks[i].shape != symbol {
		from, parts = i, parts+1
		if s.is(i, code) {
			parts++
		}
		switch {
		case s.says(i-1, "dot") || s.says(i-1, "underscore"), (s.at(i-1) == '.' || s.at(i-1) == '-') && s.adjacent(i-1) == s.adjacent(i-2):
			i -= 2
		case s.says(i-2, "dot") && s.at(i-1) != 0:
			i -= 4
		default:
			return from, parts
		}
	}
	return from, parts
}

// domain reads the part after the "at"; to is 0 when it ends in nothing that ends an address.
func (s *scan) domain(i int) (to int, spelt bool) {
	for parts := 0; parts < maxParts && i < len(s.toks) && s.toks[i].shape != symbol; parts++ {
		if parts > 0 && ending(s.str(i)) {
			to = i + 1
		}
		next, out, ok := s.point(i + 1)
		if !ok || next >= len(s.toks) {
			break
		}
		if to == 0 || ending(s.str(next)) {
			spelt = spelt || out
		}
		i = next
	}
	return to, spelt
}

// ending reports what web addresses end in.
func ending(w string) bool {
	switch strings.ToLower(w) {
	case "com", "org", "net", "edu", "gov", "govt", "info", "au", "nz", "uk", "us", "ie", "ca", "de", "co", "ac", "io", "me", "health", "app", "dev":
		return true
	}
	return false
}

// givenAt reports that an address is given at token i: "write to maria at ...".
func (s *scan) givenAt(i int) bool {
	if i == 0 {
		return len(s.toks) < 12 && !pronoun(s.str(0))
	}
	for k := i - 1; k >= max(0, i-3); k-- {
		switch strings.ToLower(s.str(k)) {
		case "email", "e-mail", "mail", "contact", "address", "reach", "write", ":", "gmail", "outlook":
			return !pronoun(s.str(i))
		}
	}
	return false
}

func pronoun(w string) bool {
	switch strings.ToLower(w) {
	case "me", "us", "him", "her", "them", "you", "it", "look", "looking", "met", "meet", "was", "is", "are", "be", "here", "there", "up", "out", "online", "working", "work", "works", "available", "buy", "shop", "find", "see":
		return true
	}
	return false
}
