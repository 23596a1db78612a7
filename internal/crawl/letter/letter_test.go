package letter

import (
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestTableIsSound(t *testing.T) {
	seen := map[string]bool{}
	asked := map[string]bool{}
	for _, k := range Keys {
		asked[k.Key] = true
	}
	for _, l := range table {
		if seen[l.ID] || l.Title == "" || l.Limits == "" || l.Next == "" || l.Time == (Time{}) {
			t.Errorf("incomplete or double: %+v", l)
		}
		seen[l.ID] = true
		if _, err := time.Parse("2006-01", l.Checked); err != nil {
			t.Errorf("%s: checked %q", l.ID, l.Checked)
		}
		if u, err := url.Parse(l.Where); l.Where != "" && (err != nil || u.Scheme != "https" || u.User != nil) {
			t.Errorf("%s: where %q", l.ID, l.Where)
		}
		d, err := l.Write(nil)
		if err != nil {
			t.Errorf("%s: %v", l.ID, err)
			continue
		}
		if !slices.Contains(d.Missing, "url") || !strings.Contains(d.Text, "not legal advice") && !strings.Contains(d.Text, "keine Rechtsberatung") || d.Subject == "" {
			t.Errorf("%s: %+v", l.ID, d)
		}
		for _, key := range d.Missing {
			if !asked[key] {
				t.Errorf("%s: placeholder {%s} is not among the keys", l.ID, key)
			}
		}
	}
	files, err := texts.ReadDir("text")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !seen[strings.TrimSuffix(f.Name(), ".txt")] {
			t.Errorf("%s belongs to no letter", f.Name())
		}
	}
}

func TestLettersFitPlaceAndCountry(t *testing.T) {
	ids := func(kind, country string) string {
		var list []string
		for _, l := range For(kind, country) {
			list = append(list, l.ID)
		}
		return strings.Join(list, " ")
	}
	for _, tc := range [][3]string{
		{"site", "NZ", "site-owner site-forum site-reminder nz-correction nz-harmful google-outdated bing-outdated google-personal"},
		{"broker", "AU", "broker-optout au-correction google-outdated bing-outdated google-personal"},
		{"broker", "us", "broker-optout us-california google-outdated bing-outdated google-personal"},
		{"rating", "UK", "platform-report uk-erasure uk-complaint google-outdated bing-outdated google-personal engine-delisting"},
		{"archive", "DE", "archive-org gdpr-erasure-de gdpr-erasure"},
		{"register", "AU", "au-correction"},
	} {
		if got := ids(tc[0], tc[1]); got != tc[2] {
			t.Errorf("%s in %s: %s", tc[0], tc[1], got)
		}
	}
}

func TestWriteFillsWhatIsKnown(t *testing.T) {
	l, _ := Find("gdpr-erasure")
	known := Fields{"name": "Robin Kauri", "url": "https://pond.example/a {name}", "shown": "an old address"}
	d, err := l.Write(known)
	if err != nil || !strings.Contains(d.Text, "I am Robin Kauri") || !strings.Contains(d.Text, "[the country you live in]") || slices.Contains(d.Missing, "name") {
		t.Fatalf("%+v, %v", d, err)
	}
	if !strings.Contains(d.Text, "https://pond.example/a {name}") {
		t.Error("what the page says must not be read as a placeholder")
	}
	for _, k := range Keys {
		known[k.Key] = "x"
	}
	if d, err := l.Write(known); err != nil || len(d.Missing) != 0 || strings.ContainsAny(d.Text, "[]") {
		t.Errorf("%+v, %v", d, err)
	}
}

func TestDue(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, tc := range []struct {
		time      Time
		sent, due string
	}{
		{Time{Months: 1}, "2026-01-31", "2026-02-28"},
		{Time{Months: 1}, "2028-01-31", "2028-02-29"},
		{Time{Months: 1}, "2026-12-15", "2027-01-15"},
		{Time{Days: 45}, "2026-11-22", "2027-01-06"},
		{Time{Days: 14}, "2026-02-20", "2026-03-06"},
		{Time{WorkingDaysNZ: 20}, "2026-11-02", "2026-11-30"}, // no holiday in between
		{Time{WorkingDaysNZ: 20}, "2026-12-14", "2027-02-02"}, // 25 December to 15 January do not count
		{Time{WorkingDaysNZ: 20}, "2026-03-23", "2026-04-22"}, // Good Friday and Easter Monday
		{Time{WorkingDaysNZ: 1}, "2026-04-24", "2026-04-28"},  // ANZAC Day 2026 is a Saturday: Monday off
		{Time{WorkingDaysNZ: 1}, "2026-07-09", "2026-07-13"},  // Matariki
		{Time{WorkingDaysNZ: 1}, "2026-05-29", "2026-06-02"},  // the King's birthday
		{Time{WorkingDaysNZ: 1}, "2026-10-23", "2026-10-27"},  // Labour Day
	} {
		if got := tc.time.after(day(tc.sent).Add(22 * time.Hour)); !got.Equal(day(tc.due)) {
			t.Errorf("%+v after %s: %s, want %s", tc.time, tc.sent, got.Format(time.DateOnly), tc.due)
		}
	}
}

func TestLettersInGerman(t *testing.T) {
	for kind, first := range map[string]string{"site": "site-owner-de", "rating": "platform-report-de", "archive": "archive-org"} {
		if list := For(kind, "de"); len(list) == 0 || list[0].ID != first {
			t.Errorf("%s: %+v", kind, list)
		}
		for _, l := range For(kind, "NZ") {
			if strings.HasSuffix(l.ID, "-de") {
				t.Errorf("%s in New Zealand: %s", kind, l.ID)
			}
		}
	}
	english := map[string]bool{}
	for _, k := range Keys {
		english[k.Ask] = true
	}
	for _, l := range table {
		if !strings.HasSuffix(l.ID, "-de") {
			continue
		}
		d, err := l.Write(nil)
		if err != nil {
			t.Fatal(err)
		}
		for ask := range english {
			if strings.Contains(d.Text, "["+ask+"]") {
				t.Errorf("%s: [%s]", l.ID, ask)
			}
		}
	}
}
