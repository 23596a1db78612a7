package view

import (
	"slices"
	"strings"
	"testing"
	"time"

	"footprint/internal/audit"
)

func TestOverviewSaysWhatChangedAndWhatComes(t *testing.T) {
	day := time.Date(2026, 3, 14, 0, 0, 0, 0, time.UTC)
	o := NewOverview(Known{
		Summary:  audit.Summary{Items: 3, ItemsByPlatform: []audit.Count{{Name: "x", Count: 3}}},
		Changes:  audit.Changes{Since: day.AddDate(0, -3, 0), New: 1, Gone: 1200},
		Accounts: []string{"x", "facebook", "myspace"},
		Due: []audit.Due{{Topic: "settings", Now: true}, {Topic: "policies", Now: true, Last: day.AddDate(-1, 0, 0)}, {Topic: "task", Title: "Mocking a patient", Due: day},
			{Topic: "task", Title: "Another"}, {Topic: "college", Title: "As it is called", Due: day}, {Topic: "fifth"}},
	}, map[string]string{"facebook": "Facebook"}, words(t, BaseLanguage))
	if want := []string{"1 new task", "1,200 tasks are no longer open"}; !slices.Equal(o.Since, want) {
		t.Errorf("since %q", o.Since)
	}
	if len(o.Gaps) != 1 || !strings.Contains(o.Gaps[0], "Facebook, myspace") {
		t.Errorf("gaps %q", o.Gaps)
	}
	var got []string
	for _, c := range o.Coming {
		got = append(got, c.Title+"|"+c.When+"|"+c.Screen)
	}
	want := []string{"Walk through the privacy settings|due now, not done so far|walk", "Read the policies of your employer and college again|due now, last done on 14 Mar 2025|",
		"Mocking a patient|on 14 Mar 2026|checklist", "As it is called|on 14 Mar 2026|"}
	if !slices.Equal(got, want) {
		t.Errorf("coming %q", got)
	}
	if o = NewOverview(Known{}, nil, words(t, BaseLanguage)); o.Since != nil || o.Coming != nil {
		t.Errorf("of nothing: %+v", o)
	}
}

func TestWalks(t *testing.T) {
	day := time.Date(2026, 3, 14, 0, 0, 0, 0, time.UTC)
	walks := NewWalks([]audit.Walk{
		{Platform: "x", Mine: true, Settings: []audit.WalkSetting{{ID: "a", Done: day, Again: day.AddDate(0, 3, 0)}, {ID: "b", Done: day.AddDate(-1, 0, 0), Due: true}, {ID: "c", Due: true, Exported: strings.Repeat("x", 99)}}},
		{Platform: "phone", Device: true, Settings: []audit.WalkSetting{{ID: "a", Done: day, Again: day.AddDate(0, 3, 0)}, {ID: "b", Done: day, Again: day.AddDate(0, 2, 0)}}},
		{Platform: "other", Settings: []audit.WalkSetting{{ID: "a", Due: true}}},
	}, map[string]string{"x": "X"}, words(t, BaseLanguage))
	if done, all := WalkShare(walks); done != 3 || all != 5 {
		t.Errorf("%d of %d, want 3 of 5", done, all)
	}
	if got := walks[0].Name + ", " + walks[0].Sum; got != "X, 1 of 3 checked" {
		t.Error(got)
	}
	if got := walks[1].Name + ", " + walks[1].Sum; got != "Your phone, all checked, next on 14 May 2026" {
		t.Error(got)
	}
	s := walks[0].Settings
	if !s[0].Ticked || s[1].Ticked || !strings.Contains(s[1].State, "time again") || s[2].State != "" || len([]rune(s[2].Exported)) > maxExported+1 {
		t.Errorf("%+v", s)
	}
}
