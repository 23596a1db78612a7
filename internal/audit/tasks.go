package audit

import (
	"context"
	"fmt"
	"strings"
	"time"

	"footprint/internal/audit/core"
	"footprint/internal/audit/outside"
	"footprint/internal/footprint"
	"footprint/internal/store"
)

func (f TaskFilter) stored(now time.Time) store.TaskFilter {
	return store.TaskFilter{
		Statuses: f.Statuses, Severities: f.Severities, Confidence: f.Confidence, Modes: f.Modes, Rules: f.Rules,
		Areas: f.Areas, Platforms: f.Platforms, Kinds: f.Kinds, Years: f.Years, Query: f.Query, Now: now,
		Limit: f.Limit, Offset: f.Offset,
	}
}

// Tasks lists the chosen rows of the checklist, what matters most first.
func (a *Auditor) Tasks(ctx context.Context, f TaskFilter) ([]TaskRow, error) {
	var rows []TaskRow
	for row, err := range a.EachTask(ctx, f) {
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// CountTasks returns the number of the chosen rows, whatever Limit and Offset.
func (a *Auditor) CountTasks(ctx context.Context, f TaskFilter) (int, error) {
	return a.DB.CountTasks(ctx, f.stored(a.Now()))
}

// row is a record with the wording of its rule.
func (a *Auditor) row(r *store.Record) TaskRow {
	return TaskRow{
		ID: r.Task.Fingerprint, Status: r.Task.Status, Note: r.Task.Note, Until: r.Task.Until,
		Created: r.Task.Created, Changed: r.Task.Changed,
		Rule: r.Finding.Rule, Title: a.RuleTitle(r.Finding.Rule), Area: r.Finding.Area, Mode: r.Finding.Mode,
		Severity: r.Finding.Severity, Confidence: r.Finding.Confidence, Labels: r.Finding.Labels,
		Item: r.Item.ID, Platform: r.Item.Platform, Kind: r.Item.Kind, Account: r.Item.Account, Author: r.Item.Author,
		Container: r.Item.Container, Visibility: r.Item.Visibility, Posted: r.Item.Created,
		Excerpt: excerpt(&r.Item, &r.Finding), Why: r.Finding.Why,
	}
}

// Resolve turns the first letters of task ids into whole ids. A prefix of no or of several tasks is an error.
func (a *Auditor) Resolve(ctx context.Context, prefixes ...string) ([]string, error) {
	ids := make([]string, 0, len(prefixes))
	for _, prefix := range prefixes {
		found, err := a.DB.TaskIDs(ctx, strings.ToLower(strings.TrimSpace(prefix)), 3)
		switch {
		case err != nil:
			return nil, err
		case prefix == "" || len(found) == 0:
			return nil, fmt.Errorf("task %q: %w", prefix, footprint.ErrNotFound)
		case len(found) > 1:
			return nil, fmt.Errorf("task %q is %w, as %s", prefix, footprint.ErrAmbiguous, strings.Join(found, ", "))
		}
		ids = append(ids, found[0])
	}
	return ids, nil
}

// Task returns one row of the checklist with everything about it. A few first letters of the id are enough.
func (a *Auditor) Task(ctx context.Context, prefix string) (TaskView, error) {
	ids, err := a.Resolve(ctx, prefix)
	if err != nil {
		return TaskView{}, err
	}
	r, err := a.DB.Task(ctx, ids[0], a.Now())
	if err != nil {
		return TaskView{}, err
	}
	v := TaskView{TaskRow: a.row(&r), Finding: r.Finding, Doubt: r.Finding.Doubt, Guidance: []Guidance{}}
	if r.Item.ID != "" {
		it, err := a.Item(ctx, r.Item.ID)
		if err != nil {
			return TaskView{}, err
		}
		v.Content, v.Link = &it, it.URL
	}
	for it, err := range a.ItemsByID(ctx, r.Finding.Related) {
		if err != nil {
			return TaskView{}, err
		}
		v.Related = append(v.Related, it)
	}
	v.Finding.Spans = core.CodePoints(v.Content, r.Finding.Spans)
	me, err := a.Profile(ctx)
	if err != nil {
		return TaskView{}, err
	}
	a.advise(&v, &me)
	v.Removal = outside.RouteOf(v.Content)
	if v.Looks, err = a.Looks(ctx, ids[0]); err != nil {
		return TaskView{}, err
	}
	v.History, err = a.history(ctx, ids[0])
	return v, err
}

func (a *Auditor) history(ctx context.Context, id string) ([]Decision, error) {
	changes, err := a.DB.History(ctx, id)
	var decisions []Decision
	for _, c := range changes {
		decisions = append(decisions, Decision{At: c.At, From: c.From, To: c.To, Note: c.Note, Until: c.Until, Undone: c.Undone})
	}
	return decisions, err
}

// SetStatus records a decision on tasks as one action. The ids are whole; see Resolve. Until counts for
// StatusSnoozed only. An empty note keeps the note that is there.
func (a *Auditor) SetStatus(ctx context.Context, ids []string, status footprint.Status, note string, until time.Time) error {
	if status == footprint.StatusSnoozed && !until.After(a.Now()) {
		return fmt.Errorf("snooze until %s: want a time to come", until.Format(time.DateOnly))
	}
	if status != footprint.StatusSnoozed {
		until = time.Time{}
	}
	if err := a.DB.SetStatus(ctx, ids, status, note, until, a.Now()); err != nil {
		return fmt.Errorf("set status %s: %w", status, err)
	}
	a.Changed()
	return nil
}

// Undo takes back the newest decision or false alarm that is not yet undone, and returns how many tasks it concerned.
func (a *Auditor) Undo(ctx context.Context) (int, error) {
	n, err := a.DB.Undo(ctx, a.Now())
	if err == nil && n > 0 {
		a.Changed()
	}
	return n, err
}

// FalseAlarm is something the user said is not worth raising.
type FalseAlarm struct {
	ID      int64     `json:"id"`
	Scope   Scope     `json:"scope"`
	Rule    string    `json:"rule"`
	Title   string    `json:"title"`
	Phrase  string    `json:"phrase,omitempty"`
	Note    string    `json:"note,omitempty"`
	Created time.Time `json:"created"`
}

// Scope is how far a false alarm reaches.
type Scope string

// Scopes.
const (
	ThisItem   Scope = store.ScopeItem   // this finding only
	ThisPhrase Scope = store.ScopePhrase // this rule on these words, wherever they stand
	ThisRule   Scope = store.ScopeRule   // this rule altogether
)

// MarkFalseAlarms hides findings, and by scope those like them, now and in later audits, as one action: Undo takes it
// back. The ids are whole; see Resolve.
func (a *Auditor) MarkFalseAlarms(ctx context.Context, ids []string, scope Scope, note string) error {
	var alarms []store.FalseAlarm
	for _, id := range ids {
		f, err := a.falseAlarm(ctx, id, scope)
		if err != nil {
			return err
		}
		f.Note, f.Created = note, a.Now()
		alarms = append(alarms, f)
	}
	if err := a.DB.AddFalseAlarms(ctx, alarms); err != nil {
		return fmt.Errorf("mark false alarm: %w", err)
	}
	a.Changed()
	return nil
}

// falseAlarm names what a false alarm of a scope hides.
func (a *Auditor) falseAlarm(ctx context.Context, id string, scope Scope) (store.FalseAlarm, error) {
	r, err := a.DB.Task(ctx, id, a.Now())
	if err != nil {
		return store.FalseAlarm{}, err
	}
	f := store.FalseAlarm{Scope: string(scope), Rule: r.Finding.Rule}
	switch scope {
	case ThisItem:
		f.Value = id
	case ThisPhrase:
		if f.Value = r.Phrase; f.Value == "" {
			err = fmt.Errorf("no words raised task %s: choose the item or the rule as scope", id)
		}
	case ThisRule:
	default:
		err = fmt.Errorf("scope %q: want item, phrase or rule", scope)
	}
	return f, err
}

// FalseAlarms lists them, newest first.
func (a *Auditor) FalseAlarms(ctx context.Context) ([]FalseAlarm, error) {
	stored, err := a.DB.FalseAlarms(ctx)
	all := make([]FalseAlarm, 0, len(stored))
	for _, f := range stored {
		alarm := FalseAlarm{ID: f.ID, Scope: Scope(f.Scope), Rule: f.Rule, Title: a.RuleTitle(f.Rule), Note: f.Note, Created: f.Created}
		if f.Scope == store.ScopePhrase {
			alarm.Phrase = f.Value
		}
		all = append(all, alarm)
	}
	return all, err
}

// RemoveFalseAlarm shows again what it hid.
func (a *Auditor) RemoveFalseAlarm(ctx context.Context, id int64) error {
	err := a.DB.RemoveFalseAlarm(ctx, id)
	if err == nil {
		a.Changed()
	}
	return err
}
