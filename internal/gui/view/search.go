package view

import (
	"slices"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/audit/outside"
)

// Plan is the list of searches for one engine, in words.
type Plan struct {
	Rows  []PlanRow
	On    int // switched on
	Taken int // of those: results were taken in
	// Next is the row to open next in guided mode; -1 when every one that is on was taken in.
	Next int
}

// PlanRow is one search of the plan.
type PlanRow struct {
	Text string
	Meta string // who would type it, and when it was taken in
	On   bool
	Done bool
	Link string
}

// NewPlan puts a plan for one engine into words.
func NewPlan(rows []outside.PlanRow, w *Words) Plan {
	p := Plan{Next: -1}
	for i, r := range rows {
		v := PlanRow{Text: r.Text, Meta: w.Or("plan.who."+r.Who, r.Who) + ": " + w.Or("plan.why."+r.Why, r.Why), On: !r.Off}
		if len(r.Open) > 0 {
			v.Link, v.Done = r.Open[0].URL, !r.Open[0].Taken.IsZero()
			if v.Done {
				v.Meta = joinDots([]string{v.Meta, w.T("plan.taken", "date", w.Date(r.Open[0].Taken))})
			}
		}
		if v.On {
			p.On++
			if v.Done {
				p.Taken++
			} else if p.Next < 0 {
				p.Next = i
			}
		}
		p.Rows = append(p.Rows, v)
	}
	return p
}

// Share is the part of the plan that was taken in, from 0 to 1.
func (p Plan) Share() float64 {
	if p.On == 0 {
		return 0
	}
	return float64(p.Taken) / float64(p.On)
}

// Verdicts are the answers to "is it me?", as the data have them, in the order of the keys.
func Verdicts() []string { return []string{"me", "not-me", "unsure"} }

// ResultScope is what part of the results a list shows.
type ResultScope string

// Scopes of the results.
const (
	ResultsToAnswer ResultScope = "ask" // the program is not sure and the user has not said
	ResultsMine     ResultScope = "mine"
	ResultsOthers   ResultScope = "others"
	ResultsGone     ResultScope = "gone"
	ResultsAll      ResultScope = "all"
)

// ResultScopes lists them in the order of the buttons.
func ResultScopes() []ResultScope {
	return []ResultScope{ResultsToAnswer, ResultsMine, ResultsOthers, ResultsGone, ResultsAll}
}

func (s ResultScope) holds(r *outside.SearchResult) bool {
	switch s {
	case ResultsToAnswer:
		return r.Verdict == "unsure" && !r.Answered && !r.Gone
	case ResultsMine:
		return r.Verdict == "me" && !r.Gone
	case ResultsOthers:
		return r.Verdict == "not-me" && !r.Gone
	case ResultsGone:
		return r.Gone
	}
	return true
}

// Results is the list of search results with a cursor.
type Results struct {
	all    []outside.SearchResult
	shown  []int
	scope  ResultScope
	cursor int
}

// NewResults shows results in the first scope that has any.
func NewResults(all []outside.SearchResult) *Results {
	l := &Results{all: all}
	for _, scope := range ResultScopes() {
		if l.Count(scope) > 0 {
			l.SetScope(scope)
			return l
		}
	}
	l.SetScope(ResultsAll)
	return l
}

// Total counts all results, Count those of a scope, Len those shown.
func (l *Results) Total() int { return len(l.all) }

// Count counts the results of a scope.
func (l *Results) Count(scope ResultScope) (n int) {
	for i := range l.all {
		if scope.holds(&l.all[i]) {
			n++
		}
	}
	return n
}

// Len is the number of results shown.
func (l *Results) Len() int { return len(l.shown) }

// Scope is the present one.
func (l *Results) Scope() ResultScope { return l.scope }

// SetScope shows another part, from its beginning.
func (l *Results) SetScope(scope ResultScope) {
	l.scope, l.shown, l.cursor = scope, nil, 0
	for i := range l.all {
		if scope.holds(&l.all[i]) {
			l.shown = append(l.shown, i)
		}
	}
}

// At is the result of a row; Now is the one under the cursor, nil if there is none.
func (l *Results) At(row int) *outside.SearchResult { return &l.all[l.shown[row]] }

// Now is the result under the cursor, nil if there is none.
func (l *Results) Now() *outside.SearchResult {
	if l.cursor < 0 || l.cursor >= len(l.shown) {
		return nil
	}
	return l.At(l.cursor)
}

// Cursor is the row of the cursor.
func (l *Results) Cursor() int { return min(l.cursor, len(l.shown)-1) }

// SetCursor moves the cursor to a row.
func (l *Results) SetCursor(row int) { l.cursor = max(0, min(row, len(l.shown)-1)) }

// Keep takes scope and cursor of an earlier list of the same results.
func (l *Results) Keep(before *Results) {
	l.SetScope(before.scope)
	now := before.Now()
	if now == nil {
		return
	}
	l.SetCursor(before.cursor) // the place where it was, should it be shown no more
	for row := range l.shown {
		if l.At(row).ID == now.ID {
			l.SetCursor(row)
		}
	}
}

// Answer sets the user's verdict on the result under the cursor and moves on where it leaves the list. What it
// returns takes the answer back.
func (l *Results) Answer(verdict string) (back func()) {
	r := l.Now()
	before, at, scope := *r, l.cursor, l.scope
	r.Verdict, r.Answered = verdict, true
	if !l.scope.holds(r) {
		l.shown = slices.Delete(slices.Clone(l.shown), at, at+1)
		l.SetCursor(at)
	} else {
		l.SetCursor(at + 1)
	}
	return func() {
		*r = before
		l.SetScope(scope)
		l.SetCursor(at)
	}
}

// ResultRow is a result in a list.
type ResultRow struct{ Title, Excerpt, Meta, Verdict string }

// NewResultRow puts a result into words.
func NewResultRow(r *outside.SearchResult, w *Words) ResultRow {
	meta := []string{host(r.URL)}
	if r.Namesake != "" {
		meta = append(meta, r.Namesake)
	}
	if len(r.Seen) > 0 {
		meta = append(meta, standing(r.Seen[0], w))
	}
	return ResultRow{Title: r.Title, Excerpt: r.Snippet, Meta: joinDots(meta), Verdict: w.T("verdict." + r.Verdict)}
}

// standing says in a few words where a result stands.
func standing(s outside.Standing, w *Words) string {
	switch {
	case s.Gone:
		return w.T("result.gone", "engine", engineName(s.Engine), "date", w.Date(s.Asked))
	case s.Rank < s.FirstRank:
		return w.T("result.up", "engine", engineName(s.Engine), "rank", s.Rank, "was", s.FirstRank)
	case s.Rank > s.FirstRank:
		return w.T("result.down", "engine", engineName(s.Engine), "rank", s.Rank, "was", s.FirstRank)
	}
	return w.T("result.rank", "engine", engineName(s.Engine), "rank", s.Rank)
}

// engineNames are the names that do not follow from their id.
var engineNames = map[string]string{"duckduckgo": "DuckDuckGo", "searxng": "SearXNG", "serpapi": "SerpApi"}

// engineName is what people call an engine.
func engineName(id string) string {
	if name, ok := engineNames[id]; ok {
		return name
	}
	if id == "" {
		return ""
	}
	return strings.ToUpper(id[:1]) + id[1:]
}

// EngineNames are the names of engines in their order.
func EngineNames(ids []string) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = engineName(id)
	}
	return names
}

// host is the site of an address, or the address itself.
func host(address string) string {
	_, rest, ok := strings.Cut(address, "://")
	if !ok {
		return address
	}
	name, _, _ := strings.Cut(rest, "/")
	return strings.TrimPrefix(name, "www.")
}

// ResultDetail is all there is to say of a result.
type ResultDetail struct {
	ResultRow
	ID, Link, Address string
	Answered, Gone    bool
	Why               []string
	Dates             string     // first and last seen
	Standing          []Labelled // one row for each engine and query
	Route             *ResultRoute
	// Namesake is the person that it and Same others seem to speak of.
	Namesake string
	Same     []string
	// Wayback and Today are where archived copies can be looked for; the second is only for copying.
	Wayback, Today, TodayCaution string
}

// ResultRoute is what can be done about the page.
type ResultRoute struct {
	Site, Effect, Caution, Checked string
	Steps                          []string
	Link                           string
	Draft                          string
}

// NewResultDetail puts a result into words.
func NewResultDetail(r *outside.SearchResult, w *Words) ResultDetail {
	v := ResultDetail{ResultRow: NewResultRow(r, w), ID: r.ID, Address: r.URL, Answered: r.Answered, Gone: r.Gone,
		Dates: w.T("result.dates", "first", w.Date(r.First), "last", w.Date(r.Last))}
	if strings.HasPrefix(r.URL, "http://") || strings.HasPrefix(r.URL, "https://") {
		v.Link = r.URL
	}
	for _, why := range r.Why {
		v.Why = append(v.Why, reason(why, w))
	}
	for _, s := range r.Seen {
		v.Standing = append(v.Standing, Labelled{engineName(s.Engine) + ": " + s.Query, standing(s, w) + "  ·  " + w.T("result.dates", "first", w.Date(s.First), "last", w.Date(s.Last))})
	}
	if len(r.Same) > 0 {
		v.Namesake, v.Same = r.Namesake, r.Same
	}
	if c := r.Copies; c != nil {
		v.Wayback, v.Today, v.TodayCaution = c.Wayback, c.Today, c.Caution
	}
	if r.Removal != nil {
		m := r.Removal.In(w.Tag())
		v.Route = &ResultRoute{Site: m.Site, Effect: w.Or("effect."+string(m.Effect), string(m.Effect)), Caution: m.Caution, Steps: m.Steps, Link: m.Link, Draft: m.Draft,
			Checked: w.T("route.checked", "month", m.Checked)}
		if m.Moved {
			v.Route.Checked += " " + w.T("route.moved")
		}
	}
	return v
}

// reason puts a reason of the decision into the user's language; what follows a colon is from the page.
func reason(why string, w *Words) string {
	what, detail, ok := strings.Cut(why, ": ")
	text := w.Or("reason."+what, what)
	if ok {
		text += ": " + detail
	}
	return text
}

func baseName(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }

// LetterRow is a letter that was sent, in words.
type LetterRow struct {
	ID                int64
	Title, Meta, Next string
	Open, Late        bool
}

// NewLetterRows puts letters into words.
func NewLetterRows(list []audit.LetterRequest, w *Words) []LetterRow {
	var rows []LetterRow
	for _, r := range list {
		v := LetterRow{ID: r.ID, Title: r.Title, Open: r.Outcome == "", Late: r.Late}
		state := w.T("letter.due", "date", w.Date(r.Due))
		switch {
		case r.Outcome != "":
			state = w.T("outcome."+r.Outcome) + ", " + w.Date(r.Answered)
		case r.Late:
			state, v.Next = w.T("letter.late", "date", w.Date(r.Due)), r.Next
		}
		v.Meta = joinDots([]string{r.Recipient, w.T("letter.sent", "date", w.Date(r.Sent)), state})
		rows = append(rows, v)
	}
	return rows
}
