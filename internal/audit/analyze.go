package audit

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"footprint/internal/analyze"
	"footprint/internal/footprint"
	"footprint/internal/store"
)

// Analyze judges every stored item that the present rules have not seen with the present profile, and then
// the items as a whole. Decisions stay as they are. After an interruption the same call goes on.
func (a *Auditor) Analyze(ctx context.Context, p *footprint.Progress) (AnalysisResult, error) {
	var result AnalysisResult
	if err := a.needConsent(ctx); err != nil {
		return result, err
	}
	me, err := a.Profile(ctx)
	if err != nil {
		return result, err
	}
	version, err := a.version(&me)
	if err != nil {
		return result, err
	}
	judgement, err := a.db.Judgement(ctx, version, a.now())
	if err != nil {
		return result, err
	}
	run, err := a.db.BeginRun(ctx, "analysis", a.now())
	if err != nil {
		return result, err
	}
	defer a.changed()
	survey, err := a.judgeItems(ctx, judgement, &me, &result, p)
	if err != nil {
		return result, err
	}
	if err := a.survey(ctx, survey, judgement, &me, &result, p); err != nil {
		return result, err
	}
	if err := a.follow(ctx, &result); err != nil {
		return result, err
	}
	if result.Findings, err = a.CountTasks(ctx, TaskFilter{}); err != nil {
		return result, err
	}
	if err := a.keepRecord(ctx); err != nil {
		return result, err
	}
	return result, a.db.EndRun(ctx, run, result, a.now())
}

// version names what a judgement depends on: the rules, the profile, and the month, since some rules speak
// of age.
func (a *Auditor) version(me *footprint.Person) (string, error) {
	profile, err := json.Marshal(me)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(profile)
	return a.rules.Version() + " " + hex.EncodeToString(sum[:8]) + " " + a.now().UTC().Format("2006-01"), nil
}

// judgeBatch is the number of items that are judged and stored together; each holds its parsed texts until
// then.
const judgeBatch = 250

// judgeItems streams unseen items past the rules. When all items are unseen, it returns a survey that has seen
// them, in the order of the store.
func (a *Auditor) judgeItems(ctx context.Context, judgement int64, me *footprint.Person, result *AnalysisResult, p *footprint.Progress) (*analyze.Survey, error) {
	unseen, err := a.db.CountUnjudged(ctx, judgement)
	if err != nil {
		return nil, err
	}
	all, err := a.db.CountItems(ctx, store.ItemFilter{})
	if err != nil {
		return nil, err
	}
	p.Start("analyze", int64(unseen))
	if unseen > 0 { // an interruption after the last item must not leave the old survey standing
		if err := a.db.SetSetting(ctx, keySurvey, ""); err != nil {
			return nil, err
		}
	}
	asOf := a.now()
	var survey *analyze.Survey
	if unseen == all {
		survey = a.rules.Survey(me, asOf)
	}
	after := int64(0)
	next := func(ctx context.Context) ([]store.Pending, bool, error) {
		batch, err := a.db.Unjudged(ctx, judgement, after, judgeBatch)
		if err != nil || len(batch) == 0 {
			return nil, false, err
		}
		after = batch[len(batch)-1].N
		return batch, true, nil
	}
	judge := func(batch []store.Pending) []verdict { return a.judge(batch, me, asOf) }
	return survey, ordered(ctx, next, judge, func(ctx context.Context, batch []verdict) error {
		defer p.Add(int64(len(batch)))
		return a.putVerdicts(ctx, judgement, batch, survey, result)
	})
}

// verdict is a stored item with its judgement.
type verdict struct {
	store.Pending
	analyze.Judgement
}

func (a *Auditor) judge(batch []store.Pending, me *footprint.Person, asOf time.Time) []verdict {
	verdicts := make([]verdict, len(batch))
	for i := range batch {
		verdicts[i].Pending = batch[i]
		verdicts[i].Judgement = a.rules.Judge(&verdicts[i].Item, me, asOf)
	}
	return verdicts
}

func (a *Auditor) putVerdicts(ctx context.Context, judgement int64, batch []verdict, survey *analyze.Survey, result *AnalysisResult) error {
	judged := make([]store.Judged, len(batch))
	for i := range batch {
		v := &batch[i]
		judged[i] = store.Judged{Pending: v.Pending, Unsupported: v.Unsupported}
		for j := range v.Findings {
			judged[i].Findings = append(judged[i].Findings, store.Raised{Finding: v.Findings[j], Phrase: phrase(&v.Item, &v.Findings[j])})
		}
		if v.Unsupported {
			result.NotJudged++
		}
		if survey != nil {
			survey.AddJudged(&v.Judgement)
		}
		v.Release()
	}
	tasks, err := a.db.PutJudged(ctx, judgement, judged, a.now())
	result.Judged += len(batch)
	result.NewTasks += tasks
	return err
}

// survey judges the items as a whole, unless nothing has changed since that was done last. Seen is a survey
// that has seen every item, or nil.
func (a *Auditor) survey(ctx context.Context, seen *analyze.Survey, judgement int64, me *footprint.Person, result *AnalysisResult, p *footprint.Progress) error {
	key := fmt.Sprint(judgement, " ", day(a.now())) // reminders fall due by the day
	var last string
	if _, err := a.db.Setting(ctx, keySurvey, &last); err != nil {
		return err
	}
	if last == key && result.Judged == 0 {
		return nil
	}
	if seen == nil {
		seen = a.rules.Survey(me, a.now())
		p.Start("compare items", 0)
		for it, err := range a.db.Items(ctx, store.ItemFilter{AsStored: true}) { // as judgeItems does
			if err != nil {
				return err
			}
			seen.Add(&it)
			p.Add(1)
		}
	}
	var raised []store.Raised
	for _, f := range seen.Findings() {
		raised = append(raised, store.Raised{Finding: f})
	}
	tasks, err := a.db.PutSurvey(ctx, raised, a.now())
	if err != nil {
		return err
	}
	result.NewTasks += tasks
	return a.db.SetSetting(ctx, keySurvey, key)
}

// phrase is the words that raised a finding, folded: what a false alarm of scope phrase names.
func phrase(it *footprint.Item, f *footprint.Finding) string {
	var words []string
	for _, s := range f.Spans {
		if text := field(it, s.Field); s.Start >= 0 && s.Start < s.End && s.End <= len(text) {
			words = append(words, strings.Join(strings.Fields(strings.ToLower(text[s.Start:s.End])), " "))
		}
	}
	return strings.Join(words, " … ")
}

// Audit imports the paths, analyses what is new, and says where the user stands.
func (a *Auditor) Audit(ctx context.Context, paths []string, p *footprint.Progress) (AuditResult, error) {
	var result AuditResult
	var err error
	if result.Import, err = a.Import(ctx, paths, p); err != nil {
		return result, err
	}
	if result.Analysis, err = a.Analyze(ctx, p); err != nil {
		return result, err
	}
	result.Summary, err = a.Summary(ctx)
	return result, err
}
