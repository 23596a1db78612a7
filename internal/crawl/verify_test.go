package crawl

import (
	"net/http"
	"os"
	"strings"
	"testing"

	"footprint/internal/footprint"
	"footprint/internal/need"
)

func TestSecondLook(t *testing.T) {
	const words = "Night shift again and the fax machine has died, somebody please send soup and a new roster to the fourth floor today"
	filler := strings.Repeat("An ordinary page with ordinary words about gardens and boats. ", 8)
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte("User-agent: *\nDisallow: /no-robots\n"))
	})
	serve := func(path string, status int, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.WriteHeader(status)
			_, _ = w.Write([]byte(body))
		})
	}
	serve("/gone", 404, "not found")
	serve("/gone-for-ever", 410, "")
	serve("/still", 200, "<p>"+filler+"</p><p>Night shift again and the <b>fax&nbsp;machine</b> has died, somebody please send soup and a new roster to the fourth floor today</p>")
	serve("/cut", 200, "<p>"+filler+"</p><p>Night shift again and the fax machine has died, somebody ...</p>")
	serve("/removed", 200, "<script>var old='"+words+"'</script><p>"+filler+"</p>")
	serve("/empty", 200, "<div id=app></div>")
	serve("/login", 200, filler)
	serve("/forbidden", 403, "no")
	serve("/broken", 500, "oops")
	mux.HandleFunc("/walled", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/login?next=/walled", http.StatusFound)
	})
	base, o := site(t, mux)
	for path, want := range map[string]Presence{
		"/gone": Gone, "/gone-for-ever": Gone, "/still": Still, "/cut": Still, "/removed": Removed, "/empty": CannotTell,
		"/walled": CannotTell, "/forbidden": CannotTell, "/broken": CannotTell, "/no-robots": CannotTell,
	} {
		o.CacheDir = t.TempDir() // a host that refused once is left alone
		look, err := New(t.Context(), o).Verify(base+path, []string{words}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if look.Presence != want || look.Evidence == "" || look.At.IsZero() {
			t.Errorf("%s: %+v, want %s", path, look, want)
		}
		if strings.Contains(look.Evidence, "fax") {
			t.Errorf("%s: the evidence repeats the words of the item", path)
		}
	}
}

func TestSecondLookForNames(t *testing.T) {
	page := func(text string) Page {
		return Page{Status: 200, URL: "https://a.example/x", FinalURL: "https://a.example/x", Body: []byte("<p>" + text + strings.Repeat(" ordinary words about boats", 20))}
	}
	for name, tc := range map[string]struct {
		text         string
		words, names []string
		want         Presence
	}{
		"words":           {"She misread my scan, says the writer of Dr Orla Fenwick", []string{"misread my scan"}, []string{"Fenwick"}, Still},
		"name only":       {"Dr Orla Fenwick, clinic hours", []string{"misread my scan"}, []string{"Fenwick"}, Changed},
		"neither":         {"Clinic hours", []string{"misread my scan"}, []string{"Fenwick"}, Removed},
		"part of a word":  {"The Fenwickshire gazette", nil, []string{"Fenwick"}, Removed},
		"no words, named": {"Dr Orla Fenwick", []string{" ... "}, []string{"Fenwick"}, Still},
		"nothing to find": {"Clinic hours", nil, nil, Still},
	} {
		if got, why := judge(page(tc.text), tc.words, tc.names); got != tc.want || why == "" {
			t.Errorf("%s: %s (%s), want %s", name, got, why, tc.want)
		}
	}
}

func TestArchivedCopies(t *testing.T) {
	b, err := os.ReadFile(need.Sample(t, "search", "wayback-cdx.json"))
	if err != nil {
		t.Fatal(err)
	}
	list, err := parseCDX(b)
	if err != nil || len(list) == 0 {
		t.Fatalf("%v, %v", list, err)
	}
	for _, s := range list {
		if s.At.IsZero() || !strings.HasPrefix(s.URL, "https://web.archive.org/web/2") {
			t.Errorf("%+v", s)
		}
	}
	for in, want := range map[string]int{"[]": 0, `[["timestamp","original"],["20200101000000","http://e.org/"],[],["key"]]`: 1} {
		if list, err := parseCDX([]byte(in)); err != nil || len(list) != want {
			t.Errorf("%s: %v, %v", in, list, err)
		}
	}
}

func TestPlanIsReadableAndComplete(t *testing.T) {
	plan := Plan(footprint.Person{Name: "Tom Jonas Brackenridge", FormerNames: []string{"Tom Miller"}, Handles: []string{"@tombrack"}, Emails: []string{"tom@example.org"},
		Role: "doctor", Specialty: "surgery (registrar)", Employer: "Westmarch Hospital", Place: "Hamilton"})
	var all []string
	for _, q := range plan {
		all = append(all, q.Text)
		if q.Who == "" || q.Why == "" || strings.Contains(q.Text, `""`) {
			t.Errorf("%+v", q)
		}
	}
	joined := strings.Join(all, "\n")
	for _, want := range []string{`"Dr Tom Brackenridge"`, `"Tom Brackenridge" surgery`, `"Tom Brackenridge" Hamilton`, `"Tom Jonas Brackenridge"`, `"Tom Miller"`, `"tombrack"`, `"tom@example.org"`, `"Tom Brackenridge" "Westmarch Hospital"`, `"T Brackenridge" Hamilton`} {
		if !strings.Contains(joined, want) {
			t.Errorf("the plan lacks %s", want)
		}
	}
	if len(Plan(footprint.Person{})) > 3 {
		t.Errorf("a plan for nobody: %v", Plan(footprint.Person{}))
	}
}
