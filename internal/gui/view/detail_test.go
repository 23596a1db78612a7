package view

import (
	"slices"
	"strings"
	"testing"
	"time"

	"footprint/internal/analyze/patient"
	"footprint/internal/audit"
	"footprint/internal/audit/core"
	"footprint/internal/audit/drafts"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

func TestDetail(t *testing.T) {
	w := words(t, "en")
	at := time.Date(2020, 5, 4, 3, 2, 0, 0, time.UTC)
	v := audit.TaskView{
		TaskRow: audit.TaskRow{ID: "t", Title: "A title", Confidence: footprint.Possible, Platform: "x", Kind: footprint.KindPost, Posted: at, Visibility: footprint.VisibilityPublic},
		Content: &footprint.Item{Author: "Kim", Text: "Māori nurse met Ms Tamsin in bed 4", ReplyTo: "well?", Platform: "x"},
		Finding: footprint.Finding{Raised: []string{"a name", "a bed"}, Spans: []footprint.Span{
			{Start: 16, End: 25, Type: "name"}, {Start: 29, End: 34, Type: "place"}, {Field: "reply_to", Start: 0, End: 4, Type: "term"}}},
		History: []audit.Decision{{At: at, To: footprint.StatusSnoozed, Until: at, Note: "asked"}, {At: at, To: footprint.StatusDone, Undone: true}},
	}
	d := NewDetail(v, "X", w)
	if got, want := picture(d.Words), "Māori nurse met [Ms Tamsin] in [bed 4]"; got != want {
		t.Errorf("words %q, want %q", got, want)
	}
	for name, tc := range map[string]struct{ got, want string }{
		"where":   {d.Where, "X  ·  post  ·  4 May 2020  ·  public"},
		"author":  {d.Author, "Kim"},
		"fact":    {d.Facts[1].Label + "=" + d.Facts[1].Value, "place=bed 4"},
		"around":  {d.Around[0].Label + "=" + d.Around[0].Value, "In answer to=well?"},
		"moved":   {d.Moved[0].Value, "a name; a bed"},
		"history": {d.History[0].Value, "Put off until 4 May 2020 – asked"},
		"undone":  {d.History[1].Value, "Marked as done (taken back)"},
	} {
		if tc.got != tc.want {
			t.Errorf("%s: got %q, want %q", name, tc.got, tc.want)
		}
	}
}

func TestDetailWithoutText(t *testing.T) {
	for name, tc := range map[string]struct {
		item footprint.Item
		want string
	}{
		"group":     {footprint.Item{Kind: footprint.KindGroup, Container: "Egg society"}, "Egg society"},
		"setting":   {footprint.Item{Setting: "tag review", Value: "off"}, "tag review"},
		"title":     {footprint.Item{Title: "A film"}, "A film"},
		"nothing":   {footprint.Item{}, ""},
		"self":      {footprint.Item{Author: footprint.AuthorSelf, Text: "mine"}, "mine"},
		"text wins": {footprint.Item{Title: "A film", Text: "words"}, "words"},
	} {
		d := NewDetail(audit.TaskView{Content: &tc.item}, "X", words(t, "en"))
		if got := picture(d.Words); got != tc.want || d.Author != "" {
			t.Errorf("%s: words %q by %q, want %q", name, got, d.Author, tc.want)
		}
	}
	if d := NewDetail(audit.TaskView{}, "X", words(t, "en")); len(d.Words) != 0 {
		t.Error("a reminder has words")
	}
}

func TestDraftCheck(t *testing.T) {
	w := words(t, "en")
	title := func(rule string) string { return "title of " + rule }
	found := drafts.Draft{Findings: []drafts.Finding{{Rule: "r", Severity: footprint.SeverityHigh, Spans: []footprint.Span{{Start: 2, End: 5, Type: "term"}}}}}
	for name, tc := range map[string]struct {
		text  string
		draft drafts.Draft
		want  string
		words string
	}{
		"empty":       {" \n", drafts.Draft{}, w.T("draft.empty"), " \n"},
		"fine":        {"hello", drafts.Draft{}, w.T("draft.fine"), "hello"},
		"unsupported": {"kia ora", drafts.Draft{Unsupported: true}, w.T("draft.unsupported"), "kia ora"},
		"found":       {"ā bad word", found, w.N("draft.found", 1), "ā [bad] word"},
	} {
		got := NewDraftCheck(tc.text, tc.draft, title, w)
		if got.Headline != tc.want || picture(got.Words) != tc.words {
			t.Errorf("%s: %q, %q", name, got.Headline, picture(got.Words))
		}
	}
	if got := NewDraftCheck("ā bad word", found, title, w); got.Findings[0].Title != "title of r" || got.Worst != footprint.SeverityHigh {
		t.Errorf("finding %+v", got)
	}
	spared := NewDraftCheck("The man in the novel", drafts.Draft{Spared: string(patient.Invented)}, title, w).Spared
	if want := w.T("draft.spared", "what", w.T("spared.fiction or an exam vignette")); spared != want {
		t.Errorf("spared %q, want %q", spared, want)
	}
	if got := NewDraftCheck("ā bad word", found, title, w).Spared; got != "" {
		t.Errorf("spared %q where nothing was", got)
	}
}

func TestPace(t *testing.T) {
	w := words(t, "en")
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	var p Pace
	for _, tc := range []struct {
		name  string
		s     footprint.Snapshot
		after time.Duration
		text  string
		left  string
	}{
		{"before the first stage", footprint.Snapshot{}, 0, "Starting", ""},
		{"total unknown", footprint.Snapshot{Stage: "read X", Done: 1200}, time.Second, "Reading X: 1,200", ""},
		{"too early to say", footprint.Snapshot{Stage: "analyze", Done: 50, Total: 100}, 2 * time.Second, "Judging: 50 %", ""},
		{"half in a minute", footprint.Snapshot{Stage: "analyze", Done: 50, Total: 100}, 62 * time.Second, "Judging: 50 %", "about 60 seconds left"},
		{"done", footprint.Snapshot{Stage: "analyze", Done: 100, Total: 100}, 63 * time.Second, "Judging: 100 %", ""},
		{"more than all", footprint.Snapshot{Stage: "analyze", Done: 120, Total: 100}, 64 * time.Second, "Judging: 100 %", ""},
		{"another stage starts anew", footprint.Snapshot{Stage: "compare items", Done: 1, Total: 2}, 65 * time.Second, "Comparing items: 50 %", ""},
		{"unknown stage", footprint.Snapshot{Stage: "polish"}, 66 * time.Second, "polish", ""},
	} {
		if r := p.Read(tc.s, start.Add(tc.after), w); r.Text != tc.text || r.Left != tc.left {
			t.Errorf("%s: %q, %q", tc.name, r.Text, r.Left)
		}
	}
}

func TestSource(t *testing.T) {
	w := words(t, "en")
	unknown := make([]string, 300)
	s := core.Source{Path: "/home/me/x.zip", Account: "@me", Counts: map[footprint.Kind]int{"post": 2000, "like": 7, "ad": 0},
		Ledger: ingest.Summary{Unknown: unknown, Media: 3, Failed: []ingest.Failure{{File: "a.js", Error: "cut off"}}}}
	v := NewSource(s, "X", w)
	if v.Title != "X  ·  @me" || v.File != "x.zip" || !v.Interrupted || v.Unread != 301 || v.Items != 2007 || v.Counts != "2,000 posts  ·  7 likes" {
		t.Errorf("source %+v", v)
	}
	if p := v.Ledger[1]; p.Name != "unknown" || len(p.Lines) != maxLines || p.More != 100 || p.Title != "300 unknown files" {
		t.Errorf("unknown part %s, %d lines, %d more", p.Title, len(p.Lines), p.More)
	}
	if p := v.Ledger[0]; p.Name != "failed" || !strings.Contains(p.Lines[0], "cut off") {
		t.Errorf("the worst is not first: %+v", p)
	}
}

func TestImportWords(t *testing.T) {
	w := words(t, "en")
	var fresh, again audit.AuditResult
	fresh.Import.Added, fresh.Analysis.NewTasks = 12, 1
	again.Import.Sources = []core.Imported{{Known: true}}
	again.Import.Unrecognised = []audit.Unrecognised{{Path: "a"}, {Path: "b"}}
	for want, r := range map[string]audit.AuditResult{
		"Added 12 items, 1 new thing to look at.":                             fresh,
		"Nothing new: this was imported before. 2 files belong to no export.": again,
	} {
		if got := ImportWords(r, w); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestOverview(t *testing.T) {
	w := words(t, "en")
	count := func(name string, n int) []audit.Count { return []audit.Count{{Name: name, Count: n}} }
	for name, tc := range map[string]struct {
		s    audit.Summary
		next string
		head string
	}{
		"nothing yet": {audit.Summary{}, "sources", w.T("overview.empty")},
		"urgent":      {audit.Summary{Items: 5, BySeverity: count("critical", 1)}, "checklist", w.N("overview.urgent", 1)},
		"open":        {audit.Summary{Items: 5, BySeverity: count("low", 12)}, "checklist", w.N("overview.open", 12)},
		"clear":       {audit.Summary{Items: 5, ByStatus: count("done", 3)}, "draft", w.T("overview.clear")},
	} {
		if o := NewOverview(Known{Summary: tc.s}, nil, w); o.Next != tc.next || o.Headline != tc.head {
			t.Errorf("%s: %s, %q", name, o.Next, o.Headline)
		}
	}
	s := audit.Summary{Items: 9, ItemsByYear: []audit.Count{{Name: "2012", Count: 2}, {Name: "2009", Count: 1}, {Name: "", Count: 6}}, ByYear: count("2012", 1), Weak: 1}
	for i := range 12 {
		s.ItemsByPlatform = append(s.ItemsByPlatform, audit.Count{Name: string(rune('a' + i)), Count: i + 1})
	}
	o := NewOverview(Known{Summary: s}, map[string]string{"l": "Largest"}, w)
	if len(o.Years) != 4 || o.Years[0].Name != "2009" || o.Years[1].Total != 0 || o.Years[3].Open != 1 {
		t.Errorf("years %+v", o.Years)
	}
	if len(o.Platforms) != maxBars || o.Platforms[0].Name != "Largest" || o.Platforms[maxBars-1].Name != "Others" || o.Platforms[maxBars-1].Total != 15 {
		t.Errorf("platforms %+v", o.Platforms)
	}
	if len(o.Gaps) != 1 {
		t.Errorf("gaps %q", o.Gaps)
	}
}

func TestProfileFieldsKeepWhatTheySay(t *testing.T) {
	var p footprint.Person
	lists := []string{"handles", "former_names", "aliases", "emails", "interests", "relatives"}
	for _, f := range ProfileFields() {
		f.Set(&p, " one, two ,, one\nthree ")
		want := "one, two ,, one\nthree"
		if slices.Contains(lists, f.Name) {
			want = "one, two, three"
		}
		if got := f.Get(&p); got != want {
			t.Errorf("%s: got %q, want %q", f.Name, got, want)
		}
	}
}

func TestRowsKeepWordsOnce(t *testing.T) {
	r := NewRows(map[string]string{"x": "X"}, func(string) []string { return nil })
	for _, id := range []string{"a", "b"} {
		r.Add(audit.TaskRow{ID: id, Platform: "x", Rule: strings.Clone("rule")})
	}
	if len(r.Tasks) != 2 || r.Tasks[1].PlatformName != "X" || r.Tasks[1].Rule != "rule" {
		t.Errorf("rows %+v", r.Tasks)
	}
}
