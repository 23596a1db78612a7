package gui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/footprint"
	"footprint/internal/gui/checklist"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
	"footprint/internal/ingest"
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

// onChecklist opens the checklist on the invented tasks.
func onChecklist(t *testing.T) (*Shell, *checklist.Checklist, *fake) {
	t.Helper()
	f := new(fake)
	full(f)
	s := open(t, test.NewTempApp(t), f, false)
	settle(s, fyne.NewSize(1280, 800))
	return s, s.checklist(), f
}

// letters types on whatever has the focus, or on the window.
func letters(s *Shell, keys string) {
	for _, r := range keys {
		if focused := s.Win.Canvas().Focused(); focused != nil {
			focused.TypedRune(r)
		} else {
			s.Win.Canvas().OnTypedRune()(r)
		}
	}
}

func press(s *Shell, name fyne.KeyName) {
	e := &fyne.KeyEvent{Name: name}
	if focused := s.Win.Canvas().Focused(); focused != nil {
		focused.TypedKey(e)
	} else {
		s.Win.Canvas().OnTypedKey()(e)
	}
}

func TestTriageByKeyboard(t *testing.T) {
	s, c, f := onChecklist(t)
	letters(s, "d")
	press(s, fyne.KeyDown)
	letters(s, "ks")
	want := []string{"done task00", "kept task02", "snoozed task05"}
	if !slices.Equal(f.calls, want) {
		t.Errorf("calls %q, want %q", f.calls, want)
	}
	if got := c.List().Count(view.ScopeOpen); got != 13 {
		t.Errorf("%d open, want 13", got)
	}
	letters(s, "uuu")
	if got := c.List().Count(view.ScopeOpen); got != 16 || len(f.undo) != 0 {
		t.Errorf("after undo %d open and %d left to undo, want 16 and 0", got, len(f.undo))
	}
	for _, r := range f.tasks {
		if r.Status != footprint.StatusOpen {
			t.Errorf("%s is %s after undo", r.ID, r.Status)
		}
	}
	letters(s, "u")
	if len(f.calls) != 6 {
		t.Errorf("an undo of nothing calls the audit: %q", f.calls)
	}
}

func TestSeveralAtOnce(t *testing.T) {
	s, c, f := onChecklist(t)
	letters(s, "2")
	press(s, fyne.KeySpace)
	press(s, fyne.KeySpace)
	if c.List().Marks() == 0 {
		t.Error("no bar for several")
	}
	letters(s, "k")
	if want := []string{"kept task00 task01"}; !slices.Equal(f.calls, want) || c.List().Marks() > 0 {
		t.Errorf("calls %q, want %q", f.calls, want)
	}
}

func TestFalseAlarm(t *testing.T) {
	s, c, f := onChecklist(t)
	letters(s, "f")
	if got := c.List().Total(); got != 15 || c.List().CursorID() == "task00" {
		t.Errorf("%d tasks, cursor on %s after a false alarm", got, c.List().CursorID())
	}
	letters(s, "u")
	if got, want := c.List().Total(), []string{"wrong item task00", "right 1"}; got != 16 || !slices.Equal(f.calls, want) {
		t.Errorf("%d tasks, calls %q", got, f.calls)
	}
}

func TestReviewByKeyboard(t *testing.T) {
	s, _, f := onChecklist(t)
	s.Visit("review")
	b := s.bodies["review"].(*review)
	if len(b.lists) != 2 || b.lists[0].Left() != 5 {
		t.Fatalf("%d lists", len(b.lists))
	}
	b.now = b.lists[0]
	b.card()
	letters(s, "ksdu")
	if want := []string{"kept task10", "done group01", "undo"}; !slices.Equal(f.calls, want) || b.now.Left() != 4 {
		t.Errorf("calls %q, %d left", f.calls, b.now.Left())
	}
	press(s, fyne.KeyEscape)
	if b.now != nil {
		t.Error("Escape does not leave the list")
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

func TestFailedDecisionGoesBack(t *testing.T) {
	s, c, f := onChecklist(t)
	f.err = errors.New("disk full")
	letters(s, "d")
	if got := c.List().Count(view.ScopeOpen); got != 16 {
		t.Errorf("%d open after a failed decision, want 16", got)
	}
	if text := s.Status.Text(); !strings.Contains(text, "disk full") {
		t.Errorf("status says %q", text)
	}
}

func TestFilterIsRemembered(t *testing.T) {
	a := test.NewTempApp(t)
	f := new(fake)
	full(f)
	s := open(t, a, f, false)
	c := s.checklist()
	c.Refilter(func(v *view.Filter) { v.Scope, v.Platform, v.Query = view.ScopeOpen, "facebook", "secret" })
	s.Win.Close()
	s = open(t, a, f, false)
	got := s.checklist().List().Filter()
	if got.Platform != "facebook" || got.Scope != view.ScopeOpen || got.Query != "" {
		t.Errorf("filter after a restart: %+v", got)
	}
}

func TestLock(t *testing.T) {
	s, _, f := onChecklist(t)
	s.lock()
	if shown := test.RenderToMarkup(s.Win.Canvas()); s.here != "locked" || strings.Contains(shown, "Kaitoke") || len(s.bodies) != 1 {
		t.Fatalf("on %s with %d screens kept", s.here, len(s.bodies))
	}
	s.leaveWelcome(func() { t.Error("a door is open") })
	s.importURIs([]fyne.URI{storage.NewFileURI("/tmp/a.zip")})
	enter := func(text string) {
		letters(s, text)
		press(s, fyne.KeyReturn)
	}
	enter("a guess")
	if s.here != "locked" {
		t.Fatal("a guess opened it")
	}
	enter("four plain words")
	if want := []string{"lock", "unlock"}; s.here != "checklist" || !slices.Equal(f.calls, want) {
		t.Errorf("on %s after %q", s.here, f.calls)
	}
}

func TestPassphrase(t *testing.T) {
	s, _, f := onChecklist(t)
	s.Visit("settings")
	b := s.bodies["settings"].(*settings)
	b.protect("", "four plain words")
	if want := []string{`protect "" "four plain words"`}; !slices.Equal(f.calls, want) || !f.protected {
		t.Errorf("calls %q", f.calls)
	}
	b.protect("four plain words", "")
	if f.protected {
		t.Error("still protected")
	}
}

func TestVeilHidesTheWords(t *testing.T) {
	s, _, _ := onChecklist(t)
	s.veil()
	settle(s, fyne.NewSize(1280, 800))
	shown := test.RenderToMarkup(s.Win.Canvas())
	for _, secret := range []string{"Kaitoke", "ferry", "dahlias"} {
		if strings.Contains(shown, secret) {
			t.Errorf("%q is seen through the veil", secret)
		}
	}
	s.lift(true)
	if shown := test.RenderToMarkup(s.Win.Canvas()); !strings.Contains(shown, "Kaitoke") {
		t.Error("the veil does not lift")
	}
	s.lift(false)
	if shown := test.RenderToMarkup(s.Win.Canvas()); strings.Contains(shown, "Kaitoke") {
		t.Error("the veil does not fall again")
	}
	s.veil()
	if shown := test.RenderToMarkup(s.Win.Canvas()); !strings.Contains(shown, "Kaitoke") {
		t.Error("the veil stays")
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

func TestDroppedFilesAreImported(t *testing.T) {
	s, _, f := onChecklist(t)
	s.importURIs([]fyne.URI{storage.NewFileURI("/tmp/a.zip"), storage.NewFileURI("/tmp/b.zip")})
	if want := []string{"audit /tmp/a.zip /tmp/b.zip"}; !slices.Equal(f.calls, want) {
		t.Errorf("calls %q, want %q", f.calls, want)
	}
	if s.Busy() || !strings.Contains(s.Status.Text(), "1,204 items") {
		t.Errorf("status %q", s.Status.Text())
	}
}

// Pictures that are no export are taken in once the user says so; what waited behind them comes next.
func TestPicturesAreTakenInWhenAsked(t *testing.T) {
	for answer, want := range map[string]string{"Look at the pictures": "pictures /tmp/film", "Cancel": "audit /tmp/b.zip"} {
		s, _, f := onChecklist(t)
		f.err, s.waiting = fmt.Errorf("import: %w", ingest.ErrPhotos), []string{"/tmp/b.zip"}
		s.importPaths([]string{"/tmp/film"})
		f.err = nil
		for _, o := range test.LaidOutObjects(s.Win.Canvas().Overlays().Top()) {
			if b, ok := o.(*widget.Button); ok && b.Text == answer {
				test.Tap(b)
			}
		}
		if len(f.calls) < 2 || f.calls[1] != want || f.calls[len(f.calls)-1] != "audit /tmp/b.zip" {
			t.Errorf("%s: calls %q", answer, f.calls)
		}
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

func TestExportsWaitForTheirTurn(t *testing.T) {
	s, _, f := onChecklist(t)
	s.Work.Never = true
	s.importPaths([]string{"/tmp/a.zip"})
	s.importPaths([]string{"/tmp/b.zip", "/tmp/c.zip"})
	if want := []string{"audit /tmp/a.zip"}; !slices.Equal(f.calls, want) || len(s.waiting) != 2 {
		t.Errorf("calls %q, %d wait", f.calls, len(s.waiting))
	}
}

func TestNothingHappensBeforeConsent(t *testing.T) {
	f := new(fake)
	s := open(t, test.NewTempApp(t), f, false)
	if s.here != "welcome" {
		t.Fatalf("starts on %s", s.here)
	}
	s.importURIs([]fyne.URI{storage.NewFileURI("/tmp/a.zip")})
	s.leaveWelcome(func() { t.Error("a door is open") })
	if len(f.calls) != 0 {
		t.Errorf("calls %q before consent", f.calls)
	}
	s.bodies["welcome"].(*welcome).agree()
	if !f.consent {
		t.Error("consent was not recorded")
	}
}

func TestOnlyWebPagesOpen(t *testing.T) {
	s, _, _ := onChecklist(t)
	s.OpenURL = nil // a link of another kind must not get this far
	for _, link := range []string{"file:///etc/passwd", "javascript:alert(1)", "x-scheme:run", "::"} {
		s.Open(link)
		if !strings.Contains(s.Status.Text(), "open page") && !strings.Contains(s.Status.Text(), "parse") {
			t.Errorf("%s opened without a word", link)
		}
	}
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

func TestTaskOpensInTheChecklistWhateverTheFilter(t *testing.T) {
	s, c, _ := onChecklist(t)
	c.Rune('d')
	done := c.List().Filter().Scope
	s.Visit("reports")
	c.Refilter(func(f *view.Filter) { f.Scope, f.Platform = view.ScopeKept, "instagram" })
	s.openTask("task09")
	if got := c.List().CursorID(); got != "task09" || s.here != "checklist" || done != view.ScopeFirst {
		t.Errorf("cursor on %q of %s", got, s.here)
	}
	s.openTask("task00") // done
	if got := c.List().CursorID(); got != "task00" || c.List().Filter().Scope != view.ScopeDone {
		t.Errorf("cursor on %q", got)
	}
	s.openTask("gone")
	if got := s.Status.Text(); got != s.W.T("task.away") {
		t.Errorf("of one that is away: %q", got)
	}
}

func TestRewordingIsTakenWithAKey(t *testing.T) {
	s, _, _ := onChecklist(t)
	s.Visit("draft")
	d := s.bodies["draft"].(*draft)
	d.entry.SetText("The girl in bed 9 beat me at chess.")
	if len(d.offers) != 2 {
		t.Fatalf("%d offers", len(d.offers))
	}
	d.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if want := "The girl beat me at chess."; d.entry.Text != want || len(d.offers) != 0 {
		t.Errorf("%q with %d offers, want %q", d.entry.Text, len(d.offers), want)
	}
}

func TestAdviceGivesWayToBetterWords(t *testing.T) {
	s, _, _ := onChecklist(t)
	s.Visit("draft")
	d := s.bodies["draft"].(*draft)
	for text, want := range map[string]bool{"The girl in bed 9 beat me at chess.": false, "Bed 9, bed 9.": true} {
		d.entry.SetText(text)
		if got := strings.Contains(test.RenderObjectToMarkup(d.verdict), "Leave out the day."); got != want {
			t.Errorf("%q with the general advice: %t, want %t", text, got, want)
		}
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

func TestKeysReachTheWindowFromEveryControl(t *testing.T) {
	s, _, f := onChecklist(t)
	reached := map[string]bool{}
	for range 40 {
		s.Win.Canvas().FocusNext()
		switch at := s.Win.Canvas().Focused().(type) {
		case *part.Button, *part.Select, *part.Place:
			kind := fmt.Sprintf("%T", at)
			if reached[kind] {
				continue
			}
			reached[kind] = true
			before := len(f.calls)
			letters(s, "d")
			if len(f.calls) != before+1 {
				t.Errorf("a letter over a %s did %q", kind, f.calls[before:])
			}
		}
	}
	if len(reached) != 3 {
		t.Errorf("Tab reached %v, want buttons, menus and the navigation", reached)
	}
}

func TestEscapeClosesTheKeys(t *testing.T) {
	s, _, f := onChecklist(t)
	press(s, fyne.KeyF1)
	over := s.Win.Canvas().Overlays()
	if over.Top() == nil {
		t.Fatal("F1 shows nothing")
	}
	letters(s, "d")
	if len(f.calls) != 0 {
		t.Errorf("a letter reached the checklist under the list of keys: %q", f.calls)
	}
	press(s, fyne.KeyEscape)
	if over.Top() != nil {
		t.Error("Escape leaves the list of keys open")
	}
}

func TestEscapeLeavesAPageWithinAScreen(t *testing.T) {
	s, _, _ := onChecklist(t)
	s.Visit("overview")
	b := s.bodies["overview"].(*overview)
	b.compare()
	press(s, fyne.KeyEscape)
	if b.comparing {
		t.Error("Escape leaves the comparison open")
	}
	r := chosen(s)
	r.plan()
	if !r.planning {
		t.Fatal("no plan")
	}
	press(s, fyne.KeyEscape)
	if r.planning {
		t.Error("Escape leaves the plan open")
	}
}

func TestEveryPickerOpens(t *testing.T) {
	s, _, _ := onChecklist(t)
	over := s.Win.Canvas().Overlays()
	for name, pick := range map[string]func(){"file": s.chooseFile, "folder": s.chooseFolder, "new": func() { s.PickNew("a.html", func(string) {}) }} {
		pick()
		if over.Top() == nil {
			t.Errorf("no dialog for a %s", name)
			continue
		}
		s.Win.Canvas().Focus(nil)
		press(s, fyne.KeyEscape)
		if over.Top() != nil {
			t.Errorf("Escape leaves the dialog for a %s", name)
		}
	}
}
