package hostility

import (
	"errors"
	"strings"
	"testing"
)

func TestReadPatterns(t *testing.T) {
	for name, c := range map[string]struct {
		file string
		err  string
	}{
		"good":        {"sets: {bad: [rotten, no good]}\nframes: [{why: w, points: 3, say: [\"G are (so) <bad>/<trait> |\", \"~ a/the G\"]}]", ""},
		"no group":    {"frames: [{why: w, say: [\"they are bad\"]}]", "names no group"},
		"unknown set": {"frames: [{why: w, say: [\"G are <nothing>\"]}]", "no set"},
		"unknown key": {"frames: [{because: w}]", "because"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := ReadPatterns([]byte(c.file))
			switch {
			case c.err == "" && (err != nil || len(p.all) != 2):
				t.Errorf("got %v, want two patterns", err)
			case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)):
				t.Errorf("got %v, want an error with %q", err, c.err)
			case strings.HasPrefix(name, "no") && !errors.Is(err, errPattern):
				t.Errorf("%v is not errPattern", err)
			}
		})
	}
}

func TestReadHarm(t *testing.T) {
	for name, c := range map[string]struct{ file, err string }{
		"good":        {"moods: [\"i_will V\"]\nacts: [{why: w, points: 3, do: [\"string|strung P up\", \"break|broken S leg\"], fate: [\"drop dead\"], warn: [\"will regret it\"]}]", ""},
		"nobody":      {"acts: [{why: w, do: [\"string up\"]}]", "nobody"},
		"unknown set": {"acts: [{why: w, do: [\"string P <where>\"]}]", "no set"},
		"no verb":     {"moods: [\"i will\"]", "names no group"},
		"unknown key": {"acts: [{because: w}]", "because"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := ReadPatterns(nil, []byte(c.file))
			switch {
			case c.err == "" && (err != nil || len(p.acts.verbs["strung"]) != 1 || len(p.acts.verbs["breaking"]) != 1 || len(p.acts.fates["drop"]) != 1):
				t.Errorf("got %v", err)
			case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)):
				t.Errorf("got %v, want an error with %q", err, c.err)
			}
		})
	}
}
