package checksum

// Brand returns the network of a payment card number by its prefix and length, or "" if there is none.
// It does not check the Luhn digit.
func Brand(d string) string {
	if !digits(d) || len(d) < 13 || len(d) > 19 {
		return ""
	}
	n, p2, p3, p4 := len(d), number(d[:2]), number(d[:3]), number(d[:4])
	switch {
	case d[0] == '4' && (n == 13 || n == 16 || n == 19):
		return "visa"
	case n == 16 && (p2 >= 51 && p2 <= 55 || p4 >= 2221 && p4 <= 2720):
		return "mastercard"
	case n == 15 && (p2 == 34 || p2 == 37):
		return "amex"
	case n == 14 && (p2 == 36 || p2 == 38 || p2 == 39 || p3 >= 300 && p3 <= 305):
		return "diners"
	case n >= 16 && (p4 == 6011 || p3 >= 644 && p3 <= 649 || p2 == 65):
		return "discover"
	case n >= 16 && p4 >= 3528 && p4 <= 3589:
		return "jcb"
	case n >= 16 && p2 == 62:
		return "unionpay"
	case n >= 13 && (p4 == 5018 || p4 == 5020 || p4 == 5038 || p4 == 5893 || p4 == 6304 || p4 == 6759 || p4 >= 6761 && p4 <= 6763):
		return "maestro"
	}
	return ""
}

// Card reports whether d is a payment card number: known prefix, its length, Luhn.
func Card(d string) bool { return Brand(d) != "" && !same(d) && Luhn(d) }

// ibanLengths holds the IBAN registry: country code and length, in order of the code.
const ibanLengths = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18" +
	"FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20" +
	"MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30"

// IBANLength returns the length of an IBAN of the country with the two-letter code, 0 if it has none.
func IBANLength(country string) int {
	for i := 0; i+4 <= len(ibanLengths); i += 4 {
		if ibanLengths[i:i+2] == country {
			return number(ibanLengths[i+2 : i+4])
		}
	}
	return 0
}

// IBAN reports whether s is an international bank account number (ISO 13616).
func IBAN(s string) bool {
	if len(s) < 15 || IBANLength(s[:2]) != len(s) || !digits(s[2:4]) {
		return false
	}
	rem := 0
	for i := range len(s) {
		c := s[(i+4)%len(s)]
		switch {
		case c >= '0' && c <= '9':
			rem = (rem*10 + int(c-'0')) % 97
		case upper(c):
			rem = (rem*100 + int(c-'A') + 10) % 97
		default:
			return false
		}
	}
	return rem == 1
}

// Routing reports whether d is a United States bank routing number (ABA).
func Routing(d string) bool {
	if len(d) != 9 || !digits(d) || same(d) {
		return false
	}
	p := number(d[:2])
	if !(p <= 12 || p >= 21 && p <= 32 || p >= 61 && p <= 72 || p == 80) {
		return false
	}
	return weighted(d, 3, 7, 1, 3, 7, 1, 3, 7, 1)%10 == 0
}

// nzBranch is a range of New Zealand branches that share a check.
type nzBranch struct {
	bank, from, to int
	algorithm      byte
}

// nzBranches follows the bank branch register and the bank account number checks that Inland Revenue
// publishes for payers of resident withholding tax.
func nzBranches() [44]nzBranch {
	return [...]nzBranch{
		{1, 1, 999, 'A'}, {1, 1100, 1199, 'A'}, {1, 1800, 1899, 'A'}, {2, 1, 999, 'A'}, {2, 1200, 1299, 'A'},
		{3, 1, 999, 'A'}, {3, 1300, 1399, 'A'}, {3, 1500, 1599, 'A'}, {3, 1700, 1799, 'A'}, {3, 1900, 1999, 'A'}, {3, 7350, 7399, 'A'},
		{4, 2014, 2024, 'A'}, {6, 1, 999, 'A'}, {6, 1400, 1499, 'A'}, {8, 6500, 6599, 'D'}, {9, 0, 0, 'E'},
		{11, 5000, 6499, 'A'}, {11, 6600, 8999, 'A'}, {12, 3000, 3299, 'A'}, {12, 3400, 3499, 'A'}, {12, 3600, 3699, 'A'},
		{13, 4900, 4999, 'A'}, {14, 4700, 4799, 'A'}, {15, 3900, 3999, 'A'}, {16, 4400, 4499, 'A'}, {17, 3300, 3399, 'A'},
		{18, 3500, 3599, 'A'}, {19, 4600, 4649, 'A'}, {20, 4100, 4199, 'A'}, {21, 4800, 4899, 'A'}, {22, 4000, 4049, 'A'},
		{23, 3700, 3799, 'A'}, {24, 4300, 4349, 'A'}, {25, 2500, 2599, 'F'}, {26, 2600, 2699, 'G'}, {27, 3800, 3849, 'A'},
		{28, 2100, 2149, 'G'}, {29, 2150, 2299, 'G'}, {30, 2900, 2949, 'A'}, {31, 2800, 2849, 'X'}, {33, 6700, 6799, 'F'},
		{35, 2400, 2499, 'A'}, {38, 9000, 9499, 'A'}, {88, 8800, 8805, 'A'},
	}
}

// NZBank reports whether bank (2 digits), branch (4), base (7) and suffix (2 or 3) make a New Zealand account.
func NZBank(d string) bool {
	if !digits(d) || len(d) != 15 && len(d) != 16 {
		return false
	}
	bank, branch, base := number(d[:2]), number(d[2:6]), number(d[6:13])
	if base == 0 {
		return false
	}
	for _, r := range nzBranches() {
		if r.bank == bank && branch >= r.from && branch <= r.to {
			return nzAccount(r.algorithm, d[2:6], d[6:13], number(d[13:]))
		}
	}
	return false
}

func nzAccount(algorithm byte, branch, base string, suffix int) bool {
	switch algorithm {
	case 'A': // from base 990,000 on the branch does not count
		sum := weighted(base[1:], 10, 5, 8, 4, 2, 1)
		if number(base) < 990000 {
			sum += weighted(branch, 6, 3, 7, 9)
		}
		return sum%11 == 0
	case 'D':
		return weighted(base, 7, 6, 5, 4, 3, 2, 1)%11 == 0
	case 'E':
		return (folded(base[3:], 5, 4, 3, 2)+folded(string(rune('0'+suffix%10)), 1))%11 == 0
	case 'F':
		return weighted(base, 1, 7, 3, 1, 7, 3, 1)%10 == 0
	case 'G':
		s := [3]byte{byte('0' + suffix/100%10), byte('0' + suffix/10%10), byte('0' + suffix%10)}
		return (folded(base, 1, 3, 7, 1, 3, 7, 1)+folded(string(s[:]), 3, 7, 1))%10 == 0
	}
	return true
}

// folded is weighted with each product reduced to one digit by adding its digits, twice if needed.
func folded(d string, weights ...int) int {
	sum := 0
	for i, w := range weights {
		p := int(d[i]-'0') * w
		for p > 9 {
			p = p/10 + p%10
		}
		sum += p
	}
	return sum
}
