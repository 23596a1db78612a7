package page

import (
	"strings"
	"time"
	"unicode"
)

// monthNames holds the beginnings of month names in the languages of the platform, January first. A word
// is a month when it begins with one of them; the longest match decides (marras before mar, juil before jul).
var monthNames = [12]string{
	"jan ene gen янв led sty sij tammi ιαν जन oca",
	"feb fév fev úno lut velj helmi φεβ фев şub फ़र",
	"mar mär maer mrt mrz bře ožu maalis μαρ мар मार्च",
	"apr abr avr ápr dub kwi tra huhti απρ апр nis अप्रैल",
	"may mai maj mag mei máj kvě svi touko μαΐ μαι май мая मई",
	"jun juin jún giu cze červn čvn lip kesä ιουν июн haz जून",
	"jul juil júl lug lipc červen čvc srp heinä ιουλ июл tem जुलाई",
	"aug ago aoû aou ağu sie kol elo αυγ авг अगस्त",
	"sep set szept zář wrz ruj syys σεπ сен eyl सित",
	"oct okt ott out říj paź loka οκτ окт eki अक्टू",
	"nov lis stu marras νοε ноя kas नव noi",
	"dec déc dez dic des pro gru joulu δεκ дек ara दिस",
}

// Date reads a date as it stands on a page, in the zone of the account; false when no form fits.
// Known forms: "Jun 04, 2025 6:46:10 pm", "Oct 19, 2019 at 2:37 PM", "19 Oct 2019, 14:37",
// "14. Nov. 2023, 22:13", "14.11.2023", "2019-10-19T14:37:00", "2019年10月19日 14:37", with month names in
// the account's language.
func Date(s string, zone *time.Location) (time.Time, bool) {
	if len(s) > 80 || len(s) < 6 {
		return time.Time{}, false
	}
	f := split(s)
	day, month, year, ok := f.date()
	if !ok || month < 1 || month > 12 || day < 1 || day > 31 || year < 1990 || year > 2200 {
		return time.Time{}, false
	}
	if f.hour > 23 || f.min > 59 || f.sec > 60 {
		return time.Time{}, false
	}
	t := time.Date(year, time.Month(month), day, f.hour, f.min, f.sec, 0, zone)
	if t.Day() != day {
		return time.Time{}, false
	}
	return t.UTC(), true
}

// fields is a date text taken apart.
type fields struct {
	nums           []num
	month          int // by name
	hour, min, sec int
	words          int // words that are neither a month nor known filler
	cjk            bool
}

type num struct {
	v, digits int
	before    rune // the separator in front of it
}

// filler are words that stand in dates beside the month.
var filler = map[string]bool{
	"at": true, "um": true, "à": true, "a": true, "las": true, "de": true, "del": true, "alle": true, "ore": true, "om": true,
	"kl": true, "den": true, "uhr": true, "h": true, "t": true, "z": true, "m": true, "p": true, "am": true, "pm": true, "utc": true,
	"às": true, "of": true, "o": true, "og": true, "v": true, "г": true, "в": true, "ora": true, "la": true, "il": true, "le": true,
	"mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true, "monday": true, "tuesday": true,
	"wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
}

func split(s string) fields {
	var f fields
	runes := []rune(strings.ToLower(s))
	var before rune
	pm, am := false, false
	for i := 0; i < len(runes); {
		r := runes[i]
		switch {
		case unicode.IsDigit(r):
			j := i
			n := 0
			for j < len(runes) && unicode.IsDigit(runes[j]) && j-i < 9 {
				n = n*10 + int(runes[j]-'0')
				j++
			}
			if next, ok := f.clock(runes, i); ok {
				i = next
				continue
			}
			f.nums = append(f.nums, num{n, j - i, before})
			i = j
			before = ' '
		case unicode.IsLetter(r) || unicode.IsMark(r):
			j := i
			for j < len(runes) && (unicode.IsLetter(runes[j]) || unicode.IsMark(runes[j])) {
				j++
			}
			word := string(runes[i:j])
			switch m := monthOf(word); {
			case strings.ContainsAny(word, "年月日"):
				f.cjk = true
			case word == "pm" || word == "p":
				pm = true
			case word == "am":
				am = true
			case m > 0 && f.month == 0:
				f.month = m
			case !filler[word]:
				f.words++
			}
			i = j
		default:
			before = r
			i++
		}
	}
	if pm && f.hour < 12 {
		f.hour += 12
	}
	if am && f.hour == 12 {
		f.hour = 0
	}
	return f
}

// clock reads hh:mm or hh:mm:ss at i (also hh.mm after a month name, hh h mm) and returns where it ends.
func (f *fields) clock(runes []rune, i int) (int, bool) {
	var parts [3]int
	n, j := 0, i
	for n < 3 {
		start := j
		for j < len(runes) && unicode.IsDigit(runes[j]) && j-start < 3 {
			parts[n] = parts[n]*10 + int(runes[j]-'0')
			j++
		}
		if j == start || j-start > 2 {
			break
		}
		n++
		dotted := j < len(runes) && runes[j] == '.' && f.month > 0 && len(f.nums) >= 2
		if n == 3 || j+1 >= len(runes) || !unicode.IsDigit(runes[j+1]) || (runes[j] != ':' && runes[j] != 'h' && !dotted) {
			break
		}
		j++
	}
	if n < 2 {
		return 0, false
	}
	f.hour, f.min, f.sec = parts[0], parts[1], parts[2]
	return j, true
}

func (f *fields) date() (day, month, year int, ok bool) {
	if f.words > 1 {
		return 0, 0, 0, false
	}
	n := f.nums
	switch {
	case f.month > 0 && len(n) >= 2 && n[0].digits == 4:
		return n[1].v, f.month, n[0].v, true
	case f.month > 0 && len(n) >= 2 && n[1].digits == 4:
		return n[0].v, f.month, n[1].v, true
	case len(n) < 3 || f.words > 0:
		return 0, 0, 0, false
	case n[0].digits == 4:
		return n[2].v, n[1].v, n[0].v, true
	case n[2].digits == 4 && n[1].before == '/' && n[1].v > 12:
		return n[1].v, n[0].v, n[2].v, true
	case n[2].digits == 4:
		return n[0].v, n[1].v, n[2].v, true
	}
	return 0, 0, 0, false
}

// monthPrefixes maps each beginning to its month, built once from monthNames.
var monthPrefixes = func() map[string]int {
	m := map[string]int{}
	for i, names := range monthNames {
		for name := range strings.FieldsSeq(names) {
			m[name] = i + 1
		}
	}
	return m
}()

// longestPrefix is the length of the longest beginning in bytes.
const longestPrefix = 24

func monthOf(word string) int {
	for n := min(len(word), longestPrefix); n >= 3; n-- {
		if m := monthPrefixes[word[:n]]; m > 0 {
			return m
		}
	}
	return 0
}
