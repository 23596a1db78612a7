package reddit

import (
	"net/url"
	"strings"

	"footprint/internal/ingest"
)

// bareID takes the kind off an id: "t1_abc" and "abc" are the same comment. A spreadsheet program may have
// turned an id into a number, which is none.
func bareID(id string) string {
	if len(id) > 3 && id[0] == 't' && id[2] == '_' {
		id = id[3:]
	}
	if strings.ContainsAny(id, ".+ ") {
		return ""
	}
	return ingest.CleanText(id)
}

// link is a permanent link taken apart: /r/<sub>/comments/<post>/<slug>/<comment>/.
type link struct{ url, subreddit, post, title, comment string }

func parseLink(s string) link {
	s = ingest.CleanText(s)
	if strings.HasPrefix(s, "/") {
		s = "https://www.reddit.com" + s
	}
	u, err := url.Parse(s)
	if err != nil || s == "" {
		return link{}
	}
	if strings.HasSuffix(u.Host, "reddit.com") {
		u.Scheme, u.Host = "https", "www.reddit.com"
	}
	l := link{url: u.String()}
	parts := strings.Split(strings.Trim(u.Path, "/"), "/")
	for i, p := range parts {
		if p != "comments" || i+1 >= len(parts) {
			continue
		}
		l.post = parts[i+1]
		if i >= 2 {
			l.subreddit = parts[i-1]
			if parts[i-2] == "user" || parts[i-2] == "u" {
				l.subreddit = "u_" + l.subreddit
			}
		}
		if i+2 < len(parts) {
			l.title = ingest.CleanText(strings.ReplaceAll(parts[i+2], "_", " "))
		}
		if i+3 < len(parts) {
			l.comment = parts[i+3]
		}
		break
	}
	return l
}

// unescape turns entities of old texts back; newer texts hold the characters themselves.
func unescape(s string) string {
	if !strings.Contains(s, "&") || strings.Contains(s, "<") {
		return s
	}
	entities := []string{"&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`, "&#39;", "'", "&#x200B;", "", "&nbsp;", " "}
	for rest := s; ; {
		i := strings.IndexByte(rest, '&')
		if i < 0 {
			return strings.NewReplacer(entities...).Replace(s)
		}
		rest = rest[i:]
		known := false
		for j := 0; j < len(entities) && !known; j += 2 {
			known = strings.HasPrefix(rest, entities[j])
		}
		if !known {
			return s // a bare & : nothing was escaped
		}
		rest = rest[1:]
	}
}
