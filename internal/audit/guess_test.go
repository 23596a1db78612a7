package audit

import (
	"testing"

	"footprint/internal/footprint"
)

func TestGuessProfile(t *testing.T) {
	detail := func(kv ...string) map[string]string {
		m := map[string]string{}
		for i := 0; i < len(kv); i += 2 {
			m[kv[i]] = kv[i+1]
		}
		return m
	}
	for name, c := range map[string]struct {
		items []footprint.Item
		want  ProfileGuess
	}{
		"the present position, not a past one": {[]footprint.Item{
			{Work: "Old Mill Clinic", Details: detail("Finished On", "01 Feb 2026", "Location", "Otaki")},
			{Work: "Harbour General", Details: detail("Location", "Kaitoke")}},
			ProfileGuess{"Harbour General", "Kaitoke"}},
		"the title goes before the employer": {[]footprint.Item{{Work: "House officer, Harbour General"}}, ProfileGuess{Employer: "Harbour General"}},
		"the newest comes first": {[]footprint.Item{{Details: detail("current_city", " Petone ")}, {Details: detail("city", "Timaru")}},
			ProfileGuess{Place: "Petone"}},
		"a home town is no place": {[]footprint.Item{{Details: detail("hometown", "Timaru")}}, ProfileGuess{}},
		"an end that is not there": {[]footprint.Item{{Work: "Harbour General", Details: detail("Finished On", "")}},
			ProfileGuess{Employer: "Harbour General"}},
	} {
		var got ProfileGuess
		for i := range c.items {
			got.learn(&c.items[i])
		}
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}
