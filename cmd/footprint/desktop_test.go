package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"footprint/internal/need"
)

// TestDesktopEntry holds the entry of the desktop's menu to the rules of freedesktop.org, and to the program.
func TestDesktopEntry(t *testing.T) {
	entry := filepath.Join("..", "..", "assets", "desktop", "io.footprint.Footprint.desktop")
	b, err := os.ReadFile(entry)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Exec=footprint %F\n", "Icon=io.footprint.Footprint\n", "MimeType=application/zip;"} {
		if !strings.Contains(string(b), want) {
			t.Errorf("%s lacks %q", entry, want)
		}
	}
	script, err := os.ReadFile(filepath.Join("..", "..", "scripts", "package.sh"))
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`install -Dm644 (assets/\S+)`).FindAllStringSubmatch(string(script), -1) {
		for _, size := range []string{"16", "24"} {
			if _, err := os.Stat(filepath.Join("..", "..", strings.ReplaceAll(m[1], "$size", size))); err != nil {
				t.Errorf("the package takes a file that is not there: %v", err)
			}
		}
	}
	need.Tools(t, "desktop-file-validate")
	if out, err := exec.Command("desktop-file-validate", entry).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("%v\n%s", err, out)
	}
}
