package audit

import (
	"context"

	"footprint/internal/footprint"
)

// CheckDraft judges something that is not posted yet. An item without kind is a post of the user's own.
func (a *Auditor) CheckDraft(ctx context.Context, it footprint.Item) (Draft, error) {
	me, err := a.Profile(ctx)
	if err != nil {
		return Draft{}, err
	}
	return a.draft(&it, &me), ctx.Err()
}

func (a *Auditor) draft(it *footprint.Item, me *footprint.Person) Draft {
	if it.Kind == "" {
		it.Kind = footprint.KindPost
	}
	if it.Author == "" {
		it.Author = footprint.AuthorSelf
	}
	d := Draft{Findings: []DraftFinding{}}
	for _, f := range a.rules.Check(it, me, a.now()) {
		labels := f.Labels
		if labels == nil {
			labels = []string{}
		}
		d.Findings = append(d.Findings, DraftFinding{f.Rule, f.Area, f.Severity, f.Confidence, labels, codePoints(it, f.Spans), f.Why})
	}
	return d
}
