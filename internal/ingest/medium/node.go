package medium

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"

	"footprint/internal/ingest"
	"footprint/internal/ingest/feed"
)

// each visits the elements below a node in the order of the page.
func each(n *html.Node, visit func(*html.Node)) {
	if n == nil {
		return
	}
	for k := range n.Descendants() {
		if k.Type == html.ElementNode {
			visit(k)
		}
	}
}

// find returns the first element at or below a node that fits, or nil.
func find(n *html.Node, fits func(*html.Node) bool) *html.Node {
	if n == nil {
		return nil
	}
	if n.Type == html.ElementNode && fits(n) {
		return n
	}
	for k := range n.Descendants() {
		if k.Type == html.ElementNode && fits(k) {
			return k
		}
	}
	return nil
}

func class(n *html.Node, name string) *html.Node {
	return find(n, func(k *html.Node) bool { return has(k, name) })
}

// field returns the section of a page that is named so.
func field(n *html.Node, name string) *html.Node {
	return find(n, func(k *html.Node) bool { return attr(k, "data-field") == name })
}

func textsOf(n *html.Node, name string) []string {
	var texts []string
	each(n, func(k *html.Node) {
		if has(k, name) {
			texts = append(texts, textOf(k))
		}
	})
	return texts
}

func attr(n *html.Node, key string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attr(n, "class")), class)
}

// textOf is the text below a node in one line.
func textOf(n *html.Node) string {
	if n == nil {
		return ""
	}
	if n.Type == html.TextNode {
		return strings.Join(strings.Fields(n.Data), " ")
	}
	var b strings.Builder
	for k := range n.Descendants() {
		if k.Type == html.TextNode {
			b.WriteString(k.Data)
		}
	}
	return ingest.CleanText(strings.Join(strings.Fields(b.String()), " "))
}

// written is a time as lists of log-ins show it.
var written = regexp.MustCompile(`(?i)\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[ap]m)?Z?)?`)

// timeIn returns the time an element gives, as markup or written out.
func timeIn(n *html.Node) time.Time {
	if t := find(n, func(k *html.Node) bool { return attr(k, "datetime") != "" }); t != nil {
		return parseTime(attr(t, "datetime"))
	}
	if n == nil {
		return time.Time{}
	}
	return parseTime(written.FindString(textOf(n)))
}

func parseTime(s string) time.Time {
	if t := feed.Time(s, time.RFC3339Nano); !t.IsZero() {
		return t
	}
	return feed.Time(strings.ToLower(strings.NewReplacer("T", " ", "Z", "").Replace(s)), "2006-01-02 15:04:05.999", "2006-01-02 3:04 pm", "2006-01-02 15:04", "2006-01-02")
}
