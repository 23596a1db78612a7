package disguise

import (
	"strings"
	"unicode"
)

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// emojiLetter is the letter an emoji or enclosed letter stands for, 0 if none.
func emojiLetter(r rune) byte {
	switch {
	case r >= 0x1F1E6 && r <= 0x1F1FF:
		return byte('a' + r - 0x1F1E6)
	case r >= 0x1F130 && r <= 0x1F149:
		return byte('a' + r - 0x1F130)
	case r >= 0x1F170 && r <= 0x1F189:
		return byte('a' + r - 0x1F170)
	case r >= 0x24B6 && r <= 0x24CF:
		return byte('a' + r - 0x24B6)
	case r >= 0x24D0 && r <= 0x24E9:
		return byte('a' + r - 0x24D0)
	}
	return lookAlike[r]
}

// pictorial reports whether r is an emoji or a symbol that can take a letter's place.
func pictorial(r rune) bool {
	return r >= 0x2190 && !unicode.IsLetter(r) && !unicode.IsSpace(r)
}

// lookAlike maps letters of other scripts, currency signs and emoji to the letter they look like.
var lookAlike = map[rune]byte{
	'а': 'a', 'е': 'e', 'о': 'o', 'с': 'c', 'і': 'i', 'к': 'k', 'ѕ': 's', 'т': 't', 'у': 'y', 'х': 'x', 'р': 'p', 'н': 'h', 'м': 'm', 'в': 'b',
	'α': 'a', 'ε': 'e', 'ο': 'o', 'υ': 'u', 'ι': 'i', 'κ': 'k', 'τ': 't', 'ν': 'v', 'ρ': 'p', 'β': 'b', 'ƒ': 'f', 'ц': 'u', 'ս': 'u', 'ç': 'c',
	'á': 'a', 'à': 'a', 'â': 'a', 'ä': 'a', 'ã': 'a', 'å': 'a', 'é': 'e', 'è': 'e', 'ê': 'e', 'ë': 'e', 'í': 'i', 'ì': 'i', 'î': 'i', 'ï': 'i',
	'ó': 'o', 'ò': 'o', 'ô': 'o', 'ö': 'o', 'õ': 'o', 'ø': 'o', 'ú': 'u', 'ù': 'u', 'û': 'u', 'ü': 'u', 'ñ': 'n', 'ß': 's', 'ý': 'y', 'š': 's',
	'ҽ': 'e', 'ϲ': 'c', 'ӏ': 'l', 'Ӏ': 'l', 'һ': 'h', 'ɩ': 'i', 'ԁ': 'd', 'ɡ': 'g', 'ո': 'n', 'ɑ': 'a', 'ⅼ': 'l', 'ɾ': 'r', 'ʀ': 'r', 'ŧ': 't', 'ƭ': 't', 'ɦ': 'h', 'ƙ': 'k', 'ɓ': 'b', 'ƈ': 'c', 'ɗ': 'd', 'ɛ': 'e', 'ǝ': 'e', 'ŋ': 'n', 'ɳ': 'n', 'ʂ': 's', 'ƚ': 'l', 'ł': 'l', 'ĸ': 'k', 'ʋ': 'u', 'σ': 'o', 'η': 'n', 'ω': 'w',
	'€': 'e', '£': 'l', '¢': 'c', '¥': 'y', '§': 's', '†': 't', '⭕': 'o', '❗': 'i', 'ℹ': 'i', '💲': 's', 'Ⓜ': 'm', '✝': 't', '❌': 'x', '🔟': 'o', '🍆': 0,
}

// LetterOf is the letter that a digit or symbol is written for in a disguised word ("l33t"), 0 if none.
func LetterOf(b byte) byte {
	switch b {
	case '0':
		return 'o'
	case '1', '!', '|':
		return 'i'
	case '3':
		return 'e'
	case '4', '@':
		return 'a'
	case '5', '$':
		return 's'
	case '7', '+':
		return 't'
	case '8':
		return 'b'
	case '9', '6':
		return 'g'
	}
	return 0
}

// leet is LetterOf, and the bracket that stands for a c.
func leet(b byte) byte {
	if b == '(' {
		return 'c'
	}
	return LetterOf(b)
}

// multi are letters drawn with several characters.
var multi = strings.NewReplacer(`|_|`, "u", `|<`, "k", `/\`, "a", `\/`, "v", `()`, "o", `[]`, "o", `|-|`, "h", `|)`, "d")
