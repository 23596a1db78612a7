package all

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the table of platforms in README.md anew")

// The table of platforms stands in README.md between these lines.
const (
	guideFrom = "<!-- platforms: written by go test ./internal/ingest/all -run Guide -update -->\n"
	guideTo   = "<!-- end of platforms -->\n"
)

// guide is the table as it should stand there.
func guide(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("| platform | how to ask for it | what is read | what the platform does not export |\n|---|---|---|---|\n")
	cell := func(s string) string { return strings.NewReplacer("|", "\\|", "\n", " ").Replace(s) }
	for _, p := range Platforms() {
		if p.Ask == "" || p.Reads == "" || p.Lacks == "" {
			t.Errorf("platform %q does not say how to ask for its export, what is read or what it lacks", p.ID)
		}
		ask := cell(p.Ask)
		if p.AskURL != "" {
			ask += " <" + p.AskURL + ">"
		}
		b.WriteString("| " + cell(p.Name) + " | " + ask + " | " + cell(p.Reads) + " | " + cell(p.Lacks) + " |\n")
	}
	return b.String()
}

func TestGuideIsUpToDate(t *testing.T) {
	file := filepath.Join("..", "..", "..", "README.md")
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(page), guideFrom)
	have, after, ok2 := strings.Cut(rest, guideTo)
	if !ok || !ok2 {
		t.Fatalf("README.md has no place for the table of platforms")
	}
	want := guide(t)
	if *update {
		if err := os.WriteFile(file, []byte(before+guideFrom+want+guideTo+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if have != want {
		t.Errorf("the table of platforms in README.md is out of date: go test ./internal/ingest/all -run Guide -update")
	}
}
