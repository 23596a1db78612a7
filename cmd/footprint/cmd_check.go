package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"footprint/internal/analyze"
	"footprint/internal/audit"
	"footprint/internal/audit/drafts"
	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"

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
