package removal

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestTableIsSound(t *testing.T) {
	owner := map[string]string{}
	for _, r := range table {
		if r.site == "" || r.hosts == "" || len(r.steps) == 0 {
			t.Errorf("incomplete row: %+v", r)
		}
		if _, err := time.Parse("2006-01", r.checked); err != nil {
			t.Errorf("%s: checked %q", r.site, r.checked)
		}
		if _, known := kinds[r.kind]; !known {
			t.Errorf("%s: kind %q", r.site, r.kind)
		}
		if u, err := url.Parse(r.link); r.link != "" && (err != nil || u.Scheme != "https" || u.Host == "") {
			t.Errorf("%s: link %q", r.site, r.link)
		}
		for h := range strings.FieldsSeq(r.hosts) {
			if owner[h] != "" || strings.HasPrefix(h, "www.") || !strings.Contains(h, ".") || h != strings.ToLower(h) {
				t.Errorf("%s: host %q (also %q)", r.site, h, owner[h])
			}
			owner[h] = r.site
		}
	}
	if len(owner) < 100 {
		t.Errorf("only %d hosts", len(owner))
	}
}

func TestFor(t *testing.T) {
	for address, want := range map[string]struct {
		site   string
		kind   Kind
		effect Effect
	}{
		"https://www.ratemds.com/doctor-ratings/dr-a":          {"RateMDs", Rating, Answered},
		"https://doctor.webmd.com/doctor/x":                    {"WebMD Care / Vitals", Rating, Answered},
		"https://m.facebook.com/someone":                       {"Facebook", Platform, Deleted},
		"https://notfacebook.com/x":                            {"notfacebook.com", Site, Deleted},
		"https://facebook.com.example.org/x":                   {"facebook.com.example.org", Site, Deleted},
		"https://www.whitepages.com.au/r/x":                    {"White Pages (Australia)", Broker, Suppressed},
		"https://www.whitepages.com/name/x":                    {"Whitepages", Broker, Suppressed},
		"https://WWW.AHPRA.gov.au/Registration/x":              {"AHPRA register", Register, None},
		"https://web.archive.org/web/2019/https://example.org": {"Internet Archive", Archive, Deleted},
		"https://maps.google.com/?cid=1":                       {"Google reviews", Rating, Answered},
		"https://www.google.co.nz/maps/place/x":                {"Google reviews", Rating, Answered},
		"http://a-clinic.example/team":                         {"a-clinic.example", Site, Deleted},
	} {
		r, ok := For(address)
		if !ok || r.Site != want.site || r.Kind != want.kind || r.Effect != want.effect {
			t.Errorf("%s: %+v, want %+v", address, r, want)
		}
		if len(r.Steps) < 2 || r.Checked == "" || !strings.HasPrefix(r.Steps[0], "Keep evidence") {
			t.Errorf("%s: steps %q", address, r.Steps)
		}
	}
	for _, address := range []string{"", "mailto:a@b.example", "ftp://x.example/a", "://", "/path"} {
		if r, ok := For(address); ok {
			t.Errorf("%q: %+v", address, r)
		}
	}
}

func TestNoAddressIsInvented(t *testing.T) {
	r, _ := For("https://unknown.example/x")
	if r.Link != "" || r.Mail != "" || r.Draft == "" {
		t.Errorf("%+v", r)
	}
}

func TestCopiesAreForTheUserToLookFor(t *testing.T) {
	c, ok := CopiesOf("https://me:pw@pond.example/a?b=1#top")
	if !ok || c.Wayback != "https://web.archive.org/web/2*/https://pond.example/a?b=1" || c.Today != "https://archive.ph/https://pond.example/a?b=1" || c.Caution == "" {
		t.Errorf("%+v", c)
	}
	for _, bad := range []string{"javascript:alert(1)", "file:///etc/passwd", "", "https://"} {
		if _, ok := CopiesOf(bad); ok {
			t.Errorf("%q has copies", bad)
		}
	}
}

func TestEverySentenceIsInGerman(t *testing.T) {
	used := map[string]bool{}
	for _, r := range append(slices.Clone(table), row{kind: Site}) {
		route := r.route()
		for _, s := range append(route.Steps, route.Caution) {
			if used[s] = true; s != "" && german[s] == "" {
				t.Errorf("not in German: %q", s)
			}
		}
	}
	unknown, _ := For("https://nobody.example/x")
	for _, s := range unknown.Steps {
		if used[s] = true; unknown.In("de").Steps[0] == unknown.Steps[0] || german[s] == "" {
			t.Errorf("not in German: %q", s)
		}
	}
	for s := range german {
		if !used[s] {
			t.Errorf("no route says %q", s)
		}
	}
}
