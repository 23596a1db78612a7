package audit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// interval is a length of time by the calendar; none means never.
type interval struct {
	n    int
	unit string // d, w, mo, y
}

// parseInterval reads 60d, 2w, 3mo, 5y, or off.
func parseInterval(s string) (interval, error) {
	if s == "off" {
		return interval{}, nil
	}
	digits := strings.TrimRight(s, "dwmoy")
	iv := interval{unit: s[len(digits):]}
	var err error
	if iv.n, err = strconv.Atoi(digits); err != nil || iv.n < 1 || iv.n > 10_000 || !slices.Contains([]string{"d", "w", "mo", "y"}, iv.unit) {
		return interval{}, fmt.Errorf("interval %q: want something like 60d, 2w, 3mo, 5y, or off", s)
	}
	return iv, nil
}

// String is what parseInterval reads.
func (iv interval) String() string {
	if iv.n == 0 {
		return "off"
	}
	return strconv.Itoa(iv.n) + iv.unit
}

// after is t and the interval, by the calendar.
func (iv interval) after(t time.Time, sign int) time.Time {
	n := sign * iv.n
	switch iv.unit {
	case "w":
		return t.AddDate(0, 0, 7*n)
	case "mo":
		return t.AddDate(0, n, 0)
	case "y":
		return t.AddDate(n, 0, 0)
	}
	return t.AddDate(0, 0, n)
}
