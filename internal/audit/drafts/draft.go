// Package drafts judges what is not posted yet: one text, or a stream of them, a JSON object a line. It looks for words
// that would settle a finding, and offers only those it judged anew.
//
// It refuses to keep anything: it has no database.
package drafts

import (
	"encoding/json"
	"time"

	"footprint/internal/analyze"
	"footprint/internal/audit/core"
	"footprint/internal/footprint"
)

// Draft is the judgement of a text that is not posted yet. Its JSON is a line of `check --jsonl`.
type Draft struct {
	ID          json.RawMessage `json:"id,omitempty"`
	Lang        string          `json:"lang"`
	Unsupported bool            `json:"unsupported"`
	Findings    []Finding       `json:"findings"`
	Better      []Rewording     `json:"better,omitempty"` // see [Draft.Offer]
	Spared      string          `json:"spared,omitempty"` // see analyze.Judgement
	Error       string          `json:"error,omitempty"`  // why the line was not judged
}

// Finding is one finding on a draft; spans count Unicode code points of the text.
type Finding struct {
	Rule       string               `json:"rule"`
	Area       string               `json:"area"`
	Severity   footprint.Severity   `json:"severity"`
	Confidence footprint.Confidence `json:"confidence"`
	Labels     []string             `json:"labels"`
	Spans      []footprint.Span     `json:"spans"`
	Why        string               `json:"why"`
	// Doubt says why it may be wrong.
	Doubt string `json:"doubt,omitempty"`
	// Advice is a change special to this text, empty where there is none.
	Advice string `json:"advice,omitempty"`
}

// Check judges one item by itself. What the item leaves out is taken as for a post of the user's own.
func Check(rules *analyze.RuleSet, it *footprint.Item, me *footprint.Person, asOf time.Time) Draft {
	j := judgeDraft(rules, it, me, asOf)
	defer j.Release()
	return draftOf(it, me, &j)
}

func draftOf(it *footprint.Item, me *footprint.Person, j *analyze.Judgement) Draft {
	d := Draft{Lang: j.Lang, Unsupported: j.Unsupported, Spared: j.Spared, Findings: []Finding{}}
	for _, f := range j.Findings {
		if f.Mode != footprint.ModeFinding {
			continue
		}
		labels := f.Labels
		if labels == nil {
			labels = []string{}
		}
		d.Findings = append(d.Findings, Finding{f.Rule, f.Area, f.Severity, f.Confidence, labels, core.CodePoints(it, f.Spans),
			core.Spelled(me, f.Why), core.Spelled(me, f.Doubt), core.Spelled(me, f.Advice)})
	}
	return d
}

// judgeDraft judges an item that leaves out what every post of one's own has. The judgement is to be released.
func judgeDraft(rules *analyze.RuleSet, it *footprint.Item, me *footprint.Person, asOf time.Time) analyze.Judgement {
	asOwnPost(it)
	return rules.Judge(it, me, asOf)
}

// asOwnPost fills in what every post of one's own has.
func asOwnPost(it *footprint.Item) {
	if it.Kind == "" {
		it.Kind = footprint.KindPost
	}
	if it.Author == "" {
		it.Author = footprint.AuthorSelf
	}
}
