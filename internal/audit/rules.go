package audit

import (
	"slices"

	"footprint/internal/analyze"
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
	put := func(s string) string { return spelled(me, fill.Replace(s)) }
	v.Action, v.Explanation = put(r.Checklist.Action), put(r.Checklist.Explanation)
	v.Step, v.Draft = a.platformSteps(v)+a.stepsHere(put(r.Checklist.Step), v.Platform), drafted(me, fill.Replace(r.Checklist.Draft))
	v.Finding.Why, v.Doubt = spelled(me, v.Finding.Why), spelled(me, v.Doubt)
	if v.Finding.Advice != "" {
		v.Action = v.Finding.Advice + " " + v.Action
	}
	v.Guidance = guidance(a.Rules.References(r))
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
