package checklist

import (
	"context"
	"encoding/json"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// prefFilter is the key of Fyne's preferences under which the filter is remembered.
const prefFilter = "checklist_filter"

// firstPage is how many rows are fetched before all of them, for a quick first frame.
const firstPage = 40

// Checklist is the screen on which tasks are decided.
type Checklist struct {
	s    *desk.Desk
	list *view.Checklist // nil until loaded

	query   *searchEntry
	tabs    []*part.Button
	filters *filterBar
	sum     *widget.RichText
	rows    *part.TaskList
	place   *fyne.Container // the panes, or a notice
	detail  *detail
	panes   *part.Panes
	bulk    *fyne.Container
	marks   *widget.RichText
	folds   *folds
	reader  *readerMenu
	body    fyne.CanvasObject
	marking bool
	wanted  func() // shows a task that was asked for before there was a list
}

// New makes the screen.
func New(s *desk.Desk) *Checklist {
	c := &Checklist{s: s}
	c.query = newSearchEntry(s.W.T("checklist.search"), func(q string) { c.Refilter(func(f *view.Filter) { f.Query = q }) }, c.Focus)
	c.filters = newFilterBar(s, c)
	c.sum = part.Caption("")
	c.rows = part.NewTaskList(c.length, c.row)
	c.rows.HideSeparators = true
	c.rows.Moved = func(i int) { c.list.SetCursor(i); c.showDetail() }
	c.rows.Key, c.rows.Rune = c.Key, c.Rune
	c.place = container.NewStack()
	c.detail = newDetail(s, c)
	c.panes = part.NewPanes(container.New(layout.NewCustomPaddedLayout(0, 0, 12, 0), c.rows), c.detail.object)
	c.panes.OnNarrow = func(narrow bool) { c.detail.setBack(narrow) }
	c.marks = part.Words{Style: fyne.TextStyle{Bold: true}}.Line("")
	c.bulk = part.Row(c.marks)
	for _, d := range Decisions() {
		c.bulk.Add(part.NewButtonWithIcon(s.W.T("decide."+string(d.Status)), d.Icon, func() { c.decide(d.Status) }))
	}
	c.bulk.Hide()
	c.folds = c.newFolds()
	c.reader = newReaderMenu(s, c)
	tabs := container.New(layout.NewCustomPaddedHBoxLayout(4))
	for _, scope := range view.Scopes() {
		b := part.NewButton(s.W.T("scope."+string(scope)), func() { c.Refilter(func(f *view.Filter) { f.Scope = scope }) })
		b.Importance = widget.LowImportance
		c.tabs = append(c.tabs, b)
		tabs.Add(b)
	}
	head := container.NewBorder(nil, nil, part.HeadingLine(s.W.T("screen.checklist")), nil,
		part.Level(container.New(layout.NewCustomPaddedLayout(0, 0, 20, 0),
			container.NewBorder(nil, nil, nil, container.NewHBox(part.Level(c.reader.menu), part.Level(c.filters.button)), part.Level(c.query)))))
	top := container.New(layout.NewCustomPaddedLayout(10, 0, 12, 14),
		part.Column(6, head, container.NewHScroll(tabs), c.filters.object, c.bulk, container.NewBorder(nil, nil, c.folds.back, nil, c.sum)))
	c.body = container.NewBorder(top, nil, nil, nil, c.place)
	c.put(part.Notice{Title: s.W.T("checklist.loading"), Busy: true}.New())
	return c
}

func (c *Checklist) Content() fyne.CanvasObject { return c.body }

// Choice is one row of the table of decisions: its key and sign.
type Choice struct {
	Status footprint.Status
	Letter rune
	Icon   fyne.Resource
}

// Decisions is the table of them.
func Decisions() []Choice {
	return []Choice{
		{footprint.StatusDone, 'd', theme.ConfirmIcon()},
		{footprint.StatusKept, 'k', theme.VisibilityIcon()},
		{footprint.StatusSnoozed, 's', theme.HistoryIcon()},
		{footprint.StatusOpen, 'r', theme.ContentUndoIcon()},
	}
}

// reload fetches the tasks: first a few of the heaviest when nothing is shown yet, then all.
func (c *Checklist) Reload() {
	all := func() { c.fetch("tasks", audit.TaskFilter{}, 0, func() { c.s.UsefulFrame("checklist") }) }
	if c.list != nil {
		all()
		return
	}
	few := audit.DefaultTasks()
	few.Severities = []footprint.Severity{footprint.SeverityCritical, footprint.SeverityHigh}
	few.Limit = firstPage
	c.fetch("tasks", few, firstTasks, func() {
		if c.list != nil {
			c.s.UsefulFrame("checklist")
		}
		all()
	})
}

// manyTasks is from how many on the memory used for reading them is given back.
const manyTasks = 10_000

// tidy is the garbage allowed while all tasks are read, in percent of what is kept.
const tidy = 12

// firstTasks is how many rows make a first view worth showing.
const firstTasks = 5

// fetch fetches tasks and shows them if there are at least so many.
func (c *Checklist) fetch(slot string, f audit.TaskFilter, atLeast int, then func()) {
	names, filter := c.s.Names(), c.filter()
	desk.Load(c.s.Work, slot, func(ctx context.Context) (*view.Checklist, error) {
		rows := view.NewRows(names, c.s.Audit.RuleAudiences)
		if f.Limit == 0 {
			defer debug.SetGCPercent(debug.SetGCPercent(tidy)) // a row is read through ten times its size
			n, err := c.s.Audit.CountTasks(ctx, f)
			if err != nil {
				return nil, err
			}
			rows.Expect(n)
		}
		for r, err := range c.s.Audit.EachTask(ctx, f) {
			if err != nil {
				return nil, err
			}
			rows.Add(r)
		}
		list := view.NewChecklist(rows.Tasks, filter)
		if list.Total() > manyTasks {
			debug.FreeOSMemory() // what reading them took is not needed again
		}
		return list, nil
	}, func(list *view.Checklist, err error) {
		if err != nil {
			c.failed(err)
			return
		}
		if list.Total() >= atLeast {
			c.take(list)
		}
		then()
	})
}

// take shows a freshly loaded list in place of the old one, with the filter and the cursor of the old.
func (c *Checklist) take(list *view.Checklist) {
	if c.list != nil {
		at := c.list.CursorID()
		if f := c.list.Filter(); f != list.Filter() {
			list.SetFilter(f)
		}
		list.SetCursorID(at)
	}
	c.list = list
	c.filters.setOptions(list.Options())
	c.Refresh()
	if show := c.wanted; show != nil {
		c.wanted = nil
		show()
	}
}

// filter is the one in force, or the remembered one.
func (c *Checklist) filter() view.Filter {
	if c.list != nil {
		return c.list.Filter()
	}
	var f view.Filter
	// a filter of another version is not worth an error: the list just opens unfiltered
	_ = json.Unmarshal([]byte(c.s.App.Preferences().String(prefFilter)), &f)
	return f
}

// Refilter changes the filter, remembers it, and shows what it leaves.
func (c *Checklist) Refilter(change func(*view.Filter)) {
	if c.list == nil {
		return
	}
	f := c.list.Filter()
	change(&f)
	c.folds.before = nil
	c.list.SetFilter(f)
	if b, err := json.Marshal(f); err == nil {
		c.s.App.Preferences().SetString(prefFilter, string(b))
	}
	c.Refresh()
}

// Show puts the cursor on a task, without filters and in whichever scope it stands, once there is a list; told hears
// whether it was found.
func (c *Checklist) Show(id string, told func(found bool)) {
	if c.list == nil {
		c.wanted = func() { c.Show(id, told) }
		return
	}
	found := false
	for _, scope := range []view.Scope{view.ScopeOpen, view.ScopeSnoozed, view.ScopeDone, view.ScopeKept} {
		c.list.SetFilter(view.Filter{Scope: scope})
		if found = c.list.SetCursorID(id); found {
			break
		}
	}
	if !found {
		c.list.SetFilter(view.Filter{Scope: view.ScopeOpen})
	}
	c.query.SetText("")
	c.folds.before = nil
	c.list.SetCursorID(id)
	c.Refresh()
	c.panes.Open(found)
	told(found)
}

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
	c.rows.Refresh()
	c.rows.SetCursor(list.Cursor())
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
	case c.list.Total() == 0 && c.s.Busy():
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

func (c *Checklist) clearFilter() {
	c.query.SetText("")
	c.Refilter(func(f *view.Filter) { *f = f.Clear(); f.Reader = "" })
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
	c.place.Refresh()
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

// decide sets the status of the marked tasks, or of the one under the cursor, at once in the list and then
// in the database. If that fails the list goes back.
func (c *Checklist) decide(status footprint.Status) {
	if c.list == nil {
		return
	}
	ids := c.list.Targets()
	if len(ids) == 0 {
		return
	}
	var until time.Time
	if status == footprint.StatusSnoozed {
		until = view.SnoozeUntil(c.s.Now())
	}
	list := c.list
	d := list.Decide(ids, status, until)
	c.Refresh()
	label := c.s.StatusOf(status, len(ids))
	if len(ids) == 1 && status == footprint.StatusSnoozed {
		label = c.s.W.T("decided.until", "date", c.s.W.Date(until))
	}
	c.s.Done(label, func() { c.revert(d) })
	c.s.Work.Change(func(ctx context.Context) error {
		return c.s.Audit.SetStatus(ctx, d.IDs, status, "", until)
	}, func(err error) {
		if err != nil {
			c.list.Revert(d)
			c.Refresh()
			c.s.Fail(err)
		}
	})
}

// revert takes a decision back, here and in the database.
func (c *Checklist) revert(d view.Decision) {
	c.list.Revert(d)
	c.Refresh()
	c.s.Work.Change(func(ctx context.Context) error {
		_, err := c.s.Audit.Undo(ctx)
		return err
	}, c.s.Fail)
}

// mark turns the mark of the row under the cursor round and moves on.
func (c *Checklist) mark() {
	i := c.list.Cursor()
	c.list.Mark(i)
	c.list.SetCursor(i + 1)
	c.Refresh()
}

func (c *Checklist) refreshMarks() {
	n := c.list.Marks()
	part.Set(c.marks, c.s.W.N("checklist.marked", n))
	if n > 0 {
		c.bulk.Show()
	} else {
		c.bulk.Hide()
	}
}

// Focus puts the focus on the list, where letters are decisions.
func (c *Checklist) Focus() { c.s.Win.Canvas().Focus(c.rows) }

// Redraw shows the same anew.
func (c *Checklist) Redraw() { c.Refresh() }

// Search goes to the search field.
func (c *Checklist) Search() { c.s.Win.Canvas().Focus(c.query) }

// List is what is shown; nil until it is loaded.
func (c *Checklist) List() *view.Checklist { return c.list }
