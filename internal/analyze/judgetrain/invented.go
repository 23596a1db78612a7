package main

import (
	_ "embed"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"footprint/internal/analyze/judge"
)

// inventedTexts are statements on groups, hateful ones and harmless twins, written for this project: the labelled
// sources hold few twins, and nothing tells a model better that "not" and "that is wrong" matter.
//
//go:embed invented.yaml
var inventedTexts []byte

// readInvented fills the templates of invented.yaml with its groups.
func readInvented() ([]sample, error) {
	var f struct {
		Groups            []map[string]string
		Hateful, Harmless []string
	}
	if err := yaml.Unmarshal(inventedTexts, &f); err != nil {
		return nil, fmt.Errorf("read invented texts: %w", err)
	}
	var out []sample
	add := func(templates []string, hateful bool) {
		for _, t := range templates {
			seen := map[string]bool{}
			for _, g := range f.Groups {
				s := t
				for k, v := range g {
					s = strings.ReplaceAll(s, "{"+k+"}", v)
				}
				if seen[s] {
					continue
				}
				seen[s] = true
				all := sample{text: s, file: "invented", masked: ^uint8(1<<judge.Hate | 1<<judge.Contempt)}
				if hateful {
					all.present = 1<<judge.Hate | 1<<judge.Contempt
				}
				out = append(out, all)
			}
		}
	}
	add(f.Hateful, true)
	add(f.Harmless, false)
	return out, nil
}
