package audit

import (
	"context"
	"iter"
)

// EachTask yields the chosen rows of the checklist, what matters most first, one at a time: a hundred
// thousand of them need not be held.
func (a *Auditor) EachTask(ctx context.Context, f TaskFilter) iter.Seq2[TaskRow, error] {
	return func(yield func(TaskRow, error) bool) {
		for r, err := range a.DB.Tasks(ctx, f.stored(a.Now())) {
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
