package view

import (
	"strings"

	"footprint/internal/audit/outside"
	"footprint/internal/crawl"
)

// maxSaid bounds what a check shows under its button; the rest is among the results.
const maxSaid = 30

// ProfileWords say what sites answered about the user's handles: those that exist first, then those nobody can
// tell, and in one line those that said no.
func ProfileWords(run outside.ProfileRun, w *Words) []Labelled {
	var list []Labelled
	count := map[crawl.ProfileState]int{}
	for _, c := range run.Checks {
		count[c.State]++
		if c.State == crawl.ProfileExists && len(list) < maxSaid {
			list = append(list, Labelled{c.Site, c.URL})
		}
	}
	unknown := count[crawl.ProfileUnknown] + count[crawl.ProfileBlocked]
	return append(list, Labelled{w.T("checks.sum"), w.T("checks.profiles.sum", "exist", count[crawl.ProfileExists], "none", count[crawl.ProfileMissing], "unknown", unknown, "manual", count[crawl.ProfileManual])})
}

// PageWords say which pages were read, and why others were not.
func PageWords(run outside.PageRun, w *Words) []Labelled {
	var list []Labelled
	for _, p := range run.Pages[:min(len(run.Pages), maxSaid)] {
		text := p.Reason
		if text == "" {
			text = joinDots([]string{p.Title, w.N("checks.reviews", p.Reviews)})
		}
		if d := p.Document; d != nil {
			text = joinDots([]string{p.Title, strings.ToUpper(d.Kind), d.Author, d.LastBy, d.Company, d.Tool, w.Date(d.Created)})
		}
		if p.NoText != "" {
			text = joinDots([]string{text, w.T("checks.pages.notext")})
		}
		if p.OwnPicture {
			text = joinDots([]string{text, w.T("checks.pages.picture")})
		}
		list = append(list, Labelled{host(p.URL), text})
	}
	return list
}

// VerifyWords say the states of each thing that is marked done; none stands for another.
func VerifyWords(list []outside.Verification, w *Words) []Labelled {
	var out []Labelled
	for _, v := range list[:min(len(list), maxSaid)] {
		text := []string{w.T("look.said", "date", w.Date(v.SaidDone))}
		for _, l := range []outside.SecondLook{v.Page, v.Search, v.Export} {
			text = append(text, w.T("look."+l.Place)+": "+w.T("presence."+string(l.Presence)))
		}
		if n := len(v.Archived); n > 0 {
			text = append(text, w.N("look.archived", n))
		}
		if v.Reopened {
			text = append(text, w.T("look.reopened"))
		}
		out = append(out, Labelled{v.Title, strings.Join(text, "\n")})
	}
	return out
}

// BreachWords say what is known of each address, with the credit that is owed.
func BreachWords(run outside.BreachRun, asked bool, w *Words) []Labelled {
	var list []Labelled
	for _, a := range run.Addresses {
		var text []string
		if asked {
			text = append(text, w.N("checks.breaches.found", len(a.Breaches)))
		}
		for _, b := range a.Breaches {
			text = append(text, joinDots([]string{b.Title, w.Date(b.Date), strings.Join(b.Data, ", ")}))
		}
		for _, p := range a.Pastes {
			text = append(text, joinDots([]string{p.Source, w.Date(p.Date)}))
		}
		if v := a.Avatar; v != nil {
			switch {
			case v.URL != "":
				text = append(text, w.T("checks.avatar.profile", "address", v.URL))
			case v.Picture:
				text = append(text, w.T("checks.avatar.picture"))
			default:
				text = append(text, w.T("checks.avatar.none"))
			}
		}
		list = append(list, Labelled{a.Address, strings.Join(text, "\n")})
	}
	if asked {
		list = append(list, Labelled{w.T("checks.limits"), run.Hidden + "\n" + run.Credit})
	}
	return list
}
