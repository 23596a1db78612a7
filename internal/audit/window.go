package audit

import (
	"context"
	"iter"
)

// RuleTitle is what a rule is called; a rule that no longer exists is called by its id.
func (a *Auditor) RuleTitle(rule string) string { return a.title(rule) }

// EachTask yields the chosen rows of the checklist, what matters most first, one at a time: a hundred
// thousand of them need not be held.
func (a *Auditor) EachTask(ctx context.Context, f TaskFilter) iter.Seq2[TaskRow, error] {
	return func(yield func(TaskRow, error) bool) {
		for r, err := range a.db.Tasks(ctx, f.stored(a.now())) {
			if err != nil {
				yield(TaskRow{}, err)
				return
			}
			if !yield(a.row(&r), nil) {
				return
			}
		}
	}
}
