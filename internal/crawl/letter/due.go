package letter

import "time"

// Time is how long a recipient has: whole months by the calendar, days, or working days of New Zealand.
type Time struct{ Months, Days, WorkingDaysNZ int }

// after is the last day of the time, in UTC at midnight. A month ends on the same day of the next month, or on
// that month's last day.
func (t Time) after(sent time.Time) time.Time {
	day := sent.UTC().Truncate(24 * time.Hour)
	if t.Months > 0 {
		first := time.Date(day.Year(), day.Month()+time.Month(t.Months), 1, 0, 0, 0, 0, time.UTC)
		last := first.AddDate(0, 1, -1).Day()
		day = first.AddDate(0, 0, min(day.Day(), last)-1)
	}
	day = day.AddDate(0, 0, t.Days)
	for left := t.WorkingDaysNZ; left > 0; {
		day = day.AddDate(0, 0, 1)
		if workingDayNZ(day) {
			left--
		}
	}
	return day
}

// workingDayNZ follows the Privacy Act 2020: weekends, national holidays and the days from 25 December to
// 15 January do not count. Anniversary days of provinces are not known here, so that a deadline may lie a day
// later than computed.
func workingDayNZ(d time.Time) bool {
	if w := d.Weekday(); w == time.Saturday || w == time.Sunday {
		return false
	}
	month, day := d.Month(), d.Day()
	if month == time.December && day >= 25 || month == time.January && day <= 15 {
		return false
	}
	easter := easterSunday(d.Year())
	for _, holiday := range []time.Time{
		onMonday(d.Year(), time.February, 6), onMonday(d.Year(), time.April, 25), // Waitangi, ANZAC
		easter.AddDate(0, 0, -2), easter.AddDate(0, 0, 1),
		nthMonday(d.Year(), time.June, 1), nthMonday(d.Year(), time.October, 4), // Sovereign's birthday, Labour Day
		matariki[d.Year()],
	} {
		if d.Equal(holiday) {
			return false
		}
	}
	return true
}

// onMonday is a day, or the Monday after it if it falls on a weekend.
func onMonday(year int, month time.Month, day int) time.Time {
	d := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	switch d.Weekday() {
	case time.Saturday:
		return d.AddDate(0, 0, 2)
	case time.Sunday:
		return d.AddDate(0, 0, 1)
	}
	return d
}

func nthMonday(year int, month time.Month, n int) time.Time {
	d := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	return d.AddDate(0, 0, (8-int(d.Weekday()))%7+7*(n-1))
}

// matariki is set by law year by year (Te Kāhui o Matariki Public Holiday Act 2022, schedule 1).
var matariki = map[int]time.Time{
	2025: time.Date(2025, 6, 20, 0, 0, 0, 0, time.UTC), 2026: time.Date(2026, 7, 10, 0, 0, 0, 0, time.UTC), 2027: time.Date(2027, 6, 25, 0, 0, 0, 0, time.UTC),
	2028: time.Date(2028, 7, 14, 0, 0, 0, 0, time.UTC), 2029: time.Date(2029, 7, 6, 0, 0, 0, 0, time.UTC), 2030: time.Date(2030, 6, 21, 0, 0, 0, 0, time.UTC),
}

// easterSunday is the Gregorian computus.
func easterSunday(year int) time.Time {
	a, b, c := year%19, year/100, year%100
	d, e, f := b/4, b%4, (b+8)/25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	month, day := (h+l-7*m+114)/31, (h+l-7*m+114)%31+1
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}
