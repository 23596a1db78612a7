package view

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"footprint/internal/audit"
	"footprint/internal/footprint"
)

// Overview is where the user stands, in words and bars.
type Overview struct {
	Headline, Sub string
	// Next is the one obvious next step: the id of a screen, with its wording.
	Next, NextText string
	Severities     []SeverityCount
	Platforms      []Bar
	Years          []Bar
	// Decided of All tasks have been answered.
	Decided, All int
	// Gaps say what could not be judged or read.
	Gaps []string
}

// SeverityCount is the number of open tasks of a severity.
type SeverityCount struct {
	Severity footprint.Severity
	Count    int
}

// Bar is one bar of a chart: the whole number and how much of it is open.
type Bar struct {
	Name        string
	Total, Open int
	Count       string // the number beside the bar
	Text        string // the numbers in words, shown beside the pointer
}

// maxBars bounds a chart that is read by name.
const maxBars = 8

// NewOverview puts a summary into words. Names maps the ids of platforms to what people call them.
func NewOverview(s audit.Summary, names map[string]string, w *Words) Overview {
	var o Overview
	open := 0
	for _, c := range s.BySeverity {
		sev, err := footprint.ParseSeverity(c.Name)
		if err == nil {
			o.Severities = append(o.Severities, SeverityCount{sev, c.Count})
			open += c.Count
		}
	}
	for _, c := range s.ByStatus {
		if c.Name == string(footprint.StatusDone) || c.Name == string(footprint.StatusKept) {
			o.Decided += c.Count
		}
	}
	o.All = open + o.Decided
	o.Platforms = platformBars(s, names, w)
	o.Years = yearBars(s, w)
	o.headline(s, open, w)
	for _, g := range []struct {
		key string
		n   int
	}{{"overview.notjudged", s.NotJudged}, {"overview.unread", s.Unread}, {"overview.weak", s.Weak}} {
		if g.n > 0 {
			o.Gaps = append(o.Gaps, w.N(g.key, g.n))
		}
	}
	return o
}

func (o *Overview) headline(s audit.Summary, open int, w *Words) {
	urgent := 0
	for _, c := range o.Severities {
		if c.Severity == footprint.SeverityCritical {
			urgent = c.Count
		}
	}
	switch {
	case s.Items == 0:
		o.Headline, o.Sub = w.T("overview.empty"), w.T("overview.empty.sub")
		o.Next, o.NextText = "sources", w.T("overview.next.import")
	case urgent > 0:
		o.Headline, o.Sub = w.N("overview.urgent", urgent), w.T("overview.urgent.sub")
		o.Next, o.NextText = "checklist", w.T("overview.next.urgent")
	case open > 0:
		o.Headline, o.Sub = w.N("overview.open", open), w.T("overview.open.sub")
		o.Next, o.NextText = "checklist", w.T("overview.next.ten")
	default:
		o.Headline, o.Sub = w.T("overview.clear"), w.T("overview.clear.sub")
		o.Next, o.NextText = "draft", w.T("overview.next.draft")
	}
}

func platformBars(s audit.Summary, names map[string]string, w *Words) []Bar {
	open := counted(s.ByPlatform)
	bars := make([]Bar, 0, len(s.ItemsByPlatform))
	for _, c := range s.ItemsByPlatform {
		name := cmp.Or(names[c.Name], c.Name)
		bars = append(bars, bar(name, c.Count, open[c.Name], w))
	}
	slices.SortStableFunc(bars, func(a, b Bar) int { return b.Total - a.Total })
	if len(bars) <= maxBars {
		return bars
	}
	rest := Bar{}
	for _, b := range bars[maxBars-1:] {
		rest.Total += b.Total
		rest.Open += b.Open
	}
	return append(bars[:maxBars-1], bar(w.T("overview.others"), rest.Total, rest.Open, w))
}

// yearBars fills the gaps between the first and the last year, so that the chart is a time line.
func yearBars(s audit.Summary, w *Words) []Bar {
	open, total := counted(s.ByYear), counted(s.ItemsByYear)
	var years []int
	for y := range maps.Keys(total) {
		if n, err := strconv.Atoi(y); err == nil && n > 1990 && n < 2200 {
			years = append(years, n)
		}
	}
	if len(years) == 0 {
		return nil
	}
	var bars []Bar
	for y := slices.Min(years); y <= slices.Max(years); y++ {
		name := strconv.Itoa(y)
		bars = append(bars, bar(name, total[name], open[name], w))
	}
	return bars
}

func bar(name string, total, open int, w *Words) Bar {
	return Bar{name, total, open, w.Count(total), w.T("overview.bar", "name", name, "items", w.N("count.items", total), "open", w.Count(open))}
}

func counted(list []audit.Count) map[string]int {
	m := make(map[string]int, len(list))
	for _, c := range list {
		m[c.Name] += c.Count
	}
	return m
}
