package crawl

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// Presence is what a second look at a page found. Only Gone and Removed are proof; CannotTell never counts as
// clear.
type Presence string

// What a second look can find.
const (
	Gone       Presence = "gone"        // the page is not there any more (404, 410)
	Removed    Presence = "removed"     // the page is there, the words are not
	Changed    Presence = "changed"     // the words are gone, but the page still names the user
	Still      Presence = "still-there" // the words are still there
	CannotTell Presence = "cannot-tell" // a log-in, robots.txt, an error, or a site only a browser may look at
)

// Look is one second look, kept as evidence.
type Look struct {
	URL      string    `json:"url"`
	At       time.Time `json:"at"`
	Presence Presence  `json:"presence"`
	Status   int       `json:"status,omitempty"` // HTTP status, 0 if none came
	Evidence string    `json:"evidence"`         // one plain sentence, without words of the item
}

// Verify looks at a page again for the words that stood there, and for names under which it may still speak of
// the user. Without either the page itself is what should go.
func (c *Crawler) Verify(address string, words, names []string) (Look, error) {
	look := Look{URL: address, At: time.Now().UTC(), Presence: CannotTell}
	page, err := c.Fetch(address)
	look.Status = page.Status
	if err != nil {
		if c.ctx.Err() != nil {
			return look, c.ctx.Err()
		}
		look.Evidence = cannotTell(err)
		return look, nil
	}
	look.Presence, look.Evidence = judge(page, words, names)
	return look, nil
}

func cannotTell(err error) string {
	if refused := (*RefusedError)(nil); errors.As(err, &refused) {
		return "Not looked at: " + refused.Error() + "."
	}
	for _, known := range []error{ErrRobots, ErrManualOnly, ErrBusy, ErrForbiddenAddress, ErrTooManyRedirects} {
		if errors.Is(err, known) {
			return "Not looked at: " + known.Error() + "."
		}
	}
	return "The site did not answer."
}

func judge(page Page, words, names []string) (Presence, string) {
	switch {
	case page.Status == http.StatusNotFound || page.Status == http.StatusGone:
		return Gone, fmt.Sprintf("The site answers that the page does not exist (%d).", page.Status)
	case page.Status == http.StatusUnauthorized || page.Status == http.StatusForbidden || page.Status == 999:
		return CannotTell, fmt.Sprintf("The site asks for a log-in or refuses programs (%d).", page.Status)
	case page.Status != http.StatusOK:
		return CannotTell, fmt.Sprintf("The site answers with an error (%d).", page.Status)
	case loginWall(page):
		return CannotTell, "The address now leads to a log-in page."
	}
	text := " " + foldText(visibleText(page.Body)) + " "
	switch {
	case !anyWords(words) && !anyWords(names):
		return Still, "The page is still there."
	case slices.ContainsFunc(words, func(w string) bool { return stands(text, w) }):
		return Still, "The words are still on the page."
	case slices.ContainsFunc(names, func(n string) bool { return stands(text, n) }):
		if !anyWords(words) {
			return Still, "The page still names you."
		}
		return Changed, "The words are gone, but the page still names you."
	case page.Truncated:
		return CannotTell, "The page is too long to be read whole; the words were not in the part that was read."
	case len(text) < 200:
		return CannotTell, "The page shows too little without scripts to tell."
	}
	return Removed, "The page is there, the words are not."
}

func anyWords(list []string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return foldText(w) != "" })
}

// stands reports whether words stand in a folded text with a space at both ends, whole or shortened.
func stands(text, words string) bool {
	needle := foldText(words)
	return needle != "" && (strings.Contains(text, " "+needle+" ") || containsMost(text, needle))
}

// loginWall reports whether the page asked for led somewhere that asks who you are.
func loginWall(p Page) bool {
	asked, err1 := url.Parse(p.URL)
	final, err2 := url.Parse(p.FinalURL)
	if err1 != nil || err2 != nil {
		return false
	}
	if asked.Path != final.Path {
		path := strings.ToLower(final.Path)
		for _, sign := range []string{"login", "log-in", "signin", "sign-in", "sign_in", "signup", "auth", "checkpoint", "consent"} {
			if strings.Contains(path, sign) {
				return true
			}
		}
		if final.Path == "" || final.Path == "/" {
			return true // sent home: what became of the page is not said
		}
	}
	return false
}

// visibleText is the text of a page without scripts and styles. Anything that is not HTML is its own text.
func visibleText(body []byte) string {
	z := html.NewTokenizer(strings.NewReader(string(body)))
	var b strings.Builder
	hidden := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.StartTagToken:
			if name, _ := z.TagName(); isHidden(string(name)) {
				hidden++
			}
			b.WriteByte(' ')
		case html.EndTagToken:
			if name, _ := z.TagName(); isHidden(string(name)) && hidden > 0 {
				hidden--
			}
			b.WriteByte(' ')
		case html.TextToken:
			if hidden == 0 {
				b.Write(z.Text())
			}
		}
	}
}

func isHidden(tag string) bool {
	return tag == "script" || tag == "style" || tag == "noscript" || tag == "template"
}

func foldText(s string) string {
	s = html.UnescapeString(strings.ToLower(s))
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 0x7f)
	}), " ")
}

// containsMost finds a shortened or reformatted text: one of its three longest runs of eight words.
func containsMost(text, needle string) bool {
	words := strings.Fields(needle)
	if len(words) < 16 {
		return false
	}
	for _, at := range []int{0, (len(words) - 8) / 2, len(words) - 8} {
		if strings.Contains(text, strings.Join(words[at:at+8], " ")) {
			return true
		}
	}
	return false
}
