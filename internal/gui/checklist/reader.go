package checklist

import (
	"slices"

	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// readerMenu chooses through whose eyes the checklist is seen.
type readerMenu struct {
	menu  *part.Select
	quiet bool
}

func newReaderMenu(s *desk.Desk, c *Checklist) *readerMenu {
	m := &readerMenu{menu: part.NewSelect([]string{s.W.T("reader.me")}, nil)}
	for _, r := range view.Readers() {
		m.menu.Options = append(m.menu.Options, s.W.T("reader.as."+string(r)))
	}
	m.menu.FitWidest()
	m.menu.OnChanged = func(string) {
		if i := m.menu.SelectedIndex(); i >= 0 && !m.quiet {
			c.Refilter(func(f *view.Filter) { f.Reader = append([]view.Reader{""}, view.Readers()...)[i] })
		}
	}
	return m
}

// refresh shows who reads.
func (m *readerMenu) refresh(f view.Filter) {
	m.quiet = true
	choose(m.menu, slices.Index(view.Readers(), f.Reader)+1)
	m.quiet = false
}
