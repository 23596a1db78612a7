//go:build !race

package main

import (
	"os"
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
