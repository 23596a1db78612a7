package desk

import (
	"context"
	"iter"
	"time"

	"footprint/internal/audit"
	"footprint/internal/footprint"
)

// What the screens ask of the audit. *audit.Auditor offers all of it; tests pass less.

type taskSource interface {
	RuleAudiences(rule string) []string
	EachTask(ctx context.Context, f audit.TaskFilter) iter.Seq2[audit.TaskRow, error]
	Task(ctx context.Context, id string) (audit.TaskView, error)
	SetStatus(ctx context.Context, ids []string, status footprint.Status, note string, until time.Time) error
	Undo(ctx context.Context) (int, error)
}

type exportSource interface {
	Sources(ctx context.Context) ([]audit.Source, error)
	RemoveSource(ctx context.Context, id int64) error
	Audit(ctx context.Context, paths []string, p *footprint.Progress) (audit.AuditResult, error)
	Analyze(ctx context.Context, p *footprint.Progress) (audit.AnalysisResult, error)
}

type personSource interface {
	Consent(ctx context.Context) (bool, error)
	GiveConsent(ctx context.Context) error
	Profile(ctx context.Context) (footprint.Person, error)
	SetProfile(ctx context.Context, me footprint.Person) error
}

type summarySource interface {
	Changes(ctx context.Context) (audit.Changes, error)
	Due(ctx context.Context) ([]audit.Due, error)
	ReviewDone(ctx context.Context, topic string) error
	ReviewEvery(ctx context.Context, topic, every string) error
	Summary(ctx context.Context) (audit.Summary, error)
	Subscribe(changed func()) (cancel func())
	Path() string
}

type draftSource interface {
	CheckDraft(ctx context.Context, it footprint.Item) (audit.Draft, error)
	RuleTitle(rule string) string
}

// walkSource knows the settings to check and which accounts the user has.
type walkSource interface {
	Walks(ctx context.Context) ([]audit.Walk, error)
	WalkDone(ctx context.Context, platform, setting string, at time.Time) error
	Accounts(ctx context.Context) ([]string, error)
	SetAccounts(ctx context.Context, ids []string) error
}

// alarmSource lets the user say that a finding is wrong, and take that back.
type alarmSource interface {
	MarkFalseAlarm(ctx context.Context, id string, scope audit.Scope, note string) error
	FalseAlarms(ctx context.Context) ([]audit.FalseAlarm, error)
	RemoveFalseAlarm(ctx context.Context, id int64) error
}

// Auditor is all of it.
type Auditor interface {
	taskSource
	exportSource
	personSource
	summarySource
	draftSource
	alarmSource
	walkSource
}
