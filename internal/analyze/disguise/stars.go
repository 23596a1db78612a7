package disguise

import "strings"

const star = '*'

// starred matches stars against the terms of the same length, then a row of stars against any letters.
func (f *Finder) starred(s string, stars int) string {
	if s[0] == star {
		return f.headless(s, stars)
	}
	shown := len(s) - stars
	inner := strings.IndexByte(s, star)
	tail := len(s) - len(strings.TrimRight(s, "*"))
	if tail == stars { // only the beginning is shown
		if stars < 2 || shown == 1 && stars < 3 {
			return ""
		}
	}
	if shown < 2 && tail != stars {
		return ""
	}
	for _, t := range f.byLen[len(s)] {
		if t[0] == s[0] && match(s, t) && (shown > 1 || strings.IndexByte("bcfs", t[0]) >= 0) {
			return t
		}
	}
	if tail == stars || shown < 2 {
		return ""
	}
	// A row of stars, or one, for a different number of letters: "f*ing", "c******t".
	end := strings.LastIndexByte(s, star)
	if end-inner+1 != stars {
		return ""
	}
	head, rest := s[:inner], s[end+1:]
	for n := len(s) - 2; n <= len(s)+2; n++ {
		for _, t := range f.byLen[n] {
			if t[0] == s[0] && len(t) > shown && strings.HasPrefix(t, head) && strings.HasSuffix(t, rest) && shown*2 >= len(t) {
				return t
			}
		}
	}
	return ""
}

// headless matches a long term whose first letter is hidden: that alone, or with it every other vowel.
func (f *Finder) headless(s string, stars int) string {
	if len(s) < 6 || len(s)-stars < 3 {
		return ""
	}
	for _, t := range f.byLen[len(s)] {
		if match(s, t) && (stars == 1 || vowelsOnly(s, t)) {
			return t
		}
	}
	return ""
}

// vowelsOnly reports that the stars stand for the vowels of a term and for nothing else.
func vowelsOnly(pattern, term string) bool {
	for i := range len(term) {
		if isVowel(term[i]) != (pattern[i] == star) {
			return false
		}
	}
	return true
}

func match(pattern, term string) bool {
	for i := 0; i < len(term); i++ {
		if pattern[i] != star && pattern[i] != term[i] {
			return false
		}
	}
	return true
}
