package crawl

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/url"
	"regexp"
	"strings"
	"time"
)

// ProfileState is what a site says about a handle. Only ProfileExists is a finding, and even that does not say
// whose it is.
type ProfileState string

// States of a handle on a site.
const (
	ProfileExists  ProfileState = "exists"
	ProfileMissing ProfileState = "missing"
	ProfileBlocked ProfileState = "blocked" // the site refuses programs
	ProfileUnknown ProfileState = "unknown"
	ProfileManual  ProfileState = "manual" // only a browser can look
	ProfileIllegal ProfileState = "illegal-handle"
)

// Presence checks are polite: at most ten handles, and the run ends when five sites in a row refuse.
const (
	MaxHandles    = 10
	refusalsToEnd = 5
	betweenSites  = time.Second
)

// ProfileCheck is the answer of one site for one handle.
type ProfileCheck struct {
	Site   string       `json:"site"`
	Handle string       `json:"handle"`
	URL    string       `json:"url"` // of the profile, for the browser
	State  ProfileState `json:"state"`
	Why    string       `json:"why"`
	At     time.Time    `json:"at"`
}

// handleShape is what can be a handle anywhere.
var handleShape = regexp.MustCompile(`^[\p{L}\p{N}._-]{2,40}$`)

// checkProfile asks one site for one handle. A profile that seems to exist is confirmed by asking for a handle
// that nobody has: a site that knows that one as well says nothing.
func (c *Crawler) checkProfile(s Site, handle string) (ProfileCheck, error) {
	out := ProfileCheck{Site: s.Name, Handle: handle, URL: s.address(s.Profile, handle), At: time.Now().UTC()}
	switch {
	case !handleShape.MatchString(handle) || s.shape != "" && !regexp.MustCompile(s.shape).MatchString(handle):
		out.State, out.Why = ProfileIllegal, "This cannot be a handle there."
		return out, nil
	case s.Check == "":
		out.State, out.Why = ProfileManual, "Only a browser can look there."
		return out, nil
	}
	var err error
	if out.State, out.Why, err = c.probe(s, handle); err != nil || out.State != ProfileExists {
		return out, err
	}
	control, _, err := c.probe(s, nobody())
	if err != nil {
		return out, err
	}
	if control != ProfileMissing && control != ProfileUnknown {
		out.State, out.Why = ProfileUnknown, "The site answers the same for a handle that nobody has."
	}
	return out, nil
}

// CheckProfiles asks every site for every handle and hands each answer on. It ends early when sites refuse one
// after another.
func (c *Crawler) CheckProfiles(ctx context.Context, sites []Site, handles []string, answer func(ProfileCheck)) error {
	if len(handles) > MaxHandles {
		return fmt.Errorf("check profiles: %d handles, want at most %d", len(handles), MaxHandles)
	}
	refusals := 0
	for _, s := range sites {
		for _, h := range handles {
			resting := c.resting(s.Check)
			check, err := c.checkProfile(s, h)
			if err != nil {
				return err
			}
			answer(check)
			switch {
			case check.State == ProfileManual || check.State == ProfileIllegal || resting:
				continue
			case check.State == ProfileBlocked:
				refusals++
			default:
				refusals = 0
			}
			if refusals == refusalsToEnd {
				return fmt.Errorf("check profiles: %d sites in a row refuse: %w", refusals, ErrBusy)
			}
			if err := pauseFor(ctx, min(betweenSites, c.delay)); err != nil {
				return err
			}
		}
	}
	return nil
}

// address puts a handle into an address: as a host name where it stands before a dot, escaped elsewhere.
func (s Site) address(pattern, handle string) string {
	for _, r := range s.strip {
		handle = strings.ReplaceAll(handle, string(r), "")
	}
	return strings.ReplaceAll(pattern, "<h>", url.QueryEscape(handle))
}

// probe asks once. Every disagreement is unknown, never missing.
func (c *Crawler) probe(s Site, handle string) (ProfileState, string, error) {
	page, err := c.Fetch(s.address(s.Check, handle))
	if err != nil {
		if c.ctx.Err() != nil {
			return "", "", c.ctx.Err()
		}
		return ProfileBlocked, cannotTell(err), nil
	}
	state, why := s.judge(page, handle)
	return state, why, nil
}

func (s Site) judge(page Page, handle string) (ProfileState, string) {
	body := string(page.Body)
	folded := strings.ToLower(body)
	switch {
	case page.Status == 401 || page.Status == 403 || page.Status == 429 || page.Status == 999 || page.Status >= 500:
		return ProfileBlocked, fmt.Sprintf("The site refuses programs (%d).", page.Status)
	case challenged(folded):
		return ProfileBlocked, "The site asks whether this is a robot."
	}
	status := page.Status
	lost := !strings.Contains(strings.ToLower(page.FinalURL), strings.ToLower(s.address("<h>", handle)))
	if lost && s.Missing >= 300 && s.Missing < 400 { // followed to a page that is not of the handle
		status = s.Missing
	}
	found := status == s.Found && (s.FoundWords != "" && strings.Contains(body, s.FoundWords) || s.FoundWords == "" && strings.Contains(folded, strings.ToLower(handle)))
	missing := status == s.Missing && (s.MissWords == "" || strings.Contains(body, s.MissWords))
	switch {
	case found && missing:
		return ProfileUnknown, "The answer says both."
	case found && (lost || loginWall(page)):
		return ProfileUnknown, "The site leads elsewhere."
	case found:
		return ProfileExists, "There is a profile of this name; whose it is, only you know."
	case missing:
		return ProfileMissing, "The site says that there is none."
	}
	return ProfileUnknown, "The answer is not one that the site is known to give."
}

// challenged knows the pages that guard sites from programs.
func challenged(body string) bool {
	for _, sign := range []string{"<title>just a moment", "attention required! | cloudflare", "challenge-error-text", "awswafintegration", "perimeterxidentifiers",
		"incapsula incident id", "<title>ddos-guard", "client challenge", "unusual traffic from your computer network", `id="gs_captcha_f"`} {
		if strings.Contains(body, sign) {
			return true
		}
	}
	return false
}

// nobody is a handle that nobody has.
func nobody() string {
	const letters = "abcdefghijkmnpqrstuvwxyz"
	b := make([]byte, 14)
	for i := range b {
		b[i] = letters[rand.IntN(len(letters))]
	}
	b[6], b[11] = byte('0'+rand.IntN(10)), byte('0'+rand.IntN(10))
	return string(b)
}
