package crawl

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"footprint/internal/crawl/serp"
)

// Provider is one search service with a documented interface, used with the user's own key. Sources and dates:
// shared/search/providers.md.
type Provider struct {
	// Name is what --provider takes and the key is stored under.
	Name  string
	Title string
	// KeyURL is where a key can be had; empty when none is needed. Base is true where the user names a server.
	KeyURL string
	Base   bool
	// Note tells what the service sees and what it may cost, for the screen before the search starts.
	Note    string
	request func(q Query, o ProviderOptions) (*http.Request, error)
	parse   func(body []byte) (answer, error)
}

// ProviderOptions are the user's own key and, where the provider asks for one, the address of the server.
// Endpoint replaces the provider's address in tests.
type ProviderOptions struct{ Key, Base, Endpoint string }

// Query is one search as the user would type it.
type Query struct {
	Text    string
	Country string // ISO 3166, lower case; "" for none
	Page    int    // from 1
}

// answer is one page of results as a provider gave it.
type answer struct {
	results  []serp.Result
	warnings []string
}

// Errors of a search service, each with a clear next step for the user.
var (
	ErrKey    = errors.New("the search service does not accept the key")
	ErrQuota  = errors.New("the search service's quota is used up or it asks to slow down")
	ErrFailed = errors.New("the search service failed")
)

// Providers are the services that can be asked automatically, in the order in which they are offered.
func Providers() []Provider {
	return []Provider{
		{Name: "brave", Title: "Brave Search", KeyURL: "https://brave.com/search/api/", request: braveRequest, parse: braveParse,
			Note: "Brave sees the query and keeps it up to 90 days. A monthly credit covers about a thousand searches; a payment card is asked for."},
		{Name: "searxng", Title: "SearXNG (a server of your own)", Base: true, request: searxRequest, parse: searxParse,
			Note: "Your server passes the query on to other search engines. It must allow the JSON format."},
		{Name: "mojeek", Title: "Mojeek", KeyURL: "https://www.mojeek.com/services/search/web-search-api/", request: mojeekRequest, parse: mojeekParse,
			Note: "Mojeek sees the query. It has an index of its own and finds pages that others miss."},
		{Name: "kagi", Title: "Kagi", KeyURL: "https://kagi.com/settings/api", request: kagiRequest, parse: kagiParse,
			Note: "Kagi sees the query. Each search is paid for; switch off personal results for the key."},
		{Name: "google", Title: "Google Programmable Search", KeyURL: "https://developers.google.com/custom-search/v1/overview", Base: true, request: googleRequest, parse: googleParse,
			Note: "Google sees the query. Only for those who already hold a key and an engine id (entered as the server); the service ends on 1 January 2027."},
		{Name: "serper", Title: "Serper (resold Google results)", KeyURL: "https://serper.dev/", request: serperRequest, parse: serperParse,
			Note: "Serper sees the query and obtains Google's results by automated means, which Google disputes. You decide."},
		{Name: "serpapi", Title: "SerpApi (resold Google results)", KeyURL: "https://serpapi.com/", request: serpapiRequest, parse: serpapiParse,
			Note: "SerpApi sees the query and obtains Google's results by automated means, which Google disputes. You decide."},
	}
}

// Answer is one page of search results with what the provider said about it.
type Answer struct {
	Provider string
	Query    Query
	At       time.Time
	Results  []serp.Result
	Warnings []string // for instance engines that did not answer: no results is then not "nothing found"
	Left     string   // what the service said of the quota that is left, as a number; empty when it said nothing
}

// Search asks one provider one query. A server error is tried once more after a pause; a request to slow down
// is not.
func (c *Crawler) Search(p Provider, q Query, o ProviderOptions) (Answer, error) {
	ans := Answer{Provider: p.Name, Query: q, At: time.Now().UTC()}
	if p.KeyURL != "" && o.Key == "" {
		return ans, fmt.Errorf("search %s: %w", p.Name, ErrKey)
	}
	for attempt := 0; ; attempt++ {
		r, err := c.ask(p, q, o)
		if errors.Is(err, ErrFailed) && attempt == 0 && pauseFor(c.ctx, c.delay) == nil {
			continue
		}
		if err != nil {
			return ans, fmt.Errorf("search %s: %w", p.Name, err)
		}
		parsed, err := p.parse(r.body)
		if err != nil {
			return ans, fmt.Errorf("search %s: %w", p.Name, err)
		}
		for i := range parsed.results {
			parsed.results[i].Rank = i + 1
		}
		ans.Results, ans.Warnings, ans.Left = parsed.results, parsed.warnings, r.left
		return ans, nil
	}
}

func (c *Crawler) ask(p Provider, q Query, o ProviderOptions) (reply, error) {
	if q.Page < 1 {
		q.Page = 1
	}
	req, err := p.request(q, o)
	if err != nil {
		return reply{}, err
	}
	r, err := c.do(req)
	if err != nil {
		return reply{}, err
	}
	if err := statusError(r.status, r.body); err != nil {
		if errors.Is(err, ErrQuota) {
			c.block(req.URL.Host, err)
		}
		return reply{}, err
	}
	if t, _, _ := mime.ParseMediaType(r.contentType); strings.Contains(t, "html") {
		return reply{}, fmt.Errorf("%w: a web page instead of results", ErrFailed)
	}
	return r, nil
}

// block leaves a host alone for the rest of the run.
func (c *Crawler) block(name string, why error) {
	h := c.host(name)
	h.Lock()
	defer h.Unlock()
	h.blocked = why
}

func statusError(status int, body []byte) error {
	switch {
	case status == http.StatusOK:
		return nil
	case status == http.StatusUnauthorized, status == http.StatusForbidden, bytes.Contains(body, []byte("SUBSCRIPTION_TOKEN_INVALID")):
		return ErrKey
	case status == http.StatusTooManyRequests, status == http.StatusPaymentRequired:
		return ErrQuota
	case status >= 500:
		return ErrFailed
	}
	return fmt.Errorf("the search service refused the query (status %d)", status)
}

func pauseFor(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func get(endpoint string, o ProviderOptions, params url.Values) (*http.Request, error) {
	if o.Endpoint != "" {
		endpoint = o.Endpoint
	}
	return http.NewRequest(http.MethodGet, endpoint+"?"+params.Encode(), nil)
}

func post(endpoint string, o ProviderOptions, body any) (*http.Request, error) {
	if o.Endpoint != "" {
		endpoint = o.Endpoint
	}
	b, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(http.MethodPost, endpoint, bytes.NewReader(b))
	if err == nil {
		req.Header.Set("Content-Type", "application/json")
	}
	return req, err
}

// hit is a result before it is cleaned.
type hit struct{ url, title, text, date string }

func (a *answer) add(h hit) {
	target, ok := serp.Decode(h.url, nil)
	r := serp.Result{URL: target, Title: plain(h.title), Snippet: plain(h.text), DateText: h.date}
	if !ok {
		r.OpaqueURL = h.url
	}
	if r.Title != "" && (r.URL != "" || strings.HasPrefix(r.OpaqueURL, "http")) {
		a.results = append(a.results, r)
	}
}

// plain drops the tags and entities that services put around matched words.
func plain(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch {
		case r == '<':
			depth++
		case r == '>' && depth > 0:
			depth--
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return strings.Join(strings.Fields(html.UnescapeString(b.String())), " ")
}

func decodeAnswer(body []byte, into any) error {
	if err := json.Unmarshal(body, into); err != nil {
		return fmt.Errorf("%w: its answer cannot be read", ErrFailed)
	}
	return nil
}

func pageStart(page, size int) string { return strconv.Itoa((page-1)*size + 1) }
