package serp

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// Parse reads one saved page. The error is for files that are no page at all; a page without results is not
// an error but says why in Status and Reason.
func Parse(r io.Reader) (Page, error) {
	d, err := open(r)
	if err != nil {
		return Page{}, err
	}
	p := Page{URL: d.url, Saved: d.saved, Number: 1, Status: StatusUnknown, Reason: "This is not a result page of a search engine that Footprint knows."}
	e := detect(d)
	if e == nil {
		if status, reason := barrier(d); status != "" {
			p.Status, p.Reason = status, reason
		}
		return p, nil
	}
	p.Engine, p.Query, p.Number = e.name, e.queryOf(d), numberOf(d)
	if e.other != nil && e.other.MatchString(d.url) {
		p.Reason = "This page of " + e.name + " lists pictures, videos or news. Save the page with the web results."
		return p, nil
	}
	e.read(d, &p)
	p.judge(e, d)
	return p, nil
}

// judge says what kind of page it was from what could be read of it.
func (p *Page) judge(e *engine, d *document) {
	save := "The file is kept; save the page again with the browser's \"complete\" or \"single file\" choice, or try another engine."
	status, reason := barrier(d)
	switch n := len(p.Results); {
	case n == 0 && p.Unread == 0 && status != "":
		p.Status, p.Reason = status, reason
	case n == 0 && d.cut:
		p.Status, p.Reason = StatusChanged, "The file ends before the first result. Save the page again once it has loaded."
	case n == 0 && p.Unread == 0 && e.saysEmpty(d):
		p.Status, p.Reason = StatusEmpty, "The search engine found nothing for this query."
	case n == 0:
		p.Status, p.Reason = StatusChanged, "The page is from "+e.name+", but its layout is not known yet. "+save
	case p.Unread > n/2:
		p.Status, p.Reason = StatusChanged, fmt.Sprintf("The page is from %s, but %d of its %d results are in a layout that is not known yet, so none were taken. %s", e.name, p.Unread, p.Unread+n, save)
		p.Results = nil
	case p.Unread > 0:
		p.Status, p.Reason = StatusPartial, fmt.Sprintf("%d of %d results on the page could not be read; what is missing is not gone.", p.Unread, p.Unread+n)
	case d.cut:
		p.Status, p.Reason = StatusPartial, "The file ends before the page does, so results may be missing; what is missing is not gone."
	default:
		p.Status, p.Reason = StatusOK, ""
	}
}

// Marks of robot checks: parts of pages, and words of them in the languages engines use.
const challengeParts = `form#captcha-form, .g-recaptcha, #challenge-form, div.captcha, #b_captcha, input[name=cf-turnstile-response], .cf-turnstile, #gs_captcha_f, [class^=anomaly-modal], #anubis_challenge, #pow-captcha, iframe[src*=recaptcha], iframe[src*="challenges.cloudflare.com"]`

var challengeWords = []string{
	"unusual traffic from your computer network", "ungewöhnlichen datenverkehr", "trafic exceptionnel", "tráfico inusual", "traffico insolito", "/httpservice/retry/enablejs", "anomaly-modal", "within.website/x/",
	"sending automated queries", "complete the following challenge", "solve the challenge below", "javascript is required to complete this challenge",
}

var challengeTitles = []string{"just a moment", "captcha", "making sure you're not a bot", "attention required", "access denied", "403 - forbidden", "one last step", "firewall"}

// consentParts are marks of consent pages.
const consentParts = `form[action*="consent."], form[action*="guce."], #consent-page, form[action*="/collectConsent"]`

// barrier tells robot checks and consent pages from result pages. It is asked only about pages that show no results.
func barrier(d *document) (Status, string) {
	title := strings.ToLower(strings.TrimSpace(d.Find("title").First().Text()))
	raw := bytes.ToLower(d.raw[:min(len(d.raw), 1<<18)])
	challenge := d.Find(challengeParts).Length() > 0 || strings.Contains(d.url, "/sorry/") || strings.Contains(d.url, "/captcha")
	for _, words := range challengeWords {
		challenge = challenge || bytes.Contains(raw, []byte(words))
	}
	for _, words := range challengeTitles {
		challenge = challenge || strings.HasPrefix(title, words)
	}
	switch {
	case strings.Contains(d.url, "://consent.") || d.Find(consentParts).Length() > 0:
		return StatusConsent, "This is the consent page of the search engine. Answer it in the browser, then save the page with the results."
	case challenge:
		return StatusChallenge, "The search engine asked whether you are a robot instead of showing results. Answer it in the browser, then save the page again."
	}
	return "", ""
}

// saysEmpty reports whether the page says that nothing was found.
func (e *engine) saysEmpty(d *document) bool {
	if e.empty != "" && d.Find(e.empty).Length() > 0 {
		return true
	}
	body := d.Find("body").Clone()
	body.Find("input, textarea, form, title").Remove()
	text := strings.ReplaceAll(strings.ToLower(words(body)), "’", "'")
	for _, said := range e.says {
		if strings.Contains(text, said) {
			return true
		}
	}
	return false
}
