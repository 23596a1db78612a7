package analyze

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"footprint/internal/footprint"
)

// one compiles a rule set of a single rule.
func one(t *testing.T, mode, detect string) *RuleSet {
	t.Helper()
	rule := "- id: r\n  title: \"R\"\n  area: boundaries\n  severity: medium\n  mode: " + mode + "\n  detect:\n    - " + strings.ReplaceAll(detect, "\n", "\n      ") + "\n"
	rs, err := Load(fstest.MapFS{"rules/r.yaml": {Data: []byte(rule)}})
	if err != nil {
		t.Fatal(err)
	}
	return rs
}

// survey shows the items and returns the findings.
func survey(rs *RuleSet, items ...footprint.Item) []footprint.Finding {
	s := rs.Survey(&footprint.Person{Role: "doctor"}, ExampleDay())
	var out []footprint.Finding
	for i := range items {
		if items[i].ID == "" {
			items[i].ID = fmt.Sprint(i + 1)
		}
		out = append(out, s.CheckAndAdd(&items[i])...)
	}
	return append(out, s.Findings()...)
}

func request(who string, day int) footprint.Item {
	return footprint.Item{Kind: footprint.KindFriendRequest, Platform: "p", Author: who, Created: time.Date(2025, 5, day, 9, 0, 0, 0, time.UTC)}
}

func TestCompanionCountsOnePersonInTime(t *testing.T) {
	rs := one(t, "finding", "kind: companion\nitem: {kind: friend_request}\nwith: {kind: fields, when: {kind: friend_request}}\nleast: 3\nwithin: 10d")
	for _, c := range []struct {
		name  string
		items []footprint.Item
		want  int
	}{
		{"three in time", []footprint.Item{request("a", 1), request("A", 4), request("a", 9)}, 1},
		{"two people", []footprint.Item{request("a", 1), request("b", 4), request("a", 9)}, 0},
		{"too far apart", []footprint.Item{request("a", 1), request("a", 12), request("a", 28)}, 0},
		{"unordered", []footprint.Item{request("a", 28), request("a", 20), request("a", 1), request("a", 24)}, 1},
	} {
		found := survey(rs, c.items...)
		if len(found) != c.want {
			t.Errorf("%s: %d findings", c.name, len(found))
		}
		if len(found) == 1 && len(found[0].Related) != len(c.items)-1 {
			t.Errorf("%s: related %v", c.name, found[0].Related)
		}
	}
}

func TestGatherGroupsSharesAndSilence(t *testing.T) {
	rs := one(t, "review", "kind: gather\nwhen: {kind: post}\nwhich: {visibility: public}\nunless: {answer: keep}\nby: [platform]\nleast: 2\nshare: 0.5\nwhy: Open")
	post := func(platform string, v footprint.Visibility, answer string) footprint.Item {
		return footprint.Item{Kind: footprint.KindPost, Platform: platform, Author: footprint.AuthorSelf, Visibility: v, Answer: answer}
	}
	found := survey(rs, post("a", "public", ""), post("a", "public", ""), post("a", "friends", ""), // two of three
		post("b", "public", ""), post("b", "friends", ""), // one is too few
		post("c", "public", ""), post("c", "public", ""), post("c", "friends", "keep"), // silenced
		post("d", "public", ""), post("d", "public", ""), post("d", "friends", ""), post("d", "friends", ""), post("d", "friends", "")) // too small a share
	if len(found) != 1 || found[0].ItemID != "1" || found[0].Why != "Open: 2 of 3 items." {
		t.Errorf("%+v", found)
	}
}

func TestCopiesComeAfterDeletion(t *testing.T) {
	rs := one(t, "cross", "kind: copies")
	gone := footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Text: "the harbour looked like glass today", DeletedOn: time.Date(2025, 4, 1, 0, 0, 0, 0, time.UTC)}
	hit := func(month time.Month) footprint.Item {
		return footprint.Item{Kind: footprint.KindSearchResult, Author: "other", Snippet: "… THE HARBOUR looked like glass today …", FoundOn: time.Date(2025, month, 2, 0, 0, 0, 0, time.UTC)}
	}
	if n := len(survey(rs, hit(5), gone)); n != 1 {
		t.Errorf("seen after deletion: %d findings", n)
	}
	if n := len(survey(rs, gone, hit(3))); n != 0 {
		t.Errorf("seen before deletion: %d findings", n)
	}
	gone.DeletedOn = time.Time{}
	if n := len(survey(rs, gone, hit(5))); n != 0 {
		t.Errorf("not deleted: %d findings", n)
	}
}

func TestMixingNeedsBoth(t *testing.T) {
	const detect = "kind: mixing\none: {visibility: friends}\nother: {visibility: public}\nknown: {full_name: true}\nshare: 0.2\nleast: 10"
	rs := one(t, "cross", detect)
	account := func(profile bool, friends, public int) []footprint.Item {
		items := []footprint.Item{{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, FullName: footprint.TriOf(profile)}}
		for i := range friends + public {
			v := footprint.VisibilityFriends
			if i >= friends {
				v = footprint.VisibilityPublic
			}
			items = append(items, footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Visibility: v})
		}
		return items
	}
	for _, c := range []struct {
		name            string
		profile         bool
		friends, public int
		want            int
	}{{"both", false, 5, 5, 1}, {"one only", false, 10, 0, 0}, {"a trace of the other", false, 11, 1, 0}, {"few, unknown", false, 2, 2, 0}, {"few, profile says who", true, 2, 2, 1}} {
		if n := len(survey(rs, account(c.profile, c.friends, c.public)...)); n != c.want {
			t.Errorf("%s: %d findings", c.name, n)
		}
	}
}

func TestPlaceOfPicture(t *testing.T) {
	lat, lon := -36.8485, 174.7633
	near, far := 174.7640, 174.80
	home := &footprint.Area{Lat: lat, Lon: lon, RadiusM: 200}
	rs := one(t, "finding", "kind: fields\nwhen: {at_home: true}")
	for name, c := range map[string]struct {
		lon  *float64
		want int
	}{"near": {&near, 1}, "far": {&far, 0}, "unknown": {nil, 0}} {
		it := footprint.Item{Kind: footprint.KindPhoto, Author: footprint.AuthorSelf, Home: home, Media: []footprint.Media{{Exif: &footprint.Exif{Lat: &lat, Lon: c.lon}}}}
		if n := len(survey(rs, it)); n != c.want {
			t.Errorf("%s: %d findings", name, n)
		}
	}
}

func TestIdentifierEvidence(t *testing.T) {
	rs := one(t, "finding", "kind: identifier\ntypes: [card, health_id, date]")
	it := footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Text: "Name: Ann Lowe, NHI ZZZ0008, paid 4111 1111 1111 1111 on 3/4/2024, call 021 123 4567", OCR: "DOB 3/4/1980"}
	found := survey(rs, it)
	if len(found) != 1 {
		t.Fatalf("%+v", found)
	}
	var got []string
	for _, s := range found[0].Spans {
		text := it.Text
		if s.Field == "ocr" {
			text = it.OCR
		}
		got = append(got, s.Type+":"+text[s.Start:s.End])
	}
	if want := "health_id:ZZZ0008 card:4111 1111 1111 1111 date:3/4/1980 name:Ann Lowe"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if want := "Shows a health or record number, a payment card number and a date of birth."; found[0].Why != want {
		t.Errorf("why %q", found[0].Why)
	}
}
