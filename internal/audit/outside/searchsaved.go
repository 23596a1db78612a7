package outside

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"footprint/internal/crawl/serp"
	"footprint/internal/footprint"
)

// SearchSaved takes in result pages that the user saved from the browser: HTML, MHTML, or folders that hold
// them. A page that cannot be read is in the run with the reason.
func (a *Agent) SearchSaved(ctx context.Context, paths []string, p *footprint.Progress) (SearchRun, error) {
	run := SearchRun{Pages: []SearchPage{}}
	if err := a.NeedConsent(ctx); err != nil {
		return run, err
	}
	var files []string
	for _, path := range paths {
		more, err := savedFiles(path)
		if err != nil {
			return run, fmt.Errorf("search %s: %w", path, err)
		}
		files = append(files, more...)
	}
	p.Start("read pages", int64(len(files)))
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			return run, err
		}
		page, err := readSaved(file)
		if err != nil {
			page = SearchPage{Path: file, Status: string(serp.StatusUnknown), Reason: err.Error()}
			if other := (*serp.FileError)(nil); errors.As(err, &other) {
				page.NotPage = other.Kind
			}
		}
		run.Pages = append(run.Pages, page)
		p.Add(1)
	}
	return run, a.takeIn(ctx, &run, "saved pages", "html")
}

// savedFiles lists the pages of a path: the file itself, or those in a folder and the folders in it. What
// browsers put beside a complete page (name_files) is not a page.
func savedFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	var files []string
	err = filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != path && (strings.HasSuffix(d.Name(), "_files") || strings.HasSuffix(d.Name(), ".files") || strings.Count(name[len(path):], string(filepath.Separator)) > 3):
			return filepath.SkipDir
		case d.Type().IsRegular() && pageName(name):
			files = append(files, name)
		}
		return nil
	})
	return files, err
}

// pageName reports whether a file is named like a saved page.
func pageName(name string) bool {
	return slices.Contains([]string{".html", ".htm", ".mhtml", ".mht", ".xhtml", ".webarchive"}, strings.ToLower(filepath.Ext(name)))
}

func readSaved(path string) (SearchPage, error) {
	page := SearchPage{Path: path}
	f, err := os.Open(path)
	if err != nil {
		return page, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return page, err
	}
	if info.Size() > serp.MaxPage {
		return page, serp.ErrTooLarge
	}
	h := sha256.New()
	parsed, err := serp.Parse(tee{f, h})
	if err != nil {
		return page, err
	}
	page.digest = hex.EncodeToString(h.Sum(nil))
	page.Engine, page.Query, page.Status, page.Reason = parsed.Engine, parsed.Query, string(parsed.Status), parsed.Reason
	page.At, page.found, page.Results, page.number = parsed.Saved, parsed.Results, len(parsed.Results), parsed.Number
	page.Unread, page.Ads, page.Others = parsed.Unread, parsed.Ads, parsed.Others
	if page.At.IsZero() {
		page.At = info.ModTime().UTC().Truncate(time.Millisecond)
	}
	return page, nil
}

// tee hashes what is read.
type tee struct {
	from interface{ Read([]byte) (int, error) }
	to   interface{ Write([]byte) (int, error) }
}

func (t tee) Read(p []byte) (int, error) {
	n, err := t.from.Read(p)
	_, _ = t.to.Write(p[:n]) // a hash does not fail
	return n, err
}

// pagesInFolder is the number of pages up to which the top of a folder is looked through for saved searches;
// more is an export in HTML.
const pagesInFolder = 50

// PartSaved tells saved result pages of search engines from exports. A folder that holds such pages at its top
// stays among the exports, since it may hold those too.
func PartSaved(paths []string) (exports, saved []string) {
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
