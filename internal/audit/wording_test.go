package audit

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// withBuiltin is an auditor with the rules that ship.
func withBuiltin(t *testing.T) *Auditor {
	t.Helper()
	a, err := Open(t.Context(), Options{Path: filepath.Join(t.TempDir(), "t.db"), Platforms: []ingest.Platform{paper}, Rules: builtin(t)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

var (
	american = regexp.MustCompile(`(?i)\b(organization|apologize|recogniz|criticiz|behavior\b|favor\b|offense\b|license\b.*\bnoun|defense organi)`)
	british  = regexp.MustCompile(`(?i)(organisation|apologise|recognis|criticis(e|ing)|behaviour|favour|offence|defence|licence|programme|judgement)`)
	leftover = regexp.MustCompile(`\{\{|\}\}|%!|\[(date|platform|audience|hospital|institution|organisation|role)\]|<nil>`)
	confirms = regexp.MustCompile(`(?i)\b(my patient|a patient of mine|your (visit|consultation|operation|diagnosis|test|treatment|results?|admission)\b|when (i|we) (saw|treated)|treated you|you were (seen|admitted|treated))`)
)

// A draft is for other eyes: whatever the item holds, nothing of it may get there, nor may a reader learn that
// somebody is a patient; the rest of the checklist must be filled in and spelt as the user would.
func TestWordingOfEveryRule(t *testing.T) {
	a := withBuiltin(t)
	const text = "Mrs Oyelaran in bed 7 has metastatic melanoma and pembrolizumab gave her colitis"
	own := strings.Fields(strings.ToLower("Oyelaran melanoma metastatic pembrolizumab colitis"))
	for _, r := range a.Rules.Rules() {
		read := map[string]bool{}
		for _, country := range []string{"", "AU", "NZ", "UK", "US"} {
			for _, role := range []string{"", "doctor", "student", "nurse", "other"} {
				me := footprint.Person{Name: "Robin Fairweather", Role: role, Jurisdiction: country, Employer: "Calderport Hospital"}
				if role == "" {
					me.Role = "doctor"
				}
				v := TaskView{TaskRow: TaskRow{Rule: r.ID, Platform: "x", Kind: footprint.KindPost, Posted: time.Date(2024, 3, 5, 9, 0, 0, 0, time.UTC),
					Visibility: footprint.VisibilityPublic}, Content: &footprint.Item{Text: text}, Link: "https://x.example/1"}
				a.advise(&v, &me)
				all := strings.Join([]string{v.Action, v.Explanation, v.Step, v.Draft}, "\n")
				if as := fmt.Sprint(country == "US", role == "student", all, v.Draft); read[as] { // most rules say the same to everybody
					continue
				} else {
					read[as] = true
				}
				if m := leftover.FindString(all); m != "" {
					t.Errorf("%s, %s %s: %q is left open", r.ID, country, role, m)
				}
				for _, w := range own {
					if strings.Contains(strings.ToLower(all), w) {
						t.Errorf("%s: %q of the item stands in the checklist", r.ID, w)
					}
				}
				if m := confirms.FindString(v.Draft); m != "" {
					t.Errorf("%s: the draft confirms that somebody is a patient: %q", r.ID, m)
				}
				if m := british.FindString(all); country == "US" && m != "" {
					t.Errorf("%s: %q is not spelt as in the United States", r.ID, m)
				}
				if m := american.FindString(all); country != "US" && m != "" {
					t.Errorf("%s: %q is spelt as in the United States", r.ID, m)
				}
				if role == "student" && strings.Contains(v.Draft, "As a doctor") {
					t.Errorf("%s: the draft of a student speaks as a doctor", r.ID)
				}
			}
		}
	}
}

func TestDraftsSpeakOfTheUsersCountry(t *testing.T) {
	a := withBuiltin(t)
	for country, want := range map[string]string{"AU": "call 000", "NZ": "call 111", "UK": "call 999", "US": "call 911", "": "call emergency services"} {
		v := TaskView{TaskRow: TaskRow{Rule: "individual-medical-advice"}}
		a.advise(&v, &footprint.Person{Jurisdiction: country})
		if !strings.Contains(v.Draft, want) {
			t.Errorf("%q: draft without %q: %s", country, want, v.Draft)
		}
	}
}

// Every kind of item that can be taken away has steps on every platform.
func TestStepsForEveryPlatformAndKind(t *testing.T) {
	a := withBuiltin(t)
	for _, platform := range a.Actions.Platforms() {
		for kind := range undoing {
			v := TaskView{TaskRow: TaskRow{Platform: platform, Kind: kind}, Content: &footprint.Item{}}
			if got := a.platformSteps(&v); !strings.Contains(got, "checked") {
				t.Errorf("%s, %s: no steps", platform, kind)
			}
		}
	}
}

func TestStepsOfOtherPlatformsAreLeftOut(t *testing.T) {
	a := withBuiltin(t)
	const step = "Facebook: Friends > Unfriend. Instagram: Remove follower. X, Reddit, blog: delete. Then look again."
	for platform, want := range map[string]string{
		"facebook":  "Facebook: Friends > Unfriend. Then look again.",
		"x":         "X, Reddit, blog: delete. Then look again.",
		"instagram": "Instagram: Remove follower. Then look again.",
		"tiktok":    "Then look again.",
		"web":       step,
	} {
		if got := a.stepsHere(step, platform); got != want {
			t.Errorf("%s: %q, want %q", platform, got, want)
		}
	}
	if got := a.stepsHere("Facebook: Unfriend.", "x"); got != "Facebook: Unfriend." {
		t.Errorf("nothing left: %q", got)
	}
}
