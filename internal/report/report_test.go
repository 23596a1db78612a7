package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/need"
)

var update = flag.Bool("update", false, "write the golden files anew")

func sample() *Report {
	at := time.Date(2025, 6, 30, 12, 0, 0, 0, time.UTC)
	return &Report{
		Made: at, Version: "test", Name: "Robin Fairweather", Role: "doctor", Items: 1200, NotJudged: 3, Weak: 1,
		Audience: "For an adviser", Redacted: true, ByStatus: []Count{{"open", 2}, {"kept", 1}}, History: []Count{{"2025-01-31", 4}, {"2025-06-30", 2}},
		Purpose: &Purpose{Title: "Before a job application", Lead: []string{"Strangers come first."}, Deadline: at.AddDate(0, 1, 0),
			Weeks: []Week{{at, "what cannot wait", []string{"aaaa2222"}}}},
		Evidence: []Evidence{{ID: "aaaa2222", SHA256: strings.Repeat("ab", 32), Export: "twitter.zip", Digest: strings.Repeat("cd", 32), File: "data/tweets.js",
			Pos: 7, Posted: at.AddDate(-1, 0, 0), Imported: at, Link: "https://x.example/1", Steps: []Step{{at, "open to done: deleted it"}}}},
		Dates:      []Event{{"search", at.AddDate(0, 3, 0), "Footprint: Search for yourself", "Every 90d."}},
		BySeverity: []Count{{"critical", 1}, {"high", 0}, {"medium", 2}, {"low", 0}, {"info", 0}},
		ByPlatform: []Count{{"X", 2}, {"Facebook", 1}}, ByYear: []Count{{"2023", 1}, {"2024", 2}},
		Sources: []Source{{Platform: "X", Account: "robin_f", From: at.AddDate(-3, 0, 0), To: at, Imported: at, Items: 1200,
			Unread: []Unread{{"data/mystery.js", "not known to Footprint"}}}},
		Groups: []Group{
			{Rule: "patient-direct-identification", Title: "Patient named", Area: "confidentiality", Severity: footprint.SeverityCritical,
				Action: "Delete this item today.", Explanation: "It names a person in your care.", Step: "Three dots, delete.",
				Guidance: []Citation{{"BMA-1.3", "BMA guidance", "1", "Keep confidences."}},
				Rows: []Row{{ID: "aaaa2222", Confidence: footprint.Likely, Status: footprint.StatusOpen, Platform: "X", Kind: "post", Visibility: "public",
					Posted: at.AddDate(-1, 0, 0), Excerpt: "Sat with ▮▮▮ in ▮▮▮", Why: "A name beside a diagnosis.", Link: "https://x.example/1"}}},
			{Rule: "offensive-language", Title: "Crude remark", Area: "reputation", Severity: footprint.SeverityMedium, Action: "Reword it.",
				Explanation: "Others read it.", Step: "Edit.", Guidance: []Citation{},
				Rows: []Row{
					{ID: "bbbb3333", Confidence: footprint.Possible, Status: footprint.StatusKept, Platform: "Facebook", Kind: "comment", Note: "a quotation", Excerpt: "bloody hell"},
					{ID: "cccc4444", Confidence: footprint.Possible, Status: footprint.StatusOpen, Kind: "", Excerpt: ""},
				}},
		},
	}
}

// hostile is a report in which every word of the user's data tries to break out.
func hostile(payload string) *Report {
	r := sample()
	r.Name = payload
	r.Sources[0].Account, r.Sources[0].Unread[0].File, r.ByPlatform[0].Name = payload, payload, payload
	r.Audience, r.Purpose.Title, r.Purpose.Lead[0], r.Purpose.Weeks[0].Title = payload, payload, payload, payload
	r.ByStatus[0].Name, r.Dates[0].Title, r.Dates[0].Text = payload, payload, payload
	for i := range r.Evidence {
		e := &r.Evidence[i]
		e.ID, e.Export, e.File, e.Link, e.Steps[0].Text = payload, payload, payload, payload, payload
	}
	for i := range r.Groups {
		g := &r.Groups[i]
		g.Title, g.Action, g.Explanation, g.Step = payload, payload, payload, payload
		for j := range g.Rows {
			row := &g.Rows[j]
			row.Excerpt, row.Note, row.Why, row.Container, row.Link, row.Platform = payload, payload, payload, payload, payload, payload
		}
	}
	return r
}

var payloads = []string{
	`<script>document.title='owned'</script>`,
	`"><img src=x onerror="document.title='owned'">`,
	`'><svg onload=document.title='owned'>`,
	`</style><script>document.title='owned'</script>`,
	`</title><script>document.title='owned'</script>`,
	`--><script>document.title='owned'</script>`,
	`javascript:document.title='owned'`,
	`data:text/html,<script>document.title='owned'</script>`,
	`https://tracker.example/"onmouseover="document.title='owned'`,
	`<link rel=stylesheet href=//tracker.example/a.css><iframe src="//tracker.example"></iframe><meta http-equiv=refresh content="0;url=//tracker.example">`,
	`{{.Policy}}<base href="//tracker.example/">`,
	"\u202e<b>\x00\ufeff&lt;script&gt;",
}

func write(t *testing.T, name string, r *Report) string {
	t.Helper()
	f, ok := FormatOf(name)
	if !ok {
		t.Fatalf("no format %s", name)
	}
	var b bytes.Buffer
	if err := f.Write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for _, f := range Formats() {
		if f.Name == "pdf" {
			continue // compressed, by whatever version of Go; pdf_test.go reads its words
		}
		got := write(t, f.Name, sample())
		file := filepath.Join("testdata", "sample"+f.Ext)
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs from %s; look at it and run with -update", f.Name, file)
		}
	}
}

func TestNoFormulaInCSV(t *testing.T) {
	for _, payload := range []string{"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r\n=1", "  =1", "|calc", "％", "＝1+1", "\u00a0=1", "ordinary, \"text\""} {
		records, err := csv.NewReader(strings.NewReader(write(t, "csv", hostile(payload)))).ReadAll()
		if err != nil || len(records) != 4 {
			t.Fatalf("%q: %d records, %v", payload, len(records), err)
		}
		for _, record := range records[1:] {
			for _, cell := range record {
				if begin := strings.TrimLeft(cell, " \u00a0"); begin != "" && strings.ContainsAny(begin[:1], "=+-@|\t\r") || strings.HasPrefix(begin, "＝") {
					t.Errorf("%q: cell %q begins a formula", payload, cell)
				}
			}
		}
	}
}

func TestJSONComesBack(t *testing.T) {
	var back Report
	if err := json.Unmarshal([]byte(write(t, "json", sample())), &back); err != nil || back.Open() != 2 || len(back.First()) != 2 {
		t.Errorf("%+v, %v", back, err)
	}
}

// escaped is a character that Markdown takes for itself.
var escaped = regexp.MustCompile(`\\[[:punct:]]`)

func TestMarkdownStaysPlain(t *testing.T) {
	for _, payload := range append(payloads, "# heading\n\n* list", "[a](http://b.example)", "![x](//b.example)", "https://tracker.example/x", "`code`", "| a | b |") {
		got := escaped.ReplaceAllString(write(t, "md", hostile(payload)), "")
		for _, bad := range []string{"<script", "<img", "](", "https://tracker", "\n# heading", "\n* list"} {
			if strings.Contains(got, bad) {
				t.Errorf("%q lets %q through", payload, bad)
			}
		}
	}
}

func TestHTMLLinksOnlyToWebPages(t *testing.T) {
	for link, want := range map[string]string{
		"https://x.example/1?a=b": "https://x.example/1?a=b", "http://x.example/": "http://x.example/", "javascript:alert(1)": "", " javascript:x": "",
		"data:text/html,x": "", "file:///etc/passwd": "", "//x.example": "", "x": "", "": "",
	} {
		if got := safeLink(link); got != want {
			t.Errorf("%q became %q, want %q", link, got, want)
		}
	}
}

func TestEmptyReport(t *testing.T) {
	for _, f := range Formats() {
		if got := write(t, f.Name, &Report{}); got == "" {
			t.Errorf("%s is empty", f.Name)
		}
	}
	if got := write(t, "html", &Report{}); !strings.Contains(got, "Nothing is open") {
		t.Error("an empty report does not say so")
	}
}

// TestHostileInBrowser opens reports full of attacks in a real browser. None may run a script, and none may ask
// the network for anything.
func TestHostileInBrowser(t *testing.T) {
	need.Tools(t, "chromium")
	dir := t.TempDir()
	page := filepath.Join(dir, "report.html")
	netlog := filepath.Join(dir, "net.json")
	r := sample()
	r.Groups = nil
	for _, p := range payloads {
		r.Groups = append(r.Groups, hostile(p).Groups...)
	}
	r.Name, r.Sources = hostile(payloads[3]).Name, hostile(payloads[1]).Sources
	if err := os.WriteFile(page, []byte(write(t, "html", r)), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--log-net-log="+netlog, "--virtual-time-budget=3000", "--dump-dom", "file://"+page)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	dom := string(out)
	if !strings.Contains(dom, "The checklist") {
		t.Fatalf("the browser did not show the report: %.200s", dom)
	}
	if strings.Contains(dom, "<title>owned") || !strings.Contains(dom, "<title>Footprint report, 30 June 2025</title>") {
		t.Error("a script ran")
	}
	for _, element := range []string{"<script", "<img", "<iframe", "<link", "<base"} {
		if strings.Contains(strings.ReplaceAll(dom, "&lt;", ""), element) {
			t.Errorf("the page holds %s", element)
		}
	}
	log, err := os.ReadFile(netlog)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(log, []byte("tracker.example")) {
		t.Error("the page asked the network for something")
	}
}
