package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Spread puts one part at the left and one at the right, or the second below the first where room is short.
func Spread(left, right fyne.CanvasObject) *fyne.Container {
	return container.New(&spread{}, left, right)
}

// pairRoom is the width that words or a field keep at least, in letters of text, before the partner goes elsewhere.
const pairRoom = 16

type spread struct{ width float32 }

func (l *spread) beside(right fyne.CanvasObject) bool {
	return l.width == 0 || l.width-right.MinSize().Width >= pairRoom*theme.TextSize()
}

func (l *spread) MinSize(parts []fyne.CanvasObject) fyne.Size {
	a, b := parts[0].MinSize(), parts[1].MinSize()
	if l.beside(parts[1]) {
		return fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
	}
	return fyne.NewSize(max(a.Width, b.Width), a.Height+b.Height)
}

func (l *spread) Layout(parts []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	left, right := parts[0], parts[1]
	b := right.MinSize()
	if !l.beside(right) {
		left.Move(fyne.Position{})
		left.Resize(fyne.NewSize(size.Width, left.MinSize().Height))
		right.Move(fyne.NewPos(min(theme.InnerPadding(), max(0, size.Width-b.Width)), left.MinSize().Height))
		right.Resize(b)
		return
	}
	left.Move(fyne.Position{})
	left.Resize(fyne.NewSize(size.Width-b.Width-theme.Padding()-theme.InnerPadding(), size.Height))
	right.Move(fyne.NewPos(size.Width-b.Width-theme.InnerPadding(), (size.Height-b.Height)/2))
	right.Resize(b)
}

// Form sets labels and fields in pairs: beside each other, or each label above its field where room is short.
func Form(pairs ...fyne.CanvasObject) *fyne.Container { return container.New(&form{}, pairs...) }

type form struct{ width float32 }

// pairs calls each with the visible pairs.
func pairs(parts []fyne.CanvasObject, each func(label, field fyne.CanvasObject)) {
	for i := 0; i+1 < len(parts); i += 2 {
		if parts[i+1].Visible() {
			each(parts[i], parts[i+1])
		}
	}
}

// labels is the width of the labels, and whether the fields fit beside them.
func (l *form) labels(parts []fyne.CanvasObject) (wide float32, beside bool) {
	pairs(parts, func(label, _ fyne.CanvasObject) { wide = max(wide, label.MinSize().Width) })
	return wide, l.width == 0 || l.width-wide >= pairRoom*theme.TextSize()
}

func (l *form) MinSize(parts []fyne.CanvasObject) fyne.Size {
	labels, beside := l.labels(parts)
	size := fyne.NewSize(labels, 0)
	pairs(parts, func(label, field fyne.CanvasObject) {
		a, b := label.MinSize(), field.MinSize()
		size.Width = max(size.Width, b.Width)
		if beside {
			size.Height += max(a.Height, b.Height)
		} else {
			size.Height += a.Height + b.Height
		}
		size.Height += theme.Padding()
	})
	return size
}

func (l *form) Layout(parts []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	labels, beside := l.labels(parts)
	y := float32(0)
	pairs(parts, func(label, field fyne.CanvasObject) {
		a, b := label.MinSize(), field.MinSize()
		high, x, below := max(a.Height, b.Height), labels+theme.Padding(), float32(0)
		if !beside {
			high, x, below = b.Height, theme.InnerPadding(), a.Height
		}
		label.Move(fyne.NewPos(0, y))
		label.Resize(fyne.NewSize(labels, a.Height))
		field.Move(fyne.NewPos(x, y+below))
		field.Resize(fyne.NewSize(size.Width-x, high))
		y += below + high + theme.Padding()
	})
}
