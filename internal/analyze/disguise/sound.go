package disguise

import "strings"

// squeeze keeps one of each row of the same letter.
func squeeze(s string) string { return squeezeTo(s, 1) }

func squeezeTo(s string, keep int) string {
	var out [maxChunk]byte
	n, run := 0, 0
	for i := 0; i < len(s) && n < len(out); i++ {
		if i > 0 && s[i] == s[i-1] {
			run++
		} else {
			run = 1
		}
		if run <= keep {
			out[n] = s[i]
			n++
		}
	}
	if n == len(s) {
		return s
	}
	return string(out[:n])
}

// sound writes a word by sound: ph as f, ck, q and hard c as k, y as i, z as s, v between consonants as u,
// -er and -ah as -a, -ing and -en as -in; rows of a letter once.
func sound(w string) string {
	var out [maxChunk]byte
	n := 0
	put := func(b byte) {
		if n < len(out) && (n == 0 || out[n-1] != b) {
			out[n] = b
			n++
		}
	}
	for i := 0; i < len(w); i++ {
		b, next := w[i], byte(0)
		if i+1 < len(w) {
			next = w[i+1]
		}
		switch {
		case b == 'p' && next == 'h':
			put('f')
			i++
		case b == 'c' && next == 'h':
			put('c')
			put('h')
			i++
		case b == 'c' && next == 'k':
			put('k')
			i++
		case b == 'q' || b == 'c' && next != 'e' && next != 'i' && next != 'y':
			put('k')
		case b == 'y' && i > 0:
			put('i')
		case b == 'z':
			put('s')
		case b == 'v' && i > 0 && next != 0 && !isVowel(w[i-1]) && !isVowel(next):
			put('u')
		default:
			put(b)
		}
	}
	s := string(out[:n])
	for _, e := range [...][2]string{{"ing", "in"}, {"en", "in"}, {"un", "in"}, {"ers", "as"}, {"er", "a"}, {"ah", "a"}, {"uh", "a"}} {
		if strings.HasSuffix(s, e[0]) && len(s) > len(e[0])+2 {
			return s[:len(s)-len(e[0])] + e[1]
		}
	}
	return s
}

// soundFirst is the first letter of w as a term that sounds the same would write it.
func soundFirst(w string) byte {
	switch {
	case strings.HasPrefix(w, "ph"):
		return 'f'
	case w[0] == 'k' || w[0] == 'q':
		return 'c'
	}
	return w[0]
}
