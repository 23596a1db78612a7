package identity

import (
	"net/url"
	"strings"
	"unicode"
)

// Answered is a subject on which the user gave a verdict.
type Answered struct {
	Subject
	Verdict Verdict
}

// Words are what the user's answers teach: words that stand on pages of the user's on two or more sites and
// on no page of somebody else, and the other way round. They move a score a little and prove nothing.
type Words struct{ Mine, Others map[string]bool }

// Points of a learned word; more than one does not add.
const learnedPoints = 12

// Learn reads the user's answers.
func (p *Profile) Learn(answered []Answered) Words {
	sites := map[Verdict]map[string]map[string]bool{Me: {}, NotMe: {}} // verdict, word, sites
	for _, a := range answered {
		words := sites[a.Verdict]
		if words == nil {
			continue
		}
		for w := range p.distinctive(a.Subject) {
			if words[w] == nil {
				words[w] = map[string]bool{}
			}
			words[w][siteOf(a.URL)] = true
		}
	}
	only := func(of, not map[string]map[string]bool) map[string]bool {
		learned := map[string]bool{}
		for w, on := range of {
			if len(on) > 1 && len(not[w]) == 0 {
				learned[w] = true
			}
		}
		return learned
	}
	return Words{Mine: only(sites[Me], sites[NotMe]), Others: only(sites[NotMe], sites[Me])}
}

// learned adds what the words of the user's answers say.
func (e *evidence) learned(p *Profile, s Subject) {
	if len(p.answers.Words.Mine)+len(p.answers.Words.Others) == 0 {
		return
	}
	mine, others := false, false
	for w := range p.distinctive(s) {
		mine = mine || p.answers.Words.Mine[w]
		others = others || p.answers.Words.Others[w]
	}
	switch {
	case mine && !others:
		e.add(learnedPoints, "words of pages that you called yours")
	case others && !mine:
		e.add(-learnedPoints, "words of pages about somebody else")
	}
}

// distinctive are the words of a result that can tell persons apart: not the user's names, nor words that every
// page has.
func (p *Profile) distinctive(s Subject) map[string]bool {
	words := map[string]bool{}
	for _, w := range tokens(s.Title + " " + s.Snippet) {
		if len(w) >= 4 && !plainWords[w] && !p.isName(w) && strings.ContainsFunc(w, unicode.IsLetter) {
			words[w] = true
		}
	}
	return words
}

func (p *Profile) isName(w string) bool {
	for _, n := range p.names {
		if w == n.first || w == n.last {
			return true
		}
		for _, m := range n.middle {
			if w == m {
				return true
			}
		}
	}
	return false
}

func siteOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// plainWords tell nobody from anybody: function words, and what web pages say of themselves.
var plainWords = func() map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(`about above after again also around because been before being best both class contact could does down each email find first from full have here home
		into just know last like list made make many meet member members more most much name news next only open other over page pages photo photos post posts profile profiles public
		read review reviews said same search share since site some staff such take team than that their them then there these they this those through time under until very view views
		want were what when where which while will with would year years your facebook linkedin instagram twitter youtube doctor miss mister official online website results rated stars information`) {
		set[w] = true
	}
	return set
}()
