package activity

import (
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/takeout/product"
)

const (
	maxToken = 1 << 20 // bytes of one tag or text
	maxWords = 1 << 20 // bytes kept of one record
)

// Page reads records from a page, which may be one line of hundreds of megabytes.
func Page(r *product.Reader, name string, reading Reading) {
	r.At(name)
	f, err := r.X.Open(name)
	if err != nil {
		r.Fail(0, err)
		return
	}
	defer f.Close()
	p := &page{history: history{r: r, reading: reading}, z: html.NewTokenizer(f)}
	p.z.SetMaxBuf(maxToken)
	for !r.Stopped() {
		if p.z.Next() != html.ErrorToken {
			if !p.token() {
				return
			}
			continue
		}
		if p.flush(); errors.Is(p.z.Err(), html.ErrBufferExceeded) {
			r.Fail(p.n+1, footprint.ErrTooLarge)
		} else if !errors.Is(p.z.Err(), io.EOF) {
			r.Fail(p.n+1, p.z.Err())
		}
		return
	}
}

// part of a record that the tokens belong to.
type part uint8

const (
	outside part = iota
	heading      // the product
	body         // what was done, with whom, when
	caption      // products, details, locations
	aside        // pictures and buttons
)

// line is one line of a cell: words, and the link among them.
type line struct {
	text  strings.Builder
	links []link
	bold  bool // a label
}

// page puts tokens together into records.
type page struct {
	history
	z     *html.Tokenizer
	n     int64
	open  bool // inside a record
	part  part
	lines map[part][]*line
	inA   bool
	size  int // bytes kept of the present record
}

func (p *page) token() bool {
	t := p.z.Token()
	switch t.Type {
	case html.StartTagToken, html.SelfClosingTagToken:
		return p.start(t)
	case html.EndTagToken:
		switch t.Data {
		case "a":
			p.inA = false
		case "p":
			if p.part == heading {
				p.part = outside
			}
		}
	case html.TextToken:
		p.words(t.Data)
	default:
	}
	return true
}

func (p *page) start(t html.Token) bool {
	switch t.Data {
	case "div":
		class := attr(t, "class")
		switch {
		case strings.Contains(class, "outer-cell"):
			if !p.flush() {
				return false
			}
			p.open, p.lines = true, map[part][]*line{}
		case !strings.Contains(class, "content-cell"):
		case strings.Contains(class, "text-right"):
			p.part = aside
		case strings.Contains(class, "body-1"):
			p.part = body
		case strings.Contains(class, "caption"):
			p.part = caption
		}
	case "p":
		if p.open && strings.Contains(attr(t, "class"), "title") {
			p.part = heading
		}
	case "br":
		if p.open {
			p.lines[p.part] = append(p.lines[p.part], &line{})
		}
	case "b":
		if p.open {
			l := &line{bold: true}
			p.lines[p.part] = append(p.lines[p.part], l)
		}
	case "a":
		if p.open && p.size < maxWords {
			l := p.line()
			l.links = append(l.links, link{url: ingest.CleanText(attr(t, "href"))})
			p.inA = true
			p.size += len(attr(t, "href"))
		}
	}
	return true
}

func attr(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func (p *page) line() *line {
	if len(p.lines[p.part]) == 0 {
		p.lines[p.part] = []*line{{}}
	}
	return p.lines[p.part][len(p.lines[p.part])-1]
}

func (p *page) words(s string) {
	if !p.open || p.part == outside || p.part == aside || p.size+len(s) > maxWords {
		return
	}
	l := p.line()
	l.text.WriteString(s)
	if p.inA && len(l.links) > 0 {
		l.links[len(l.links)-1].text += s
	}
	p.size += len(s)
}

// flush hands out the record that is complete now.
func (p *page) flush() bool {
	if !p.open {
		return true
	}
	rec := record{header: p.joined(heading)}
	p.body(&rec)
	p.caption(&rec)
	p.open, p.part, p.inA, p.lines, p.size = false, outside, false, nil, 0
	if rec.title == "" && rec.url == "" && rec.when.IsZero() {
		return true // an empty cell
	}
	p.n++
	return p.emit(p.n, rec)
}

func (p *page) joined(which part) string {
	var words []string
	for _, l := range p.lines[which] {
		if s := clean(l.text.String()); s != "" {
			words = append(words, s)
		}
	}
	return strings.Join(words, " ")
}

// clean makes all blanks single ones.
func clean(s string) string { return strings.Join(strings.Fields(ingest.CleanText(s)), " ") }

// body takes the first line for the title, the last for the time and those between for subtitles.
func (p *page) body(rec *record) {
	var lines []*line
	for _, l := range p.lines[body] {
		if clean(l.text.String()) != "" {
			lines = append(lines, l)
		}
	}
	if n := len(lines); n > 0 {
		if rec.when = product.Spoken(lines[n-1].text.String()); !rec.when.IsZero() || n > 1 && len(lines[n-1].links) == 0 {
			lines = lines[:n-1]
		}
	}
	for i, l := range lines {
		switch {
		case i == 0:
			rec.title = clean(l.text.String())
			if len(l.links) > 0 {
				rec.url, rec.object = l.links[0].url, clean(l.links[0].text)
			}
		case len(l.links) > 0:
			rec.subtitles = append(rec.subtitles, link{clean(l.text.String()), l.links[0].url})
		default:
			rec.description = strings.TrimSpace(rec.description + "\n" + clean(l.text.String()))
		}
	}
}

// caption sorts the labelled blocks by what they hold, for the labels are translated: the first names the
// products; one with addresses of maps the places; the rest are details.
func (p *page) caption(rec *record) {
	block := 0
	for _, l := range p.lines[caption] {
		if l.bold {
			block++
			continue
		}
		s := clean(l.text.String())
		switch {
		case s == "":
		case len(l.links) > 0 && strings.Contains(l.links[0].url, "maps"):
			source, _, _ := strings.Cut(s, "http")
			at := place{text: clean(l.links[0].text), url: l.links[0].url, source: strings.TrimRight(clean(strings.TrimSuffix(source, l.links[0].text)), ": -–")}
			if strings.HasPrefix(at.text, "http") {
				at.text = ""
			}
			rec.places = append(rec.places, at)
		case block <= 1:
			rec.products = append(rec.products, s)
		default:
			rec.details = append(rec.details, s)
		}
	}
}
