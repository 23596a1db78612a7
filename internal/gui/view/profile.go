package view

import (
	"strings"

	"footprint/internal/footprint"
)

// ProfileField is one line of the profile: a name for its wording, and where it is kept.
type ProfileField struct {
	Name string
	// More fields are asked of those who wish to say more.
	More bool
	Get  func(*footprint.Person) string
	Set  func(*footprint.Person, string) // a list is written with commas
}

// ProfileFields is the table of the profile, in the order in which it is asked.
func ProfileFields() []ProfileField {
	one := func(name string, at func(*footprint.Person) *string) ProfileField {
		return ProfileField{name, false, func(p *footprint.Person) string { return *at(p) },
			func(p *footprint.Person, v string) { *at(p) = strings.TrimSpace(v) }}
	}
	many := func(name string, at func(*footprint.Person) *[]string) ProfileField {
		return ProfileField{name, false, func(p *footprint.Person) string { return strings.Join(*at(p), ", ") },
			func(p *footprint.Person, v string) { *at(p) = splitList(v) }}
	}
	more := func(f ProfileField) ProfileField { f.More = true; return f }
	return []ProfileField{
		one("name", func(p *footprint.Person) *string { return &p.Name }),
		many("handles", func(p *footprint.Person) *[]string { return &p.Handles }),
		one("specialty", func(p *footprint.Person) *string { return &p.Specialty }),
		one("employer", func(p *footprint.Person) *string { return &p.Employer }),
		one("place", func(p *footprint.Person) *string { return &p.Place }),
		more(many("former_names", func(p *footprint.Person) *[]string { return &p.FormerNames })),
		more(many("aliases", func(p *footprint.Person) *[]string { return &p.Aliases })),
		more(many("emails", func(p *footprint.Person) *[]string { return &p.Emails })),
		more(many("interests", func(p *footprint.Person) *[]string { return &p.Interests })),
		more(many("relatives", func(p *footprint.Person) *[]string { return &p.Relatives })),
	}
}

// Roles and Jurisdictions are the values the rules know.
func Roles() []string { return []string{"doctor", "student", "nurse", "other"} }

// Jurisdictions lists the places whose guidance is known.
func Jurisdictions() []string { return []string{"AU", "NZ", "UK", "US"} }

// splitList reads a list written with commas or line breaks; empty entries and repeats are left out.
func splitList(text string) []string {
	var out []string
	seen := map[string]bool{}
	for _, v := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '\n' || r == ';' }) {
		if v = strings.TrimSpace(v); v != "" && !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}
