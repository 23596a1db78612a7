// Package identity says whether a search result is about the user, with reasons: "name, employer and town".
//
// It knows the user's profile and compares it with the words near the name; it never decides on a name alone,
// and what it cannot tell it leaves to the user, whose answers it remembers and learns from. The points follow
// shared/search/crawling.md section 5.
package identity

import (
	"slices"
	"strings"

	"footprint/internal/footprint"
)

// Verdict is the answer to "is it me?".
type Verdict string

// Verdicts. Unsure goes to the user.
const (
	Me     Verdict = "me"
	NotMe  Verdict = "not-me"
	Unsure Verdict = "unsure"
)

// Thresholds of the score.
const (
	meScore    = 55
	notMeScore = 15
)

// Subject is what is looked at: a search result, or a fetched page.
type Subject struct {
	Title, Snippet, URL, Text string
	// OwnPicture is true when the page shows a picture that is among the user's own.
	OwnPicture bool
}

// Reason is one piece of evidence and what it weighs.
type Reason struct {
	What   string
	Points int
}

// Decision is a verdict with its reasons, strongest first.
type Decision struct {
	Verdict Verdict
	Score   int
	Reasons []Reason
}

// Profile is the user's profile prepared for matching. It is immutable and safe for concurrent use.
type Profile struct {
	names      []name // as known, former, and by nickname
	handles    []string
	companions []name   // family, friends, colleagues
	exact      []string // e-mails, phones, registration numbers
	workplaces []phrase
	schools    []phrase
	roles      []phrase
	special    []phrase // those of the specialty alone, which few people in a town have
	places     []phrase
	others     []phrase // places of the same name or kind elsewhere
	jobs       []phrase // professions that are not the user's
	region     []phrase
	answers    Answers
}

// Answers are the user's own verdicts, by canonical address (serp.Key) and by host. They always win.
type Answers struct {
	ByPage map[string]Verdict
	ByHost map[string]Verdict
	Words  Words
}

// Extra is what the search profile knows beside footprint.Person.
type Extra struct {
	Nicknames, FormerNames, Workplaces, Schools, Professions, Cities []string
	Region, Registration                                             []string
	Answers                                                          Answers
}

// New prepares a profile.
func New(me footprint.Person, x Extra) *Profile {
	p := &Profile{answers: x.Answers}
	full := parseName(me.Name)
	for _, spelling := range spellings(me.Name) {
		p.known(parseName(spelling))
	}
	for _, n := range slices.Concat(me.FormerNames, x.FormerNames) {
		for _, spelling := range spellings(n) {
			p.known(parseName(spelling).as(formerName))
		}
	}
	for _, n := range x.Nicknames {
		nick := parseName(n)
		if nick.last == "" {
			nick = name{first: nick.first, last: full.last, parts: full.parts}
		}
		p.names = append(p.names, nick.as(nickname))
	}
	for _, known := range slices.Clone(p.names) {
		for _, n := range nicknamesOf(known.first) {
			p.names = append(p.names, name{first: n, last: known.last, parts: known.parts}.as(nickname))
		}
	}
	for _, r := range me.Relatives {
		if n := parseName(r); n.last != "" {
			p.companions = append(p.companions, n)
		}
	}
	for _, h := range slices.Concat(me.Handles, me.Aliases) {
		p.handles = append(p.handles, strings.ToLower(strings.TrimPrefix(h, "@")))
	}
	p.exact = slices.Concat(me.Emails, me.Phones, x.Registration)
	p.workplaces = phrases(append(slices.Clone(x.Workplaces), me.Employer))
	p.schools = phrases(x.Schools)
	p.places = phrases(append(slices.Clone(x.Cities), me.Place))
	p.region = phrases(append(slices.Clone(x.Region), countryWords[strings.ToUpper(me.Jurisdiction)]...))
	p.roles = rolePhrases(append(slices.Clone(x.Professions), me.Specialty, me.Role))
	p.special = rolePhrases([]string{me.Specialty})
	p.jobs = phrases(otherJobs)
	p.others = phrases(elsewhere(me.Jurisdiction))
	return p
}

// known adds a name, and what a double last name may be shortened to.
func (p *Profile) known(n name) {
	p.names = append(append(p.names, n), n.halves()...)
	if other, ok := n.swapped(); ok {
		p.names = append(p.names, other)
	}
}

// Decide weighs one subject.
func (p *Profile) Decide(s Subject, key, host string) Decision {
	if v, ok := p.answers.ByPage[key]; ok {
		return Decision{Verdict: v, Reasons: []Reason{{"you said so", 0}}}
	}
	t := newText(s)
	var e evidence
	anchor := p.name(t, &e)
	e.context(p, t)
	e.conflicts(p, t, anchor)
	e.learned(p, s)
	if s.OwnPicture {
		e.add(35, "a picture of yours")
		e.anchors++
	}
	if v, ok := p.answers.ByHost[host]; ok {
		e.add(map[Verdict]int{Me: 40, NotMe: -30}[v], "your answer about this site")
	}
	return e.decide(anchor)
}

// evidence gathers reasons. Anchors are proofs beside the name.
type evidence struct {
	reasons []Reason
	score   int
	anchors int
	hard    bool // a conflict that no name outweighs
}

func (e *evidence) add(points int, what string) {
	if points == 0 {
		return
	}
	e.score += points
	e.reasons = append(e.reasons, Reason{what, points})
}

func (e *evidence) decide(named strength) Decision {
	d := Decision{Verdict: Unsure, Score: e.score, Reasons: e.reasons}
	slices.SortStableFunc(d.Reasons, func(a, b Reason) int { return abs(b.Points) - abs(a.Points) })
	switch {
	case named == none:
		d.Verdict = NotMe
	case e.hard && e.score < meScore+20:
		d.Verdict = NotMe
	case e.score >= meScore && e.anchors > 0 && !e.hard:
		d.Verdict = Me
	case e.score <= notMeScore:
		d.Verdict = NotMe
	}
	return d
}

func abs(n int) int { return max(n, -n) }
