package view

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"footprint/internal/audit"
	"footprint/internal/footprint"
)

// seen builds a checklist of open tasks from lines "platform rule visibility".
func seen(lines ...[3]string) *Checklist {
	rows := NewRows(map[string]string{"x": "X", "f": "Facebook"}, func(rule string) []string {
		return map[string][]string{"gossip": {"patients", "public", "nobody we know"}, "rude": {"colleagues", "employers"}}[rule]
	})
	for i, l := range lines {
		rows.Add(audit.TaskRow{ID: fmt.Sprint(i), Item: fmt.Sprint("item", i), Platform: l[0], Rule: l[1], Title: "About " + l[1], Visibility: footprint.Visibility(l[2]),
			Status: footprint.StatusOpen, Confidence: footprint.Likely, Severity: footprint.SeverityHigh, Posted: time.Date(2020-i, 1, 1, 0, 0, 0, 0, time.UTC)})
	}
	return NewChecklist(rows.Tasks, Filter{Scope: ScopeOpen})
}

func shownIDs(c *Checklist) []string {
	ids := []string{}
	for i := range c.Len() {
		ids = append(ids, c.Row(i).ID)
	}
	slices.Sort(ids)
	return ids
}

func TestSeenAsAReader(t *testing.T) {
	c := seen([3]string{"x", "gossip", "public"}, [3]string{"x", "gossip", "friends"}, [3]string{"x", "gossip", "private"}, [3]string{"f", "gossip", ""},
		[3]string{"x", "rude", "public"}, [3]string{"f", "rude", "closed_group"}, [3]string{"f", "other", "public"})
	for reader, want := range map[Reader][]string{
		"":           {"0", "1", "2", "3", "4", "5", "6"},
		"patients":   {"0", "1", "3"},
		"public":     {"0", "3"},
		"colleagues": {"4", "5"},
		"employers":  {"4"},
		"regulator":  {},
		"a stranger": {},
	} {
		c.SetFilter(Filter{Scope: ScopeOpen, Reader: reader})
		if got := shownIDs(c); !slices.Equal(got, want) {
			t.Errorf("%q sees %v, want %v", reader, got, want)
		}
	}
	for r := range sights {
		if !slices.Contains(Readers(), r) {
			t.Errorf("%s is no reader", r)
		}
	}
}

func TestGroups(t *testing.T) {
	c := seen([3]string{"x", "gossip", "public"}, [3]string{"f", "rude", "public"}, [3]string{"x", "rude", "public"}, [3]string{"x", "gossip", "public"})
	c.SetFilter(Filter{Scope: ScopeOpen, Group: "rule"})
	if c.Len() != 2 || c.Folded(0) != 2 || c.Tasks() != 4 || !c.Grouped() || c.seen.filter.Group.Name(c.Row(0), words(t, BaseLanguage)) != "About gossip" {
		t.Fatalf("%d groups of %d tasks, the first of %d", c.Len(), c.Tasks(), c.Folded(0))
	}
	if got := c.Targets().Len(); got != 2 {
		t.Errorf("a decision on the group is about %v", got)
	}
	inside := c.seen.filter.Group.Within(c.seen.filter, c.Row(0))
	d := c.Decide(footprint.StatusDone, time.Time{})
	if c.Len() != 1 || len(d.IDs) != 2 {
		t.Errorf("%d groups left", c.Len())
	}
	c.Apply(c.Revert(d)())
	c.SetFilter(inside)
	if got := shownIDs(c); !slices.Equal(got, []string{"0", "3"}) || c.Grouped() {
		t.Errorf("inside the group %v", got)
	}
	for group, want := range map[Group]int{"platform": 2, "year": 4, "area": 1, "": 4} {
		c.SetFilter(Filter{Scope: ScopeOpen, Group: group})
		if c.Len() != want || c.Tasks() != 4 {
			t.Errorf("by %q %d groups of %d tasks", group, c.Len(), c.Tasks())
		}
	}
	c.SetFilter(Filter{Scope: ScopeFirst, Group: "rule"})
	if c.Grouped() {
		t.Error("ten things are folded")
	}
}
