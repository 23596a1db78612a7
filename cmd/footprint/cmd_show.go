package main

import (
	"fmt"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/crawl/removal"
	"footprint/internal/footprint"

	"github.com/spf13/cobra"
)

func showCommand(a *app) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "show ID",
		Short:   "Show one row of the checklist with everything about it",
		Long:    "Show prints the item, why it was raised, the guidance behind it, what to do, and your decisions. A few first letters of the id are enough.",
		Example: "  footprint show k7m2\n  footprint show k7m2 --json",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.with(c.Context(), func(au *audit.Auditor) error {
				v, err := au.Task(c.Context(), args[0])
				if err != nil {
					return err
				}
				if asJSON {
					return a.printJSON(v)
				}
				a.printTask(v)
				return nil
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (a *app) printTask(v audit.TaskView) {
	w := a.out
	fmt.Fprintf(w, "%s\n%s, %s, %s (%s)\n\n", v.Title, v.Severity, v.Confidence, v.Status, v.ID)
	if it := v.Content; it != nil {
		fmt.Fprintf(w, "%s\n", clean(join(", ", it.Platform, string(it.Kind), day(it.Created), string(it.Visibility), it.Container, it.URL)))
		for _, text := range []string{it.Title, it.Snippet, it.Text, it.SharedText, it.OCR} {
			if text != "" {
				fmt.Fprintf(w, "  %s\n", strings.ReplaceAll(cleanLines(text), "\n", "\n  "))
			}
		}
		fmt.Fprintln(w)
	}
	section := func(name, text string) {
		if text != "" {
			fmt.Fprintf(w, "%s: %s\n", name, cleanLines(text))
		}
	}
	section("Raised because", v.Why)
	section("It may be wrong", v.Doubt)
	section("What to do", v.Action)
	section("Why", v.Explanation)
	section("How", v.Step)
	section("Draft to adapt", v.Draft)
	a.printRoute(v.Removal)
	for _, g := range v.Guidance {
		fmt.Fprintf(w, "Guidance %s: %s, %s: %s\n", g.ID, g.Document, g.Section, g.Paraphrase)
	}
	for _, it := range v.Related {
		fmt.Fprintf(w, "Together with: %s\n", clean(join(", ", it.Platform, string(it.Kind), day(it.Created), firstWords(it))))
	}
	section("Note", v.Note)
	for _, l := range v.Looks {
		fmt.Fprintf(w, "%s: %s %s: %s\n", l.At.Format("2006-01-02 15:04"), l.Place, l.Presence, clean(l.Evidence))
	}
	for _, d := range v.History {
		undone := ""
		if d.Undone {
			undone = " (undone)"
		}
		fmt.Fprintf(w, "%s: %s to %s%s\n", d.At.Format("2006-01-02 15:04"), d.From, d.To, undone)
	}
}

// printRoute prints what can be done about a page of others.
func (a *app) printRoute(r *removal.Route) {
	if r == nil {
		return
	}
	w := a.out
	fmt.Fprintf(w, "\n%s (%s), at best %s; checked %s:\n", r.Site, r.Kind, r.Effect, r.Checked)
	for i, step := range r.Steps {
		fmt.Fprintf(w, "  %d. %s\n", i+1, step)
	}
	if r.Link != "" {
		moved := ""
		if r.Moved {
			moved = " (may have moved)"
		}
		fmt.Fprintf(w, "  Open: %s%s\n", r.Link, moved)
	}
	if r.Mail != "" {
		fmt.Fprintf(w, "  Write to: %s\n", r.Mail)
	}
	if r.Caution != "" {
		fmt.Fprintf(w, "  Mind: %s\n", r.Caution)
	}
	if r.Draft != "" {
		fmt.Fprintf(w, "  Draft to adapt:\n    %s\n", strings.ReplaceAll(r.Draft, "\n", "\n    "))
	}
	fmt.Fprintln(w)
}

func firstWords(it footprint.Item) string {
	for _, s := range []string{it.Text, it.Title, it.Container} {
		if s != "" {
			if r := []rune(s); len(r) > 80 {
				return string(r[:80]) + "…"
			}
			return s
		}
	}
	return ""
}
