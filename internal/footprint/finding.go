package footprint

import (
	"fmt"
	"strings"
	"time"
)

// Severity is how bad a finding is if it is true.
type Severity uint8

// Severities, mildest first, so that they can be compared.
const (
	SeverityInfo     Severity = iota // background
	SeverityLow                      // tidy up
	SeverityMedium                   // reputation or exposure
	SeverityHigh                     // a regulator, employer or court is likely to mind
	SeverityCritical                 // a patient may be identified or harmed: act today
)

var severityNames = [...]string{"info", "low", "medium", "high", "critical"}

// String returns the word of rules.md.
func (s Severity) String() string { return severityNames[min(int(s), len(severityNames)-1)] }

// MarshalText writes the word.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the word.
func (s *Severity) UnmarshalText(b []byte) error {
	v, err := ParseSeverity(string(b))
	*s = v
	return err
}

// ParseSeverity reads a severity word.
func ParseSeverity(word string) (Severity, error) {
	i, err := indexOf("severity", severityNames[:], word)
	return Severity(i), err
}

// Confidence is how likely a finding is true. It is kept apart from severity.
type Confidence uint8

// Confidences, lowest first. Of everything shown as likely nine in ten should be right, as possible
// seven, as weak four. Weak findings wait behind a filter.
const (
	Weak Confidence = iota
	Possible
	Likely
)

var confidenceNames = [...]string{"weak", "possible", "likely"}

// String returns the word.
func (c Confidence) String() string { return confidenceNames[min(int(c), len(confidenceNames)-1)] }

// MarshalText writes the word.
func (c Confidence) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads the word.
func (c *Confidence) UnmarshalText(b []byte) error {
	i, err := indexOf("confidence", confidenceNames[:], string(b))
	*c = Confidence(i)
	return err
}

// Mode is how a rule speaks: see rules.md section 2.
type Mode uint8

// Modes.
const (
	ModeFinding  Mode = iota // raised on one item because of its content
	ModeCross                // raised on a set of items or accounts seen together
	ModeReview               // lists a thing once for a yes or no
	ModeReminder             // a card by date or event
)

var modeNames = [...]string{"finding", "cross", "review", "reminder"}

// String returns the word of rules.md.
func (m Mode) String() string { return modeNames[min(int(m), len(modeNames)-1)] }

// MarshalText writes the word.
func (m Mode) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads the word.
func (m *Mode) UnmarshalText(b []byte) error {
	i, err := indexOf("mode", modeNames[:], string(b))
	*m = Mode(i)
	return err
}

func indexOf(what string, names []string, word string) (int, error) {
	for i, n := range names {
		if n == word {
			return i, nil
		}
	}
	return 0, fmt.Errorf("%s %q: want one of %s", what, word, strings.Join(names, ", "))
}

// SpanTerm is the Span type of the words that raised a finding. The other types name a fact about a
// person: name age sex date place hospital condition occupation relation outcome phone email card bank
// national_id health_id passport licence address vehicle business_id ip url username credential other_id.
const SpanTerm = "term"

// Span marks evidence inside one field of an item.
type Span struct {
	// Field is the JSON name of the field the offsets refer to; empty means "text".
	Field string `json:"field,omitempty"`
	// Start and End are byte offsets into the original field, End exclusive, on rune boundaries.
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
}

// Finding is the fact that one rule is raised on one item (or on a set, with Related). What to do and why
// comes from the rule when it is shown.
type Finding struct {
	ItemID     string     `json:"item"`
	Rule       string     `json:"rule"`
	Area       string     `json:"area"`
	Mode       Mode       `json:"mode"`
	Severity   Severity   `json:"severity"`
	Confidence Confidence `json:"confidence"`
	// Labels name the harm: hate derogatory profanity sexual violence self_harm alcohol drugs sponsorship
	// undisclosed_sponsorship medical_advice patient group_risk.
	Labels []string `json:"labels,omitempty"`
	Spans  []Span   `json:"spans,omitempty"`
	// Why is one plain sentence: what raised the finding.
	Why string `json:"why"`
	// Raised and Lowered list what moved the confidence; Doubt says why the finding may be wrong.
	Raised  []string `json:"raised,omitempty"`
	Lowered []string `json:"lowered,omitempty"`
	Doubt   string   `json:"doubt,omitempty"`
	// Advice is a change special to this item (for instance the one fact to remove).
	Advice string `json:"advice,omitempty"`
	// Related are the other items of a cross-item finding.
	Related []string `json:"related,omitempty"`
}

// Fingerprint identifies the finding across audits.
func (f *Finding) Fingerprint() string { return Fingerprint(f.ItemID, f.Rule) }

// Status is what the user decided about a task.
type Status string

// Statuses. A snoozed task opens again by itself at Task.Until.
const (
	StatusOpen    Status = "open"
	StatusDone    Status = "done"
	StatusKept    Status = "kept"
	StatusSnoozed Status = "snoozed"
)

// Task is the user's side of a finding. It outlives the finding: a new analysis never loses a decision.
type Task struct {
	Fingerprint string    `json:"id"`
	Status      Status    `json:"status"`
	Note        string    `json:"note,omitempty"`
	Until       time.Time `json:"until,omitzero"` // when a snoozed task opens again
	Created     time.Time `json:"created"`
	Changed     time.Time `json:"changed"`
}
