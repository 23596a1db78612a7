package checksum

// TFN reports whether d can be an Australian tax file number. One number in eleven can.
func TFN(d string) bool {
	return len(d) == 9 && digits(d) && !same(d) && weighted(d, 1, 4, 3, 7, 5, 8, 6, 9, 10)%11 == 0
}

// ABN reports whether d is an Australian business number.
func ABN(d string) bool {
	if len(d) != 11 || !digits(d) || d[0] == '0' {
		return false
	}
	return (weighted(d, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)-10)%89 == 0
}

// ACN reports whether d is an Australian company number.
func ACN(d string) bool {
	if len(d) != 9 || !digits(d) || same(d) {
		return false
	}
	return (10-weighted(d, 8, 7, 6, 5, 4, 3, 2, 1)%10)%10 == int(d[8]-'0')
}

// IRD reports whether d is a New Zealand Inland Revenue number.
func IRD(d string) bool {
	if !digits(d) || len(d) != 8 && len(d) != 9 {
		return false
	}
	if n := number(d); n < 10_000_000 || n > 150_000_000 {
		return false
	}
	var full [9]byte
	full[0] = '0'
	copy(full[9-len(d):], d)
	s := string(full[:])
	check := (11 - weighted(s, 3, 2, 7, 6, 5, 4, 3, 2)%11) % 11
	if check == 10 {
		check = (11 - weighted(s, 7, 4, 3, 2, 5, 2, 7, 6)%11) % 11
	}
	return check == int(s[8]-'0')
}

// NINO reports whether s is a United Kingdom National Insurance number. It has no check digit.
func NINO(s string) bool {
	if len(s) != 9 || !letters(s[:2]) || !digits(s[2:8]) || s[8] < 'A' || s[8] > 'D' {
		return false
	}
	for i := range 2 {
		switch s[i] {
		case 'D', 'F', 'I', 'Q', 'U', 'V':
			return false
		}
	}
	switch s[:2] {
	case "BG", "GB", "KN", "NK", "NT", "TN", "ZZ":
		return false
	}
	return s[1] != 'O'
}

// UKDriver reports whether s is a driving licence number of Great Britain: five characters of the surname,
// the birth date, initials, and two or three characters more.
func UKDriver(s string) bool {
	if len(s) != 16 || !upper(s[0]) || !digits(s[5:11]) || !digits(s[13:14]) || !letters(s[14:]) {
		return false
	}
	padded := false
	for i := range 5 {
		if s[i] == '9' {
			padded = true
		} else if padded || !upper(s[i]) {
			return false
		}
	}
	for _, c := range []byte{s[11], s[12]} {
		if c != '9' && !upper(c) {
			return false
		}
	}
	return dayMonth(number(s[8:10]), number(s[6:8])%50) // women have 50 added to the month
}

// SSN reports whether d is a United States social security number that could have been issued and is not a
// published sample. It has no check digit.
func SSN(d string) bool {
	if len(d) != 9 || !digits(d) || d[0] == '9' || same(d) {
		return false
	}
	switch d {
	case "078051120", "219099999", "457555462":
		return false
	}
	return d[:3] != "000" && d[:3] != "666" && d[3:5] != "00" && d[5:] != "0000"
}

// ITIN reports whether d is a United States individual taxpayer number.
func ITIN(d string) bool {
	if len(d) != 9 || !digits(d) || d[0] != '9' {
		return false
	}
	g := number(d[3:5])
	return g >= 50 && g <= 65 || g >= 70 && g <= 88 || g >= 90 && g <= 92 || g >= 94
}

// SIN reports whether d is a Canadian social insurance number of a person.
func SIN(d string) bool {
	return len(d) == 9 && d[0] != '0' && d[0] != '8' && !same(d) && Luhn(d)
}

// PPS reports whether s is an Irish personal public service number: seven digits, check letter, and for
// newer numbers one letter more.
func PPS(s string) bool {
	if len(s) != 8 && len(s) != 9 || !digits(s[:7]) || !letters(s[7:]) {
		return false
	}
	sum := weighted(s, 8, 7, 6, 5, 4, 3, 2)
	if len(s) == 9 {
		if s[8] > 'I' && s[8] != 'W' {
			return false
		}
		sum += ppsLetter(s[8]) * 9
	}
	return sum%23 == ppsLetter(s[7])
}

func ppsLetter(c byte) int {
	if c == 'W' {
		return 0
	}
	return int(c-'A') + 1
}

// SouthAfrica reports whether d is a South African identity number.
func SouthAfrica(d string) bool {
	return len(d) == 13 && Luhn(d) && dayMonth(number(d[4:6]), number(d[2:4])) && d[10] <= '2'
}

// NRIC reports whether s is a Singapore identity card or foreign identification number.
func NRIC(s string) bool {
	if len(s) != 9 || !digits(s[1:8]) {
		return false
	}
	sum := weighted(s[1:], 2, 7, 6, 5, 4, 3, 2)
	switch s[0] {
	case 'S':
		return "JZIHGFEDCBA"[sum%11] == s[8]
	case 'T':
		return "JZIHGFEDCBA"[(sum+4)%11] == s[8]
	case 'F':
		return "XWUTRQPNMLK"[sum%11] == s[8]
	case 'G':
		return "XWUTRQPNMLK"[(sum+4)%11] == s[8]
	case 'M':
		return "XWUTRQPNJLK"[(sum+3)%11] == s[8]
	}
	return false
}

// Aadhaar reports whether d is an Indian Aadhaar number (Verhoeff check).
func Aadhaar(d string) bool {
	if len(d) != 12 || !digits(d) || d[0] < '2' || same(d) {
		return false
	}
	c := 0
	for i := range len(d) {
		c = dihedral(c, verhoeff(i, int(d[len(d)-1-i]-'0')))
	}
	return c == 0
}

// dihedral multiplies in the group of the symmetries of a pentagon.
func dihedral(a, b int) int {
	switch {
	case a < 5 && b < 5:
		return (a + b) % 5
	case a < 5:
		return 5 + (a+b-5)%5
	case b < 5:
		return 5 + (a-5-b+5)%5
	}
	return (a - b + 5) % 5
}

// verhoeff permutes n as position i asks.
func verhoeff(i, n int) int {
	for range i % 8 {
		n = int("1576283094"[n] - '0')
	}
	return n
}

// PAN reports whether s is an Indian permanent account number: the fourth letter names the kind of holder.
func PAN(s string) bool {
	if len(s) != 10 || !letters(s[:5]) || !digits(s[5:9]) || !upper(s[9]) {
		return false
	}
	switch s[3] {
	case 'A', 'B', 'C', 'F', 'G', 'H', 'J', 'L', 'P', 'T':
		return true
	}
	return false
}

// VIN reports whether s is a vehicle identification number with the check digit of ISO 3779 as North
// America uses it.
func VIN(s string) bool {
	if !VINShape(s) || same(s) {
		return false
	}
	const values = "12345678012345070923456789" // A to Z; I, O and Q do not occur
	weights := [...]int{8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2}
	sum := 0
	for i, w := range weights {
		v := int(s[i]) - '0'
		if upper(s[i]) {
			v = int(values[s[i]-'A'] - '0')
		}
		sum += v * w
	}
	return s[8] == "0123456789X"[sum%11]
}

// VINShape reports whether s is written like a vehicle identification number.
func VINShape(s string) bool {
	if len(s) != 17 {
		return false
	}
	numbers := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			numbers++
		case !upper(c) || c == 'I' || c == 'O' || c == 'Q':
			return false
		}
	}
	return numbers >= 4 && numbers < 17
}
