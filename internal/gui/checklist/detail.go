package checklist

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// detail is the pane that shows one task: what was posted, why it is here, what to do.
type detail struct {
	s      *desk.Desk
	c      *Checklist
	object fyne.CanvasObject
	stack  *fyne.Container
	back   *part.Button
	link   string
	last   audit.TaskView // as fetched
	peek   bool           // the pointer is over it, which lifts the veil
	id     string

	pictures []audit.ItemPicture // of the item of last
}

func newDetail(s *desk.Desk, c *Checklist) *detail {
	d := &detail{s: s, c: c, stack: container.NewStack()}
	d.back = part.NewButtonWithIcon(s.W.T("detail.back"), theme.NavigateBackIcon(), func() { c.panes.Open(false); c.Focus() })
	d.back.Importance = widget.LowImportance
	d.back.Hide()
	d.object = container.NewBorder(container.NewHBox(d.back), nil, nil, nil, part.NewHover(d.stack, d.over))
	return d
}

func (d *detail) setBack(visible bool) {
	if visible {
		d.back.Show()
	} else {
		d.back.Hide()
	}
}

func (d *detail) clear() {
	d.id, d.link = "", ""
	d.stack.Objects = nil
	part.Lay(d.stack)
}

// notice shows something else than a task.
func (d *detail) notice(n part.Notice) {
	d.s.Work.Drop("detail")
	d.clear()
	d.stack.Objects = []fyne.CanvasObject{n.New()}
	part.Lay(d.stack)
}

// show fetches a task and shows it. The task shown before stays until then, so that nothing flickers.
func (d *detail) show(id string) {
	desk.Load(d.s.Work, "detail", func(ctx context.Context) (audit.TaskView, error) {
		return d.s.Audit.Task(ctx, id)
	}, func(v audit.TaskView, err error) {
		if err != nil {
			d.stack.Objects = []fyne.CanvasObject{d.s.Broken(err, nil)}
			part.Lay(d.stack)
			return
		}
		if d.last.ID != v.ID {
			d.pictures = nil
		}
		d.last = v
		d.fill(view.NewDetail(v, d.s.Name(v.Platform), d.s.W))
		d.s.Shown("task")
		d.loadPictures(v)
	})
}

// hides reports whether the words of the task are hidden at the moment.
func (d *detail) hides() bool { return d.s.Hides() && !d.peek }

// over lifts the veil while the pointer rests on the detail.
func (d *detail) over(in bool) {
	if d.peek = in; d.s.Veiled && d.id != "" {
		d.fill(view.NewDetail(d.last, d.s.Name(d.last.Platform), d.s.W))
	}
}

func (d *detail) openLink() {
	if d.link == "" {
		d.s.Warn(d.s.W.T("detail.nolink"))
		return
	}
	d.s.Open(d.link)
}

func (d *detail) fill(v view.Detail) {
	if d.hides() {
		v.Veil()
	}
	fresh := d.id != v.Task.ID
	d.id, d.link = v.Task.ID, v.Link
	offset := fyne.Position{}
	if len(d.stack.Objects) == 1 && !fresh {
		if old, ok := d.stack.Objects[0].(*container.Scroll); ok {
			offset = old.Offset
		}
	}
	column := part.Column(10, d.above(v)...)
	whole := !fresh || d.s.Inline
	if whole {
		column.Objects = append(column.Objects, d.below(v)...)
	}
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(4, 12, 6, 14), column))
	d.stack.Objects = []fyne.CanvasObject{scroll}
	part.Lay(d.stack)
	if offset.Y > 0 {
		scroll.ScrollToOffset(offset)
	}
	if whole {
		return
	}
	d.s.Work.Later(func() { // in a callback of its own, so that none takes long
		if len(d.stack.Objects) == 1 && d.stack.Objects[0] == fyne.CanvasObject(scroll) {
			for _, o := range d.below(v) {
				column.Add(o)
			}
		}
	})
}
