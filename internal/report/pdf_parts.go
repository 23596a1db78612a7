package report

import "fmt"

// purpose sets why the report is made and what to do when.
func (p *pdf) purpose(u *Purpose) {
	if u == nil {
		return
	}
	p.heading(14, 1, words(", by ", u.Title, longDate(u.Deadline)))
	for _, line := range u.Lead {
		p.text("", pdfText, 40, 4, 0.5, "• "+line)
	}
	for _, w := range u.Weeks {
		p.text("", pdfText, 40, 4, 0, fmt.Sprintf("From %s: %s (%s)", longDate(w.From), w.Title, times(len(w.Rows), "row", "rows")))
	}
	p.Ln(3)
}

// evidence sets the appendix for an adviser.
func (p *pdf) evidence(list []Evidence) {
	if len(list) == 0 {
		return
	}
	p.heading(14, 4, "Evidence")
	p.text("", pdfSmall, 90, 0, 2, "For each row: the check sum of the item's words (SHA-256 of the UTF-8 text), the export it stands in with its "+
		"check sum, the place in it, and what was done when. Times are UTC.")
	for _, e := range list {
		p.keep(24)
		p.text("B", pdfText, 30, 0, 0, e.ID)
		for _, line := range []string{
			words(" ", "Words:", e.SHA256), words(" ", "Export:", e.Export), words(" ", "Its content:", e.Digest), words(" ", "Place:", e.File),
			words(" ", "Posted:", clock(e.Posted)), words(" ", "Imported:", clock(e.Imported)), words(" ", "Address:", safeLink(e.Link)),
		} {
			if line[len(line)-1] != ':' {
				p.text("", pdfSmall, 60, 4, 0, line)
			}
		}
		for _, s := range e.Steps {
			p.text("", pdfSmall, 60, 4, 0, clock(s.At)+": "+s.Text)
		}
		p.Ln(2)
	}
}
