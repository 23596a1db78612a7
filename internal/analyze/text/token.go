package text

import (
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"
)

// scanner cuts folded text into tokens, each byte looked at a bounded number of times.
type scanner struct {
	f    folded
	str  string // f.b as a string: the Norm of tokens points into it
	orig string
	out  []Token
	i    int
	// breaks[k] is true when a line break stands before token k; blank when a space does.
	breaks, blank []bool
}

// scanners keep their scratch space from text to text; only tokens and str outlive one.
var scanners = sync.Pool{New: func() any { return &scanner{} }}

// maxScratch is the length of a text, in bytes, whose scratch space is kept.
const maxScratch = 1 << 16

// release gives the scanner back; nothing of it may be used any more.
func (sc *scanner) release() {
	sc.str, sc.orig, sc.out = "", "", nil
	if cap(sc.f.b) <= maxScratch {
		scanners.Put(sc)
	}
}

// scan cuts a text into tokens, in the room of those given.
func scan(s string, room []Token) *scanner {
	sc := scanners.Get().(*scanner)
	f := &sc.f
	f.fold(s)
	sc.str, sc.orig, sc.i, sc.out = string(f.b), s, 0, slices.Grow(room, len(f.b)/5+4)
	sc.breaks, sc.blank = sc.breaks[:0], sc.blank[:0]
	line, space := true, true
	for sc.i < len(f.b) {
		switch c := f.b[sc.i]; {
		case c == '\n' || c == '\r':
			line, space = true, true
			sc.i++
			continue
		case c <= ' ':
			space = true
			sc.i++
			continue
		}
		before := len(sc.out)
		sc.next(space)
		for len(sc.breaks) < len(sc.out) {
			first := len(sc.breaks) == before
			sc.breaks = append(sc.breaks, line && first)
			sc.blank = append(sc.blank, space && first)
		}
		if len(sc.out) > before {
			line, space = false, false
		}
	}
	return sc
}

// next reads what starts at i, which is not a space.
func (sc *scanner) next(space bool) {
	b, i := sc.f.b, sc.i
	c := b[i]
	switch {
	case isLetter(c) || c == '_':
		if sc.mayLead(i) && (sc.address(i) || sc.web(i)) {
			return
		}
		sc.word(i)
	case isDigit(c):
		if sc.address(i) {
			return
		}
		sc.number(i)
	case c == '@' && i+1 < len(b) && (isLetter(b[i+1]) || isDigit(b[i+1]) || b[i+1] == '_'):
		if sc.i > 0 && !space && i > 0 && isLetter(b[i-1]) { // a letter in disguise: "b@stard"
			sc.emit(i, i+1, Punct)
			return
		}
		sc.handle(i)
	case c == '#' && i+1 < len(b) && (isLetter(b[i+1]) || isDigit(b[i+1]) || b[i+1] >= utf8.RuneSelf) && (space || !isLetter(b[i-1])):
		sc.hashtag(i)
	case c < utf8.RuneSelf:
		sc.punct(i)
	default:
		sc.other(i)
	}
}

// mayLead reports whether the letters and digits from i on may begin an address: one of its marks follows them.
func (sc *scanner) mayLead(i int) bool {
	b := sc.f.b
	for i < len(b) && (isLetter(b[i]) || isDigit(b[i])) {
		i++
	}
	if i == len(b) {
		return false
	}
	switch b[i] {
	case '.', '@', ':', '-', '_', '+', '%':
		return true
	}
	return false
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' }
func isDigit(c byte) bool  { return '0' <= c && c <= '9' }

// emit adds the token [i,j) of the folded text and moves on.
func (sc *scanner) emit(i, j int, kind TokenKind) *Token {
	start := int(sc.f.at[i])
	end := int(sc.f.at[j])
	for end > start && sc.orig[end-1] >= utf8.RuneSelf { // characters dropped behind the token are not part of it
		r, n := utf8.DecodeLastRuneInString(sc.orig[start:end])
		if !invisible(r) || n == end-start {
			break
		}
		end -= n
	}
	sc.out = append(sc.out, Token{Start: start, End: end, Norm: sc.str[i:j], Kind: kind})
	sc.i = j
	return &sc.out[len(sc.out)-1]
}

// number reads digits with inner marks: 1,000 3.5 120/80 10:30. A unit written against it is its own word.
func (sc *scanner) number(i int) {
	b, j := sc.f.b, i
	for j < len(b) {
		c := b[j]
		if isDigit(c) || (c == '.' || c == ',' || c == ':' || c == '/') && j+1 < len(b) && isDigit(b[j+1]) {
			j++
			continue
		}
		break
	}
	joined := i > 1 && b[i-1] == '-' && len(sc.out) > 0 && sc.out[len(sc.out)-1].Kind <= Number
	t := sc.emit(i, j, Number)
	if joined {
		t.Flags |= Joined
	}
	if j < len(b) && isLetter(b[j]) {
		sc.unit(j)
		return
	}
	if j+1 < len(b) && b[j] == '-' && isLetter(b[j+1]) {
		sc.i = j + 1
	}
}

func (sc *scanner) hashtag(i int) {
	j, _ := sc.wordEnd(i + 1)
	if j == i+1 {
		sc.emit(i, j, Punct)
		return
	}
	t := sc.emit(i, j, Hashtag)
	t.Norm = t.Norm[1:]
	t.Flags |= letterCase(sc.orig[t.Start:t.End])
	sc.split(i+1, j)
}

func (sc *scanner) punct(i int) {
	b, j := sc.f.b, i+1
	c := b[i]
	if c == '.' || c == '!' || c == '?' || c == '-' || c == '*' {
		for j < len(b) && (b[j] == c || c == '!' && b[j] == '?' || c == '?' && b[j] == '!') {
			j++
		}
	}
	sc.emit(i, j, Punct)
}

// other reads what starts with a non-ASCII character: a word, an emoji or a mark.
func (sc *scanner) other(i int) {
	b := sc.f.b
	r, n := utf8.DecodeRune(b[i:])
	switch {
	case r == '‘' || r == '“' || r == '”':
		sc.emit(i, i+n, Punct)
	case unicode.IsLetter(r) || unicode.IsMark(r):
		sc.word(i)
	case unicode.IsNumber(r):
		sc.emit(i, i+n, Number)
	case isEmoji(r):
		sc.emit(i, emojiEnd(b, i), Emoji)
	default:
		sc.emit(i, i+n, Punct)
	}
}
