package view

import (
	"slices"
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
