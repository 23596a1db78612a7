package audit

import (
	"cmp"
	"context"
	"slices"

	"footprint/internal/audit/core"
	"footprint/internal/footprint"
	"footprint/internal/report"
)

// ReportOptions say what a report shows.
type ReportOptions struct {
	Filter  TaskFilter
	Version string // of Footprint
	// Unredacted shows what excerpts say of patients, and the names of others in full.
	Unredacted bool
}

// Report gathers the chosen rows of the checklist for a report, by rule, worst first. Unless told otherwise, facts
// about patients are masked in excerpts and the names of others shortened.
func (a *Auditor) Report(ctx context.Context, o ReportOptions) (*report.Report, error) {
	me, err := a.Profile(ctx)
	if err != nil {
		return nil, err
	}
	s, err := a.Summary(ctx)
	if err != nil {
		return nil, err
	}
	r := &report.Report{Made: a.Now(), Version: o.Version, Redacted: !o.Unredacted, Name: me.Name, Role: me.Role, Items: s.Items, NotJudged: s.NotJudged, Weak: s.Weak,
		Sources: []report.Source{}, Groups: []report.Group{}}
	sources, err := a.Sources(ctx)
	if err != nil {
		return nil, err
	}
	for _, src := range sources {
		r.Sources = append(r.Sources, a.reportSource(src))
	}
	type key struct {
		rule     string
		severity footprint.Severity
	}
	at := map[key]int{}
	counts := reportCounts{}
	for rec, err := range a.DB.Tasks(ctx, o.Filter.stored(a.Now())) {
		if err != nil {
			return nil, err
		}
		row := a.row(&rec)
		if o.Unredacted {
			row.Excerpt = words(&rec.Item, &rec.Finding)
		} else {
			shorten(&row, &rec, &me)
		}
		k := key{row.Rule, row.Severity}
		i, ok := at[k]
		if !ok {
			i = len(r.Groups)
			at[k] = i
			r.Groups = append(r.Groups, a.reportGroup(row, &me))
		}
		r.Groups[i].Rows = append(r.Groups[i].Rows, report.Row{
			ID: row.ID, Confidence: row.Confidence, Status: row.Status, Platform: a.PlatformName(row.Platform), Kind: row.Kind,
			Container: row.Container, Visibility: row.Visibility, Posted: row.Posted, Excerpt: row.Excerpt, Why: core.Spelled(&me, row.Why), Note: row.Note, Link: rec.Item.URL,
		})
		counts.add(a, row)
	}
	counts.into(r)
	for _, c := range s.ByStatus {
		r.ByStatus = append(r.ByStatus, report.Count(c))
	}
	r.History, err = a.progressOfAudits(ctx)
	return r, err
}

// lastAudits is how many audits a report shows side by side.
const lastAudits = 12

// progressOfAudits counts the open rows of the last audits, the oldest first. Of one day the last audit counts.
func (a *Auditor) progressOfAudits(ctx context.Context) ([]report.Count, error) {
	records, err := a.Records(ctx)
	var history []report.Count
	for _, rec := range records { // newest first
		if on := core.Day(rec.At); len(history) == 0 || history[len(history)-1].Name != on {
			history = append(history, report.Count{Name: on, Count: rec.Open})
		}
	}
	history = history[:min(len(history), lastAudits)]
	slices.Reverse(history)
	return history, err
}

func (a *Auditor) reportSource(src core.Source) report.Source {
	out := report.Source{Platform: a.PlatformName(src.Platform), Account: src.Account, From: src.From, To: src.To, Imported: src.Imported, Unread: []report.Unread{}}
	for _, n := range src.Counts {
		out.Items += n
	}
	for _, file := range src.Ledger.Unknown {
		out.Unread = append(out.Unread, report.Unread{File: file, Reason: "not known to Footprint"})
	}
	for _, f := range src.Ledger.Failed {
		out.Unread = append(out.Unread, report.Unread{File: f.File, Reason: f.Error})
	}
	return out
}

// reportGroup is the heading over the rows of a rule. Its steps are those of all platforms: the rows may be of several.
func (a *Auditor) reportGroup(row TaskRow, me *footprint.Person) report.Group {
	g := report.Group{Rule: row.Rule, Title: row.Title, Area: row.Area, Severity: row.Severity, Guidance: []report.Citation{}}
	if r := a.Rules.Rule(row.Rule); r != nil {
		g.Action, g.Explanation, g.Step = a.worded(r, a.filler(&TaskView{}, me), me, "")
		for _, c := range guidanceOf(a.Rules.References(r)) {
			g.Guidance = append(g.Guidance, report.Citation(c))
		}
	}
	return g
}

// reportCounts counts the rows of a report.
type reportCounts struct {
	severity [int(footprint.SeverityCritical) + 1]int
	platform map[string]int
	year     map[string]int
}

func (c *reportCounts) add(a *Auditor, row TaskRow) {
	if c.platform == nil {
		c.platform, c.year = map[string]int{}, map[string]int{}
	}
	c.severity[row.Severity]++
	if row.Platform != "" {
		c.platform[a.PlatformName(row.Platform)]++
	}
	if !row.Posted.IsZero() {
		c.year[row.Posted.Format("2006")]++
	}
}

func (c *reportCounts) into(r *report.Report) {
	for s := len(c.severity) - 1; s >= 0; s-- {
		r.BySeverity = append(r.BySeverity, report.Count{Name: footprint.Severity(s).String(), Count: c.severity[s]})
	}
	r.ByPlatform, r.ByYear = []report.Count{}, []report.Count{}
	for name, n := range c.platform {
		r.ByPlatform = append(r.ByPlatform, report.Count{Name: name, Count: n})
	}
	slices.SortFunc(r.ByPlatform, func(x, y report.Count) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), cmp.Compare(x.Name, y.Name))
	})
	for year, n := range c.year {
		r.ByYear = append(r.ByYear, report.Count{Name: year, Count: n})
	}
	slices.SortFunc(r.ByYear, func(x, y report.Count) int { return cmp.Compare(x.Name, y.Name) })
}
