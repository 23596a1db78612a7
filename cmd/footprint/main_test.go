package main

import (
	"io"
	"path/filepath"
	"strings"
	"testing"

	"footprint/internal/footprint"

	"github.com/spf13/cobra"
)

func TestEveryCommandHasHelpWithAnExample(t *testing.T) {
	var visit func(c *cobra.Command)
	n := 0
	visit = func(c *cobra.Command) {
		n++
		if c.Short == "" || !strings.Contains(c.Example, c.CommandPath()) {
			t.Errorf("%s: short help %q, example %q", c.CommandPath(), c.Short, c.Example)
		}
		for _, sub := range c.Commands() {
			if sub.Name() != "help" && sub.Name() != "completion" {
				visit(sub)
			}
		}
	}
	visit((&app{out: io.Discard, err: io.Discard}).root())
	if n < 20 {
		t.Errorf("only %d commands", n)
	}
}

func TestProgressLine(t *testing.T) {
	for want, s := range map[string]footprint.Snapshot{
		"open":                      {Stage: "open"},
		"read X  120  data/a.js":    {Stage: "read X", Done: 120, Note: "data/a.js"},
		"analyze  50 of 200 (25 %)": {Stage: "analyze", Done: 50, Total: 200},
	} {
		if got := progressLine(s); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := progressLine(footprint.Snapshot{Stage: "read", Note: strings.Repeat("é", 200)}); len([]rune(got)) != 78 {
		t.Errorf("%d columns", len([]rune(got)))
	}
}

func TestCleanKeepsPostsFromTheTerminal(t *testing.T) {
	for in, want := range map[string]string{
		"plain é 😀": "plain é 😀", "a\x1b[2Jb": "a�[2Jb", "right\u202eleft": "right�left", "a\nb": "a�b",
	} {
		if got := clean(in); got != want {
			t.Errorf("%q became %q", in, got)
		}
	}
	if got := cleanLines("a\r\nb\x07"); got != "a\nb�" {
		t.Errorf("lines: %q", got)
	}
}

func TestExitCodes(t *testing.T) {
	db := filepath.Join(t.TempDir(), "test.db")
	for name, tc := range map[string]struct {
		args []string
		want int
	}{
		"fine":                {[]string{"list", "--db", db}, exitOK},
		"help":                {[]string{"help", "audit"}, exitOK},
		"failed":              {[]string{"show", "nobody", "--db", db}, exitFailed},
		"no such file":        {[]string{"inspect", filepath.Join(t.TempDir(), "absent.zip")}, exitFailed},
		"no consent":          {[]string{"analyze", "--db", db}, exitFailed},
		"unknown command":     {[]string{"frobnicate"}, exitUsage},
		"unknown flag":        {[]string{"list", "--frobnicate"}, exitUsage},
		"missing argument":    {[]string{"audit"}, exitUsage},
		"wrong value":         {[]string{"list", "--severity", "awful", "--db", db}, exitUsage},
		"wrong format":        {[]string{"report", "--format", "docx", "--db", db}, exitUsage},
		"findings":            {[]string{"check", "--fail-on", "low", "Absolutely shitfaced at the ball, on call at eight lol"}, exitFindings},
		"findings not so bad": {[]string{"check", "--fail-on", "critical", "Absolutely shitfaced at the ball, on call at eight lol"}, exitOK},
	} {
		t.Setenv("XDG_DATA_HOME", t.TempDir())
		if got := run(tc.args, strings.NewReader(""), io.Discard, io.Discard); got != tc.want {
			t.Errorf("%s: exit code %d, want %d", name, got, tc.want)
		}
	}
}
