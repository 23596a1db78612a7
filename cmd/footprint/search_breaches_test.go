package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"footprint/internal/crawl"
	"footprint/internal/crawl/breach"
)

func TestBreaches(t *testing.T) {
	var asked []string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.EscapedPath())
		switch {
		case strings.HasPrefix(r.URL.Path, "/hibp/") && r.Header.Get("hibp-api-key") != "topsecret":
			w.WriteHeader(http.StatusUnauthorized)
		case r.URL.Path == "/hibp/breachedaccount/orla@fenwick.example":
			fmt.Fprint(w, `[{"Name":"Pond","Title":"Pond Forum","BreachDate":"2019-02-03","DataClasses":["Passwords","Phone numbers"],"IsVerified":true}]`)
		case strings.HasPrefix(r.URL.Path, "/pw/range/"):
			fmt.Fprint(w, "2DC183F740EE76F27B78EB39C8AD972A757:7\r\n")
		default:
			http.NotFound(w, r)
		}
	}))
	defer s.Close()
	db := filepath.Join(t.TempDir(), "test.db")
	do := func(in string, args ...string) (int, string) {
		var out bytes.Buffer
		a := &app{in: strings.NewReader(in), out: &out, err: &out, web: crawl.Options{Delay: time.Millisecond, Allow: []string{strings.TrimPrefix(s.URL, "http://")}},
			breach: breach.Endpoints{HIBP: s.URL + "/hibp", Passwords: s.URL + "/pw", Gravatar: s.URL + "/g", Avatars: s.URL + "/a"}}
		code := a.run(t.Context(), append(args, "--db", db, "--consent"))
		return code, out.String()
	}
	t.Setenv("FOOTPRINT_KEY_HIBP", "wrong")
	if code, out := do("", "search", "--breaches", "--yes"); code != exitUsage || !strings.Contains(out, "emails=") {
		t.Errorf("without addresses: %d %s", code, out)
	}
	do("", "profile", "set", "name=Orla Fenwick", "role=doctor", "emails=orla@fenwick.example")
	if code, out := do("", "search", "--breaches"); code != exitUsage || len(asked) != 0 || !strings.Contains(out, "o...@fenwick.example") {
		t.Errorf("without a yes: %d, asked %v, %s", code, asked, out)
	}
	if code, out := do("", "search", "--breaches", "--yes"); code != exitFailed || !strings.Contains(out, "does not accept the key") || strings.Contains(out, "orla@") {
		t.Errorf("a wrong key: %d %s", code, out)
	}
	t.Setenv("FOOTPRINT_KEY_HIBP", "topsecret")
	code, out := do("", "search", "--breaches", "--yes")
	if code != exitOK || !strings.Contains(out, "Pond Forum") || !strings.Contains(out, "SIM swaps") || !strings.Contains(out, breach.Credit) || strings.Contains(out, "topsecret") {
		t.Errorf("%d %s", code, out)
	}
	if _, out := do("", "list", "--kind", "breach"); !strings.Contains(out, "data breach") {
		t.Errorf("not on the checklist: %s", out)
	}
	if code, out := do("", "keys", "list"); code != exitOK || !strings.Contains(out, "hibp") {
		t.Errorf("%d %s", code, out)
	}
	before := len(asked)
	if code, out := do("P@ssw0rd\n", "search", "--password", "--yes"); code != exitOK || !strings.Contains(out, "7 times") || strings.Contains(out, "P@ss") {
		t.Errorf("%d %s", code, out)
	}
	if len(asked) != before+1 || asked[before] != "/pw/range/21BD1" {
		t.Errorf("asked %v", asked[before:])
	}
	if code, _ := do("\n", "search", "--password", "--yes"); code != exitUsage {
		t.Error("an empty password is asked for")
	}
}
