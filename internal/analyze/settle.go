package analyze

import (
	"cmp"
	"slices"

	"footprint/internal/analyze/patient"
	"footprint/internal/footprint"
)

// yield drops findings that another rule on the same item says better.
func yield(rs *RuleSet, out []footprint.Finding) []footprint.Finding {
	if len(out) < 2 {
		return out
	}
	kept := slices.Clone(out)
	for _, f := range out {
		for _, better := range rs.byID[f.Rule].yieldsTo {
			i := slices.IndexFunc(out, func(o footprint.Finding) bool {
				return o.Rule == better && o.Confidence >= min(f.Confidence, footprint.Possible)
			})
			if i < 0 {
				continue
			}
			handFacts(kept, better, f.Spans)
			kept = slices.DeleteFunc(kept, func(k footprint.Finding) bool { return k.Rule == f.Rule })
			break
		}
	}
	return kept
}

// shareIdentity shows the names, numbers and beds of one finding about a patient in every other one on the item,
// so that each masks the same words.
func shareIdentity(out []footprint.Finding) {
	var direct []footprint.Span
	for i := range out {
		if !slices.Contains(out[i].Labels, "patient") {
			continue
		}
		for _, s := range out[i].Spans {
			switch s.Type {
			case string(patient.Name), string(patient.HealthID), string(patient.Bed):
				direct = append(direct, s)
			}
		}
	}
	if len(direct) == 0 || len(out) < 2 {
		return
	}
	for i := range out {
		missing := slices.Clone(direct)
		missing = slices.DeleteFunc(missing, func(s footprint.Span) bool {
			return slices.ContainsFunc(out[i].Spans, func(o footprint.Span) bool {
				return o.Field == s.Field && o.Type == s.Type && o.Start <= s.Start && s.End <= o.End
			})
		})
		if len(missing) > 0 {
			out[i].Spans = mergeSpans(slices.Clone(out[i].Spans), missing)
		}
	}
}

// handFacts gives the facts of a finding that yields to the one that stays: what is exposed must all be shown.
func handFacts(kept []footprint.Finding, rule string, spans []footprint.Span) {
	for i := range kept {
		if kept[i].Rule != rule {
			continue
		}
		for _, s := range spans {
			if s.Type == footprint.SpanTerm {
				continue
			}
			// A town inside an address says less than the address.
			rest := slices.DeleteFunc(slices.Clone(kept[i].Spans), func(o footprint.Span) bool {
				return o.Field == s.Field && s.Start <= o.Start && o.End <= s.End && o.End-o.Start < s.End-s.Start
			})
			if !covered(rest, s) {
				kept[i].Spans = mergeSpans(rest, []footprint.Span{s})
			}
		}
	}
}

// covered reports whether a span overlaps one of the list.
func covered(list []footprint.Span, s footprint.Span) bool {
	return slices.ContainsFunc(list, func(o footprint.Span) bool { return o.Field == s.Field && o.Start < s.End && s.Start < o.End })
}

func sortFindings(out []footprint.Finding) {
	slices.SortStableFunc(out, func(a, b footprint.Finding) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.ItemID, b.ItemID))
	})
}

// maxSpans bounds the evidence kept per finding.
const maxSpans = 20

func mergeSpans(a, b []footprint.Span) []footprint.Span {
	for _, s := range b {
		if len(a) >= maxSpans {
			break
		}
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	slices.SortFunc(a, func(x, y footprint.Span) int {
		return cmp.Or(cmp.Compare(x.Field, y.Field), cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
	})
	return a
}

func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}
