package part

import "fyne.io/fyne/v2"

// moved is where a key takes the cursor among n cells that stand in rows of columns, page rows a page; other is
// true for keys that move nothing. The result is -1 where there are no cells.
func moved(key fyne.KeyName, at, n, columns, page int) (to int, other bool) {
	last := n - 1
	to = at
	switch {
	case key == fyne.KeyRight && columns > 1:
		to++
	case key == fyne.KeyLeft && columns > 1:
		to--
	case key == fyne.KeyDown:
		to += columns
	case key == fyne.KeyUp:
		if columns == 1 || to >= columns {
			to -= columns
		}
	case key == fyne.KeyPageDown:
		to += page * columns
	case key == fyne.KeyPageUp:
		to -= page * columns
	case key == fyne.KeyHome:
		to = 0
	case key == fyne.KeyEnd:
		to = last
	default:
		return at, true
	}
	if last < 0 {
		return -1, false
	}
	return max(0, min(to, last)), false
}
