package checklist

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/footprint"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// Refresh shows the state of the list, once there is one.
func (c *Checklist) Refresh() {
	if c.list == nil {
		return
	}
	w, list := c.s.W, c.list
	for i, scope := range view.Scopes() {
		c.tabs[i].Importance = widget.LowImportance
		if scope == list.Filter().Scope {
			c.tabs[i].Importance = widget.HighImportance
		}
		text := w.T("scope." + string(scope))
		if n := list.Count(scope); scope != view.ScopeFirst && n > 0 {
			text += "  " + w.Count(n)
		}
		c.tabs[i].SetText(text)
	}
	c.s.Badge("checklist", badge(w, list.Count(view.ScopeOpen)))
	c.filters.refresh(list.Filter())
	c.reader.refresh(list.Filter())
	c.folds.refresh()
	c.refreshMarks()
	part.Set(c.sum, c.summary())
	if list.Len() == 0 {
		c.put(c.emptiness().New())
		return
	}
	c.put(c.panes.Container)
	c.rows.SetCursor(list.Cursor()) // first: to scroll makes other rows
	c.rows.Refresh()
	c.showDetail()
}

func badge(w *view.Words, n int) string {
	if n == 0 {
		return ""
	}
	return w.Count(n)
}

func (c *Checklist) summary() string {
	w := c.s.W
	n, f := c.list.Len(), c.list.Filter()
	if n == 0 {
		return ""
	}
	if f.Scope == view.ScopeFirst {
		return w.N("checklist.sum.first", n, "span", w.Span(time.Duration(c.list.Minutes())*time.Minute))
	}
	sum := w.N("checklist.sum", c.list.Tasks())
	if c.list.Grouped() {
		sum = w.N("checklist.sum.groups", n, "tasks", sum)
	}
	if f.Reader != "" {
		sum = w.T("reader.sum", "who", w.T("reader."+string(f.Reader)), "tasks", sum)
	}
	return sum
}

// emptiness says why nothing is shown and what to do next.
func (c *Checklist) emptiness() part.Notice {
	w, f := c.s.W, c.list.Filter()
	switch {
	case c.list.Total() == 0 && (c.s.Busy() || c.reading):
		return part.Notice{Title: w.T("checklist.working"), Text: w.T("checklist.working.text"), Busy: true}
	case c.list.Total() == 0:
		return part.Notice{Icon: theme.FolderOpenIcon(), Title: w.T("checklist.none"), Text: w.T("checklist.none.text"),
			Actions: []*part.Button{part.NewButton(w.T("checklist.none.action"), func() { c.s.Visit("sources") })}}
	case f.Query != "" || f.Narrowing() > 0 || f.Reader != "":
		return part.Notice{Icon: theme.SearchIcon(), Title: w.T("checklist.nomatch"), Text: w.T("checklist.nomatch.text"),
			Actions: []*part.Button{part.NewButton(w.T("checklist.nomatch.action"), c.clearFilter)}}
	case f.Scope == view.ScopeFirst || f.Scope == view.ScopeOpen:
		return part.Notice{Icon: theme.ConfirmIcon(), Title: w.T("checklist.alldone"), Text: w.T("checklist.alldone.text"),
			Actions: []*part.Button{part.NewButton(w.T("checklist.alldone.action"), func() { c.s.Visit("overview") })}}
	}
	return part.Notice{Icon: theme.ListIcon(), Title: w.T("checklist.scope.empty"), Text: w.T("checklist.scope.empty.text")}
}

// put shows the panes, or a notice in their place.
func (c *Checklist) put(o fyne.CanvasObject) {
	if len(c.place.Objects) == 1 && c.place.Objects[0] == o {
		return
	}
	if o != fyne.CanvasObject(c.panes.Container) {
		c.detail.clear()
	}
	c.place.Objects = []fyne.CanvasObject{o}
	part.Lay(c.place)
}

func (c *Checklist) failed(err error) {
	c.put(c.s.Broken(err, c.Reload))
}

func (c *Checklist) length() int {
	if c.list == nil {
		return 0
	}
	return c.list.Len()
}

func (c *Checklist) row(i int) part.TaskRow {
	if c.list.Grouped() {
		return c.groupRow(i)
	}
	t, w := c.list.Row(i), c.s.W
	r := part.TaskRow{Severity: t.Severity, Title: t.Title, Excerpt: t.Excerpt, Meta: t.Meta(w), Corner: w.T("severity." + t.Severity.String()),
		Marked: c.list.Marked(i), Marking: c.marking || c.list.Marks() > 0}
	if c.list.Filter().Scope == view.ScopeFirst {
		r.Meta = w.N("checklist.minutes", t.Minutes()) + "  ·  " + r.Meta
	}
	if t.Status == footprint.StatusSnoozed {
		r.Meta = w.T("checklist.until", "date", w.Date(t.Until)) + "  ·  " + r.Meta
	}
	if c.s.Hides() {
		r.Excerpt = view.Veil(r.Excerpt)
	}
	if r.Excerpt == "" {
		r.Excerpt = w.Or("area."+t.Area, t.Area)
	}
	return r
}

func (c *Checklist) showDetail() {
	switch i := c.list.Cursor(); {
	case i < 0:
	case c.list.Grouped():
		c.showGroup(i)
	default:
		c.detail.show(c.list.Row(i).ID)
	}
}
