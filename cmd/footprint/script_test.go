//go:build !race

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"footprint/internal/store/vault"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"footprint": func() {
		vault.WorkFactor = 10 // passphrases of tests need not withstand anybody
		main()
	}})
}

// TestScripts runs testdata/script: each file is a session at the command line, in a folder and with a home of
// its own.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_DATA_HOME", e.WorkDir+"/data")
			e.Setenv("TMPDIR", e.WorkDir+"/tmp")
			return os.Mkdir(e.WorkDir+"/tmp", 0o700)
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

// Without a network interface everything that is not a search of the user's behaves the same.
func TestNothingNeedsTheNetwork(t *testing.T) {
	if runtime.GOOS != "linux" || exec.CommandContext(t.Context(), "unshare", "-rn", "true").Run() != nil {
		t.Skip("no network namespaces here")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "footprint") // testscript runs the command of that name
	if err := os.Symlink(self, link); err != nil {
		t.Fatal(err)
	}
	run := func(before ...string) (texts []string) {
		home := t.TempDir()
		for _, args := range [][]string{{"--consent", "profile", "set", "name=Orla Fenwick", "role=doctor"}, {"search", "--plan"}, {"search"}, {"letter"}, {"letter", "--as", "gdpr-erasure"}, {"due"}, {"keys", "list"}, {"audit", "testdata/script", "--photos"}, {"list"}} {
			line := append(append(append([]string{}, before...), link), args...)
			c := exec.CommandContext(t.Context(), line[0], line[1:]...)
			c.Env = []string{"XDG_DATA_HOME=" + home, "HOME=" + home, "PATH=" + os.Getenv("PATH")}
			out, err := c.CombinedOutput()
			texts = append(texts, strings.ReplaceAll(fmt.Sprintf("%v %v\n%s", args, err, out), home, "HOME"))
		}
		return texts
	}
	with, without := run(), run("unshare", "-rn")
	for i := range with {
		if with[i] != without[i] {
			t.Errorf("with a network:\n%s\nwithout:\n%s", with[i], without[i])
		}
	}
	if len(with) == 0 || !strings.Contains(with[1], "Orla Fenwick") {
		t.Errorf("the command did not run: %q", with)
	}
}
