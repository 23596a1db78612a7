package audit

import (
	"context"

	"footprint/internal/audit/judging"
	"footprint/internal/footprint"
)

// Analyze judges every stored item that was not judged yet, or that a change of rules or profile may touch, and then
// the items as a whole. Decisions stay as they are. After an interruption the same call goes on.
func (a *Auditor) Analyze(ctx context.Context, p *footprint.Progress) (judging.Result, error) {
	var result judging.Result
	if err := a.NeedConsent(ctx); err != nil {
		return result, err
	}
	if err := a.NamePortraits(ctx); err != nil {
		return result, err
	}
	run, err := a.DB.BeginRun(ctx, "analysis", a.Now())
	if err != nil {
		return result, err
	}
	defer a.Changed()
	judgement, err := a.Judge(ctx, &result, p)
	if err != nil {
		return result, err
	}
	if err := a.follow(ctx, &result); err != nil {
		return result, err
	}
	if result.Findings, err = a.CountTasks(ctx, TaskFilter{}); err != nil {
		return result, err
	}
	if err := a.keepRecord(ctx, judgement); err != nil {
		return result, err
	}
	return result, a.DB.EndRun(ctx, run, result, a.Now())
}

// Audit imports the paths, analyses what is new, and says where the user stands. For pictures that are no export the
// error is ingest.ErrPhotos.
func (a *Auditor) Audit(ctx context.Context, paths []string, p *footprint.Progress) (AuditResult, error) {
	return a.audit(ctx, paths, p, a.Import)
}

// AuditPictures is Audit for folders and archives of pictures that are no export.
func (a *Auditor) AuditPictures(ctx context.Context, paths []string, p *footprint.Progress) (AuditResult, error) {
	return a.audit(ctx, paths, p, a.importPictures)
}

func (a *Auditor) audit(ctx context.Context, paths []string, p *footprint.Progress, take func(context.Context, []string, *footprint.Progress) (ImportResult, error)) (AuditResult, error) {
	var result AuditResult
	var err error
	if result.Import, err = take(ctx, paths, p); err != nil {
		return result, err
	}
	if result.Analysis, err = a.Analyze(ctx, p); err != nil {
		return result, err
	}
	result.Summary, err = a.Summary(ctx)
	return result, err
}
