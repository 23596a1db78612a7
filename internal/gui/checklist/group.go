package checklist

import (
	"fyne.io/fyne/v2/theme"

	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// folds is the way back from an opened group to all groups.
type folds struct {
	back   *part.Button
	before *view.Filter // the filter that folded, while one group is open
}

func (c *Checklist) newFolds() *folds {
	f := &folds{back: part.NewButtonWithIcon(c.s.W.T("group.back"), theme.NavigateBackIcon(), c.closeGroup)}
	f.back.Hide()
	return f
}

// refresh shows the way if there is one.
func (f *folds) refresh() {
	if f.before != nil {
		f.back.Show()
	} else {
		f.back.Hide()
	}
}

// openGroup shows the tasks of the group under the cursor.
func (c *Checklist) openGroup() {
	i := c.list.Cursor()
	if i < 0 || !c.list.Grouped() {
		return
	}
	folded, t := c.list.Filter(), c.list.Row(i)
	c.refilter(func(f *view.Filter) { *f = folded.Group.Within(folded, t) }, func() { c.folds.before = &folded })
}

// closeGroup goes back to the groups.
func (c *Checklist) closeGroup() {
	if before := c.folds.before; before != nil {
		c.Refilter(func(f *view.Filter) { *f = *before })
	}
}

// groupRow is a row that stands for many tasks.
func (c *Checklist) groupRow(i int) part.TaskRow {
	t, w, f := c.list.Row(i), c.s.W, c.list.Filter()
	first := t.Title
	if f.Group == "rule" {
		first = w.Or("area."+t.Area, t.Area)
	}
	return part.TaskRow{Severity: t.Severity, Title: f.Group.Name(t, w), Excerpt: first, Meta: w.N("checklist.sum", c.list.Folded(i)),
		Corner: w.T("severity." + t.Severity.String()), Marked: c.list.Marked(i), Marking: c.marking || c.list.Marks() > 0}
}

// showGroup stands in the detail's place: what a decision on the group is about, and the way in.
func (c *Checklist) showGroup(i int) {
	w, n := c.s.W, c.list.Folded(i)
	c.detail.notice(part.Notice{Icon: theme.ListIcon(), Title: c.list.Filter().Group.Name(c.list.Row(i), w) + "  ·  " + w.N("checklist.sum", n), Text: w.N("group.text", n),
		Actions: []*part.Button{part.NewButton(w.T("group.open"), c.openGroup)}})
}
