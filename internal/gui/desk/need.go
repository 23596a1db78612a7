package desk

import (
	"context"
	"image"
	"iter"
	"time"

	"footprint/internal/audit"
	"footprint/internal/audit/core"
	"footprint/internal/audit/drafts"
	"footprint/internal/audit/judging"
	"footprint/internal/audit/outside"
	"footprint/internal/audit/pictures"
	"footprint/internal/crawl/letter"
	"footprint/internal/footprint"
)

// What the screens ask of the audit. *audit.Online offers all of it; tests pass less.

type taskSource interface {
	RuleAudiences(rule string) []string
	CountTasks(ctx context.Context, f audit.TaskFilter) (int, error)
	EachTask(ctx context.Context, f audit.TaskFilter) iter.Seq2[audit.TaskRow, error]
	Task(ctx context.Context, id string) (audit.TaskView, error)
	SetStatus(ctx context.Context, ids []string, status footprint.Status, note string, until time.Time) error
	Undo(ctx context.Context) (int, error)
}

type exportSource interface {
	Sources(ctx context.Context) ([]core.Source, error)
	RemoveSource(ctx context.Context, id int64) error
	Audit(ctx context.Context, paths []string, p *footprint.Progress) (audit.AuditResult, error)
	AuditPictures(ctx context.Context, paths []string, p *footprint.Progress) (audit.AuditResult, error)
	Analyze(ctx context.Context, p *footprint.Progress) (judging.Result, error)
}

type personSource interface {
	Consent(ctx context.Context) (bool, error)
	GiveConsent(ctx context.Context) error
	Profile(ctx context.Context) (footprint.Person, error)
	SetProfile(ctx context.Context, me footprint.Person) error
	GuessProfile(ctx context.Context) (audit.ProfileGuess, error)
}

type summarySource interface {
	Changes(ctx context.Context) (audit.Changes, error)
	Compare(ctx context.Context, from, to string) (audit.Comparison, error)
	Due(ctx context.Context) ([]audit.Due, error)
	ReviewDone(ctx context.Context, topic string) error
	Schedule(ctx context.Context) ([]audit.Scheduled, error)
	ReviewEvery(ctx context.Context, topic, every string) error
	Summary(ctx context.Context) (audit.Summary, error)
	Subscribe(changed func()) (cancel func())
	Path() string
}

type draftSource interface {
	CheckDraft(ctx context.Context, it footprint.Item) (drafts.Draft, error)
	Reword(ctx context.Context, it footprint.Item) ([]drafts.Rewording, error)
	CheckPhoto(ctx context.Context, file, words string) (audit.PhotoDraft, error)
	Strip(ctx context.Context, paths []string, dir string, o pictures.StripOptions, p *footprint.Progress) ([]pictures.Stripped, error)
	RuleTitle(rule string) string
}

// walkSource knows the settings to check and which accounts the user has.
type walkSource interface {
	Walks(ctx context.Context) ([]audit.Walk, error)
	WalkDone(ctx context.Context, platform, setting string, at time.Time) error
	Accounts(ctx context.Context) ([]string, error)
	SetAccounts(ctx context.Context, ids []string) error
}

// pictureSource is the album: pictures, what was found in them, and what the user says of them.
type pictureSource interface {
	Album(ctx context.Context) ([]pictures.Picture, error)
	PictureView(ctx context.Context, p pictures.Picture) (audit.PictureView, error)
	PictureImage(ctx context.Context, p pictures.Picture, side int) (image.Image, error)
	ItemPictures(ctx context.Context, item string, side int) ([]audit.ItemPicture, error)
	PictureState(ctx context.Context) (pictures.PictureState, error)
	AnswerPicture(ctx context.Context, p pictures.Picture, answer string, labels []string) error
	LookAtPictures(ctx context.Context, p *footprint.Progress) (pictures.SightResult, error)
	PhotoPlaces(ctx context.Context) ([]pictures.PhotoPlace, error)
	StripPictures(ctx context.Context, pictures []pictures.Picture, dir string, o pictures.StripOptions, p *footprint.Progress) ([]pictures.Stripped, error)
}

// alarmSource lets the user say that a finding is wrong, and take that back.
type alarmSource interface {
	MarkFalseAlarms(ctx context.Context, ids []string, scope audit.Scope, note string) error
	FalseAlarms(ctx context.Context) ([]audit.FalseAlarm, error)
	RemoveFalseAlarm(ctx context.Context, id int64) error
}

// searchSource knows the searches for the user and what they found.
type searchSource interface {
	SearchPlan(ctx context.Context, engines []string, country string) ([]outside.PlanRow, error)
	SwitchQuery(ctx context.Context, query string, on bool) error
	SearchSaved(ctx context.Context, paths []string, p *footprint.Progress) (outside.SearchRun, error)
	WatchDownloads(ctx context.Context, dir string, taken func(outside.SearchRun, error)) error
	SearchResults(ctx context.Context, verdicts ...string) ([]outside.SearchResult, error)
	AnswerResults(ctx context.Context, ids []string, verdict string) error
	OwnHandles(ctx context.Context) ([]string, error)
	OwnAddresses(ctx context.Context) ([]string, error)
	PagesToRead(ctx context.Context, ids []string) ([]outside.SearchResult, error)
	Done(ctx context.Context, ids []string) ([]outside.Verification, error)
}

// onlineSource goes on-line; *audit.Online offers it. Screens call it only after the user said so.
type onlineSource interface {
	SearchServices() []audit.SearchService
	SetKey(service, key string) error
	SitesToAsk(list string) (asked, left int, err error)
	Search(ctx context.Context, service, server string, p *footprint.Progress) (outside.SearchRun, error)
	OwnProfiles(ctx context.Context, list string, p *footprint.Progress) (outside.ProfileRun, error)
	OpenPages(ctx context.Context, ids []string, p *footprint.Progress) (outside.PageRun, error)
	LookAgain(ctx context.Context, ids []string, p *footprint.Progress) ([]outside.Verification, error)
	Breaches(ctx context.Context, p *footprint.Progress) (outside.BreachRun, error)
	Stolen(ctx context.Context, password []byte) (times int, err error)
}

// letterSource writes letters and keeps when to chase them.
type letterSource interface {
	LettersFor(ctx context.Context, item string) ([]letter.Letter, error)
	WriteLetter(ctx context.Context, id, item string, typed letter.Fields) (letter.Draft, error)
	SentLetter(ctx context.Context, id, item, recipient string, sent time.Time) (audit.LetterRequest, error)
	AnswerLetter(ctx context.Context, id int64, outcome string) error
	LetterRequests(ctx context.Context) ([]audit.LetterRequest, error)
}

// lockSource closes the database until the passphrase is given again.
type lockSource interface {
	Lock(ctx context.Context) error
	Unlock(ctx context.Context, passphrase string) error
}

// Safe is what can be done with the database as a whole.
type Safe interface {
	// Protected reports whether a passphrase protects it.
	Protected() (bool, error)
	// Protect sets, changes or, with an empty next, removes the passphrase, and opens the database anew.
	Protect(ctx context.Context, present, next string) (Auditor, error)
	// Erase removes the database and what lies beside it. Nothing works afterwards.
	Erase() error
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
	searchSource
	onlineSource
	letterSource
	lockSource
	pictureSource
}
