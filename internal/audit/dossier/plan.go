package dossier

import (
	"cmp"
	"context"
	"slices"
	"time"

	"footprint/internal/audit"
	"footprint/internal/footprint"
)

// Plan is what to do on an occasion, and when. Its JSON is what `footprint prepare --json` prints.
type Plan struct {
	Occasion Occasion  `json:"occasion"`
	Deadline time.Time `json:"deadline,omitzero"`
	Weeks    []Week    `json:"weeks"`
	// Due are the days to remember.
	Due []audit.Due `json:"due"`
}

// Week is what to do in one week, most pressing first.
type Week struct {
	From  time.Time `json:"from"`
	Title string    `json:"title"`
	Parts []Part    `json:"parts"`
}

// Part is rows that somebody sees in one way.
type Part struct {
	View View            `json:"view"`
	Rows []audit.TaskRow `json:"rows"`
}

// Rows are those of all parts, in order.
func (w Week) Rows() []audit.TaskRow {
	var rows []audit.TaskRow
	for _, p := range w.Parts {
		rows = append(rows, p.Rows...)
	}
	return rows
}

// View is from where a row can be seen.
type View string

// Views, from outside in.
const (
	Found  View = "found"  // a search for the name shows it
	Public View = "public" // anybody can see it, or nobody said who can
	Inside View = "inside" // friends, a group or the user alone see it, or it is about the user
)

// viewOf tells from where a row can be seen.
func viewOf(row *audit.TaskRow) View {
	switch {
	case row.Kind == footprint.KindSearchResult || row.Kind == footprint.KindWebPage:
		return Found
	case row.Item != "" && (row.Visibility == footprint.VisibilityPublic || row.Visibility == ""):
		return Public
	}
	return Inside
}

// thisWeek is the least severity that waits for no other week.
const thisWeek = footprint.SeverityHigh

// Prepare plans an occasion. Without a deadline everything pressing is for this week and the rest for later.
func Prepare(ctx context.Context, a *audit.Auditor, o Occasion, deadline, now time.Time) (Plan, error) {
	p := Plan{Occasion: o, Deadline: deadline, Weeks: []Week{}, Due: []audit.Due{}}
	var pressing, rest []audit.TaskRow
	for row, err := range a.EachTask(ctx, o.Filter()) {
		if err != nil {
			return p, err
		}
		switch {
		case row.Status != footprint.StatusOpen:
		case row.Severity >= thisWeek:
			pressing = append(pressing, row)
		default:
			rest = append(rest, row)
		}
	}
	o.order(pressing)
	o.order(rest)
	from := now.UTC().Truncate(24 * time.Hour)
	p.Weeks = append(p.Weeks, Week{from, "What cannot wait", parts(pressing)})
	for i, share := range shares(rest, weeksLeft(from, deadline)) {
		title := "Week by week"
		if deadline.IsZero() {
			title = "When there is time"
		}
		p.Weeks = append(p.Weeks, Week{from.AddDate(0, 0, 7*i), title, parts(share)})
	}
	p.Weeks = slices.DeleteFunc(p.Weeks, func(w Week) bool { return len(w.Parts) == 0 })
	due, err := a.Due(ctx)
	for _, d := range due {
		if d.Now || deadline.IsZero() || !d.Due.After(deadline) {
			p.Due = append(p.Due, d)
		}
	}
	return p, err
}

// order sorts rows: from outside in where strangers come first, then by severity, then by the areas of the occasion;
// what is equal stays in the order of the checklist.
func (o Occasion) order(rows []audit.TaskRow) {
	rank := func(row *audit.TaskRow) int {
		if i := slices.Index(o.Areas, row.Area); i >= 0 {
			return i
		}
		return len(o.Areas)
	}
	view := func(row *audit.TaskRow) int {
		if !o.Strangers {
			return 0
		}
		return slices.Index([]View{Found, Public, Inside}, viewOf(row))
	}
	slices.SortStableFunc(rows, func(x, y audit.TaskRow) int {
		return cmp.Or(cmp.Compare(view(&x), view(&y)), cmp.Compare(y.Severity, x.Severity), cmp.Compare(rank(&x), rank(&y)))
	})
}

// parts cuts ordered rows where the view changes.
func parts(rows []audit.TaskRow) []Part {
	var list []Part
	for _, row := range rows {
		v := viewOf(&row)
		if len(list) == 0 || list[len(list)-1].View != v {
			list = append(list, Part{View: v})
		}
		last := &list[len(list)-1]
		last.Rows = append(last.Rows, row)
	}
	return list
}

// weeksLeft is the number of weeks begun until a deadline, at least one; a deadline that is past leaves one.
func weeksLeft(from, deadline time.Time) int {
	if deadline.IsZero() {
		return 1
	}
	return max(1, int((deadline.Sub(from)+7*24*time.Hour-1)/(7*24*time.Hour)))
}

// aWeek is how many rows a week is worth beginning for.
const aWeek = 10

// shares cuts rows into up to n parts, of about one size unless that is too little for a week.
func shares(rows []audit.TaskRow, n int) [][]audit.TaskRow {
	return slices.Collect(slices.Chunk(rows, max(aWeek, (len(rows)+n-1)/n)))
}
