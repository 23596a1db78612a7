// Package part holds the widgets that Fyne lacks and the screens share: words in their ranks, cards, signs
// of severity, the row of a task, charts, and panes that adapt to the width.
//
// A part knows how to look and nothing of where its values come from.
package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/footprint"
	"footprint/internal/gui/look"
	"footprint/internal/gui/view"
)

// Words are text in one rank. The zero rank is plain text.
type Words struct {
	Color  fyne.ThemeColorName
	Size   fyne.ThemeSizeName
	Style  fyne.TextStyle
	Align  fyne.TextAlign
	OneRow bool // cut with an ellipsis instead of wrapping
}

// Ranks of words.
var (
	headingRank = Words{Size: theme.SizeNameHeadingText, Style: fyne.TextStyle{Bold: true}}
	titleRank   = Words{Size: theme.SizeNameSubHeadingText, Style: fyne.TextStyle{Bold: true}}
	strongRank  = Words{Style: fyne.TextStyle{Bold: true}}
	mutedRank   = Words{Color: look.Muted}
	captionRank = Words{Color: look.Muted, Size: theme.SizeNameCaptionText}
)

// New makes the text.
func (w Words) New(text string) *widget.RichText {
	r := widget.NewRichText(&widget.TextSegment{Text: text, Style: w.style()})
	r.Wrapping = fyne.TextWrapWord
	if w.OneRow {
		r.Wrapping, r.Truncation = fyne.TextWrapOff, fyne.TextTruncateEllipsis
	}
	return r
}

// Line makes text that keeps to one line however long, for places as wide as their words.
func (w Words) Line(text string) *widget.RichText {
	r := w.New(text)
	r.Wrapping = fyne.TextWrapOff
	return r
}

// Label names a field of a form.
func Label(text string) *widget.RichText { return mutedRank.Line(text) }

func (w Words) style() widget.RichTextStyle {
	if w.Color == "" {
		w.Color = theme.ColorNameForeground
	}
	if w.Size == "" {
		w.Size = theme.SizeNameText
	}
	return widget.RichTextStyle{ColorName: w.Color, SizeName: w.Size, TextStyle: w.Style, Alignment: w.Align}
}

// Set changes the words of a text made by Words.New.
func Set(r *widget.RichText, text string) {
	s := r.Segments[0].(*widget.TextSegment)
	if s.Text != text {
		s.Text = text
		r.Refresh()
	}
}

// Heading is the title of a screen.
func Heading(text string) *widget.RichText { return headingRank.New(text) }

// HeadingLine is the title of a screen that shares its line with something else.
func HeadingLine(text string) *widget.RichText { return headingRank.Line(text) }

// Title is the title of a section.
func Title(text string) *widget.RichText { return titleRank.New(text) }

// Strong is a plain line in bold.
func Strong(text string) *widget.RichText { return strongRank.New(text) }

// Plain is running text.
func Plain(text string) *widget.RichText { return Words{}.New(text) }

// Muted is text of second rank.
func Muted(text string) *widget.RichText { return mutedRank.New(text) }

// Caption is small text of second rank.
func Caption(text string) *widget.RichText { return captionRank.New(text) }

// Excerpt shows passages with the evidence bold, underlined and in the severity's colour: three signs, so
// that none depends on colour.
func Excerpt(words []view.Passage, s footprint.Severity) *widget.RichText {
	r := widget.NewRichText()
	r.Wrapping = fyne.TextWrapWord
	setExcerpt(r, words, s)
	return r
}

// setExcerpt changes the passages of an excerpt.
func setExcerpt(r *widget.RichText, words []view.Passage, s footprint.Severity) {
	r.Segments = r.Segments[:0]
	for _, p := range words {
		style := widget.RichTextStyle{Inline: true, ColorName: theme.ColorNameForeground, SizeName: theme.SizeNameText}
		if p.Marked {
			style.ColorName = look.SeverityColor(s)
			style.TextStyle = look.Evidence
		}
		r.Segments = append(r.Segments, &widget.TextSegment{Text: p.Text, Style: style})
	}
	r.Refresh()
}
