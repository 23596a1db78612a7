package audit

import (
	"slices"
	"strings"

	"footprint/internal/analyze"
	"footprint/internal/analyze/guidance"
	"footprint/internal/audit/core"
	"footprint/internal/footprint"
)

// advise fills in the checklist text of the rule, in the words of the user's country and role, and the guidance
// it rests on.
func (a *Auditor) advise(v *TaskView, me *footprint.Person) {
	r := a.Rules.Rule(v.Rule)
	if r == nil {
		return
	}
	fill := a.filler(v, me)
	v.Action, v.Explanation, v.Step = a.worded(r, fill, me, v.Platform)
	v.Step, v.Draft = a.platformSteps(v)+v.Step, drafted(me, fill.Replace(r.Checklist.Draft))
	v.Finding.Why, v.Doubt = core.Spelled(me, v.Finding.Why), core.Spelled(me, v.Doubt)
	if v.Finding.Advice != "" {
		v.Action = v.Finding.Advice + " " + v.Action
	}
	v.Guidance = guidanceOf(a.Rules.References(r))
}

// worded is what the checklist says of a rule to this user, wherever it is read: filled in, spelt as in their country,
// without the steps of other platforms than the one named.
func (a *Auditor) worded(r *analyze.Rule, fill *strings.Replacer, me *footprint.Person, platform string) (action, explanation, step string) {
	put := func(s string) string { return core.Spelled(me, fill.Replace(s)) }
	return put(r.Checklist.Action), put(r.Checklist.Explanation), a.stepsHere(put(r.Checklist.Step), platform)
}

func guidanceOf(rows []guidance.Reference) []Guidance {
	list := make([]Guidance, 0, len(rows))
	for _, r := range rows {
		list = append(list, Guidance{r.ID, r.Document, r.Section, r.Paraphrase})
	}
	return list
}

// RuleAudiences are the readers whom the guidance behind a rule has in mind: patients, colleagues, employers,
// regulator, public; sorted, each once.
func (a *Auditor) RuleAudiences(rule string) []string {
	r := a.Rules.Rule(rule)
	if r == nil {
		return nil
	}
	var readers []string
	for _, ref := range a.Rules.References(r) {
		for _, who := range ref.Audiences {
			if who != "none" {
				readers = append(readers, who)
			}
		}
	}
	slices.Sort(readers)
	return slices.Compact(readers)
}
