// Package judging holds stored items against the rules: each new one, those that a change of rules or profile may touch,
// and all of them together. It stores what was found, and never touches a decision of the user's.
package judging

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"footprint/internal/analyze"
	"footprint/internal/audit/core"
	"footprint/internal/footprint"
	"footprint/internal/store"
	"strings"
	"time"
)

// Analyst judges items by the rules.
type Analyst struct{ *core.Core }

// NewAnalyst makes one for an open database.
func NewAnalyst(c *core.Core) *Analyst { return &Analyst{c} }

// Result is what an analysis did.
type Result struct {
	Judged   int `json:"judged"`   // items judged in this run
	Kept     int `json:"kept"`     // items judged before that nothing that changed since touches
	NewTasks int `json:"new"`      // findings never raised before
	Findings int `json:"findings"` // raised now, over all items
	// NotJudged counts the items of this run in a language the rules do not cover.
	NotJudged int `json:"not_judged"`
	// Gone counts the tasks closed because a newer complete export no longer holds the item, Reopened those
	// opened because it came back.
	Gone     int `json:"gone"`
	Reopened int `json:"reopened"`
}

// Judge judges every stored item that was not judged yet, or that a change of rules or profile may touch, and then the
// items as a whole. It adds to the result, and returns the number of the judgement. After an interruption the same call
// goes on.
func (a *Analyst) Judge(ctx context.Context, result *Result, p *footprint.Progress) (judgement int64, err error) {
	bench, err := a.bench(ctx)
	if err != nil {
		return 0, err
	}
	survey, err := a.judgeItems(ctx, bench, result, p)
	if err != nil {
		return 0, err
	}
	return bench.judgement, a.survey(ctx, bench, survey, result, p)
}

// bench is what an analysis judges with.
type bench struct {
	me        footprint.Person
	asOf      time.Time
	basis     analyze.Basis
	judgement int64 // its number
	// uncovered are the rules of which a finding on an item alone went in this run: what they find on it together
	// with others may show again. resumed is true when an earlier run that did not end knows more of them.
	uncovered []string
	resumed   bool
}

func (a *Analyst) bench(ctx context.Context) (*bench, error) {
	b := &bench{asOf: a.Now()}
	var err error
	if b.me, err = a.Profile(ctx); err != nil {
		return nil, err
	}
	if b.basis, err = a.Rules.Basis(a.Program, &b.me, b.asOf); err != nil {
		return nil, err
	}
	data, err := json.Marshal(b.basis)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	b.judgement, err = a.DB.Judgement(ctx, hex.EncodeToString(sum[:]), string(data), b.asOf)
	return b, err
}

// since is what changed since an earlier judgement.
func (a *Analyst) since(ctx context.Context, b *bench, judgement int64) (analyze.Change, error) {
	basis, err := a.BasisOf(ctx, judgement)
	return b.basis.Since(basis), err
}

// BasisOf is what a judgement rested on; the zero Basis when that is not known.
func (a *Analyst) BasisOf(ctx context.Context, judgement int64) (basis analyze.Basis, err error) {
	data, err := a.DB.Basis(ctx, judgement)
	if err == nil && data != "" {
		err = json.Unmarshal([]byte(data), &basis)
	}
	return basis, err
}

// judgeBatch is the number of items that are judged and stored together; each holds its parsed texts until
// then.
const judgeBatch = 250

// judgeItems streams items past the rules that the present ones have not judged. When these are all, and no earlier
// judgement of them can stand, it returns a survey that has seen them, in the order of the store.
func (a *Analyst) judgeItems(ctx context.Context, b *bench, result *Result, p *footprint.Progress) (*analyze.Survey, error) {
	under, err := a.DB.Under(ctx)
	if err != nil {
		return nil, err
	}
	if under[0] > 0 { // an interruption after the last item must not leave the old survey standing
		if err := a.DB.SetSetting(ctx, core.KeySurvey, ""); err != nil {
			return nil, err
		}
	}
	b.resumed = under[b.judgement] > 0
	p.Start("analyze", total(under)-int64(under[b.judgement]))
	probes, err := a.probes(ctx, b, under, result)
	if err != nil {
		return nil, err
	}
	p.Add(int64(result.Kept))
	var survey *analyze.Survey
	if len(probes) == 0 && under[b.judgement] == 0 {
		survey = a.Rules.Survey(&b.me, b.asOf)
	}
	after := int64(0)
	next := func(ctx context.Context) ([]store.Pending, bool, error) {
		batch, err := a.DB.Unjudged(ctx, b.judgement, after, judgeBatch)
		if err != nil || len(batch) == 0 {
			return nil, false, err
		}
		after = batch[len(batch)-1].N
		return batch, true, nil
	}
	judge := func(batch []store.Pending) []verdict { return a.judge(batch, b, probes) }
	return survey, core.Ordered(ctx, next, judge, func(ctx context.Context, batch []verdict) error {
		defer p.Add(int64(len(batch)))
		return a.putVerdicts(ctx, b, batch, survey, result)
	})
}

func total(under map[int64]int) (n int64) {
	for _, count := range under {
		n += int64(count)
	}
	return n
}

// probes returns, for each earlier judgement of which something can stand, what tells which items the change since
// may touch. It takes that judgement back from those on which a changed rule was raised, and lets it stand where the
// change asks for other kinds of items.
func (a *Analyst) probes(ctx context.Context, b *bench, under map[int64]int, result *Result) (map[int64]*analyze.Probe, error) {
	probes := map[int64]*analyze.Probe{}
	for judgement := range under {
		if judgement == 0 || judgement == b.judgement {
			continue
		}
		change, err := a.since(ctx, b, judgement)
		if err != nil {
			return nil, err
		}
		if change.All {
			continue
		}
		if err := a.DB.Recall(ctx, judgement, change.Raised); err != nil {
			return nil, fmt.Errorf("find items that changed rules were raised on: %w", err)
		}
		probe := a.Rules.Probe(change)
		probes[judgement] = probe
		kinds, every := probe.Kinds()
		if every {
			continue
		}
		kept, err := a.DB.Keep(ctx, judgement, b.judgement, kinds)
		if err != nil {
			return nil, fmt.Errorf("let the judgement of items stand: %w", err)
		}
		result.Kept += kept
	}
	return probes, nil
}

// verdict is a stored item with its judgement, or one whose earlier judgement stands.
type verdict struct {
	store.Pending
	analyze.Judgement
	kept bool
}

func (a *Analyst) judge(batch []store.Pending, b *bench, probes map[int64]*analyze.Probe) []verdict {
	verdicts := make([]verdict, len(batch))
	items, of := make([]analyze.Owned, 0, len(batch)), make([]*verdict, 0, len(batch))
	for i := range batch {
		v := &verdicts[i]
		v.Pending = batch[i]
		if probe := probes[v.Under]; probe != nil && !probe.Touches(&v.Item, &b.me, b.asOf) {
			v.kept = true
			continue
		}
		items, of = append(items, analyze.Owned{Item: &v.Item, Me: &b.me}), append(of, v)
	}
	for i, j := range a.Rules.JudgeAll(items, b.asOf) {
		of[i].Judgement = j
	}
	return verdicts
}

func (a *Analyst) putVerdicts(ctx context.Context, b *bench, batch []verdict, survey *analyze.Survey, result *Result) error {
	judged := make([]store.Judged, len(batch))
	kept := 0
	for i := range batch {
		v := &batch[i]
		judged[i] = store.Judged{Pending: v.Pending, Unsupported: v.Unsupported, Kept: v.kept}
		if v.kept {
			kept++
			continue
		}
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
	tasks, went, err := a.DB.PutJudged(ctx, b.judgement, judged, a.Now())
	b.uncovered = core.Union(b.uncovered, went)
	result.Judged += len(batch) - kept
	result.Kept += kept
	result.NewTasks += tasks
	return err
}

// phrase is the words that raised a finding, folded: what a false alarm of scope phrase names.
func phrase(it *footprint.Item, f *footprint.Finding) string {
	var words []string
	for _, s := range f.Spans {
		if text := core.Field(it, s.Field); s.Start >= 0 && s.Start < s.End && s.End <= len(text) {
			words = append(words, strings.Join(strings.Fields(strings.ToLower(text[s.Start:s.End])), " "))
		}
	}
	return strings.Join(words, " … ")
}

// JudgeAgain judges a few items at once; what concerns all items together waits for the next Analyze.
func (a *Analyst) JudgeAgain(ctx context.Context, items []store.Pending) error {
	if len(items) == 0 {
		return nil
	}
	b, err := a.bench(ctx)
	if err != nil {
		return err
	}
	if err := a.DB.SetSetting(ctx, core.KeySurvey, ""); err != nil {
		return err
	}
	return a.putVerdicts(ctx, b, a.judge(items, b, nil), nil, &Result{})
}
