package gui

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"footprint/internal/audit"
	"footprint/internal/audit/core"
	"footprint/internal/audit/drafts"
	"footprint/internal/audit/judging"
	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
)

// fake is an audit of invented items, in memory. Wait makes every fetch hang until it is cancelled.
type fake struct {
	tasks     []audit.TaskRow
	sources   []core.Source
	summary   audit.Summary
	consent   bool
	me        footprint.Person
	guess     audit.ProfileGuess
	err       error
	undo      [][]audit.TaskRow
	calls     []string
	alarms    []audit.FalseAlarm
	found     found
	walks     []audit.Walk
	changes   audit.Changes
	due       []audit.Due
	named     []string
	protected bool
	album     []pictures.Picture
	state     pictures.PictureState
	places    []pictures.PhotoPlace
}

func (f *fake) note(format string, a ...any) { f.calls = append(f.calls, fmt.Sprintf(format, a...)) }

func (f *fake) EachTask(_ context.Context, q audit.TaskFilter) iter.Seq2[audit.TaskRow, error] {
	return func(yield func(audit.TaskRow, error) bool) {
		if f.err != nil {
			yield(audit.TaskRow{}, f.err)
			return
		}
		n := 0
		for _, r := range f.tasks {
			if len(q.Modes) > 0 && !slices.Contains(q.Modes, r.Mode) || len(q.Statuses) > 0 && !slices.Contains(q.Statuses, r.Status) {
				continue
			}
			if len(q.Severities) > 0 && !slices.Contains(q.Severities, r.Severity) || q.Limit > 0 && n == q.Limit {
				continue
			}
			if n++; !yield(r, nil) {
				return
			}
		}
	}
}

func (f *fake) CountTasks(context.Context, audit.TaskFilter) (int, error) { return len(f.tasks), f.err }

func (f *fake) Task(_ context.Context, id string) (audit.TaskView, error) {
	for _, r := range f.tasks {
		if r.ID == id {
			return detailOf(r), f.err
		}
	}
	return audit.TaskView{}, footprint.ErrNotFound
}

func (f *fake) SetStatus(_ context.Context, ids []string, status footprint.Status, note string, until time.Time) error {
	if f.err != nil {
		return f.err
	}
	f.note("%s %s", status, strings.Join(ids, " "))
	f.undo = append(f.undo, slices.Clone(f.tasks))
	for i := range f.tasks {
		if slices.Contains(ids, f.tasks[i].ID) {
			f.tasks[i].Status, f.tasks[i].Until = status, until
			if note != "" {
				f.tasks[i].Note = note
			}
		}
	}
	return nil
}

func (f *fake) Undo(context.Context) (int, error) {
	f.note("undo")
	n := len(f.undo)
	if n == 0 {
		return 0, nil
	}
	f.tasks, f.undo = f.undo[n-1], f.undo[:n-1]
	return 1, nil
}

func (f *fake) Sources(context.Context) ([]core.Source, error) { return f.sources, f.err }
func (f *fake) RemoveSource(_ context.Context, id int64) error {
	f.note("remove %d", id)
	f.sources = slices.DeleteFunc(f.sources, func(s core.Source) bool { return s.ID == id })
	return nil
}

func (f *fake) Audit(_ context.Context, paths []string, p *footprint.Progress) (audit.AuditResult, error) {
	f.note("audit %s", strings.Join(paths, " "))
	p.Start("read X", 100)
	p.Add(37)
	var r audit.AuditResult
	r.Import.Added, r.Analysis.NewTasks = 1204, len(f.tasks)
	return r, f.err
}

func (f *fake) AuditPictures(_ context.Context, paths []string, _ *footprint.Progress) (audit.AuditResult, error) {
	f.note("pictures %s", strings.Join(paths, " "))
	return audit.AuditResult{}, f.err
}

func (f *fake) MarkFalseAlarms(_ context.Context, ids []string, scope audit.Scope, _ string) error {
	f.note("wrong %s %s", scope, strings.Join(ids, " "))
	f.undo = append(f.undo, slices.Clone(f.tasks))
	f.alarms = append([]audit.FalseAlarm{{ID: int64(len(f.alarms) + 1), Scope: scope, Title: "Strong language", Created: day()}}, f.alarms...)
	f.tasks = slices.DeleteFunc(f.tasks, func(r audit.TaskRow) bool { return slices.Contains(ids, r.ID) })
	return nil
}

func (f *fake) FalseAlarms(context.Context) ([]audit.FalseAlarm, error) { return f.alarms, nil }

func (f *fake) RemoveFalseAlarm(_ context.Context, id int64) error {
	f.note("right %d", id)
	f.alarms = slices.DeleteFunc(f.alarms, func(a audit.FalseAlarm) bool { return a.ID == id })
	n := len(f.undo)
	f.tasks, f.undo = f.undo[n-1], f.undo[:n-1]
	return nil
}

func (f *fake) Analyze(context.Context, *footprint.Progress) (judging.Result, error) {
	f.note("analyze")
	return judging.Result{NewTasks: 3}, f.err
}

func (f *fake) Consent(context.Context) (bool, error) { return f.consent, nil }
func (f *fake) GiveConsent(context.Context) error     { f.consent = true; f.note("consent"); return nil }
func (f *fake) Profile(context.Context) (footprint.Person, error) {
	return f.me, f.err
}
func (f *fake) SetProfile(_ context.Context, me footprint.Person) error {
	f.note("profile %s", me.Name)
	f.me = me
	return nil
}
func (f *fake) GuessProfile(context.Context) (audit.ProfileGuess, error) { return f.guess, f.err }
func (f *fake) Summary(context.Context) (audit.Summary, error)           { return f.summary, f.err }
func (f *fake) Changes(context.Context) (audit.Changes, error)           { return f.changes, f.err }
func (f *fake) Due(context.Context) ([]audit.Due, error)                 { return f.due, f.err }
func (f *fake) ReviewDone(_ context.Context, topic string) error {
	f.note("reviewed %s", topic)
	return f.err
}
func (f *fake) ReviewEvery(_ context.Context, topic, every string) error {
	f.note("every %s %s", topic, every)
	return f.err
}
func (f *fake) Subscribe(func()) func() { return func() {} }
func (f *fake) Path() string            { return "/home/robin/.local/share/footprint/footprint.db" }

func (f *fake) CheckDraft(_ context.Context, it footprint.Item) (drafts.Draft, error) {
	var d drafts.Draft
	if at := strings.Index(it.Text, "bed 9"); at >= 0 {
		start := len([]rune(it.Text[:at]))
		d.Findings = []drafts.Finding{{Rule: "patient-indirect-identification", Severity: footprint.SeverityCritical, Confidence: footprint.Likely,
			Spans: []footprint.Span{{Start: start, End: start + 5, Type: "place"}}, Why: "A bed, a day and an age together may point to one person.", Advice: "Leave out the day."}}
	}
	if strings.Contains(it.Text, "novel") {
		d.Spared = "fiction or an exam vignette"
	}
	return d, f.err
}

func (f *fake) Reword(_ context.Context, it footprint.Item) ([]drafts.Rewording, error) {
	if !strings.Contains(it.Text, " in bed 9") {
		return nil, f.err
	}
	return []drafts.Rewording{{Text: strings.ReplaceAll(it.Text, " in bed 9", ""), Was: "in bed 9", Settles: []string{"patient-indirect-identification"}},
		{Text: strings.ReplaceAll(it.Text, "Tuesday", "The day"), Was: "Tuesday", Now: "The day", Settles: []string{"patient-indirect-identification"}}}, f.err
}

func (f *fake) RuleTitle(string) string { return "Patient recognisable from circumstances" }

func (f *fake) RuleAudiences(rule string) []string {
	if rule <= "rule-02" {
		return []string{"patients", "public", "regulator"}
	}
	return []string{"employers", "colleagues"}
}

func (f *fake) Lock(context.Context) error { f.note("lock"); return f.err }
func (f *fake) Unlock(_ context.Context, passphrase string) error {
	if passphrase != "four plain words" {
		return footprint.ErrPassphrase
	}
	f.note("unlock")
	return nil
}
func (f *fake) Schedule(context.Context) ([]audit.Scheduled, error) {
	return []audit.Scheduled{{Topic: "search", Every: "90d"}, {Topic: "settings", Every: "3mo"}, {Topic: "policies", Every: "2w"}, {Topic: "old-posts", Every: "off"}}, nil
}

// safe is a fake of what can be done with the database as a whole.
type safe struct{ f *fake }

func (s safe) Protected() (bool, error) { return s.f.protected, nil }
func (s safe) Protect(_ context.Context, present, next string) (desk.Auditor, error) {
	s.f.note("protect %q %q", present, next)
	s.f.protected = next != ""
	return s.f, nil
}
func (s safe) Erase() error { s.f.note("erase"); return nil }

func (f *fake) Walks(context.Context) ([]audit.Walk, error) { return f.walks, f.err }

func (f *fake) WalkDone(_ context.Context, platform, setting string, at time.Time) error {
	f.note("walk %s %s %v", platform, setting, !at.IsZero())
	for i := range f.walks {
		for j := range f.walks[i].Settings {
			if s := &f.walks[i].Settings[j]; f.walks[i].Platform == platform && s.ID == setting {
				s.Done, s.Again, s.Due = at, at.AddDate(0, 3, 0), at.IsZero()
			}
		}
	}
	return f.err
}

func (f *fake) Accounts(context.Context) ([]string, error) { return f.named, f.err }
func (f *fake) SetAccounts(_ context.Context, ids []string) error {
	f.named = ids
	f.note("accounts %s", strings.Join(ids, " "))
	return nil
}
