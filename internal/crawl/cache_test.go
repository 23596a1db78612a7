package crawl

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestOldPagesAreForgotten(t *testing.T) {
	c := &cache{dir: filepath.Join(t.TempDir(), "pages")}
	now := time.Now()
	c.prune(now) // a folder that is not there yet
	for name, age := range map[string]time.Duration{"https://a.example/old": keepPages + time.Hour, "https://a.example/new": time.Hour} {
		c.put(Page{URL: name, Status: 200, Body: []byte("x")}, `"1"`, "")
		if err := os.Chtimes(c.path(name), now.Add(-age), now.Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	c.prune(now)
	if _, kept := c.get("https://a.example/old"); kept {
		t.Error("an old page is kept")
	}
	if _, kept := c.get("https://a.example/new"); !kept {
		t.Error("a new page is gone")
	}
	if info, err := os.Stat(c.path("https://a.example/new")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}
