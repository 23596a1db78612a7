// Package checksum knows the arithmetic of identifiers: which digit strings can be a payment card, a tax
// number or a health number, and which cannot. It says nothing about whether the words around make it one.
//
// Every function takes the compact form: separators removed, letters in upper case, ASCII only. Anything
// else is false. All work is linear in the length, and nothing is allocated.
package checksum

// Luhn reports whether the digits pass ISO/IEC 7812-1 annex B.
func Luhn(d string) bool {
	if !digits(d) {
		return false
	}
	return luhnSum(d)%10 == 0
}

func luhnSum(d string) int {
	sum := 0
	for i := range len(d) {
		n := int(d[len(d)-1-i] - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum
}

// weighted returns the sum of the products of digits and weights; both have the same length.
func weighted(d string, weights ...int) int {
	sum := 0
	for i, w := range weights {
		sum += int(d[i]-'0') * w
	}
	return sum
}

// digits reports whether s is not empty and has ASCII digits only.
func digits(s string) bool { return s != "" && prefixDigits(s) == len(s) }

func prefixDigits(s string) int {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return i
		}
	}
	return len(s)
}

func upper(c byte) bool { return 'A' <= c && c <= 'Z' }

func letters(s string) bool {
	for i := range len(s) {
		if !upper(s[i]) {
			return false
		}
	}
	return s != ""
}

// number reads at most nine digits.
func number(d string) int {
	n := 0
	for i := range len(d) {
		n = n*10 + int(d[i]-'0')
	}
	return n
}

// same reports whether all characters are equal: a placeholder, whatever its sum.
func same(s string) bool {
	for i := 1; i < len(s); i++ {
		if s[i] != s[0] {
			return false
		}
	}
	return true
}

// dayMonth reports whether day and month can stand in a calendar (29 February always can).
func dayMonth(day, month int) bool {
	if month < 1 || month > 12 || day < 1 {
		return false
	}
	switch month {
	case 2:
		return day <= 29
	case 4, 6, 9, 11:
		return day <= 30
	}
	return day <= 31
}
