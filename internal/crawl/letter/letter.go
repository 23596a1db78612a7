// Package letter writes the letters and requests that ask for something about the user to be removed, corrected
// or taken out of search: one table of letters with the law and the time each gives, the words in text/.
//
// It sends nothing, and it invents nothing: what neither the profile nor the page tells stays in brackets for
// the user to fill in. A letter is a draft, not legal advice, and says so. Facts and dates:
// shared/search/removal.md sections 2, 3 and 11.
package letter

import (
	"embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
)

//go:embed text/*.txt
var texts embed.FS

// Letter is one row of the table.
type Letter struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	// To says whom it goes to: site, platform, broker, engine, archive or controller.
	To string `json:"to"`
	// Countries are the jurisdictions of residence it is for (ISO 3166 or EU); none means anywhere.
	Countries []string `json:"countries,omitempty"`
	// Where is the address at which the request is made; empty for a letter by e-mail to the recipient.
	Where string `json:"where,omitempty"`
	Mail  string `json:"mail,omitempty"`
	// Time is how long the recipient has, by law or custom.
	Time Time `json:"-"`
	// Limits says in a sentence when it is refused, or what it gives away.
	Limits string `json:"limits"`
	// Next is what to do when the day has passed without an answer.
	Next string `json:"next"`
	// Checked is the month of the newest source.
	Checked string `json:"checked"`
}

// Fields are what the words need. Keys are those of the placeholders; see Keys.
type Fields map[string]string

// Keys are the placeholders with what the user is asked to fill in, in the order of a form.
var Keys = []struct{ Key, Ask string }{
	{"name", "your full name"}, {"searched", "your name as people search it"}, {"email", "an e-mail address for the answer"}, {"country", "the country you live in"},
	{"recipient", "who gets this"}, {"url", "the address of the page, one a line"}, {"shown", "what the page shows about you, in a few words"},
	{"relation", "how it concerns you"}, {"ask", "what you ask: remove it, take out the name, correct it to ..."}, {"reasons", "one or two sentences why"},
	{"listed", "name and address exactly as listed"}, {"gone", "words that are no longer on the page"}, {"asked", "the day of your first letter"},
	{"phone", "your phone number"}, {"post", "your postal address"}, {"date", "today's date"},
}

// Draft is a letter with what is known filled in.
type Draft struct {
	Letter
	Subject string `json:"subject"`
	Text    string `json:"text"`
	// Missing are the keys of what still stands in brackets; a letter with any is not ready to be sent.
	Missing []string `json:"missing"`
}

// Letters lists the table.
func Letters() []Letter { return slices.Clone(table) }

// For lists the letters for a page of a kind (see package removal: platform, rating, broker, contact, archive,
// site and so on) whose user lives in a country, the usual way first.
func For(kind, country string) []Letter {
	var list []Letter
	for _, to := range routes[kind] {
		for _, l := range table {
			if l.To == to && (len(l.Countries) == 0 || slices.Contains(l.Countries, strings.ToUpper(country))) {
				list = append(list, l)
			}
		}
	}
	return list
}

// routes says whom to ask about a kind of page, in turn: source, then law, then search engine.
var routes = map[string][]string{
	"platform": {"platform", "site", "controller", "engine"},
	"rating":   {"platform", "controller", "engine"},
	"broker":   {"broker", "controller", "engine"},
	"contact":  {"broker", "controller", "engine"},
	"register": {"controller"},
	"academic": {"site", "controller", "engine"},
	"archive":  {"archive", "controller"},
	"site":     {"site", "controller", "engine"},
}

// Find returns a letter by its id.
func Find(id string) (Letter, bool) {
	i := slices.IndexFunc(table, func(l Letter) bool { return l.ID == id })
	if i < 0 {
		return Letter{}, false
	}
	return table[i], true
}

var placeholder = regexp.MustCompile(`\{([a-z]+)\}`)

// Write fills a letter in. What is not among the fields stands in brackets.
func (l Letter) Write(f Fields) (Draft, error) {
	b, err := texts.ReadFile("text/" + l.ID + ".txt")
	if err != nil {
		return Draft{}, fmt.Errorf("write letter %q: %w", l.ID, err)
	}
	d := Draft{Letter: l, Missing: []string{}}
	text := placeholder.ReplaceAllStringFunc(string(b), func(mark string) string {
		key := mark[1 : len(mark)-1]
		if value := strings.TrimSpace(f[key]); value != "" {
			return value
		}
		if !slices.Contains(d.Missing, key) {
			d.Missing = append(d.Missing, key)
		}
		return "[" + l.ask(key) + "]"
	})
	subject, rest, ok := strings.Cut(text, "\n")
	if !ok || !strings.HasPrefix(subject, "Subject: ") {
		return Draft{}, fmt.Errorf("write letter %q: it has no subject", l.ID)
	}
	d.Subject, d.Text = strings.TrimPrefix(subject, "Subject: "), strings.TrimSpace(rest)+"\n"
	return d, nil
}

// germanAsks are what stands in brackets in the letters in German.
var germanAsks = map[string]string{
	"name": "Ihr voller Name", "searched": "Ihr Name, wie er gesucht wird", "email": "eine E-Mail-Adresse für die Antwort", "country": "Ihr Wohnsitzland", "recipient": "an wen es geht", "url": "die Adresse der Seite, eine je Zeile",
	"shown": "was die Seite über Sie zeigt, in wenigen Worten", "relation": "was sie mit Ihnen zu tun hat", "ask": "worum Sie bitten: löschen, den Namen herausnehmen, berichtigen zu ...", "reasons": "ein, zwei Sätze warum",
	"asked": "der Tag Ihres ersten Briefes", "date": "das heutige Datum",
}

// ask is what stands in brackets where something is missing.
func (l Letter) ask(key string) string {
	if text, ok := germanAsks[key]; ok && strings.HasSuffix(l.ID, "-de") {
		return text
	}
	for _, k := range Keys {
		if k.Key == key {
			return k.Ask
		}
	}
	return key
}

// Due is the day on which to chase a letter sent on a day.
func (l Letter) Due(sent time.Time) time.Time { return l.Time.after(sent) }
