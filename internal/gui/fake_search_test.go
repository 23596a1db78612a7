package gui

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"footprint/internal/audit"
	"footprint/internal/audit/outside"
	"footprint/internal/crawl"
	"footprint/internal/crawl/breach"
	"footprint/internal/crawl/letter"
	"footprint/internal/crawl/removal"
	"footprint/internal/footprint"
	"footprint/internal/gui/search"

	"footprint/internal/gui/part"
)

// found is what an invented search brought, with the letters that were sent about it.
type found struct {
	results []outside.SearchResult
	letters []audit.LetterRequest
	off     []string
	key     string // where the keys are
	pages   []outside.SearchPage
}

func (f *fake) SearchPlan(_ context.Context, engines []string, _ string) ([]outside.PlanRow, error) {
	var rows []outside.PlanRow
	for i, q := range crawl.Plan(f.me) {
		r := outside.PlanRow{PlannedQuery: q, Open: []outside.EngineLink{{Engine: engines[0], URL: "https://search.example/?q=" + strings.ReplaceAll(q.Text, " ", "+")}}}
		for _, off := range f.found.off {
			r.Off = r.Off || off == q.Text
		}
		if i < 3 && len(f.found.results) > 0 {
			r.Open[0].Taken = day().AddDate(0, 0, -2)
		}
		rows = append(rows, r)
	}
	return rows, f.err
}

func (f *fake) SwitchQuery(_ context.Context, query string, on bool) error {
	f.note("switch %s %v", query, on)
	if !on {
		f.found.off = append(f.found.off, query)
	}
	return f.err
}

func (f *fake) SearchSaved(_ context.Context, paths []string, p *footprint.Progress) (outside.SearchRun, error) {
	f.note("saved %s", strings.Join(paths, " "))
	p.Start("read pages", int64(len(paths)))
	return outside.SearchRun{Pages: f.found.pages, Added: len(f.found.results)}, f.err
}

func (f *fake) WatchDownloads(_ context.Context, dir string, _ func(outside.SearchRun, error)) error {
	f.note("watch %s", dir)
	return nil
}

func (f *fake) SearchResults(context.Context, ...string) ([]outside.SearchResult, error) {
	return append([]outside.SearchResult{}, f.found.results...), f.err
}

func (f *fake) AnswerResults(_ context.Context, ids []string, verdict string) error {
	f.note("answer %s %s", strings.Join(ids, " "), verdict)
	for i := range f.found.results {
		if r := &f.found.results[i]; r.ID == ids[0] {
			r.Verdict, r.Answered = verdict, verdict != ""
			if verdict == "" {
				r.Verdict = "unsure"
			}
		}
	}
	return f.err
}

func (f *fake) OwnHandles(context.Context) ([]string, error)   { return f.me.Handles, f.err }
func (f *fake) OwnAddresses(context.Context) ([]string, error) { return f.me.Emails, f.err }

func (f *fake) PagesToRead(context.Context, []string) ([]outside.SearchResult, error) {
	var mine []outside.SearchResult
	for _, r := range f.found.results {
		if r.Verdict == "me" {
			mine = append(mine, r)
		}
	}
	return mine, f.err
}

func (f *fake) Done(context.Context, []string) ([]outside.Verification, error) {
	if len(f.found.results) == 0 {
		return nil, f.err
	}
	return []outside.Verification{{ID: "task02", Title: "Mocking a patient", URL: "https://x.com/robin/status/1", SaidDone: day().AddDate(0, 0, -5)}}, f.err
}

func (f *fake) SearchServices() []audit.SearchService {
	var list []audit.SearchService
	for _, s := range crawl.Services() {
		list = append(list, audit.SearchService{Service: s, Searches: s.Name != crawl.BreachService, Server: s.Name == "searxng" || s.Name == "google", Key: f.found.key})
	}
	return list
}

func (f *fake) SetKey(service, key string) error {
	f.note("key %s %d letters", service, len(key))
	f.found.key = "keyring"
	return f.err
}

func (f *fake) SitesToAsk(list string) (asked, left int, err error) {
	if list != "" {
		return 512, 180, f.err
	}
	return 43, 0, f.err
}

func (f *fake) Search(_ context.Context, service, server string, p *footprint.Progress) (outside.SearchRun, error) {
	f.note("search %s %s", service, server)
	p.Start("ask "+service, 14)
	return outside.SearchRun{Pages: []outside.SearchPage{{Engine: service, Status: "ok", Results: 8}}, Added: 8, Left: "1986"}, f.err
}

func (f *fake) OwnProfiles(_ context.Context, list string, _ *footprint.Progress) (outside.ProfileRun, error) {
	f.note("profiles %s", list)
	return outside.ProfileRun{Checks: []crawl.ProfileCheck{{Site: "Mixcloud", URL: "https://mixcloud.example/robin_k", State: crawl.ProfileExists}, {Site: "Pond", State: crawl.ProfileMissing}, {Site: "Wall", State: crawl.ProfileBlocked}}}, f.err
}

func (f *fake) OpenPages(context.Context, []string, *footprint.Progress) (outside.PageRun, error) {
	f.note("pages")
	return outside.PageRun{Pages: []outside.PageRead{{URL: "https://harbour.example/team", Title: "Our team", Reviews: 2}, {URL: "https://old.example/x", Reason: "The site answers 404."}}}, f.err
}

func (f *fake) LookAgain(context.Context, []string, *footprint.Progress) ([]outside.Verification, error) {
	f.note("look again")
	list, _ := f.Done(context.Background(), nil)
	list[0].Page, list[0].Search, list[0].Export = outside.SecondLook{Place: "page", Presence: crawl.Gone}, outside.SecondLook{Place: "search", Presence: crawl.CannotTell}, outside.SecondLook{Place: "export", Presence: crawl.CannotTell}
	list[0].Archived = make([]crawl.Snapshot, 2)
	return list, f.err
}

func (f *fake) Breaches(context.Context, *footprint.Progress) (outside.BreachRun, error) {
	f.note("breaches")
	b := breach.Breach{Title: "Pond Forum", Date: time.Date(2019, 2, 3, 0, 0, 0, 0, time.UTC), Data: []string{"Passwords", "Phone numbers"}}
	return outside.BreachRun{Addresses: []outside.AddressBreaches{{Address: "r...@example.org", Breaches: []outside.BreachSteps{{Breach: b, Steps: b.Steps()}}, Avatar: &breach.Avatar{Picture: true}}}, Credit: breach.Credit, Hidden: breach.Hidden}, f.err
}

func (f *fake) Stolen(_ context.Context, password []byte) (int, error) {
	f.note("password of %d letters", len(password))
	return 52, f.err
}

func (f *fake) LettersFor(context.Context, string) ([]letter.Letter, error) {
	return letter.For("site", f.me.Jurisdiction), f.err
}

func (f *fake) WriteLetter(_ context.Context, id, _ string, typed letter.Fields) (letter.Draft, error) {
	l, _ := letter.Find(id)
	known := letter.Fields{"name": f.me.Name, "email": "robin@example.org", "date": "14 March 2026", "url": "https://runs.example/2019", "recipient": "runs.example"}
	for k, v := range typed {
		known[k] = v
	}
	d, err := l.Write(known)
	if err == nil {
		err = f.err
	}
	return d, err
}

func (f *fake) SentLetter(_ context.Context, id, item, recipient string, _ time.Time) (audit.LetterRequest, error) {
	f.note("sent %s about %s", id, item)
	l, _ := letter.Find(id)
	r := audit.LetterRequest{ID: int64(len(f.found.letters) + 1), Item: item, Letter: id, Title: l.Title, Recipient: recipient, Sent: day(), Due: l.Due(day())}
	f.found.letters = append(f.found.letters, r)
	return r, f.err
}

func (f *fake) AnswerLetter(_ context.Context, id int64, outcome string) error {
	f.note("letter %d %s", id, outcome)
	f.found.letters[id-1].Outcome, f.found.letters[id-1].Answered = outcome, day()
	return f.err
}

func (f *fake) LetterRequests(context.Context) ([]audit.LetterRequest, error) {
	return f.found.letters, f.err
}

// searched gives the invented person results and letters.
func searched(f *fake) {
	full(f)
	f.me.Emails = []string{"r...@example.org"}
	route := func(address string) *removal.Route { r, _ := removal.For(address); return &r }
	june, march := day().AddDate(0, -9, 0), day().AddDate(0, 0, -2)
	add := func(id, title, snippet, address, verdict string, rank, was int, gone bool, why ...string) {
		r := outside.SearchResult{ID: id, Title: title, Snippet: snippet, URL: address, Verdict: verdict, Why: why, First: june, Last: march, Gone: gone, Removal: route(address),
			Seen: []outside.Standing{{Engine: "google", Query: `"Robin Kauri" paediatrics`, First: june, Last: march, FirstRank: was, Rank: rank, Asked: day(), Gone: gone}}}
		if copies, ok := removal.CopiesOf(address); ok {
			r.Copies = &copies
		}
		f.found.results = append(f.found.results, r)
	}
	add("r1", "Half marathon results 2019 - Kaitoke Runners", "Robin Kauri 1:58:02, place 212 of 904.", "https://runs.example/2019", "unsure", 7, 4, false, "your name", "your town")
	add("r2", "Robin Kauri - Mixcloud", "Robin K. DJ sets, late nights, slow mornings.", "https://mixcloud.example/robin_k", "unsure", 9, 9, false, "your handle")
	add("r3", "Dr Robin Kauri, paediatrician - RateMDs", "Two of five. Rushed us through and forgot the letter.", "https://www.ratemds.com/doctor-ratings/robin-kauri", "me", 3, 6, false, "your name", "your profession", "your town")
	add("r4", "Our team - Harbour General", "Robin Kauri, registrar in paediatrics.", "https://harbour.example/team", "me", 1, 1, false, "your name", "your workplace", "your profession")
	add("r5", "Robin Kauri, estate agent in Leeds", "Homes in Yorkshire since 2003.", "https://homes.example/robin", "not-me", 5, 5, false, "your name", "another profession: estate agent")
	add("r6", "R. Kauri - whitepages", "Kaitoke, two phone numbers on record.", "https://www.whitepages.com/name/robin-kauri", "me", 14, 11, true, "your initials and last name", "your town")
	f.found.letters = []audit.LetterRequest{
		{ID: 1, Title: "Opt-out from a data broker", Recipient: "Whitepages", Sent: day().AddDate(0, 0, -50), Due: day().AddDate(0, 0, -5), Late: true, Next: "Send the request of your country's law, then complain to the authority."},
		{ID: 2, Title: "Polite request to the owner of a site", Recipient: "runs.example", Sent: day().AddDate(0, 0, -3), Due: day().AddDate(0, 0, 11)},
		{ID: 3, Title: "Outdated content (Google)", Recipient: "Google", Sent: day().AddDate(0, 0, -30), Due: day().AddDate(0, 0, -20), Outcome: "removed", Answered: day().AddDate(0, 0, -24)},
	}
}

// searchStories are the stories of the search screen.
func searchStories() []story {
	at := func(letters string) func(*Shell) {
		return func(s *Shell) {
			s.Visit("search")
			for _, r := range letters {
				s.bodies["search"].(*search.Search).Rune(r)
			}
		}
	}
	return []story{
		{name: "search-plan", with: searched, play: at("p")},
		{name: "search-plan-key", with: func(f *fake) { searched(f); f.found.key = "keyring" }, play: func(s *Shell) {
			at("p")(s)
			tap(s, "Ask 1") // "Ask 15 searches": what is told to whom, before anything goes out
		}},
		{name: "search-plan-captcha", with: func(f *fake) {
			searched(f)
			f.found.pages = []outside.SearchPage{{Path: "/home/robin/Downloads/search.html", Engine: "google", Status: "challenge", Reason: "robot"}, {Engine: "google", Status: "ok", Results: 8}}
		}, play: func(s *Shell) {
			s.Visit("search")
			s.bodies["search"].(*search.Search).Take([]string{"/home/robin/Downloads/search.html"})
		}},
		{name: "search-plan-noname", with: bare, play: at("p")},
		{name: "search-results", with: searched, play: at("r")},
		{name: "search-results-mine", with: searched, play: at("r2")},
		{name: "search-results-answered", with: searched, play: at("rmn")},
		{name: "search-results-none", with: full, play: at("r")},
		{name: "search-letter", with: searched, play: func(s *Shell) { at("r")(s); tap(s, "Write a letter") }},
		{name: "search-checks", with: searched, play: at("c")},
		{name: "search-checks-said", with: func(f *fake) { searched(f); f.found.key = "keyring" }, play: func(s *Shell) {
			at("c")(s)
			for _, name := range []string{"Ask 43", "Open 3", "Look at", "Ask for"} {
				tap(s, name)
				tap(s, "Yes, ask")
			}
		}},
		{name: "search-letters", with: searched, play: at("l")},
		{name: "search-letters-none", with: full, play: at("l")},
	}
}

// tap taps the first visible button whose words begin so.
func tap(s *Shell, begin string) bool {
	var find func(o fyne.CanvasObject) bool
	find = func(o fyne.CanvasObject) bool {
		if !o.Visible() {
			return false
		}
		switch o := o.(type) {
		case *part.Button:
			if strings.HasPrefix(o.Text, begin) && !o.Disabled() {
				o.OnTapped()
				return true
			}
		case *container.Scroll:
			return find(o.Content)
		case *fyne.Container:
			for _, c := range o.Objects {
				if find(c) {
					return true
				}
			}
		}
		return false
	}
	return find(s.bodies[s.here].Content())
}
