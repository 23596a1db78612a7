package judge

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWords bounds the words of one text that are looked at; the rest of a longer text is cut by the caller
// into further texts.
const maxWords = 400

// window is how many words after a group name or "you" are joined with it into pairs.
const window = 8

// Seeds keep the kinds of feature apart. They are part of the file format.
const (
	seedWord  = 0x9E3779B97F4A7C15
	seedPair  = 0xC2B2AE3D27D4EB4F
	seedChar  = 0x165667B19E3779F9
	seedGroup = 0x27D4EB2F165667C5
	seedYou   = 0x85EBCA77C2B2AE63
	seedFrame = 0xFF51AFD7ED558CCD
	seedSex   = 0x8CB92BA72F3D8DD7

	fnvPrime = 1099511628211
)

// Class is what kind of word a word is, as the frames of a text see it.
type Class uint8

// Classes of words. All other values are classes of the trainer's choice.
const (
	Other  Class = iota // any word
	Itself              // stands for itself: the frequent words
	Group               // the name of a group: one and the same word to the judge
	OfSex               // the name of a group by sex: as Group, but Sexism sees which word it is
	Person              // a word for people
	First               // the first of the trainer's classes
)

// maxFrame is the longest sequence of words and classes that is a feature.
const maxFrame = 5

// Features collects the hashed features of texts; a value is reused between texts of one goroutine.
type Features struct {
	classes map[uint64]Class
	words   []word
	frame   []uint64
	// Hashes are the features of the text last given to Extract, with repeats; OfSex further ones, for Sexism alone.
	Hashes, OfSex []uint64
	before        before
	// spelt sums the letter sequences in the place of Hashes; nil where each is wanted, as for training.
	spelt *spelling
}

// word is one token: its hash and where it stands in buf, or a group name.
type word struct {
	hash  uint64
	class Class
	you   bool
}

// before is the word before the next one, as it is written.
type before struct {
	hash  uint64
	ofSex bool
}

// NewFeatures returns an extractor that knows the classes of the given words (as hashed by HashWord).
func NewFeatures(classes map[uint64]Class) *Features { return &Features{classes: classes} }

// HashWord hashes one lower-case word.
func HashWord(w string) uint64 {
	h := uint64(seedWord)
	for i := 0; i < len(w); i++ {
		h = (h ^ uint64(w[i])) * fnvPrime
	}
	return h
}

// Extract fills f.Hashes with the features of text and reports how many words were seen.
func (f *Features) Extract(text string) int {
	f.words, f.Hashes, f.OfSex, f.before = f.words[:0], f.Hashes[:0], f.OfSex[:0], before{}
	f.spelt.reset()
	var buf [64]byte
	n := 0
	for i := 0; i < len(text) && len(f.words) < maxWords; {
		start := i
		if c := text[i]; c == ' ' { // quicker, as is the next: most characters are one or the other
			i++
			if n > 0 {
				f.addWord(buf[:n])
				n = 0
			}
			continue
		} else if 'a' <= c && c <= 'z' && c != 'h' && c != 'w' {
			i++
			n = appendFolded(buf[:], n, rune(c))
			continue
		}
		i = skipToken(text, i)
		if i > start { // placeholders, handles and addresses say where a text comes from, not what it is
			if n > 0 {
				f.addWord(buf[:n])
				n = 0
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case r == '\'' || r == '’':
			continue
		case unicode.IsLetter(r) || unicode.IsMark(r):
			n = appendFolded(buf[:], n, unicode.ToLower(r))
			continue
		case r >= '0' && r <= '9':
			n = appendFolded(buf[:], n, '0')
			continue
		}
		if n > 0 {
			f.addWord(buf[:n])
			n = 0
		}
		if r == '?' || r == '!' || r > 0x2190 && !unicode.IsSpace(r) && r != 0xFE0F && r != 0x200D {
			f.addSymbol(r)
		}
	}
	if n > 0 && len(f.words) < maxWords {
		f.addWord(buf[:n])
	}
	f.context()
	f.frames()
	return len(f.words)
}

// appendFolded adds r to the word in buf; a letter three times in a row is kept twice, digits once, and very
// long words are cut.
func appendFolded(buf []byte, n int, r rune) int {
	if n+utf8.UTFMax > len(buf) {
		return n
	}
	if r < utf8.RuneSelf {
		if b := byte(r); n >= 1 && buf[n-1] == b && (b == '0' || n >= 2 && buf[n-2] == b) {
			return n
		}
		buf[n] = byte(r)
		return n + 1
	}
	return n + utf8.EncodeRune(buf[n:], r)
}

// skipToken returns the end of a placeholder, handle or address at i, or i.
func skipToken(s string, i int) int {
	switch s[i] {
	case '@', '[':
	case 'h', 'w':
		if !strings.HasPrefix(s[i:], "http") && !strings.HasPrefix(s[i:], "www.") {
			return i
		}
	default:
		return i
	}
	if s[i] == '[' {
		for _, p := range [...]string{"[url]", "[email]", "[number]"} {
			if strings.HasPrefix(s[i:], p) {
				return i + len(p)
			}
		}
		return i
	}
	j := i
	for j < len(s) && s[j] != ' ' && s[j] != '\n' && s[j] != '\t' {
		j++
	}
	return j
}

func (f *Features) addWord(w []byte) {
	h := uint64(seedWord)
	for _, b := range w {
		h = (h ^ uint64(b)) * fnvPrime
	}
	if f.spelt != nil {
		f.push(f.spelt.word(f, h, w))
		return
	}
	c := f.written(h, f.classes[h])
	if c == Group {
		f.push(word{hash: seedGroup, class: Group})
		return
	}
	f.chars(w)
	f.push(word{hash: h, class: c, you: isYou(w)})
}

// written notes a word as it is written and returns its class to all labels but Sexism.
func (f *Features) written(h uint64, c Class) Class {
	now := before{h, c == OfSex}
	if now.ofSex {
		f.OfSex = append(f.OfSex, mix(seedSex^h))
	}
	if now.ofSex || f.before.ofSex {
		f.OfSex = append(f.OfSex, mix((seedSex^f.before.hash)*fnvPrime^h))
	}
	f.before = now
	if now.ofSex {
		return Group
	}
	return c
}

func isYou(w []byte) bool {
	switch string(w) {
	case "you", "u", "your", "youre", "ur", "yall", "ya":
		return true
	}
	return false
}

func (f *Features) addSymbol(r rune) {
	h := (seedWord ^ uint64(r)) * fnvPrime
	if n := len(f.words); n > 0 && f.words[n-1].hash == h {
		return // a row of the same symbol counts once
	}
	f.push(word{hash: h, class: Itself})
}

func (f *Features) push(w word) {
	prev := uint64(seedPair)
	if n := len(f.words); n > 0 {
		prev ^= f.words[n-1].hash
	}
	f.words = append(f.words, w)
	f.Hashes = append(f.Hashes, w.hash, mix(prev*fnvPrime^w.hash))
}

// chars adds the letter sequences of 3 to 5 bytes of the word between two marks.
func (f *Features) chars(w []byte) {
	var b [66]byte
	b[0] = '<'
	n := 1 + copy(b[1:], w)
	b[n] = '>'
	n++
	for i := 0; i+3 <= n; i++ {
		h := uint64(seedChar)
		for j := i; j < n && j < i+5; j++ {
			h = (h ^ uint64(b[j])) * fnvPrime
			if j >= i+2 {
				f.Hashes = append(f.Hashes, mix(h))
			}
		}
	}
}

// context joins each word with a group name or "you" shortly before it, and with the nearest after it.
func (f *Features) context() {
	group, you := -1000, -1000
	for i, w := range f.words {
		if w.class == Group {
			group = i
		} else if i-group <= window {
			f.Hashes = append(f.Hashes, mix(seedGroup^w.hash))
		}
		if w.you {
			you = i
		} else if i-you <= window {
			f.Hashes = append(f.Hashes, mix(seedYou^w.hash))
		}
	}
	group = 1 << 30
	for i := len(f.words) - 1; i >= 0; i-- {
		if w := f.words[i]; w.class == Group {
			group = i
		} else if group-i <= window/2 {
			f.Hashes = append(f.Hashes, mix(seedGroup*3^w.hash))
		}
	}
}

// frames adds the sequences of two to five steps, where a word with a class is that class, a frequent word itself,
// and any others are one gap: "the idea that GROUP are BAD".
func (f *Features) frames() {
	f.frame = f.frame[:0]
	for i, w := range f.words {
		h := uint64(w.class)
		switch {
		case w.class == Itself:
			h = w.hash
		case w.class == Person && i > 0 && f.words[i-1].class == Group:
			continue // "X people" is X
		case w.class == Other && len(f.frame) > 0 && f.frame[len(f.frame)-1] == 0, w.class == Group && len(f.frame) > 0 && f.frame[len(f.frame)-1] == uint64(Group):
			continue
		}
		f.frame = append(f.frame, h)
	}
	for i := range f.frame {
		h := uint64(seedFrame)
		for n, step := range f.frame[i:min(len(f.frame), i+maxFrame)] {
			h = mix(h*fnvPrime ^ step)
			if n > 0 {
				f.Hashes = append(f.Hashes, h)
			}
		}
	}
}

// mix spreads the bits of h.
func mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xD6E8FEB86659FD93
	return h ^ h>>29
}
