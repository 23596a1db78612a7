package checklist

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// choice is one menu of the filter: its values in the data, and where they go in the filter.
type choice struct {
	name   string
	values func(view.Options) []string
	word   func(*view.Words, view.Options, string) string
	value  func(*view.Filter) string
	set    func(*view.Filter, string)
}

// choices is the table of menus, in their order.
func choices() []choice {
	named := func(prefix string) func(*view.Words, view.Options, string) string {
		return func(w *view.Words, _ view.Options, v string) string { return w.Or(prefix+v, v) }
	}
	fixed := func(values ...string) func(view.Options) []string {
		return func(view.Options) []string { return values }
	}
	return []choice{
		{"severity", fixed("critical", "high", "medium", "low", "info"), named("severity."),
			func(f *view.Filter) string { return f.Severity }, func(f *view.Filter, v string) { f.Severity = v }},
		{"platform", func(o view.Options) []string { return o.Platforms }, func(_ *view.Words, o view.Options, v string) string { return o.Names[v] },
			func(f *view.Filter) string { return f.Platform }, func(f *view.Filter, v string) { f.Platform = v }},
		{"area", func(o view.Options) []string { return o.Areas }, named("area."),
			func(f *view.Filter) string { return f.Area }, func(f *view.Filter, v string) { f.Area = v }},
		{"kind", func(o view.Options) []string { return o.Kinds }, named("kind."),
			func(f *view.Filter) string { return f.Kind }, func(f *view.Filter, v string) { f.Kind = v }},
		{"year", years, func(_ *view.Words, _ view.Options, v string) string { return v }, yearOf, setYear},
		{"audience", func(o view.Options) []string { return o.Audiences }, named("visibility."),
			func(f *view.Filter) string { return f.Audience }, func(f *view.Filter, v string) { f.Audience = v }},
		{"confidence", fixed("likely", "possible", "weak", view.AnyConfidence), named("confidence."),
			func(f *view.Filter) string { return f.Confidence }, func(f *view.Filter, v string) { f.Confidence = v }},
	}
}

func years(o view.Options) []string {
	out := make([]string, len(o.Years))
	for i, y := range o.Years {
		out[i] = strconv.Itoa(y)
	}
	return out
}

func yearOf(f *view.Filter) string {
	if f.Year == 0 {
		return ""
	}
	return strconv.Itoa(f.Year)
}

func setYear(f *view.Filter, v string) { f.Year, _ = strconv.Atoi(v) } // "" is no year

// filterBar is the row of menus, folded away until asked for.
type filterBar struct {
	s       *desk.Desk
	c       *Checklist
	button  *part.Button
	object  *fyne.Container
	menus   []*part.Select
	sort    *part.Select
	group   *part.Select
	clear   *part.Button
	options view.Options
	quiet   bool
}

func newFilterBar(s *desk.Desk, c *Checklist) *filterBar {
	b := &filterBar{s: s, c: c, object: part.Row()}
	b.button = part.NewButtonWithIcon(s.W.T("filter.button"), theme.MenuDropDownIcon(), b.toggle)
	b.button.IconPlacement = widget.ButtonIconTrailingText
	for i, ch := range choices() {
		m := part.NewSelect(nil, func(string) { b.chosen(i) })
		m.PlaceHolder = s.W.T("filter.any." + ch.name)
		b.menus = append(b.menus, m)
		b.object.Add(m)
	}
	b.sort = b.fixed("sort.", names(view.Sorts()), func(i int) {
		c.Refilter(func(f *view.Filter) { f.Sort = view.Sorts()[i] })
	})
	b.group = b.fixed("group.", names(view.Groups()), func(i int) {
		c.Refilter(func(f *view.Filter) { f.Group = view.Groups()[i] })
	})
	b.clear = part.NewButtonWithIcon(s.W.T("filter.clear"), theme.CancelIcon(), c.clearFilter)
	b.clear.Importance = widget.LowImportance
	b.object.Add(b.sort)
	b.object.Add(b.group)
	b.object.Add(b.clear)
	b.object.Hide()
	return b
}

func names[S ~string](list []S) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return out
}

// fixed is a menu whose entries do not depend on the data.
func (b *filterBar) fixed(prefix string, values []string, chosen func(int)) *part.Select {
	m := part.NewSelect(nil, nil)
	for _, v := range values {
		m.Options = append(m.Options, b.s.W.T(prefix+v))
	}
	m.FitWidest()
	m.OnChanged = func(string) {
		if i := m.SelectedIndex(); i >= 0 && !b.quiet {
			chosen(i)
		}
	}
	return m
}

// toggle unfolds the menus, or folds them away.
func (b *filterBar) toggle() {
	if b.object.Visible() {
		b.object.Hide()
	} else {
		b.object.Show()
	}
	b.s.Relayout()
}

// chosen applies menu i; its first entry means any.
func (b *filterBar) chosen(i int) {
	if b.quiet {
		return
	}
	ch, at, v := choices()[i], b.menus[i].SelectedIndex(), ""
	if at > 0 {
		v = ch.values(b.options)[at-1]
	}
	b.c.Refilter(func(f *view.Filter) { ch.set(f, v) })
}

func (b *filterBar) setOptions(o view.Options) {
	b.options = o
	for i, ch := range choices() {
		words := []string{b.s.W.T("filter.any." + ch.name)}
		for _, v := range ch.values(o) {
			words = append(words, ch.word(b.s.W, o, v))
		}
		b.menus[i].Options = words
	}
}

// refresh shows a filter on the menus.
func (b *filterBar) refresh(f view.Filter) {
	b.quiet = true
	defer func() { b.quiet = false }()
	for i, ch := range choices() {
		at := 0
		for j, v := range ch.values(b.options) {
			if v == ch.value(&f) {
				at = j + 1
			}
		}
		if at == 0 {
			at = -1
		}
		choose(b.menus[i], at)
	}
	choose(b.sort, slices.Index(view.Sorts(), f.Sort))
	choose(b.group, slices.Index(view.Groups(), f.Group))
	n := f.Narrowing()
	text := b.s.W.T("filter.button")
	b.button.Importance = widget.MediumImportance
	if n > 0 {
		text = b.s.W.N("filter.button.n", n)
		b.button.Importance = widget.HighImportance
	}
	b.button.SetText(text)
	if n == 0 {
		b.clear.Disable()
	} else {
		b.clear.Enable()
	}
}

// choose shows entry i of a menu, or that none is chosen.
func choose(m *part.Select, i int) {
	switch {
	case i == m.SelectedIndex():
	case i < 0:
		m.ClearSelected()
	default:
		m.SetSelectedIndex(i)
	}
}

// searchEntry is a search field: Escape empties it, and Escape in an empty field, Enter or the arrow down
// leave it.
type searchEntry struct {
	part.Entry
	enter, leave func()
}

func newSearchEntry(hint string, changed func(string), enter, leave func()) *searchEntry {
	e := &searchEntry{enter: enter, leave: leave}
	e.ExtendBaseWidget(e)
	e.PlaceHolder = hint
	e.Icon = theme.SearchIcon()
	e.OnChanged = changed
	return e
}

// FocusGained gets ready before the first letter.
func (e *searchEntry) FocusGained() {
	e.Entry.FocusGained()
	e.enter()
}

// TypedKey handles the keys that leave the field.
func (e *searchEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		if e.Text != "" {
			e.SetText("")
			return
		}
		e.leave()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		e.leave()
	default:
		e.Entry.TypedKey(k)
	}
}
