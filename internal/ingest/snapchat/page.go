package snapchat

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"footprint/internal/footprint"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/feed"
	"footprint/internal/ingest/htmltext"
)

// page reads the tables of one page, row by row. The heading above a table is the section's name; a table of
// two columns without a head is one record of names and values.
func (r *reader) page(name string, s subject) {
	p := &tables{r: r, file: name, subject: s}
	if stem(name) == "memories_history" {
		p.columns = []string{"Date", "Media Type", "Location", "Download Link"} // in case the table has no head
	}
	r.Tokens(name, p.token)
	p.endTable()
}

// tables follows the rows through the page.
type tables struct {
	r       *reader
	file    string
	subject subject
	n       int64

	heading string
	columns []string
	text    strings.Builder // of the heading or cell that is open
	cells   []string
	heads   int      // cells of the present row that name columns
	record  []string // names and values of a table without a head
}

const (
	maxCells = 200     // of one row, and of one record of names and values
	maxCell  = 1 << 20 // bytes of one cell
)

// download is the address a button of the memories' page opens.
var download = regexp.MustCompile(`'(https?://[^']+)'`)

func (p *tables) token(t html.Token) {
	if t.Type == html.TextToken {
		if p.text.Len() < maxCell {
			p.text.WriteString(t.Data)
		}
		return
	}
	start := htmltext.Opens(t)
	if !start && t.Type != html.EndTagToken {
		return
	}
	switch t.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		if !start {
			p.heading = p.take()
		}
		p.text.Reset()
	case atom.Br:
		p.text.WriteByte('\n')
	case atom.Td, atom.Th:
		if start {
			p.text.Reset()
		} else if len(p.cells) < maxCells {
			p.cells = append(p.cells, p.take())
			if t.DataAtom == atom.Th {
				p.heads++
			}
		}
	case atom.A:
		if m := download.FindStringSubmatch(htmltext.Attr(t, "onclick")); m != nil { // the address in the place of the button's words
			p.text.Reset()
			p.text.WriteString(m[1] + " ")
		}
	case atom.Tr:
		p.row()
	case atom.Table:
		p.endTable()
	}
}

func (p *tables) take() string {
	s := strings.TrimSpace(p.text.String())
	p.text.Reset()
	return s
}

func (p *tables) row() {
	cells, heads := p.cells, p.heads
	p.cells, p.heads = nil, 0
	switch {
	case len(cells) == 0:
	case heads == len(cells):
		p.columns = cells
	case p.columns != nil:
		var pairs []string
		for i, c := range cells[:min(len(cells), len(p.columns))] {
			if f := strings.Fields(c); p.columns[i] == "" || p.columns[i] == "Download Link" {
				if len(f) > 0 && strings.HasPrefix(f[0], "http") {
					pairs = append(pairs, "Download Link", f[0])
				}
				continue
			}
			pairs = append(pairs, p.columns[i], c)
		}
		p.emit(feed.Of(pairs...))
	case len(cells) == 2 && len(p.record) < 2*maxCells:
		p.record = append(p.record, strings.TrimSuffix(cells[0], ":"), cells[1])
	default:
		p.emit(feed.Of("", strings.Join(cells, "\n")))
	}
}

func (p *tables) endTable() {
	p.row()
	if len(p.record) > 0 {
		p.emit(feed.Of(p.record...))
	}
	p.record = nil
	if stem(p.file) != "memories_history" {
		p.columns = nil
	}
}

func (p *tables) emit(rec feed.Record) {
	p.n++
	p.r.Put(p.file, p.n, p.reader()(p.r, section{p.heading, rec})...)
}

// reader is the function for the present heading: by its name, else the one for any heading, else the only one.
func (p *tables) reader() func(*reader, section) []footprint.Item {
	for _, row := range p.subject.rows {
		name := strings.TrimSuffix(row.path, "/[]")
		if name == "*" || len(p.subject.rows) == 1 || csvtable.Fold(name) == csvtable.Fold(p.heading) {
			if row.read == nil {
				return func(*reader, section) []footprint.Item { return nil }
			}
			return row.read
		}
	}
	return other
}
