package crawl

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"time"
)

// cache keeps pages in one file each, readable by their owner only. A damaged or missing file is a miss.
type cache struct{ dir string }

// kept is one cached page with the marks that make the next request conditional.
type kept struct {
	URL, FinalURL, ContentType string
	Status                     int
	ETag, LastModified         string
	Body                       []byte
}

// keepPages is how long a page is kept without being asked for again.
const keepPages = 30 * 24 * time.Hour

// prune removes pages that nobody asked for in a long time. What cannot be removed stays.
func (c *cache) prune(now time.Time) {
	entries, err := os.ReadDir(c.dir)
	if c.dir == "" || err != nil {
		return
	}
	for _, e := range entries {
		if info, err := e.Info(); err == nil && info.Mode().IsRegular() && now.Sub(info.ModTime()) > keepPages {
			_ = os.Remove(filepath.Join(c.dir, e.Name()))
		}
	}
}

func (c *cache) path(address string) string {
	sum := sha256.Sum256([]byte(address))
	return filepath.Join(c.dir, hex.EncodeToString(sum[:])+".json")
}

func (c *cache) get(address string) (kept, bool) {
	var k kept
	if c.dir == "" {
		return k, false
	}
	b, err := os.ReadFile(c.path(address))
	if err != nil || json.Unmarshal(b, &k) != nil || k.URL != address {
		return kept{}, false
	}
	return k, true
}

// put keeps a page that can be asked for conditionally. Failing to write costs only the next saving.
func (c *cache) put(p Page, etag, lastModified string) {
	if c.dir == "" || etag == "" && lastModified == "" || p.FromCache {
		return
	}
	b, err := json.Marshal(kept{p.URL, p.FinalURL, p.ContentType, p.Status, etag, lastModified, p.Body})
	if err != nil {
		return
	}
	if os.MkdirAll(c.dir, 0o700) != nil {
		return
	}
	tmp := c.path(p.URL) + ".new"
	if os.WriteFile(tmp, b, 0o600) == nil {
		_ = os.Rename(tmp, c.path(p.URL)) // a lost cache entry is only a slower next time
	}
}
