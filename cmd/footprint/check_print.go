package main

import (
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"footprint/assets"
	"footprint/internal/audit"
	"footprint/internal/audit/drafts"
	"footprint/internal/footprint"
	"footprint/internal/gui/view"
)

func (a *app) printPhotoDraft(words string, d *audit.PhotoDraft) {
	for _, line := range d.Hidden() {
		fmt.Fprintf(a.out, "In the file  %s\n", clean(strings.ReplaceAll(line, "\n", " / ")))
	}
	if n := len(d.Sight.Faces); n > 0 {
		fmt.Fprintf(a.out, "Seen         faces: %d\n", n)
	}
	if text := d.Sight.Text(); text != "" {
		fmt.Fprintf(a.out, "Seen         text: %s\n", clean(strings.ReplaceAll(text, "\n", " / ")))
	}
	if !d.Sight.Read && d.Image != nil {
		fmt.Fprintln(a.out, "Text was not read: install Tesseract (Debian and Ubuntu: apt install tesseract-ocr).")
	}
	a.printDraft(words, d.Draft)
	if !d.Strip && !d.BlurFaces && !d.BlurText {
		return
	}
	do := "footprint strip '" + d.Path + "' -o clean"
	switch {
	case d.BlurFaces && d.BlurText:
		do += " --blur"
	case d.BlurFaces:
		do += " --blur-faces"
	case d.BlurText:
		do += " --blur-text"
	}
	fmt.Fprintln(a.out, "Before posting: "+clean(do))
}

func (a *app) printDraft(text string, d drafts.Draft) {
	runes := []rune(text)
	if d.Unsupported {
		fmt.Fprintln(a.out, "Not judged, or not wholly: the text is in a language the rules do not cover.")
	} else if len(d.Findings) == 0 {
		fmt.Fprintln(a.out, "Nothing raised. Rules miss things; read it once more as a patient would.")
	}
	if d.Spared != "" {
		fmt.Fprintf(a.out, "Not taken for a story about a patient of yours: it reads like %s.\n", d.Spared)
	}
	for _, f := range d.Findings {
		fmt.Fprintf(a.out, "%-8s  %-8s  %s\n          %s\n", f.Severity, f.Confidence, f.Rule, f.Why)
		for i, s := range f.Spans {
			if (s.Field == "" || s.Field == "text") && !shownInside(f.Spans, i) {
				fmt.Fprintf(a.out, "          %s: “%s”\n", fact(s.Type), clean(strings.Join(strings.Fields(string(runes[s.Start:s.End])), " ")))
			}
		}
		if f.Doubt != "" {
			fmt.Fprintf(a.out, "          It may be wrong: %s\n", f.Doubt)
		}
		if f.Advice != "" {
			fmt.Fprintf(a.out, "          %s\n", f.Advice)
		}
	}
	if len(d.Better) > 0 {
		fmt.Fprintf(a.out, "Better    %s\n", strings.ReplaceAll(cleanLines(d.Better[0].Text), "\n", "\n          "))
	}
}

// factWords is the wording of the window, which names kinds of facts.
var factWords = sync.OnceValues(func() (*view.Words, error) {
	dir, err := fs.Sub(assets.Window, "locale")
	if err != nil {
		return nil, err
	}
	return view.LoadWords(dir, view.BaseLanguage)
})

// fact names a kind of fact as the window does.
func fact(kind string) string {
	w, err := factWords()
	switch {
	case kind == footprint.SpanTerm:
		return "words"
	case err != nil:
		return kind
	}
	return w.Or("fact."+kind, kind)
}

// shownInside reports whether a span lies inside another, of two alike the first counts.
func shownInside(spans []footprint.Span, i int) bool {
	s := spans[i]
	for j, o := range spans {
		if j != i && o.Field == s.Field && o.Start <= s.Start && s.End <= o.End && (o.End-o.Start > s.End-s.Start || j < i) {
			return true
		}
	}
	return false
}
