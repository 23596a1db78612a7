package page

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"

	"footprint/internal/footprint"
)

// Limits on one row, and on what is kept of the page outside rows.
const (
	maxToken  = 4 << 20 // bytes of one tag or text
	maxNodes  = 50_000  // elements and texts of one row
	maxLoose  = 500     // of an element outside any row
	maxNested = 200     // open elements
)

// rowClasses mark a row, oldest layout first: 2018-2021, then 2022 and later.
var (
	rowClasses   = []string{"_2lej", "_a6-g"}
	titleClasses = []string{"_2lek", "_a6-h"}
	dateClasses  = []string{"_a72d", "_a6-o", "_2lem"}
	headClasses  = []string{"_3b0d", "_a706"}
)

// node is one element (Tag set) or text of the row that is being read.
type node struct {
	tag, class, href, src, colspan string
	text                           string
	kids                           []*node
	size                           int
	row, head                      bool // is a row; is a page header
	titled, dated                  bool // holds, itself or below, a title and a date that no row has taken
	cell                           bool // is a table cell, or lies in one
	spent                          bool // rows below were already visited
}

// Page is what a page says beside its rows.
type Page struct {
	Title string // of the document
	Head  string // text of the header block: the participants of a chat
}

// Rows reads a page and calls visit for each row in order; visit returns false to stop. What was read
// of the page's head up to that point is passed along.
func Rows(ctx context.Context, r io.Reader, visit func(Page, Row) bool) error {
	z := html.NewTokenizer(r)
	z.SetMaxBuf(maxToken)
	b := &builder{visit: visit, open: []*node{{tag: "#root"}}}
	for n := 0; ; n++ {
		if n&0x3FF == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		switch z.Next() {
		case html.ErrorToken:
			if errors.Is(z.Err(), io.EOF) {
				b.closeTo(1)
				return errors.Join(b.err, ctx.Err())
			}
			if errors.Is(z.Err(), html.ErrBufferExceeded) {
				return fmt.Errorf("text of more than %d bytes: %w", maxToken, footprint.ErrTooLarge)
			}
			return z.Err()
		case html.TextToken:
			b.text(string(z.Text()))
		case html.StartTagToken:
			b.start(z, false)
		case html.SelfClosingTagToken:
			b.start(z, true)
		case html.EndTagToken:
			name, _ := z.TagName()
			b.end(string(name))
		}
		if b.stop || b.err != nil {
			return b.err
		}
	}
}

type builder struct {
	open  []*node
	page  Page
	rows  bool // a row class was seen
	stop  bool
	err   error
	visit func(Page, Row) bool
}

func (b *builder) top() *node { return b.open[len(b.open)-1] }

func (b *builder) text(raw string) {
	t := b.top()
	if t.tag == "style" || t.tag == "script" || strings.TrimSpace(raw) == "" {
		return
	}
	s := html.UnescapeString(raw)
	if t.tag == "title" && b.page.Title == "" {
		b.page.Title = strings.TrimSpace(s)
	}
	t.add(&node{text: s, size: 1})
}

func (n *node) add(kid *node) {
	n.kids = append(n.kids, kid)
	n.size += kid.size
	n.titled = n.titled || kid.titled
	n.dated = n.dated || kid.dated
	n.spent = n.spent || kid.spent
}

var void = map[string]bool{"br": true, "img": true, "meta": true, "link": true, "base": true, "input": true, "hr": true, "source": true, "wbr": true, "col": true}

func (b *builder) start(z *html.Tokenizer, closed bool) {
	name, more := z.TagName()
	n := &node{tag: string(name), size: 1}
	for more {
		var k, v []byte
		k, v, more = z.TagAttr()
		switch string(k) {
		case "class":
			n.class = string(v)
		case "href":
			n.href = clean(string(v))
		case "src":
			n.src = clean(string(v))
		case "colspan":
			n.colspan = string(v)
		}
	}
	if n.tag == "p" || n.tag == "td" || n.tag == "tr" || n.tag == "li" {
		b.implied(n.tag)
	}
	parent := b.top()
	n.cell = parent.cell || n.tag == "td"
	n.row = hasClass(n.class, rowClasses)
	n.head = hasClass(n.class, headClasses)
	b.rows = b.rows || n.row
	n.titled = hasClass(n.class, titleClasses) || n.tag == "h2"
	n.dated = hasClass(n.class, dateClasses)
	if closed || void[n.tag] {
		parent.add(n)
		return
	}
	if len(b.open) > maxNested {
		b.err = fmt.Errorf("elements nested deeper than %d: %w", maxNested, footprint.ErrTooLarge)
		return
	}
	b.open = append(b.open, n)
}

// implied closes an element that HTML lets stay open before another of its kind.
func (b *builder) implied(tag string) {
	if b.top().tag == tag {
		b.closeTo(len(b.open) - 1)
	}
}

func (b *builder) end(tag string) {
	for i := len(b.open) - 1; i > 0; i-- {
		if b.open[i].tag == tag {
			b.closeTo(i)
			return
		}
	}
}

// closeTo closes elements until depth of them are open.
func (b *builder) closeTo(depth int) {
	for len(b.open) > depth && len(b.open) > 1 && !b.stop {
		n := b.top()
		b.open = b.open[:len(b.open)-1]
		b.closed(n)
	}
}

func (b *builder) closed(n *node) {
	if hasClass(n.class, headClasses[:1]) && b.page.Head == "" {
		b.page.Head = n.allText()
	}
	if b.page.Head == "" && !b.rows && n.tag == "div" && n.inline() {
		b.page.Head = n.allText() // a page without class names begins with its participants
	}
	parent := b.top()
	inRow := false
	for _, o := range b.open {
		inRow = inRow || o.row
	}
	record := n.titled && n.dated && !n.cell && (inRow || n.row)
	switch {
	case n.tag == "tr" || n.tag == "td" || n.head && !n.row:
	case record, n.row && !inRow && !n.spent && (n.titled || n.dated || n.size > 2):
		b.emit(rowOf(n))
		parent.spent = true
		return
	case !b.rows && !inRow:
		if row, ok := classless(n); ok {
			b.emit(row)
			parent.spent = true
			return
		}
	}
	limit := maxLoose
	if inRow || n.row {
		limit = maxNodes
	}
	if n.size > limit {
		n.kids, n.size = nil, 1
	}
	if parent.tag == "#root" || parent.tag == "body" || parent.tag == "html" {
		return
	}
	parent.add(n)
	if parent.size > maxNodes {
		b.err = fmt.Errorf("row of more than %d elements: %w", maxNodes, footprint.ErrTooLarge)
	}
}

func (b *builder) emit(row Row) {
	if !row.empty() && !b.visit(b.page, row) {
		b.stop = true
	}
}

func hasClass(class string, of []string) bool {
	for class != "" {
		var one string
		one, class, _ = strings.Cut(class, " ")
		for _, c := range of {
			if one == c {
				return true
			}
		}
	}
	return false
}
