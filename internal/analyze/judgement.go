package analyze

import (
	"slices"
	"time"

	"footprint/internal/analyze/patient"
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
	// Spared says whose case is told where the words read like one, but not of a patient of the writer: "fiction or an
	// exam vignette". It is empty where a patient rule raised the item.
	Spared string

	seen *Context // nil once released
}

// Release gives the memory of the parsed texts to the next item. The findings stay.
func (j *Judgement) Release() {
	if j.seen != nil {
		j.seen.release()
		j.seen = nil
	}
}

// Owned is an item with the user it is of, who may be nil.
type Owned struct {
	Item *footprint.Item
	Me   *footprint.Person
}

// Judge is Check with the language told.
func (rs *RuleSet) Judge(item *footprint.Item, me *footprint.Person, asOf time.Time) Judgement {
	return rs.JudgeAll([]Owned{{item, me}}, asOf)[0]
}

// JudgeAll is Judge of each item by itself. A few dozen items take about a fifth less time than one by one.
func (rs *RuleSet) JudgeAll(items []Owned, asOf time.Time) []Judgement {
	contexts := make([]*Context, len(items))
	for i, it := range items {
		contexts[i] = rs.context(it.Item, it.Me, asOf)
	}
	out := make([]Judgement, len(items))
	for i, found := range rs.checkAll(contexts) {
		out[i] = contexts[i].judgement(found)
	}
	return out
}

func (c *Context) judgement(found []footprint.Finding) Judgement {
	j := Judgement{Findings: found, Lang: "und", Spared: c.spared(found), seen: c}
	for _, field := range [...]string{"text", "title", "ocr", "shared_text"} {
		if p := c.Passage(field); p != nil {
			j.Lang, j.Unsupported = p.Lang, p.Unsupported
			break
		}
	}
	return j
}

// spared returns why the story that the patient rules read is none of a patient.
func (c *Context) spared(found []footprint.Finding) string {
	for i := range found {
		if slices.Contains(found[i].Labels, "patient") {
			return ""
		}
	}
	for _, p := range c.passages {
		if p == nil || p.story == nil {
			continue
		}
		if s := p.story; s.Subject != patient.Patient && s.Subject != patient.Nobody && (s.Clinical > 0 || s.Report || s.Work || s.Sure >= patient.Told) {
			return string(s.Subject)
		}
	}
	return ""
}

// AddJudged shows an item to the survey that was judged before, perhaps on another goroutine, without parsing
// its texts again. The judgement must not have been released.
func (s *Survey) AddJudged(j *Judgement) { s.add(j.seen) }
