package footprint

import "strings"

// Person is the user. JSON names are those of the "me" object of the guidance scenarios.
type Person struct {
	Name         string            `json:"name,omitempty"`
	FormerNames  []string          `json:"former_names,omitempty"`
	Aliases      []string          `json:"aliases,omitempty"` // handles under which the real name is not shown
	Handles      []string          `json:"handles,omitempty"`
	Emails       []string          `json:"emails,omitempty"`
	Phones       []string          `json:"phones,omitempty"`
	Role         string            `json:"role,omitempty"` // doctor, student, nurse, ...
	Specialty    string            `json:"specialty,omitempty"`
	Employer     string            `json:"employer,omitempty"`
	Place        string            `json:"place,omitempty"`
	Jurisdiction string            `json:"jurisdiction,omitempty"` // AU, NZ, UK, US
	Bio          string            `json:"bio,omitempty"`
	Interests    []string          `json:"interests,omitempty"` // declared commercial ties
	Relatives    []string          `json:"relatives,omitempty"` // names that are family or friends, not patients
	Policies     map[string]string `json:"policies,omitempty"`  // employer policies read, with the date
	// SmallCommunity lowers boundary findings where friends are bound to be patients (rules.md section 6).
	SmallCommunity bool  `json:"small_community,omitempty"`
	Workplaces     Areas `json:"workplace,omitempty"`
	Homes          Areas `json:"home,omitempty"`
	// Shifts are the hours at work that come back every week.
	Shifts []Shift `json:"shifts,omitempty"`

	LastAdvertisingReview string `json:"last_advertising_review,omitempty"` // dates, YYYY-MM-DD
	LastPublicViewCheck   string `json:"last_public_view_check,omitempty"`
	LastSecurityCheck     string `json:"last_security_check,omitempty"`
}

// Professional reports whether the guidance for health professionals applies to the user.
func (p *Person) Professional() bool {
	switch strings.ToLower(p.Role) {
	case "", "other", "private":
		return false
	}
	return true
}
