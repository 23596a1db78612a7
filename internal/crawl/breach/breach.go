// Package breach asks Have I Been Pwned and Gravatar what is known of the user's own addresses, and whether a
// password is among the stolen ones. It says what each question gives away: an address goes to Have I Been
// Pwned in clear, of a password only the first five of forty digits of its hash, of an address to Gravatar its
// hash.
//
// Breach data: Have I Been Pwned, CC BY 4.0 (https://haveibeenpwned.com). Facts and limits:
// shared/search/archives-and-breaches.md sections 2 and 3.
package breach

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Asker puts one question to an interface, as [footprint/internal/crawl.Crawler.Ask] does.
type Asker interface {
	Ask(address string, header map[string]string) (status int, body []byte, err error)
}

// Credit is owed wherever breaches are shown (CC BY 4.0).
const Credit = "Breach data: Have I Been Pwned (haveibeenpwned.com), CC BY 4.0"

// Hidden is why an empty answer is no clean bill.
const Hidden = "Breaches of dating, adult and health sites are never told to programs. Ask on haveibeenpwned.com with the address itself."

// Errors of the services.
var (
	ErrKey     = errors.New("the breach service does not accept the key")
	ErrBusy    = errors.New("the service asked to slow down")
	ErrRefused = errors.New("the service refused the question")
)

// Endpoints of the services; the zero value is the public ones. Tests name their own server.
type Endpoints struct{ HIBP, Passwords, Gravatar, Avatars string }

func (e Endpoints) hibp() string { return cmp.Or(e.HIBP, "https://haveibeenpwned.com/api/v3") }

// Breach is one theft of data that held the address.
type Breach struct {
	Name  string    `json:"name"`
	Title string    `json:"title"`
	Site  string    `json:"site,omitempty"`
	Date  time.Time `json:"date,omitzero"`
	Data  []string  `json:"data"` // classes of data, in the service's words
	// Stealer is true for what a program on the user's own device took.
	Stealer  bool `json:"stealer,omitempty"`
	Verified bool `json:"verified"`
}

// Paste is a public text that held the address.
type Paste struct {
	Source string    `json:"source"`
	ID     string    `json:"id"`
	Title  string    `json:"title,omitempty"`
	Date   time.Time `json:"date,omitzero"`
	Count  int       `json:"count"` // addresses in it
}

// Account is what is known of one address.
type Account struct {
	Breaches []Breach `json:"breaches"`
	Pastes   []Paste  `json:"pastes"`
}

// Look asks for one address, with the user's own key. An address that is in nothing gives an empty Account.
func Look(a Asker, e Endpoints, key, address string) (Account, error) {
	out := Account{Breaches: []Breach{}, Pastes: []Paste{}}
	account := url.PathEscape(strings.TrimSpace(strings.ToLower(address)))
	header := map[string]string{"hibp-api-key": key}
	var raw []rawBreach
	if err := ask(a, e.hibp()+"/breachedaccount/"+account+"?truncateResponse=false", header, &raw); err != nil {
		return out, fmt.Errorf("ask for breaches: %w", err)
	}
	for _, r := range raw {
		out.Breaches = append(out.Breaches, r.breach())
	}
	slices.SortStableFunc(out.Breaches, func(x, y Breach) int { return y.Date.Compare(x.Date) })
	var pastes []rawPaste
	if err := ask(a, e.hibp()+"/pasteaccount/"+account, header, &pastes); err != nil {
		return out, fmt.Errorf("ask for pastes: %w", err)
	}
	for _, r := range pastes {
		out.Pastes = append(out.Pastes, Paste{Source: r.Source, ID: r.ID, Title: text(r.Title), Date: date(r.Date), Count: r.EmailCount})
	}
	return out, nil
}

// ask decodes one answer. 404 is the good news that there is nothing.
func ask(a Asker, address string, header map[string]string, into any) error {
	status, body, err := a.Ask(address, header)
	switch {
	case err != nil:
		return err
	case status == 404:
		return nil
	case status == 401:
		return ErrKey
	case status == 429:
		return ErrBusy
	case status != 200:
		return fmt.Errorf("%w (status %d)", ErrRefused, status)
	}
	if err := json.Unmarshal(body, into); err != nil {
		return fmt.Errorf("%w: its answer cannot be read", ErrRefused)
	}
	return nil
}

type rawBreach struct {
	Name, Title, Domain, BreachDate string
	DataClasses                     []string
	IsVerified, IsStealerLog        bool
}

func (r rawBreach) breach() Breach {
	b := Breach{Name: r.Name, Title: cmp.Or(r.Title, r.Name), Site: r.Domain, Date: date(r.BreachDate), Data: r.DataClasses, Stealer: r.IsStealerLog, Verified: r.IsVerified}
	if b.Data == nil {
		b.Data = []string{}
	}
	return b
}

type rawPaste struct {
	Source     string
	ID         string `json:"Id"`
	Title      *string
	Date       string
	EmailCount int
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return strings.Join(strings.Fields(*s), " ")
}

func date(s string) time.Time {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// steps are what to do about data of a class, beside the password.
var steps = []struct {
	signs []string // beginnings of class names, lower case
	step  string
}{
	{[]string{"phone"}, "Ask your phone company for a PIN against SIM swaps."},
	{[]string{"physical address", "dates of birth", "government issued", "passport", "social security", "credit card", "bank account"}, "Ask the credit bureaus of your country for a ban or freeze, and watch for accounts in your name."},
	{[]string{"security question"}, "Change the security questions wherever you used the same answers."},
	{[]string{"private message", "chat log", "health", "medical"}, "Think of what patients or colleagues wrote there; take advice if their confidence is touched."},
}

// Steps lists what to do about a breach, first things first.
func (b Breach) Steps() []string {
	var list []string
	if b.Stealer {
		list = append(list, "A program on one of your devices took this: have the device cleaned first, then change every password and end every session.")
	}
	list = append(list, "Change the password at "+cmp.Or(b.Title, b.Name)+" and wherever you used it again; turn on the second factor.")
	for _, s := range steps {
		if slices.ContainsFunc(b.Data, func(class string) bool {
			return slices.ContainsFunc(s.signs, func(sign string) bool { return strings.HasPrefix(strings.ToLower(class), sign) })
		}) {
			list = append(list, s.step)
		}
	}
	return append(list, "Delete the account if you do not use it any more.")
}

// Mask shows enough of an address to know it by: "a...@example.org".
func Mask(address string) string {
	name, host, ok := strings.Cut(strings.TrimSpace(address), "@")
	if !ok || name == "" {
		return "..."
	}
	first := []rune(name)[0]
	return string(first) + "...@" + host
}
