package audit

import (
	"slices"
	"strings"

	"footprint/internal/audit/core"
	"footprint/internal/footprint"
)

// The rules are worded for a doctor. The tables below hold what is said differently elsewhere or by others; what is
// only spelt differently, package core.

// emergencies are the numbers to call, by jurisdiction.
var emergencies = map[string]string{"AU": "000", "NZ": "111", "UK": "999", "US": "911"}

// roles are how drafts speak of what the user is, by role: pairs of old and new.
var roles = map[string]*strings.Replacer{
	"student": strings.NewReplacer("As a doctor", "As a medical student", "With my job", "With my course", "at work", "at my placement"),
	"nurse":   strings.NewReplacer("As a doctor", "As a nurse", "for doctors", "for nurses"),
}

// filler puts what the item and the profile say into the places that the wording of rules leaves open. Places it
// knows nothing for stay open, in brackets, for the user to fill in.
func (a *Auditor) filler(v *TaskView, me *footprint.Person) *strings.Replacer {
	var pairs []string
	add := func(place, value string) {
		if value != "" {
			pairs = append(pairs, place, value)
		}
	}
	if !v.Posted.IsZero() {
		add("[date]", v.Posted.Format("2 January 2006"))
		if me.Jurisdiction == "US" {
			pairs[len(pairs)-1] = v.Posted.Format("January 2, 2006")
		}
	}
	add("[platform]", a.PlatformName(v.Platform))
	add("[audience]", audienceWords(v.Visibility))
	add("[link]", v.Link)
	add("[hospital]", me.Employer)
	add("[institution]", me.Employer)
	add("[organisation]", me.Employer)
	add("[role]", me.Role)
	if number := emergencies[me.Jurisdiction]; number != "" {
		add("call emergency services", "call "+number)
		add("call your local emergency number", "call "+number)
	}
	return strings.NewReplacer(pairs...)
}

// drafted gives the words of a draft as the user would say them of themselves.
func drafted(me *footprint.Person, s string) string {
	if r := roles[me.Role]; r != nil {
		s = r.Replace(s)
	}
	return core.Spelled(me, s)
}

func audienceWords(v footprint.Visibility) string {
	switch v {
	case footprint.VisibilityPublic:
		return "everybody"
	case footprint.VisibilityFriends:
		return "friends"
	case footprint.VisibilityClosedGroup:
		return "the members of a closed group"
	case footprint.VisibilityPrivate:
		return "the people it was sent to"
	}
	return ""
}

// stepsHere leaves out what the wording of a rule says of other platforms than that of the item: "Facebook: ...
// Instagram: ..." has nothing for a post on X. Where nothing would be left, all stays.
func (a *Auditor) stepsHere(step, platform string) string {
	if !slices.Contains(a.Actions.Platforms(), platform) {
		return step
	}
	var kept strings.Builder
	for part := range strings.SplitAfterSeq(step, ". ") {
		names, _, ok := strings.Cut(part, ": ")
		if !ok || a.speaksOf(names, platform) {
			kept.WriteString(part)
		}
	}
	if kept.Len() == 0 {
		return step
	}
	return strings.TrimSpace(kept.String())
}

// speaksOf reports that a heading such as "X, Reddit, blog" names the platform, or none that is known.
func (a *Auditor) speaksOf(heading, platform string) bool {
	known := false
	for name := range strings.FieldsFuncSeq(strings.ToLower(heading), func(r rune) bool { return r == ',' || r == '/' || r == ' ' }) {
		if name == "google" {
			name = "google-takeout"
		}
		if name == platform {
			return true
		}
		known = known || slices.Contains(a.Actions.Platforms(), name)
	}
	return !known
}
