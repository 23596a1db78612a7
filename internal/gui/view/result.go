package view

import (
	"strings"

	"footprint/internal/audit/outside"
)

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
