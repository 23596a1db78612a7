package audit

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"footprint/internal/footprint"
	"footprint/internal/store"
)

// Summary returns where the user stands.
func (a *Auditor) Summary(ctx context.Context) (Summary, error) {
	open := DefaultTasks().stored(a.Now())
	every := TaskFilter{}.stored(a.Now())
	weak := TaskFilter{Statuses: open.Statuses, Confidence: []footprint.Confidence{footprint.Weak}}
	var s Summary
	var severities []Count
	for _, q := range []struct {
		to     *[]Count
		group  string
		filter store.TaskFilter
	}{
		{&s.ByStatus, store.ByStatus, every},
		{&severities, store.BySeverity, open},
		{&s.ByArea, store.ByArea, open},
		{&s.ByRule, store.ByRule, open},
		{&s.ByPlatform, store.ByPlatform, open},
		{&s.ByYear, store.ByYear, open},
	} {
		counts, err := a.DB.TaskCounts(ctx, q.group, q.filter)
		if err != nil {
			return s, err
		}
		*q.to = named(counts)
	}
	for _, q := range []struct {
		to    *[]Count
		group string
	}{{&s.ItemsByPlatform, store.ByPlatform}, {&s.ItemsByYear, store.ByYear}} {
		counts, err := a.DB.ItemCounts(ctx, q.group, store.ItemFilter{})
		if err != nil {
			return s, err
		}
		*q.to = named(counts)
	}
	s.BySeverity = everySeverity(severities)
	for _, list := range [][]Count{s.ByArea, s.ByRule, s.ByPlatform, s.ItemsByPlatform} {
		slices.SortStableFunc(list, func(x, y Count) int { return cmp.Compare(y.Count, x.Count) })
	}
	for _, c := range s.ItemsByPlatform {
		s.Items += c.Count
	}
	var err error
	if s.Weak, err = a.CountTasks(ctx, weak); err != nil {
		return s, err
	}
	if s.NotJudged, err = a.DB.CountUnsupported(ctx); err != nil {
		return s, err
	}
	sources, err := a.Sources(ctx)
	s.Sources = len(sources)
	for _, src := range sources {
		s.Unread += len(src.Ledger.Unknown) + len(src.Ledger.Failed)
	}
	return s, err
}

func named(counts []store.Count) []Count {
	list := make([]Count, 0, len(counts))
	for _, c := range counts {
		list = append(list, Count{c.Name, c.N})
	}
	return list
}

// everySeverity turns counts by number into a list of every severity, worst first.
func everySeverity(counts []Count) []Count {
	var list []Count
	for s := int(footprint.SeverityCritical); s >= 0; s-- {
		c := Count{Name: footprint.Severity(s).String()}
		if i := slices.IndexFunc(counts, func(c Count) bool { return c.Name == strconv.Itoa(s) }); i >= 0 {
			c.Count = counts[i].Count
		}
		list = append(list, c)
	}
	return list
}
