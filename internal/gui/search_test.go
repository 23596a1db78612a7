package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"footprint/internal/gui/search"
)

// onSearch opens the search screen on invented results.
func onSearch(t *testing.T, with func(*fake)) (*Shell, *fake) {
	t.Helper()
	f := new(fake)
	with(f)
	s := open(t, test.NewTempApp(t), f, false)
	s.Visit("search")
	settle(s, fyne.NewSize(1280, 800))
	return s, f
}

func TestSearchResultsAreAnsweredByKeyboard(t *testing.T) {
	s, f := onSearch(t, searched)
	letters(s, "rmn")
	if want := []string{"answer r1 me", "answer r2 not-me"}; !slices.Equal(f.calls, want) {
		t.Errorf("%q", f.calls)
	}
	letters(s, "u")
	if last := f.calls[len(f.calls)-1]; last != "answer r2 " {
		t.Errorf("undo: %q", f.calls)
	}
	letters(s, "2n")
	if last := f.calls[len(f.calls)-1]; last != "answer r1 not-me" {
		t.Errorf("another scope: %q", f.calls)
	}
}

func TestNothingGoesOnlineBeforeASecondYes(t *testing.T) {
	s, f := onSearch(t, func(f *fake) { searched(f); f.found.key = "keyring" })
	if !tap(s, "Ask 1") || len(f.calls) != 0 {
		t.Fatalf("asked at once: %q", f.calls)
	}
	if !tap(s, "Cancel") || len(f.calls) != 0 {
		t.Fatalf("%q", f.calls)
	}
	tap(s, "Ask 1")
	tap(s, "Yes, ask")
	if len(f.calls) == 0 || !strings.HasPrefix(f.calls[0], "search brave") {
		t.Errorf("%q", f.calls)
	}
	letters(s, "c")
	for _, name := range []string{"Ask 43", "Open 3", "Look at 1", "Ask for 1"} {
		before := len(f.calls)
		if !tap(s, name) || len(f.calls) != before {
			t.Errorf("%s: %q", name, f.calls[before:])
		}
		if !tap(s, "Yes, ask") || len(f.calls) == before {
			t.Errorf("%s: nothing ran", name)
		}
	}
	if got := strings.Join(f.calls, "\n"); !strings.Contains(got, "profiles \n") || !strings.Contains(got, "pages") || !strings.Contains(got, "look again") || !strings.Contains(got, "breaches") {
		t.Errorf("%s", got)
	}
}

func TestSavedPagesDropOnTheSearchScreen(t *testing.T) {
	s, f := onSearch(t, searched)
	s.importURIs([]fyne.URI{storage.NewFileURI("/tmp/page.html")})
	if !slices.Equal(f.calls, []string{"saved /tmp/page.html", "analyze"}) {
		t.Errorf("%q", f.calls)
	}
	s.Visit("sources")
	s.importURIs([]fyne.URI{storage.NewFileURI("/tmp/x.zip")})
	if f.calls[len(f.calls)-1] != "audit /tmp/x.zip" {
		t.Errorf("%q", f.calls)
	}
}

func TestALetterIsWrittenAndKept(t *testing.T) {
	s, f := onSearch(t, searched)
	letters(s, "r")
	if !tap(s, "Write a letter") {
		t.Fatal("no letter can be written")
	}
	if tap(s, "I have sent it") {
		t.Error("a letter with open places can be sent")
	}
	if !tap(s, "Back to the result") || !tap(s, "That is me") || !slices.Contains(f.calls, "answer r1 me") {
		t.Errorf("%q", f.calls)
	}
	letters(s, "l")
	if !tap(s, "Removed") || f.calls[len(f.calls)-1] != "letter 1 removed" {
		t.Errorf("%q", f.calls)
	}
	if _, ok := s.bodies["search"].(*search.Search); !ok {
		t.Error("the screen is another")
	}
}
