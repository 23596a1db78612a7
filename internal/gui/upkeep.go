package gui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/gui/part"
)

// PrefPacks is the key of Fyne's preferences under which the folders of rules are kept; they are read at the start.
const PrefPacks = "rule_packs"

// intervals are the choices of how often a topic comes up.
func intervals() []string { return []string{"1mo", "3mo", "90d", "6mo", "12mo", "5y", "off"} }

// schedule is the card of how often things are looked at again.
func (b *settings) schedule(list []audit.Scheduled) fyne.CanvasObject {
	w := b.s.W
	rows := []fyne.CanvasObject{part.Muted(w.T("schedule.text"))}
	for _, t := range list {
		values := intervals()
		if !slices.Contains(values, t.Every) {
			values = append([]string{t.Every}, values...)
		}
		m := part.NewSelect(nil, nil)
		for _, v := range values {
			m.Options = append(m.Options, w.Or("every."+v, v))
		}
		m.FitWidest()
		m.SetSelectedIndex(slices.Index(values, t.Every))
		m.OnChanged = func(string) { b.every(t.Topic, values[m.SelectedIndex()]) }
		rows = append(rows, part.Spread(part.Plain(w.Or("due."+t.Topic, t.Title)), m))
	}
	remind := part.NewCheck(w.T("remind.check"), nil)
	remind.SetChecked(b.s.App.Preferences().BoolWithFallback(prefRemind, true))
	remind.OnChanged = func(on bool) { b.s.App.Preferences().SetBool(prefRemind, on) }
	return part.Column(0, append(rows, remind)...)
}

func (b *settings) every(topic, every string) {
	b.s.Work.Change(func(ctx context.Context) error { return b.s.Audit.ReviewEvery(ctx, topic, every) }, func(err error) {
		if err != nil {
			b.s.Fail(err)
			return
		}
		b.s.Say(b.s.W.T("schedule.saved"))
	})
}

// packs is the card of rules: how many there are, and the folders of one's own.
func (b *settings) packs() fyne.CanvasObject {
	w, prefs := b.s.W, b.s.App.Preferences()
	rows := []fyne.CanvasObject{part.Plain(w.T("packs.text"))}
	if b.s.PackTrouble != "" {
		rows = append(rows, part.Words{Color: theme.ColorNameError}.New(w.T("packs.trouble", "why", b.s.PackTrouble)))
	}
	chosen := prefs.StringList(PrefPacks)
	keep := func(list []string) {
		prefs.SetStringList(PrefPacks, list)
		b.s.Say(w.T("packs.restart"))
		b.Reload()
	}
	for i, dir := range chosen {
		state := w.T("packs.next")
		if slices.Contains(b.s.Packs, dir) {
			state = w.T("packs.inforce")
		}
		remove := part.NewButtonWithIcon(w.T("packs.remove"), theme.DeleteIcon(), func() { keep(slices.Delete(slices.Clone(chosen), i, i+1)) })
		remove.Importance = widget.LowImportance
		rows = append(rows, part.Spread(part.Column(part.Tight, part.Plain(dir), part.Caption(state)), remove))
	}
	add := part.NewButtonWithIcon(w.T("packs.add"), theme.FolderOpenIcon(), func() {
		b.s.PickFolder(func(dir string) {
			if !slices.Contains(chosen, dir) {
				keep(append(slices.Clone(chosen), dir))
			}
		})
	})
	return part.Column(0, append(rows, part.Acts(add))...)
}

// keys is the card of the user's own keys for services.
func (b *settings) keys(services []audit.SearchService) fyne.CanvasObject {
	rows := []fyne.CanvasObject{part.Muted(b.s.W.T("keys.text"))}
	for _, service := range services {
		if service.KeyURL == "" {
			continue
		}
		rows = append(rows, b.key(service.Name, service.Title, service.Key, service.KeyURL))
		if service.KeyError != "" {
			rows = append(rows, part.Caption(service.KeyError))
		}
	}
	return part.Column(0, rows...)
}

func (b *settings) key(name, title, where, link string) fyne.CanvasObject {
	w := b.s.W
	done := func(err error) {
		if err != nil {
			b.s.Fail(err)
			return
		}
		b.Reload()
	}
	if where != "" {
		forget := part.NewButtonWithIcon(w.T("keys.forget"), theme.DeleteIcon(), func() {
			b.s.Work.Change(func(context.Context) error { return b.s.Audit.SetKey(name, "") }, done)
		})
		if where != "keyring" { // the environment is not the window's to change
			forget.Disable()
			forget.SetText(w.T("keys.environment"))
		}
		return part.Spread(part.Column(part.Tight, part.Plain(title), part.Caption(w.T("keys.there", "where", w.Or("keys.where."+where, where)))), forget)
	}
	entry := part.NewPassword()
	entry.PlaceHolder = w.T("keys.hint")
	save := part.NewButtonWithIcon(w.T("keys.save"), theme.ConfirmIcon(), func() {
		b.s.Work.Change(func(context.Context) error { return b.s.Audit.SetKey(name, entry.Text) }, done)
	})
	save.Disable()
	entry.OnChanged = func(text string) {
		if strings.TrimSpace(text) == "" {
			save.Disable()
		} else {
			save.Enable()
		}
	}
	get := part.NewButtonWithIcon(w.T("keys.get"), theme.ComputerIcon(), func() { b.s.Open(link) })
	get.Importance = widget.LowImportance
	return part.Column(0, part.Spread(part.Plain(title), get), container.New(layout.NewCustomPaddedLayout(0, 6, 8, 8), container.NewBorder(nil, nil, nil, save, entry)))
}
