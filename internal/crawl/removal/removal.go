// Package removal knows what can be done about a page: the route that a site offers, the address where it
// begins, and a letter to adapt. One table holds the facts, each with the month it was checked.
//
// It opens nothing and sends nothing: the user opens the address in the browser and pastes the words. For a
// site that is not in the table it gives the general route and never guesses an address. The facts come from
// shared/search/removal.md.
package removal

import (
	"net/url"
	"strings"
)

// Kind is what sort of place a page stands in.
type Kind string

// Kinds of place.
const (
	Platform Kind = "platform" // an account of the user or of others
	Rating   Kind = "rating"   // rates or lists doctors
	Broker   Kind = "broker"   // sells or shows personal data
	Contact  Kind = "contact"  // business-contact broker
	Register Kind = "register" // official record: it can be corrected, not removed
	Academic Kind = "academic"
	Archive  Kind = "archive"
	Site     Kind = "site" // any other
)

// Effect is the most a route can bring, so that nothing is promised.
type Effect string

// Effects.
const (
	Deleted    Effect = "deleted"
	Suppressed Effect = "suppressed" // may come back: look again after 30, 90 and 180 days
	Corrected  Effect = "corrected"
	Answered   Effect = "answered" // a review can be disputed or answered, hardly removed
	None       Effect = "none"     // cannot be removed
)

// Route is what can be done about a page.
type Route struct {
	Site   string   `json:"site"`
	Kind   Kind     `json:"kind"`
	Effect Effect   `json:"effect"`
	Steps  []string `json:"steps"`
	// Link is where the route begins, opened in the user's own browser; empty when there is none.
	Link string `json:"link,omitempty"`
	// Mail is an address that the site names for this.
	Mail string `json:"mail,omitempty"`
	// Draft is a letter to adapt; what stands in brackets is for the user to fill in.
	Draft string `json:"draft,omitempty"`
	// Caution says what the route gives away, or what not to do.
	Caution string `json:"caution,omitempty"`
	// Checked is the month of the newest source; Moved is true where the address is not confirmed.
	Checked string `json:"checked"`
	Moved   bool   `json:"may_have_moved,omitempty"`
}

// Both belong to every route.
const (
	evidence = "Keep evidence first: a screenshot with date and address, and the query that showed the page."
	refresh  = "When the page is gone or changed, ask the search engines to refresh the result: search.google.com/search-console/remove-outdated-content and bing.com/webmaster/tools/content-removal."
)

// row is one line of the table: hosts without "www.", then the facts.
type row struct {
	hosts   string // separated by spaces
	site    string
	kind    Kind
	steps   []string
	link    string
	mail    string
	caution string
	checked string
	moved   bool
}

// For returns the route for a page. It is false for what is no web address.
func For(address string) (Route, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return Route{}, false
	}
	host := strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
	if strings.HasPrefix(u.Path, "/maps") && strings.HasPrefix(strings.TrimPrefix(host, "www."), "google.") {
		host = "maps.google.com"
	}
	r, ok := find(host)
	if !ok {
		r = row{site: strings.TrimPrefix(host, "www."), kind: Site, checked: "2026-10", steps: []string{
			"If the words or the account are your own, log in and delete them there.",
			"Otherwise ask whoever put it there, then the owner of the site: look for a privacy, contact or imprint page.",
			"If it shows your home address, phone, e-mail or an identity number, ask Google (Results about you) and Bing (report a concern) to take the result out now.",
		}}
	}
	return r.route(), true
}

// find takes the row with the longest host that is the page's host or a parent of it, so that a look-alike
// does not match.
func find(host string) (best row, ok bool) {
	length := 0
	for _, r := range table {
		for h := range strings.FieldsSeq(r.hosts) {
			if (host == h || strings.HasSuffix(host, "."+h)) && len(h) > length {
				best, length, ok = r, len(h), true
			}
		}
	}
	return best, ok
}

func (r row) route() Route {
	k := kinds[r.kind]
	out := Route{Site: r.site, Kind: r.kind, Effect: k.effect, Link: r.link, Mail: r.mail, Draft: k.draft, Caution: k.caution, Checked: r.checked, Moved: r.moved}
	if r.caution != "" {
		out.Caution = r.caution
	}
	out.Steps = append(out.Steps, evidence)
	out.Steps = append(out.Steps, r.steps...)
	out.Steps = append(out.Steps, k.steps...)
	return out
}

// kinds hold what is the same for every site of a kind.
var kinds = map[Kind]struct {
	effect  Effect
	steps   []string
	draft   string
	caution string
}{
	Platform: {effect: Deleted, steps: []string{refresh}},
	Rating: {effect: Answered, draft: reply, steps: []string{
		"Pause before anything else, and take advice from your indemnity insurer before a legal letter.",
		"Disagreeing is no ground; personal data, threats, abuse, spam or a person who was never there may be.",
		"A reply confirms nothing: no visit, no date, no illness, no outcome.",
	}, caution: "Never confirm that the writer is or was a patient. Never offer money, and let no colleague post praise."},
	Broker: {effect: Suppressed, draft: optOut, steps: []string{
		"Use an e-mail address that the listing shows already, or one made for this.",
		"Leave entries of relatives and namesakes alone.", "Look again after 30, 90 and 180 days: entries come back.", refresh,
	}, caution: "Give no more than the listing shows already; black out numbers and photo on any document."},
	Contact:  {effect: Suppressed, draft: optOut, steps: []string{"Look again after 90 days.", refresh}, caution: "Give no more than the entry shows already."},
	Register: {effect: None, steps: []string{"This is an official record and stays while you are registered. Check that every line of it is right, and note when to look again."}},
	Academic: {effect: Corrected, steps: []string{"Publishers correct and do not remove. Ask the organiser or repository to take phone numbers and private addresses out of files."}},
	Archive:  {effect: Deleted, steps: []string{"Have the living page removed first, otherwise it is copied again."}},
	Site:     {effect: Deleted, draft: polite, steps: []string{refresh}},
}

const (
	polite = `Subject: request to remove personal information

Dear [name or site team],
the page [address] shows [what it shows] about me, [your name]. [One sentence why it harms or is out of date.]
Please remove it, or take out my name, or mark the page so that search engines do not list it. I am glad to confirm who I am by an address that the page already shows.
Kind regards,
[your name], [date]
(This is a draft, not legal advice.)`

	optOut = `Subject: opt-out request

Please remove or suppress the entry at [address of the entry], which is about me, [name as listed], and confirm when it is done. Please do not use what I send for anything but this request, and do not pass it on.
[your name], [date]
(This is a draft, not legal advice.)`

	reply = `Thank you for taking the time to give feedback. We take all comments seriously and always look to improve. If you would like to talk to us, please contact the practice manager.`
)
