package identify

import (
	"strings"

	"footprint/internal/analyze/identify/checksum"
)

func figures(s string) int {
	n := 0
	for i := range len(s) {
		if isDigit(s[i]) {
			n++
		}
	}
	return n
}

func ibanShape(s string) bool {
	return checksum.IBANLength(s[:2]) == len(s) && isDigit(s[2]) && isDigit(s[3])
}

func ihiShape(s string) bool { return s[:6] == "800360" }

func hpiShape(s string) bool { return s[:6] == "800361" || s[:6] == "800362" }

func medicareShape(s string) bool { return s[0] >= '2' && s[0] <= '6' }

func ppsShape(s string) bool { return figures(s[:7]) == 7 && figures(s[7:]) == 0 }

func nricShape(s string) bool {
	return figures(s[1:8]) == 7 && isUpper(s[0]) && isUpper(s[8])
}

func ahpraShape(s string) bool { return figures(s[:3]) == 0 && figures(s[3:]) == 10 }

// documentShape is how passports, licences and policies are numbered: mostly digits, few letters.
func documentShape(s string) bool { return figures(s) >= 5 && len(s)-figures(s) <= 4 }

// nationalShape also allows the letters of a name and a place of birth: HEGG560427MVZRRL04.
func nationalShape(s string) bool {
	return documentShape(s) || len(s) == 18 && figures(s[:4]) == 0 && figures(s[4:10]) == 6
}

// passportShape also allows the letters among the digits of German passports.
func passportShape(s string) bool { return documentShape(s) || len(s) == 9 && figures(s) >= 4 }

// recordShape is how files and staff are numbered; a year is neither.
func recordShape(s string) bool {
	f := figures(s)
	return f >= 4 && len(s)-f <= 4 && !(f == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")))
}

// anything is the check of schemes that are told by their grouping alone.
func anything(string) bool { return true }

// deviceShape is how makers number things: 24H-118822, C02XK4471JG5.
func deviceShape(s string) bool {
	return recordShape(s) || len(s) >= 8 && figures(s) >= 4 || len(s) >= 6 && figures(s) >= 3
}

// emiratesShape is the series of the United Arab Emirates: 784, year of birth, seven digits, check digit.
func emiratesShape(s string) bool {
	return s[:3] == "784" && (s[3:5] == "19" || s[3:5] == "20") && checksum.Luhn(s)
}

// bornFirst reports a number that begins with six digits of a date of birth, day or year first, as those of Malaysia and the
// Nordic countries do.
func bornFirst(s string) bool {
	a, month, b := small(s[:2]), small(s[2:4]), small(s[4:6])
	return month >= 1 && month <= 12 && (a >= 1 && a <= 31 || b >= 1 && b <= 31)
}

// accountShape is how hospitals number accounts: one or two letters and digits.
func accountShape(s string) bool { return figures(s) >= len(s)-2 && figures(s[2:]) == len(s)-2 }

func swiftShape(s string) bool { return len(s) != 9 && len(s) != 10 && figures(s[:6]) == 0 }
