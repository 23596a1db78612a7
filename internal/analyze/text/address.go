package text

import "bytes"

// maxLocal is the longest local part of an e-mail address (RFC 5321).
const maxLocal = 64

// address reads an e-mail address.
func (sc *scanner) address(i int) bool {
	b, j := sc.f.b, i
	for j < len(b) && j-i <= maxLocal && (isLetter(b[j]) || isDigit(b[j]) || bytes.IndexByte([]byte("._%+-"), b[j]) >= 0) {
		j++
	}
	if j == i || j+1 >= len(b) || b[j] != '@' || !isLetter(b[j+1]) && !isDigit(b[j+1]) {
		return false
	}
	k, dot := j+1, 0
	for k < len(b) && k-j < 255 && (isLetter(b[k]) || isDigit(b[k]) || (b[k] == '.' || b[k] == '-') && k+1 < len(b) && (isLetter(b[k+1]) || isDigit(b[k+1]))) {
		if b[k] == '.' {
			dot = k
		}
		k++
	}
	if dot == 0 || k-dot < 3 {
		return false
	}
	sc.emit(i, k, Email)
	return true
}

// web reads a URL with scheme, "www." or a bare domain with a path or a usual ending.
func (sc *scanner) web(i int) bool {
	b := sc.f.b
	start := b[i:]
	if bytes.HasPrefix(start, []byte("http")) && (bytes.HasPrefix(start[4:], []byte("://")) || bytes.HasPrefix(start[4:], []byte("s://"))) ||
		bytes.HasPrefix(start, []byte("www.")) {
		sc.emit(i, urlEnd(b, i), URL)
		return true
	}
	j := i
	for dots := 0; j < len(b) && j-i < 80; j++ {
		if b[j] != '.' {
			if !isLetter(b[j]) && !isDigit(b[j]) && b[j] != '-' {
				return false
			}
			continue
		}
		k := j + 1
		for k < len(b) && isLetter(b[k]) && k-j <= 8 {
			k++
		}
		if k == j+1 {
			return false
		}
		dots++
		atEnd := k == len(b) || b[k] != '.' && !isDigit(b[k]) && b[k] != '-' || b[k] == '.' && (k+1 == len(b) || !isLetter(b[k+1]))
		if atEnd {
			path := k < len(b) && b[k] == '/'
			if usualEnding(string(b[j+1:k]), path) {
				sc.emit(i, urlEnd(b, i), URL)
				return true
			}
			return false
		}
	}
	return false
}

func usualEnding(tld string, path bool) bool {
	switch tld {
	case "com", "org", "net", "edu", "gov", "info", "au", "nz", "uk", "health", "blog", "app", "dev", "biz":
		return true
	}
	return path && len(tld) >= 2
}

// urlEnd returns the end of the address: the next space, less closing punctuation.
func urlEnd(b []byte, i int) int {
	j := i
	for j < len(b) && b[j] > ' ' && b[j] != '<' && b[j] != '>' && b[j] != '"' {
		j++
	}
	for j > i+1 && bytes.IndexByte([]byte(".,;:!?)]}'"), b[j-1]) >= 0 {
		j--
	}
	return j
}

func (sc *scanner) handle(i int) {
	b, j := sc.f.b, i+1
	for j < len(b) && (isLetter(b[j]) || isDigit(b[j]) || b[j] == '_' || (b[j] == '.' || b[j] == '@' || b[j] == '-') && j+1 < len(b) && (isLetter(b[j+1]) || isDigit(b[j+1]))) {
		j++
	}
	t := sc.emit(i, j, Handle)
	t.Norm = t.Norm[1:]
}
