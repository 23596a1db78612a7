package audit

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"footprint/internal/crawl/serp"
	"footprint/internal/footprint"
)

// pagesInFolder is the number of pages up to which the top of a folder is looked through for saved searches;
// more is an export in HTML.
const pagesInFolder = 50

// partSaved tells saved result pages of search engines from exports. A folder that holds such pages at its top
// stays among the exports, since it may hold those too.
func partSaved(paths []string) (exports, saved []string) {
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err == nil && info.IsDir():
			exports = append(exports, path)
			saved = append(saved, savedAtTop(path)...)
		case err == nil && isSavedSearch(path, info.Size()):
			saved = append(saved, path)
		default:
			exports = append(exports, path)
		}
	}
	return exports, saved
}

func savedAtTop(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // opening it as an export says why
	}
	var pages, saved []string
	for _, e := range entries {
		if e.Type().IsRegular() && pageName(e.Name()) {
			pages = append(pages, filepath.Join(dir, e.Name()))
		}
	}
	if len(pages) > pagesInFolder {
		return nil
	}
	for _, path := range pages {
		if info, err := os.Stat(path); err == nil && isSavedSearch(path, info.Size()) {
			saved = append(saved, path)
		}
	}
	return saved
}

// isSavedSearch reports whether a file is a page of a known search engine, with results or without.
func isSavedSearch(path string, size int64) bool {
	if !pageName(path) || size > serp.MaxPage {
		return false
	}
	page, err := readSaved(path)
	return err == nil && (page.Engine != "" || page.Status == string(serp.StatusChallenge) || page.Status == string(serp.StatusConsent))
}

// importSaved takes in saved result pages beside exports.
func (a *Auditor) importSaved(ctx context.Context, exports, saved []string, p *footprint.Progress) (ImportResult, error) {
	result := ImportResult{Sources: []Imported{}, Unrecognised: []Unrecognised{}}
	run, err := a.SearchSaved(ctx, saved, p)
	if err != nil {
		return result, err
	}
	if len(exports) > 0 {
		result, err = a.importExports(ctx, exports, p)
		if err != nil && !errors.Is(err, footprint.ErrNotRecognised) { // a folder of saved pages holds no export
			return result, err
		}
		result.Unrecognised = slices.DeleteFunc(result.Unrecognised, func(u Unrecognised) bool {
			return slices.ContainsFunc(saved, func(path string) bool { return filepath.Base(path) == u.Path })
		})
	}
	if run.source != nil {
		result.Sources = append(result.Sources, *run.source)
	}
	result.Added, result.Updated, result.Unchanged = result.Added+run.Added, result.Updated+run.Updated, result.Unchanged+run.Unchanged
	for _, page := range run.Pages {
		if page.Reason != "" {
			result.Unrecognised = append(result.Unrecognised, Unrecognised{page.Path, page.Reason})
		}
	}
	return result, nil
}
