package audit

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"footprint/internal/audit/core"
	"footprint/internal/footprint"
)

const (
	excerptRunes = 160 // a line or two of a list
	excerptLead  = 40  // of them before the first mark
	mask         = "▮▮▮"
)

// masked are the facts hidden in excerpts: with one of them shown, a list of findings about patients would
// be a list of patients.
var masked = [...]string{
	"name", "phone", "email", "card", "bank", "national_id", "health_id", "passport", "licence", "address", "vehicle",
	"ip", "credential", "other_id", "place", "hospital", "date",
}

// excerpt cuts the item's words around the first mark, on one line. Facts about a patient are masked; so
// are secrets and numbers of any finding.
func excerpt(it *footprint.Item, f *footprint.Finding) string {
	return excerptHiding(it, f, maskedSpans)
}

// words is an excerpt that hides nothing.
func words(it *footprint.Item, f *footprint.Finding) string {
	return excerptHiding(it, f, func(string, *footprint.Finding, []footprint.Span) []footprint.Span { return nil })
}

// excerptHiding is an excerpt without the marks that hide chooses, ordered by start.
func excerptHiding(it *footprint.Item, f *footprint.Finding, hide func(string, *footprint.Finding, []footprint.Span) []footprint.Span) string {
	name := ""
	if len(f.Spans) > 0 {
		name = f.Spans[0].Field
	}
	text := core.Field(it, name)
	for _, other := range [...]string{it.Text, it.Title, it.SharedText, it.OCR, it.Container, it.Target} {
		if text == "" {
			text, name = other, "\x00" // no span refers to it
		}
	}
	var marks []footprint.Span
	for _, s := range f.Spans {
		if s.Field == name && s.Start >= 0 && s.Start < s.End && s.End <= len(text) {
			marks = append(marks, s)
		}
	}
	slices.SortFunc(marks, func(x, y footprint.Span) int { return cmp.Compare(x.Start, y.Start) })
	from := 0
	if len(marks) > 0 {
		from = backUp(text, marks[0].Start, excerptLead)
	}
	return cut(text, from, hide(text, f, marks))
}

// maskedSpans are the marks to hide, ordered by start. Of dates those with a number: "tonight" tells little.
func maskedSpans(text string, f *footprint.Finding, marks []footprint.Span) []footprint.Span {
	patient := f.Area == "confidentiality" || slices.Contains(f.Labels, "patient")
	return slices.DeleteFunc(marks, func(s footprint.Span) bool {
		at := slices.Index(masked[:], s.Type)
		secret := s.Type == "card" || s.Type == "bank" || s.Type == "credential" || strings.HasSuffix(s.Type, "_id")
		vague := s.Type == "date" && !strings.ContainsAny(text[s.Start:s.End], "0123456789")
		return at < 0 || vague || !patient && !secret
	})
}

// backUp returns a place up to n runes before at, at the beginning of a word if there is one.
func backUp(text string, at, n int) int {
	from := at
	for ; n > 0 && from > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	if from > 0 {
		if space := strings.IndexByte(text[from:at], ' '); space >= 0 {
			from += space + 1
		}
	}
	return from
}

// cut writes the text from a place on, with spans hidden, white space as single blanks, at most
// excerptRunes long.
func cut(text string, from int, hide []footprint.Span) string {
	var b strings.Builder
	if from > 0 {
		b.WriteString("… ")
	}
	blank := true
	runes := 0
	for i := from; i < len(text); {
		for len(hide) > 0 && hide[0].End <= i {
			hide = hide[1:]
		}
		if runes >= excerptRunes {
			b.WriteString("…")
			break
		}
		if len(hide) > 0 && hide[0].Start <= i {
			b.WriteString(mask)
			runes, blank, i = runes+utf8.RuneCountInString(mask), false, hide[0].End
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029' {
			if !blank {
				b.WriteByte(' ')
				runes++
			}
			blank = true
			continue
		}
		blank = false
		b.WriteRune(r)
		runes++
	}
	return strings.TrimRight(b.String(), " ")
}
