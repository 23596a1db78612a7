package page

import (
	"strings"
)

// inline reports whether n holds text and no block elements or links: a paragraph.
func (n *node) inline() bool {
	text := false
	for _, k := range n.kids {
		switch k.tag {
		case "":
			text = true
		case "br", "b", "i", "em", "strong", "span", "wbr", "u", "time":
			if len(k.find(func(k *node) bool { return k.tag == "div" || k.tag == "a" || k.tag == "table" })) > 0 {
				return false
			}
			text = text || len(k.kids) > 0
		default:
			return false
		}
	}
	return text
}

// firstText returns n's text when n is a text or an inline element, and otherwise its own text
// where that stands first, handing the other children to rest.
func (n *node) firstText(rest *node) string {
	if n.tag == "" || n.inline() {
		return n.allText()
	}
	if len(n.kids) > 0 && n.kids[0].tag == "" {
		rest.kids = append(rest.kids, n.kids[1:]...)
		return n.kids[0].text
	}
	return ""
}

// rows returns the table's own rows, not those of nested tables.
func (n *node) rows() []*node {
	var out []*node
	for _, k := range n.kids {
		switch k.tag {
		case "tr":
			out = append(out, k)
		case "tbody", "thead":
			out = append(out, k.rows()...)
		}
	}
	return out
}

func (n *node) find(match func(*node) bool) []*node {
	var out []*node
	for _, k := range n.kids {
		if match(k) {
			out = append(out, k)
		}
		out = append(out, k.find(match)...)
	}
	return out
}

func (n *node) allText() string {
	var b strings.Builder
	n.writeText(&b)
	return clean(b.String())
}

func (n *node) writeText(b *strings.Builder) {
	b.WriteString(n.text)
	switch n.tag {
	case "br":
		b.WriteByte('\n')
	case "div", "p", "li", "tr", "td":
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
	}
	for _, k := range n.kids {
		k.writeText(b)
	}
}
