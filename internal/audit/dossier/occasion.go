// Package dossier prepares what somebody needs of their footprint on an occasion, and for a reader: which rows come
// first, what to do in which week, and a report that shows this reader what it should and no more.
//
// It adds no judgement of its own: the rows are those of the checklist.
package dossier

import (
	"slices"

	"footprint/internal/audit"
	"footprint/internal/footprint"
)

// Occasion is why somebody looks at their footprint now: a preset of filter, order and report.
type Occasion struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Lead is what to know before the first row.
	Lead []string `json:"lead"`
	// Strangers is true where what anybody can see comes first: an employer looks from outside.
	Strangers bool `json:"strangers"`
	// Areas of the guidance come first, in this order.
	Areas []string `json:"areas"`
	// Audience is the reader of its report, by id.
	Audience string `json:"audience"`

	// Hold stands in the place of what the checklist asks to do, where nothing should be done yet; empty: it stands.
	Hold string `json:"hold,omitempty"`
	// statuses of the rows; empty means every status.
	statuses []footprint.Status
	// deadline is true where a day is set by others.
	deadline bool
}

// Deadline reports whether the occasion has a day by which things should be done.
func (o Occasion) Deadline() bool { return o.deadline }

// Filter chooses the rows: likely or possible ones of the occasion's statuses.
func (o Occasion) Filter() audit.TaskFilter {
	f := audit.DefaultTasks()
	f.Statuses = o.statuses
	return f
}

var open = []footprint.Status{footprint.StatusOpen}

// Occasions is the table of them.
func Occasions() []Occasion {
	return []Occasion{
		{
			ID: "application", Title: "Before a job application", Strangers: true, Audience: "me", statuses: open, deadline: true,
			Areas: []string{"reputation", "employer", "confidentiality", "discrimination", "substances_conduct", "colleagues_defamation"},
			Lead: []string{
				"Employers look from outside: what a search for your name shows comes first, then what anybody can see, then the rest.",
				"Search engines keep showing a page for days or weeks after it is gone. Begin with what is public.",
				"Ask someone you trust to search for you as well: your own searches are shaped by your history.",
			},
		},
		{
			ID: "placement", Title: "Before a new placement", Audience: "me", statuses: open, deadline: true,
			Areas: []string{"employer", "confidentiality", "boundaries", "privacy_settings", "photos_metadata", "anonymity_identity"},
			Lead: []string{
				"A new place has new patients, colleagues and a policy of its own: read it first.",
				"Look at who can find and contact you, and at posts that tell where you work and when.",
			},
		},
		{
			ID: "incident", Title: "After an incident or complaint", Audience: "adviser",
			Hold:  "Change nothing here before you have taken advice.",
			Areas: []string{"confidentiality", "colleagues_defamation", "discrimination", "boundaries", "reputation"},
			Lead: []string{
				"Delete nothing yet. Speak to your medical defence organisation first: what is removed now can look like hiding evidence.",
				"Keep the exports, and make a backup. The report for an adviser lists where each item stands, with check sums and times.",
				"Do not answer in public, and do not write to the person who complained.",
			},
		},
		{
			ID: "annual", Title: "The yearly look", Audience: "me", statuses: open,
			Areas: []string{"privacy_settings", "identity_security", "permanence_discoverability", "advertising_testimonials", "employer"},
			Lead: []string{
				"Import fresh exports of your accounts first, and search for yourself.",
				"Most of it will be small. Do what matters, put off the rest with a date.",
			},
		},
	}
}

// OccasionOf returns the occasion of that id.
func OccasionOf(id string) (Occasion, bool) {
	list := Occasions()
	i := slices.IndexFunc(list, func(o Occasion) bool { return o.ID == id })
	if i < 0 {
		return Occasion{}, false
	}
	return list[i], true
}

// Audience is a reader of a report and what it shows them.
type Audience struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// Notes of the user go along. Evidence adds the appendix. OnePage leaves out the checklist.
	Notes    bool `json:"notes"`
	Evidence bool `json:"evidence"`
	OnePage  bool `json:"one_page"`
}

// Audiences is the table of them.
func Audiences() []Audience {
	return []Audience{
		{ID: "me", Title: "", Notes: true},
		{ID: "page", Title: "The state of my footprint", OnePage: true},
		{ID: "adviser", Title: "For an adviser, as of a medical defence organisation. Confidential.", Notes: true, Evidence: true},
		{ID: "supervisor", Title: "For a supervisor or tutor: what was looked at and how it stands. Posts are not shown.", OnePage: true},
	}
}

// AudienceOf returns the audience of that id.
func AudienceOf(id string) (Audience, bool) {
	list := Audiences()
	i := slices.IndexFunc(list, func(a Audience) bool { return a.ID == id })
	if i < 0 {
		return Audience{}, false
	}
	return list[i], true
}
