package audit

import (
	"slices"
	"strings"

	"footprint/internal/analyze"
	"footprint/internal/footprint"
)

// title is what a rule is called; a rule that no longer exists is called by its id.
func (a *Auditor) title(rule string) string {
	if r := a.rules.Rule(rule); r != nil {
		return r.Title
	}
	return rule
}

// advise fills in the checklist text of the rule and the guidance it rests on.
func (a *Auditor) advise(v *TaskView) {
	r := a.rules.Rule(v.Rule)
	if r == nil {
		return
	}
	fill := a.filler(v)
	v.Action, v.Explanation = fill.Replace(r.Checklist.Action), fill.Replace(r.Checklist.Explanation)
	v.Step, v.Draft = a.platformSteps(v)+fill.Replace(r.Checklist.Step), fill.Replace(r.Checklist.Draft)
	if v.Finding.Advice != "" {
		v.Action = v.Finding.Advice + " " + v.Action
	}
	v.Guidance = guidance(a.rules.References(r))
}

// filler puts what the item says into the places that the wording of rules leaves open. Places it knows
// nothing for stay open, in brackets, for the user to fill in.
func (a *Auditor) filler(v *TaskView) *strings.Replacer {
	var pairs []string
	add := func(place, value string) {
		if value != "" {
			pairs = append(pairs, place, value)
		}
	}
	if !v.Posted.IsZero() {
		add("[date]", v.Posted.Format("2 January 2006"))
	}
	add("[platform]", a.PlatformName(v.Platform))
	add("[audience]", audienceWords(v.Visibility))
	return strings.NewReplacer(pairs...)
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

// PlatformName is what people call a platform; an unknown id stands for itself.
func (a *Auditor) PlatformName(id string) string {
	for _, p := range a.platforms {
		if p.ID == id {
			return p.Name
		}
	}
	return id
}

func guidance(rows []analyze.Reference) []Guidance {
	list := make([]Guidance, 0, len(rows))
	for _, r := range rows {
		list = append(list, Guidance{r.ID, r.Document, r.Section, r.Paraphrase})
	}
	return list
}

// RuleAudiences are the readers whom the guidance behind a rule has in mind: patients, colleagues, employers,
// regulator, public; sorted, each once.
func (a *Auditor) RuleAudiences(rule string) []string {
	r := a.rules.Rule(rule)
	if r == nil {
		return nil
	}
	var readers []string
	for _, ref := range a.rules.References(r) {
		for _, who := range ref.Audiences {
			if who != "none" {
				readers = append(readers, who)
			}
		}
	}
	slices.Sort(readers)
	return slices.Compact(readers)
}

// Rules is the rule set the auditor judges by.
func (a *Auditor) Rules() *analyze.RuleSet { return a.rules }
