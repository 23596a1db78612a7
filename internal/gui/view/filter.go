package view

import (
	"slices"

	"footprint/internal/footprint"
)

// Scope is the part of the checklist that is looked at.
type Scope string

// Scopes, in the order of the tabs. First holds the few that matter most.
const (
	ScopeFirst   Scope = "first"
	ScopeOpen    Scope = "open"
	ScopeSnoozed Scope = "snoozed"
	ScopeDone    Scope = "done"
	ScopeKept    Scope = "kept"
)

// Scopes lists them in order.
func Scopes() []Scope { return []Scope{ScopeFirst, ScopeOpen, ScopeSnoozed, ScopeDone, ScopeKept} }

// Sort is an order of the checklist.
type Sort string

// Sorts.
const (
	SortWeight Sort = "weight"
	SortNewest Sort = "newest"
	SortOldest Sort = "oldest"
	SortPlace  Sort = "place" // platform, then weight
	SortArea   Sort = "area"  // area, then weight
)

// Sorts lists them in the order of the menu.
func Sorts() []Sort { return []Sort{SortWeight, SortNewest, SortOldest, SortPlace, SortArea} }

// Filter narrows a checklist. The zero value of each field means "any", except Scope and Sort, whose zero
// values are ScopeFirst and SortWeight. Its JSON form is remembered between starts.
type Filter struct {
	Scope      Scope  `json:"scope,omitempty"`
	Sort       Sort   `json:"sort,omitempty"`
	Query      string `json:"-"` // what was searched for is nobody's business tomorrow
	Severity   string `json:"severity,omitempty"`
	Confidence string `json:"confidence,omitempty"` // "" hides the weak, "any" shows all
	Area       string `json:"area,omitempty"`
	Platform   string `json:"platform,omitempty"`
	Kind       string `json:"kind,omitempty"`
	Year       int    `json:"year,omitempty"`
	Audience   string `json:"audience,omitempty"` // a visibility
	Rule       string `json:"rule,omitempty"`
	Reader     Reader `json:"reader,omitempty"` // seen with these eyes
	Group      Group  `json:"group,omitempty"`
}

// AnyConfidence shows weak findings too.
const AnyConfidence = "any"

// Narrowing counts the fields that hide something beyond scope and search.
func (f *Filter) Narrowing() int {
	n := 0
	for _, set := range []bool{f.Severity != "", f.Confidence != "", f.Area != "", f.Platform != "", f.Kind != "", f.Year != 0, f.Audience != "", f.Rule != ""} {
		if set {
			n++
		}
	}
	return n
}

// Clear returns the filter with scope, order, reader and group only.
func (f *Filter) Clear() Filter {
	return Filter{Scope: f.Scope, Sort: f.Sort, Reader: f.Reader, Group: f.Group}
}

func (f *Filter) matches(t *Task) bool {
	return f.inScope(t) &&
		(f.Severity == "" || t.Severity.String() == f.Severity) &&
		f.sure(t) &&
		(f.Area == "" || t.Area == f.Area) &&
		(f.Platform == "" || t.Platform == f.Platform) &&
		(f.Kind == "" || string(t.Kind) == f.Kind) &&
		(f.Audience == "" || string(t.Visibility) == f.Audience) &&
		(f.Rule == "" || t.Rule == f.Rule) &&
		f.Reader.sees(t) &&
		(f.Year == 0 || t.Created.Year() == f.Year)
}

func (f *Filter) inScope(t *Task) bool {
	switch f.Scope {
	case ScopeDone:
		return t.Status == footprint.StatusDone
	case ScopeKept:
		return t.Status == footprint.StatusKept
	case ScopeSnoozed:
		return t.Status == footprint.StatusSnoozed
	}
	return t.Status == footprint.StatusOpen
}

// sure hides weak findings unless asked for. Reviews and reminders claim nothing and always pass.
func (f *Filter) sure(t *Task) bool {
	claims := t.Mode == footprint.ModeFinding || t.Mode == footprint.ModeCross
	switch f.Confidence {
	case AnyConfidence:
		return true
	case "":
		return !claims || t.Confidence > footprint.Weak
	}
	return claims && t.Confidence.String() == f.Confidence
}

// orders sorts tasks once for every order and returns their places. Ties keep the order of weight, and
// equal weights the order in which they came.
func orders(tasks []Task, o Options) map[Sort][]int32 {
	weights := make([]uint64, len(tasks))
	for i := range tasks {
		weights[i] = tasks[i].weight()
	}
	byWeight := places(weights)
	rank := make([]uint64, len(tasks))
	for r, i := range byWeight {
		rank[i] = uint64(r)
	}
	// 40 bits hold the seconds since the year 1, which leaves 24 for the rank of 16 million tasks.
	newest := func(t uint64) uint64 { return 1<<40 - 1 - t }
	oldest := func(t uint64) uint64 { return (t - 1) & (1<<40 - 1) } // the unknown, 0, wraps to the end
	byTime := func(turn func(uint64) uint64) []int32 {
		keys := make([]uint64, len(tasks))
		for i := range tasks {
			keys[i] = turn(age(tasks[i].Created))<<24 | rank[i]
		}
		return places(keys)
	}
	return map[Sort][]int32{
		SortWeight: byWeight,
		SortNewest: byTime(newest),
		SortOldest: byTime(oldest),
		SortPlace:  byValue(tasks, rank, o.Platforms, func(t *Task) string { return t.Platform }),
		SortArea:   byValue(tasks, rank, o.Areas, func(t *Task) string { return t.Area }),
	}
}

// byValue orders by a value in the order of its list, then by rank.
func byValue(tasks []Task, rank []uint64, values []string, value func(*Task) string) []int32 {
	at := map[string]uint64{}
	for i, v := range values {
		at[v] = uint64(i + 1)
	}
	keys := make([]uint64, len(tasks))
	for i := range tasks {
		keys[i] = at[value(&tasks[i])]<<24 | rank[i]
	}
	return places(keys)
}

// places returns the indices of keys in ascending order.
func places(keys []uint64) []int32 {
	type entry struct {
		key uint64
		at  int32
	}
	entries := make([]entry, len(keys))
	for i, k := range keys {
		entries[i] = entry{k, int32(i)}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		if a.key != b.key {
			if a.key < b.key {
				return -1
			}
			return 1
		}
		return int(a.at - b.at)
	})
	order := make([]int32, len(keys))
	for i, e := range entries {
		order[i] = e.at
	}
	return order
}

// Options are the values that occur, for the filter's menus.
type Options struct {
	Areas, Platforms, Kinds, Audiences []string
	Years                              []int // newest first
	Names                              map[string]string
}

func optionsOf(tasks []Task) Options {
	sets := [4]map[string]bool{{}, {}, {}, {}}
	years, names := map[int]bool{}, map[string]string{}
	for i := range tasks {
		t := &tasks[i]
		for j, v := range [4]string{t.Area, t.Platform, string(t.Kind), string(t.Visibility)} {
			if v != "" {
				sets[j][v] = true
			}
		}
		names[t.Platform] = t.PlatformName
		if !t.Created.IsZero() {
			years[t.Created.Year()] = true
		}
	}
	sorted := func(set map[string]bool) []string {
		var all []string
		for v := range set {
			all = append(all, v)
		}
		slices.Sort(all)
		return all
	}
	o := Options{Areas: sorted(sets[0]), Platforms: sorted(sets[1]), Kinds: sorted(sets[2]), Audiences: sorted(sets[3]), Names: names}
	for y := range years {
		o.Years = append(o.Years, y)
	}
	slices.SortFunc(o.Years, func(a, b int) int { return b - a })
	return o
}
