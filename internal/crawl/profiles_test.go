package crawl

import (
	"errors"
	"net/http"
	"os"
	"strings"
	"sync/atomic"
	"testing"

	"footprint/internal/need"
)

func TestSitesAreSound(t *testing.T) {
	asked := 0
	names := map[string]bool{}
	for _, s := range Sites() {
		if s.Name == "" || names[s.Name] || !strings.HasPrefix(s.Profile, "https://") || !strings.Contains(s.Profile, "<h>") {
			t.Errorf("%+v", s)
		}
		names[s.Name] = true
		if s.Check != "" {
			asked++
			if !strings.Contains(s.Check, "<h>") || s.Found == 0 || s.Missing == 0 || s.Found == s.Missing && s.MissWords == "" || neverAsk.MatchString(s.Check) {
				t.Errorf("%+v", s)
			}
		}
	}
	if asked < 38 || len(names) < 50 {
		t.Errorf("%d sites, %d asked", len(names), asked)
	}
}

func TestJudgeProfile(t *testing.T) {
	s := Site{Found: 200, FoundWords: "member of", Missing: 404, MissWords: "no such"}
	for name, tc := range map[string]struct {
		site   Site
		status int
		body   string
		final  string
		want   ProfileState
	}{
		"found":                {s, 200, "member of", "/u/orla", ProfileExists},
		"missing":              {s, 404, "no such", "/u/orla", ProfileMissing},
		"neither":              {s, 200, "welcome", "/u/orla", ProfileUnknown},
		"missing without word": {s, 404, "oops", "/u/orla", ProfileUnknown},
		"both":                 {Site{Found: 200, FoundWords: "a", Missing: 200, MissWords: "b"}, 200, "a b", "/u/orla", ProfileUnknown},
		"blocked":              {s, 403, "member of", "/u/orla", ProfileBlocked},
		"strange refusal":      {s, 999, "", "/u/orla", ProfileBlocked},
		"outage":               {s, 502, "", "/u/orla", ProfileBlocked},
		"challenge":            {s, 200, "member of <title>Just a moment...</title>", "/u/orla", ProfileBlocked},
		"led home":             {s, 200, "member of", "/", ProfileUnknown},
		"led to log-in":        {s, 200, "member of", "/login?next=orla", ProfileUnknown},
		"moved and missing":    {Site{Found: 200, FoundWords: "x", Missing: 302}, 200, "home", "/", ProfileMissing},
		"moved, still named":   {Site{Found: 200, FoundWords: "x", Missing: 302}, 200, "y", "/people/orla", ProfileUnknown},
		"handle on the page":   {Site{Found: 200, Missing: 404}, 200, "Posts by ORLA", "/u/orla", ProfileExists},
		"no sign at all":       {Site{Found: 200, Missing: 404}, 200, "Posts", "/u/orla", ProfileUnknown},
	} {
		p := Page{URL: "https://a.example/u/orla", FinalURL: "https://a.example" + tc.final, Status: tc.status, Body: []byte(tc.body)}
		if got, why := tc.site.judge(p, "orla"); got != tc.want || why == "" {
			t.Errorf("%s: %s (%s), want %s", name, got, why, tc.want)
		}
	}
}

func TestCheckProfiles(t *testing.T) {
	var asked atomic.Int32
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", http.NotFound)
	mux.HandleFunc("/honest/", func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		if r.URL.Path != "/honest/orlafen" {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write([]byte("profile of orlafen"))
	})
	mux.HandleFunc("/yes/", func(w http.ResponseWriter, r *http.Request) { // says yes to everything
		asked.Add(1)
		_, _ = w.Write([]byte("profile of " + r.URL.Path))
	})
	mux.HandleFunc("/no/", func(w http.ResponseWriter, _ *http.Request) { asked.Add(1); w.WriteHeader(http.StatusForbidden) })
	base, o := site(t, mux)
	of := func(name, path string) Site {
		return Site{Name: name, Profile: base + path + "<h>", Check: base + path + "<h>", Found: 200, FoundWords: "profile of", Missing: 404}
	}
	got := map[string]ProfileState{}
	sites := []Site{of("honest", "/honest/"), of("yes", "/yes/"), {Name: "manual", Profile: "https://www.facebook.com/<h>"}, of("no", "/no/")}
	err := New(t.Context(), o).CheckProfiles(t.Context(), sites, []string{"orlafen", "orla.fenwick", "not a handle/"}, func(c ProfileCheck) { got[c.Site+" "+c.Handle] = c.State })
	if err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]ProfileState{"honest orlafen": ProfileExists, "honest orla.fenwick": ProfileMissing, "yes orlafen": ProfileUnknown, "manual orlafen": ProfileManual,
		"no orlafen": ProfileBlocked, "honest not a handle/": ProfileIllegal} {
		if got[key] != want {
			t.Errorf("%s: %s, want %s", key, got[key], want)
		}
	}
	if n := asked.Load(); n != 8 { // honest 2 and a control, yes 2 and two controls, no 1, since it refused
		t.Errorf("%d requests, want 8", n)
	}
	many := []Site{of("no", "/no/")} // refused before, so neither asked nor counted
	for range 12 {
		shut, more := site(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/robots.txt" {
				http.NotFound(w, r)
				return
			}
			asked.Add(1)
			w.WriteHeader(http.StatusForbidden)
		}))
		many, o.Allow = append(many, Site{Name: "shut", Profile: shut + "/<h>", Check: shut + "/<h>", Found: 200, Missing: 404}), append(o.Allow, more.Allow...)
	}
	asked.Store(0)
	if err := New(t.Context(), o).CheckProfiles(t.Context(), many, []string{"orlafen"}, func(ProfileCheck) {}); !errors.Is(err, ErrBusy) || asked.Load() != refusalsToEnd {
		t.Errorf("%v after %d requests", err, asked.Load())
	}
	if err := New(t.Context(), o).CheckProfiles(t.Context(), sites, make([]string, MaxHandles+1), func(ProfileCheck) {}); err == nil {
		t.Error("too many handles are asked for")
	}
}

func TestParseSites(t *testing.T) {
	const list = `{"sites":[
		{"name":"Good","uri_check":"http://good.example/{account}","e_code":200,"e_string":"x","m_code":404,"m_string":"","cat":"social","strip_bad_char":"."},
		{"name":"Off","uri_check":"https://off.example/{account}","e_code":200,"e_string":"x","m_code":404,"valid":false},
		{"name":"Post","uri_check":"https://post.example/","post_body":"{account}","e_code":200,"e_string":"x","m_code":404},
		{"name":"Adult","uri_check":"https://adult.example/{account}","e_code":200,"e_string":"x","m_code":404,"cat":"xx NSFW xx"},
		{"name":"Free?","uri_check":"https://free.example/username_available?u={account}","e_code":200,"e_string":"x","m_code":404},
		{"name":"Manual","uri_check":"https://www.facebook.com/{account}","e_code":200,"e_string":"x","m_code":404},
		{"name":"No sign","uri_check":"https://sign.example/{account}","e_code":200,"e_string":"","m_code":404}]}`
	sites, left, err := ParseSites(strings.NewReader(list))
	if err != nil || len(sites) != 1 || left != 6 || sites[0].address(sites[0].Check, "o.r.la") != "https://good.example/orla" {
		t.Errorf("%+v, %d left, %v", sites, left, err)
	}
	if _, _, err := ParseSites(strings.NewReader("[")); err == nil {
		t.Error("a broken list is read")
	}
	f, err := os.Open(need.Sample(t, "search", "wmn-data.json"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if sites, left, err = ParseSites(f); err != nil || len(sites) < 400 || len(sites)+left != 711 {
		t.Errorf("%d sites, %d left, %v", len(sites), left, err)
	}
	for _, s := range sites {
		if !strings.HasPrefix(s.Check, "https://") || neverAsk.MatchString(s.Check) {
			t.Errorf("%+v", s)
		}
	}
}
