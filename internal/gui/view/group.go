package view

import "strconv"

// Group is what tasks are folded by; "" folds nothing.
type Group string

// Groups lists them, in the order of the menu.
func Groups() []Group { return []Group{"", "rule", "platform", "area", "year"} }

// of is the value by which a task is folded.
func (g Group) of(t *Task) string {
	switch g {
	case "rule":
		return t.Rule
	case "platform":
		return t.Platform
	case "area":
		return t.Area
	case "year":
		if t.Created.IsZero() {
			return ""
		}
		return strconv.Itoa(t.Created.Year())
	}
	return ""
}

// Name is what people call the group of a task.
func (g Group) Name(t *Task, w *Words) string {
	switch g {
	case "rule":
		return t.Title
	case "platform":
		return t.PlatformName
	case "area":
		return w.Or("area."+t.Area, t.Area)
	}
	if year := g.of(t); year != "" {
		return year
	}
	return w.T("group.undated")
}

// Within narrows a filter to the group of a task and folds no more.
func (g Group) Within(f Filter, t *Task) Filter {
	switch f.Group = ""; g {
	case "rule":
		f.Rule = t.Rule
	case "platform":
		f.Platform = t.Platform
	case "area":
		f.Area = t.Area
	case "year":
		f.Year = t.Created.Year()
	}
	return f
}

// fold leaves of every group its first task, which is the heaviest in the order of weight, and keeps the others
// behind it.
func (s *Seen) fold(tasks []Task) {
	s.behind = map[int32][]int32{}
	first := map[string]int32{}
	kept := s.shown[:0]
	for _, i := range s.shown {
		key := s.filter.Group.of(&tasks[i])
		at, ok := first[key]
		if !ok {
			first[key], at = i, i
			kept = append(kept, i)
		}
		s.behind[at] = append(s.behind[at], i)
	}
	s.shown = kept
}

// Folded is how many tasks row i stands for: 1 unless groups are folded.
func (c *Checklist) Folded(i int) int { return len(c.seen.row(c.seen.shown[i])) }

// Grouped reports whether rows are groups.
func (c *Checklist) Grouped() bool { return c.seen.behind != nil }

// Tasks is how many tasks all rows stand for.
func (c *Checklist) Tasks() int {
	if !c.Grouped() {
		return len(c.seen.shown)
	}
	n := 0
	for _, i := range c.seen.shown {
		n += len(c.seen.behind[i])
	}
	return n
}
