package judging

import (
	"context"
	"fmt"
	"slices"

	"footprint/internal/analyze"
	"footprint/internal/audit/core"
	"footprint/internal/footprint"
	"footprint/internal/store"
)

// survey judges the items as a whole by the rules for which something has changed since that was done last. Seen is
// a survey that has seen every item, or nil.
func (a *Analyst) survey(ctx context.Context, b *bench, seen *analyze.Survey, result *Result, p *footprint.Progress) error {
	rules, all, err := a.surveyAgain(ctx, b)
	if err != nil {
		return err
	}
	if all || len(rules) > 0 {
		if seen == nil {
			if seen, err = a.see(ctx, b, rules, p); err != nil {
				return err
			}
		}
		var raised []store.Raised
		for _, f := range seen.Findings() {
			raised = append(raised, store.Raised{Finding: f})
		}
		tasks, err := a.DB.PutSurvey(ctx, rules, raised, b.asOf)
		if err != nil {
			return err
		}
		result.NewTasks += tasks
	}
	return a.DB.SetSetting(ctx, core.KeySurvey, fmt.Sprint(b.judgement, " ", core.Day(b.asOf))) // reminders fall due by the day
}

// surveyAgain tells which rules have to look at all items together again, by what changed since the last survey: the
// items, the rules, the profile or the day. All stands for every rule, and then rules is nil.
func (a *Analyst) surveyAgain(ctx context.Context, b *bench) (rules []string, all bool, err error) {
	var last, on string
	var judgement int64
	if _, err := a.DB.Setting(ctx, core.KeySurvey, &last); err != nil {
		return nil, false, err
	}
	if n, _ := fmt.Sscan(last, &judgement, &on); n != 2 { // emptied, since the items changed
		return nil, true, nil
	}
	change, err := a.since(ctx, b, judgement)
	if err != nil || change.All {
		return nil, change.All, err
	}
	again := slices.Concat(change.Rules, b.uncovered)
	if on != core.Day(b.asOf) {
		again = slices.Concat(again, b.basis.Dated())
	}
	if b.resumed && len(change.Rules) > 0 {
		again = slices.Concat(again, a.Rules.Mixed())
	}
	for _, id := range again {
		if r := a.Rules.Rule(id); r == nil || r.Surveys() { // of one that is gone, the findings go
			rules = append(rules, id)
		}
	}
	return rules, false, nil
}

// see shows every item to the rules; nil means all rules.
func (a *Analyst) see(ctx context.Context, b *bench, rules []string, p *footprint.Progress) (*analyze.Survey, error) {
	survey := a.Rules.Survey(&b.me, b.asOf)
	if rules != nil {
		survey = a.Rules.SurveyOf(rules, &b.me, b.asOf)
	}
	if !survey.Looks() {
		return survey, nil
	}
	p.Start("compare items", 0)
	for it, err := range a.DB.Items(ctx, store.ItemFilter{AsStored: true}) { // as judgeItems does
		if err != nil {
			return nil, err
		}
		survey.Add(&it)
		p.Add(1)
	}
	return survey, nil
}
