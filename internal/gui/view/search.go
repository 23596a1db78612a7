package view

import "footprint/internal/audit/outside"

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
