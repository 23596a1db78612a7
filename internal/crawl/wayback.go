package crawl

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

// Snapshot is a copy of a page in a public archive.
type Snapshot struct {
	Original string    `json:"original"`
	URL      string    `json:"url"` // where the copy can be seen
	At       time.Time `json:"at"`
	Status   string    `json:"status"` // what the site answered then; "-" for a copy that had not changed
}

// waybackCDX lists captures; see shared/search/archives-and-breaches.md section 1.
const waybackCDX = "https://web.archive.org/cdx/search/cdx"

// Archived lists the copies of a page in the Wayback Machine, one a year, newest last. endpoint replaces the
// service's address in tests; leave it empty.
func (c *Crawler) Archived(address, endpoint string) ([]Snapshot, error) {
	if endpoint == "" {
		endpoint = waybackCDX
	}
	q := url.Values{"url": {address}, "output": {"json"}, "collapse": {"timestamp:4"}, "limit": {"50"}, "fl": {"timestamp,original,statuscode"}}
	page, err := c.Fetch(endpoint + "?" + q.Encode())
	if err != nil {
		return nil, fmt.Errorf("look into the archive: %w", err)
	}
	switch page.Status {
	case http.StatusOK:
	case http.StatusForbidden:
		return nil, fmt.Errorf("look into the archive: the owner of the site had it excluded")
	default:
		return nil, fmt.Errorf("look into the archive: status %d", page.Status)
	}
	return parseCDX(page.Body)
}

// parseCDX reads the table: a header row, then rows in the header's order, which differs between queries.
func parseCDX(body []byte) ([]Snapshot, error) {
	var rows [][]string
	if err := json.Unmarshal(body, &rows); err != nil {
		return nil, fmt.Errorf("look into the archive: the answer cannot be read: %w", err)
	}
	if len(rows) == 0 {
		return nil, nil
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	field := func(row []string, name string) string {
		if i, ok := column[name]; ok && i < len(row) {
			return row[i]
		}
		return ""
	}
	var out []Snapshot
	for _, row := range rows[1:] {
		if len(row) < len(rows[0]) { // an empty row and a key for the next page end the list
			break
		}
		stamp, original := field(row, "timestamp"), field(row, "original")
		at, err := time.Parse("20060102150405", stamp)
		if err != nil {
			continue
		}
		out = append(out, Snapshot{original, "https://web.archive.org/web/" + stamp + "/" + original, at, field(row, "statuscode")})
	}
	return out, nil
}
