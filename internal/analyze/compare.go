package analyze

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// value is one field of an item as conditions see it.
type value struct {
	one   string   // a single word; reading it allocates nothing
	many  []string // or several
	num   float64
	isNum bool
	time  time.Time
	known bool
}

// compare compiles the right-hand side of a condition.
func compare(f field, list []string) (test, error) {
	get, first := f.get, list[0]
	switch {
	case first == "present":
		return func(c *Context) bool { return get(c).known }, nil
	case first == "absent":
		return func(c *Context) bool { return !get(c).known }, nil
	case strings.HasPrefix(first, "older ") || strings.HasPrefix(first, "newer "):
		return compareTime(get, first)
	case first != "" && strings.ContainsRune("<>=", rune(first[0])):
		return compareNumber(get, first)
	case strings.HasPrefix(first, "!"):
		not := make([]string, len(list))
		for i, s := range list {
			not[i] = strings.TrimPrefix(s, "!")
		}
		if f.word != nil {
			return func(c *Context) bool { return !among(f.word(c), not) }, nil
		}
		return func(c *Context) bool { return !oneOf(get(c), not) }, nil
	}
	if f.word != nil {
		return func(c *Context) bool { return among(f.word(c), list) }, nil
	}
	return func(c *Context) bool { return oneOf(get(c), list) }, nil
}

// among reports whether a known word is one of the list, whatever its capitals.
func among(word string, list []string) bool {
	for _, want := range list {
		if len(word) > 0 && (word == want || strings.EqualFold(word, want)) {
			return true
		}
	}
	return false
}

// list returns the words of the value.
func (v value) list() []string {
	if v.many == nil && v.one != "" {
		return []string{v.one}
	}
	return v.many
}

func oneOf(v value, list []string) bool {
	for _, want := range list {
		if v.many == nil {
			if strings.EqualFold(v.one, want) && (v.one != "" || v.known) {
				return true
			}
			continue
		}
		if slices.ContainsFunc(v.many, func(s string) bool { return strings.EqualFold(s, want) }) {
			return true
		}
	}
	return false
}

func compareNumber(get func(c *Context) value, expr string) (test, error) {
	op := expr[:1]
	if strings.HasPrefix(expr[1:], "=") {
		op = expr[:2]
	}
	n, err := strconv.ParseFloat(strings.TrimSpace(expr[len(op):]), 64)
	if err != nil {
		return nil, fmt.Errorf("number %q: %w", expr, err)
	}
	return func(c *Context) bool {
		v := get(c)
		if !v.known || !v.isNum {
			return false
		}
		switch op {
		case "<":
			return v.num < n
		case "<=":
			return v.num <= n
		case ">":
			return v.num > n
		case ">=":
			return v.num >= n
		}
		return v.num == n
	}, nil
}

func compareTime(get func(c *Context) value, expr string) (test, error) {
	older := strings.HasPrefix(expr, "older ")
	s, err := parseSpan(expr[len("older "):])
	if err != nil {
		return nil, err
	}
	return func(c *Context) bool {
		v := get(c)
		if !v.known || v.time.IsZero() || c.AsOf.IsZero() {
			return false
		}
		return v.time.Before(s.before(c.AsOf)) == older
	}, nil
}

// span is a length of time on the calendar.
type span struct{ years, months, days int }

func (s span) before(t time.Time) time.Time { return t.AddDate(-s.years, -s.months, -s.days) }

// parseSpan reads 90d, 6w, 3mo or 5y.
func parseSpan(s string) (span, error) {
	s = strings.TrimSpace(s)
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	n, err := strconv.Atoi(s[:digits])
	if err != nil {
		return span{}, fmt.Errorf("span %q: want a number and d, w, mo or y", s)
	}
	switch s[digits:] {
	case "d":
		return span{days: n}, nil
	case "w":
		return span{days: 7 * n}, nil
	case "mo":
		return span{months: n}, nil
	case "y":
		return span{years: n}, nil
	}
	return span{}, fmt.Errorf("span %q: want a number and d, w, mo or y", s)
}
