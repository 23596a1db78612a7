package disguise

import "strings"

// joined finds a term inside words run together; what stands around it must be words.
func (f *Finder) joined(w string) string {
	best := ""
	for i := 0; i+coreKey <= len(w); i++ {
		for _, t := range f.cores[w[i:i+coreKey]] {
			if len(t) <= len(best) || len(t) >= len(w) || !strings.HasPrefix(w[i:], t) {
				continue
			}
			known := f.common
			if len(t) < 6 && t != "fuck" && t != "cunt" && t != "bitch" { // short terms stand inside many words: saltwater, mishit, peacock
				known = glue
			}
			if f.words(w[:i], 3, known) && f.words(w[i+len(t):], 3, known) {
				best = t
			}
		}
	}
	return best
}

// words reports whether s is a row of at most n known words or terms, or a usual ending of a long term.
func (f *Finder) words(s string, n int, known func(string) bool) bool {
	switch s {
	case "":
		return true
	case "s", "er", "ers", "ing", "ed", "y", "es", "u", "i":
		return n == 3
	}
	if n == 0 {
		return false
	}
	if s[0] == 'a' && f.words(s[1:], n-1, known) {
		return true // "notgivinga..."
	}
	for i := len(s); i >= 2; i-- {
		if (known(s[:i]) || f.exact[s[:i]] != "") && f.words(s[i:], n-1, known) {
			return true
		}
	}
	return false
}

// glue are the words that people run together with a short term.
func glue(w string) bool {
	switch w {
	case "you", "your", "ur", "the", "this", "what", "that", "stupid", "dumb", "holy", "piece", "of", "eat", "bull", "horse", "head", "face", "off", "up", "my", "bag", "hole", "for", "brains",
		"lying", "dirty", "ugly", "fat", "little", "old", "such", "are", "is", "it", "suck", "sucking", "sucker", "total", "absolute", "complete", "and", "lick", "licker", "silly", "happens", "not", "give", "gives", "giving", "gave", "no", "talk", "talking", "full", "about", "with", "these", "those", "much", "show", "storm", "load", "ton", "me", "his", "her", "big", "small", "tiny":
		return true
	}
	return false
}
