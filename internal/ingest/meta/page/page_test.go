package page

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"footprint/internal/footprint"
)

func TestDate(t *testing.T) {
	for in, want := range map[string]string{
		"Jun 04, 2025 6:46:10 pm":             "2025-06-04T18:46:10Z",
		"Jun 04, 2025 6:46\u202fPM":           "2025-06-04T18:46:00Z",
		"Sep 13, 2020, 12:26 PM":              "2020-09-13T12:26:00Z",
		"Sep 13, 2020, 12:26 AM":              "2020-09-13T00:26:00Z",
		"Oct 19, 2019 at 2:37 PM":             "2019-10-19T14:37:00Z",
		"Mar 08, 2020, 19:22 PM":              "2020-03-08T19:22:00Z",
		"19 Oct 2019, 14:37":                  "2019-10-19T14:37:00Z",
		"14. Nov. 2023, 22:13":                "2023-11-14T22:13:00Z",
		"3. März 2021 um 18:05":               "2021-03-03T18:05:00Z",
		"14.11.2023":                          "2023-11-14T00:00:00Z",
		"14.11.2023 07:05":                    "2023-11-14T07:05:00Z",
		"2019-10-19T14:37:00":                 "2019-10-19T14:37:00Z",
		"2019-10-19 14:37":                    "2019-10-19T14:37:00Z",
		"4 mars 2012, 08:00":                  "2012-03-04T08:00:00Z",
		"5 août 2021 à 09:30":                 "2021-08-05T09:30:00Z",
		"7 juil. 2021, 23:01":                 "2021-07-07T23:01:00Z",
		"12 de enero de 2022, 10:11":          "2022-01-12T10:11:00Z",
		"12 dic 2022, 10:11 a. m.":            "2022-12-12T10:11:00Z",
		"12 dic 2022, 10:11 p. m.":            "2022-12-12T22:11:00Z",
		"9 gen 2020, 10:11":                   "2020-01-09T10:11:00Z",
		"1 mei 2019 om 10:11":                 "2019-05-01T10:11:00Z",
		"1. maj 2019 kl. 10.11":               "2019-05-01T10:11:00Z",
		"2 mrt 2021 08:09":                    "2021-03-02T08:09:00Z",
		"19/10/2019, 14:37":                   "2019-10-19T14:37:00Z",
		"10/19/2019, 2:37 PM":                 "2019-10-19T14:37:00Z",
		"2019年10月19日 14:37":                   "2019-10-19T14:37:00Z",
		"Saturday, October 19, 2019 at 14:37": "2019-10-19T14:37:00Z",
	} {
		got, ok := Date(in, time.UTC)
		if !ok || got.Format(time.RFC3339) != want {
			t.Errorf("%q is %v %v, want %s", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "hello", "Sep 92, 2023 02:31:01pm", "room 3, bed 12", "31 Feb 2020", "call me at 12:30", "2020", "Jane Doe added 3 new photos in March 2020 to the album"} {
		if got, ok := Date(in, time.UTC); ok {
			t.Errorf("%q is taken for %v", in, got)
		}
	}
	oslo, err := time.LoadLocation("Europe/Oslo")
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := Date("Jun 04, 2025 6:46:10 pm", oslo); got.Hour() != 16 {
		t.Errorf("in Oslo it is %v", got)
	}
}

func rows(t *testing.T, doc string) (head string, got []Row) {
	t.Helper()
	if err := Rows(t.Context(), strings.NewReader(doc), func(p Page, r Row) bool {
		head = p.Head
		got = append(got, r)
		return true
	}); err != nil {
		t.Error(err)
	}
	return head, got
}

func TestRows(t *testing.T) {
	for name, tc := range map[string]struct{ doc, want string }{
		"2018": {`<body class="_5vb_"><div class="_3-8y _a70d">Head</div><div class="pam _2lej noborder"><div class="_2lek _2lel">T</div><div class="_2let">B<br>C</div><div class="_3-94 _2lem">D</div></div></body>`,
			`T|["B\nC"]|D`},
		"2024": {`<main><section class="_a6-g"><h2 class="_a6-h">T</h2><div class="_a6-p"><div class="_2pin"><div>B &amp; C</div></div></div><footer class="_a6-o"><a href="https://x/"><div class="_a72d">D</div></a></footer></section></main>`,
			`T|["B & C"]|D`},
		"messages in one container": {`<div class="_a6-g"><div class="_a6-p"><div class="_a6-h">A</div><div class="_a6-p"><div>x</div></div><div class="_a72d">1</div></div><div class="_a6-p"><div class="_a6-h">B</div><div class="_a6-p"><div>y</div></div><div class="_a72d">2</div></div></div>`,
			`A|["x"]|1;B|["y"]|2`},
		"no classes": {`<div>Participants: A, B</div><div><div>A</div><div>hi</div><div>Oct 19, 2019, 2:37 PM</div></div>`,
			`A|["hi"]|Oct 19, 2019, 2:37 PM`},
		"date as the last text": {`<div class="_a6-g"><div class="_a6-p"><div><div><a href="https://x/">u</a></div><div>Oct 19, 2024 2:37 pm</div></div></div></div>`,
			`|[]|Oct 19, 2024 2:37 pm`},
		"open paragraphs":     {`<div class="_a6-g"><h2>T</h2><div class="_a6-p"><p>one<p>two</div><div class="_a6-o">D</div></div>`, `T|["one" "two"]|D`},
		"scripts are no text": {`<div class="_a6-g"><h2>T</h2><script>alert(1)</script><style>x</style><div class="_a6-o">D</div></div>`, `T|[]|D`},
	} {
		t.Run(name, func(t *testing.T) {
			_, got := rows(t, tc.doc)
			var lines []string
			for _, r := range got {
				lines = append(lines, fmt.Sprintf("%s|%q|%s", r.Title, r.Texts, r.Date))
			}
			if s := strings.Join(lines, ";"); s != tc.want {
				t.Errorf("got  %s\nwant %s", s, tc.want)
			}
		})
	}
}

func TestPairs(t *testing.T) {
	_, got := rows(t, `<section class="_a6-g"><div class="_a6-p"><table>
		<tr><td class="_a6_q">Name</td><td class="_a6_r">Tea Shop</td></tr>
		<tr><td colspan="2" class="_a6_q">URL<div><div><a href="https://x/1">https://x/1</a></div></div></td></tr>
		<tr><td colspan="2" class="_a6_q">Topics<div><section class="_a6-g"><div class="_a6-p">one</div></section><section class="_a6-g"><div class="_a6-p">two</div></section></div></td></tr>
		<tr><td colspan="2" class="_a6_q">Owner<div><table><tr><td>Username</td><td>zoe</td></tr></table></div></td></tr>
	</table></div><footer class="_a6-o"><div class="_a72d">Jun 05, 2025 7:00:00 am</div></footer></section>`)
	if len(got) != 1 || len(got[0].Pairs) != 4 {
		t.Fatalf("rows %+v", got)
	}
	p := got[0].Pairs
	if p[0].Label != "Name" || p[0].Value != "Tea Shop" {
		t.Errorf("pair %+v", p[0])
	}
	if p[1].Label != "URL" || p[1].URL != "https://x/1" {
		t.Errorf("address %+v", p[1])
	}
	if p[2].Label != "Topics" || fmt.Sprint(p[2].Values) != "[one two]" {
		t.Errorf("list %+v", p[2])
	}
	if p[3].Label != "Owner" || len(p[3].Pairs) != 1 || p[3].Pairs[0].Value != "zoe" {
		t.Errorf("nested table %+v", p[3])
	}
}

func TestMediaAndIcons(t *testing.T) {
	_, got := rows(t, `<div class="_a6-g"><h2>T</h2><div class="_a6-p"><a href="posts/media/a.jpg"><img src="posts/media/a.jpg"></a><video src="v/b.mp4"></video><img src="files/icons/love.png"><a href="javascript:x()">z</a><img src="https://cdn.example/t.gif"></div><div class="_a6-o">D</div></div>`)
	if len(got) != 1 || fmt.Sprint(got[0].Media, got[0].Icons) != "[posts/media/a.jpg v/b.mp4] [love]" {
		t.Errorf("got %+v", got)
	}
}

// Pages made to take the time or the memory of the machine meet a limit; one tag with many attributes is only skipped.
func TestHostilePages(t *testing.T) {
	for name, doc := range map[string]string{
		"deep":       strings.Repeat("<div>", 100_000),
		"wide":       `<div class="_a6-g">` + strings.Repeat("<b>x</b>", 200_000),
		"long":       "<div class=_a6-g>" + strings.Repeat("x", 10<<20),
		"attributes": "<div " + strings.Repeat("a=b ", 100_000) + ">",
		"unclosed":   strings.Repeat(`<div class="_a6-g"><h2>T`, 10_000),
	} {
		err := Rows(t.Context(), strings.NewReader(doc), func(_ Page, r Row) bool {
			t.Errorf("%s: a row %.80v", name, r)
			return true
		})
		if name == "attributes" && err != nil || name != "attributes" && !errors.Is(err, footprint.ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRows(f *testing.F) {
	f.Add(`<div class="_a6-g"><h2>T</h2><table><tr><td class="_a6_q">L<div>V</div></td></tr></table><div class="_a6-o">Jan 1, 2020</div></div>`)
	f.Add(`<div><div>A</div><div>Oct 19, 2019, 2:37 PM</div></div>`)
	f.Fuzz(func(t *testing.T, doc string) {
		_ = Rows(t.Context(), strings.NewReader(doc), func(_ Page, r Row) bool { return len(r.Texts) < 1000 })
	})
}

func FuzzDate(f *testing.F) {
	f.Add("14. Nov. 2023, 22:13")
	f.Fuzz(func(t *testing.T, s string) {
		if at, ok := Date(s, time.UTC); ok && (at.Year() < 1989 || at.Year() > 2201) {
			t.Errorf("%q is %v", s, at)
		}
	})
}
