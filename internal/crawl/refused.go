package crawl

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// restAfterRefusal is how long a host that refused programs (403) or asked for fewer requests (429) is left alone.
const restAfterRefusal = 30 * 24 * time.Hour

// maxRefused bounds the hosts that are remembered.
const maxRefused = 5000

// ErrRefused: the site refused programs not long ago and is left alone; see [RefusedError].
var ErrRefused = errors.New("the site refused programs and is left alone")

// RefusedError says when a site refused, and until when it is left alone. It is an [ErrRefused].
type RefusedError struct {
	Status int // 403 or 429
	Until  time.Time
}

func (e *RefusedError) Error() string {
	return fmt.Sprintf("the site refused programs on %s (%d) and is left alone until %s; open it in the browser",
		e.Until.Add(-restAfterRefusal).Format("2 January 2006"), e.Status, e.Until.Format("2 January 2006"))
}

// Unwrap makes it an ErrRefused.
func (e *RefusedError) Unwrap() error { return ErrRefused }

// refusals remember hosts that refused, across runs when there is a folder. Names of hosts are personal here, so
// the file is readable by its owner only and lies with the cached pages.
type refusals struct {
	dir string
	now func() time.Time

	mu    sync.Mutex
	hosts map[string]RefusedError
}

const refusedFile = "refused.hosts"

// openRefusals reads what is remembered; a damaged file counts as empty.
func openRefusals(dir string) *refusals {
	r := &refusals{dir: dir, now: time.Now, hosts: map[string]RefusedError{}}
	if dir == "" {
		return r
	}
	b, err := os.ReadFile(filepath.Join(dir, refusedFile))
	if err == nil && json.Unmarshal(b, &r.hosts) != nil || r.hosts == nil {
		r.hosts = map[string]RefusedError{}
	}
	for host, e := range r.hosts {
		if !e.Until.After(r.now()) {
			delete(r.hosts, host)
		}
	}
	return r
}

// check is an error while a host is left alone.
func (r *refusals) check(host string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if e, ok := r.hosts[strings.ToLower(host)]; ok && e.Until.After(r.now()) {
		return &e
	}
	return nil
}

// resting reports whether the host of an address is left alone at present.
func (c *Crawler) resting(address string) bool {
	u, err := url.Parse(address)
	return err == nil && c.refused.check(u.Host) != nil
}

// note remembers a refusal. Failing to write costs only that the next run asks again.
func (r *refusals) note(host string, status int) {
	if status != http.StatusForbidden && status != http.StatusTooManyRequests {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.hosts) >= maxRefused {
		return
	}
	r.hosts[strings.ToLower(host)] = RefusedError{status, r.now().Add(restAfterRefusal).UTC().Truncate(time.Second)}
	b, err := json.Marshal(r.hosts)
	if r.dir == "" || err != nil || os.MkdirAll(r.dir, 0o700) != nil {
		return
	}
	tmp := filepath.Join(r.dir, refusedFile+".new")
	if os.WriteFile(tmp, b, 0o600) == nil {
		_ = os.Rename(tmp, filepath.Join(r.dir, refusedFile)) // see above
	}
}
