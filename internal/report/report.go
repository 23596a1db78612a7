// Package report writes where the user stands as a file to read, print, or hand to an adviser.
//
// It refuses to load anything: an HTML report holds no script, names no outside resource and runs under a
// content policy that allows none, whatever the posts in it say. Excerpts come masked from the caller, who says
// so in Redacted.
package report

import (
	"io"
	"slices"
	"time"

	"footprint/internal/footprint"
)

// Report is everything a report can show. Its JSON is the json format.
type Report struct {
	Made    time.Time `json:"made"`
	Version string    `json:"version"` // of Footprint
	Name    string    `json:"name,omitempty"`
	Role    string    `json:"role,omitempty"`
	// Audience is who the report is for, in words; Purpose why it is made, if for something.
	Audience string   `json:"audience,omitempty"`
	Purpose  *Purpose `json:"purpose,omitempty"`
	// Redacted is true where facts about patients are masked and names of others shortened.
	Redacted bool `json:"redacted"`
	// OnePage leaves out the checklist and the files: where the user stands, on one page.
	OnePage bool `json:"one_page"`
	// ByStatus counts all rows by what was decided; History the open rows of the last audits, by day, oldest first.
	ByStatus []Count `json:"by_status,omitempty"`
	History  []Count `json:"history,omitempty"`
	// Counts of what the report shows.
	BySeverity []Count `json:"by_severity"`
	ByPlatform []Count `json:"by_platform"`
	ByYear     []Count `json:"by_year"`
	// Items is the number of items audited; NotJudged of those in a language the rules do not cover; Weak of
	// hints that were left out.
	Items     int      `json:"items"`
	NotJudged int      `json:"not_judged"`
	Weak      int      `json:"weak"`
	Sources   []Source `json:"sources"`
	// Groups hold the rows of the checklist by rule, worst first.
	Groups []Group `json:"groups"`
	// Evidence is the appendix for an adviser.
	Evidence []Evidence `json:"evidence,omitempty"`
	// Dates are days to remember; the ics format writes these alone.
	Dates []Event `json:"dates,omitempty"`
}

// Purpose is an occasion to look at one's footprint.
type Purpose struct {
	Title    string    `json:"title"`
	Lead     []string  `json:"lead"` // what to know first
	Deadline time.Time `json:"deadline,omitzero"`
	Weeks    []Week    `json:"weeks,omitempty"`
}

// Week is what to do in one week before a deadline.
type Week struct {
	From  time.Time `json:"from"`
	Title string    `json:"title"`
	Rows  []string  `json:"rows"` // ids
}

// Evidence says where a row's item comes from and what happened to it, so that somebody else can check it.
type Evidence struct {
	ID     string `json:"id"`     // of the row
	SHA256 string `json:"sha256"` // of the item's text, as UTF-8
	// Export names the file the user gave, Digest what lies in it (SHA-256), File and Pos the place inside.
	Export   string    `json:"export"`
	Digest   string    `json:"digest"`
	File     string    `json:"file"`
	Pos      int64     `json:"pos"`
	Posted   time.Time `json:"posted,omitzero"`
	Imported time.Time `json:"imported,omitzero"`
	Link     string    `json:"link,omitempty"`
	Steps    []Step    `json:"steps"` // decisions and second looks, oldest first
}

// Step is something that happened to a row.
type Step struct {
	At   time.Time `json:"at"`
	Text string    `json:"text"`
}

// Count is a name with a number.
type Count struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Source is one import and what of it could not be read.
type Source struct {
	Platform string    `json:"platform"`
	Account  string    `json:"account"`
	From     time.Time `json:"from,omitzero"`
	To       time.Time `json:"to,omitzero"`
	Imported time.Time `json:"imported,omitzero"`
	Items    int       `json:"items"`
	// Unread are files that are unknown or failed, with the reason.
	Unread []Unread `json:"unread"`
}

// Unread is a file that was not read, or not wholly.
type Unread struct {
	File   string `json:"file"`
	Reason string `json:"reason"`
}

// Group is the rows of one rule at one severity.
type Group struct {
	Rule        string             `json:"rule"`
	Title       string             `json:"title"`
	Area        string             `json:"area"`
	Severity    footprint.Severity `json:"severity"`
	Action      string             `json:"action"`
	Explanation string             `json:"explanation"`
	Step        string             `json:"step"`
	Guidance    []Citation         `json:"guidance"`
	Rows        []Row              `json:"rows"`
}

// Citation is a row of the guidance.
type Citation struct {
	ID         string `json:"id"`
	Document   string `json:"document"`
	Section    string `json:"section"`
	Paraphrase string `json:"paraphrase"`
}

// Row is one row of the checklist.
type Row struct {
	ID         string               `json:"id"`
	Confidence footprint.Confidence `json:"confidence"`
	Status     footprint.Status     `json:"status"`
	Platform   string               `json:"platform,omitempty"` // what people call it
	Kind       footprint.Kind       `json:"kind,omitempty"`
	Container  string               `json:"container,omitempty"`
	Visibility footprint.Visibility `json:"visibility,omitempty"`
	Posted     time.Time            `json:"posted,omitzero"`
	Excerpt    string               `json:"excerpt,omitempty"`
	Why        string               `json:"why,omitempty"`
	Note       string               `json:"note,omitempty"`
	Link       string               `json:"link,omitempty"`
}

// Format is a way to write a report.
type Format struct {
	Name  string // for the command line
	Ext   string // with the dot
	Title string // for a menu
	Write func(io.Writer, *Report) error
}

// Formats is the table of all formats.
func Formats() []Format {
	return []Format{
		{"html", ".html", "Web page, to read and print", writeHTML},
		{"json", ".json", "JSON, for programs", writeJSON},
		{"csv", ".csv", "Table, for a spreadsheet", writeCSV},
		{"md", ".md", "Markdown, for notes", writeMarkdown},
		{"pdf", ".pdf", "PDF, to print or to hand over", writePDF},
		{"ics", ".ics", "Calendar, with the days to remember", func(w io.Writer, r *Report) error { return WriteCalendar(w, r.Dates, r.Made) }},
	}
}

// FormatOf returns the format of that name.
func FormatOf(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Open is the number of open rows.
func (r *Report) Open() (n int) {
	for _, g := range r.Groups {
		for _, row := range g.Rows {
			if row.Status == footprint.StatusOpen {
				n++
			}
		}
	}
	return n
}

// firstThings is how many rows the beginning of a report asks to look at first.
const firstThings = 10

// firstOnOnePage is firstThings where there is one page for everything.
const firstOnOnePage = 4

// First are the open rows to look at first, each with its group.
func (r *Report) First() []First {
	var list []First
	firstThings := firstThings
	if r.OnePage {
		firstThings = firstOnOnePage
	}
	for i := range r.Groups {
		for j := range r.Groups[i].Rows {
			if len(list) == firstThings {
				return list
			}
			if r.Groups[i].Rows[j].Status == footprint.StatusOpen {
				list = append(list, First{&r.Groups[i], &r.Groups[i].Rows[j]})
			}
		}
	}
	return list
}

// charts are the counts worth a picture; on one page also what was decided, and how the audits went.
func (r *Report) charts() []chart {
	platforms, years, history := r.ByPlatform, r.ByYear, r.History
	if r.OnePage {
		history = history[max(0, len(history)-barsOnOnePage):]
		platforms, years = fewer(platforms, "others", false), fewer(years, "before", true)
	}
	list := []chart{barsOf("By platform", platforms), barsOf("By year", years)}
	if len(r.ByStatus) > 0 {
		list = append(list, barsOf("Decided so far", r.ByStatus))
	}
	if len(history) > 1 {
		list = append(list, barsOf("Open rows, audit by audit", history))
	}
	return list
}

// barsOnOnePage is how many bars a chart has where there is one page for everything.
const barsOnOnePage = 5

// fewer adds up what a chart has no room for: the first counts, or the last.
func fewer(counts []Count, name string, first bool) []Count {
	over := len(counts) - barsOnOnePage
	if over <= 0 {
		return counts
	}
	sum := Count{Name: name}
	rest, cut := counts[:barsOnOnePage-1], counts[barsOnOnePage-1:]
	if first {
		rest, cut = counts[over+1:], counts[:over+1]
	}
	for _, c := range cut {
		sum.Count += c.Count
	}
	if first {
		return append([]Count{sum}, rest...)
	}
	return append(slices.Clone(rest), sum)
}

// First is a row with its group.
type First struct {
	Group *Group
	Row   *Row
}
