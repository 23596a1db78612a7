package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"

	"footprint/assets"
	"footprint/internal/analyze"
	"footprint/internal/audit"
	"footprint/internal/audit/drafts"
	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
	"footprint/internal/gui/view"

	"github.com/spf13/cobra"
)

// maxDraft bounds a draft on standard input, in bytes.
const maxDraft = 16 << 20

// checkOptions are the flags of footprint check.
type checkOptions struct {
	asJSON, lines bool
	with          string
	fail          failOn
}

func checkCommand(a *app) *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "check [TEXT | PHOTO | -]",
		Short: "Judge a draft before posting it",
		Long: `Check judges a text as a post of your own, by your profile if there is one. Nothing is stored.

A picture is looked at as well: what its file says (place, time, owner, device), the text that can be read in it and
the faces, and what to do about them. --with gives the words meant to go with it.

With --jsonl, standard input holds one JSON object a line: {"id","text"}, any other fields of an item, and an
optional "me". Standard output gets one line each, in order. Spans count Unicode code points of the text.`,
		Example: "  footprint check 'Crazy night on ward 3'\n  footprint check - < draft.txt\n  footprint check ward.jpg --with 'Nights are done'\n  footprint check --jsonl < drafts.jsonl > judged.jsonl",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if _, _, err := o.fail.severity(); err != nil {
				return err
			}
			rules, err := a.loadRules()
			switch {
			case err != nil:
				return err
			case o.lines && len(args) > 0:
				return usagef("check --jsonl reads standard input: footprint check --jsonl < FILE")
			case o.lines:
				return drafts.CheckLines(c.Context(), rules, a.in, a.out, a.clock())
			case len(args) == 0:
				return usagef("check: give a text, or - to read it from standard input")
			}
			me, err := a.profileIfAny(c)
			if err != nil {
				return err
			}
			photo, err := isPhoto(args[0])
			switch {
			case err != nil:
				return err
			case photo:
				return a.checkPhoto(c.Context(), rules, args[0], &me, &o)
			}
			return a.checkText(c.Context(), rules, args[0], &me, &o)
		},
	}
	c.Flags().BoolVar(&o.asJSON, "json", false, "print JSON")
	c.Flags().StringVar(&o.with, "with", "", "`words` meant to go with a picture")
	c.Flags().BoolVar(&o.lines, "jsonl", false, "judge JSON lines from standard input")
	o.fail.add(c)
	return c
}

// isPhoto tells a picture from a text. The name of another file, or of a picture that is not there, is neither: judged as a
// text it would look harmless.
func isPhoto(arg string) (bool, error) {
	if pictures.IsPicture(arg) {
		return true, nil
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.Mode().IsRegular():
		return false, usagef("%s is a file, and no picture; its text is judged by footprint check - < FILE", arg)
	case err != nil && pictures.IsPictureName(arg) && !strings.ContainsAny(arg, " \n"):
		return false, err
	}
	return false, nil
}

// checkText judges a text, that on standard input for "-", and offers the edit that settles it.
func (a *app) checkText(ctx context.Context, rules *analyze.RuleSet, text string, me *footprint.Person, o *checkOptions) error {
	if text == "-" {
		b, err := io.ReadAll(io.LimitReader(a.in, maxDraft+1))
		if err != nil {
			return err
		}
		if len(b) > maxDraft {
			return fmt.Errorf("read draft: %w", footprint.ErrTooLarge)
		}
		text = strings.TrimRight(string(b), "\r\n") // which ends what was piped in, and is no part of a post
	}
	d := drafts.Check(rules, &footprint.Item{Text: text}, me, a.clock())
	better, err := drafts.Reword(ctx, rules, footprint.Item{Text: text}, me, a.clock())
	if err != nil {
		return err
	}
	d.Offer(better)
	return a.answer(o, d, d.Findings, func() { a.printDraft(text, d) })
}

// checkPhoto judges a picture before it is posted.
func (a *app) checkPhoto(ctx context.Context, rules *analyze.RuleSet, file string, me *footprint.Person, o *checkOptions) error {
	d, err := audit.CheckPhoto(ctx, rules, file, o.with, me, a.clock())
	if err != nil {
		return err
	}
	return a.answer(o, d, d.Findings, func() { a.printPhotoDraft(o.with, &d) })
}

// answer writes a judgement as JSON or by print, and fails as --fail-on says.
func (a *app) answer(o *checkOptions, judged any, findings []drafts.Finding, print func()) error {
	if !o.asJSON {
		print()
	} else if err := a.printJSON(judged); err != nil {
		return err
	}
	var found []footprint.Severity
	for _, f := range findings {
		found = append(found, f.Severity)
	}
	return o.fail.check(found)
}

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

// profileIfAny is the stored profile, or nobody when there is no database yet or another instance has it.
func (a *app) profileIfAny(c *cobra.Command) (me footprint.Person, err error) {
	path := a.path
	if path == "" {
		if path, err = audit.DefaultPath(); err != nil {
			return me, nil
		}
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return me, nil
	}
	err = a.with(c.Context(), func(au *audit.Auditor) error {
		me, err = au.Profile(c.Context())
		return err
	})
	if errors.Is(err, footprint.ErrBusy) {
		err = nil
	}
	return me, err
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
