package report

import (
	"fmt"
	"io"
	"strconv"

	"footprint/internal/footprint"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
)

// The page, in millimetres, and sizes of letters, in points.
const (
	pdfMargin = 18.0
	pdfText   = 9.5
	pdfSmall  = 8.0
	pdfLine   = 1.4 // height of a line in letters
	pdfPoint  = 25.4 / 72
	// missing stands for a sign that the font lacks.
	missing = '□'
)

// pdf is a report being set. Its font is the Go project's, which has the letters of Latin (macrons included),
// Greek and Cyrillic scripts.
type pdf struct {
	*fpdf.Fpdf
	font  *sfnt.Font
	buf   sfnt.Buffer
	seen  map[rune]rune // what is set for a sign
	width float64       // between the margins
	lost  bool          // a sign could not be set
}

func writePDF(w io.Writer, r *Report) error {
	font, err := sfnt.Parse(goregular.TTF)
	if err != nil {
		return fmt.Errorf("read font: %w", err)
	}
	p := &pdf{Fpdf: fpdf.New("P", "mm", "A4", ""), font: font, seen: map[rune]rune{}}
	p.AddUTF8FontFromBytes("go", "", goregular.TTF)
	p.AddUTF8FontFromBytes("go", "B", gobold.TTF)
	p.SetMargins(pdfMargin, pdfMargin, pdfMargin)
	p.SetAutoPageBreak(true, pdfMargin+4)
	p.SetCatalogSort(true)
	p.SetCreationDate(r.Made)
	p.SetModificationDate(r.Made)
	p.SetTitle("Footprint report, "+longDate(r.Made), true)
	p.SetCreator("Footprint "+r.Version, true)
	p.SetLang("en")
	page, _ := p.GetPageSize()
	p.width = page - 2*pdfMargin
	p.AliasNbPages("")
	p.SetFooterFunc(func() {
		p.SetY(-pdfMargin + 2)
		p.style("", pdfSmall, 110)
		p.CellFormat(p.width/2, 4, p.plain("Footprint report, "+longDate(r.Made)+" · confidential"), "", 0, "L", false, 0, "")
		p.CellFormat(p.width/2, 4, fmt.Sprintf("%d / {nb}", p.PageNo()), "", 0, "R", false, 0, "")
	})
	p.AddPage()
	p.summary(r)
	if !r.OnePage {
		for i := range r.Groups {
			p.group(&r.Groups[i])
		}
		p.evidence(r.Evidence)
		p.sources(r)
	}
	if err := p.Output(w); err != nil {
		return fmt.Errorf("set pages: %w", err)
	}
	return nil
}

func (p *pdf) summary(r *Report) {
	title := "Your footprint"
	if r.Name != "" {
		title = "The footprint of " + r.Name
	}
	p.text("B", 20, 20, 0, 1, title)
	p.text("", pdfText, 20, 0, 0.5, r.Audience)
	p.text("", pdfText, 90, 0, 4, fmt.Sprintf("%s · %s from %s · made on your own computer, sent nowhere", longDate(r.Made),
		times(r.Items, "item", "items"), times(len(r.Sources), "export", "exports")))
	p.purpose(r.Purpose)
	p.totals(r.BySeverity)
	if first := r.First(); len(first) > 0 {
		p.heading(14, 3, "What to do first")
		p.text("", pdfText, 60, 0, 2, "Nobody has to do everything today. These are the rows that matter most; the rest can wait.")
		for i, f := range first {
			p.keep(14)
			p.text("B", pdfText, 20, 0, 0, fmt.Sprintf("%d.  %s (%s)", i+1, f.Group.Title, f.Group.Severity))
			p.text("", pdfText, 40, 6, 0, f.Group.Action)
			p.text("", pdfSmall, 100, 6, 1.5, words(" · ", where(*f.Row), f.Row.ID))
		}
	} else {
		p.heading(14, 3, "Nothing is open")
		p.text("", pdfText, 40, 0, 2, "No rule asks you to look at anything now. Rules miss things, and only what was imported could be judged.")
	}
	for _, c := range r.charts() {
		p.chart(c)
	}
	p.Ln(2)
	if r.Weak > 0 {
		p.text("", pdfSmall, 90, 0, 1, times(r.Weak, "weak hint is", "weak hints are")+" not shown here.")
	}
	if r.NotJudged > 0 {
		p.text("", pdfSmall, 90, 0, 1, times(r.NotJudged, "item is", "items are")+" in a language that the rules do not cover. They were not judged: please look at them yourself.")
	}
}

// shade is the grey of a severity's box: the worse, the darker; the word stands in it.
func shade(name string) int {
	switch name {
	case "critical":
		return 40
	case "high":
		return 75
	case "medium":
		return 100
	}
	return 117 // white words on it still have a contrast of 4.5 to 1
}

func (p *pdf) totals(counts []Count) {
	if len(counts) == 0 {
		return
	}
	const gap = 3.0
	wide := (p.width - gap*float64(len(counts)-1)) / float64(len(counts))
	y := p.GetY()
	for i, c := range counts {
		x := pdfMargin + float64(i)*(wide+gap)
		grey := shade(c.Name)
		p.SetFillColor(grey, grey, grey)
		p.Rect(x, y, wide, 15, "F")
		p.style("B", 15, 255)
		p.SetXY(x, y+1.5)
		p.CellFormat(wide, 7, strconv.Itoa(c.Count), "", 0, "C", false, 0, "")
		p.style("", pdfText, 255)
		p.SetXY(x, y+8.5)
		p.CellFormat(wide, 5, p.plain(c.Name), "", 0, "C", false, 0, "")
	}
	p.SetXY(pdfMargin, y+17)
}

func (p *pdf) chart(c chart) {
	if len(c.Bars) == 0 {
		return
	}
	const label, number, height = 45.0, 15.0, 5.0
	p.keep(min(8+height*float64(len(c.Bars)), 150)) // whole on one page, unless it is long
	p.Ln(2)
	p.text("B", pdfText, 20, 0, 0.5, c.Title)
	for _, b := range c.Bars {
		p.keep(height)
		y := p.GetY()
		p.style("", pdfSmall, 60)
		p.SetX(pdfMargin)
		p.CellFormat(label, height, p.cut(b.Name, label-2), "", 0, "L", false, 0, "")
		p.SetFillColor(120, 140, 165)
		p.Rect(pdfMargin+label, y+1, max(0.5, (p.width-label-number)*float64(b.Width)/100), height-2, "F")
		p.SetX(pdfMargin + p.width - number)
		p.CellFormat(number, height, strconv.Itoa(b.Count), "", 1, "R", false, 0, "")
	}
}

func (p *pdf) group(g *Group) {
	p.heading(12, 4, g.Title)
	p.text("B", pdfSmall, 70, 0, 1, fmt.Sprintf("%s: %s", g.Severity, severityWords(g.Severity)))
	p.text("", pdfText, 30, 0, 1, g.Action)
	p.text("", pdfSmall, 90, 0, 1, g.Explanation)
	if g.Step != "" {
		p.text("", pdfText, 30, 0, 2, "How: "+g.Step)
	}
	for i := range g.Rows {
		p.row(&g.Rows[i])
	}
	for _, c := range g.Guidance {
		p.text("", pdfSmall, 90, 0, 0.5, fmt.Sprintf("Guidance %s. %s, %s: %s", c.ID, c.Document, c.Section, c.Paraphrase))
	}
}

func (p *pdf) row(row *Row) {
	p.keep(12)
	y := p.GetY() + 0.9
	p.SetDrawColor(60, 60, 60)
	p.Rect(pdfMargin, y, 2.8, 2.8, "D")
	if row.Status != footprint.StatusOpen {
		p.Line(pdfMargin+0.5, y+1.5, pdfMargin+1.2, y+2.3)
		p.Line(pdfMargin+1.2, y+2.3, pdfMargin+2.4, y+0.5)
	}
	place := where(*row)
	if place == "" {
		place = "about you"
	}
	p.text("", pdfText, 30, 5, 0, words(" · ", place, row.Confidence.String(), string(row.Status), row.ID))
	if row.Excerpt != "" {
		p.text("", pdfText, 0, 9, 0, "“"+row.Excerpt+"”")
	}
	p.text("", pdfSmall, 90, 5, 0, row.Why)
	if row.Note != "" {
		p.text("", pdfText, 30, 5, 0, "Your note: "+row.Note)
	}
	p.text("", pdfSmall, 90, 5, 0, safeLink(row.Link))
	p.Ln(1.5)
}

func (p *pdf) sources(r *Report) {
	p.heading(14, 4, "What was read")
	for _, s := range r.Sources {
		p.text("", pdfText, 30, 0, 0.5, words(" · ", s.Platform, s.Account, words(" to ", longDate(s.From), longDate(s.To)), times(s.Items, "item", "items")))
		for _, u := range s.Unread {
			p.text("", pdfSmall, 90, 5, 0, "Not read: "+u.File+": "+u.Reason)
		}
	}
	p.Ln(2)
	if p.lost {
		p.text("", pdfSmall, 90, 0, 1, "□ stands for a sign that this document's letters lack; the web page (HTML) shows it.")
	}
	p.text("", pdfSmall, 90, 0, 0, "Footprint "+r.Version+". Guidance is paraphrased; documents name their year, and rules may have changed since. "+
		"This is not legal advice: for a complaint or a doubt, ask your medical defence organisation.")
}
