package footprint

import (
	"testing"
	"time"
)

func TestShifts(t *testing.T) {
	for _, tc := range []struct {
		shift, at string // a time on Wednesday 2025-06-04 or around it
		want      bool
	}{
		{"mon-fri 08:00-17:00", "2025-06-04T08:00:00Z", true},
		{"mon-fri 08:00-17:00", "2025-06-04T17:00:00Z", false},
		{"mon-fri 08:00-17:00", "2025-06-07T09:00:00Z", false},
		{"wed 22:00-07:00", "2025-06-04T23:30:00Z", true},
		{"wed 22:00-07:00", "2025-06-05T06:59:00Z", true},
		{"wed 22:00-07:00", "2025-06-04T06:59:00Z", false},
		{"fri-mon 10:00-12:00", "2025-06-08T11:00:00Z", true},
		{"sat,wed 10:00-12:00", "2025-06-04T11:00:00Z", true},
	} {
		s, err := parseShift(tc.shift)
		if err != nil {
			t.Fatal(err)
		}
		at, err := time.Parse(time.RFC3339, tc.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := (&Person{Shifts: []Shift{s}}).OnShift(at); got != tc.want {
			t.Errorf("%s at %s: %v", tc.shift, tc.at, got)
		}
	}
	for _, wrong := range []string{"", "mon", "mon 8-17", "someday 08:00-17:00", "mon 25:00-26:00"} {
		if s, err := parseShift(wrong); err == nil {
			t.Errorf("%q is read as %v", wrong, s)
		}
	}
}
