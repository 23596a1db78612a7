package crawl

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// Site is one place where a handle may have a public profile. "<h>" stands for the handle. The facts come from
// shared/search/profiles.md; "name is free" and sign-up addresses are never used.
type Site struct {
	Name    string
	Profile string // what a person opens
	Check   string // what is asked; empty: only a browser can look
	// Found and Missing are the status and words that say so. Found needs words: without any, the handle itself
	// must stand on the page.
	Found, Missing        int
	FoundWords, MissWords string
	shape                 string // of a handle the site can have
	strip                 string // characters the site leaves out of handles
}

// Sites is Footprint's own table: documented interfaces and public pages with a dependable sign first, then those
// that only a browser may look at.
func Sites() []Site {
	page := func(name, profile, words string) Site {
		return Site{Name: name, Profile: profile, Check: profile, Found: 200, FoundWords: words, Missing: 404}
	}
	api := func(name, profile, check, words string, missing int, missWords string) Site {
		return Site{Name: name, Profile: profile, Check: check, Found: 200, FoundWords: words, Missing: missing, MissWords: missWords}
	}
	sites := []Site{
		api("Bluesky", "https://bsky.app/profile/<h>.bsky.social", "https://public.api.bsky.app/xrpc/app.bsky.actor.getProfile?actor=<h>.bsky.social", `"did"`, 400, "Profile not found"),
		api("Mastodon (mastodon.social)", "https://mastodon.social/@<h>", "https://mastodon.social/api/v1/accounts/lookup?acct=<h>", `"acct"`, 404, ""),
		api("GitHub", "https://github.com/<h>", "https://api.github.com/users/<h>", `"login"`, 404, ""),
		api("GitLab", "https://gitlab.com/<h>", "https://gitlab.com/api/v4/users?username=<h>", `"username"`, 200, "[]"),
		api("Bitbucket", "https://bitbucket.org/<h>", "https://api.bitbucket.org/2.0/workspaces/<h>", `"slug"`, 404, ""),
		api("DEV", "https://dev.to/<h>", "https://dev.to/api/users/by_username?url=<h>", `"username"`, 404, ""),
		api("Hacker News", "https://news.ycombinator.com/user?id=<h>", "https://hacker-news.firebaseio.com/v0/user/<h>.json", `"created"`, 200, "null"),
		api("Hugging Face", "https://huggingface.co/<h>", "https://huggingface.co/api/users/<h>/overview", `"user"`, 404, ""),
		api("Keybase", "https://keybase.io/<h>", "https://keybase.io/_/api/1.0/user/lookup.json?usernames=<h>", `"them":[{`, 200, `"them":[null]`),
		api("Wikipedia", "https://en.wikipedia.org/wiki/User:<h>", "https://en.wikipedia.org/w/api.php?action=query&format=json&list=users&ususers=<h>&formatversion=2", `"userid"`, 200, `"missing"`),
		api("Gravatar", "https://gravatar.com/<h>", "https://api.gravatar.com/v3/profiles/<h>", `"profile_url"`, 404, ""),
		api("Medium", "https://medium.com/@<h>", "https://medium.com/feed/@<h>", "<rss", 404, ""),
		api("WordPress.com", "https://<h>.wordpress.com", "https://public-api.wordpress.com/rest/v1.1/sites/<h>.wordpress.com", `"ID"`, 404, "unknown_blog"),
		api("SoundCloud", "https://soundcloud.com/<h>", "https://soundcloud.com/oembed?format=json&url=https://soundcloud.com/<h>", `"author_url"`, 404, ""),
		api("Chess.com", "https://www.chess.com/member/<h>", "https://api.chess.com/pub/player/<h>", `"player_id"`, 404, ""),
		api("Lichess", "https://lichess.org/@/<h>", "https://lichess.org/api/user/<h>", `"username"`, 404, ""),
		page("YouTube", "https://www.youtube.com/@<h>", "canonicalBaseUrl"),
		page("Tumblr", "https://<h>.tumblr.com", ""),
		page("MySpace", "https://myspace.com/<h>", "<!-- Profile -->"),
		page("LiveJournal", "https://<h>.livejournal.com", ""),
		page("Disqus", "https://disqus.com/by/<h>/", ""),
		page("about.me", "https://about.me/<h>", "| about.me"),
		page("Linktree", "https://linktr.ee/<h>", `"uuid":`),
		page("Blogspot", "https://<h>.blogspot.com", ""),
		page("Flickr", "https://www.flickr.com/photos/<h>/", "| Flickr"),
		page("SmugMug", "https://<h>.smugmug.com", "schema.org/Person"),
		page("Unsplash", "https://unsplash.com/@<h>", ""),
		page("VSCO", "https://vsco.co/<h>", "permaSubdomain"),
		page("DeviantArt", "https://www.deviantart.com/<h>", "| DeviantArt"),
		page("Behance", "https://www.behance.net/<h>", ""),
		page("Dribbble", "https://dribbble.com/<h>", ""),
		page("Vimeo", "https://vimeo.com/<h>", ""),
		page("Bandcamp", "https://bandcamp.com/<h>", ""),
		page("Last.fm", "https://www.last.fm/user/<h>", ""),
		page("Letterboxd", "https://letterboxd.com/<h>/", "profile on Letterboxd"),
		page("Goodreads", "https://www.goodreads.com/<h>", ""),
		page("Untappd", "https://untappd.com/user/<h>", "user_profile"),
		page("OpenStreetMap", "https://www.openstreetmap.org/user/<h>", "Mapper since:"),
		page("Academia.edu", "https://independent.academia.edu/<h>", "- Academia.edu"),
		{Name: "Steam", Profile: "https://steamcommunity.com/id/<h>", Check: "https://steamcommunity.com/id/<h>", Found: 200, FoundWords: "g_rgProfileData", Missing: 200, MissWords: "Steam Community :: Error"},
		{Name: "SlideShare", Profile: "https://www.slideshare.net/<h>", Check: "https://www.slideshare.net/<h>", Found: 200, FoundWords: `data-testid="report-button"`, Missing: 200, MissWords: `id="username-available"`},
		{Name: "Telegram", Profile: "https://t.me/<h>", Check: "https://t.me/<h>", Found: 200, FoundWords: "tgme_page_extra", Missing: 200, MissWords: "Telegram: Contact @", shape: `^[A-Za-z0-9_]{5,32}$`},
		{Name: "MyFitnessPal", Profile: "https://community.myfitnesspal.com/en/profile/<h>", Check: "https://community.myfitnesspal.com/en/profile/<h>", Found: 200, FoundWords: "Last Active", Missing: 404, MissWords: "User Not Found"},
	}
	for _, m := range [][2]string{{"Facebook", "https://www.facebook.com/<h>"}, {"Instagram", "https://www.instagram.com/<h>/"}, {"Threads", "https://www.threads.com/@<h>"}, {"X", "https://x.com/<h>"},
		{"LinkedIn", "https://www.linkedin.com/in/<h>"}, {"TikTok", "https://www.tiktok.com/@<h>"}, {"Snapchat", "https://www.snapchat.com/@<h>"}, {"Reddit", "https://www.reddit.com/user/<h>"}, {"Pinterest", "https://www.pinterest.com/<h>/"},
		{"Quora", "https://www.quora.com/profile/<h>"}, {"ResearchGate", "https://www.researchgate.net/profile/<h>"}, {"Strava", "https://www.strava.com/athletes/<h>"}, {"Twitch", "https://www.twitch.tv/<h>"},
		{"Duolingo", "https://www.duolingo.com/profile/<h>"}, {"Venmo", "https://account.venmo.com/u/<h>"}} {
		sites = append(sites, Site{Name: m[0], Profile: m[1]})
	}
	return sites
}

// maxSitesFile bounds a list of sites that the user loads.
const maxSitesFile = 20 << 20

// neverAsk are parts of addresses that test whether a name is free, or borrow somebody else's key.
var neverAsk = regexp.MustCompile(`(?i)available|availability|validate|sign-?up|register|username-attempt|username_check|web_profile_info|forgot|recover|reset|api_key=|client_id=|imginn|nitter|stats\.fm|twitchtracker`)

// ParseSites reads a WhatsMyName list (wmn-data.json). Entries that are switched off, post something, need keys,
// are adult, or ask what Footprint does not ask are left out and counted.
func ParseSites(r io.Reader) (sites []Site, left int, err error) {
	var in struct {
		Sites []struct {
			Name    string            `json:"name"`
			Check   string            `json:"uri_check"`
			Pretty  string            `json:"uri_pretty"`
			Post    string            `json:"post_body"`
			Headers map[string]string `json:"headers"`
			Strip   string            `json:"strip_bad_char"`
			ECode   int               `json:"e_code"`
			EString string            `json:"e_string"`
			MCode   int               `json:"m_code"`
			MString string            `json:"m_string"`
			Cat     string            `json:"cat"`
			Valid   *bool             `json:"valid"`
		} `json:"sites"`
	}
	b, err := io.ReadAll(io.LimitReader(r, maxSitesFile+1))
	if err == nil && len(b) > maxSitesFile {
		err = fmt.Errorf("larger than %d MB", maxSitesFile>>20)
	}
	if err == nil {
		err = json.Unmarshal(b, &in)
	}
	if err != nil {
		return nil, 0, fmt.Errorf("read list of sites: %w", err)
	}
	for _, s := range in.Sites {
		check := strings.ReplaceAll(strings.Replace(s.Check, "http://", "https://", 1), "{account}", "<h>")
		profile := strings.ReplaceAll(s.Pretty, "{account}", "<h>")
		if profile == "" {
			profile = check
		}
		u, err := url.Parse(strings.ReplaceAll(check, "<h>", "h"))
		if err != nil || u.Scheme != "https" || !strings.Contains(check, "<h>") || s.Name == "" || s.Post != "" || len(s.Headers) > 0 || strings.Contains(strings.ToLower(s.Cat), "nsfw") ||
			s.Valid != nil && !*s.Valid || s.EString == "" || neverAsk.MatchString(check) || manualOnly(u.Hostname()) {
			left++
			continue
		}
		sites = append(sites, Site{Name: s.Name, Profile: profile, Check: check, Found: s.ECode, FoundWords: s.EString, Missing: s.MCode, MissWords: s.MString, strip: s.Strip})
	}
	slices.SortFunc(sites, func(x, y Site) int { return strings.Compare(x.Name, y.Name) })
	return sites, left, nil
}
