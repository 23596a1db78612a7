package serp

import (
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// Parse reads one saved page. The error is for files that are no page at all; a page without results is not
// an error but says why in Status and Reason.
func Parse(r io.Reader) (Page, error) {
	d, err := open(r)
	if err != nil {
		return Page{}, err
	}
	p := Page{URL: d.url, Saved: d.saved, Status: StatusUnknown, Reason: "This is not a result page of a search engine that Footprint knows."}
	e := detect(d)
	if e != nil {
		p.Engine, p.Query = e.name, e.queryOf(d)
	}
	if status, reason := refused(d); status != "" {
		p.Status, p.Reason = status, reason
		return p, nil
	}
	if e == nil {
		return p, nil
	}
	p.Results = e.results(d)
	switch {
	case len(p.Results) > 0:
		p.Status, p.Reason = StatusOK, ""
	case e.saysEmpty(d):
		p.Status, p.Reason = StatusEmpty, "The search engine found nothing for this query."
	default:
		p.Status, p.Reason = StatusChanged, "The page is from "+e.name+", but its layout is not known yet. The file is kept; try another engine."
	}
	return p, nil
}

// refused tells robot checks and consent pages from result pages.
func refused(d *document) (Status, string) {
	title := strings.ToLower(d.Find("title").First().Text())
	challenge := d.Find(`form#captcha-form, .g-recaptcha, #challenge-form, div.captcha, input[name=cf-turnstile-response], #gs_captcha_f, [class^=anomaly-modal]`).Length() > 0 ||
		strings.Contains(d.raw, "unusual traffic from your computer network") || strings.Contains(d.url, "/sorry/") ||
		strings.Contains(title, "just a moment") || strings.Contains(d.raw, "/httpservice/retry/enablejs") && d.Find("h3").Length() == 0
	if challenge {
		return StatusChallenge, "The search engine asked whether you are a robot instead of showing results. Answer it in the browser, then save the page again."
	}
	if strings.Contains(d.url, "consent.") || d.Find(`form[action*="consent."]`).Length() > 0 && d.Find("h3").Length() < 3 {
		return StatusConsent, "This is the consent page of the search engine. Answer it in the browser, then save the page with the results."
	}
	return "", ""
}

func (e *engine) saysEmpty(d *document) bool {
	if e.empty == "" {
		return false
	}
	if strings.ContainsAny(e.empty, ".[#") {
		return d.Find(e.empty).Length() > 0
	}
	return strings.Contains(strings.ToLower(d.Text()), strings.ToLower(e.empty))
}

// results reads the first layout that yields any.
func (e *engine) results(d *document) []Result {
	base, _ := url.Parse(e.base) // a constant of the table
	for _, items := range e.items {
		var found []Result
		seen := map[string]bool{}
		d.Find(items).Each(func(_ int, item *goquery.Selection) {
			if e.skip != "" && (item.Is(e.skip) || item.Closest(e.skip).Length() > 0) || item.Find(items).Length() > 0 {
				return
			}
			r, ok := e.result(item, base)
			key := Key(r.URL) + r.OpaqueURL
			if !ok || seen[key] {
				return
			}
			seen[key] = true
			r.Rank = len(found) + 1
			found = append(found, r)
		})
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

func (e *engine) result(item *goquery.Selection, base *url.URL) (r Result, ok bool) {
	link := item.Find(e.link).FilterFunction(func(_ int, a *goquery.Selection) bool {
		return e.skip == "" || a.Closest(e.skip).Length() == 0
	}).First()
	href, _ := link.Attr("href")
	if href == "" {
		return r, false
	}
	heading := first(item, e.titles)
	r.Title = words(heading)
	if full, has := heading.Attr("title"); has && len(full) > len(r.Title) {
		r.Title = strings.TrimSpace(full)
	}
	if r.Title == "" {
		r.Title = strings.TrimSpace(link.AttrOr("aria-label", words(link)))
	}
	r.DisplayURL = words(first(item, e.shown))
	if r.URL, ok = Decode(href, base); !ok {
		r.OpaqueURL = absolute(href, base)
		r.URL, r.HostOnly = fromDisplay(r.DisplayURL), true
	}
	if r.Title == "" || r.URL == "" && r.OpaqueURL == "" || e.ownHost(r.URL) {
		return r, false
	}
	r.DateText, r.Snippet = e.snippet(item)
	return r, true
}

func (e *engine) snippet(item *goquery.Selection) (date, text string) {
	if e.date != "" {
		date = strings.Trim(words(first(item, e.date)), cut)
	}
	for _, selector := range e.text {
		block := item.Find(selector).First()
		if block.Length() == 0 {
			continue
		}
		block = block.Clone()
		if e.drop != "" {
			block.Find(e.drop).Remove()
		}
		if e.date != "" && date != "" {
			block.Find(e.date).Remove()
		}
		if date == "" {
			date = leadingSpan(block)
		}
		text = words(block)
		break
	}
	if m := leadingDate.FindStringSubmatch(text); m != nil && date == "" {
		date = m[1]
	}
	if date != "" {
		text = strings.TrimPrefix(text, date)
	}
	return date, strings.TrimSpace(strings.TrimLeft(text, cut))
}

// leadingDate is a date before a dash at the start of a snippet.
var leadingDate = regexp.MustCompile(`^(\d{1,2}[./ ](?:\d{1,2}|[A-Z][a-z]{2,8})[./ ]\d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d+ (?:hour|day|week|month|year)s? ago)\s*(?:[—–·-]|\.\.\.|…)`)

// onlyDate is a text that is nothing but a date.
var onlyDate = regexp.MustCompile(`^(\d{1,2}[./ ](?:\d{1,2}|[A-Z][a-z]{2,8})[./ ]\d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d+ (?:hour|day|week|month|year)s? ago)$`)

// leadingSpan takes a date out of the first child of a snippet that glues it to the text.
func leadingSpan(block *goquery.Selection) string {
	var date string
	block.Find("span").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		if t := words(s); onlyDate.MatchString(t) {
			date = t
			s.Remove()
		}
		return date == ""
	})
	return date
}

func (e *engine) ownHost(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return true
	}
	own, _ := url.Parse(e.base) // a constant of the table
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	return host == strings.TrimPrefix(own.Hostname(), "www.") || e.name == "google" && slices.Contains([]string{"gstatic.com", "googleusercontent.com"}, host)
}

// fromDisplay guesses an address from a printed one: "https://example.org › blog › post".
func fromDisplay(shown string) string {
	host, _, _ := strings.Cut(shown, " › ")
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

// cut are the marks between a date and the words of a snippet.
const cut = " \u00a0—–-·.…"

// words is the text of a selection with white space folded.
func words(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") }
