//go:build !nogui

package main

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// TestFyneApp holds what the packager reads against what the code says.
func TestFyneApp(t *testing.T) {
	b, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`(?m)^ID = "` + regexp.QuoteMeta(appID) + `"$`, `(?m)^fyneDo = true$`, `(?m)^Version = "\d+\.\d+\.\d+"$`} {
		if !regexp.MustCompile(want).Match(b) {
			t.Errorf("FyneApp.toml has no %s", want)
		}
	}
	icon := regexp.MustCompile(`(?m)^Icon = "(.*)"$`).FindSubmatch(b)
	if icon == nil {
		t.Fatal("FyneApp.toml names no icon")
	}
	if _, err := os.Stat("../../" + string(icon[1])); err != nil {
		t.Error(err)
	}
}

// TestNoLogIsNoReasonNotToStart makes the log a folder, which nobody can write to as a file.
func TestNoLogIsNoReasonNotToStart(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	dirs := caches()
	if err := os.MkdirAll(filepath.Join(dirs[0], "footprint.log"), 0o700); err != nil {
		t.Fatal(err)
	}
	j, err := openJournal()
	if err == nil || j == nil {
		t.Fatalf("journal %v, error %v", j, err)
	}
	j.failed(errors.New("shown to the user"))
	if got := j.places(); len(got) != 0 {
		t.Errorf("places %v", got)
	}
	if err := j.Close(); err != nil {
		t.Error(err)
	}
}
