package audit

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"footprint/internal/audit/outside"
	"footprint/internal/crawl"
	"footprint/internal/footprint"
)

// website is a web site of one page a path, with a deleted page, a log-in wall and an archive.
func website(t *testing.T) (base string, o crawl.Options, asked *atomic.Int32) {
	t.Helper()
	asked = new(atomic.Int32)
	filler := strings.Repeat("Ordinary words about gardens, boats and the weather of the week. ", 8)
	mux := http.NewServeMux()
	serve := func(path string, status int, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			asked.Add(1)
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.WriteHeader(status)
			_, _ = w.Write([]byte(body))
		})
	}
	serve("/deleted", 404, "not found")
	serve("/still", 200, "<p>an apple that is still here</p>"+filler)
	serve("/edited", 200, "<p>something else</p>"+filler)
	serve("/walled", 401, "log in")
	serve("/slow", 503, "")
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		http.Redirect(w, r, "/loop?"+r.URL.RawQuery+"x", http.StatusFound)
	})
	mux.HandleFunc("/inside", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://169.254.169.254/latest/meta-data", http.StatusFound)
	})
	mux.HandleFunc("/cdx", func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprintf(w, `[["timestamp","original","statuscode"],["20190203040506",%q,"200"]]`, r.URL.Query().Get("url"))
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL, crawl.Options{Delay: time.Millisecond, Allow: []string{strings.TrimPrefix(s.URL, "http://")}}, asked
}

// posts writes an export of posts at addresses and marks everything it raises as done.
func (f *fixture) posts(name string, taken time.Time, urls ...string) {
	f.t.Helper()
	var lines strings.Builder
	for _, u := range urls {
		text := "an apple that is still here"
		b, err := json.Marshal(footprint.Item{Kind: footprint.KindPost, NativeID: u, Author: footprint.AuthorSelf, Text: text, URL: u, Account: "orlafen"})
		if err != nil {
			f.t.Fatal(err)
		}
		lines.Write(append(b, '\n'))
	}
	dir := f.write(name, map[string]string{"owner.txt": "orlafen", "posts.jsonl": lines.String()})
	if err := os.Chtimes(dir, taken, taken); err != nil {
		f.t.Fatal(err)
	}
	f.audit(dir)
}

func (f *fixture) markDone() {
	f.t.Helper()
	rows, err := f.Tasks(f.t.Context(), TaskFilter{Rules: []string{"apples"}})
	if err != nil {
		f.t.Fatal(err)
	}
	var ids []string
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	if err := f.SetStatus(f.t.Context(), ids, footprint.StatusDone, "", time.Time{}); err != nil {
		f.t.Fatal(err)
	}
}

func TestVerifyKeepsFourStatesApart(t *testing.T) {
	f := newFixture(t)
	f.profile()
	base, o, asked := website(t)
	paths := []string{"/deleted", "/still", "/edited", "/walled", "/loop", "/inside"}
	var urls []string
	for _, p := range paths {
		urls = append(urls, base+p)
	}
	f.posts("first", day1, urls...)
	// A search showed the deleted page and the edited one before.
	before := f.save("s1.html", googlePage("Orla", 0, hit{base + "/deleted", "x", "y"}, hit{base + "/edited", "x", "y"}), day1)
	if _, err := f.SearchSaved(t.Context(), []string{before}, nil); err != nil {
		t.Fatal(err)
	}
	f.now = day1.AddDate(0, 0, 1)
	f.markDone()
	f.now = day1.AddDate(0, 1, 0)
	after := f.save("s2.html", googlePage("Orla", 0, hit{base + "/edited", "x", "y"}), f.now)
	if _, err := f.SearchSaved(t.Context(), []string{after}, nil); err != nil {
		t.Fatal(err)
	}
	f.posts("second", f.now, base+"/walled") // the next export holds only one of them
	list, err := f.Verify(t.Context(), crawl.New(t.Context(), o), nil, outside.VerifyOptions{Archives: true, Archive: base + "/cdx"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]outside.Verification{}
	for _, v := range list {
		got[strings.TrimPrefix(v.URL, base)] = v
	}
	for path, want := range map[string]struct {
		page, search, export crawl.Presence
		reopened             bool
		copies               int
	}{
		"/deleted": {crawl.Gone, crawl.Gone, crawl.Gone, false, 1},
		"/still":   {crawl.Still, crawl.CannotTell, crawl.Gone, true, 0},
		"/edited":  {crawl.Removed, crawl.Still, crawl.Gone, false, 1},
		"/walled":  {crawl.CannotTell, crawl.CannotTell, crawl.Still, true, 0},
	} {
		v := got[path]
		if v.Page.Presence != want.page || v.Search.Presence != want.search || v.Export.Presence != want.export || v.Reopened != want.reopened || len(v.Archived) != want.copies {
			t.Errorf("%s: %+v, want %+v", path, v, want)
		}
		task, err := f.Task(t.Context(), v.ID)
		if err != nil {
			t.Fatal(err)
		}
		if (task.Status == footprint.StatusOpen) != want.reopened || len(task.Looks) != 3 || task.Looks[0].At.IsZero() || task.Looks[0].Evidence == "" {
			t.Errorf("%s: status %s, looks %+v", path, task.Status, task.Looks)
		}
		for _, l := range task.Looks {
			if strings.Contains(l.Evidence, "apple") {
				t.Errorf("%s: the evidence repeats the words: %s", path, l.Evidence)
			}
		}
	}
	for _, path := range []string{"/loop", "/inside"} {
		if v := got[path]; v.Page.Presence != crawl.CannotTell || v.Reopened {
			t.Errorf("%s: %+v", path, v)
		}
	}
	if n := asked.Load(); n > 20 {
		t.Errorf("%d requests", n)
	}
}

func TestHostileAddressesAreNotFollowed(t *testing.T) {
	for _, path := range []string{"/loop", "/inside", "/slow"} {
		f := newFixture(t)
		f.profile()
		base, o, asked := website(t)
		f.posts("first", day1, base+path)
		f.now = day1.AddDate(0, 0, 1)
		f.markDone()
		list, err := f.Verify(t.Context(), crawl.New(t.Context(), o), nil, outside.VerifyOptions{Archives: true, Archive: base + "/cdx"}, nil)
		if err != nil || len(list) != 1 || list[0].Page.Presence != crawl.CannotTell || asked.Load() > 6 {
			t.Errorf("%s: %+v, %v, asked %d", path, list, err, asked.Load())
		}
	}
}

func TestVerifyOnlyWhatIsDone(t *testing.T) {
	f := newFixture(t)
	f.profile()
	base, o, asked := website(t)
	f.posts("first", day1, base+"/still", "")
	rows, err := f.Tasks(t.Context(), TaskFilter{Rules: []string{"apples"}})
	if err != nil || len(rows) != 2 {
		t.Fatalf("%v, %v", rows, err)
	}
	if _, err := f.Verify(t.Context(), crawl.New(t.Context(), o), []string{rows[0].ID}, outside.VerifyOptions{}, nil); !errors.Is(err, footprint.ErrNotFound) {
		t.Errorf("an open task: %v", err)
	}
	if list, err := f.Verify(t.Context(), crawl.New(t.Context(), o), nil, outside.VerifyOptions{}, nil); err != nil || len(list) != 0 || asked.Load() != 0 {
		t.Errorf("%v, %v, asked %d", list, err, asked.Load())
	}
	f.markDone()
	list, err := f.Done(t.Context(), nil)
	if err != nil || len(list) != 2 || asked.Load() != 0 {
		t.Errorf("the list of what would be asked: %v, %v, asked %d", list, err, asked.Load())
	}
}
