package view

import (
	"footprint/internal/audit/outside"
	"strings"
)

// RunWords says in a line what a run of searches brought.
func RunWords(run outside.SearchRun, w *Words) string {
	read, without := 0, 0
	for _, p := range run.Pages {
		if p.Status == "ok" || p.Status == "empty" || p.Status == "partial" {
			read++
		} else {
			without++
		}
	}
	text := w.N("search.run", read, "added", w.Count(run.Added))
	if without > 0 {
		text += " " + w.N("search.run.without", without)
	}
	if run.Left != "" {
		text += " " + w.T("search.run.left", "n", run.Left)
	}
	return text
}

// pageProblem says why a page has no results, or not all of them.
func pageProblem(p *outside.SearchPage, w *Words) string {
	switch {
	case p.NotPage != "":
		return w.Or("page.not."+p.NotPage, p.Reason)
	case p.Unread > 0 && p.Results > 0:
		return w.N("page.unread", p.Unread)
	case p.Unread > 0:
		return w.N("page.refused", p.Unread)
	case p.Status == "partial" && p.Path != "":
		return w.T("page.cut")
	}
	return w.Or("page."+p.Status, p.Reason)
}

// PageProblems are the pages of a run that say why they have no results.
func PageProblems(run outside.SearchRun, w *Words) []Labelled {
	var list []Labelled
	for _, p := range run.Pages {
		if p.Reason == "" && len(p.Warnings) == 0 {
			continue
		}
		name := engineName(p.Engine)
		if p.Path != "" {
			name = baseName(p.Path)
		}
		text := pageProblem(&p, w)
		if len(p.Warnings) > 0 {
			text += " " + strings.Join(p.Warnings, ". ")
		}
		list = append(list, Labelled{name, text})
	}
	return list
}
