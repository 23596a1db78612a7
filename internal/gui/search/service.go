package search

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/audit/outside"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
)

// service asks a search service with the user's own key.
func (b *plan) service() fyne.CanvasObject {
	w, prefs := b.s.W, b.s.App.Preferences()
	services := slices.DeleteFunc(slices.Clone(b.services), func(v audit.SearchService) bool { return !v.Searches })
	var names []string
	for _, v := range services {
		names = append(names, v.Title)
	}
	at := max(0, slices.IndexFunc(services, func(v audit.SearchService) bool { return v.Name == prefs.String(prefService) }))
	now := services[at]
	menu := part.NewSelect(names, nil)
	menu.FitWidest()
	menu.SetSelectedIndex(at)
	menu.OnChanged = func(string) {
		prefs.SetString(prefService, services[menu.SelectedIndex()].Name)
		b.fill()
	}
	rows := []fyne.CanvasObject{part.Plain(w.T("service.text")), spaced(part.Row(menu)), part.Muted(now.Note)}
	if now.Server {
		server := part.NewEntry()
		server.SetText(prefs.String(prefServer))
		server.PlaceHolder = w.T("service.server.hint")
		server.OnChanged = func(text string) { prefs.SetString(prefServer, text) }
		rows = append(rows, part.Caption(w.T("service.server")), field(server))
	}
	if now.KeyURL != "" {
		rows = append(rows, keyField(b.s, now, b.Reload))
	}
	if now.KeyURL == "" || now.Key != "" {
		rows = append(rows, asking(b.s, w.N("service.ask", b.rows.On), theme.SearchIcon(), w.N("service.note", b.rows.On, "name", now.Title)+" "+now.Note,
			func() { b.online(now.Name, prefs.String(prefServer)) }))
	}
	return part.Card(w.T("service.title"), rows...)
}

// field gives an entry the room of the words above it.
func field(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(-4, 6, 8, 8), o)
}

// keyField says where a service's key is kept, or takes one.
func keyField(s *desk.Desk, now audit.SearchService, then func()) fyne.CanvasObject {
	w := s.W
	store := func(key string) {
		s.Work.Change(func(context.Context) error { return s.Audit.SetKey(now.Name, key) }, func(err error) {
			s.Fail(err)
			then()
		})
	}
	switch {
	case now.Key == "keyring":
		forget := part.NewButtonWithIcon(w.T("key.forget"), theme.DeleteIcon(), func() { store("") })
		forget.Importance = widget.LowImportance
		return part.Spread(part.Fact(w.T("key"), w.T("key.keyring")), forget)
	case now.Key != "":
		return part.Fact(w.T("key"), w.T("key.environment"))
	}
	entry := part.NewPassword()
	entry.PlaceHolder = w.T("key.hint")
	keep := part.NewButtonWithIcon(w.T("key.keep"), theme.ConfirmIcon(), func() {
		if entry.Text != "" {
			store(entry.Text)
		}
	})
	entry.OnSubmitted = func(string) { keep.OnTapped() }
	get := part.NewButtonWithIcon(w.T("key.get"), theme.ComputerIcon(), func() { s.Open(now.KeyURL) })
	get.Importance = widget.LowImportance
	rows := []fyne.CanvasObject{part.Caption(w.T("key.none")), field(entry), spaced(part.Buttons(keep, get))}
	if now.KeyError != "" {
		rows = append(rows, part.Muted(now.KeyError))
	}
	return part.Column(0, rows...)
}

// online asks the service, with progress and cancel in the line at the foot.
func (b *plan) online(service, server string) {
	var run outside.SearchRun
	b.s.Run(func(ctx context.Context, p *footprint.Progress) error {
		var err, judged error
		run, err = b.s.Audit.Search(ctx, service, server, p)
		if len(run.Pages) > 0 && ctx.Err() == nil {
			_, judged = b.s.Audit.Analyze(ctx, p)
		}
		if err != nil {
			return err
		}
		return judged
	}, func(err error) { b.took(run, err) })
}
