package hostility

import (
	"slices"
	"testing"
)

func TestInflect(t *testing.T) {
	for phrase, want := range map[string][]string{
		"rob":                   {"rob", "robs", "robbing", "robbed"},
		"ruin everything":       {"ruin everything", "ruins everything", "ruining everything", "ruined everything"},
		"bleed|bled us dry":     {"bleed us dry", "bleeds us dry", "bleeding us dry", "bled us dry"},
		"steal|stole|stolen":    {"steal", "steals", "stealing", "stole", "stolen"},
		"multiply":              {"multiply", "multiplies", "multiplying", "multiplied"},
		"destroy":               {"destroy", "destroys", "destroying", "destroyed"},
		"commit|committed most": {"commit most", "commits most", "committing most", "committed most"},
		"live off":              {"live off", "lives off", "living off", "lived off"},
		"leech":                 {"leech", "leeches", "leeching", "leeched"},
		"smell like":            {"smell like", "smells like", "smelling like", "smelled like"},
	} {
		f := inflect(phrase)
		if got := slices.Concat(f.present, f.ing, f.past); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", phrase, got, want)
		}
	}
}
