package look

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"footprint/internal/footprint"
)

// wcag is the contrast ratio of WCAG 2.1.
func wcag(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	lin := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}

func severities() []footprint.Severity {
	return []footprint.Severity{footprint.SeverityInfo, footprint.SeverityLow, footprint.SeverityMedium,
		footprint.SeverityHigh, footprint.SeverityCritical}
}

func TestWordsHaveContrast(t *testing.T) {
	type pair struct{ word, ground fyne.ThemeColorName }
	var pairs []pair
	for _, ground := range []fyne.ThemeColorName{theme.ColorNameBackground, Surface, Rail, AccentSoft, theme.ColorNameSelection} {
		for _, word := range []fyne.ThemeColorName{theme.ColorNameForeground, Muted, theme.ColorNamePrimary, theme.ColorNameHyperlink,
			theme.ColorNameError, theme.ColorNameSuccess, theme.ColorNameWarning} {
			pairs = append(pairs, pair{word, ground})
		}
		for _, s := range severities() {
			pairs = append(pairs, pair{SeverityColor(s), ground})
		}
	}
	for _, s := range severities() {
		pairs = append(pairs, pair{SeverityColor(s), SeverityTint(s)}, pair{theme.ColorNameForeground, SeverityTint(s)})
	}
	pairs = append(pairs,
		pair{theme.ColorNamePlaceHolder, theme.ColorNameInputBackground},
		pair{theme.ColorNameForeground, theme.ColorNameButton},
		pair{theme.ColorNameForegroundOnPrimary, theme.ColorNamePrimary},
		pair{theme.ColorNameForegroundOnError, theme.ColorNameError},
		pair{theme.ColorNameForegroundOnWarning, theme.ColorNameWarning},
		pair{theme.ColorNameForegroundOnSuccess, theme.ColorNameSuccess},
	)
	for name, v := range map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark} {
		th := New(System, 1)
		for _, ground := range []fyne.ThemeColorName{theme.ColorNameInputBackground, Surface} {
			if got := wcag(th.Color(theme.ColorNameInputBorder, v), th.Color(ground, v)); got < 3 {
				t.Errorf("%s: the edge of a field on %s has contrast %.2f, want 3", name, ground, got)
			}
		}
		for _, p := range pairs {
			if got := wcag(th.Color(p.word, v), th.Color(p.ground, v)); got < 4.5 {
				t.Errorf("%s: %s on %s has contrast %.2f, want 4.5", name, p.word, p.ground, got)
			}
		}
	}
}

// TestSeveritiesDifferWithoutHue simulates the three kinds of colour blindness (Machado 2009, full severity)
// and asks that neighbours still differ, beside their different shapes.
func TestSeveritiesDifferWithoutHue(t *testing.T) {
	kinds := map[string][9]float64{
		"protan": {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
		"deutan": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
		"tritan": {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
	}
	for variant, v := range map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark} {
		palette := colours(v)
		for kind, m := range kinds {
			seen := func(s footprint.Severity) [3]float64 {
				r, g, b, _ := palette[SeverityColor(s)].RGBA()
				x, y, z := float64(r)/257, float64(g)/257, float64(b)/257
				return [3]float64{m[0]*x + m[1]*y + m[2]*z, m[3]*x + m[4]*y + m[5]*z, m[6]*x + m[7]*y + m[8]*z}
			}
			for s := footprint.SeverityLow; s <= footprint.SeverityCritical; s++ {
				a, b := seen(s), seen(s-1)
				if d := math.Hypot(math.Hypot(a[0]-b[0], a[1]-b[1]), a[2]-b[2]); d < 20 {
					t.Errorf("%s, %s: %s and %s are %.0f apart, want 20", variant, kind, s, s-1, d)
				}
			}
		}
	}
}

func TestDrawingsAreEmbedded(t *testing.T) {
	broken := theme.BrokenImageIcon().Name()
	if Footprint().Name() == broken || WindowIcon().Name() == broken {
		t.Error("no app icon")
	}
	for _, s := range severities() {
		if drawing("severity-"+s.String()+".svg").Name() == broken {
			t.Errorf("%s has no sign", s)
		}
	}
}

func TestScaleIsBounded(t *testing.T) {
	for in, want := range map[float32]float32{0: 14, 1: 14, 1.5: 21, 2: 28, 9: 28} {
		if got := New(Light, in).Size(theme.SizeNameText); got != want {
			t.Errorf("scale %v: text size %v, want %v", in, got, want)
		}
	}
}
