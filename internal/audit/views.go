package audit

import (
	"time"

	"footprint/internal/audit/outside"
	"footprint/internal/crawl/removal"
	"footprint/internal/footprint"
)

// TaskFilter chooses rows of the checklist. Empty fields choose everything; values of one field are
// alternatives. JSON-tagged so that a saved filter is a setting.
type TaskFilter struct {
	// Statuses; empty means every status.
	Statuses   []footprint.Status     `json:"statuses,omitempty"`
	Severities []footprint.Severity   `json:"severities,omitempty"`
	Confidence []footprint.Confidence `json:"confidence,omitempty"`
	// Modes; empty means every mode.
	Modes     []footprint.Mode `json:"modes,omitempty"`
	Rules     []string         `json:"rules,omitempty"`
	Areas     []string         `json:"areas,omitempty"`
	Platforms []string         `json:"platforms,omitempty"`
	Kinds     []footprint.Kind `json:"kinds,omitempty"`
	Years     []int            `json:"years,omitempty"`
	// Query searches the words of the item: all words must occur, in any order, accents and case ignored.
	Query string `json:"query,omitempty"`
	// Limit and Offset page; 0 means no limit.
	Limit  int `json:"-"`
	Offset int `json:"-"`
}

// DefaultTasks is the filter that a checklist opens with: open, likely or possible.
func DefaultTasks() TaskFilter {
	return TaskFilter{
		Statuses:   []footprint.Status{footprint.StatusOpen},
		Confidence: []footprint.Confidence{footprint.Likely, footprint.Possible},
	}
}

// TaskRow is one row of the checklist. Its JSON is what `list --json` prints.
type TaskRow struct {
	ID         string               `json:"id"` // fingerprint
	Status     footprint.Status     `json:"status"`
	Note       string               `json:"note,omitempty"`
	Until      time.Time            `json:"until,omitzero"`
	Created    time.Time            `json:"created"` // of the task
	Changed    time.Time            `json:"changed"`
	Rule       string               `json:"rule"`
	Title      string               `json:"title"`
	Area       string               `json:"area"`
	Mode       footprint.Mode       `json:"mode"`
	Severity   footprint.Severity   `json:"severity"`
	Confidence footprint.Confidence `json:"confidence"`
	Labels     []string             `json:"labels,omitempty"`
	Item       string               `json:"item,omitempty"`
	Platform   string               `json:"platform,omitempty"`
	Kind       footprint.Kind       `json:"kind,omitempty"`
	Account    string               `json:"account,omitempty"`
	Author     string               `json:"author,omitempty"`
	Container  string               `json:"container,omitempty"`
	Visibility footprint.Visibility `json:"visibility,omitempty"`
	Posted     time.Time            `json:"posted,omitzero"` // of the item
	// Excerpt is a cut of the item's words; facts about a patient are masked in it.
	Excerpt string `json:"excerpt"`
	Why     string `json:"why"`
}

// TaskView is everything about one row of the checklist. Its JSON is what `show --json` prints.
type TaskView struct {
	TaskRow
	// Finding is the fact; its spans count Unicode code points of the item's field.
	Finding footprint.Finding `json:"finding"`
	// Content is the item as stored; nil for a reminder that hangs on no item.
	Content *footprint.Item `json:"content,omitempty"`
	// Related are the other items of a cross-item finding.
	Related []footprint.Item `json:"related,omitempty"`
	// Action, Explanation, Step and Draft are the checklist text of the rule, filled in from the item.
	Action      string `json:"action"`
	Explanation string `json:"explanation"`
	Step        string `json:"step"`
	Draft       string `json:"draft,omitempty"`
	Doubt       string `json:"doubt,omitempty"`
	// Guidance is what the rule rests on.
	Guidance []Guidance `json:"guidance"`
	// History lists decisions, newest first.
	History []Decision `json:"history,omitempty"`
	// Link is where the item stands on the platform, or the nearest page.
	Link string `json:"link,omitempty"`
	// Removal is what can be done about a page of others that a search found.
	Removal *removal.Route `json:"removal,omitempty"`
	// Looks are the second looks at it, newest first; see Verify.
	Looks []outside.SecondLook `json:"looks,omitempty"`
}

// Guidance is one row of the catalogue.
type Guidance struct {
	ID         string `json:"id"`
	Document   string `json:"document"`
	Section    string `json:"section"`
	Paraphrase string `json:"paraphrase"`
}

// Decision is one change of a task's status.
type Decision struct {
	At     time.Time        `json:"at"`
	From   footprint.Status `json:"from"`
	To     footprint.Status `json:"to"`
	Note   string           `json:"note,omitempty"`
	Until  time.Time        `json:"until,omitzero"`
	Undone bool             `json:"undone,omitempty"`
}

// ItemFilter chooses items. Empty fields choose everything.
type ItemFilter struct {
	Platforms []string         `json:"platforms,omitempty"`
	Kinds     []footprint.Kind `json:"kinds,omitempty"`
	Years     []int            `json:"years,omitempty"`
	Query     string           `json:"query,omitempty"`
	Source    int64            `json:"source,omitempty"`
	Limit     int              `json:"-"`
	Offset    int              `json:"-"`
}

// Count is a name with a number.
type Count struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Summary is where the user stands. Counts are of open tasks that are likely or possible, unless said
// otherwise.
type Summary struct {
	Items   int `json:"items"`
	Sources int `json:"sources"`
	// ByStatus counts all tasks.
	ByStatus []Count `json:"by_status"`
	// BySeverity lists every severity, worst first.
	BySeverity []Count `json:"by_severity"`
	ByArea     []Count `json:"by_area"`
	ByRule     []Count `json:"by_rule"`
	// ByPlatform and ByYear count the open tasks by where and when the item was posted.
	ByPlatform []Count `json:"by_platform"`
	ByYear     []Count `json:"by_year"`
	// ItemsByPlatform and ItemsByYear count what is stored: the exposure.
	ItemsByPlatform []Count `json:"items_by_platform"`
	ItemsByYear     []Count `json:"items_by_year"`
	// Weak is the number of open tasks that wait behind the filter.
	Weak int `json:"weak"`
	// NotJudged counts items in a language the rules do not cover; Unread the files that are unknown to
	// the readers or failed.
	NotJudged int `json:"not_judged"`
	Unread    int `json:"unread"`
}
