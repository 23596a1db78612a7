package main

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"footprint/internal/audit"
	"footprint/internal/footprint"

	"github.com/spf13/cobra"
)

// taskFlags are the filters of list and report.
type taskFlags struct {
	status, severity, confidence, rule, area, platform, kind, year []string
	query                                                          string
	limit                                                          int
	all                                                            bool
}

func (f *taskFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.StringSliceVar(&f.status, "status", []string{"open"}, "open, done, kept, snoozed or all")
	flags.StringSliceVar(&f.severity, "severity", nil, "critical, high, medium, low, info")
	flags.StringSliceVar(&f.confidence, "confidence", []string{"likely", "possible"}, "likely, possible, weak or all")
	flags.StringSliceVar(&f.rule, "rule", nil, "rule `id`s")
	flags.StringSliceVar(&f.area, "area", nil, "areas of the guidance, for instance confidentiality")
	flags.StringSliceVar(&f.platform, "platform", nil, "platform `id`s, for instance x,facebook")
	flags.StringSliceVar(&f.kind, "kind", nil, "kinds of item, for instance post,photo")
	flags.StringSliceVar(&f.year, "year", nil, "years in which the item was posted")
	flags.StringVar(&f.query, "query", "", "`words` that the item holds")
	flags.IntVar(&f.limit, "limit", 0, "at most `n` rows")
	flags.BoolVar(&f.all, "all", false, "every status and confidence")
}

func (f *taskFlags) filter(a *app) (audit.TaskFilter, error) {
	filter := audit.TaskFilter{Rules: f.rule, Areas: f.area, Platforms: f.platform, Query: f.query, Limit: f.limit}
	if err := f.known(a); err != nil {
		return filter, err
	}
	for _, k := range f.kind {
		filter.Kinds = append(filter.Kinds, footprint.Kind(k))
	}
	var err error
	if filter.Severities, err = words(f.severity, footprint.ParseSeverity); err != nil {
		return filter, err
	}
	if filter.Years, err = words(f.year, strconv.Atoi); err != nil {
		return filter, err
	}
	if f.all {
		return filter, nil
	}
	if filter.Statuses, err = words(f.status, parseStatus); err != nil {
		return filter, err
	}
	filter.Confidence, err = words(f.confidence, parseConfidence)
	return filter, err
}

// known refuses what no row can have: an empty list would look like a clean one.
func (f *taskFlags) known(a *app) error {
	if f.limit < 0 {
		return usagef("--limit %d: want 0, for all, or more", f.limit)
	}
	rules, err := a.loadRules()
	if err != nil {
		return err
	}
	var areas []string
	for _, r := range rules.Rules() {
		areas = append(areas, r.Area)
	}
	slices.Sort(areas)
	for _, area := range f.area {
		if !slices.Contains(areas, area) {
			return usagef("area %q: want one of %s", area, strings.Join(slices.Compact(areas), ", "))
		}
	}
	for _, id := range f.rule {
		if rules.Rule(id) == nil {
			return usagef("rule %q: there is none; footprint rules list names all", id)
		}
	}
	return nil
}

// words reads a list flag; "all" is no restriction.
func words[T any](list []string, parse func(string) (T, error)) ([]T, error) {
	var values []T
	for _, word := range list {
		word = strings.ToLower(strings.TrimSpace(word))
		if word == "all" {
			return nil, nil
		}
		v, err := parse(word)
		if err != nil {
			return nil, usageError{err}
		}
		values = append(values, v)
	}
	return values, nil
}

func parseStatus(word string) (footprint.Status, error) {
	switch s := footprint.Status(word); s {
	case footprint.StatusOpen, footprint.StatusDone, footprint.StatusKept, footprint.StatusSnoozed:
		return s, nil
	}
	return "", usagef("status %q: want open, done, kept, snoozed or all", word)
}

func parseConfidence(word string) (c footprint.Confidence, err error) {
	return c, c.UnmarshalText([]byte(word))
}

// failOn is the flag that turns findings into exit code 3.
type failOn struct{ word string }

func (f *failOn) add(c *cobra.Command) {
	c.Flags().StringVar(&f.word, "fail-on", "", "exit with code 3 if there is a finding of this `severity` or worse")
}

// severity returns the level asked for; ok is false when none was.
func (f *failOn) severity() (s footprint.Severity, ok bool, err error) {
	if f.word == "" {
		return 0, false, nil
	}
	if s, err = footprint.ParseSeverity(f.word); err != nil {
		return 0, false, usageError{err}
	}
	return s, true, nil
}

// check returns errFindings if one of the severities is as bad as asked.
func (f *failOn) check(found []footprint.Severity) error {
	limit, ok, err := f.severity()
	if err != nil || !ok {
		return err
	}
	for _, s := range found {
		if s >= limit {
			return errFindings
		}
	}
	return nil
}

// dayAhead reads a day, or how far ahead one lies: 10d, 6w, 3mo.
func dayAhead(s string, now time.Time) (time.Time, error) {
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	n, err := strconv.Atoi(s[:digits])
	if err == nil && n <= maxAhead {
		today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
		switch s[digits:] {
		case "d":
			return today.AddDate(0, 0, n), nil
		case "w":
			return today.AddDate(0, 0, 7*n), nil
		case "mo":
			return today.AddDate(0, n, 0), nil
		}
	}
	t, err := footprint.ParseTime(s)
	if err != nil {
		return t, usagef("%q: want a day as 2026-03-14, or how far ahead it lies, as 10d, 6w or 3mo", s)
	}
	return t, nil
}

// maxAhead bounds how many days, weeks or months lie ahead.
const maxAhead = 1200
