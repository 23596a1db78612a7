package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"footprint/internal/audit"
	"footprint/internal/audit/outside"
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
		outside.SearchRun
		Found []outside.SearchResult
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

func TestVerifyCommand(t *testing.T) {
	asked := new(atomic.Int32)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		if r.URL.Path == "/cdx" {
			w.Header().Set("Content-Type", "application/json")
			fmt.Fprint(w, `[["timestamp","original"],["20190203040506","http://old.example/"]]`)
			return
		}
		http.NotFound(w, r)
	}))
	defer s.Close()
	dir := t.TempDir()
	db, page := filepath.Join(dir, "test.db"), filepath.Join(dir, "page.html")
	o := crawl.Options{Allow: []string{strings.TrimPrefix(s.URL, "http://")}}
	saved := `<html><head><title>Orla Fenwick - Google Search</title></head><body><textarea name=q>Orla Fenwick</textarea><div id=rso><div class="tF2Cxc"><a href="` + s.URL + `/page"><h3>Dr Orla Fenwick</h3></a><div class="VwiC3b">Dermatologist at Saltmarsh Clinic in Wexcombe.</div></div></div></body></html>`
	if err := os.WriteFile(page, []byte(saved), 0o600); err != nil {
		t.Fatal(err)
	}
	do := func(want int, args ...string) string {
		t.Helper()
		code, out, e := online(t, db, s.URL+"/cdx", o, args...)
		if code != want {
			t.Fatalf("%v: code %d\n%s%s", args, code, out, e)
		}
		return out
	}
	do(exitOK, "profile", "set", "name=Orla Fenwick", "role=doctor")
	do(exitOK, "audit", page)
	var rows []audit.TaskRow
	if err := json.Unmarshal([]byte(do(exitOK, "list", "--json", "--kind", "search_result", "--all")), &rows); err != nil || len(rows) == 0 {
		t.Fatalf("%v, %d rows", err, len(rows))
	}
	if out := do(exitOK, "show", rows[0].ID); !strings.Contains(out, "Keep evidence") || !strings.Contains(out, "checked 20") {
		t.Errorf("show has no route: %s", out)
	}
	do(exitOK, "done", rows[0].ID)
	do(exitUsage, "verify")
	if asked.Load() != 0 {
		t.Errorf("asked %d times before a yes", asked.Load())
	}
	if out := do(exitOK, "verify", "--yes"); !strings.Contains(out, "page    gone") || !strings.Contains(out, "copy of 2019-02-03") || strings.Contains(out, "open again") {
		t.Errorf("verify: %s", out)
	}
	if out := do(exitOK, "show", rows[0].ID); !strings.Contains(out, "page gone") {
		t.Errorf("the look is not kept: %s", out)
	}
}

func TestProfilesCommand(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/orlafen" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, "member since 2011")
	}))
	defer s.Close()
	dir := t.TempDir()
	list := filepath.Join(dir, "sites.json")
	if err := os.WriteFile(list, []byte(`{"sites":[{"name":"Off","uri_check":"https://off.example/{account}","valid":false}]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	do := func(args ...string) (int, string, string) {
		var stdout, stderr bytes.Buffer
		a := &app{in: strings.NewReader(""), out: &stdout, err: &stderr, web: crawl.Options{Delay: time.Millisecond, Allow: []string{strings.TrimPrefix(s.URL, "http://")}},
			sites: []crawl.Site{{Name: "Pond", Profile: s.URL + "/<h>", Check: s.URL + "/<h>", Found: 200, FoundWords: "member since", Missing: 404}, {Name: "X", Profile: "https://x.com/<h>"}}}
		code := a.run(t.Context(), append(args, "--db", filepath.Join(dir, "test.db"), "--consent"))
		return code, stdout.String(), stderr.String()
	}
	if code, _, e := do("search", "--profiles", "--yes"); code != exitUsage || !strings.Contains(e, "handles") {
		t.Errorf("without handles: %d %s", code, e)
	}
	do("profile", "set", "handles=orlafen,saltyfen")
	if code, _, e := do("search", "--profiles"); code != exitUsage || !strings.Contains(e, "orlafen, saltyfen") {
		t.Errorf("without a yes: %d %s", code, e)
	}
	code, out, e := do("search", "--profiles", "--yes", "--sites", list)
	if code != exitOK || !strings.Contains(out, "exists   "+s.URL+"/orlafen") || !strings.Contains(out, "manual   https://x.com/saltyfen") || !strings.Contains(out, "1 sites say that there is none. 1 new") || !strings.Contains(e, "1 are left out") {
		t.Errorf("%d %s%s", code, out, e)
	}
}

func TestPagesCommand(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/rated" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, `<title>Dr Orla Fenwick, dermatologist, Wexcombe</title><script type="application/ld+json">{"@type":"Review","author":"Visitor","reviewBody":"She never looked up.","reviewRating":{"ratingValue":1}}</script><p>Dr Orla Fenwick of Saltmarsh Clinic, Wexcombe.`)
	}))
	defer s.Close()
	dir := t.TempDir()
	page := filepath.Join(dir, "page.html")
	if err := os.WriteFile(page, []byte(`<html><head><title>Orla Fenwick - Google Search</title></head><body><textarea name=q>Orla Fenwick</textarea><div id=rso><div class="tF2Cxc"><a href="`+s.URL+`/rated"><h3>Dr Orla Fenwick</h3></a><div class="VwiC3b">Dermatologist at Saltmarsh Clinic in Wexcombe.</div></div></div></body></html>`), 0o600); err != nil {
		t.Fatal(err)
	}
	db, o := filepath.Join(dir, "test.db"), crawl.Options{Allow: []string{strings.TrimPrefix(s.URL, "http://")}}
	for _, step := range []struct {
		want int
		out  string
		args []string
	}{
		{exitOK, "", []string{"profile", "set", "name=Orla Fenwick", "role=doctor", "specialty=dermatology", "employer=Saltmarsh Clinic", "place=Wexcombe"}},
		{exitOK, "me ", []string{"search", "--saved", page}},
		{exitUsage, "", []string{"search", "--pages"}},
		{exitOK, "(1 review)", []string{"search", "--pages", "--yes"}},
		{exitOK, "looked up", []string{"list", "--kind", "review"}},
	} {
		if code, out, e := online(t, db, "", o, step.args...); code != step.want || !strings.Contains(out, step.out) {
			t.Errorf("%v: code %d\n%s%s", step.args, code, out, e)
		}
	}
}
