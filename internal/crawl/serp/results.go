package serp

import (
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// Limits on what one page is searched for, so that a hostile one cannot make reading long: links of results, links
// at all, nodes of the block around one result.
const (
	maxResults = 300
	maxLinks   = 5000
	maxBlock   = 3000
)

// reading is the state of reading one page.
type reading struct {
	e     *engine
	d     *document
	base  *url.URL
	links []*goquery.Selection // links of results, in the page's order
	at    map[*html.Node]bool  // the same, by node
	cards []*goquery.Selection // what was read
	seen  map[string]bool
	page  *Page
}

// read takes the results out of a page: each link that the engine's row or, in a layout that is not known, a
// heading marks, with the block around it. What looks like a result and was not read is counted.
func (e *engine) read(d *document, p *Page) {
	base, _ := url.Parse(e.base) // a constant of the table
	r := &reading{e: e, d: d, base: base, seen: map[string]bool{}, page: p}
	r.find(e.links)
	for _, link := range r.links {
		r.take(link)
	}
	if len(p.Results) == 0 {
		e.embedded(d, p)
	}
	if len(p.Results) == 0 {
		r.find(general)
		for _, link := range r.links {
			if card := r.cardOf(link); e.printed(card) != "" && r.text(card) != "" {
				r.take(link)
			}
		}
	}
	r.count()
}

// frame is what stands around the results of a page.
const frame = "header, footer, nav, form, aside"

// find lists the links a selector marks, without those in advertisements, answers and carousels.
func (r *reading) find(selector string) {
	r.links, r.at = nil, map[*html.Node]bool{}
	r.d.Find(selector).EachWithBreak(func(i int, link *goquery.Selection) bool {
		if target, opaque := r.target(link); (target != "" || opaque != "") && !r.outside(link) {
			r.links, r.at[link.Nodes[0]] = append(r.links, link), true
		}
		return i < maxLinks && len(r.links) < maxResults
	})
}

// outside reports whether a link stands in a block that holds no results.
func (r *reading) outside(link *goquery.Selection) bool {
	return r.isAd(link) || r.e.skip != "" && link.Closest(r.e.skip).Length() > 0 || link.Closest(frame).Length() > 0
}

// adLinks lead through an engine's counter of paid clicks.
var adLinks = regexp.MustCompile(`^(https?:)?(//[a-z.]+)?/(aclk|aclick|y\.js|pagead/)|googleadservices\.com/|doubleclick\.net/|bing\.com/aclick`)

// adWords are the words by which engines mark an advertisement, in the languages of the regions they serve.
var adWords = []string{"ad", "ads", "sponsored", "anzeige", "anzeigen", "gesponsert", "annonce", "sponsorisé", "sponsorisée", "anuncio", "patrocinado", "sponsorizzato", "annuncio", "advertentie", "gesponsord", "publicité", "sponsrad", "reklama", "sponsorowane"}

func (r *reading) isAd(link *goquery.Selection) bool {
	if adLinks.MatchString(link.AttrOr("href", "")) || r.e.ads != "" && link.Closest(r.e.ads).Length() > 0 {
		return true
	}
	found := false
	if card := link.Closest(r.e.cards); card.Length() > 0 && small(card, maxBlock) {
		card.Find("span, div, b, p").EachWithBreak(func(_ int, s *goquery.Selection) bool {
			if text := strings.Trim(strings.ToLower(s.Text()), " ·\u00a0"); len(text) < 16 && slices.Contains(adWords, text) {
				found = true
			}
			return !found
		})
	}
	return found
}

// target is where a link leads outside the engine: decoded, or as it stands when that is not possible.
func (r *reading) target(link *goquery.Selection) (target, opaque string) {
	href := strings.TrimSpace(link.AttrOr("href", ""))
	target, ok := Decode(href, r.base)
	switch {
	case ok && !r.e.ours(target):
		return target, ""
	case ok || href == "" || strings.HasPrefix(href, "#"):
		return "", ""
	}
	if u, err := url.Parse(href); err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" || !strings.Contains(href, "url=") && !strings.Contains(href, "u=") {
		return "", ""
	}
	return "", absolute(href, r.base)
}

// take reads one result.
func (r *reading) take(link *goquery.Selection) {
	target, opaque := r.target(link)
	key := Key(target) + opaque
	if r.seen[key] {
		return
	}
	card := r.cardOf(link)
	res := Result{URL: target, OpaqueURL: opaque, Title: r.title(link), DisplayURL: r.e.printed(card)}
	if target == "" {
		res.URL, res.HostOnly = fromDisplay(res.DisplayURL), true
	}
	if res.Title == "" || r.e.ours(res.URL) && res.URL != "" {
		return
	}
	res.DateText, res.Snippet = r.snippet(card, link)
	if n := len(r.page.Results); n > 0 && res.Snippet == "" && res.DisplayURL == "" && hostOf(r.page.Results[n-1].URL) == hostOf(res.URL) {
		return // a link below a result, to another page of the same site
	}
	r.seen[key] = true
	res.Rank = len(r.page.Results) + 1
	r.page.Results, r.cards = append(r.page.Results, res), append(r.cards, card)
}

// title is the heading in a link, or the link's own words; where they are cut short and the whole is given
// beside them, the whole.
func (r *reading) title(link *goquery.Selection) string {
	heading := first(link, r.e.titles)
	if heading.Length() == 0 {
		heading = link
	}
	text := words(heading)
	for _, s := range []*goquery.Selection{heading, link, link.Closest("h2, h3")} {
		if full := strings.TrimSpace(s.AttrOr("title", "")); len(full) > len(text) && strings.HasPrefix(full, strings.TrimRight(text, ".… ")) {
			text = full
		}
	}
	if text == "" {
		text = strings.TrimSpace(link.AttrOr("aria-label", ""))
	}
	return text
}

// cardOf is the block around a link that holds one result: the one the engine's row names if a snippet stands
// in it, else the largest that holds no other result, with what follows it up to the next one.
func (r *reading) cardOf(link *goquery.Selection) *goquery.Selection {
	if card := link.Closest(r.e.cards); card.Length() > 0 && small(card, maxBlock) && r.text(card) != "" {
		return card
	}
	card := link
	for parent := card.Parent(); parent.Length() > 0 && !parent.Is("body, html, main, ol, ul, tbody, table, [role=main]") && (r.e.root == "" || !parent.Is(r.e.root)) && r.alone(parent, link); parent = parent.Parent() {
		card = parent
	}
	if len(words(card)) > len(words(link))+40 {
		return card
	}
	for next, n := card.Next(), 0; n < 6 && next.Length() > 0 && small(next, maxBlock) && !r.holds(next); next, n = next.Next(), n+1 {
		card = card.AddSelection(next)
	}
	return card
}

// alone reports whether a block holds no result but the one link, and nothing that is no result.
func (r *reading) alone(block, link *goquery.Selection) bool {
	if !small(block, maxBlock) {
		return false
	}
	mine := Key(link.AttrOr("href", ""))
	ok := block.Is(r.e.cards) || r.e.skip == "" || block.Find(r.e.skip).Length() == 0
	block.Find("a[href]").EachWithBreak(func(_ int, a *goquery.Selection) bool {
		if r.at[a.Nodes[0]] && Key(a.AttrOr("href", "")) != mine {
			ok = false
		}
		return ok
	})
	return ok
}

func (r *reading) holds(block *goquery.Selection) bool {
	return block.Find("a[href]").FilterFunction(func(_ int, a *goquery.Selection) bool { return r.at[a.Nodes[0]] }).Length() > 0
}

// small reports whether a block has no more than limit nodes.
func small(block *goquery.Selection, limit int) bool {
	for range block.Nodes[0].Descendants() {
		if limit--; limit < 0 {
			return false
		}
	}
	return true
}

// printed is the address as the page prints it.
func (e *engine) printed(card *goquery.Selection) string {
	text := words(first(card, e.shown))
	if text == "" {
		card.Find("cite").EachWithBreak(func(_ int, s *goquery.Selection) bool { text = words(s); return text == "" })
	}
	return text
}

// fromDisplay guesses an address from a printed one: "https://example.org › blog › post".
func fromDisplay(shown string) string {
	host, _, _ := strings.Cut(shown, "›")
	host = strings.TrimSpace(host)
	if !strings.Contains(host, "://") {
		host = "https://" + host
	}
	u, err := url.Parse(host)
	if err != nil || !strings.Contains(u.Host, ".") || strings.Contains(u.Host, " ") {
		return ""
	}
	return u.Scheme + "://" + u.Host + "/"
}

func absolute(href string, base *url.URL) string {
	u, err := url.Parse(href)
	if err != nil {
		return href
	}
	return base.ResolveReference(u).String()
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
}

// words is the text of a selection with white space folded.
func words(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") }
