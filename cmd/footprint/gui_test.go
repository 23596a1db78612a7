//go:build !nogui

package main

import (
	"os"
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
