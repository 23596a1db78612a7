// Package crawl is the only part of Footprint that opens a connection: search APIs with the user's own key,
// the pages the user asks to look at, presence checks, archives, and the second look that proves something gone.
//
// Nothing here runs by itself; every function does what the user just started and stops at once when its
// context ends. Fetches are polite (robots.txt, one request at a time per host, pauses, limits on size and
// time, an honest name) and can reach public addresses only: the guard checks the resolved address at the
// moment of connecting, so neither a redirect nor a DNS answer leads into the user's own network.
//
// colly stays inside.
package crawl

import (
	"errors"
	"time"
)

// UserAgent names the program honestly. The product token stands first, since robots.txt groups are matched
// against the start of the name.
const UserAgent = "Footprint/1.0 (personal self-check by the person concerned)"

// Limits of one run and one page.
const (
	maxPageBytes   = 2 << 20
	maxRobotsBytes = 512 << 10
	maxRedirects   = 5
	requestTimeout = 30 * time.Second
	connectTimeout = 15 * time.Second
	maxCrawlDelay  = 30 * time.Second
)

// Errors of a fetch. They tell apart what may not be fetched, what cannot be, and what said no.
var (
	// ErrForbiddenAddress: the address is not a public web address.
	ErrForbiddenAddress = errors.New("not a public web address")
	// ErrRobots: robots.txt of the site asks programs to stay away from this page.
	ErrRobots = errors.New("the site asks programs not to fetch this page (robots.txt)")
	// ErrManualOnly: the site forbids programs or hides its pages behind a log-in; open it in the browser.
	ErrManualOnly = errors.New("this site can only be looked at in the browser")
	// ErrTooManyRedirects: more than five hops.
	ErrTooManyRedirects = errors.New("too many redirects")
	// ErrBusy: the host asked to slow down; try again later.
	ErrBusy = errors.New("the site asked to slow down")
)
