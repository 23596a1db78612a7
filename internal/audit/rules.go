package audit

import (
	"context"
	"time"

	"footprint/internal/footprint"
)

// Rules is what audit asks of a rule set.
type Rules interface {
	// Version changes whenever a judgement may change.
	Version() string
	// Check judges one item.
	Check(it *footprint.Item, me *footprint.Person, asOf time.Time) []footprint.Finding
}

func (a *Auditor) title(rule string) string { return rule }

// advise fills in the checklist text of the rule and the guidance it rests on.
func (a *Auditor) advise(context.Context, *TaskView) error { return nil }
