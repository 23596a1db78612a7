// Package serp reads search engine result pages that the user saved from the browser: HTML, "complete" pages,
// single-file MHTML, SingleFile, Safari web archives and saved page sources. One row of the engines table says
// how an engine marks its results.
//
// It opens no connection, runs no script and loads nothing a page refers to. A page that cannot be read says
// why: a challenge, a consent page, no results, or a layout that is not known. A page of which a part could not
// be read says how much. It never yields half a result without saying so.
package serp

import (
	"errors"
	"time"
)

// Status says what kind of page was read.
type Status string

// Statuses of a page.
const (
	StatusOK        Status = "ok"             // results were read
	StatusPartial   Status = "partial"        // results were read, others on the page could not be
	StatusEmpty     Status = "empty"          // the engine found nothing
	StatusChallenge Status = "challenge"      // a captcha or robot check instead of results
	StatusConsent   Status = "consent"        // a cookie or consent page instead of results
	StatusChanged   Status = "layout-changed" // the engine is known, its layout is not
	StatusUnknown   Status = "unknown"        // not a result page of an engine in the table
)

// Limits on one page.
const (
	MaxPage  = 25 << 20 // bytes
	maxNodes = 200_000
)

// Errors for files that are no page at all.
var (
	ErrTooLarge = errors.New("page is larger than 25 MB")
	ErrNotPage  = errors.New("not a saved web page")
)

// Page is one saved result page.
type Page struct {
	Engine  string // row of the engines table; "" when unknown
	Query   string
	URL     string // where the page was saved from, when it says so
	Number  int    // of the page among those of the query, from 1
	Saved   time.Time
	Status  Status
	Reason  string // one sentence for the user when Status is not ok
	Results []Result
	Unread  int // entries that look like results and could not be read
	Ads     int // advertisements, which are not results
	Others  int // other pages linked from boxes of news, videos, pictures, questions
}

// Result is one organic result.
type Result struct {
	Rank       int    // from 1, among the organic results of the page
	URL        string // decoded and absolute; "" if it could not be decoded
	OpaqueURL  string // the redirect link that could not be decoded
	HostOnly   bool   // URL is a guess from the printed address: the host is right, the path a hint
	DisplayURL string // address as printed
	Title      string
	Snippet    string
	DateText   string // date as printed, for instance "3 days ago"
}
