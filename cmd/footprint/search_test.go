package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"footprint/internal/audit"
	"footprint/internal/crawl"
)

// online runs a command that may reach the given server of the test.
func online(t *testing.T, db, endpoint string, o crawl.Options, args ...string) (code int, out, errOut string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	o.Delay = time.Millisecond
	a := &app{in: strings.NewReader(""), out: &stdout, err: &stderr, web: o, endpoint: endpoint}
	code = a.run(t.Context(), append(args, "--db", db, "--consent"))
	return code, stdout.String(), stderr.String()
}

func TestSearchServices(t *testing.T) {
	status := new(atomic.Int32)
	asked := new(atomic.Int32)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		w.Header().Set("Content-Type", "application/json")
		if n := int(status.Load()); n != 0 {
			w.WriteHeader(n)
			return
		}
		const hit = `{"url":"https://saltmarsh.example/team","title":"Dr Orla Fenwick","description":"dermatologist, Saltmarsh Clinic, Wexcombe","content":"dermatologist, Saltmarsh Clinic, Wexcombe"}`
		if r.Header.Get("X-Subscription-Token") == "topsecret" {
			fmt.Fprintf(w, `{"web":{"results":[%s]}}`, hit)
			return
		}
		fmt.Fprintf(w, `{"results":[%s]}`, hit)
	}))
	defer s.Close()
	t.Setenv("FOOTPRINT_KEY_BRAVE", "topsecret")
	db := filepath.Join(t.TempDir(), "test.db")
	o := crawl.Options{Allow: []string{strings.TrimPrefix(s.URL, "http://")}}
	if code, _, e := online(t, db, "", o, "profile", "set", "name=Orla Fenwick", "role=doctor", "specialty=dermatology", "employer=Saltmarsh Clinic", "place=Wexcombe"); code != exitOK {
		t.Fatal(e)
	}
	if code, _, e := online(t, db, s.URL, o, "search", "--provider", "brave"); code != exitUsage || asked.Load() != 0 || !strings.Contains(e, "credit") {
		t.Errorf("without a yes: code %d, asked %d, %s", code, asked.Load(), e)
	}
	code, out, e := online(t, db, s.URL, o, "search", "--provider", "brave", "--limit", "2", "--yes", "--json")
	var got struct {
		audit.SearchRun
		Found []audit.SearchResult
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil || code != exitOK || len(got.Pages) != 2 || len(got.Found) != 1 || got.Found[0].Verdict != "me" || asked.Load() != 2 {
		t.Errorf("code %d, %v, asked %d: %s %s", code, err, asked.Load(), out, e)
	}
	if strings.Contains(out+e, "topsecret") {
		t.Error("the key is printed")
	}
	if code, out, e := online(t, db, "", crawl.Options{}, "search", "--provider", "searxng", "--server", s.URL, "--limit", "1", "--yes"); code != exitOK || !strings.Contains(out, "searxng") || asked.Load() != 3 {
		t.Errorf("a server of one's own: code %d, asked %d, %s%s", code, asked.Load(), out, e)
	}
	for n, want := range map[int32]string{401: "does not accept the key", 429: "quota", 503: "did not answer"} {
		status.Store(n)
		if code, _, e := online(t, db, s.URL, o, "search", "--provider", "brave", "--yes"); code != exitFailed || !strings.Contains(e, want) || strings.Contains(e, "topsecret") {
			t.Errorf("status %d: code %d, %s", n, code, e)
		}
	}
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
		for _, args := range [][]string{{"--consent", "profile", "set", "name=Orla Fenwick", "role=doctor"}, {"search", "--plan"}, {"search"}, {"keys", "list"}, {"audit", "testdata/script", "--photos"}, {"list"}} {
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
