package report

import (
	"crypto/sha256"
	_ "embed" // page.html, page.css
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"net/url"
	"strings"
	"time"

	"footprint/internal/footprint"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

// page is what the template sees beside the report.
type page struct {
	*Report
	Policy string
	Style  template.CSS
	Charts []chart
}

// chart is a bar chart of counts.
type chart struct {
	Title string
	Bars  []bar
}

// bar is one row of a chart; Width is in hundredths of the widest.
type bar struct {
	Name  string
	Count int
	Width int
}

func writeHTML(w io.Writer, r *Report) error {
	// The policy names the one style sheet by its hash: nothing else may load or run.
	sum := sha256.Sum256([]byte(pageCSS))
	p := page{
		Report: r,
		Policy: fmt.Sprintf("default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'", base64.StdEncoding.EncodeToString(sum[:])),
		Style:  template.CSS(pageCSS),
		Charts: r.charts(),
	}
	t, err := template.New("page").Funcs(template.FuncMap{
		"date": longDate, "where": where, "safe": safeLink, "done": func(s footprint.Status) bool { return s != footprint.StatusOpen },
		"times": times, "clock": clock, "words": severityWords, "mark": severityMark,
	}).Parse(pageHTML)
	if err != nil {
		return fmt.Errorf("parse report template: %w", err)
	}
	return t.Execute(w, p)
}

func barsOf(title string, counts []Count) chart {
	c := chart{Title: title}
	most := 1
	for _, n := range counts {
		most = max(most, n.Count)
	}
	for _, n := range counts {
		name := n.Name
		if name == "" {
			name = "none"
		}
		c.Bars = append(c.Bars, bar{name, n.Count, 100 * n.Count / most})
	}
	return c
}

func longDate(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2 January 2006")
}

// clock is a moment, for evidence.
func clock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02 15:04:05 MST")
}

func where(row Row) string {
	kind := strings.ReplaceAll(string(row.Kind), "_", " ")
	visibility := strings.ReplaceAll(string(row.Visibility), "_", " ")
	return words(" · ", row.Platform, kind, longDate(row.Posted), visibility, row.Container)
}

// safeLink lets through addresses of web pages only.
func safeLink(link string) string {
	u, err := url.Parse(link)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}

func times(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprint(n, " ", many)
}

// severityWords say what a severity asks of the reader.
func severityWords(s footprint.Severity) string {
	switch s {
	case footprint.SeverityCritical:
		return "look at today"
	case footprint.SeverityHigh:
		return "look at this week"
	case footprint.SeverityMedium:
		return "when you have an hour"
	case footprint.SeverityLow:
		return "tidy up some time"
	}
	return "for information"
}

// severityMark is a sign that does not depend on colour.
func severityMark(s footprint.Severity) string {
	return [...]string{"·", "○", "◐", "●", "▲"}[min(int(s), 4)]
}
