// Package report writes where the user stands as a file to read, print, or hand to an adviser.
//
// It refuses to load anything: an HTML report holds no script, names no outside resource and runs under a
// content policy that allows none, whatever the posts in it say. Excerpts come masked from the caller.
package report

import (
	"io"
	"time"

	"footprint/internal/footprint"
)

// Report is everything a report can show. Its JSON is the json format.
type Report struct {
	Made    time.Time `json:"made"`
	Version string    `json:"version"` // of Footprint
	Name    string    `json:"name,omitempty"`
	Role    string    `json:"role,omitempty"`
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

// First are the open rows to look at first, each with its group.
func (r *Report) First() []First {
	var list []First
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

// First is a row with its group.
type First struct {
	Group *Group
	Row   *Row
}
