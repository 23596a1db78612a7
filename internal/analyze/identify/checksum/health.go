package checksum

// Medicare reports whether d is an Australian Medicare card number: ten digits, or eleven with the
// individual reference number.
func Medicare(d string) bool {
	if !digits(d) || len(d) != 10 && len(d) != 11 || d[0] < '2' || d[0] > '6' || d[9] == '0' {
		return false
	}
	return weighted(d, 1, 3, 7, 9, 1, 3, 7, 9)%10 == int(d[8]-'0')
}

// IHI reports whether d is an Australian individual healthcare identifier (800360).
func IHI(d string) bool { return len(d) == 16 && d[:6] == "800360" && Luhn(d) }

// HPI reports whether d is an Australian healthcare provider identifier of a person (800361) or an
// organisation (800362).
func HPI(d string) bool {
	return len(d) == 16 && (d[:6] == "800361" || d[:6] == "800362") && Luhn(d)
}

// NHI reports whether s is a New Zealand national health index number, in the form of before 2026 (LLLNNNC)
// or the one after (LLLNNLC). HISO 10046; its first edition of the new form counted modulo 24, today's modulo 23.
func NHI(s string) bool {
	if !NHIShape(s) {
		return false
	}
	sum := 0
	for i := range 6 {
		v := int(s[i]) - '0'
		if upper(s[i]) {
			v = nhiLetter(s[i])
		}
		sum += v * (7 - i)
	}
	if upper(s[6]) {
		return nhiLetter(s[6]) == 23-sum%23 || nhiLetter(s[6]) == 24-sum%24
	}
	rem := sum % 11
	return rem != 0 && (11-rem)%10 == int(s[6]-'0')
}

// NHIShape reports whether s is written like an NHI number, whatever its check character.
func NHIShape(s string) bool {
	if len(s) != 7 || !digits(s[3:5]) {
		return false
	}
	for i := range 3 {
		if nhiLetter(s[i]) == 0 {
			return false
		}
	}
	return digits(s[5:]) || nhiLetter(s[5]) > 0 && nhiLetter(s[6]) > 0
}

// nhiLetter counts A=1 to Z=24 without I and O; 0 for anything else.
func nhiLetter(c byte) int {
	switch {
	case !upper(c) || c == 'I' || c == 'O':
		return 0
	case c > 'O':
		return int(c-'A') - 1
	case c > 'I':
		return int(c - 'A')
	}
	return int(c-'A') + 1
}

// NHS reports whether d is a health number of England, Wales, the Isle of Man or Northern Ireland.
func NHS(d string) bool {
	if len(d) != 10 || !digits(d) || same(d) {
		return false
	}
	rem := weighted(d, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11
	return rem != 1 && (11-rem)%11 == int(d[9]-'0')
}

// CHI reports whether d is a Scottish community health index number: a birth date, then the check of [NHS].
func CHI(d string) bool {
	return NHS(d) && dayMonth(number(d[:2]), number(d[2:4]))
}

// MBI reports whether s is a United States Medicare beneficiary identifier. It has a position pattern and no
// check digit.
func MBI(s string) bool {
	const pattern = "CANNANNAANN" // C 1-9, N see below, A letter
	if len(s) != 11 || s[0] < '1' || s[0] > '9' {
		return false
	}
	for i := 1; i < len(pattern); i++ {
		number, letter := s[i] >= '0' && s[i] <= '9', mbiLetter(s[i])
		switch {
		case i == 2 || i == 5: // either
			if !number && !letter {
				return false
			}
		case pattern[i] == 'A' && !letter, pattern[i] == 'N' && !number:
			return false
		}
	}
	return true
}

func mbiLetter(c byte) bool {
	switch c {
	case 'S', 'L', 'O', 'I', 'B', 'Z':
		return false
	}
	return upper(c)
}

// NPI reports whether d is a United States provider number.
func NPI(d string) bool {
	if len(d) != 10 || !digits(d) || d[0] != '1' && d[0] != '2' {
		return false
	}
	return (luhnSum(d)+24)%10 == 0 // 24 is the share of the prefix 80840
}

// DEA reports whether s is a registration number of the United States Drug Enforcement Administration.
func DEA(s string) bool {
	if len(s) != 9 || !upper(s[0]) || !upper(s[1]) && s[1] != '9' || !digits(s[2:]) {
		return false
	}
	switch s[0] {
	case 'I', 'N', 'O', 'Q', 'V', 'W', 'Y', 'Z':
		return false
	}
	return weighted(s[2:], 1, 2, 1, 2, 1, 2)%10 == int(s[8]-'0')
}
