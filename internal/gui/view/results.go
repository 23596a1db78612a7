package view

import (
	"slices"

	"footprint/internal/audit/outside"
)

// Verdicts are the answers to "is it me?", as the data have them, in the order of the keys.
func Verdicts() []string { return []string{"me", "not-me", "unsure"} }

// ResultScope is what part of the results a list shows.
type ResultScope string

// Scopes of the results.
const (
	ResultsToAnswer ResultScope = "ask" // the program is not sure and the user has not said
	ResultsMine     ResultScope = "mine"
	ResultsOthers   ResultScope = "others"
	ResultsGone     ResultScope = "gone"
	ResultsAll      ResultScope = "all"
)

// ResultScopes lists them in the order of the buttons.
func ResultScopes() []ResultScope {
	return []ResultScope{ResultsToAnswer, ResultsMine, ResultsOthers, ResultsGone, ResultsAll}
}

func (s ResultScope) holds(r *outside.SearchResult) bool {
	switch s {
	case ResultsToAnswer:
		return r.Verdict == "unsure" && !r.Answered && !r.Gone
	case ResultsMine:
		return r.Verdict == "me" && !r.Gone
	case ResultsOthers:
		return r.Verdict == "not-me" && !r.Gone
	case ResultsGone:
		return r.Gone
	}
	return true
}

// Results is the list of search results with a cursor.
type Results struct {
	all    []outside.SearchResult
	shown  []int
	scope  ResultScope
	cursor int
}

// NewResults shows results in the first scope that has any.
func NewResults(all []outside.SearchResult) *Results {
	l := &Results{all: all}
	for _, scope := range ResultScopes() {
		if l.Count(scope) > 0 {
			l.SetScope(scope)
			return l
		}
	}
	l.SetScope(ResultsAll)
	return l
}

// Total counts all results, Count those of a scope, Len those shown.
func (l *Results) Total() int { return len(l.all) }

// Count counts the results of a scope.
func (l *Results) Count(scope ResultScope) (n int) {
	for i := range l.all {
		if scope.holds(&l.all[i]) {
			n++
		}
	}
	return n
}

// Len is the number of results shown.
func (l *Results) Len() int { return len(l.shown) }

// Scope is the present one.
func (l *Results) Scope() ResultScope { return l.scope }

// SetScope shows another part, from its beginning.
func (l *Results) SetScope(scope ResultScope) {
	l.scope, l.shown, l.cursor = scope, nil, 0
	for i := range l.all {
		if scope.holds(&l.all[i]) {
			l.shown = append(l.shown, i)
		}
	}
}

// At is the result of a row; Now is the one under the cursor, nil if there is none.
func (l *Results) At(row int) *outside.SearchResult { return &l.all[l.shown[row]] }

// Now is the result under the cursor, nil if there is none.
func (l *Results) Now() *outside.SearchResult {
	if l.cursor < 0 || l.cursor >= len(l.shown) {
		return nil
	}
	return l.At(l.cursor)
}

// Cursor is the row of the cursor.
func (l *Results) Cursor() int { return min(l.cursor, len(l.shown)-1) }

// SetCursor moves the cursor to a row.
func (l *Results) SetCursor(row int) { l.cursor = max(0, min(row, len(l.shown)-1)) }

// Keep takes scope and cursor of an earlier list of the same results.
func (l *Results) Keep(before *Results) {
	l.SetScope(before.scope)
	now := before.Now()
	if now == nil {
		return
	}
	l.SetCursor(before.cursor) // the place where it was, should it be shown no more
	for row := range l.shown {
		if l.At(row).ID == now.ID {
			l.SetCursor(row)
		}
	}
}

// Answer sets the user's verdict on the result under the cursor and moves on where it leaves the list. What it
// returns takes the answer back.
func (l *Results) Answer(verdict string) (back func()) {
	r := l.Now()
	before, at, scope := *r, l.cursor, l.scope
	r.Verdict, r.Answered = verdict, true
	if !l.scope.holds(r) {
		l.shown = slices.Delete(slices.Clone(l.shown), at, at+1)
		l.SetCursor(at)
	} else {
		l.SetCursor(at + 1)
	}
	return func() {
		*r = before
		l.SetScope(scope)
		l.SetCursor(at)
	}
}
