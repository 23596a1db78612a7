package analyze

import (
	"time"

	"footprint/internal/footprint"
)

// Judgement is what the rules say about one item by itself, and whether they could say anything.
type Judgement struct {
	// Findings, worst first.
	Findings []footprint.Finding
	// Lang is the main language of the item's words: see text.Doc.
	Lang string
	// Unsupported is true when the words, or a substantial part of them, are in a language the rules do not cover.
	Unsupported bool

	seen *Context // nil once released
}

// Release gives the memory of the parsed texts to the next item. The findings stay.
func (j *Judgement) Release() {
	if j.seen != nil {
		j.seen.release()
		j.seen = nil
	}
}

// Judge is Check with the language told.
func (rs *RuleSet) Judge(item *footprint.Item, me *footprint.Person, asOf time.Time) Judgement {
	c := rs.context(item, me, asOf)
	j := Judgement{Findings: rs.check(c), Lang: "und", seen: c}
	for _, field := range [...]string{"text", "title", "ocr", "shared_text"} {
		if p := c.Passage(field); p != nil {
			j.Lang, j.Unsupported = p.Lang, p.Unsupported
			break
		}
	}
	return j
}

// AddJudged shows an item to the survey that was judged before, perhaps on another goroutine, without parsing
// its texts again. The judgement must not have been released.
func (s *Survey) AddJudged(j *Judgement) { s.add(j.seen) }
