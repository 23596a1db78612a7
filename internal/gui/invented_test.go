package gui

import (
	"fmt"
	"strings"
	"time"

	"footprint/internal/audit"
	"footprint/internal/audit/core"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// inventedWalks are settings to check: one platform half done, the phone done, another not used.
func inventedWalks() []audit.Walk {
	cite := []audit.Guidance{{ID: "BMA-3.4", Document: "BMA guidance", Section: "Privacy", Paraphrase: "Settings can limit access, but the defaults often share content beyond friends."}}
	done := func(s audit.WalkSetting, ago int) audit.WalkSetting {
		s.Done = day().AddDate(0, 0, -ago)
		s.Again = s.Done.AddDate(0, 3, 0)
		s.Due = s.Again.Before(day())
		return s
	}
	posts := audit.WalkSetting{ID: "posts", Title: "Who can see your future posts", Want: "Friends", Where: "Settings > Audience and visibility > Posts",
		URL: "https://www.facebook.com/settings?tab=privacy", Guidance: cite, Exported: "Public", Due: true}
	friends := audit.WalkSetting{ID: "friends", Title: "Who can see your friends list", Want: "Only me", Where: "Settings > How people find and contact you",
		URL: "https://www.facebook.com/settings?tab=privacy", Guidance: cite, Due: true}
	tags := audit.WalkSetting{ID: "tags", Title: "Review posts you are tagged in, and tags on your posts", Want: "Both on", Where: "Settings > Profile and tagging",
		URL: "https://www.facebook.com/settings?tab=timeline", Guidance: cite, Due: true}
	camera := audit.WalkSetting{ID: "camera", Title: "Location in the pictures of the camera", Want: "Off", Where: "Settings > Privacy and security > Location services > Camera", Guidance: cite}
	return []audit.Walk{
		{Platform: "facebook", Mine: true, Checked: "2025", Settings: []audit.WalkSetting{done(posts, 12), friends, done(tags, 130)}},
		{Platform: "instagram", Mine: true, Checked: "2025", Settings: []audit.WalkSetting{{ID: "private", Title: "Private account", Want: "On, for a personal account",
			Where: "Settings > Account privacy", URL: "https://www.instagram.com/accounts/edit/", Guidance: cite, Due: true}}},
		{Platform: "phone", Device: true, Checked: "2025", Settings: []audit.WalkSetting{done(camera, 3)}},
		{Platform: "x", Checked: "2025", Settings: []audit.WalkSetting{posts, tags}},
	}
}

// day is the day on which the stories play.
func day() time.Time { return time.Date(2026, 3, 14, 9, 30, 0, 0, time.UTC) }

// invented are the tasks of the stories.
func invented() []audit.TaskRow {
	type seed struct {
		title, area, platform string
		kind                  footprint.Kind
		sev                   footprint.Severity
		conf                  footprint.Confidence
		seen                  footprint.Visibility
		year                  int
		text                  string
	}
	seeds := []seed{
		{"Patient recognisable from circumstances", "confidentiality", "x", footprint.KindPost, footprint.SeverityCritical, footprint.Likely, footprint.VisibilityPublic, 2019, "Nights in Kaitoke again. The ferry skipper who swallowed his own fishing hook went home today, eighty-one and already back at sea."},
		{"Patient named or directly identifiable", "confidentiality", "facebook", footprint.KindComment, footprint.SeverityCritical, footprint.Possible, footprint.VisibilityFriends, 2016, "So glad old Wiremu in bed 9 is eating again, he told us all about his dahlias."},
		{"Mocking a patient", "confidentiality", "x", footprint.KindPost, footprint.SeverityHigh, footprint.Likely, footprint.VisibilityPublic, 2014, "Frequent flyer number four tonight. Loyalty card, anyone?"},
		{"Discriminatory group or page", "discrimination", "facebook", footprint.KindGroup, footprint.SeverityHigh, footprint.Possible, footprint.VisibilityClosedGroup, 2011, "They should learn our language first"},
		{"Harsh words about a colleague", "colleagues_defamation", "instagram", footprint.KindComment, footprint.SeverityHigh, footprint.Possible, footprint.VisibilityPublic, 2021, "Our new registrar could not find a vein in a salt mine."},
		{"Uploaded address book", "identity_security", "facebook", footprint.KindUploadedContacts, footprint.SeverityHigh, footprint.Likely, footprint.VisibilityPrivate, 2013, ""},
		{"Alcohol beyond measure", "substances_conduct", "instagram", footprint.KindPhoto, footprint.SeverityMedium, footprint.Likely, footprint.VisibilityFriends, 2012, "Eleven jugs, one wheelbarrow, no memory. Intern orientation done properly"},
		{"Photo gives away a place", "photos_metadata", "instagram", footprint.KindPhoto, footprint.SeverityMedium, footprint.Possible, footprint.VisibilityPublic, 2018, "Coffee before the ward round"},
		{"No word that views are your own", "employer", "x", footprint.KindProfile, footprint.SeverityMedium, footprint.Likely, footprint.VisibilityPublic, 2026, "Paediatrics at Harbour General. Sourdough, sea kayaks, strong opinions."},
		{"Strong language", "reputation", "x", footprint.KindPost, footprint.SeverityMedium, footprint.Possible, footprint.VisibilityPublic, 2015, "What a bloody shambles of a parking policy"},
		{"Groups to look through", "reputation", "facebook", footprint.KindGroup, footprint.SeverityLow, footprint.Possible, footprint.VisibilityPublic, 2010, "I can't even boil an egg appreciation society"},
		{"Old posts to look through", "permanence_discoverability", "facebook", footprint.KindPost, footprint.SeverityLow, footprint.Possible, footprint.VisibilityFriends, 2009, "is wondering whether the anatomy museum has a lost property box"},
	}
	var rows []audit.TaskRow
	for i, s := range seeds {
		rows = append(rows, audit.TaskRow{
			ID: fmt.Sprintf("task%02d", i), Item: fmt.Sprintf("item%02d", i), Status: footprint.StatusOpen, Rule: fmt.Sprintf("rule-%02d", i),
			Title: s.title, Area: s.area, Platform: s.platform, Kind: s.kind, Severity: s.sev, Confidence: s.conf, Visibility: s.seen,
			Posted: time.Date(s.year, time.Month(1+i), 3+i, 21, 14, 0, 0, time.UTC), Excerpt: s.text, Created: day(), Changed: day(),
		})
	}
	for i := 10; i < 12; i++ {
		rows[i].Mode = footprint.ModeReview
	}
	for i, name := range []string{"Night Shift Baking", "Harbour Sea Kayakers", "Old Anatomy Jokes", "Kaitoke Buy and Sell"} {
		r := rows[10]
		r.ID, r.Item, r.Excerpt = fmt.Sprintf("group%02d", i), fmt.Sprintf("groupitem%02d", i), name
		rows = append(rows, r)
	}
	return rows
}

// detailOf invents what stands behind a row.
func detailOf(r audit.TaskRow) audit.TaskView {
	it := footprint.Item{ID: r.Item, Platform: r.Platform, Kind: r.Kind, Author: footprint.AuthorSelf, Created: r.Posted, Text: r.Excerpt, Visibility: r.Visibility}
	v := audit.TaskView{TaskRow: r, Content: &it,
		Action:      "Delete this item; if you wish to keep the lesson, write a new general post with no individual in it.",
		Explanation: "Time, place and detail can reveal who it was, even to the patient alone.",
		Step:        "X: open the post, choose the three dots, then Delete. Then run the check for copies.",
		Draft:       "A reminder from a busy week: look after your hands at sea. No individual is meant by this post.",
		Doubt:       "It may be about somebody who agreed to it, or about yourself.",
		Guidance: []audit.Guidance{
			{ID: "AMA-2.03", Document: "AMA/NZMA guide to social media and medical professionalism (2020)", Section: "Confidentiality", Paraphrase: "Leaving out the name is not enough: put together, details can point to one person."},
			{ID: "BMA-1.4", Document: "BMA guidance: Using social media", Section: "Protecting patient confidentiality", Paraphrase: "Think of what else a reader may already know."},
			{ID: "JH-3", Document: "Johns Hopkins example scenarios", Section: "Scenario 3", Paraphrase: "A patient recognised herself in a post that named nobody."},
		},
		History: []audit.Decision{{At: day().AddDate(0, 0, -3), From: footprint.StatusOpen, To: footprint.StatusSnoozed, Until: day()}},
		Link:    "https://x.com/robin/status/1",
	}
	v.Finding = footprint.Finding{ItemID: r.Item, Rule: r.Rule, Severity: r.Severity, Confidence: r.Confidence,
		Raised: []string{"a place", "a rare event", "a day"}, Lowered: []string{"no name"}}
	v.Why = "An age, a place, an occupation and a rare injury stand together."
	for word, kind := range map[string]string{"Kaitoke": "place", "ferry skipper": "occupation", "eighty-one": "age", "swallowed his own fishing hook": "condition", "bed 9": "place", "Wiremu": "name", "Frequent flyer": "term", "bloody shambles": "term"} {
		if at := strings.Index(r.Excerpt, word); at >= 0 {
			start := len([]rune(r.Excerpt[:at]))
			v.Finding.Spans = append(v.Finding.Spans, footprint.Span{Start: start, End: start + len([]rune(word)), Type: kind})
		}
	}
	return v
}

func inventedSources() []core.Source {
	return []core.Source{
		{ID: 1, Path: "/home/robin/Downloads/twitter-2026-03-01.zip", Platform: "x", Account: "@robin_k", Imported: day(),
			From: time.Date(2011, 4, 2, 0, 0, 0, 0, time.UTC), To: day(),
			Counts: map[footprint.Kind]int{footprint.KindPost: 4211, footprint.KindLike: 9120, footprint.KindMessage: 311, footprint.KindFollowing: 402},
			Ledger: ingest.Summary{Read: []ingest.Entry{{File: "data/tweets.js", Counts: map[footprint.Kind]int{footprint.KindPost: 4211}}, {File: "data/like.js", Counts: map[footprint.Kind]int{footprint.KindLike: 9120}}},
				Media: 812, Skipped: []ingest.Skip{{File: "data/ad-engagements.js", Reason: "advertisements shown, nothing about you"}}, Unknown: []string{"data/new-thing.js"}}},
		{ID: 2, Path: "/home/robin/Downloads/facebook-robin.zip", Platform: "facebook", Account: "Robin Kauri",
			Counts: map[footprint.Kind]int{footprint.KindPost: 120},
			Ledger: ingest.Summary{Failed: []ingest.Failure{{File: "posts/your_posts_1.json", At: 121, Error: "unexpected end of file"}}}},
	}
}

func inventedSummary() audit.Summary {
	return audit.Summary{
		Items: 15230, Sources: 2,
		ByStatus:        []audit.Count{{Name: "open", Count: 12}, {Name: "done", Count: 31}, {Name: "kept", Count: 7}},
		BySeverity:      []audit.Count{{Name: "critical", Count: 2}, {Name: "high", Count: 4}, {Name: "medium", Count: 4}, {Name: "low", Count: 2}, {Name: "info", Count: 0}},
		ByPlatform:      []audit.Count{{Name: "x", Count: 4}, {Name: "facebook", Count: 5}, {Name: "instagram", Count: 3}},
		ItemsByPlatform: []audit.Count{{Name: "x", Count: 9800}, {Name: "facebook", Count: 4100}, {Name: "instagram", Count: 1330}},
		ByYear:          []audit.Count{{Name: "2009", Count: 1}, {Name: "2012", Count: 1}, {Name: "2014", Count: 3}, {Name: "2019", Count: 4}, {Name: "2021", Count: 3}},
		ItemsByYear: []audit.Count{{Name: "2009", Count: 320}, {Name: "2010", Count: 940}, {Name: "2011", Count: 1310}, {Name: "2012", Count: 1800}, {Name: "2013", Count: 1420}, {Name: "2014", Count: 1650},
			{Name: "2015", Count: 1200}, {Name: "2016", Count: 1010}, {Name: "2018", Count: 1500}, {Name: "2019", Count: 1730}, {Name: "2021", Count: 1350}, {Name: "2024", Count: 1000}},
		Weak: 41, NotJudged: 112, Unread: 2,
	}
}
