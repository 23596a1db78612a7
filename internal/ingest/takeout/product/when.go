package product

import (
	"strconv"
	"strings"
	"time"

	"footprint/internal/ingest"
)

// timeLayouts of texts that are the same in every language. Those without a zone are UTC.
var timeLayouts = [...]string{
	time.RFC3339Nano, "2006-01-02 15:04:05.999999999 UTC", "2006-01-02 15:04:05.999999999Z07:00", "2006-01-02 15:04:05.999999999",
	"2006-01-02T15:04:05.999999999", "2006-01-02 15:04:05.999999999 -0700 MST", "2006-01-02 15:04 UTC", "2006-01-02",
}

// Time reads a time of a table or of JSON; the zero time when it is none.
func Time(s string) time.Time {
	s = strings.TrimSpace(s)
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return ingest.Plausible(t)
		}
	}
	return time.Time{}
}

// Epoch reads a number of units since 1970; the zero time when it is none. Zero stands for "not known".
func Epoch(s string, unit time.Duration) time.Time {
	n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	perSecond := int64(time.Second / unit)
	if err != nil || n <= 0 || n/perSecond > 1<<33 {
		return time.Time{}
	}
	return time.Unix(n/perSecond, n%perSecond*int64(unit)).UTC()
}
