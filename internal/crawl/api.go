package crawl

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// longestWait is how long a service may ask to wait before the question is given up for this run.
const longestWait = time.Minute

// reply is what a documented interface answered.
type reply struct {
	status      int
	contentType string
	body        []byte
	wait        time.Duration // asked for with 429 or 503; 0 if nothing was said
	left        string        // quota that is left, as a number; "" if nothing was said
}

// Ask puts one question to a documented interface (not to a web page: robots.txt speaks of those) with the
// guard, the pauses and the limits of every fetch. A service that asks to wait less than a minute is asked once
// more. The status is that of the answer; an error means that none came.
func (c *Crawler) Ask(address string, header map[string]string) (status int, body []byte, err error) {
	for attempt := 0; ; attempt++ {
		req, err := http.NewRequest(http.MethodGet, address, nil)
		if err != nil {
			return 0, nil, fmt.Errorf("%w: address", ErrForbiddenAddress) // the error may hold a key
		}
		for name, value := range header {
			req.Header.Set(name, value)
		}
		r, err := c.do(req)
		if err != nil {
			return 0, nil, err
		}
		if r.status != http.StatusTooManyRequests || attempt > 0 || r.wait > longestWait {
			return r.status, r.body, nil
		}
		if err := pauseFor(c.ctx, r.wait+min(time.Second, c.delay)); err != nil {
			return 0, nil, err
		}
	}
}

// do sends a request to an interface when it is the host's turn.
func (c *Crawler) do(req *http.Request) (reply, error) {
	if err := c.guard.checkURL(req.URL); err != nil {
		return reply{}, err
	}
	h := c.host(req.URL.Host)
	h.Lock()
	defer h.Unlock()
	if h.blocked != nil {
		return reply{}, h.blocked
	}
	if err := c.wait(h); err != nil {
		return reply{}, err
	}
	defer func() { h.next = time.Now().Add(c.delay) }()
	req.Header.Set("User-Agent", UserAgent)
	if req.Header.Get("Accept") == "" {
		req.Header.Set("Accept", "application/json")
	}
	resp, err := c.client.Do(req.WithContext(c.ctx))
	switch {
	case c.ctx.Err() != nil:
		return reply{}, c.ctx.Err()
	case errors.Is(err, ErrForbiddenAddress):
		return reply{}, ErrForbiddenAddress
	case err != nil:
		return reply{}, fmt.Errorf("%w: no answer", ErrFailed) // the error may hold the key in the address
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxPageBytes))
	if err != nil {
		if c.ctx.Err() != nil {
			return reply{}, c.ctx.Err()
		}
		return reply{}, fmt.Errorf("%w: answer cut off", ErrFailed)
	}
	return reply{resp.StatusCode, resp.Header.Get("Content-Type"), body, retryAfter(resp.Header.Get("Retry-After")), quotaLeft(resp.Header)}, nil
}

// retryAfter reads the seconds of the header; a date counts as too long.
func retryAfter(value string) time.Duration {
	if value == "" {
		return 0
	}
	seconds, err := strconv.Atoi(value)
	if err != nil || seconds < 0 || seconds > 3600 {
		return 2 * longestWait
	}
	return time.Duration(seconds) * time.Second
}

// quotaLeft reads the header that Brave and others send: numbers by period, the longest period last.
func quotaLeft(h http.Header) string {
	value := h.Get("X-RateLimit-Remaining")
	value = strings.TrimSpace(value[strings.LastIndexByte(value, ',')+1:])
	if _, err := strconv.ParseUint(value, 10, 32); err != nil {
		return ""
	}
	return value
}
