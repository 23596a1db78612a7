package analyze

import "footprint/internal/analyze/guidance"

// Reference returns a row of the catalogue by id.
func (rs *RuleSet) Reference(id string) (guidance.Reference, bool) { return rs.catalog.Row(id) }

// References returns the rows a rule rests on, in the order it names them; unknown ids are left out.
func (rs *RuleSet) References(r *Rule) []guidance.Reference {
	var out []guidance.Reference
	for _, id := range r.Citations {
		if ref, ok := rs.Reference(id); ok {
			out = append(out, ref)
		}
	}
	return out
}

// Cover tells how one row of the catalogue reaches the user.
type Cover struct {
	guidance.Reference
	// Rules are the ids of the running rules that implement the row.
	Rules []string
}

// Gap reports a row that software can detect and no running rule implements.
func (c Cover) Gap() bool {
	return len(c.Rules) == 0 && (c.Detectable == "auto" || c.Detectable == "assisted")
}

// Coverage returns every row of the catalogue with the rules that implement it, in catalogue order.
func (rs *RuleSet) Coverage() []Cover {
	by := map[string][]string{}
	for _, r := range rs.rules {
		if !r.Runs() {
			continue
		}
		for _, id := range r.Citations {
			by[id] = append(by[id], r.ID)
		}
	}
	rows := rs.catalog.Rows()
	out := make([]Cover, len(rows))
	for i, ref := range rows {
		out[i] = Cover{ref, by[ref.ID]}
	}
	return out
}
