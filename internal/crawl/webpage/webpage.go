// Package webpage reads a fetched page: title, main text, author, dates, and what schema.org markup says of
// reviews and persons. It opens no connection and runs no script.
package webpage

import (
	"bytes"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"footprint/internal/footprint"
)

// Limits on one page.
const (
	maxText    = 200_000 // bytes of main text
	maxReviews = 500
	maxDepth   = 40 // of structured data
)

// Page is what a page says.
type Page struct {
	Title     string
	Author    string
	Text      string // main text, one block a line
	Published time.Time
	Modified  time.Time
	NoIndex   bool
	Reviews   []Review
	Persons   []string // names in structured data
	// Pictures are the addresses of pictures as the page gives them, the one it is shared with first; signs and
	// buttons are left out as far as their size is told.
	Pictures []string
}

// Review is one review in structured data.
type Review struct {
	Author string
	Text   string
	Date   time.Time
	Rating *float64 // on a scale of 5; nil when none is given
}

// Read reads a page. contentType is the header of the answer, or empty.
func Read(body []byte, contentType string) (Page, error) {
	r, err := charset.NewReader(bytes.NewReader(body), contentType)
	if err != nil {
		return Page{}, err
	}
	root, err := html.ParseWithOptions(r, html.ParseOptionEnableScripting(false))
	if err != nil {
		return Page{}, err
	}
	d := goquery.NewDocumentFromNode(root)
	p := Page{
		Title:  firstOf(meta(d, "og:title"), words(d.Find("title").First()), words(d.Find("h1").First())),
		Author: firstOf(meta(d, "author"), meta(d, "article:author")),
	}
	p.Published = dateOf(firstOf(meta(d, "article:published_time"), d.Find("time[datetime]").First().AttrOr("datetime", "")))
	p.Modified = dateOf(meta(d, "article:modified_time"))
	p.NoIndex = strings.Contains(strings.ToLower(meta(d, "robots")), "noindex")
	d.Find(`script[type="application/ld+json"]`).Each(func(_ int, s *goquery.Selection) {
		var v any
		if json.Unmarshal([]byte(s.Text()), &v) == nil { // broken markup says nothing
			p.structured(v, 0)
		}
	})
	p.pictures(d)
	p.Text = mainText(d)
	return p, nil
}

// Limits on pictures of one page: their number, and the size below which one is a sign.
const (
	maxPictures = 4
	minSide     = 64 // pixels
)

func (p *Page) pictures(d *goquery.Document) {
	add := func(address string) {
		if address = strings.TrimSpace(address); address != "" && len(address) < 2000 && !strings.HasPrefix(address, "data:") && len(p.Pictures) < maxPictures && !slices.Contains(p.Pictures, address) {
			p.Pictures = append(p.Pictures, address)
		}
	}
	add(meta(d, "og:image"))
	d.Find("main img[src], article img[src], body img[src]").Each(func(_ int, s *goquery.Selection) {
		for _, side := range []string{"width", "height"} {
			if n, err := strconv.Atoi(s.AttrOr(side, "")); err == nil && n < minSide {
				return
			}
		}
		add(s.AttrOr("src", ""))
	})
}

func meta(d *goquery.Document, name string) string {
	content := d.Find(`meta[name="`+name+`"], meta[property="`+name+`"]`).First().AttrOr("content", "")
	return strings.Join(strings.Fields(content), " ")
}

func words(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") }

func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

func dateOf(s string) time.Time {
	t, err := footprint.ParseTime(s)
	if err != nil {
		return time.Time{}
	}
	return t
}

// mainText is the text of the article or main part, or of the body, without what surrounds it.
func mainText(d *goquery.Document) string {
	d.Find("script, style, noscript, template, nav, header, footer, aside, form, iframe, svg, [hidden], [aria-hidden=true]").Remove()
	part := d.Find("main, article, [role=main]").First()
	if len(words(part)) < 200 {
		part = d.Find("body")
	}
	var b strings.Builder
	for _, n := range part.Nodes {
		write(&b, n)
	}
	var lines []string
	for line := range strings.SplitSeq(b.String(), "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// write walks a tree without recursion, since a hostile page is as deep as it likes.
func write(b *strings.Builder, top *html.Node) {
	for n := top; n != nil && b.Len() < maxText; {
		switch {
		case n.Type == html.TextNode:
			data := strings.ToValidUTF8(n.Data[:min(len(n.Data), maxText-b.Len())], "")
			b.WriteString(strings.NewReplacer("\r", " ", "\n", " ").Replace(data))
		case n.Type == html.ElementNode && !inline[n.Data]:
			b.WriteByte('\n')
		}
		if n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for n != top && n.NextSibling == nil {
			n = n.Parent
			if n.Type == html.ElementNode && !inline[n.Data] {
				b.WriteByte('\n')
			}
		}
		if n == top {
			return
		}
		n = n.NextSibling
	}
}

// inline are the elements that do not end a line.
var inline = map[string]bool{"a": true, "abbr": true, "b": true, "bdi": true, "cite": true, "code": true, "em": true, "font": true, "i": true, "mark": true, "q": true,
	"s": true, "small": true, "span": true, "strong": true, "sub": true, "sup": true, "time": true, "u": true, "wbr": true}

// structured gathers reviews and persons from schema.org data of any nesting.
func (p *Page) structured(v any, depth int) {
	if depth > maxDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			p.structured(x, depth+1)
		}
	case map[string]any:
		switch {
		case isA(v, "Review", "UserReview"):
			p.addReview(v)
		case isA(v, "Person", "Physician", "IndividualPhysician"):
			if name := text(v["name"]); name != "" && len(p.Persons) < maxReviews {
				p.Persons = append(p.Persons, name)
			}
		}
		for key, x := range v {
			if key != "author" && key != "publisher" && key != "reviewRating" {
				p.structured(x, depth+1)
			}
		}
		if p.Published.IsZero() {
			p.Published = dateOf(text(v["datePublished"]))
		}
	}
}

func isA(v map[string]any, types ...string) bool {
	is := func(x any) bool {
		s, _ := x.(string)
		for _, t := range types {
			if s == t || strings.HasSuffix(s, "/"+t) {
				return true
			}
		}
		return false
	}
	if list, ok := v["@type"].([]any); ok {
		for _, x := range list {
			if is(x) {
				return true
			}
		}
		return false
	}
	return is(v["@type"])
}

func (p *Page) addReview(v map[string]any) {
	r := Review{Author: text(v["author"]), Text: firstOf(text(v["reviewBody"]), text(v["description"])), Date: dateOf(text(v["datePublished"]))}
	if rating, ok := v["reviewRating"].(map[string]any); ok {
		r.Rating = outOfFive(rating)
	}
	if (r.Text != "" || r.Rating != nil) && len(p.Reviews) < maxReviews {
		p.Reviews = append(p.Reviews, r)
	}
}

// outOfFive puts a rating on the scale from 1 to 5 that stars have.
func outOfFive(v map[string]any) *float64 {
	value, ok := number(v["ratingValue"])
	if !ok {
		return nil
	}
	best, ok := number(v["bestRating"])
	if !ok || best <= 0 {
		best = 5
	}
	five := math.Round(value/best*50) / 10
	if five < 0 || five > 5 {
		return nil
	}
	return &five
}

func number(v any) (float64, bool) {
	switch v := v.(type) {
	case float64:
		return v, true
	case string:
		f, err := strconv.ParseFloat(strings.TrimSpace(strings.Replace(v, ",", ".", 1)), 64)
		return f, err == nil && !math.IsNaN(f) && !math.IsInf(f, 0)
	}
	return 0, false
}

// text is a value of structured data as words: a string, or the name of a thing.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return strings.Join(strings.Fields(v), " ")
	case map[string]any:
		name, _ := v["name"].(string)
		return strings.Join(strings.Fields(name), " ")
	case []any:
		if len(v) > 0 {
			if _, nested := v[0].([]any); !nested {
				return text(v[0])
			}
		}
	}
	return ""
}
