//go:build x11 && !nogui

package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"footprint/internal/audit"
	"footprint/internal/demo"
	"footprint/internal/need"
)

// TestWindow drives the real window as a user would: consent, an export copied in the file manager, its progress, triage,
// undo, search, a report, quit, and start again by opening a second export with Footprint, with the decision kept, and
// dropping a third on it. FOOTPRINT_SHOTS names a folder for pictures of what it saw.
func TestWindow(t *testing.T) {
	need.Display(t)
	need.Tools(t, "xdotool", "xclip", systemPython)
	need.That(t, exec.Command(systemPython, "-c", "import Xlib").Run() == nil, "the module Xlib of Python")
	dir := t.TempDir()
	u := &windowUser{t: t, bin: filepath.Join(dir, "bin", "footprint"), db: filepath.Join(dir, "window.db"), home: dir}
	u.command("go", "build", "-tags", "x11,sqlite_fts5", "-o", u.bin, ".")
	paths, err := demo.Write(dir)
	if err != nil {
		t.Fatal(err)
	}

	u.start("welcome")
	u.shot("welcome")
	u.keys("Tab", "space", "Tab", "space")
	u.wait("shown: profile") // the promise is kept by now
	u.quit()

	u.start("checklist")
	u.keys("ctrl+o") // a dialog, which Escape closes and no key passes
	u.wait("shown: files")
	u.shot("dialog")
	u.keys("d", "Escape")
	u.paste(paths[0])
	u.wait("progress: ")
	u.wait("status: Added ")
	u.wait("shown: task") // keys before that would decide nothing
	u.shot("imported")
	u.keys("d")
	u.wait("status: Marked as done")
	u.keys("Down", "k")
	u.wait("status: Kept")
	u.keys("ctrl+z")
	u.wait("status: Taken back")
	u.keys("slash")
	u.command("xdotool", "type", "--delay", "60", "zebra crossing")
	u.shot("search")
	u.keys("ctrl+1")
	u.shot("overview")
	u.keys("ctrl+s")
	u.wait("shown: files")
	u.shot("report")
	u.keys("Return")
	u.wait("status: Saved")
	u.quit()
	if reports, err := filepath.Glob(filepath.Join(dir, "footprint-*.html")); err != nil || len(reports) != 1 {
		t.Errorf("reports %q, %v", reports, err)
	}
	if done, kept, open := u.count("done"), u.count("kept"), u.count("open"); done != 1 || kept != 0 || open < 10 {
		t.Errorf("done %d, kept %d, open %d; want 1, 0 and several", done, kept, open)
	}

	u.start("checklist", paths[1])
	u.wait("status: Added ")
	u.drop(paths[2])
	u.wait("status: Added ")
	u.shot("again")
	u.quit()
	if done := u.count("done"); done != 1 {
		t.Errorf("after a second start %d done, want 1", done)
	}
}

// windowUser is somebody in front of the window.
type windowUser struct {
	t             *testing.T
	bin, db, home string
	app           *exec.Cmd
	id            string
	said          chan string // lines of the trace
	heard         []string    // those that no wait has asked for yet
}

func (u *windowUser) command(name string, args ...string) string {
	u.t.Helper()
	c := exec.CommandContext(u.t.Context(), name, args...)
	c.Stderr = os.Stderr
	out, err := c.Output()
	if err != nil {
		u.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

func (u *windowUser) count(status string) int {
	u.t.Helper()
	var rows []audit.TaskRow
	if err := json.Unmarshal([]byte(u.command(u.bin, "--db", u.db, "list", "--status", status, "--json")), &rows); err != nil {
		u.t.Fatal(err)
	}
	return len(rows)
}

// start opens the window, with files if there are any, and waits for the first useful frame, which shows a screen.
func (u *windowUser) start(screen string, files ...string) {
	u.t.Helper()
	u.app = exec.Command(u.bin, append([]string{"--db", u.db}, files...)...)
	u.app.Dir = u.home // where the dialog for files begins
	u.app.Env = append(os.Environ(), "FOOTPRINT_TRACE=1", "LIBGL_ALWAYS_SOFTWARE=1", "LANG=en_NZ.UTF-8", "HOME="+u.home, "XDG_CONFIG_HOME="+u.home, "XDG_CACHE_HOME="+u.home)
	errs, err := u.app.StderrPipe()
	if err != nil {
		u.t.Fatal(err)
	}
	if err := u.app.Start(); err != nil {
		u.t.Fatal(err)
	}
	u.t.Cleanup(func() { u.app.Process.Kill() })
	u.said, u.heard = make(chan string, 1000), nil
	go func(r io.Reader, said chan<- string) {
		defer close(said)
		for lines := bufio.NewScanner(r); lines.Scan(); {
			said <- lines.Text()
		}
	}(errs, u.said)
	u.wait("first useful frame: " + screen)
	u.id = strings.Fields(u.command("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Footprint$"))[0]
	u.command("xdotool", "windowfocus", "--sync", u.id)
}

// patience is after how long a window that does nothing counts as stuck.
const patience = 2 * time.Minute

// wait waits until the window has said something that holds these words. Each line answers one wait, in whatever order they
// came.
func (u *windowUser) wait(words string) {
	u.t.Helper()
	late := time.After(patience)
	for {
		if i := slices.IndexFunc(u.heard, func(line string) bool { return strings.Contains(line, words) }); i >= 0 {
			u.heard = slices.Delete(u.heard, i, i+1)
			return
		}
		select {
		case line, ok := <-u.said:
			if !ok {
				u.t.Fatalf("the window closed before it said %q", words)
			}
			u.t.Log(line)
			u.heard = append(u.heard, line)
		case <-late:
			u.t.Fatalf("nothing that holds %q in %v", words, patience)
		}
	}
}

// paste copies a file as the file manager would and presses the keys.
func (u *windowUser) paste(path string) {
	u.t.Helper()
	copied := exec.CommandContext(u.t.Context(), "xclip", "-selection", "clipboard", "-loops", "1")
	copied.Stdin = strings.NewReader((&url.URL{Scheme: "file", Path: path}).String())
	if err := copied.Run(); err != nil { // it goes on in the background until it was asked once
		u.t.Fatal(err)
	}
	u.keys("ctrl+v")
}

// systemPython is the one for which the system's packages are.
const systemPython = "/usr/bin/python3"

// drop lets go of a file over the window, as if it had been dragged there.
func (u *windowUser) drop(path string) {
	u.t.Helper()
	u.command(systemPython, filepath.Join("testdata", "drop.py"), u.id, (&url.URL{Scheme: "file", Path: path}).String())
}

func (u *windowUser) keys(names ...string) {
	u.t.Helper()
	for _, name := range names {
		u.command("xdotool", "key", name)
	}
}

// shot keeps a picture of the window for whoever wants to look.
func (u *windowUser) shot(name string) {
	dir := os.Getenv("FOOTPRINT_SHOTS")
	if dir == "" {
		return
	}
	time.Sleep(time.Second)
	u.command("import", "-window", u.id, filepath.Join(dir, name+".png"))
}

// quit closes the window by its key and waits for the process.
func (u *windowUser) quit() {
	u.t.Helper()
	u.command("xdotool", "key", "ctrl+q")
	go func(said <-chan string) { // the pipe must not fill up
		for range said {
		}
	}(u.said)
	done := make(chan error, 1)
	go func() { done <- u.app.Wait() }()
	ctx, stop := context.WithTimeout(u.t.Context(), patience)
	defer stop()
	select {
	case err := <-done:
		if err != nil {
			u.t.Fatalf("the window ended with %v", err)
		}
	case <-ctx.Done():
		u.t.Fatal("the window did not close on its key")
	}
}
