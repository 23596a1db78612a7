package text

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// minLetters is the shortest passage whose language is told.
const minLetters = 20

// Weights of one word, in tenths. English weighs against, the word of a list or a strange shape weighs for
// another language.
const (
	weighFunction = 15 // "the", "was"
	weighCommon   = 12 // among the first commonRank
	weighKnown    = 8  // among the first knownRank
	weighRare     = 3
	weighForeign  = 20 // stands in the list of a language and is no English word
	weighEither   = 12 // stands in it, and further down the English one
	weighShared   = 6  // stands in both
	weighAccent   = 14 // "yoruldum" has none, "görüşürüz" has
	weighUnlisted = 7
	commonRank    = 3000
	knownRank     = 12000
	// evenShape is the mean of shape of words that are as often English as not.
	evenShape = 8

	// enoughRun makes a run of words inside an English text a passage of another language, enoughText a whole text.
	enoughRun  = 50
	enoughText = 14
)

// weight is what one word says of the language.
type weight struct {
	english int
	set     uint64 // the languages in whose list it stands
	pure    bool   // it is no English word, or
	rare    bool   // it is a less frequent one as well: "chef"
	strange bool   // no list has it, and it does not look English
	counts  bool   // it says anything at all
}

// weigh looks at token i of the words of a text.
func (v *vocabulary) weigh(d *Doc, i int) weight {
	t := &d.Tokens[i]
	if t.Kind != Word || t.Flags&Joined != 0 {
		return weight{}
	}
	set := v.tongues[t.Rank]
	if t.Rank == 0 {
		set = listed.words[t.Norm]
	}
	w := weight{set: set & foreignBits, counts: len(t.Norm) > 1}
	accent := 0
	if t.End-t.Start != len(t.Norm) { // accents take room
		accent = accented(d.Original[t.Start:t.End])
	}
	switch {
	case len(t.Norm) == 1:
		w.english = weighRare
		w.counts = t.Norm == "i" || t.Norm == "a"
	case set&neutralBit != 0:
	case set&slangBit != 0:
		w.english = weighKnown
	case accent > 0 && w.set != 0:
		w.pure = true
	case accent > 0:
		// A name may have any letters.
		if name := t.Flags&Capital != 0 && t.Flags&FirstInSentence == 0; accent > 1 && !name {
			w.strange, w.english = true, -weighAccent
		}
	case set&englishBit != 0:
		w.english = weighFunction
	case t.Rank != 0 && t.Rank <= commonRank:
		w.english = weighCommon
	case w.set != 0:
		w.pure, w.rare = true, t.Rank != 0 && t.Rank <= knownRank
	case t.Rank != 0 && t.Rank <= knownRank:
		w.english = weighKnown
	case t.Rank != 0:
		w.english = max(0, min(weighRare, v.shape.mean(t.Norm)-evenShape))
	case contracted(t.Norm):
		w.english = weighCommon
	case t.Flags&(AllCaps|Masked|Elongated) != 0, t.Flags&Capital != 0 && t.Flags&FirstInSentence == 0, len(t.Norm) < 3:
	default:
		// That no list has it says something by itself.
		w.english = min(2, max(-14, (v.shape.mean(t.Norm)-evenShape)*2/3-weighUnlisted))
		if t.Flags&Capital != 0 {
			w.english /= 2
		}
		w.strange = w.english < -weighUnlisted
	}
	return w
}

// contracted reports endings such as in "doesn't" and "podcast's".
func contracted(w string) bool {
	at := strings.LastIndexByte(w, '\'')
	if at < 1 {
		return false
	}
	switch w[at+1:] {
	case "s", "t", "d", "m", "re", "ve", "ll", "em", "all":
		return true
	}
	return false
}

// in returns what the word says for one language: a positive number for it, a negative one for English.
func (w *weight) in(bit uint64) int {
	switch {
	case w.set&bit == 0 && w.pure: // a word of yet another language
		return weighShared
	case w.set&bit == 0:
		return -w.english
	case w.rare:
		return weighEither
	case w.pure:
		return weighForeign
	}
	return weighShared - w.english
}

// accented returns 2 when a word has Latin letters with marks that English does not use, 1 when they are only
// the long vowels of Maori, and 0 otherwise.
func accented(word string) int {
	found := 0
	for _, r := range word {
		switch {
		case r < 0xc0 || r > 0x24f && (r < 0x1e00 || r > 0x1eff):
		case r == 'ā' || r == 'ē' || r == 'ī' || r == 'ō' || r == 'ū' || r == 'Ā' || r == 'Ē' || r == 'Ī' || r == 'Ō' || r == 'Ū':
			found = max(found, 1)
		default:
			return 2
		}
	}
	return found
}

// language tells the main language of a text by script and by its words, and where a passage is in a language
// that the lexicons do not cover.
func language(d *Doc) {
	var scripts scriptCount
	var votes [64]int
	english, counted, pure, strange := 0, 0, 0, 0
	v := words()
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Kind != Word {
			continue
		}
		scripts.add(t.Norm)
		w := v.weigh(d, i)
		if !w.counts {
			continue
		}
		counted++
		english += max(w.english, 0)
		if w.strange {
			strange++
		}
		if w.pure {
			pure++
			for set := w.set; set != 0; set &= set - 1 {
				votes[bits.TrailingZeros64(set)]++
			}
		}
	}
	if english >= 4*counted && scripts.letters >= minLetters {
		d.Lang = "en"
	}
	d.Unsupported = scripts.other >= 12
	if scripts.other*3 > scripts.letters && scripts.other >= 6 {
		d.Lang, d.Unsupported = scripts.main(), true
		return
	}
	if pure+strange < 2 {
		return
	}
	best := 0
	for l, n := range votes {
		if n > votes[best] {
			best = l
		}
	}
	lang := "und"
	if votes[best] >= 2 {
		lang = listed.codes[best-firstTongue]
	}
	whole, run := v.passage(d, 1<<best)
	switch {
	case whole:
		d.Lang, d.Unsupported = lang, true
	case run.To > 0:
		d.Foreign, d.ForeignLang, d.Unsupported = run, lang, true
	}
}

// passage looks for words of the language of a bit: whether the whole text is theirs, or else the run of
// words in which they outweigh English most.
func (v *vocabulary) passage(d *Doc, bit uint64) (whole bool, run Range) {
	total, signs, sum, most, from, inRun, words := 0, 0, 0, 0, -1, 0, 0
	for i := range d.Tokens {
		w := v.weigh(d, i)
		if !w.counts {
			continue
		}
		words++
		n := w.in(bit)
		total += n
		if w.pure || w.strange {
			signs++
		}
		if sum <= 0 {
			sum, from, inRun = 0, i, 0
		}
		sum += n
		if w.pure || w.strange {
			inRun++
		}
		if sum > most && inRun >= 3 {
			most, run = sum, Range{from, i + 1}
		}
	}
	if total >= enoughText && signs >= 2 && signs*4 >= words {
		return true, Range{}
	}
	if most < enoughRun {
		run = Range{}
	}
	return false, run
}

// scriptCount counts letters that are not Latin, by script.
type scriptCount struct {
	letters, other int
	by             [len(scriptLang)]int
}

var scriptLang = [...]struct {
	table *unicode.RangeTable
	lang  string
}{
	{unicode.Cyrillic, "ru"}, {unicode.Arabic, "ar"}, {unicode.Han, "zh"}, {unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Hangul, "ko"},
	{unicode.Devanagari, "hi"}, {unicode.Greek, "el"}, {unicode.Hebrew, "he"}, {unicode.Thai, "th"}, {unicode.Bengali, "bn"}, {unicode.Tamil, "ta"},
	{unicode.Gujarati, "gu"}, {unicode.Gurmukhi, "pa"}, {unicode.Telugu, "te"}, {unicode.Sinhala, "si"}, {unicode.Armenian, "hy"}, {unicode.Georgian, "ka"},
	{unicode.Khmer, "km"}, {unicode.Myanmar, "my"}, {unicode.Ethiopic, "am"}, {unicode.Malayalam, "ml"}, {unicode.Kannada, "kn"},
}

func (c *scriptCount) add(w string) {
	for i := 0; i < len(w); {
		if w[i] < utf8.RuneSelf {
			if isLetter(w[i]) {
				c.letters++
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(w[i:])
		i += n
		c.letters++
		if unicode.Is(unicode.Latin, r) {
			continue
		}
		weight := 1
		if r >= 0x2e80 { // one ideograph says as much as several letters
			weight = 3
			c.letters += 2
		}
		for s := range scriptLang {
			if unicode.Is(scriptLang[s].table, r) {
				c.other += weight
				c.by[s] += weight
				break
			}
		}
	}
}

func (c *scriptCount) main() string {
	best := 0
	for s, n := range c.by {
		if n > c.by[best] {
			best = s
		}
	}
	if c.by[3]+c.by[4] > 0 { // kana among Han is Japanese
		return "ja"
	}
	return scriptLang[best].lang
}
