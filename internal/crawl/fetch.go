package crawl

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gocolly/colly/v2"
)

// Options of a crawler. The zero value is polite and strict.
type Options struct {
	// CacheDir keeps fetched pages for conditional requests; empty means no cache.
	CacheDir string
	// Delay is the pause between two requests to one host, before jitter; default five seconds.
	Delay time.Duration
	// MaxPages bounds one run; default 200.
	MaxPages int
	// Allow lists host:port pairs that may be reached although they are not public. Only for a search server
	// of the user's own and for the loopback server of tests.
	Allow []string
}

// Page is one fetched page.
type Page struct {
	URL         string // as asked
	FinalURL    string // after redirects
	Status      int
	ContentType string
	Body        []byte
	Truncated   bool // the body was cut at the size limit
	NoIndex     bool // the page asks search engines not to list it
	Fetched     time.Time
	FromCache   bool // unchanged since it was last fetched
}

// Crawler fetches pages one after another per host. It is safe for concurrent use and lives for one run: it
// stops when the context it was made with ends.
type Crawler struct {
	ctx       context.Context
	guard     guard
	collector *colly.Collector
	client    *http.Client // for robots.txt and APIs; the same guard and transport
	cache     *cache
	refused   *refusals
	delay     time.Duration

	mu     sync.Mutex
	hosts  map[string]*host
	budget int
}

// New prepares a crawler for one run.
func New(ctx context.Context, o Options) *Crawler {
	if o.Delay == 0 {
		o.Delay = 5 * time.Second
	}
	if o.MaxPages == 0 {
		o.MaxPages = 200
	}
	g := guard{allow: map[string]bool{}}
	for _, hostport := range o.Allow {
		g.allow[hostport] = true
	}
	transport := g.transport()
	c := &Crawler{
		ctx: ctx, guard: g, delay: o.Delay, budget: o.MaxPages, hosts: map[string]*host{}, cache: &cache{dir: o.CacheDir}, refused: openRefusals(o.CacheDir),
		client: &http.Client{Transport: transport, Timeout: requestTimeout, CheckRedirect: g.checkRedirect},
	}
	c.cache.prune(time.Now())
	c.collector = newCollector(ctx, transport, c.redirect)
	return c
}

// newCollector sets what matters after construction, since colly reads settings from the environment too.
func newCollector(ctx context.Context, transport http.RoundTripper, redirect func(*http.Request, []*http.Request) error) *colly.Collector {
	c := colly.NewCollector(colly.StdlibContext(ctx))
	c.WithTransport(transport)
	c.DisableCookies()
	c.SetRequestTimeout(requestTimeout)
	c.SetRedirectHandler(redirect)
	c.UserAgent = UserAgent
	c.MaxDepth = 1
	c.MaxBodySize = maxPageBytes
	c.AllowURLRevisit = true // freshness is decided by the cache, which outlives the process
	c.ParseHTTPErrorResponse = true
	c.CacheDir = ""
	c.Async = false
	// robots.txt is checked by robots.go, with a size limit, the run's context, and again after redirects;
	// colly's own check has none of these.
	c.IgnoreRobotsTxt = true
	c.OnResponseHeaders(func(r *colly.Response) {
		kind := r.Headers.Get("Content-Type")
		if picture := r.Ctx.GetAny("picture") != nil; picture && !strings.HasPrefix(strings.ToLower(kind), "image/") || !picture && !readable(kind) {
			r.Request.Abort()
		}
	})
	c.OnResponse(func(r *colly.Response) {
		if out, ok := r.Ctx.GetAny("page").(*Page); ok {
			out.Status, out.Body, out.FinalURL = r.StatusCode, r.Body, r.Request.URL.String()
			out.ContentType = r.Headers.Get("Content-Type")
			out.NoIndex = strings.Contains(strings.ToLower(r.Headers.Get("X-Robots-Tag")), "noindex")
			out.Truncated = len(r.Body) >= maxPageBytes
			r.Ctx.Put("headers", r.Headers)
		}
	})
	return c
}

// readable reports whether a content type is worth its body: text of any kind, JSON, XML, PDF, Office files.
func readable(contentType string) bool {
	t, _, _ := strings.Cut(strings.ToLower(contentType), ";")
	t = strings.TrimSpace(t)
	return t == "" || strings.HasPrefix(t, "text/") || strings.HasSuffix(t, "json") || strings.HasSuffix(t, "xml") || slices.ContainsFunc(documentTypes, func(d string) bool { return strings.HasPrefix(t, d) })
}

// documentTypes begin the content types of documents.
var documentTypes = []string{"application/pdf", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint", "application/vnd.openxmlformats-officedocument."}

// Fetch gets one page. It waits for its turn at the host, asks robots.txt, and uses a conditional request when
// the page is in the cache. Any status is a page; errors are for pages that could not or must not be asked for.
func (c *Crawler) Fetch(address string) (Page, error) { return c.fetch(address, false) }

// FetchPicture gets one picture, under the same rules as a page.
func (c *Crawler) FetchPicture(address string) (Page, error) { return c.fetch(address, true) }

func (c *Crawler) fetch(address string, picture bool) (Page, error) {
	page := Page{URL: address}
	u, err := url.Parse(address)
	if err != nil {
		return page, fmt.Errorf("fetch: %w: address", ErrForbiddenAddress)
	}
	if err := c.guard.checkURL(u); err != nil {
		return page, fmt.Errorf("fetch %s: %w", u.Host, err)
	}
	if manualOnly(u.Hostname()) {
		return page, fmt.Errorf("fetch %s: %w", u.Host, ErrManualOnly)
	}
	if err := c.refused.check(u.Host); err != nil {
		return page, fmt.Errorf("fetch %s: %w", u.Host, err)
	}
	h := c.host(u.Host)
	h.Lock()
	defer h.Unlock()
	if err := c.mayAsk(h, u); err != nil {
		return page, fmt.Errorf("fetch %s: %w", u.Host, err)
	}
	if err := c.wait(h); err != nil {
		return page, err
	}
	return c.request(h, u, page, picture)
}

func (c *Crawler) request(h *host, u *url.URL, page Page, picture bool) (Page, error) {
	defer func() { h.next = time.Now().Add(c.pause(h)) }()
	ctx := colly.NewContext()
	ctx.Put("page", &page)
	if picture {
		ctx.Put("picture", true)
	}
	kept, has := c.cache.get(page.URL)
	header := http.Header{}
	if has {
		setIf(header, "If-None-Match", kept.ETag)
		setIf(header, "If-Modified-Since", kept.LastModified)
	}
	err := c.collector.Request(http.MethodGet, u.String(), nil, ctx, header)
	page.Fetched = time.Now().UTC()
	switch {
	case c.ctx.Err() != nil:
		return page, c.ctx.Err()
	case errors.Is(err, colly.ErrAbortedAfterHeaders):
		return page, fmt.Errorf("fetch %s: content of this type is not read", u.Host)
	case err != nil && page.Status == 0:
		return page, fmt.Errorf("fetch %s: %w", u.Host, err)
	}
	if !interfaces[u.Hostname()] {
		c.refused.note(u.Host, page.Status)
	}
	switch page.Status {
	case http.StatusNotModified:
		page.Status, page.Body, page.ContentType, page.FinalURL, page.FromCache = kept.Status, kept.Body, kept.ContentType, kept.FinalURL, true
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		h.blocked = ErrBusy
		return page, fmt.Errorf("fetch %s: %w", u.Host, ErrBusy)
	case http.StatusOK:
		if headers, ok := ctx.GetAny("headers").(*http.Header); ok && !page.Truncated {
			c.cache.put(page, headers.Get("ETag"), headers.Get("Last-Modified"))
		}
	}
	return page, nil
}

// redirect checks each hop: public address, not a manual-only site, allowed by the robots.txt already known.
func (c *Crawler) redirect(req *http.Request, via []*http.Request) error {
	if err := c.guard.checkRedirect(req, via); err != nil {
		return err
	}
	if err := c.refused.check(req.URL.Host); err != nil {
		return err
	}
	if manualOnly(req.URL.Hostname()) {
		return http.ErrUseLastResponse // the status and place of the redirect are the answer
	}
	if req.URL.Host == via[0].URL.Host {
		return nil
	}
	r, err := c.fetchRobots(req.URL)
	if err != nil {
		return err
	}
	if !r.allows(req.URL) {
		return ErrRobots
	}
	return nil
}

func setIf(h http.Header, name, value string) {
	if value != "" {
		h.Set(name, value)
	}
}
