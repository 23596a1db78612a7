package crawl

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestARefusalIsRemembered(t *testing.T) {
	var asked atomic.Int32
	for _, status := range []int{http.StatusForbidden, http.StatusTooManyRequests} {
		asked.Store(0)
		base, o := site(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/robots.txt" {
				http.NotFound(w, r)
				return
			}
			asked.Add(1)
			w.WriteHeader(status)
		}))
		if look, err := New(t.Context(), o).Verify(base+"/a", nil, nil); err != nil || look.Presence != CannotTell {
			t.Errorf("the refusal itself: %+v, %v", look, err)
		}
		for range 3 { // runs of later days
			look, err := New(t.Context(), o).Verify(base+"/b", nil, nil)
			if err != nil || look.Presence != CannotTell || !strings.Contains(look.Evidence, "refused programs on") || !strings.Contains(look.Evidence, "left alone until") {
				t.Errorf("%d: %+v, %v", status, look, err)
			}
		}
		if asked.Load() != 1 {
			t.Errorf("%d: asked %d times", status, asked.Load())
		}
		info, err := os.Stat(filepath.Join(o.CacheDir, refusedFile))
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%v, %v", info, err)
		}
	}
}

func TestARefusalEnds(t *testing.T) {
	dir := t.TempDir()
	now := time.Date(2026, 3, 2, 10, 0, 0, 0, time.UTC)
	r := openRefusals(dir)
	r.now = func() time.Time { return now }
	r.note("Shut.example", http.StatusForbidden)
	r.note("slow.example", http.StatusServiceUnavailable)
	for _, w := range []struct {
		host    string
		after   time.Duration
		refused bool
	}{{"shut.example", 29 * 24 * time.Hour, true}, {"shut.example", 31 * 24 * time.Hour, false}, {"slow.example", time.Hour, false}} {
		r.now = func() time.Time { return now.Add(w.after) }
		if err := r.check(w.host); errors.Is(err, ErrRefused) != w.refused {
			t.Errorf("%s after %v: %v", w.host, w.after, err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, refusedFile), []byte("damaged"), 0o600); err != nil {
		t.Fatal(err)
	}
	if openRefusals(dir).check("shut.example") != nil {
		t.Error("a damaged file")
	}
}
