package page

import (
	"path"
	"strings"
	"time"
)

// Row is one record of a page.
type Row struct {
	Title string
	Texts []string // the body's paragraphs, without labels, links' addresses and dates
	Pairs []Pair   // label and value cells
	Links []Link
	Media []string // files of the export, relative to its root
	Icons []string // names of the reaction symbols shown, without extension
	Marks []string // entries of bullet lists: the reactions to a message
	Date  string   // as written
	// DateLink is the address behind the date or in the footer.
	DateLink string
}

// Link is an address with its words.
type Link struct{ URL, Text string }

// Pair is one labelled value of a table. A label with several values has them in Values; a nested table
// is in Pairs.
type Pair struct {
	Label, Value, URL string
	Values            []string
	Pairs             []Pair
	Media             []string
}

func (r *Row) empty() bool {
	return r.Title == "" && r.Date == "" && len(r.Texts) == 0 && len(r.Pairs) == 0 && len(r.Links) == 0 && len(r.Media) == 0
}

func rowOf(n *node) Row {
	var r Row
	r.walk(n, true)
	if r.Date == "" && len(r.Texts) > 0 {
		// On pages of list records the date is the last bare text.
		last := len(r.Texts) - 1
		if _, ok := Date(r.Texts[last], time.UTC); ok {
			r.Date, r.Texts = r.Texts[last], r.Texts[:last]
		}
	}
	return r
}

func (r *Row) walk(n *node, top bool) {
	switch {
	case n.tag == "":
		r.text(n.text)
		return
	case !top && r.Title == "" && (hasClass(n.class, titleClasses) || n.tag == "h2"):
		r.Title = n.allText()
		r.assets(n)
		return
	case hasClass(n.class, dateClasses) || n.tag == "footer":
		r.date(n)
		return
	case n.tag == "table":
		r.Pairs = append(r.Pairs, tablePairs(n)...)
		return
	case n.tag == "li":
		r.Marks = append(r.Marks, n.allText())
		return
	case n.tag == "a" && isWeb(n.href):
		r.Links = append(r.Links, Link{n.href, n.allText()})
		if len(n.find(func(k *node) bool { return k.src != "" })) > 0 {
			r.assets(n)
		}
		return
	case n.tag == "a" && n.href != "":
		r.asset(n.href)
	case n.src != "":
		r.asset(n.src)
	}
	if n.tag != "a" && n.inline() {
		if t := n.allText(); t != "" {
			r.text(t)
		}
		r.assets(n)
		return
	}
	for _, k := range n.kids {
		r.walk(k, false)
	}
}

func (r *Row) text(s string) {
	if s = clean(s); s != "" {
		r.Texts = append(r.Texts, s)
	}
}

func (r *Row) date(n *node) {
	if r.Date == "" {
		r.Date = n.allText()
	}
	for _, a := range append(n.find(func(k *node) bool { return k.tag == "a" && isWeb(k.href) }), n) {
		if r.DateLink == "" && isWeb(a.href) {
			r.DateLink = a.href
		}
	}
}

// assets takes the files and symbols shown anywhere below n.
func (r *Row) assets(n *node) {
	for _, k := range n.find(func(k *node) bool { return k.src != "" || k.tag == "a" && k.href != "" && !isWeb(k.href) }) {
		if k.src != "" {
			r.asset(k.src)
		} else {
			r.asset(k.href)
		}
	}
}

func (r *Row) asset(ref string) {
	base := path.Base(ref)
	if strings.Contains(ref, "/icons/") || strings.HasPrefix(ref, "icons/") {
		r.Icons = append(r.Icons, strings.TrimSuffix(base, path.Ext(base)))
		return
	}
	if isWeb(ref) || strings.HasPrefix(ref, "#") || strings.HasPrefix(ref, "data:") || strings.HasPrefix(ref, "mailto:") ||
		path.Ext(ref) == ".html" || strings.HasPrefix(ref, "javascript:") {
		return
	}
	for _, have := range r.Media {
		if have == ref {
			return
		}
	}
	r.Media = append(r.Media, ref)
}

// tablePairs reads the label and value cells of a table.
func tablePairs(table *node) []Pair {
	var pairs []Pair
	for _, tr := range table.rows() {
		var cells []*node
		for _, k := range tr.kids {
			if k.tag == "td" || k.tag == "th" {
				cells = append(cells, k)
			}
		}
		switch {
		case len(cells) >= 2:
			p := Pair{Label: cells[0].allText()}
			p.fill(cells[1])
			pairs = append(pairs, p)
		case len(cells) == 1:
			pairs = append(pairs, wide(cells[0])...)
		}
	}
	return pairs
}

// wide reads a cell that holds its label as the first text, and the values below.
func wide(cell *node) []Pair {
	var p Pair
	rest := &node{tag: "div"}
	for _, k := range cell.kids {
		if p.Label == "" && k.tag != "table" {
			if p.Label = clean(k.firstText(rest)); p.Label != "" {
				continue
			}
		}
		rest.kids = append(rest.kids, k)
	}
	p.fill(rest)
	return []Pair{p}
}

func (p *Pair) fill(cell *node) {
	var r Row
	r.walk(cell, true)
	p.Pairs, p.Media = r.Pairs, r.Media
	for _, l := range r.Links {
		if p.URL == "" {
			p.URL = l.URL
		}
		if l.Text != "" {
			r.Texts = append(r.Texts, l.Text)
		}
	}
	if r.Title != "" {
		r.Texts = append([]string{r.Title}, r.Texts...)
	}
	if len(r.Texts) > 0 {
		p.Value = r.Texts[0]
	}
	if len(r.Texts) > 1 {
		p.Values = r.Texts
	}
}

// classless reads a page without class names: an element whose last child is a date is a row, its first
// child the title.
func classless(n *node) (Row, bool) {
	var kids []*node
	for _, k := range n.kids {
		if k.tag != "" && k.tag != "br" {
			kids = append(kids, k)
		}
	}
	if len(kids) < 2 || len(kids) != len(n.kids) {
		return Row{}, false
	}
	last := kids[len(kids)-1]
	date := last.allText()
	if _, ok := Date(date, time.UTC); !ok {
		return Row{}, false
	}
	r := Row{Title: kids[0].allText(), Date: date}
	for _, k := range kids[1 : len(kids)-1] {
		r.walk(k, true)
	}
	return r, true
}

// clean trims a text and its lines; no-break spaces become spaces.
func clean(s string) string {
	s = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\r", "", "\x00", "").Replace(strings.ToValidUTF8(s, "\uFFFD"))
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSpace(l)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func isWeb(ref string) bool {
	return strings.HasPrefix(ref, "https://") || strings.HasPrefix(ref, "http://")
}
