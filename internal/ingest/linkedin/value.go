package linkedin

import (
	"html"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
)

// timeLayouts are tried in turn; which table uses which stands in linkedin.md section 3. All are UTC.
var timeLayouts = [...]string{
	"2006-01-02 15:04:05", "2006-01-02 15:04:05 UTC", "02 Jan 2006", "1/2/06, 3:04 PM", "1/2/2006, 3:04 PM", "Mon Jan 02 15:04:05 MST 2006",
	"2006/01/02 15:04:05 UTC", "2006/01/02 15:04:05", "2006-01-02 15:04 UTC", "2006-01-02 15:04", "2-Jan-06", "2006-01-02", "January 2, 2006", "January 2, 2006, 3:04 PM",
	"1/2/06 15:04", "1/2/06", "Jan 2006", "2006",
}

func parseTime(s string) time.Time {
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, "\u202f", " ")), " ")
	for _, layout := range timeLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return ingest.Plausible(t)
		}
	}
	return time.Time{}
}

// isTime tells the first cell of a post from a further line of its text.
func isTime(cell string) bool { return dateShape.MatchString(cell) }

var dateShape = regexp.MustCompile(`^\s*\d{1,4}[-/]\d{1,2}[-/]\d{1,4}\b`)

// urnID finds the number in an address of a post or comment.
var urnID = regexp.MustCompile(`(?:activity|share|ugcPost|comment)(?:%3A|:|-|%28activity%3A\d+%2C|\(activity:\d+,)(\d{15,})`)

// timeFromLink reads the creation time that LinkedIn's numbers carry: milliseconds in the upper bits.
func timeFromLink(link string) time.Time {
	m := urnID.FindAllStringSubmatch(link, -1)
	if len(m) == 0 {
		return time.Time{}
	}
	id, err := strconv.ParseInt(m[len(m)-1][1], 10, 64)
	if err != nil {
		return time.Time{}
	}
	return ingest.Plausible(time.UnixMilli(id >> 22))
}

// clean undoes entities and the tags of old message bodies.
func clean(s string) string {
	s = lineBreak.ReplaceAllString(s, "\n")
	return strings.TrimSpace(ingest.CleanText(html.UnescapeString(s)))
}

var lineBreak = regexp.MustCompile(`(?i)<br\s*/?>|</p>`)

// address completes profile addresses without a scheme.
func address(s string) string {
	if s == "" || strings.Contains(s, "://") {
		return s
	}
	return "https://" + s
}

func fullName(row csvtable.Row, prefix string) string {
	return strings.TrimSpace(row.Get(prefix+"First Name", prefix+"FirstName") + " " + row.Get(prefix+"Last Name", prefix+"LastName"))
}

func search(kind, words string) string {
	return "https://www.linkedin.com/search/results/" + kind + "/?keywords=" + url.QueryEscape(words)
}

var visibilities = map[string]footprint.Visibility{
	"PUBLIC": footprint.VisibilityPublic, "MEMBER_NETWORK": footprint.VisibilityPublic, "ANYONE": footprint.VisibilityPublic, "LOGGED_IN": footprint.VisibilityPublic,
	"CONNECTIONS": footprint.VisibilityFriends, "CONNECTIONS_ONLY": footprint.VisibilityFriends,
}

func visibility(s string) footprint.Visibility {
	return visibilities[strings.ToUpper(strings.ReplaceAll(s, " ", "_"))]
}

// joined makes one text of the named cells, each on a line of its own.
func joined(row csvtable.Row, columns ...string) string {
	var parts []string
	for _, c := range columns {
		if v := row.Get(c); v != "" {
			parts = append(parts, clean(v))
		}
	}
	return strings.Join(parts, "\n")
}

// details keeps the other cells for display.
func details(row csvtable.Row, except ...string) map[string]string {
	out := map[string]string{}
	row.Each(func(column, value string) {
		for _, e := range except {
			if csvtable.Fold(e) == csvtable.Fold(column) {
				return
			}
		}
		if column != "" && len(value) <= 2000 {
			if had, twice := out[column]; twice {
				value = had + "; " + value
			}
			out[column] = ingest.CleanText(value)
		}
	})
	if len(out) == 0 {
		return nil
	}
	return out
}
