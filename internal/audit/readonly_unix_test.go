//go:build unix

package audit

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// readOnlyEnv names the folder to the process that may not write everywhere.
const readOnlyEnv = "FOOTPRINT_TEST_READ_ONLY"

// nobody is a user that may write nowhere.
const nobody = 65534

// A folder, a file, in which nothing may be written: that is said, with what to do. Root may write everywhere, so that
// the test runs again as nobody.
func TestReadOnlyFolderIsSaid(t *testing.T) {
	if dir := os.Getenv(readOnlyEnv); dir != "" {
		refused(t, filepath.Join(dir, "test.db"))
		refused(t, filepath.Join(dir, "there.db"))
		return
	}
	dir := t.TempDir()
	a, err := Open(t.Context(), Options{Path: filepath.Join(dir, "there.db"), Rules: rules(t)})
	if err != nil {
		t.Fatal(err)
	}
	a.Close()
	program := os.Args[0]
	if os.Geteuid() == 0 {
		program = filepath.Join(dir, "test")
		if err := errors.Join(copyProgram(os.Args[0], program), os.Chmod(filepath.Dir(dir), 0o755)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"there.db", "there.db.lock"} {
		if err := os.Chmod(filepath.Join(dir, name), 0o444); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(program, "-test.run", "^"+t.Name()+"$")
	c.Env = append(os.Environ(), readOnlyEnv+"="+dir)
	c.Dir = dir
	if os.Geteuid() == 0 {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	out, err := c.CombinedOutput()
	if errors.Is(err, os.ErrPermission) {
		t.Skipf("nobody may not run programs here: %v", err)
	}
	if err != nil || !strings.Contains(string(out), "PASS") {
		t.Errorf("%v\n%s", err, out)
	}
}

func refused(t *testing.T, path string) {
	t.Helper()
	a, err := Open(t.Context(), Options{Path: path, Rules: rules(t)})
	if err == nil {
		err = a.GiveConsent(t.Context())
		a.Close()
	}
	if err == nil || !strings.Contains(Explain(err), "may not read or write") {
		t.Errorf("%s: %v: %s", path, err, Explain(err))
	}
}

func copyProgram(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY, 0o755)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
