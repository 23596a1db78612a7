package view

import (
	"strings"
	"unicode/utf8"

	"footprint/internal/audit/drafts"
	"footprint/internal/footprint"
)

// DraftCheck is a draft as judged, ready to be shown.
type DraftCheck struct {
	Words    []Passage
	Findings []DraftNote
	// Headline sums it up in a sentence.
	Headline string
	// Spared says why words that read like a case were not taken for one; "" where they do not.
	Spared string
	Worst  footprint.Severity
}

// DraftNote is one finding on a draft. Doubt says why it may be wrong, Advice what to change; both may be empty.
type DraftNote struct {
	Severity            footprint.Severity
	Title, Text         string
	Doubt, Advice, Sure string
}

// MaxDraft bounds what is judged as it is typed, in characters.
const MaxDraft = 20_000

// NewDraftCheck puts the judgement of a draft into words. Titles gives the title of a rule.
func NewDraftCheck(text string, d drafts.Draft, titles func(rule string) string, w *Words) DraftCheck {
	var c DraftCheck
	var spans []footprint.Span
	for _, f := range d.Findings {
		c.Worst = max(c.Worst, f.Severity)
		c.Findings = append(c.Findings, DraftNote{f.Severity, titles(f.Rule), f.Why, f.Doubt, f.Advice, w.T("sure." + f.Confidence.String())})
		for _, s := range f.Spans {
			if s.Field == "" || s.Field == "text" {
				spans = append(spans, footprint.Span{Start: byteOffset(text, s.Start), End: byteOffset(text, s.End), Type: s.Type})
			}
		}
	}
	c.Words = Passages(text, spans)
	if d.Spared != "" {
		c.Spared = w.T("draft.spared", "what", w.Or("spared."+d.Spared, d.Spared))
	}
	switch {
	case utf8.RuneCountInString(strings.TrimSpace(text)) == 0:
		c.Headline = w.T("draft.empty")
	case len(c.Findings) > 0:
		c.Headline = w.N("draft.found", len(c.Findings))
	case d.Unsupported:
		c.Headline = w.T("draft.unsupported")
	default:
		c.Headline = w.T("draft.fine")
	}
	return c
}
