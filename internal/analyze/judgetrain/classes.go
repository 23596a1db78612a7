package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"gopkg.in/yaml.v3"

	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/text"
)

// frequent is how many of the most frequent words stand for themselves in frames.
const frequent = 300

// classOf says what the words of a class of the lists are to the judge; the first prefix that fits counts. Words that
// name a group and carry contempt of their own ("fat", "old") are left out of the groups.
var classOf = []struct {
	prefix string
	class  judge.Class
}{
	{"group.weight", 0}, {"groupadj.weight", 0}, {"group.mental", 0}, {"groupadj.mental", 0}, {"group.age", 0}, {"groupadj.age", 0}, {"groups-", 0},
	{"group.sex", judge.OfSex}, {"groupadj.sex", judge.OfSex}, {"group", judge.Group}, {"person", judge.Person}, {"nonprotected", judge.First},
	{"slur", judge.First + 1}, {"dehuman", judge.First + 2}, {"negtrait", judge.First + 3}, {"insult", judge.First + 3}, {"hateverb", judge.First + 4},
	{"harmverb", judge.First + 5}, {"excludeverb", judge.First + 6}, {"praise", judge.First + 7}, {"counter", judge.First + 8}, {"profanity", judge.First + 9},
	{"reportverb", judge.First + 10}, {"misdeed", judge.First + 11},
}

// wordClasses reads the classes of single words from the word lists and the list of frequent words. A word of
// several classes keeps the one that stands first in classOf.
func wordClasses(dir string) (map[uint64]judge.Class, error) {
	out := map[uint64]judge.Class{}
	best := map[uint64]int{}
	text.EachCommon(func(w string, rank int) {
		if rank <= frequent {
			out[judge.HashWord(strings.ReplaceAll(w, "'", ""))] = judge.Itself
		}
	})
	for _, name := range []string{"groups", "slurs", "insult", "contempt", "violence", "profanity"} {
		raw, err := os.ReadFile(filepath.Join(dir, name+".yaml"))
		if err != nil {
			return nil, fmt.Errorf("read word lists: %w", err)
		}
		var entries []struct {
			Class, Lang string
			Terms       []string
		}
		if err := yaml.Unmarshal(raw, &entries); err != nil {
			return nil, fmt.Errorf("read word lists: %s: %w", name, err)
		}
		for _, e := range entries {
			if e.Lang != "" && e.Lang != "en" {
				continue
			}
			for k, c := range classOf {
				if !strings.HasPrefix(e.Class, c.prefix) {
					continue
				}
				for _, t := range e.Terms {
					h := judge.HashWord(strings.ReplaceAll(strings.ToLower(t), "'", ""))
					if old, seen := best[h]; c.class != 0 && !strings.ContainsAny(t, " -+") && (!seen || k < old) {
						out[h], best[h] = c.class, k
					}
				}
				break
			}
		}
	}
	return out, nil
}
