//go:build x11 && !nogui

package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"footprint/internal/audit"
	"footprint/internal/demo"
)

// TestWindow drives the real window as a user with a keyboard would: triage, undo, search, quit, and start
// again with the decision kept. FOOTPRINT_SHOTS names a folder for pictures of what it saw.
func TestWindow(t *testing.T) {
	if os.Getenv("DISPLAY") == "" {
		t.Skip("needs a display: sh scripts/with-display.sh go test ...")
	}
	if _, err := exec.LookPath("xdotool"); err != nil {
		t.Skip("needs xdotool")
	}
	dir := t.TempDir()
	u := &windowUser{t: t, bin: filepath.Join(dir, "bin", "footprint"), db: filepath.Join(dir, "window.db"), home: dir}
	u.command("go", "build", "-tags", "x11,sqlite_fts5", "-o", u.bin, ".")
	paths, err := demo.Write(dir)
	if err != nil {
		t.Fatal(err)
	}
	u.command(u.bin, append([]string{"--db", u.db, "--consent", "audit"}, paths...)...)
	before := u.count("open")
	if before < 10 {
		t.Fatalf("only %d open tasks to begin with", before)
	}

	u.start()
	u.keys("d", "Down", "k", "u", "slash")
	u.command("xdotool", "type", "--delay", "60", "zebra crossing")
	u.shot("search")
	u.keys("Escape", "Escape", "ctrl+2", "ctrl+1")
	u.shot("overview")
	u.keys("ctrl+2")
	u.quit()
	if done, kept, open := u.count("done"), u.count("kept"), u.count("open"); done != 1 || kept != 0 || open != before-1 {
		t.Errorf("done %d, kept %d, open %d; want 1, 0, %d", done, kept, open, before-1)
	}

	u.start()
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

// start opens the window and waits for the first useful frame.
func (u *windowUser) start() {
	u.t.Helper()
	u.app = exec.Command(u.bin, "--db", u.db)
	u.app.Env = append(os.Environ(), "FOOTPRINT_TRACE=1", "LIBGL_ALWAYS_SOFTWARE=1", "HOME="+u.home, "XDG_CONFIG_HOME="+u.home, "XDG_CACHE_HOME="+u.home)
	errs, err := u.app.StderrPipe()
	if err != nil {
		u.t.Fatal(err)
	}
	if err := u.app.Start(); err != nil {
		u.t.Fatal(err)
	}
	u.t.Cleanup(func() { u.app.Process.Kill() })
	framed := make(chan bool, 1)
	go func(r io.Reader) {
		for lines := bufio.NewScanner(r); lines.Scan(); {
			u.t.Log(lines.Text())
			if strings.HasPrefix(lines.Text(), "first useful frame") {
				framed <- true
			}
		}
		framed <- false
	}(errs)
	select {
	case ok := <-framed:
		if !ok {
			u.t.Fatal("the window closed before it showed anything")
		}
	case <-time.After(time.Minute):
		u.t.Fatal("no useful frame in a minute")
	}
	u.id = strings.Fields(u.command("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Footprint$"))[0]
	u.command("xdotool", "windowfocus", "--sync", u.id)
	time.Sleep(time.Second) // the rest of the checklist loads behind the first frame
}

func (u *windowUser) keys(names ...string) {
	u.t.Helper()
	for _, name := range names {
		u.command("xdotool", "key", name)
		time.Sleep(250 * time.Millisecond)
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
	done := make(chan error, 1)
	go func() { done <- u.app.Wait() }()
	ctx, stop := context.WithTimeout(u.t.Context(), 20*time.Second)
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
