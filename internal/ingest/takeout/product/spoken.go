package product

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"footprint/internal/ingest"
)

var (
	clock    = regexp.MustCompile(`^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*(\p{L}\.?\s?\p{L}\.?)?`)
	numeric  = regexp.MustCompile(`(\d{1,4})\s?[./年-]\s?(\d{1,2})\s?[./月-]\s?(\d{1,4})`)
	word     = regexp.MustCompile(`\p{L}+`)
	gmtShift = regexp.MustCompile(`(?:GMT|UTC|UT)\s?([+\x{2212}-])(\d{1,2})(?::?(\d{2}))?`)
)

// Spoken reads a date as Google writes it for people, in any of its usual languages: "Jun 5, 2022,
// 10:11:12 AM CEST", "05.06.2022, 10:11:12 MESZ", "5 de jun. de 2022 10:11:12 BRT". Without a zone it is
// UTC, as in exports before the middle of 2018; a zone that is not known is passed over. The zero time
// says that the text could not be read.
func Spoken(s string) time.Time {
	s = strings.Join(strings.Fields(s), " ") // other blanks stand before AM
	if len(s) > 4 && s[4] == '-' {
		if t := Time(s); !t.IsZero() {
			return t
		}
	}
	from := clockStart(s)
	if len(s) > 120 || from < 0 {
		return time.Time{}
	}
	rest := s[from:]
	at := clock.FindStringSubmatchIndex(rest)
	if at == nil {
		return time.Time{}
	}
	hour, minute, second, half := part(rest, at, 1), part(rest, at, 2), part(rest, at, 3), ""
	if at[8] >= 0 {
		half = rest[at[8]:at[9]]
	}
	date, zone := s[:from], rest[at[1]:]
	if strings.TrimSpace(date) == "" { // the date follows the time
		date, zone = zone, ""
	}
	afternoon, known := halfDay(half)
	if !known {
		zone = half + zone
	}
	if known && hour == 12 {
		hour = 0
	}
	if afternoon {
		hour += 12
	}
	y, m, d := day(date, known)
	if y == 0 || m < 1 || m > 12 || d < 1 || d > 31 || hour > 23 || minute > 59 || second > 59 {
		return time.Time{}
	}
	return ingest.Plausible(time.Date(y, time.Month(m), d, hour, minute, second, 0, time.UTC).Add(-shift(zone)))
}

// clockStart finds where the time begins: at the digits before a colon, or, since a date may have dots too,
// before the last pair of dots.
func clockStart(s string) int {
	i := strings.IndexByte(s, ':')
	if i < 0 {
		if i = strings.LastIndexByte(s, '.'); i >= 3 && s[i-3] == '.' {
			i -= 3
		}
	}
	start := i
	for start > 0 && i-start < 2 && s[start-1] >= '0' && s[start-1] <= '9' {
		start--
	}
	if start == i {
		return -1
	}
	return start
}

func part(s string, at []int, group int) int {
	if at[2*group] < 0 {
		return 0
	}
	n, _ := strconv.Atoi(s[at[2*group]:at[2*group+1]]) // two digits
	return n
}

func halfDay(s string) (afternoon, known bool) {
	switch Fold(s) {
	case "am":
		return false, true
	case "pm":
		return true, true
	}
	return false, false
}

// day finds year, month and day. Of two small numbers the first is the month where people write AM and PM.
func day(s string, american bool) (y, m, d int) {
	var g []string
	if strings.ContainsAny(s, "./年-") {
		g = numeric.FindStringSubmatch(s)
	}
	if g != nil {
		a, _ := strconv.Atoi(g[1]) // up to four digits each
		b, _ := strconv.Atoi(g[2])
		c, _ := strconv.Atoi(g[3])
		switch {
		case len(g[1]) == 4:
			return a, b, c
		case len(g[3]) < 4:
			c += 2000
			fallthrough
		default:
			if b > 12 || american && a <= 12 {
				return c, a, b
			}
			return c, b, a
		}
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if named := month(w); named != 0 {
			m = named // the last one: names of weekdays begin like those of months
		}
	}
	for n := range strings.FieldsFuncSeq(s, func(r rune) bool { return r < '0' || r > '9' }) {
		v, err := strconv.Atoi(n)
		switch {
		case err != nil:
		case len(n) == 4 && y == 0:
			y = v
		case d == 0:
			d = v
		}
	}
	return y, m, d
}

// months lists the beginnings of the months' names in the languages of the export. A longer one decides
// before a shorter one.
var months = [...][]string{
	{"jan", "ene", "gen", "янв", "sty", "led", "oca", "saus", "ian", "tammi"},
	{"feb", "fév", "fev", "fév", "фев", "lut", "úno", "şub", "vas", "febr", "helmi"},
	{"mar", "mär", "maa", "mrt", "мар", "bře", "kov", "maalis", "març"},
	{"apr", "avr", "abr", "апр", "kwi", "dub", "nis", "bal", "huhti"},
	{"may", "mai", "mag", "maj", "mei", "май", "мая", "kvě", "geg", "touko", "maig"},
	{"jun", "juin", "giu", "июн", "cze", "červn", "haz", "birž", "iun", "kesä"},
	{"jul", "juil", "lug", "июл", "lip", "červe", "tem", "liep", "iul", "heinä"},
	{"aug", "aoû", "aou", "ago", "авг", "sie", "srp", "ağu", "rugp", "elo"},
	{"sep", "set", "сен", "wrz", "zář", "eyl", "rugs", "syys"},
	{"oct", "okt", "ott", "out", "окт", "paź", "říj", "eki", "spal", "lok"},
	{"nov", "ноя", "lis", "kas", "lapkr", "noi", "marras"},
	{"dec", "déc", "dez", "dic", "des", "дек", "gru", "pro", "ara", "gruod", "joulu"},
}

func month(w string) int {
	best, length := 0, 0
	for i, names := range months {
		for _, n := range names {
			if len(n) > length && strings.HasPrefix(w, n) {
				best, length = i+1, len(n)
			}
		}
	}
	return best
}

// zones are the abbreviations Google writes, in hours east of Greenwich.
var zones = map[string]float64{
	"UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "OEZ": 2, "OESZ": 3, "WEZ": 0, "WESZ": 1, "MEZ": 1, "MESZ": 2, "CET": 1, "CEST": 2, "BST": 1, "WEST": 1, "EET": 2, "EEST": 3, "MSK": 3,
	"TRT": 3, "SAST": 2, "EAT": 3, "WAT": 1, "CAT": 2, "GST": 4, "PKT": 5, "IST": 5.5, "NPT": 5.75, "ICT": 7, "WIB": 7, "HKT": 8, "SGT": 8, "PHT": 8, "PST": -8, "PDT": -7, "MST": -7, "MDT": -6,
	"CST": -6, "CDT": -5, "EST": -5, "EDT": -4, "AST": -4, "ADT": -3, "NST": -3.5, "NDT": -2.5, "AKST": -9, "AKDT": -8, "HST": -10, "BRT": -3, "ART": -3, "CLT": -4, "CLST": -3, "COT": -5, "PET": -5,
	"JST": 9, "KST": 9, "AWST": 8, "ACST": 9.5, "ACDT": 10.5, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "HNE": -5, "HAE": -4, "HNP": -8, "HAP": -7,
}

func shift(s string) time.Duration {
	if !strings.ContainsAny(s, "+-\u2212") {
		return time.Duration(zones[word.FindString(s)] * float64(time.Hour))
	}
	if g := gmtShift.FindStringSubmatch(s); g != nil {
		h, _ := strconv.Atoi(g[2]) // two digits
		m, _ := strconv.Atoi("0" + g[3])
		d := time.Duration(h)*time.Hour + time.Duration(m)*time.Minute
		if g[1] != "+" {
			d = -d
		}
		return d
	}
	return time.Duration(zones[word.FindString(s)] * float64(time.Hour))
}
