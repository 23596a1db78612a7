package analyze

import (
	"slices"
	"testing"
	"time"

	"footprint/internal/footprint"
)

func doctor() *footprint.Person {
	return &footprint.Person{Role: "doctor", Specialty: "general medicine", Jurisdiction: "NZ"}
}

func raisedBy(rs *RuleSet, me *footprint.Person, items ...footprint.Item) map[string]footprint.Finding {
	out := map[string]footprint.Finding{}
	for _, f := range rs.TryCase(&Case{Me: me, Items: items}) {
		out[f.Rule] = f
	}
	return out
}

func own(text string, at string) footprint.Item {
	it := footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Visibility: footprint.VisibilityPublic, Text: text}
	it.Created, _ = time.Parse(time.DateOnly, at)
	return it
}

func TestOneStoryOneRule(t *testing.T) {
	rs := builtin(t)
	for name, tc := range map[string]struct{ text, want, not string }{
		"a name goes before circumstances": {"Mr Abelard Quince, 61, came in with sepsis last night in Oamaru, ward 4 did him proud.", "patient-direct-identification", "patient-indirect-identification"},
		"a colleague who speaks":           {"Women's opinions don't count in medicine, the old professor told us in 1988. We proved him wrong.", "", "patient-indirect-identification"},
		"circumstances before anecdote":    {"Clerked a lighthouse keeper with rabies last night in Stornoway.", "patient-indirect-identification", "patient-anecdote-public"},
		"false name before anecdote":       {"Let's call him Ned. Ned's heart failure taught me patience.", "patient-pseudonym-only", "patient-anecdote-public"},
	} {
		got := raisedBy(rs, doctor(), own(tc.text, "2025-03-01"))
		if _, ok := got[tc.want]; !ok && tc.want != "" {
			t.Errorf("%s: %s missing", name, tc.want)
		}
		if _, ok := got[tc.not]; ok {
			t.Errorf("%s: %s raised as well", name, tc.not)
		}
	}
}

func TestStoryFindingShowsItsFacts(t *testing.T) {
	rs := builtin(t)
	text := "Clerked a lighthouse keeper with rabies last night in Stornoway."
	f, ok := raisedBy(rs, doctor(), own(text, "2025-03-01"))["patient-indirect-identification"]
	if !ok {
		t.Fatal("not raised")
	}
	want := map[string]string{"occupation": "lighthouse keeper", "condition": "rabies", "date": "last night", "place": "Stornoway"}
	for _, s := range f.Spans {
		if w, ok := want[s.Type]; ok && text[s.Start:s.End] == w {
			delete(want, s.Type)
		}
	}
	if len(want) > 0 {
		t.Errorf("facts without a span: %v in %v", want, f.Spans)
	}
	if f.Why == "" || f.Doubt == "" || len(f.Labels) == 0 || f.Labels[0] != "patient" {
		t.Errorf("finding says too little: %+v", f)
	}
}

func TestMosaicNeedsTheSameDays(t *testing.T) {
	rs := builtin(t)
	const rule = "patient-mosaic-reidentification"
	place, event := "First week at Wirrabeen District Hospital!", "Told a shearer's wife today that he didn't make it."
	if _, ok := raisedBy(rs, doctor(), own(place, "2025-03-01"), own(event, "2025-03-06"))[rule]; !ok {
		t.Error("place and event in one week: not raised")
	}
	if _, ok := raisedBy(rs, doctor(), own(place, "2025-01-01"), own(event, "2025-03-06"))[rule]; ok {
		t.Error("place and event two months apart: raised")
	}
	if _, ok := raisedBy(rs, doctor(), own(event, "2025-03-06"))[rule]; ok {
		t.Error("one item alone: raised")
	}
}

func TestConsentOnRecord(t *testing.T) {
	rs := builtin(t)
	const rule = "consent-evidence-missing"
	for register, want := range map[string]bool{
		"":       true,
		"verbal": true,
		"written, for this post, 2025-04-01, noted in the record": true, // given after the post
		"written, 2025-02-01, noted in the record":                true, // for no use in particular
		"written, for this post, 2025-02-01":                      true, // not in the record
		"written, for this post, 2025-02-01, noted in the record": false,
	} {
		it := own("Posted with her consent: my patient walked out of rehab on her new hip.", "2025-03-01")
		it.ConsentRegister = register
		if _, got := raisedBy(rs, doctor(), it)[rule]; got != want {
			t.Errorf("register %q: raised %v, want %v", register, got, want)
		}
	}
}

func TestMisdirectedFollowsInTime(t *testing.T) {
	rs := builtin(t)
	at := time.Date(2025, 3, 1, 20, 0, 0, 0, time.UTC)
	photo := footprint.Item{Kind: footprint.KindPhoto, Author: footprint.AuthorSelf, Platform: "whatsapp", Container: "Cousins", Labels: []string{"x-ray"}, Created: at}
	for after, want := range map[time.Duration]bool{time.Minute: true, time.Hour: false, -time.Minute: false} {
		note := footprint.Item{Kind: footprint.KindMessage, Author: footprint.AuthorSelf, Platform: "whatsapp", Container: "Cousins", Text: "wrong chat, please delete that", Created: at.Add(after)}
		if _, got := raisedBy(rs, doctor(), photo, note)["misdirected-clinical-material"]; got != want {
			t.Errorf("%v after the picture: raised %v, want %v", after, got, want)
		}
	}
}

func TestAdviceIsToOnePerson(t *testing.T) {
	rs := builtin(t)
	const rule = "individual-medical-advice"
	for name, pair := range map[string][2]footprint.Item{
		"answer or referral": {
			{Kind: footprint.KindComment, Author: footprint.AuthorSelf, ReplyTo: "my ears hurt since Sunday", Text: "It's just a cold, take ibuprofen 400 mg with food"},
			{Kind: footprint.KindComment, Author: footprint.AuthorSelf, ReplyTo: "my ears hurt since Sunday", Text: "It may be a cold, but please see your GP"}},
		"one or all": {
			{Kind: footprint.KindMessage, Author: footprint.AuthorSelf, Text: "Halve your warfarin tonight and check again on Friday"},
			{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Text: "Do not halve your warfarin before you have spoken to the clinic"}},
		"health or hobby": {
			{Kind: footprint.KindComment, Author: footprint.AuthorSelf, ReplyTo: "rash on my arm, any ideas?", Text: "Use a steroid cream twice a day"},
			{Kind: footprint.KindComment, Author: footprint.AuthorSelf, ReplyTo: "my pavlova cracks, any ideas?", Text: "Use less cream and cool it twice as long"}},
	} {
		if _, ok := raisedBy(rs, doctor(), pair[0])[rule]; !ok {
			t.Errorf("%s: not raised on %q", name, pair[0].Text)
		}
		if _, ok := raisedBy(rs, doctor(), pair[1])[rule]; ok {
			t.Errorf("%s: raised on %q", name, pair[1].Text)
		}
	}
}

func TestMosaicLeavesHarmlessItemsAlone(t *testing.T) {
	rs := builtin(t)
	const rule = "patient-mosaic-reidentification"
	event := own("Clerked a man with stiff person syndrome on the medical ward today.", "2025-03-06")
	for name, text := range map[string]string{
		"own family": "Niece's first try!! Grandparents lost their voices.",
		"own sport":  "Rowed to the lighthouse and back with a new blister and an old jellyfish.",
	} {
		if _, ok := raisedBy(rs, doctor(), own(text, "2025-03-05"), event)[rule]; ok {
			t.Errorf("%s: raised", name)
		}
	}
}

func TestEveryFindingMasksTheName(t *testing.T) {
	rs := builtin(t)
	it := own("Mr Abelard Quince in bed 9 died last night after his stroke.", "2025-03-01")
	it.Visibility = footprint.VisibilityFriends
	found := raisedBy(rs, doctor(), it)
	if len(found) < 2 {
		t.Fatalf("only %d findings", len(found))
	}
	for rule, f := range found {
		if slices.Contains(f.Labels, "patient") && !slices.ContainsFunc(f.Spans, func(s footprint.Span) bool { return s.Type == "name" }) {
			t.Errorf("%s does not show the name", rule)
		}
	}
}

func TestPictureInAPost(t *testing.T) {
	rs := builtin(t)
	it := own("Nastiest degloving this year, straight from theatre. Swipe if you dare.", "2025-03-01")
	it.Media = []footprint.Media{{Type: footprint.MediaPhoto}}
	found := raisedBy(rs, doctor(), it)
	if _, ok := found["patient-clinical-image"]; !ok {
		t.Error("clinical image not raised")
	}
	if _, ok := found["workplace-stunt"]; ok {
		t.Error("stunt raised")
	}
}

func TestReportedBeliefIsNoClaim(t *testing.T) {
	rs := builtin(t)
	const rule = "unsupported-health-claim"
	if _, ok := raisedBy(rs, doctor(), own("Had someone convinced that turmeric cures shingles.", "2025-03-01"))[rule]; ok {
		t.Error("the belief of another raised")
	}
	if _, ok := raisedBy(rs, doctor(), own("Turmeric cures shingles, trust me.", "2025-03-01"))[rule]; !ok {
		t.Error("the writer's claim not raised")
	}
}

func TestAdviceWithoutQuestion(t *testing.T) {
	rs := builtin(t)
	const rule = "individual-medical-advice"
	for text, want := range map[string]bool{
		"Stop your perindopril until Monday and halve the frusemide tablet, your sodium is low.": true,
		"Cut the prednisolone to 10 mg from tomorrow and ring me on Friday.":                     true,
		"Never stop a blood thinner without talking to your doctor first.":                       false,
		"Adults can take paracetamol 1 g every six hours. Read the label.":                       false,
	} {
		if _, got := raisedBy(rs, doctor(), own(text, "2025-03-01"))[rule]; got != want {
			t.Errorf("%q: raised %v, want %v", text, got, want)
		}
	}
}
