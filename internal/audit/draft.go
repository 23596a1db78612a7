package audit

import (
	"context"

	"footprint/internal/audit/drafts"
	"footprint/internal/footprint"
)

// CheckDraft judges something that is not posted yet. An item without kind is a post of the user's own.
func (a *Auditor) CheckDraft(ctx context.Context, it footprint.Item) (drafts.Draft, error) {
	me, err := a.Profile(ctx)
	if err != nil {
		return drafts.Draft{}, err
	}
	return drafts.Check(a.Rules, &it, &me, a.Now()), nil
}

// Reword looks for the least change of a draft that settles a finding on it; see [drafts.Reword].
func (a *Auditor) Reword(ctx context.Context, it footprint.Item) ([]drafts.Rewording, error) {
	me, err := a.Profile(ctx)
	if err != nil {
		return nil, err
	}
	return drafts.Reword(ctx, a.Rules, it, &me, a.Now())
}
