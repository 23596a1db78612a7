package audit

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"footprint/internal/analyze"
	"footprint/internal/footprint"
	"footprint/internal/store"
)

// Reason says why a row of the checklist changed between two audits.
type Reason string

// Reasons.
const (
	Content    Reason = "content"              // the item is new, was changed, or was removed with its source
	NewRules   Reason = "rules"                // the rule set changed
	NewProfile Reason = "profile"              // the user's profile changed
	Date       Reason = "date"                 // only time went by
	Decided    Reason = "decision"             // the user decided
	Dismissal  Reason = "false_alarm"          // the user called it a false alarm
	GoneExport Reason = "gone_from_the_export" // a newer complete export of the account no longer holds the item
	BackExport Reason = "back_in_the_export"   // it was gone, and a newer export holds it again
)

// Difference is one row of the checklist that two audits know, or one of them.
type Difference struct {
	ID          string             `json:"id"`
	Rule        string             `json:"rule"`
	Title       string             `json:"title"`
	Platform    string             `json:"platform,omitempty"`
	Severity    footprint.Severity `json:"severity"`
	WasSeverity footprint.Severity `json:"was_severity"`
	Status      footprint.Status   `json:"status,omitempty"` // in the later audit; empty: not raised
	WasStatus   footprint.Status   `json:"was_status,omitempty"`
	Why         []Reason           `json:"why"`
	Note        string             `json:"note,omitempty"`
}

// Comparison is what happened between two audits. A row stands in one of New, Reopened, Gone and Still; a
// row of Still or Reopened may stand in Changed as well.
type Comparison struct {
	From     Record       `json:"from"`
	To       Record       `json:"to"`
	New      []Difference `json:"new"`      // open, and never raised before
	Reopened []Difference `json:"reopened"` // open again
	Gone     []Difference `json:"gone"`     // no longer open
	Still    []Difference `json:"still"`    // open in both
	Changed  []Difference `json:"changed"`  // open in the later one, with another severity than before

	was, is analyze.Basis // what the two judged by, where that is known
}

// Compare puts two audits side by side. Each is named by its number or by a day, which means the last audit
// up to the end of that day. Empty names mean the last audit, and the one before it.
func (a *Auditor) Compare(ctx context.Context, from, to string) (Comparison, error) {
	c := Comparison{New: []Difference{}, Reopened: []Difference{}, Gone: []Difference{}, Still: []Difference{}, Changed: []Difference{}}
	records, err := a.Records(ctx)
	if err != nil {
		return c, err
	}
	if c.To, err = pick(records, to); err != nil {
		return c, err
	}
	for len(records) > 0 && from == "" && records[0].ID >= c.To.ID { // only what came before
		records = records[1:]
	}
	if c.From, err = pick(records, from); err != nil {
		return c, err
	}
	if err := a.bases(ctx, &c); err != nil {
		return c, err
	}
	for d, err := range a.DB.Differences(ctx, c.From.ID, c.To.ID) {
		if err != nil {
			return c, err
		}
		c.add(a, &d)
	}
	return c, nil
}

// bases reads what the two audits judged by.
func (a *Auditor) bases(ctx context.Context, c *Comparison) (err error) {
	if c.was, err = a.BasisOf(ctx, c.From.judgement); err == nil {
		c.is, err = a.BasisOf(ctx, c.To.judgement)
	}
	return err
}

// Changes counts what the last audit changed.
type Changes struct {
	// Since is when the audit before it ran; zero if there was none, and then nothing is counted.
	Since time.Time
	// New, Reopened and Gone are as in Comparison; Still were open before and are open now.
	New, Reopened, Gone, Still int
}

// Changes compares the last audit with the one before it, without holding the rows.
func (a *Auditor) Changes(ctx context.Context) (Changes, error) {
	var n Changes
	records, err := a.Records(ctx)
	if err != nil || len(records) < 2 {
		return n, err
	}
	c := Comparison{From: records[1], To: records[0]}
	n.Since = c.From.At
	for d, err := range a.DB.Differences(ctx, c.From.ID, c.To.ID) {
		if err != nil {
			return n, err
		}
		c.add(a, &d)
		n.New, n.Reopened, n.Gone, n.Still = n.New+len(c.New), n.Reopened+len(c.Reopened), n.Gone+len(c.Gone), n.Still+len(c.Still)
		c.New, c.Reopened, c.Gone, c.Still, c.Changed = c.New[:0], c.Reopened[:0], c.Gone[:0], c.Still[:0], c.Changed[:0]
	}
	return n, nil
}

// errOneAudit: there are not two audits to put side by side.
var errOneAudit = errors.New("there are not two audits yet")

func pick(records []Record, name string) (Record, error) {
	if name == "" {
		if len(records) > 0 {
			return records[0], nil
		}
		return Record{}, errOneAudit
	}
	n, err := strconv.ParseInt(name, 10, 64)
	var end time.Time
	if err != nil {
		t, err := footprint.ParseTime(name)
		if err != nil {
			return Record{}, fmt.Errorf("audit %q: want a number or a day: %w", name, err)
		}
		end = t.AddDate(0, 0, 1)
	}
	for _, r := range records {
		if r.ID == n || r.At.Before(end) {
			return r, nil
		}
	}
	return Record{}, fmt.Errorf("audit %s: %w", name, footprint.ErrNotFound)
}

func (c *Comparison) add(a *Auditor, d *store.Difference) {
	row := Difference{ID: d.Fingerprint, Rule: d.Rule, Title: a.RuleTitle(d.Rule), Platform: d.Platform, Severity: d.Severity, WasSeverity: d.WasSeverity,
		Status: d.Status, WasStatus: d.WasStatus, Why: []Reason{}}
	was, is := d.WasStatus == footprint.StatusOpen, d.Status == footprint.StatusOpen
	switch {
	case was && is:
		if d.Severity != d.WasSeverity {
			row.Why = c.causes(d)
			c.Changed = append(c.Changed, row)
		}
		c.Still = append(c.Still, row)
	case was:
		row.Why, row.Note = c.whyGone(d), d.Note
		if d.Status == "" {
			row.Severity = d.WasSeverity
		}
		c.Gone = append(c.Gone, row)
	case !is: // decided before and after
	case d.WasStatus != "" || d.Created.Before(c.From.At):
		row.Why, row.Note = c.whyReopened(d), d.Note
		c.Reopened = append(c.Reopened, row)
		if d.WasStatus != "" && d.Severity != d.WasSeverity {
			c.Changed = append(c.Changed, row)
		}
	default:
		row.Why, row.WasSeverity = c.causes(d), d.Severity
		c.New = append(c.New, row)
	}
}

// causes are what a judgement depends on and what of it changed. That the content changed explains a row by
// itself; so does an item that the first audit did not have.
func (c *Comparison) causes(d *store.Difference) []Reason {
	var why []Reason
	onItem := d.Digest != 0 || d.WasDigest != 0 // a reminder stands on none
	if onItem && (d.Digest != d.WasDigest && d.Digest != 0 && d.WasDigest != 0 || !d.ItemThere || !d.ItemWasThere) {
		return []Reason{Content}
	}
	rules, profile := c.From.Rules != c.To.Rules, c.From.Profile != c.To.Profile
	if c.was.Known() && c.is.Known() {
		rules, profile = c.is.Differs(c.was, d.Rule)
	}
	if rules {
		why = append(why, NewRules)
	}
	if profile {
		why = append(why, NewProfile)
	}
	switch {
	case len(why) > 0:
	case onItem && !sameSources(c.From.Sources, c.To.Sources): // a newer export changed the item
		why = []Reason{Content}
	default:
		why = []Reason{Date}
	}
	return why
}

func (c *Comparison) whyGone(d *store.Difference) []Reason {
	switch {
	case d.Status == store.StatusDismissed:
		return []Reason{Dismissal}
	case d.Status == footprint.StatusDone && !d.GoneTaken.IsZero():
		return []Reason{GoneExport}
	case d.Status != "":
		return []Reason{Decided}
	}
	return c.causes(d)
}

func (c *Comparison) whyReopened(d *store.Difference) []Reason {
	switch {
	case d.WasStatus == footprint.StatusDone && d.Note == noteBack:
		return []Reason{BackExport}
	case d.WasStatus == footprint.StatusSnoozed:
		return []Reason{Date}
	case d.WasStatus != "":
		return []Reason{Decided}
	}
	return c.causes(d)
}

func sameSources(x, y []RecordSource) bool {
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i].ID != y[i].ID {
			return false
		}
	}
	return true
}
