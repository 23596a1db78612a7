package part

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestMoved(t *testing.T) {
	for _, c := range []struct {
		name        string
		key         fyne.KeyName
		at, n, cols int
		to          int
		other       bool
	}{
		{"down in a list", fyne.KeyDown, 3, 10, 1, 4, false},
		{"up at its top", fyne.KeyUp, 0, 10, 1, 0, false},
		{"sideways is not for lists", fyne.KeyRight, 3, 10, 1, 3, true},
		{"sideways in a grid", fyne.KeyRight, 3, 10, 3, 4, false},
		{"up in the first row stays", fyne.KeyUp, 2, 10, 3, 2, false},
		{"down below the last row ends at the last", fyne.KeyDown, 8, 10, 3, 9, false},
		{"a page", fyne.KeyPageDown, 0, 100, 3, 6, false},
		{"back from the end", fyne.KeyPageUp, 4, 100, 3, 0, false},
		{"home", fyne.KeyHome, 7, 10, 3, 0, false},
		{"end", fyne.KeyEnd, 0, 10, 3, 9, false},
		{"nothing there", fyne.KeyDown, -1, 0, 1, -1, false},
		{"no cursor yet", fyne.KeyDown, -1, 10, 1, 0, false},
		{"a letter", fyne.KeyD, 4, 10, 1, 4, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if to, other := moved(c.key, c.at, c.n, c.cols, 2); to != c.to || other != c.other {
				t.Errorf("%d, %v; want %d, %v", to, other, c.to, c.other)
			}
		})
	}
}
