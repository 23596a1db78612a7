package view

import (
	"cmp"
	"slices"

	"footprint/internal/footprint"
)

// Review is a list to look through one at a time, for instance all groups. What is answered is gone from
// it, so that it resumes by itself where it was left.
type Review struct {
	Rule, Title string
	tasks       []Task
	at          int
	answered    int
}

// NewReviews sorts open tasks that ask for a look into lists, the longest first.
func NewReviews(tasks []Task) []*Review {
	byRule := map[string]*Review{}
	var all []*Review
	for _, t := range tasks {
		if t.Mode != footprint.ModeReview || t.Status != footprint.StatusOpen {
			continue
		}
		r := byRule[t.Rule]
		if r == nil {
			r = &Review{Rule: t.Rule, Title: t.Title}
			byRule[t.Rule] = r
			all = append(all, r)
		}
		r.tasks = append(r.tasks, t)
	}
	slices.SortStableFunc(all, func(a, b *Review) int { return cmp.Compare(b.Left(), a.Left()) })
	return all
}

// Left is how many have no answer yet.
func (r *Review) Left() int { return len(r.tasks) }

// Answered is how many got an answer since the list was made.
func (r *Review) Answered() int { return r.answered }

// Share is how much of the list is answered, between 0 and 1.
func (r *Review) Share() float64 {
	if all := r.answered + len(r.tasks); all > 0 {
		return float64(r.answered) / float64(all)
	}
	return 1
}

// Now is the task to answer, or nil at the end.
func (r *Review) Now() *Task {
	if len(r.tasks) == 0 {
		return nil
	}
	return &r.tasks[r.at]
}

// Pass leaves the present task for later and goes to the next; after the last comes the first.
func (r *Review) Pass() {
	if len(r.tasks) > 0 {
		r.at = (r.at + 1) % len(r.tasks)
	}
}

// Answer takes the present task off the list and returns how to put it back.
func (r *Review) Answer() (back func()) {
	at, t := r.at, r.tasks[r.at]
	r.tasks = slices.Delete(r.tasks, at, at+1)
	r.answered++
	if r.at == len(r.tasks) {
		r.at = 0
	}
	return func() {
		at := min(at, len(r.tasks))
		r.tasks = slices.Insert(r.tasks, at, t)
		r.answered--
		r.at = at
	}
}
