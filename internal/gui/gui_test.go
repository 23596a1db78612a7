package gui

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"footprint/internal/footprint"
)

func TestGoroutinesStartInOnePlace(t *testing.T) {
	forbidden := regexp.MustCompile(`(?m)^\s*go (func|[a-z])|\bfyne\.Do(AndWait)?\(|\.Go\(|context\.Background\(`)
	for _, pattern := range []string{"*.go", "*/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v, %v", pattern, files, err)
		}
		for _, f := range files {
			if filepath.Base(f) == "async.go" || strings.HasSuffix(f, "_test.go") {
				continue
			}
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			if m := forbidden.Find(b); m != nil {
				t.Errorf("%s: %q belongs in async.go", f, m)
			}
		}
	}
}

// TestScreens compares every screen and state with its markup in testdata. A first run writes what is
// missing to testdata/failed: look at it, then move it.
func TestScreens(t *testing.T) {
	for _, st := range stories() {
		t.Run(st.name, func(t *testing.T) {
			a := test.NewTempApp(t)
			f := new(fake)
			st.with(f)
			s := open(t, a, f, st.slow)
			settle(s, fyne.NewSize(1280, 800))
			st.play(s)
			settle(s, fyne.NewSize(1280, 800))
			if st.whole {
				test.AssertRendersToMarkup(t, st.name+".xml", s.Win.Canvas())
			} else { // without the navigation, which changes with every screen that is added
				test.AssertObjectRendersToMarkup(t, st.name+".xml", container.NewWithoutLayout(s.frame.body, s.Status.Object))
			}
			s.Win.Close()
		})
	}
}

func TestEveryScreenAndEverySizeShows(t *testing.T) {
	a := test.NewTempApp(t)
	f := new(fake)
	full(f)
	s := open(t, a, f, false)
	for _, row := range s.table {
		for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 900, Height: 600}, {Width: 480, Height: 360}} {
			s.Visit(row.id)
			settle(s, size)
			if got := s.frame.MinSize(); got.Width > 480 || got.Height > 360 {
				t.Errorf("%s wants at least %v", row.id, got)
			}
		}
	}
}

func TestSearchByKeyboard(t *testing.T) {
	s, c, _ := onChecklist(t)
	letters(s, "/")
	letters(s, "dahlias")
	if c.List().Len() != 1 || c.List().CursorID() != "task01" {
		t.Errorf("%d rows, cursor on %s", c.List().Len(), c.List().CursorID())
	}
	press(s, fyne.KeyReturn)
	letters(s, "d") // now on the list, so a decision
	if c.List().Len() != 0 {
		t.Error("the found task is still there")
	}
	c.Focus()
	letters(s, "/")
	press(s, fyne.KeyEscape)
	if q := c.List().Filter().Query; q != "" || c.List().Len() != 10 {
		t.Errorf("search %q, %d rows", q, c.List().Len())
	}
}

func TestProfileJudgesAgain(t *testing.T) {
	s, _, f := onChecklist(t)
	then := false
	s.saveProfile(footprint.Person{Name: "Kim"}, func() { then = true })
	if want := []string{"profile Kim", "analyze"}; !slices.Equal(f.calls, want) || !then {
		t.Errorf("calls %q", f.calls)
	}
}

func TestRemindsOnceADay(t *testing.T) {
	s, _, _ := onChecklist(t) // reminds at the start
	test.AssertNotificationSent(t, nil, s.remind)
	s.App.Preferences().SetString(prefReminded, "2026-03-13")
	test.AssertNotificationSent(t, fyne.NewNotification("Footprint", "2 reviews are due"), s.remind)
	s.App.Preferences().SetString(prefReminded, "")
	s.App.Preferences().SetBool(prefRemind, false)
	test.AssertNotificationSent(t, nil, s.remind)
}

func TestReportIsForWhomTheOccasionSays(t *testing.T) {
	s, _, f := onChecklist(t)
	s.Visit("reports")
	b := s.bodies["reports"].(*reports)
	html := s.Formats[0]
	b.write(html, "/tmp/a.html")
	b.occasion.SetSelectedIndex(3) // after an incident: for an adviser
	b.day.SetText("soon")          // an incident has no day
	b.write(html, "/tmp/b.html")
	b.occasion.SetSelectedIndex(1)
	b.write(html, "/tmp/not.html") // no day at all
	b.plan()
	b.day.SetText("2026-05-04")
	b.names.SetChecked(true)
	b.write(html, "/tmp/c.html")
	b.plan()
	want := []string{"report for me, , unredacted false, html, a.html", "report for adviser, incident 0001-01-01, unredacted false, html, b.html",
		"report for me, application 2026-05-04, unredacted true, html, c.html", "prepare application 2026-05-04"}
	if !slices.Equal(f.calls, want) {
		t.Errorf("calls %q", f.calls)
	}
}

func TestTheNavigationKeepsItsWidth(t *testing.T) {
	s, _, _ := onChecklist(t)
	widths := map[float32]bool{}
	for _, id := range []string{"walk", "about", "search"} {
		s.Visit(id)
		widths[s.frame.rail.MinSize().Width] = true
	}
	if len(widths) != 1 {
		t.Errorf("widths %v", widths)
	}
}

func TestNarrowNavigationSaysItsNames(t *testing.T) {
	s, _, _ := onChecklist(t)
	entry := s.places["walk"]
	entry.FocusGained()
	if len(s.frame.hint.Objects) != 0 {
		t.Error("a wide navigation, which names its entries, names one again")
	}
	settle(s, fyne.NewSize(900, 600))
	entry.FocusGained()
	if len(s.frame.hint.Objects) != 1 {
		t.Error("an entry without a word does not say its name")
	}
	entry.FocusLost()
	if len(s.frame.hint.Objects) != 0 {
		t.Error("the name stays")
	}
}
