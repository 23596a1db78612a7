package serp

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// engine is one row of the table: how to tell the engine's page and how it marks results. Selectors are tried
// in turn, newest layout first; sources and dates stand in shared/search/providers.md section 10.
type engine struct {
	name   string
	home   *regexp.Regexp // host and path of a result page
	title  *regexp.Regexp // end of the page title
	marks  string         // selector that only this engine's result pages match
	query  string         // field that holds the query
	param  string         // query parameter of the page's address
	base   string         // resolves relative links
	items  []string       // result blocks, one layout each
	skip   string         // blocks, or ancestors of blocks, that are advertisements or answers
	link   string
	titles string
	shown  string   // printed address
	text   []string // snippet, one layout each
	drop   string   // parts of the snippet that are not its words
	date   string
	empty  string // selector or text of "nothing found"
	search func(query, country string) string
}

var engines = []engine{
	{
		name: "google", home: regexp.MustCompile(`^(www\.)?google\.[a-z.]+/search`), title: regexp.MustCompile(`(?i)- (google search|google suche|recherche google|buscar con google|google-søk|google søgning)$`),
		marks: "#rso, #result-stats, textarea#APjFqb", query: "textarea[name=q], input[name=q]", param: "q", base: "https://www.google.com/",
		items: []string{"div.tF2Cxc", "div.MjjYud", "div.g", "div.Gx5Zad", "div.zMzFAb", "[data-hveid]"},
		skip:  "#tads, #tadsb, #bottomads, [data-text-ad], [data-ad-slot], div.related-question-pair, #rhs, [data-mcpr], [data-subtree=aimc]",
		link:  "a[href]:has(h3), a.fuLhoc, h3 a[href]", titles: "h3, span.CVA68e", shown: "cite",
		text: []string{`div[data-sncf="1"]`, "div.VwiC3b", "span.st", "div.BNeawe.s3v9rd", "div.taTFJ span.FrIlee"}, date: "span.YrbPuc > span, span.LEwnzc",
		empty: "did not match any documents",
		search: func(q, cc string) string {
			return "https://www.google.com/search?hl=en&pws=0&filter=0&udm=14&gl=" + cc + "&q=" + q
		},
	},
	{
		name: "bing", home: regexp.MustCompile(`^(www\.)?bing\.com/search`), title: regexp.MustCompile(`(?i)- (bing|search)$`),
		marks: "ol#b_results", query: "#sb_form_q", param: "q", base: "https://www.bing.com/",
		items: []string{"ol#b_results > li.b_algo"}, skip: "li.b_ad, li.b_ans, #b_context",
		link: "h2 a[href]", titles: "h2", shown: "div.b_attribution cite, cite", text: []string{"div.b_caption p", "p"},
		drop: "span.algoSlug_icon, span.news_dt", date: "span.news_dt", empty: ".b_no",
		search: func(q, cc string) string {
			return "https://www.bing.com/search?setlang=en&adlt=off&cc=" + cc + "&q=" + q
		},
	},
	{
		name: "duckduckgo", home: regexp.MustCompile(`^((html|lite)\.)?duckduckgo\.com/`), title: regexp.MustCompile(`(?i) at duckduckgo$`),
		marks: "article[data-testid=result], #links div.web-result, a.result-link, [data-testid=no-results]",
		query: "input#search_form_input, input#search_form_input_homepage, input[name=q]", param: "q", base: "https://duckduckgo.com/",
		items: []string{"article[data-testid=result]", "#links div.web-result", "#links div.result"}, skip: ".result--ad, [data-testid=ad], [data-layout=ad]",
		link: "a[data-testid=result-title-a], h2.result__title a.result__a, a.result__a", titles: "a[data-testid=result-title-a], a.result__a",
		shown: "a[data-testid=result-extras-url-link], a.result__url", text: []string{"div[data-result=snippet]", "a.result__snippet, .result__snippet"},
		date: ".result__extras__url > span", empty: "[data-testid=no-results], div.no-results",
		search: func(q, cc string) string { return "https://duckduckgo.com/?ia=web&kp=-2&kl=" + cc + "-en&q=" + q },
	},
	{
		name: "brave", home: regexp.MustCompile(`^search\.brave\.com/search`), title: regexp.MustCompile(`(?i)- brave search$`),
		marks: "div.snippet[data-type=web]", query: "input[name=q], textarea[name=q], #searchbox", param: "q", base: "https://search.brave.com/",
		items: []string{"div.snippet[data-type=web]"}, skip: "#llm-snippet, .standalone, [data-type=ad]",
		link: "a.result-header[href], a[href^=http]", titles: ".search-snippet-title, span.snippet-title, .title", shown: "cite.snippet-url, cite",
		text: []string{".generic-snippet .content", "div.content", "p.snippet-description"}, date: "span.t-secondary", drop: "span.t-secondary",
		empty:  "Not many great matches",
		search: func(q, _ string) string { return "https://search.brave.com/search?source=web&q=" + q },
	},
	{
		name: "mojeek", home: regexp.MustCompile(`^(www\.)?mojeek\.com/search`), title: regexp.MustCompile(`(?i)- mojeek( search)?$`),
		marks: "ul.results-standard", query: "input[name=q]", param: "q", base: "https://www.mojeek.com/",
		items: []string{"ul.results-standard > li"}, skip: ".ad", link: "a.ob[href], h2 a[href]", titles: "h2", shown: "p.i, span.url",
		text: []string{"p.s"}, empty: "No pages found",
		search: func(q, cc string) string { return "https://www.mojeek.com/search?safe=0&reg=" + cc + "&q=" + q },
	},
	{
		name: "startpage", home: regexp.MustCompile(`^(www\.)?startpage\.com/`), title: regexp.MustCompile(`(?i)startpage( search results)?$`),
		marks: ".w-gl .result, a.result-title", query: "input[name=query], #q", param: "query", base: "https://www.startpage.com/",
		items: []string{"div.result", ".w-gl__result"}, skip: ".ad, [data-testid=gad]", link: "a.result-title[href], a.result-link[href], a.w-gl__result-title[href]",
		titles: "a.result-title, .wgl-title, .w-gl__result-title", shown: ".wgl-display-url, .link-text", text: []string{"p.description", ".w-gl__description"},
		empty:  "no results for your search",
		search: func(q, _ string) string { return "https://www.startpage.com/sp/search?query=" + q },
	},
	{
		name: "ecosia", home: regexp.MustCompile(`^(www\.)?ecosia\.org/search`), title: regexp.MustCompile(`(?i)- ecosia( - web)?$`),
		marks: "[data-test-id=mainline-result-web]", query: "input[data-test-id=search-form-input], input[name=q]", param: "q", base: "https://www.ecosia.org/",
		items: []string{"[data-test-id=mainline-result-web]"}, skip: "[data-test-id=mainline-result-ad]", link: "a[data-test-id=result-link][href]",
		titles: "[data-test-id=result-title]", shown: "[data-test-id=result-domain]", text: []string{"[data-test-id=result-description]"},
		search: func(q, _ string) string { return "https://www.ecosia.org/search?q=" + q },
	},
	{
		name: "yahoo", home: regexp.MustCompile(`^([a-z]+\.)?search\.yahoo\.com/search`), title: regexp.MustCompile(`(?i)yahoo( [a-z ]+)? search( results)?$`),
		marks: "div.algo-sr, div.algo", query: "input[name=p]", param: "p", base: "https://search.yahoo.com/",
		items: []string{"div.algo-sr", "div.algo"}, link: ".compTitle h3 a[href], .compTitle > a[href]", titles: "h3", shown: ".compTitle span.fz-ms",
		text:   []string{".compText"},
		search: func(q, _ string) string { return "https://search.yahoo.com/search?p=" + q },
	},
}

// Names returns the engines whose pages can be read, in the order in which they are offered.
func Names() []string {
	names := make([]string, len(engines))
	for i, e := range engines {
		names[i] = e.name
	}
	return names
}

// SearchURL returns the address at which the user's own browser shows the engine's results for a query.
// country is an ISO 3166 code in lower case.
func SearchURL(engineName, query, country string) (string, bool) {
	for _, e := range engines {
		if e.name == engineName {
			return e.search(url.QueryEscape(query), country), true
		}
	}
	return "", false
}

// detect finds the engine by the page's address first, then by its marks, then by its title.
func detect(d *document) *engine {
	address := strings.TrimPrefix(strings.TrimPrefix(d.url, "https://"), "http://")
	for i := range engines {
		if engines[i].home.MatchString(address) {
			return &engines[i]
		}
	}
	title := strings.TrimSpace(d.Find("title").First().Text())
	var best *engine
	for i, e := range engines {
		marked, titled := d.Find(e.marks).Length() > 0, e.title.MatchString(title)
		if marked && titled {
			return &engines[i]
		}
		if marked && best == nil {
			best = &engines[i]
		}
	}
	return best
}

func (e *engine) queryOf(d *document) string {
	if u, err := url.Parse(d.url); err == nil && u.Query().Get(e.param) != "" {
		return u.Query().Get(e.param)
	}
	field := d.Find(e.query).First()
	if v, ok := field.Attr("value"); ok && v != "" {
		return v
	}
	return strings.TrimSpace(field.Text())
}

func first(s *goquery.Selection, selector string) *goquery.Selection {
	if selector == "" {
		return s.Slice(0, 0)
	}
	return s.Find(selector).First()
}
