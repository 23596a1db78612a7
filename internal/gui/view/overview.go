package view

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

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
	// Since says what the last audit changed, a line each; empty before there were two. SinceTitle names the day.
	Since      []string
	SinceTitle string
	// Coming is what falls due, the earliest first.
	Coming []Coming
	// Gaps say what could not be judged or read.
	Gaps []string
}

// Coming is something to look at again.
type Coming struct {
	Topic       string
	Title, When string
	Now         bool // the day has come
	// Screen is where it is done; empty for what is done elsewhere and only ticked here.
	Screen string
}

// Known is what the overview is made of.
type Known struct {
	Summary audit.Summary
	Changes audit.Changes
	Due     []audit.Due
	// Accounts are the platforms on which the user says to have an account.
	Accounts []string
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

// NewOverview puts it into words. Names maps the ids of platforms to what people call them.
func NewOverview(k Known, names map[string]string, w *Words) Overview {
	var o Overview
	s := k.Summary
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
	if missing := missing(k, names); len(missing) > 0 {
		o.Gaps = append(o.Gaps, w.T("overview.missing", "names", strings.Join(missing, ", ")))
	}
	o.since(k.Changes, w)
	o.coming(k.Due, w)
	return o
}

// missing names the accounts that the user has and that were not imported.
func missing(k Known, names map[string]string) []string {
	there := counted(k.Summary.ItemsByPlatform)
	var out []string
	for _, id := range k.Accounts {
		if there[id] == 0 {
			out = append(out, cmp.Or(names[id], id))
		}
	}
	return out
}

func (o *Overview) since(c audit.Changes, w *Words) {
	if c.Since.IsZero() {
		return
	}
	o.SinceTitle = w.T("overview.since", "date", w.Date(c.Since))
	for _, line := range []struct {
		key string
		n   int
	}{{"overview.since.new", c.New}, {"overview.since.gone", c.Gone}, {"overview.since.back", c.Reopened}, {"overview.since.still", c.Still}} {
		if line.n > 0 {
			o.Since = append(o.Since, w.N(line.key, line.n))
		}
	}
	if len(o.Since) == 0 {
		o.Since = []string{w.T("overview.since.nothing")}
	}
}

// maxComing bounds what is listed; the rest comes when its time does.
const maxComing = 4

// duePlaces says where a topic of the schedule is done.
var duePlaces = map[string]string{"settings": "walk", "search": "search", "old-posts": "review"}

func (o *Overview) coming(list []audit.Due, w *Words) {
	tasks := 0
	for _, d := range list {
		if d.Topic == "task" {
			tasks++ // of those put off, the first stands for all
			if tasks > 1 {
				continue
			}
		}
		c := Coming{Topic: d.Topic, Title: w.Or("due."+d.Topic, d.Title), Now: d.Now, When: w.T("overview.due.on", "date", w.Date(d.Due)), Screen: duePlaces[d.Topic]}
		switch {
		case d.Topic == "task":
			c.Title, c.Screen = d.Title, "checklist"
		case d.Now && d.Last.IsZero():
			c.When = w.T("overview.due.never")
		case d.Now:
			c.When = w.T("overview.due.now", "date", w.Date(d.Last))
		}
		if len(o.Coming) < maxComing {
			o.Coming = append(o.Coming, c)
		}
	}
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
