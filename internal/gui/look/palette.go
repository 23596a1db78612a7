// Package look is how the window looks: colours, sizes and drawings.
//
// One accent, quiet surfaces, and a severity palette that differs in hue, lightness and shape, so that it
// reads without colour vision. It knows no screen and no data.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"footprint/internal/footprint"
)

// Colour names that Fyne does not have.
const (
	// Surface lies on the background: cards, lists, the detail.
	Surface fyne.ThemeColorName = "surface"
	// Rail is the background of the navigation.
	Rail fyne.ThemeColorName = "rail"
	// Muted is for words of second rank.
	Muted fyne.ThemeColorName = "muted"
	// AccentSoft is the background of what is chosen.
	AccentSoft fyne.ThemeColorName = "accentSoft"

	severityPrefix = "severity-"
	tintPrefix     = "tint-"
)

// SeverityColor names the colour in which a severity's word and sign are drawn.
func SeverityColor(s footprint.Severity) fyne.ThemeColorName {
	return fyne.ThemeColorName(severityPrefix + s.String())
}

// SeverityTint names the background of a severity's chip.
func SeverityTint(s footprint.Severity) fyne.ThemeColorName {
	return fyne.ThemeColorName(tintPrefix + s.String())
}

// colours returns the whole palette of one variant. Names that are missing fall back to Fyne's own.
func colours(v fyne.ThemeVariant) map[fyne.ThemeColorName]color.Color {
	if v == theme.VariantDark {
		return dark()
	}
	return light()
}

func light() map[fyne.ThemeColorName]color.Color {
	return map[fyne.ThemeColorName]color.Color{
		theme.ColorNameBackground:          rgb(0xf6f5f1),
		Rail:                               rgb(0xeceae3),
		Surface:                            rgb(0xffffff),
		theme.ColorNameForeground:          rgb(0x1c2326),
		Muted:                              rgb(0x566067),
		theme.ColorNamePlaceHolder:         rgb(0x666f75),
		theme.ColorNameDisabled:            rgb(0x858d92),
		theme.ColorNamePrimary:             rgb(0x0f5f66),
		theme.ColorNameForegroundOnPrimary: rgb(0xffffff),
		AccentSoft:                         rgb(0xdcebea),
		theme.ColorNameHyperlink:           rgb(0x0f5f66),
		theme.ColorNameButton:              rgb(0xe7e5dd),
		theme.ColorNameDisabledButton:      rgb(0xedebe5),
		theme.ColorNameHover:               rgba(0x1c2326, 0x0f),
		theme.ColorNamePressed:             rgba(0x1c2326, 0x1e),
		theme.ColorNameFocus:               rgba(0x0f5f66, 0x55),
		theme.ColorNameSelection:           rgb(0xd6eae8),
		theme.ColorNameInputBackground:     rgb(0xf5f4f0),
		theme.ColorNameInputBorder:         rgb(0x868c88),
		theme.ColorNameMenuBackground:      rgb(0xffffff),
		theme.ColorNameOverlayBackground:   rgb(0xffffff),
		theme.ColorNameHeaderBackground:    rgb(0xeceae3),
		theme.ColorNameSeparator:           rgb(0xdedcd4),
		theme.ColorNameScrollBar:           rgba(0x1c2326, 0x55),
		theme.ColorNameShadow:              rgba(0x000000, 0x22),
		theme.ColorNameError:               rgb(0xa3260f),
		theme.ColorNameForegroundOnError:   rgb(0xffffff),
		theme.ColorNameWarning:             rgb(0x8f4700),
		theme.ColorNameForegroundOnWarning: rgb(0xffffff),
		theme.ColorNameSuccess:             rgb(0x2b6a3c),
		theme.ColorNameForegroundOnSuccess: rgb(0xffffff),

		"severity-critical": rgb(0x8e1538), "tint-critical": rgb(0xf9e4e8),
		"severity-high": rgb(0xaf4600), "tint-high": rgb(0xfbeada),
		"severity-medium": rgb(0x454600), "tint-medium": rgb(0xf6eecb),
		"severity-low": rgb(0x1f5a94), "tint-low": rgb(0xe2edf7),
		"severity-info": rgb(0x566067), "tint-info": rgb(0xecedec),
	}
}

func dark() map[fyne.ThemeColorName]color.Color {
	return map[fyne.ThemeColorName]color.Color{
		theme.ColorNameBackground:          rgb(0x14191b),
		Rail:                               rgb(0x0f1315),
		Surface:                            rgb(0x1d2427),
		theme.ColorNameForeground:          rgb(0xe6e9e8),
		Muted:                              rgb(0xa5b0b4),
		theme.ColorNamePlaceHolder:         rgb(0x97a2a6),
		theme.ColorNameDisabled:            rgb(0x717b80),
		theme.ColorNamePrimary:             rgb(0x6cc5c1),
		theme.ColorNameForegroundOnPrimary: rgb(0x0c2021),
		AccentSoft:                         rgb(0x1f3a3c),
		theme.ColorNameHyperlink:           rgb(0x6cc5c1),
		theme.ColorNameButton:              rgb(0x2a3236),
		theme.ColorNameDisabledButton:      rgb(0x20272a),
		theme.ColorNameHover:               rgba(0xffffff, 0x12),
		theme.ColorNamePressed:             rgba(0xffffff, 0x24),
		theme.ColorNameFocus:               rgba(0x6cc5c1, 0x66),
		theme.ColorNameSelection:           rgb(0x224447),
		theme.ColorNameInputBackground:     rgb(0x242c30),
		theme.ColorNameInputBorder:         rgb(0x77848a),
		theme.ColorNameMenuBackground:      rgb(0x242c30),
		theme.ColorNameOverlayBackground:   rgb(0x1d2427),
		theme.ColorNameHeaderBackground:    rgb(0x0f1315),
		theme.ColorNameSeparator:           rgb(0x2e373b),
		theme.ColorNameScrollBar:           rgba(0xffffff, 0x55),
		theme.ColorNameShadow:              rgba(0x000000, 0x66),
		theme.ColorNameError:               rgb(0xff9d8f),
		theme.ColorNameForegroundOnError:   rgb(0x2b0a05),
		theme.ColorNameWarning:             rgb(0xf3b06b),
		theme.ColorNameForegroundOnWarning: rgb(0x2a1700),
		theme.ColorNameSuccess:             rgb(0x8fd0a0),
		theme.ColorNameForegroundOnSuccess: rgb(0x0a2413),

		"severity-critical": rgb(0xffa0b4), "tint-critical": rgb(0x45202b),
		"severity-high": rgb(0xe89a3c), "tint-high": rgb(0x422c17),
		"severity-medium": rgb(0xe6d06b), "tint-medium": rgb(0x393316),
		"severity-low": rgb(0x93c2f4), "tint-low": rgb(0x1e3349),
		"severity-info": rgb(0xa5b0b4), "tint-info": rgb(0x2b3337),
	}
}

func rgb(hex uint32) color.NRGBA { return rgba(hex, 0xff) }

func rgba(hex uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: alpha}
}
