package serp

import (
	"encoding/base64"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// wrapper undoes one kind of redirect link: a host, a path prefix, and the parameters that hold the target.
type wrapper struct {
	host, path string
	params     []string
}

var wrappers = []wrapper{
	{"google.", "/url", []string{"q", "url"}},
	{"google.", "/imgres", []string{"imgrefurl"}},
	{"google.", "/goto", []string{"url"}},
	{"translate.google.", "/translate", []string{"u"}},
	{"duckduckgo.com", "/l/", []string{"uddg"}},
	{"bing.com", "/news/apiclick.aspx", []string{"url"}},
	{"bing.com", "/alink/link", []string{"url"}},
	{"l.facebook.com", "/l.php", []string{"u"}},
	{"lm.facebook.com", "/l.php", []string{"u"}},
	{"l.instagram.com", "/", []string{"u"}},
	{"youtube.com", "/redirect", []string{"q"}},
	{"linkedin.com", "/redir/redirect", []string{"url"}},
	{"linkedin.com", "/safety/go", []string{"url"}},
	{"out.reddit.com", "/", []string{"url"}},
	{"steamcommunity.com", "/linkfilter", []string{"u", "url"}},
}

// Decode undoes redirect links of engines and platforms. ok is false when the target cannot be known from
// the link itself. base resolves relative links; it may be nil.
func Decode(link string, base *url.URL) (target string, ok bool) {
	for range 5 {
		u, err := url.Parse(strings.TrimSpace(link))
		if err != nil {
			return "", false
		}
		if base != nil {
			u = base.ResolveReference(u)
		}
		if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			return "", false
		}
		next, wrapped := unwrap(u)
		if !wrapped {
			return u.String(), true
		}
		if next == "" {
			return "", false
		}
		link = next
	}
	return "", false
}

func unwrap(u *url.URL) (target string, wrapped bool) {
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	switch {
	case host == "bing.com" && strings.HasPrefix(u.Path, "/ck/"):
		return bingTarget(u.Query().Get("u")), true
	case host == "r.search.yahoo.com":
		_, rest, _ := strings.Cut(u.EscapedPath(), "/RU=")
		rest, _, _ = strings.Cut(rest, "/RK=")
		rest, _, _ = strings.Cut(rest, "/RS=")
		target, _ = url.PathUnescape(rest)
		return target, true
	case isGoogle(host) && strings.HasPrefix(u.Path, "/amp/s/"):
		return "https://" + strings.TrimPrefix(u.Path, "/amp/s/"), true
	case host == "cdn.ampproject.org" && strings.HasPrefix(u.Path, "/c/s/"):
		return "https://" + strings.TrimPrefix(u.Path, "/c/s/"), true
	}
	for _, w := range wrappers {
		if !strings.HasPrefix(u.Path, w.path) || !(host == w.host || strings.HasSuffix(w.host, ".") && strings.HasPrefix(host, w.host)) {
			continue
		}
		for _, p := range w.params {
			if v := u.Query().Get(p); strings.HasPrefix(v, "http://") || strings.HasPrefix(v, "https://") {
				return v, true
			}
		}
		return "", true
	}
	return "", false
}

// bingTarget decodes "a1" plus base64url without padding; an internal link decodes to a path.
func bingTarget(s string) string {
	if len(s) > 2 && s[0] == 'a' && s[1] >= '0' && s[1] <= '9' {
		s = s[2:]
	}
	b, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(s, "="))
	if err != nil || !strings.HasPrefix(string(b), "http") {
		return ""
	}
	return string(b)
}

func isGoogle(host string) bool { return strings.HasPrefix(host, "google.") }

var trackers = []string{"gclid", "fbclid", "msclkid", "mc_cid", "mc_eid", "igshid", "si", "ref", "ref_src", "srsltid", "ved", "sa"}

var hostTwins = map[string]string{
	"old.reddit.com": "reddit.com", "np.reddit.com": "reddit.com", "twitter.com": "x.com", "mobile.twitter.com": "x.com",
}

var mobileHost = regexp.MustCompile(`^(www|m|mobile|amp)\.`)

// Key is the canonical form of an address, for telling whether two results are the same page: scheme, "www.",
// tracking parameters, fragment and a trailing slash do not count. It is not meant for opening.
func Key(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	host := strings.ToLower(u.Host)
	host = strings.TrimSuffix(strings.TrimSuffix(host, ":80"), ":443")
	if twin, ok := hostTwins[host]; ok {
		host = twin
	}
	host = mobileHost.ReplaceAllString(host, "")
	if twin, ok := hostTwins[host]; ok {
		host = twin
	}
	q := u.Query()
	for name := range q {
		if strings.HasPrefix(name, "utm_") || slices.Contains(trackers, name) {
			q.Del(name)
		}
	}
	key := host + strings.TrimSuffix(u.EscapedPath(), "/")
	if enc := q.Encode(); enc != "" {
		key += "?" + enc
	}
	if strings.HasPrefix(u.Fragment, "!") {
		key += "#" + u.Fragment
	}
	return key
}
