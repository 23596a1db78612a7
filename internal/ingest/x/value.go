package x

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

// text is a string, number or bool of the archive, which writes numbers in either form.
type text string

// UnmarshalJSON reads any scalar.
func (t *text) UnmarshalJSON(raw []byte) error {
	*t = text(ingest.CleanText(jsonstream.Text(raw)))
	return nil
}

// entities are the characters that X escapes in texts.
var entities = strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'")

func unescape(s string) string {
	if strings.IndexByte(s, '&') < 0 {
		return s
	}
	return entities.Replace(s)
}

var tagPattern = regexp.MustCompile(`<[^>]*>`)

// stripTags returns the words of the link that names an app.
func stripTags(s string) string {
	return strings.TrimSpace(unescape(tagPattern.ReplaceAllString(s, "")))
}

const postTime = "Mon Jan 02 15:04:05 -0700 2006"

// layouts are the forms of time in archives; those without a zone are UTC.
var layouts = [...]string{postTime, time.RFC3339Nano, "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05", "2006.01.02", "2006-01-02"}

// when reads any form of time, or returns the zero time.
func when(t text) time.Time {
	s := string(t)
	if s == "" {
		return time.Time{}
	}
	if s[0] >= '0' && s[0] <= '9' && !strings.ContainsAny(s, "-.:") {
		n, err := strconv.ParseInt(s, 10, 64)
		const firstMilli = 1e11 // as seconds beyond the year 5000
		switch {
		case err != nil:
			return time.Time{}
		case n > firstMilli:
			return ingest.Plausible(time.UnixMilli(n))
		}
		return ingest.Plausible(time.Unix(n, 0))
	}
	for _, layout := range layouts {
		if at, err := time.Parse(layout, s); err == nil {
			return ingest.Plausible(at)
		}
	}
	return time.Time{}
}

// snowflakeTime returns when a post or message with this number was made, for numbers given since November
// 2010; older numbers carry no time.
func snowflakeTime(id string) time.Time {
	const epochMilli, first = 1288834974657, 29_700_000_000
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil || n < first {
		return time.Time{}
	}
	return ingest.Plausible(time.UnixMilli(int64(n>>22) + epochMilli))
}

// lastSegment returns the file name of an address, without its query.
func lastSegment(url string) string {
	url, _, _ = strings.Cut(url, "?")
	return url[strings.LastIndexByte(url, '/')+1:]
}

func postURL(handle, id string) string {
	switch {
	case id == "":
		return ""
	case handle == "":
		return "https://x.com/i/web/status/" + id
	}
	return "https://x.com/" + handle + "/status/" + id
}

func userURL(id string) string {
	if id == "" {
		return ""
	}
	return "https://x.com/intent/user?user_id=" + id
}
