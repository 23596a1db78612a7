package main

import (
	"fmt"
	"time"

	"footprint/internal/audit"
	"footprint/internal/footprint"

	"github.com/spf13/cobra"
)

// decision is one of the commands that give tasks a status.
type decision struct {
	use, short, example string
	status              footprint.Status
}

func doneCommand(a *app) *cobra.Command {
	return a.decide(decision{"done ID...", "Tick rows off: dealt with on the platform", "  footprint done k7m2 9qx --note 'deleted, asked for consent'", footprint.StatusDone})
}

func keepCommand(a *app) *cobra.Command {
	return a.decide(decision{"keep ID...", "Keep items as they are, knowingly", "  footprint keep k7m2 --note 'written consent in the record'", footprint.StatusKept})
}

func snoozeCommand(a *app) *cobra.Command {
	return a.decide(decision{"snooze ID...", "Put rows off until a day", "  footprint snooze k7m2\n  footprint snooze k7m2 --until 6w", footprint.StatusSnoozed})
}

func reopenCommand(a *app) *cobra.Command {
	return a.decide(decision{"reopen ID...", "Open rows again", "  footprint reopen k7m2", footprint.StatusOpen})
}

// snoozeDays is for how long a row is put off unless --until says otherwise.
const snoozeDays = 7

func (a *app) decide(d decision) *cobra.Command {
	var note, until string
	c := &cobra.Command{
		Use: d.use, Short: d.short, Example: d.example,
		Long: d.short + ". A few first letters of an id are enough. `footprint undo` takes it back.",
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			end := a.clock().AddDate(0, 0, snoozeDays)
			if until != "" {
				t, err := dayAhead(until, a.clock())
				if err != nil {
					return err
				}
				end = t
			}
			return a.with(c.Context(), func(au *audit.Auditor) error {
				ids, err := au.Resolve(c.Context(), args...)
				if err != nil {
					return err
				}
				if err := au.SetStatus(c.Context(), ids, d.status, note, end); err != nil {
					return err
				}
				fmt.Fprintf(a.out, "%d %s: %s\n", len(ids), plural(len(ids), "row"), d.status)
				return nil
			})
		},
	}
	c.Flags().StringVar(&note, "note", "", "a `note` to yourself")
	if d.status == footprint.StatusSnoozed {
		c.Flags().StringVar(&until, "until", "", "`day` on which the row opens again, or in how long, as 6w (default: in a week)")
	}
	return c
}

func (a *app) clock() time.Time {
	if a.now != nil {
		return a.now()
	}
	return time.Now()
}

func undoCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "undo", Short: "Take back the last decision", Example: "  footprint undo", Args: cobra.NoArgs,
		Long: "Undo takes back the newest done, keep, snooze, reopen or dismiss that is not yet undone, for all rows it concerned.\n" +
			"An older answer of footprint dismiss is taken back with footprint dismiss --restore.",
		RunE: func(c *cobra.Command, _ []string) error {
			return a.with(c.Context(), func(au *audit.Auditor) error {
				n, err := au.Undo(c.Context())
				switch {
				case err != nil:
					return err
				case n == 0:
					fmt.Fprintln(a.out, "There is nothing to take back.")
				default:
					fmt.Fprintf(a.out, "%d %s as before\n", n, plural(n, "row"))
				}
				return nil
			})
		},
	}
}

func dismissCommand(a *app) *cobra.Command {
	var scope, note string
	var list, asJSON bool
	var restore int64
	c := &cobra.Command{
		Use:   "dismiss [ID...]",
		Short: "Call findings false alarms, and list or take back such answers",
		Long: `Dismiss hides a finding that is wrong: this one (--scope item), this rule on these words (--scope phrase), or
the whole rule (--scope rule). The answer counts in later audits too. --list shows all answers, --restore N takes
one back.`,
		Example: "  footprint dismiss k7m2\n  footprint dismiss k7m2 --scope phrase --note 'a band name'\n  footprint dismiss --list\n  footprint dismiss --restore 3",
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 && !list && restore == 0 {
				return usagef("dismiss: name an id, or ask for --list or --restore")
			}
			switch audit.Scope(scope) {
			case audit.ThisItem, audit.ThisPhrase, audit.ThisRule:
			default:
				return usagef("dismiss --scope %s: want item, phrase or rule", scope)
			}
			return a.with(c.Context(), func(au *audit.Auditor) error {
				if restore != 0 {
					err := au.RemoveFalseAlarm(c.Context(), restore)
					if err == nil {
						fmt.Fprintf(a.out, "answer %d taken back; what it hid is on the checklist again\n", restore)
					}
					return err
				}
				if list {
					return a.printFalseAlarms(c, au, asJSON)
				}
				ids, err := au.Resolve(c.Context(), args...)
				if err != nil {
					return err
				}
				if err := au.MarkFalseAlarms(c.Context(), ids, audit.Scope(scope), note); err != nil {
					return err
				}
				fmt.Fprintf(a.out, "%d %s dismissed; footprint undo takes that back, footprint dismiss --list shows all such answers\n", len(ids), plural(len(ids), "row"))
				return nil
			})
		},
	}
	c.Flags().StringVar(&scope, "scope", string(audit.ThisItem), "item, phrase or rule")
	c.Flags().StringVar(&note, "note", "", "a `note` to yourself")
	c.Flags().BoolVar(&list, "list", false, "list what was dismissed")
	c.Flags().BoolVar(&asJSON, "json", false, "with --list: print JSON")
	c.Flags().Int64Var(&restore, "restore", 0, "take back the answer with this `number`")
	return c
}

func (a *app) printFalseAlarms(c *cobra.Command, au *audit.Auditor, asJSON bool) error {
	all, err := au.FalseAlarms(c.Context())
	if err != nil || asJSON {
		if err == nil {
			err = a.printJSON(all)
		}
		return err
	}
	for _, f := range all {
		fmt.Fprintf(a.out, "%4d  %s  %-6s  %s\n", f.ID, day(f.Created), f.Scope, clean(join("  ", f.Title, f.Phrase, f.Note)))
	}
	return nil
}
