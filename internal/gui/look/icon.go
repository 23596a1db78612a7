package look

import (
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"footprint/assets"
	"footprint/internal/footprint"
)

// Footprint returns the app's icon.
func Footprint() fyne.Resource { return drawing("footprint.svg") }

// WindowIcon returns it in points, for the window's own: to draw it at the size that Fyne asks for takes longer than to
// lay out a screen.
func WindowIcon() fyne.Resource { return drawing("window.png") }

// SeverityIcon returns the sign of a severity, in its colour: the same one each time. Each has a shape of its own.
func SeverityIcon(s footprint.Severity) fyne.Resource {
	return severityIcons()[min(s, footprint.SeverityCritical)]
}

var severityIcons = sync.OnceValue(func() (icons [footprint.SeverityCritical + 1]fyne.Resource) {
	for s := range footprint.SeverityCritical + 1 {
		icons[s] = theme.NewColoredResource(drawing("severity-"+s.String()+".svg"), SeverityColor(s))
	}
	return icons
})

// Tinted returns an icon of the theme in another colour.
func Tinted(icon fyne.Resource, name fyne.ThemeColorName) fyne.Resource {
	if themed, ok := icon.(*theme.ThemedResource); ok {
		return theme.NewColoredResource(themed, name)
	}
	return icon
}

// drawing reads an embedded picture. Its presence is a matter of the build, checked by a test.
func drawing(name string) fyne.Resource {
	b, err := assets.Window.ReadFile("icons/" + name)
	if err != nil {
		return theme.BrokenImageIcon()
	}
	return fyne.NewStaticResource(name, b)
}
