package outside

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"footprint/internal/crawl"
	"footprint/internal/crawl/serp"
	"footprint/internal/footprint"
)

// PlanRow is one search the user may start, with the addresses that show it in a browser. Nothing is asked by
// listing it.
type PlanRow struct {
	crawl.PlannedQuery
	// Off is true when the user switched it off; an automatic search leaves it out.
	Off  bool         `json:"off,omitempty"`
	Open []EngineLink `json:"open"`
}

// EngineLink opens a query in the user's own browser.
type EngineLink struct {
	Engine string `json:"engine"`
	URL    string `json:"url"`
	// Taken is when results of this query on this engine were last taken in; zero for never.
	Taken time.Time `json:"taken,omitzero"`
}

// keyPlanOff is the setting that keeps the searches the user switched off, in lower case.
const keyPlanOff = "search.plan.off"

// SearchEngines are the names of the engines whose result pages can be read, as SearchPlan takes them.
func SearchEngines() []string { return serp.Names() }

// SearchPlan lists the searches for the user on the named engines; no names mean all. Country is an ISO 3166
// code; empty means that of the profile.
func (a *Agent) SearchPlan(ctx context.Context, engines []string, country string) ([]PlanRow, error) {
	me, err := a.Profile(ctx)
	if err != nil {
		return nil, err
	}
	if len(engines) == 0 {
		engines = serp.Names()
	}
	if country == "" {
		country = countryOf(me)
	}
	off, err := a.plannedOff(ctx)
	if err != nil {
		return nil, err
	}
	taken, err := a.taken(ctx)
	if err != nil {
		return nil, err
	}
	rows := []PlanRow{}
	for _, q := range crawl.Plan(me) {
		row := PlanRow{PlannedQuery: q, Off: slices.Contains(off, strings.ToLower(q.Text))}
		for _, engine := range engines {
			link, ok := serp.SearchURL(engine, q.Text, country)
			if !ok {
				return nil, fmt.Errorf("search engine %q: %w (want %s)", engine, footprint.ErrNotFound, strings.Join(serp.Names(), ", "))
			}
			row.Open = append(row.Open, EngineLink{engine, link, taken[[2]string{engine, strings.ToLower(q.Text)}]})
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// SwitchQuery switches one search of the plan on or off.
func (a *Agent) SwitchQuery(ctx context.Context, query string, on bool) error {
	off, err := a.plannedOff(ctx)
	if err != nil {
		return err
	}
	query = strings.ToLower(query)
	off = slices.DeleteFunc(off, func(q string) bool { return q == query })
	if !on {
		off = append(off, query)
	}
	return a.DB.SetSetting(ctx, keyPlanOff, off)
}

func (a *Agent) plannedOff(ctx context.Context) (off []string, err error) {
	_, err = a.DB.Setting(ctx, keyPlanOff, &off)
	return off, err
}

// taken is when results of a query were last taken in, by engine and lower-case query.
func (a *Agent) taken(ctx context.Context) (map[[2]string]time.Time, error) {
	searches, err := a.DB.Searches(ctx)
	if err != nil {
		return nil, err
	}
	at := map[[2]string]time.Time{}
	for _, s := range searches {
		if s.Status == string(serp.StatusOK) || s.Status == string(serp.StatusEmpty) {
			at[[2]string{s.Engine, strings.ToLower(s.Query)}] = s.At // oldest first: the newest stays
		}
	}
	return at, nil
}

// planned are the searches of the plan that are switched on, at most limit (0: all).
func (a *Agent) planned(ctx context.Context, me footprint.Person, limit int) ([]crawl.PlannedQuery, error) {
	off, err := a.plannedOff(ctx)
	if err != nil {
		return nil, err
	}
	plan := slices.DeleteFunc(crawl.Plan(me), func(q crawl.PlannedQuery) bool { return slices.Contains(off, strings.ToLower(q.Text)) })
	if limit > 0 {
		plan = plan[:min(limit, len(plan))]
	}
	return plan, nil
}

// countryOf is the ISO 3166 code of the user's jurisdiction, lower case.
func countryOf(me footprint.Person) string {
	country := strings.ToLower(me.Jurisdiction)
	if country == "uk" {
		return "gb"
	}
	return country
}
