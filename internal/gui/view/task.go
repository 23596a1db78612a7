package view

import (
	"strings"
	"time"

	"footprint/internal/footprint"
)

// Task is one row of the checklist: light enough that a hundred thousand of them stay in memory.
type Task struct {
	ID     string // fingerprint
	ItemID string
	Rule   string
	Title  string // of the rule
	Area   string

	Severity   footprint.Severity
	Confidence footprint.Confidence
	Mode       footprint.Mode
	Status     footprint.Status

	Platform     string // id
	PlatformName string
	Kind         footprint.Kind
	Visibility   footprint.Visibility
	Created      time.Time // of the item; zero if not known
	Until        time.Time // when a snoozed task opens again
	Excerpt      string    // cut by whoever fetched it
	Account      string
	minds        minds
}

// Meta says in a line where the item stands.
func (t *Task) Meta(w *Words) string {
	parts := []string{t.PlatformName, w.Or("kind."+string(t.Kind), string(t.Kind)), w.Date(t.Created)}
	if t.Visibility != "" {
		parts = append(parts, w.Or("visibility."+string(t.Visibility), string(t.Visibility)))
	}
	return joinDots(parts)
}

func joinDots(parts []string) string {
	kept := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "  ·  ")
}

// Minutes is a guess of how long the task takes, in whole minutes.
func (t *Task) Minutes() int {
	switch {
	case t.Mode == footprint.ModeCross:
		return 10
	case t.Mode == footprint.ModeReminder:
		return 5
	case t.Kind == footprint.KindPrivacySetting || t.Kind == footprint.KindConnectedApp || t.Kind == footprint.KindUploadedContacts:
		return 3
	case t.Kind == footprint.KindSearchResult || t.Kind == footprint.KindWebPage || t.Kind == footprint.KindReview:
		return 10
	case t.Severity == footprint.SeverityCritical:
		return 5 // deleting is quick, telling the right people is not
	}
	return 2
}

// weight orders by what matters, the smallest first: severity, confidence, reach, then the newest.
func (t *Task) weight() uint64 {
	const second = 40 // bits that hold the seconds since the year 1
	w := uint64(footprint.SeverityCritical-t.Severity)<<4 | uint64(footprint.Likely-t.Confidence)<<2 | reach(t.Visibility)
	return w<<second | (1<<second - 1 - age(t.Created))
}

// age counts seconds from the year 1, where the unknown time lies.
func age(t time.Time) uint64 { return uint64(max(0, t.Unix()-time.Time{}.Unix())) }

// reach orders audiences, widest first; the unknown is taken as seen by friends.
func reach(v footprint.Visibility) uint64 {
	switch v {
	case footprint.VisibilityPublic:
		return 0
	case footprint.VisibilityClosedGroup:
		return 2
	case footprint.VisibilityPrivate:
		return 3
	}
	return 1
}
