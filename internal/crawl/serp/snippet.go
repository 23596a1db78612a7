package serp

import (
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// shortest is the length from which the longest text of a block counts as a snippet.
const shortest = 20

// longestDate is the length up to which words with a digit in the place of a date are one.
const longestDate = 40

// text is the snippet of a block by the engine's row; empty when there is none.
func (r *reading) text(card *goquery.Selection) string {
	return words(r.marked(card))
}

// marked finds the snippet by the engine's row, the best selector first.
func (r *reading) marked(card *goquery.Selection) *goquery.Selection {
	for _, selector := range strings.Split(r.e.text, ", ") {
		for _, block := range card.Find(selector).EachIter() {
			if block.Text() != "" && block.Closest("h2, h3").Length() == 0 {
				return block
			}
		}
		if card.Is(selector) {
			return card.Filter(selector).First()
		}
	}
	return card.Slice(0, 0)
}

// snippet reads the words below a title and the date printed before them.
func (r *reading) snippet(card, link *goquery.Selection) (date, text string) {
	block := r.marked(card)
	if block.Length() == 0 {
		block = longest(card, link)
	}
	if r.e.date != "" {
		card.Find(r.e.date).EachWithBreak(func(_ int, s *goquery.Selection) bool {
			if date = strings.Trim(words(s), cut); !anyDigit.MatchString(date) || len(date) > longestDate || s.Closest("a").Length() > 0 {
				date = ""
			}
			return date == ""
		})
	}
	if block.Length() > 0 {
		block = block.Clone()
		if r.e.drop != "" {
			block.Find(r.e.drop).Remove()
		}
		if date != "" {
			block.Find(r.e.date).Remove()
		} else {
			date = leadingSpan(block)
		}
		text = words(block)
	}
	if m := leadingDate.FindStringSubmatch(text); m != nil && date == "" {
		date = m[1]
	}
	if date != "" {
		text = strings.TrimPrefix(text, date)
	}
	return date, strings.TrimSpace(strings.TrimLeft(text, cut))
}

// longest is the block with the most words of its own, beside the link and the printed address.
func longest(card, link *goquery.Selection) *goquery.Selection {
	best, size := card.Slice(0, 0), shortest
	card.Find("div, p, span, td, li").Each(func(_ int, s *goquery.Selection) {
		if s.Closest("a, h2, h3, cite").Length() > 0 || s.Find("h2, h3, cite").Length() > 0 || s.IsSelection(link) || s.HasSelection(link).Length() > 0 {
			return
		}
		if n := len(strings.Join(strings.Fields(ownText(s.Nodes[0])), " ")); n > size {
			best, size = s, n
		}
	})
	return best
}

// ownText is the text of a node and of the inline nodes in it.
func ownText(n *html.Node) string {
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode && (c.Data == "em" || c.Data == "b" || c.Data == "strong" || c.Data == "span" || c.Data == "wbr" || c.Data == "i"):
			b.WriteString(ownText(c))
		}
	}
	return b.String()
}

// Dates as engines print them: numbers, a month by name in any of the languages, or how long ago.
const datePattern = `(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.? (?:de )?\p{L}{3,10}\.?,?(?: de)? \d{4}|\p{L}{3,10}\.? \d{1,2}, \d{4}|\d{4}年\d{1,2}月\d{1,2}日|` +
	`\d+ (?:min|mins|minutes?|hours?|days?|weeks?|months?|years?) ago|vor \d+ \p{L}+|il y a \d+ \p{L}+|hace \d+ \p{L}+|há \d+ \p{L}+|\d+ \p{L}+ (?:fa|geleden|siden|sedan|temu|atrás))`

var (
	anyDigit    = regexp.MustCompile(`\d`)
	leadingDate = regexp.MustCompile(`^(` + datePattern + `)\s*(?:[—–·-]|\.\.\.|…|\x{00a0})`)
	onlyDate    = regexp.MustCompile(`^` + datePattern + `$`)
)

// leadingSpan takes a date out of the first child of a snippet that glues it to the text.
func leadingSpan(block *goquery.Selection) string {
	var date string
	block.Find("span").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		if t := strings.Trim(words(s), cut); onlyDate.MatchString(t) {
			date = t
			s.Remove()
		}
		return date == ""
	})
	return date
}

// cut are the marks between a date and the words of a snippet.
const cut = " \u00a0—–-·.…"
