package crawl

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/temoto/robotstxt"
)

// robots is what a host's robots.txt says to this program.
type robots struct {
	group *robotstxt.Group
	delay time.Duration
}

func (r *robots) allows(u *url.URL) bool {
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	return r.group.Test(path)
}

// fetchRobots reads robots.txt: a missing file allows everything; an error or a request to slow down means that
// the host is left alone in this run (RFC 9309).
func (c *Crawler) fetchRobots(u *url.URL) (*robots, error) {
	address := url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	req, err := http.NewRequestWithContext(c.ctx, http.MethodGet, address.String(), nil)
	if err != nil {
		return nil, fmt.Errorf("robots.txt: %w", err)
	}
	req.Header.Set("User-Agent", UserAgent)
	resp, err := c.client.Do(req)
	if err != nil {
		return nil, fmt.Errorf("robots.txt: %w", errors.Unwrap(err))
	}
	defer resp.Body.Close()
	if resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= 500 {
		return nil, fmt.Errorf("robots.txt: %w", ErrBusy)
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxRobotsBytes))
	if err != nil {
		return nil, fmt.Errorf("robots.txt: %w", err)
	}
	data, err := robotstxt.FromStatusAndBytes(resp.StatusCode, body)
	if err != nil {
		data, err = robotstxt.FromStatusAndBytes(http.StatusNotFound, nil) // rules nobody can read forbid nothing
		if err != nil {
			return nil, fmt.Errorf("robots.txt: %w", err)
		}
	}
	group := data.FindGroup(UserAgent)
	return &robots{group, group.CrawlDelay}, nil
}
