package audit

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"runtime"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/store"

	"golang.org/x/sync/errgroup"
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
	if err := a.judgeItems(ctx, judgement, &me, &result, p); err != nil {
		return result, err
	}
	if result.Findings, err = a.CountTasks(ctx, TaskFilter{}); err != nil {
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

// judgeItems streams unseen items through as many workers as there are processors to one writer.
func (a *Auditor) judgeItems(ctx context.Context, judgement int64, me *footprint.Person, result *AnalysisResult, p *footprint.Progress) error {
	total, err := a.db.CountUnjudged(ctx, judgement)
	if err != nil {
		return err
	}
	p.Start("analyze", int64(total))
	asOf := a.now()
	pending := make(chan []store.Pending, 1)
	judged := make(chan []store.Judged, 1)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(pending)
		for after := int64(0); ; {
			batch, err := a.db.Unjudged(ctx, judgement, after, store.BatchSize)
			if err != nil || len(batch) == 0 {
				return err
			}
			after = batch[len(batch)-1].N
			if err := send(ctx, pending, batch); err != nil {
				return err
			}
		}
	})
	group.Go(func() error {
		defer close(judged)
		workers, ctx := errgroup.WithContext(ctx)
		for range runtime.GOMAXPROCS(0) {
			workers.Go(func() error {
				for batch := range pending {
					if err := send(ctx, judged, a.judge(batch, me, asOf)); err != nil {
						return err
					}
				}
				return nil
			})
		}
		return workers.Wait()
	})
	group.Go(func() error {
		for batch := range judged {
			tasks, err := a.db.PutJudged(ctx, judgement, batch, asOf)
			if err != nil {
				return err
			}
			result.Judged += len(batch)
			result.NewTasks += tasks
			for i := range batch {
				if batch[i].Unsupported {
					result.NotJudged++
				}
			}
			p.Add(int64(len(batch)))
		}
		return nil
	})
	return group.Wait()
}

// send hands a value on unless the work is stopped.
func send[T any](ctx context.Context, to chan<- T, v T) error {
	select {
	case to <- v:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (a *Auditor) judge(batch []store.Pending, me *footprint.Person, asOf time.Time) []store.Judged {
	judged := make([]store.Judged, len(batch))
	for i := range batch {
		judged[i] = store.Judged{Pending: batch[i]}
		it := &judged[i].Item
		for _, f := range a.rules.Check(it, me, asOf) {
			judged[i].Findings = append(judged[i].Findings, store.Raised{Finding: f, Phrase: phrase(it, &f)})
		}
	}
	return judged
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
