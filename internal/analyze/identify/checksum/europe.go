package checksum

// FiscalCode reports whether s is an Italian codice fiscale: surname, name, day of birth and place, and a letter over all.
func FiscalCode(s string) bool {
	if len(s) != 16 || !letters(s[:6]) || !digits(s[6:8]) || !upper(s[8]) || !digits(s[9:11]) || !upper(s[11]) || !digits(s[12:15]) || !upper(s[15]) {
		return false
	}
	odd := [26]int{1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23}
	sum := 0
	for i := range 15 {
		v := int(s[i] - '0')
		if upper(s[i]) {
			v = int(s[i] - 'A')
		}
		if i%2 == 0 {
			v = odd[v]
		}
		sum += v
	}
	return int(s[15]-'A') == sum%26
}

// NIR reports whether d is a French social security number: sex, year and month of birth, place and order, and a key
// modulo 97 (without the letters of Corsica).
func NIR(d string) bool {
	if len(d) != 15 || !digits(d) || d[0] != '1' && d[0] != '2' {
		return false
	}
	month, rem := number(d[3:5]), 0
	for i := range 13 {
		rem = (rem*10 + int(d[i]-'0')) % 97
	}
	return month >= 1 && month <= 12 && 97-rem == number(d[13:])
}

// CPF reports whether d is a Brazilian taxpayer's number: eleven digits, the last two check digits.
func CPF(d string) bool {
	if len(d) != 11 || !digits(d) || same(d) {
		return false
	}
	first := weighted(d, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10
	second := weighted(d, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10
	return first == int(d[9]-'0') && second == int(d[10]-'0')
}
