package main

import (
	"testing"
	"time"
)

func TestDayAhead(t *testing.T) {
	now := time.Date(2026, time.November, 22, 23, 30, 0, 0, time.UTC)
	for s, want := range map[string]string{"10d": "2026-12-02", "6w": "2027-01-03", "3mo": "2027-02-22", "2027-03-01": "2027-03-01", "0d": "2026-11-22",
		"9999999w": "", "6": "", "w": "", "-1w": "", "soon": "", "": ""} {
		got, err := dayAhead(s, now)
		if err != nil != (want == "") || err == nil && got.Format(time.DateOnly) != want {
			t.Errorf("%q: %v, %v; want %s", s, got, err, want)
		}
	}
}
