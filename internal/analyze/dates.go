package analyze

import (
	"time"

	"footprint/internal/footprint"
)

// given returns the first ISO date in a note, or the zero time.
func given(note string) time.Time {
	for i := 0; i+10 <= len(note); i++ {
		if note[i] < '1' || note[i] > '2' {
			continue
		}
		if t, err := footprint.ParseTime(note[i : i+10]); err == nil {
			return t
		}
	}
	return time.Time{}
}
