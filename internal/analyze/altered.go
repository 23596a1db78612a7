package analyze

import (
	"slices"
	"strings"

	"footprint/internal/analyze/strict"
	"footprint/internal/analyze/text"

	"gopkg.in/yaml.v3"
)

// alteredSpec is the kind "altered": a review shown by the user differs from the original in the import.
//
//	kind: altered
//	original: {kind: review, who: other}                 # conditions for originals
//	copy: {controlled_by_me: true, own: true}            # conditions for items that quote
type alteredSpec struct {
	Common   `yaml:",inline"`
	Original yaml.Node `yaml:"original"`
	Copy     yaml.Node `yaml:"copy"`
}

type altered struct {
	spec           *alteredSpec
	original, copy *condition
}

func newAltered(b *build, n *yaml.Node) (surveyor, error) {
	k := &altered{spec: &alteredSpec{}}
	if err := strict.Decode(n, k.spec); err != nil {
		return nil, err
	}
	var err error
	if k.original, err = b.condition(&k.spec.Original); err != nil {
		return nil, err
	}
	k.copy, err = b.condition(&k.spec.Copy)
	return k, err
}

func (k *altered) start(*Survey) tally { return &alteredTally{altered: k, index: map[string][]int{}} }

// Limits of one survey: reviews of one doctor and quotations on own pages are few.
const (
	maxOriginals    = 2000
	maxQuotations   = 2000
	maxReviewWords  = 300
	maxPerFirstWord = 50
)

// statement is a review or a quotation as words.
type statement struct {
	item   string
	author string
	words  []string
	rating float64
}

type alteredTally struct {
	*altered
	originals  []statement
	quotations []statement
	index      map[string][]int // by word: originals that hold it
}

func (t *alteredTally) add(c *Context) {
	if t.original.holds(c) && len(t.originals) < maxOriginals {
		if p := c.Passage("text"); p != nil {
			t.originals = append(t.originals, statement{c.Item.ID, strings.ToLower(c.Item.Author), plainWords(p, false), rated(c)})
		}
		return
	}
	if !t.copy.holds(c) {
		return
	}
	for _, field := range []string{"text", "ocr"} {
		p := c.Passage(field)
		if p == nil || len(t.quotations) >= maxQuotations {
			continue
		}
		words := plainWords(p, field == "text" && quotes(p))
		if len(words) > 0 {
			t.quotations = append(t.quotations, statement{c.Item.ID, strings.ToLower(c.Item.Text), words, rated(c)})
		}
	}
}

func rated(c *Context) float64 {
	if c.Item.Rating == nil {
		return 0
	}
	return *c.Item.Rating
}

func quotes(p *Passage) bool {
	return slices.ContainsFunc(p.Tokens, func(t text.Token) bool { return t.Voice == text.Quoted })
}

// plainWords returns the words of a passage, or only those quoted.
func plainWords(p *Passage, quoted bool) []string {
	var out []string
	for i := range p.Tokens {
		t := &p.Tokens[i]
		if t.Kind != text.Word && t.Kind != text.Number || quoted && t.Voice != text.Quoted {
			continue
		}
		if out = append(out, t.Norm); len(out) == maxReviewWords {
			break
		}
	}
	return out
}

func (t *alteredTally) matches() []CrossMatch {
	for i, o := range t.originals {
		for _, w := range slices.Compact(slices.Sorted(slices.Values(o.words))) {
			if len(t.index[w]) < maxPerFirstWord {
				t.index[w] = append(t.index[w], i)
			}
		}
	}
	var out []CrossMatch
	for _, q := range t.quotations {
		if i := t.source(q); i >= 0 {
			out = append(out, CrossMatch{ItemID: q.item, Related: []string{t.originals[i].item}, Match: Match{Confidence: t.spec.base()}})
		}
	}
	return out
}

// source returns the original that a quotation was taken from and differs from, -1 if there is none.
func (t *alteredTally) source(q statement) int {
	counts := map[int]int{}
	for _, w := range slices.Compact(slices.Sorted(slices.Values(q.words))) {
		for _, i := range t.index[w] {
			counts[i]++
		}
	}
	best, most := -1, 0
	for i, n := range counts {
		if n > most || n == most && i < best {
			best, most = i, n
		}
	}
	if best < 0 {
		return -1
	}
	o := t.originals[best]
	named := o.author != "" && strings.Contains(q.author, o.author)
	same := inOrder(q.words, o.words)
	if same < 2 || same*4 < len(q.words)*3 && !(named && same*2 >= len(q.words)) {
		return -1
	}
	if slices.Equal(q.words, o.words) || contains(q.words, o.words) {
		if q.rating != 0 && o.rating != 0 && q.rating != o.rating {
			return best
		}
		return -1
	}
	return best
}

// inOrder returns how many words of a occur in b in the same order.
func inOrder(a, b []string) int {
	n, j := 0, 0
	for _, w := range a {
		k := slices.Index(b[j:], w)
		if k < 0 {
			continue
		}
		n++
		j += k + 1
	}
	return n
}

// contains reports whether the whole of part stands in words in one piece.
func contains(words, part []string) bool {
	for i := 0; i+len(part) <= len(words); i++ {
		if slices.Equal(words[i:i+len(part)], part) {
			return true
		}
	}
	return false
}
