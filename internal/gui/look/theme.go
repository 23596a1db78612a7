package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Appearance is the user's choice of colours.
type Appearance string

// Appearances. System follows the desktop.
const (
	System Appearance = "system"
	Light  Appearance = "light"
	Dark   Appearance = "dark"
)

// Theme is Footprint's theme. It is immutable: a new choice makes a new one.
type Theme struct {
	appearance  Appearance
	scale       float32
	light, dark map[fyne.ThemeColorName]color.Color
	base        fyne.Theme
}

// New returns the theme. Scale multiplies the size of all words: 1 is normal, 2 is the largest offered.
func New(a Appearance, scale float32) *Theme {
	return &Theme{
		appearance: a,
		scale:      min(max(scale, 1), 2),
		light:      colours(theme.VariantLight),
		dark:       colours(theme.VariantDark),
		base:       theme.DefaultTheme(),
	}
}

// Color returns a colour by name.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch t.appearance {
	case Light:
		v = theme.VariantLight
	case Dark:
		v = theme.VariantDark
	}
	palette := t.light
	if v == theme.VariantDark {
		palette = t.dark
	}
	if c, ok := palette[name]; ok {
		return c
	}
	return t.base.Color(name, v)
}

// Font returns Fyne's own fonts: they hold every script that the languages need.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource { return t.base.Font(s) }

// Evidence is the style of the words that raised a finding.
var Evidence = fyne.TextStyle{Bold: true, Underline: true}

// ReadFonts reads the fonts that the first screens show. The first word in each would read it otherwise, in a callback
// that may not take so long.
func ReadFonts() {
	for _, s := range []fyne.TextStyle{{}, {Bold: true}, Evidence} {
		fyne.MeasureText("a", theme.TextSize(), s)
	}
}

// Icon returns Fyne's own icons.
func (t *Theme) Icon(n fyne.ThemeIconName) fyne.Resource { return t.base.Icon(n) }

// Size returns a size in device-independent pixels. Words grow with the user's scale, and with them the
// signs beside them; spacing stays, so that 200 % leaves room for words.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameText:
		return 14 * t.scale
	case theme.SizeNameCaptionText:
		return 12 * t.scale
	case theme.SizeNameHeadingText:
		return 14 + 10*t.scale
	case theme.SizeNameSubHeadingText:
		return 4 + 13*t.scale
	case theme.SizeNameInlineIcon:
		return 18 * t.scale
	case theme.SizeNamePadding:
		return 5
	case theme.SizeNameInnerPadding:
		return 9
	case theme.SizeNameLineSpacing:
		return 5
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameSelectionRadius:
		return 7
	case theme.SizeNameDialogRadius, theme.SizeNameCardRadius, theme.SizeNamePopupRadius, theme.SizeNameMenuRadius:
		return 10
	}
	return t.base.Size(name)
}
