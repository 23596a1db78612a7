package report

import (
	"strings"
	"unicode"
)

// style chooses weight, size and a grey from 0, black, to 255.
func (p *pdf) style(weight string, size float64, grey int) {
	p.SetFont("go", weight, size)
	p.SetTextColor(grey, grey, grey)
}

// plain makes words fit for the font: a sign that it lacks, one that would turn the line around, and one beyond
// what the library can set become a box.
func (p *pdf) plain(s string) string {
	return strings.Map(func(r rune) rune {
		if to, ok := p.seen[r]; ok {
			return to
		}
		to := missing
		switch {
		case r == '\n':
			to = r
		case unicode.IsSpace(r):
			to = ' '
		case r == '▮':
			to = '■'
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r):
			to = -1
		case r <= 0xFFFF:
			if i, err := p.font.GlyphIndex(&p.buf, r); err == nil && i != 0 {
				to = r
			}
		}
		p.lost = p.lost || to == missing && r != missing
		p.seen[r] = to
		return to
	}, strings.ToValidUTF8(s, string(missing)))
}

// text sets a paragraph, indented by millimetres, and leaves a gap below.
func (p *pdf) text(weight string, size float64, grey int, indent, gap float64, words string) {
	if strings.TrimSpace(words) == "" {
		return
	}
	p.style(weight, size, grey)
	p.SetX(pdfMargin + indent)
	p.MultiCell(p.width-indent, size*pdfPoint*pdfLine, p.plain(words), "", "L", false)
	p.Ln(gap)
}

// heading sets a title that is not left alone at the foot of a page.
func (p *pdf) heading(size, gap float64, words string) {
	p.keep(30)
	p.Ln(gap)
	p.Bookmark(p.plain(words), 0, -1)
	p.text("B", size, 20, 0, 1.5, words)
}

// keep begins a page unless there is so much room left, in millimetres.
func (p *pdf) keep(room float64) {
	_, page := p.GetPageSize()
	if p.GetY()+room > page-pdfMargin-4 {
		p.AddPage()
	}
}

// cut shortens words to a width on one line.
func (p *pdf) cut(s string, width float64) string {
	const most = 200 // letters that could fit at all
	runes := []rune(strings.ReplaceAll(p.plain(s), "\n", " "))
	runes = runes[:min(len(runes), most)]
	for whole := len(runes); len(runes) > 0; runes = runes[:len(runes)-1] {
		line := string(runes)
		if len(runes) < whole {
			line += "…"
		}
		if p.GetStringWidth(line) <= width {
			return line
		}
	}
	return ""
}
