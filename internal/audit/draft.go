package audit

import (
	"context"
	"time"

	"footprint/internal/analyze"
	"footprint/internal/footprint"
)

// CheckDraft judges something that is not posted yet. An item without kind is a post of the user's own.
func (a *Auditor) CheckDraft(ctx context.Context, it footprint.Item) (Draft, error) {
	me, err := a.Profile(ctx)
	if err != nil {
		return Draft{}, err
	}
	return CheckDraft(a.Rules, &it, &me, a.Now()), nil
}

// CheckDraft judges one item by itself, without a database. What the item leaves out is taken as for a post
// of the user's own.
func CheckDraft(rules *analyze.RuleSet, it *footprint.Item, me *footprint.Person, asOf time.Time) Draft {
	j := judgeDraft(rules, it, me, asOf)
	defer j.Release()
	return draftOf(it, me, &j)
}

func draftOf(it *footprint.Item, me *footprint.Person, j *analyze.Judgement) Draft {
	d := Draft{Lang: j.Lang, Unsupported: j.Unsupported, Spared: j.Spared, Findings: []DraftFinding{}}
	for _, f := range j.Findings {
		if f.Mode != footprint.ModeFinding {
			continue
		}
		labels := f.Labels
		if labels == nil {
			labels = []string{}
		}
		d.Findings = append(d.Findings, DraftFinding{f.Rule, f.Area, f.Severity, f.Confidence, labels, codePoints(it, f.Spans),
			spelled(me, f.Why), spelled(me, f.Doubt), spelled(me, f.Advice)})
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
