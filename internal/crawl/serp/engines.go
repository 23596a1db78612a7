package serp

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// engine is one row of the table: how to tell the engine's page and how it marks results, all layouts from 2019
// on in one selector; sources and dates stand in shared/search/providers.md section 10.
type engine struct {
	name   string
	home   *regexp.Regexp // host and path of a result page
	title  *regexp.Regexp // end of the page title
	marks  string         // selector that only this engine's result pages match
	query  string         // field that holds the query
	param  string         // query parameter of the page's address
	base   string         // resolves relative links
	own    *regexp.Regexp // hosts of the engine itself, which no result leads to
	root   string         // what holds all results; a result is never as large
	links  string         // links of results
	cards  string         // what holds one result
	strict bool           // cards hold nothing else, so one that cannot be read is a result that is missing
	skip   string         // blocks that hold no results: answers, questions, carousels, panels, links below a result
	ads    string         // blocks of advertisements
	titles string
	shown  string // printed address
	text   string // snippet, the best first
	drop   string // parts of the snippet that are not its words
	date   string
	empty  string         // selector of "nothing found"
	says   []string       // words of "nothing found"
	other  *regexp.Regexp // addresses of the engine's pages of pictures, videos and so on
	search func(query, country string) string
}

// general finds links of results in a layout that is not known: a heading that is a link, or in one.
const general = "h2 a[href], h3 a[href], [role=heading] a[href], a[href]:has(h2), a[href]:has(h3), a[href]:has([role=heading])"

var engines = []engine{
	{
		name: "google", home: regexp.MustCompile(`^(www\.)?google\.[a-z.]+/(search|webhp)`), title: regexp.MustCompile(`(?i)([-–—] [^-–—]*google[^-–—]*|[-–—] google[- ]\p{L}+)$`),
		marks: "#rso, #result-stats, textarea#APjFqb, div.ZINbbc, div.Gx5Zad, a.fuLhoc, #tsf", query: "textarea[name=q], input[name=q]", param: "q", base: "https://www.google.com/",
		own:  regexp.MustCompile(`^((www|support|policies|accounts|maps|translate|consent|myaccount|webcache|adservice|encrypted-tbn\d|ogs|search|lens)\.)?(google\.([a-z]{2,3}|com?\.[a-z]{2})|gstatic\.com|googleusercontent\.com)$`),
		root: "#rso, #search, #main, #center_col, #res, #ires, [role=main]",
		links: "a[href]:has(h3), h3 a[href], a.fuLhoc[href], a[href]:has(div.vvjwJb), a[href]:has(span.vvjwJb), a.C8nzq[href], a.cz3goc[href], div.KJDcUb a[href]," +
			` a[href^="/url?"]:has(div[style*=line-clamp]), a[href*="google.com/url?"]:has(div[style*=line-clamp]), a[data-ved]:not([class]):has(div[style*=line-clamp])`,
		cards: "div.tF2Cxc, div.rc, div.Gx5Zad, div.ZINbbc, div.ezO2md, div.zMzFAb, div.mnr-c, div.g, div.MjjYud",
		skip: "div.related-question-pair, [data-initq], div.cUnQKe, #rhs, [data-mcpr], [data-subtree=aimc], [data-attrid=SGESRP], g-scrolling-carousel, g-inner-card, g-section-with-header, g-img," +
			" div.g table, div.tF2Cxc table, div.MjjYud table, .usJj9c, .sld, .mslg, .HiHjCd, #botstuff [role=navigation], #foot, #bres, g-bottom-sheet, .action-menu, [role=dialog], #imagebox_bigimages, .kno-result, .xpdclose",
		ads:    "#tads, #tadsb, #bottomads, #tvcap, [data-text-ad], [data-ad-slot], li.ads-ad, .commercial-unit-desktop-top, .commercial-unit-mobile-top, .cu-container",
		titles: "h3, span.CVA68e, .vvjwJb, [role=heading], div[style*=line-clamp]", shown: "cite, div.UPmit, div.BamJPe, .dXDvrc, .qzEoUe, span.Zu0yb",
		text: `div[data-sncf="1"], div[data-sncf="1,2"], div.VwiC3b, span.aCOpRe, span.st, div.s3v9rd, div.H66NU, div.taTFJ span.FrIlee, .qXLe6d.FrIlee, div.IsZvec, div.yDYNvb, span.hgKElc, div.LGOjhe`,
		drop: ".TXwUJf, .fG8Fp, .osl, .Vt8UPb, .slp", date: "span.YrbPuc > span, span.LEwnzc, span.wuQ4Ob, span.f, span.MDvRSc, span.xUrNXd, span.hHbHWd, span.kX21rb",
		empty: "#topstuff .card-section p[role=heading]:has(em), #botstuff .mnr-c p[role=heading]:has(em)",
		says: []string{"did not match any documents", "no results found for", "there aren't any great matches", "übereinstimmenden dokumente gefunden", "keine ergebnisse gefunden", "aucun document ne correspond", "no se ha encontrado ningún resultado", "no obtuvo ningún resultado",
			"no obtuvo ningún documento", "non ha prodotto risultati", "heeft geen documenten opgeleverd", "não encontrou nenhum documento", "matchade inte några dokument", "matchede ikke nogen dokumenter", "samsvarte ikke med noen dokumenter", "nie została odnaleziona"},
		other: regexp.MustCompile(`[?&](tbm=(isch|vid|shop|bks|lcl)|udm=(2|7|28|36|39|48|50)(&|$))`),
		search: func(q, cc string) string {
			return "https://www.google.com/search?hl=en&pws=0&filter=0&udm=14&gl=" + cc + "&q=" + q
		},
	},
	{
		name: "bing", home: regexp.MustCompile(`^(www\.|[a-z]{2}\.)?bing\.com/search`), title: regexp.MustCompile(`(?i)- (bing|search|suche|suchen|rechercher?|buscar|zoeken|cerca)$`),
		marks: "ol#b_results", query: "#sb_form_q", param: "q", base: "https://www.bing.com/", own: regexp.MustCompile(`^((www|[a-z]{2}|cc)\.)?(bing\.com|bingj\.com)$|^(go\.microsoft|login\.live)\.com$`),
		root: "#b_results, #b_content", links: "li.b_algo h2 a[href], li.b_algo a[href]:has(h2), li.b_algo div.b_algoheader a[href]", cards: "li.b_algo", strict: true,
		skip: "li.b_ans, #b_context, #b_topw .b_ans, .b_slidesContainer, .b_deep, .b_deepdesk, .b_vlist2col, .b_caption h2, .df_c, .pageRecoContainer", ads: "li.b_ad, .b_adTop, .b_adBottom, .b_adLastChild, [data-appns=commerce_ads]",
		titles: "h2", shown: "div.b_attribution cite, cite", text: "div.b_caption p, p.b_lineclamp2, p.b_lineclamp3, p.b_lineclamp4, .b_snippet, p",
		drop: "span.algoSlug_icon, span.news_dt", date: "span.news_dt", empty: ".b_no", other: regexp.MustCompile(`bing\.com/(images|videos|news|maps|shop)/`),
		search: func(q, cc string) string {
			return "https://www.bing.com/search?setlang=en&adlt=off&cc=" + cc + "&q=" + q
		},
	},
	{
		name: "duckduckgo", home: regexp.MustCompile(`^((html|lite|safe|start|noai)\.)?duckduckgo\.com/`), title: regexp.MustCompile(`(?i) duckduckgo$`),
		marks: "article[data-testid=result], #links div.web-result, #links div.result__body, a.result-link, [data-testid=no-results], form[action*='/lite/']",
		query: "input#search_form_input, input#search_form_input_homepage, input[name=q]", param: "q", base: "https://duckduckgo.com/", own: regexp.MustCompile(`^([a-z]+\.)?(duckduckgo|duck)\.(com|ai)$`),
		root: "#links, .serp__results, [data-testid=mainline], ol.react-results--main, table", cards: "article[data-testid=result], div.result, div.web-result", strict: true,
		links: "a[data-testid=result-title-a], a.result__a, a.result-link", skip: ".result--news, .module, .zci, .result__sitelinks, .sitelinks, [data-testid=about], [data-testid=related-searches]",
		ads: ".result--ad, [data-testid=ad], [data-layout=ad], .result-sponsored, .results--ads", titles: "h2 a[data-testid=result-title-a], h2 a.result__a",
		shown: "a[data-testid=result-extras-url-link], a.result__url, span.link-text", text: "div[data-result=snippet], .result__snippet, td.result-snippet",
		date: ".result__extras__url > span, .result__timestamp, span.timestamp", empty: "[data-testid=no-results], [data-testid=no-results-message], div.no-results, .no-results__title", says: []string{"no results found for", "no more results", "keine ergebnisse gefunden", "no results."},
		other:  regexp.MustCompile(`[?&]ia(x)?=(images|videos|news|maps|shopping|chat)`),
		search: func(q, cc string) string { return "https://duckduckgo.com/?ia=web&kp=-2&kl=" + cc + "-en&q=" + q },
	},
	{
		name: "brave", home: regexp.MustCompile(`^search\.brave\.com/search`), title: regexp.MustCompile(`(?i)[-|] brave( search)?$`),
		marks: "div.snippet[data-type=web]", query: "input[name=q], textarea[name=q], #searchbox", param: "q", base: "https://search.brave.com/", own: regexp.MustCompile(`^([a-z-]+\.)*brave\.com$`),
		root: "#results, #search-main", cards: "div.snippet[data-type=web]", strict: true, links: "div.snippet[data-type=web] a.result-header[href], div.snippet[data-type=web] a.heading-serpresult[href], div.snippet[data-type=web] a[href^=http]:has(.title), div.snippet[data-type=web] a[href^=http]:has(.snippet-title), div.snippet[data-type=web] a.l1[href]",
		skip: "#llm-snippet, .standalone, .deep-results, .related-query, #faq", ads: "[data-type=ad], #search-ad", titles: ".search-snippet-title, span.snippet-title, .title, h3", shown: "cite.snippet-url, cite, .netloc",
		text: ".generic-snippet .content, div.content, .snippet-description, .snippet-content, p", date: "span.t-secondary, span.text-gray", drop: "span.t-secondary, span.text-gray",
		says: []string{"not many great matches came back", "too few matches were found", "no results found"}, other: regexp.MustCompile(`brave\.com/(images|videos|news|goggles|ask)`),
		search: func(q, _ string) string { return "https://search.brave.com/search?source=web&q=" + q },
	},
	{
		name: "mojeek", home: regexp.MustCompile(`^(www\.)?mojeek\.(com|co\.uk|de|fr)/search`), title: regexp.MustCompile(`(?i)- mojeek( search| suche| recherche)?$`),
		marks: "ul.results-standard", query: "input[name=q]", param: "q", base: "https://www.mojeek.com/", own: regexp.MustCompile(`^((www|blog|community)\.)?mojeek\.(com|co\.uk|de|fr)$`),
		root: "ul.results-standard, .results", cards: "ul.results-standard > li", strict: true, links: "ul.results-standard > li a.title[href], ul.results-standard > li h2 a[href], ul.results-standard > li a.ob[href]:has(h2)", skip: ".infobox, .mnews",
		ads: ".ad", titles: "h2, a.title", shown: "p.i, span.url, a.ob", text: "p.s", date: "span.date, .mdate", says: []string{"no pages found", "no results found for", "keine seiten gefunden", "aucune page"},
		other:  regexp.MustCompile(`[?&]fmt=(images|news)`),
		search: func(q, cc string) string { return "https://www.mojeek.com/search?safe=0&reg=" + cc + "&q=" + q },
	},
	{
		name: "startpage", home: regexp.MustCompile(`^((www|eu|us|m)\.)?startpage\.com/`), title: regexp.MustCompile(`(?i)startpage\.?(com)?( [- ]*(search results|suchergebnisse|web search|résultats de la recherche))?$`),
		marks: ".w-gl .result, .w-gl__result, a.result-title, a.w-gl__result-title, input[name=query]", query: "input[name=query], #q", param: "query", base: "https://www.startpage.com/", own: regexp.MustCompile(`^([a-z0-9-]+\.)*startpage\.com$`),
		root: ".w-gl, .mainline-results, #main", cards: "div.result, .w-gl__result, .w-gl__result__main", strict: true, links: "a.result-title[href], a.w-gl__result-title[href], .result a.result-link[href], .result a[href]:has(h2.wgl-title)",
		skip: ".anonymous-view-link, .w-gl__anonymous-view-url, .sx-instant, .qi, .sitelinks", ads: ".ad, [data-testid=gad], .w-gl-attribution, #gcsa-top, .a-gl, .css-ads", titles: "h2, h3, a.result-title, .wgl-title, a.w-gl__result-title",
		shown: ".wgl-display-url, .w-gl__result-url, .link-text", text: "p.description, .w-gl__description, p", says: []string{"no results for your search", "did not match any", "no results found for", "keine ergebnisse", "leider wurden keine"}, empty: ".no-results, .show-results--no",
		other:  regexp.MustCompile(`[?&]cat=(pics|images|video|news)`),
		search: func(q, _ string) string { return "https://www.startpage.com/sp/search?query=" + q },
	},
	{
		name: "ecosia", home: regexp.MustCompile(`^(www\.)?ecosia\.org/search`), title: regexp.MustCompile(`(?i)- ecosia( - web)?$`),
		marks: "[data-test-id=mainline-result-web]", query: "input[data-test-id=search-form-input], input[name=q]", param: "q", base: "https://www.ecosia.org/", own: regexp.MustCompile(`(^|\.)ecosia\.org$`),
		root: "[data-test-id=mainline], .mainline", cards: "[data-test-id=mainline-result-web], .result", strict: true, links: "[data-test-id=mainline-result-web] a[data-test-id=result-link][href], a.result-title[href], .result__title a[href]", ads: "[data-test-id=mainline-result-ad], .card-ad",
		titles: "[data-test-id=result-title], h2", shown: "[data-test-id=result-domain], .result-url", text: "[data-test-id=result-description], [data-test-id=web-result-description], .result-snippet, p",
		search: func(q, _ string) string { return "https://www.ecosia.org/search?q=" + q },
	},
	{
		name: "yahoo", home: regexp.MustCompile(`^([a-z.]+\.)?search\.yahoo\.com/search`), title: regexp.MustCompile(`(?i)yahoo!?([ a-z]+)?( search| suche)?( results|ergebnisse)?$`),
		marks: "div.algo-sr, div.algo, div.compTitle", query: "input[name=p]", param: "p", base: "https://search.yahoo.com/", own: regexp.MustCompile(`^([a-z]+\.)*search\.yahoo\.com$`),
		root: "#web, #main", cards: "div.algo-sr, div.algo", strict: true, links: "div.algo .compTitle h3 a[href], div.algo-sr .compTitle h3 a[href], div.algo-sr .compTitle > a[href], div.algo .compTitle > a[href]", ads: ".ads, .searchCenterTopAds, .searchCenterBottomAds", titles: "h3",
		shown: ".compTitle span.fz-ms", text: ".compText", search: func(q, _ string) string { return "https://search.yahoo.com/search?p=" + q },
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
	address := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(d.url, "view-source:"), "https://"), "http://")
	for i := range engines {
		if engines[i].home.MatchString(address) || engines[i].other != nil && engines[i].other.MatchString(address) && engines[i].ours(d.url) {
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
	found := ""
	d.Find(e.query).EachWithBreak(func(_ int, field *goquery.Selection) bool {
		if found = strings.TrimSpace(field.AttrOr("value", "")); found == "" {
			found = strings.TrimSpace(field.Text())
		}
		return found == ""
	})
	return found
}

// ours reports whether an address leads to the engine itself.
func (e *engine) ours(address string) bool {
	u, err := url.Parse(address)
	return err != nil || e.own.MatchString(strings.ToLower(u.Hostname()))
}

func first(s *goquery.Selection, selector string) *goquery.Selection {
	if selector == "" {
		return s.Slice(0, 0)
	}
	return s.Find(selector).First()
}
