package crawl

import (
	"errors"
	"math/rand/v2"
	"net/url"
	"sync"
	"time"
)

// host is what is known of one host during a run. Its lock is held while a request is on its way.
type host struct {
	sync.Mutex
	next    time.Time // not before
	robots  *robots
	blocked error // the host said no; nothing more is asked of it in this run
}

// mayAsk spends one page of the budget and asks the host's rules.
func (c *Crawler) mayAsk(h *host, u *url.URL) error {
	if h.blocked != nil {
		return h.blocked
	}
	c.mu.Lock()
	c.budget--
	left := c.budget
	c.mu.Unlock()
	if left < 0 {
		return errors.New("the limit of pages for one run is reached")
	}
	if h.robots == nil {
		r, err := c.fetchRobots(u)
		if err != nil {
			h.blocked = err
			return err
		}
		h.robots = r
	}
	if !h.robots.allows(u) {
		return ErrRobots
	}
	return nil
}

// wait sleeps until the host may be asked again, or the run ends.
func (c *Crawler) wait(h *host) error {
	pause := time.Until(h.next)
	if pause <= 0 {
		return c.ctx.Err()
	}
	t := time.NewTimer(pause)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-c.ctx.Done():
		return c.ctx.Err()
	}
}

func (c *Crawler) pause(h *host) time.Duration {
	d := c.delay
	if h.robots != nil {
		d = max(d, min(h.robots.delay, maxCrawlDelay))
	}
	return d + rand.N(d+1)
}

func (c *Crawler) host(name string) *host {
	c.mu.Lock()
	defer c.mu.Unlock()
	h := c.hosts[name]
	if h == nil {
		h = &host{}
		c.hosts[name] = h
	}
	return h
}

// interfaces are hosts that answer 403 about one address, not about programs.
var interfaces = map[string]bool{"web.archive.org": true}
