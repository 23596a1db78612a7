package audit

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"footprint/internal/audit/core"
	"footprint/internal/footprint"
)

// importSaved takes in saved result pages beside exports.
func (a *Auditor) importSaved(ctx context.Context, exports, saved []string, p *footprint.Progress) (ImportResult, error) {
	result := ImportResult{Sources: []core.Imported{}, Unrecognised: []Unrecognised{}}
	run, err := a.SearchSaved(ctx, saved, p)
	if err != nil {
		return result, err
	}
	if len(exports) > 0 {
		result, err = a.importExports(ctx, exports, a.Platforms, p)
		if err != nil && !errors.Is(err, footprint.ErrNotRecognised) { // a folder of saved pages holds no export
			return result, err
		}
		result.Unrecognised = slices.DeleteFunc(result.Unrecognised, func(u Unrecognised) bool {
			return slices.ContainsFunc(saved, func(path string) bool { return filepath.Base(path) == u.Path })
		})
	}
	if run.Source != nil {
		result.Sources = append(result.Sources, *run.Source)
	}
	result.Added, result.Updated, result.Unchanged = result.Added+run.Added, result.Updated+run.Updated, result.Unchanged+run.Unchanged
	for _, page := range run.Pages {
		if page.Reason != "" {
			result.Unrecognised = append(result.Unrecognised, Unrecognised{page.Path, page.Reason})
		}
	}
	return result, nil
}
