package text

import (
	"unicode"
	"unicode/utf8"
)

// minLetters is the shortest passage whose language is told.
const minLetters = 20

// language tells the main language by script and by function words, and whether a substantial part of the
// passage is in a language the lexicons do not cover.
func language(d *Doc) (lang string, unsupported bool) {
	var scripts scriptCount
	english, wordsSeen, strange, titled := 0, 0, 0, 0
	var votes [len(languages)]int
	v := words()
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Kind != Word {
			continue
		}
		scripts.add(t.Norm)
		if len(t.Norm) == 1 && t.Norm != "i" && t.Norm != "a" || t.Flags&Joined != 0 {
			continue
		}
		wordsSeen++
		set := v.functions[t.Rank]
		if t.Rank == 0 {
			set = functionWords[t.Norm]
		}
		switch {
		case set == 1:
			english += 2
		case set&1 != 0: // "no", "me", "as" are words of other languages as well
			english++
		case set == 0 && t.Flags&Capital == 0:
			if t.Rank != 0 {
				english++
			} else if len(t.Norm) > 2 {
				strange++
			}
		case set == 0 && t.Rank != 0:
			titled++
		}
		if set&1 != 0 {
			continue
		}
		for l := 0; set > 1; l++ {
			set >>= 1
			if set&1 != 0 {
				votes[l]++
			}
		}
	}
	if titled*2 >= wordsSeen { // a headline, in which every word has a capital
		english += titled
	}
	if scripts.letters < minLetters && scripts.other < 8 {
		return "und", wordsSeen >= 3 && english == 0 && strange*2 >= wordsSeen
	}
	if scripts.other*3 > scripts.letters {
		return scripts.main(), true
	}
	best, most := 0, 0
	for l, n := range votes {
		if n > most {
			best, most = l, n
		}
	}
	switch {
	case most >= 2 && most*2 > english && most*8 >= wordsSeen:
		return languages[best], true
	case wordsSeen >= 4 && strange > english && strange*2 > wordsSeen, wordsSeen >= 3 && most >= 1 && english <= most && strange*2 >= wordsSeen:
		return "und", true
	case english*3 >= wordsSeen:
		// A foreign passage inside an English text is reported as well.
		return "en", scripts.other*5 > scripts.letters || most >= 4 && most*4 > english
	case wordsSeen >= 5:
		return "und", true
	}
	return "und", false
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
