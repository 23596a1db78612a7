// Package checklist is the screen of the tasks: the list with its filters and groups, one task in detail, and decisions
// about one or many at once.
package checklist

import (
	"context"
	"runtime/debug"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// firstPage is how many rows are fetched before all of them, for a quick first frame.
const firstPage = 40

// Checklist is the screen on which tasks are decided.
type Checklist struct {
	s     *desk.Desk
	list  *view.Checklist // nil until loaded
	asked view.Filter     // the filter asked for last, which may not be in force yet

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
	reading bool   // tasks are being fetched
	wanted  func() // shows a task that was asked for before there was a list
}

// New makes the screen.
func New(s *desk.Desk) *Checklist {
	c := &Checklist{s: s}
	c.query = newSearchEntry(s.W.T("checklist.search"), func(q string) { c.Refilter(func(f *view.Filter) { f.Query = q }) }, c.readWords, c.Focus)
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

// Reload fetches the tasks: first a few of the heaviest when nothing is shown yet, then all.
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

// firstTasks is how many rows make a first view worth showing.
const firstTasks = 5

// fetch fetches tasks and shows them if there are at least so many.
func (c *Checklist) fetch(slot string, f audit.TaskFilter, atLeast int, then func()) {
	names, filter := c.s.Names(), c.filter()
	c.reading = true
	desk.Load(c.s.Work, slot, func(ctx context.Context) (*view.Checklist, error) {
		rows := view.NewRows(names, c.s.Audit.RuleAudiences)
		if f.Limit == 0 {
			defer desk.Garbage(desk.Tidy)()
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
		c.reading = false
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
	asked, at := list.Filter(), ""
	if c.list != nil {
		asked, at = c.asked, c.list.CursorID()
		list.SetCursorID(at)
	}
	c.list, c.asked = list, list.Filter()
	c.filters.setOptions(list.Options())
	c.Refresh()
	if asked != c.asked { // while it was read
		c.look(asked, func() { c.list.SetCursorID(at) })
	}
	if show := c.wanted; show != nil {
		c.wanted = nil
		show()
	}
}

// Rested tells an empty list that long work is over: what it brought is fetched.
func (c *Checklist) Rested() {
	if c.list == nil || c.list.Total() > 0 {
		return
	}
	c.Reload()
	c.Refresh()
}

// Focus puts the focus on the list, where letters are decisions.
func (c *Checklist) Focus() { c.s.Win.Canvas().Focus(c.rows) }

// Redraw shows the same anew.
func (c *Checklist) Redraw() { c.Refresh() }

// Search goes to the search field.
func (c *Checklist) Search() { c.s.Win.Canvas().Focus(c.query) }

// List is what is shown; nil until it is loaded.
func (c *Checklist) List() *view.Checklist { return c.list }
