package footprint

import (
	"fmt"
	"strings"
	"time"
)

// Shift is a span of work on some days of every week, by the clock on the wall. One that ends before it begins
// ends on the next day.
type Shift struct {
	Days string `json:"days"` // "mon-fri", "sat,sun"
	From string `json:"from"` // "08:00"
	To   string `json:"to"`
}

var weekdays = [...]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// parseShift reads "mon-fri 08:00-17:00".
func parseShift(text string) (Shift, error) {
	days, hours, ok := strings.Cut(strings.ToLower(strings.TrimSpace(text)), " ")
	from, to, ok2 := strings.Cut(strings.ReplaceAll(hours, " ", ""), "-")
	s := Shift{days, from, to}
	_, err := s.days()
	_, _, err2 := s.hours()
	if !ok || !ok2 || err != nil || err2 != nil {
		return Shift{}, fmt.Errorf("shift %q: want for instance mon-fri 08:00-17:00", text)
	}
	return s, nil
}

// ParseShifts reads shifts that stand between semicolons.
func ParseShifts(text string) ([]Shift, error) {
	var shifts []Shift
	for _, line := range strings.Split(text, ";") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		s, err := parseShift(line)
		if err != nil {
			return nil, err
		}
		shifts = append(shifts, s)
	}
	return shifts, nil
}

// String is the form that parseShift reads.
func (s Shift) String() string { return s.Days + " " + s.From + "-" + s.To }

func (s Shift) days() (on [7]bool, err error) {
	for _, part := range strings.Split(s.Days, ",") {
		first, last, span := strings.Cut(part, "-")
		if !span {
			last = first
		}
		a, err := indexOf("day", weekdays[:], first)
		if err != nil {
			return on, err
		}
		b, err := indexOf("day", weekdays[:], last)
		if err != nil {
			return on, err
		}
		for d := a; ; d = (d + 1) % 7 {
			on[d] = true
			if d == b {
				break
			}
		}
	}
	return on, nil
}

func (s Shift) hours() (from, to int, err error) {
	a, err := time.Parse("15:04", s.From)
	if err != nil {
		return 0, 0, err
	}
	b, err := time.Parse("15:04", s.To)
	return a.Hour()*60 + a.Minute(), b.Hour()*60 + b.Minute(), err
}

// Holds reports whether a time, by the clock on the wall, lies in the shift.
func (s Shift) Holds(t time.Time) bool {
	on, err := s.days()
	from, to, err2 := s.hours()
	if err != nil || err2 != nil {
		return false
	}
	now, today := t.Hour()*60+t.Minute(), int(t.Weekday())
	if from < to {
		return on[today] && now >= from && now < to
	}
	return on[today] && now >= from || on[(today+6)%7] && now < to
}

// OnShift reports whether a time lies in one of the user's shifts.
func (p *Person) OnShift(t time.Time) bool {
	for _, s := range p.Shifts {
		if s.Holds(t) {
			return true
		}
	}
	return false
}
