package view

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/audit/core"
	"footprint/internal/footprint"
)

// Source is one imported export in words.
type Source struct {
	ID             int64
	Title          string // platform and account
	File           string
	Path           string // of the file, to read it again
	When           string
	Span           string // the time its items cover
	Counts         string // the commonest kinds with their numbers
	Ledger         []LedgerPart
	Notes          []string
	Interrupted    bool
	Unread         int // files unknown or failed
	Items, Records int
}

// LedgerPart is one of the places a file of the archive can be in.
type LedgerPart struct {
	Name  string // read, media, skipped, unknown, failed
	Title string
	Count int
	Lines []string // files with the reason, bounded
	More  int      // files beyond the bound
}

// maxLines bounds the files listed in one part of the ledger.
const maxLines = 200

// NewSource puts a source into words.
func NewSource(s core.Source, name string, w *Words) Source {
	v := Source{
		ID: s.ID, Title: joinDots([]string{name, s.Account}), File: filepath.Base(s.Path), Path: s.Path,
		When: w.T("source.imported", "date", w.Moment(s.Imported)), Notes: s.Notes,
		Interrupted: s.Imported.IsZero(), Unread: len(s.Ledger.Unknown) + len(s.Ledger.Failed),
	}
	if v.Interrupted {
		v.When = w.T("source.interrupted")
	}
	if !s.From.IsZero() {
		v.Span = w.T("source.span", "from", w.Date(s.From), "to", w.Date(s.To))
	}
	v.Counts, v.Items = countKinds(s.Counts, w)
	v.Ledger = ledger(s, w)
	return v
}

// ImportWords says in a line what an import brought.
func ImportWords(r audit.AuditResult, w *Words) string {
	text := w.T("import.done", "added", w.N("count.items", r.Import.Added), "new", w.N("count.tasks", r.Analysis.NewTasks))
	known := 0
	for _, s := range r.Import.Sources {
		if s.Known {
			known++
		}
	}
	if known > 0 && r.Import.Added == 0 {
		text = w.T("import.known")
	}
	if n := len(r.Import.Unrecognised); n > 0 {
		text += " " + w.N("import.unrecognised", n)
	}
	return text
}

// countKinds names the five commonest kinds.
func countKinds(counts map[footprint.Kind]int, w *Words) (string, int) {
	kinds := slices.Sorted(maps.Keys(counts))
	slices.SortStableFunc(kinds, func(a, b footprint.Kind) int { return counts[b] - counts[a] })
	sum := 0
	var parts []string
	for i, k := range kinds {
		sum += counts[k]
		if i < 5 && counts[k] > 0 {
			parts = append(parts, w.Count(counts[k])+" "+w.Or("kinds."+string(k), string(k)))
		}
	}
	return strings.Join(parts, "  ·  "), sum
}

func ledger(s core.Source, w *Words) []LedgerPart {
	var read, skipped, failed []string
	for _, e := range s.Ledger.Read {
		line, _ := countKinds(e.Counts, w)
		read = append(read, e.File+"  "+line)
	}
	for _, e := range s.Ledger.Skipped {
		skipped = append(skipped, e.File+"  –  "+e.Reason)
	}
	for _, e := range s.Ledger.Failed {
		failed = append(failed, e.File+"  –  "+e.Error)
	}
	var parts []LedgerPart
	for _, p := range []struct {
		name  string
		n     int
		lines []string
	}{
		{"failed", len(failed), failed}, {"unknown", len(s.Ledger.Unknown), s.Ledger.Unknown}, {"read", len(read), read},
		{"media", s.Ledger.Media, nil}, {"skipped", len(skipped), skipped},
	} {
		if p.n > 0 {
			parts = append(parts, LedgerPart{
				Name: p.name, Title: w.N("ledger."+p.name, p.n), Count: p.n,
				Lines: p.lines[:min(len(p.lines), maxLines)], More: max(0, len(p.lines)-maxLines),
			})
		}
	}
	return parts
}
