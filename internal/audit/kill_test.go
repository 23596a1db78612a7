//go:build !race

package audit

import (
	"bufio"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// victimEnv makes the test binary an audit that waits to be killed: database and export, separated by a line
// break.
const victimEnv = "FOOTPRINT_TEST_VICTIM"

// TestVictim is the audit that TestKilledAtAnyMoment kills. It prints what it does after each step of progress.
func TestVictim(t *testing.T) {
	db, path, ok := strings.Cut(os.Getenv(victimEnv), "\n")
	if !ok {
		t.Skip("runs only as a child of TestKilledAtAnyMoment")
	}
	a, err := Open(t.Context(), Options{Path: db, Platforms: []ingest.Platform{paper}, Rules: rules(t), Now: func() time.Time { return day1 }})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if err := a.GiveConsent(t.Context()); err != nil {
		t.Fatal(err)
	}
	var p footprint.Progress
	done := make(chan error, 1)
	go func() { _, err := a.Audit(t.Context(), []string{path}, &p); done <- err }()
	last := ""
	for {
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			fmt.Println("step end")
			return
		default:
			if s := p.Snapshot(); fmt.Sprint(s.Stage, s.Done) != last {
				last = fmt.Sprint(s.Stage, s.Done)
				fmt.Println("step", s.Stage, s.Done)
			}
			time.Sleep(200 * time.Microsecond)
		}
	}
}

// TestKilledAtAnyMoment kills an audit at ten places. Each time the database must open and be whole; in the
// end it must equal one that was never disturbed.
func TestKilledAtAnyMoment(t *testing.T) {
	dir := t.TempDir()
	path := writePaper(t, dir, 100_000)
	killed, calm := filepath.Join(dir, "killed.db"), filepath.Join(dir, "calm.db")
	steps := victim(t, calm, path, -1)
	if steps < 10 {
		t.Fatalf("only %d steps: nothing to kill at", steps)
	}
	kills := 0
	for i := range 10 {
		if victim(t, killed, path, 1+i*steps/20) < 0 { // each run gets further, since it goes on where the last one stood
			kills++
		}
		checkWhole(t, killed)
	}
	if kills < 5 {
		t.Errorf("only %d of 10 runs were killed before they ended", kills)
	}
	if victim(t, killed, path, -1) < 0 {
		t.Fatal("the last run did not end")
	}
	if got, want := fingerprintOf(t, killed), fingerprintOf(t, calm); got != want {
		t.Errorf("after ten kills %s, undisturbed %s", got, want)
	}
}

// victim runs an audit in a process of its own and kills it at a step; at -1 it lets it end. It returns the
// number of steps, or -1 if it was killed.
func victim(t *testing.T, db, path string, killAt int) int {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestVictim$", "-test.v")
	cmd.Env = append(os.Environ(), victimEnv+"="+db+"\n"+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	steps, last := 0, ""
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		last = lines.Text()
		if !strings.HasPrefix(last, "step ") {
			continue
		}
		if steps++; steps == killAt {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			io.Copy(io.Discard, out)
			cmd.Wait() // the error is our own kill
			return -1
		}
	}
	if err := cmd.Wait(); err != nil {
		t.Fatalf("audit failed: %v; last line %q", err, last)
	}
	return steps
}

// writePaper writes an export of n posts, some of which raise something.
func writePaper(t *testing.T, dir string, n int) string {
	t.Helper()
	path := filepath.Join(dir, "export")
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(path, "owner.txt"), []byte("me"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(path, "posts.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	for i := range n {
		text := "an ordinary day"
		if i%37 == 0 {
			text = "an apple"
		}
		fmt.Fprintf(w, "{\"kind\":\"post\",\"native_id\":\"%d\",\"author\":\"self\",\"text\":\"%s number %d\",\"created\":\"2024-01-02T03:04:05\"}\n", i, text, i)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return path
}

func reopen(t *testing.T, db string) *Auditor {
	t.Helper()
	a, err := Open(t.Context(), Options{Path: db, Platforms: []ingest.Platform{paper}, Rules: rules(t), Now: func() time.Time { return day1 }})
	if err != nil {
		t.Fatalf("the database does not open: %v", err)
	}
	return a
}

func checkWhole(t *testing.T, db string) {
	t.Helper()
	a := reopen(t, db)
	defer a.Close()
	if err := a.DB.Check(t.Context()); err != nil {
		t.Errorf("integrity: %v", err)
	}
}

// fingerprintOf is a digest of everything that an audit leaves: items, checklist, and the account of what was
// read.
func fingerprintOf(t *testing.T, db string) string {
	t.Helper()
	a := reopen(t, db)
	defer a.Close()
	h := sha256.New()
	count := 0
	for it, err := range a.Items(t.Context(), ItemFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		count++
		fmt.Fprintf(h, "%+v\n", it)
	}
	tasks, err := a.Tasks(context.WithoutCancel(t.Context()), TaskFilter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range tasks {
		fmt.Fprintf(h, "%+v\n", row)
	}
	sources, err := a.Sources(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(h, "%+v\n", sources)
	return fmt.Sprintf("%d items, %d tasks, %d sources, %x", count, len(tasks), len(sources), h.Sum(nil)[:8])
}
