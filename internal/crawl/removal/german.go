package removal

import (
	_ "embed"
	"strings"
)

//go:embed de.tsv
var germanTable string

// german holds the sentences of the table and of the kinds in German, by the English ones.
var german = func() map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(germanTable) {
		if en, de, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); ok {
			all[en] = de
		}
	}
	return all
}()

// In is the route with its steps and caution in the language of a window ("de"; anything else is English). Drafts
// stay in the language of whom they go to.
func (r Route) In(language string) Route {
	if !strings.HasPrefix(language, "de") {
		return r
	}
	steps := make([]string, len(r.Steps))
	for i, s := range r.Steps {
		steps[i] = said(s)
	}
	r.Steps, r.Caution = steps, said(r.Caution)
	return r
}

func said(sentence string) string {
	if de, ok := german[sentence]; ok {
		return de
	}
	return sentence
}
