// Package need skips a test that lacks something of the machine: a program, a screen, a sample. In the gate, which
// installs all of it first, the same test fails. Tests import it, nothing else does.
package need

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// gate names the environment variable that .ci/run sets.
const gate = "FOOTPRINT_GATE"

// That goes on if ok. If not it skips the test and says what it lacks; in the gate it fails it.
func That(t testing.TB, ok bool, what string) {
	t.Helper()
	switch {
	case ok:
	case os.Getenv(gate) != "":
		t.Fatalf("the gate runs every test, and this one needs %s", what)
	default:
		t.Skipf("needs %s", what)
	}
}

// Tools needs these programs.
func Tools(t testing.TB, names ...string) {
	t.Helper()
	for _, name := range names {
		_, err := exec.LookPath(name)
		That(t, err == nil, "the program "+name)
	}
}

// Display needs a screen.
func Display(t testing.TB) {
	t.Helper()
	That(t, os.Getenv("DISPLAY") != "", "a display: sh scripts/with-display.sh go test ...")
}

// Sample is the path of a file or folder of the samples in the folder "shared" beside the checkout. Without that folder
// the test is skipped, in the gate too, since a fresh clone has none; a sample that is missing in it fails the test.
func Sample(t testing.TB, parts ...string) string {
	t.Helper()
	samples := filepath.Join(Root(t), "..", "shared", "fixtures")
	if _, err := os.Stat(samples); err != nil {
		t.Skip("the samples beside the checkout are not there")
	}
	path := filepath.Join(append([]string{samples}, parts...)...)
	if _, err := os.Stat(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// Root is the folder of the module, above that of the test.
func Root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
	}
	t.Fatal("no go.mod above the test")
	return ""
}
