package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/report"

	"github.com/spf13/cobra"
)

// dueOptions are the flags of footprint due.
type dueOptions struct {
	set, done    []string
	asJSON, tell bool
	ics, watch   string
}

func dueCommand(a *app) *cobra.Command {
	var o dueOptions
	c := &cobra.Command{
		Use:   "due",
		Short: "List what to look at again, and when",
		Long: `Due lists the reviews that guidance asks for from time to time, the rows of the checklist that were put off,
the letters without an answer, and new exports in a folder you choose with --watch.
Intervals: search 90d, settings 3mo, advertising 6mo, policies 12mo, old-posts 5y, unless --set changes them.

With --notify it prints only what is due now, and shows it as a notification of the desktop; footprint schedule has
the system run that every day. A calendar file names topics and ids, no words of yours.`,
		Example: "  footprint due\n  footprint due --set search=60d --set advertising=off\n  footprint due --done settings\n  footprint due --ics footprint.ics\n  footprint due --watch ~/Downloads",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.with(c.Context(), func(au *audit.Auditor) error { return a.due(c.Context(), au, &o) })
		},
	}
	f := c.Flags()
	f.BoolVar(&o.asJSON, "json", false, "print JSON")
	f.StringArrayVar(&o.set, "set", nil, "change an interval: `topic=interval`, as 60d, 2w, 3mo, 5y or off; may be given again")
	f.StringArrayVar(&o.done, "done", nil, "record that a `topic` was looked at today; may be given again")
	f.BoolVar(&o.tell, "notify", false, "say only what is due now, on the desktop too")
	f.StringVar(&o.watch, "watch", "", "look for new exports in a `folder`, or off")
	f.StringVar(&o.ics, "ics", "", "write a calendar `file`")
	return c
}

// record records what the flags say was decided or done.
func (o *dueOptions) record(ctx context.Context, au *audit.Auditor) error {
	for _, pair := range o.set {
		topic, every, ok := strings.Cut(pair, "=")
		if !ok {
			return usagef("due --set %q: want topic=interval", pair)
		}
		if err := au.ReviewEvery(ctx, topic, every); err != nil {
			return usageError{err}
		}
	}
	for _, topic := range o.done {
		if err := au.ReviewDone(ctx, topic); err != nil {
			return usageError{err}
		}
	}
	switch o.watch {
	case "":
		return nil
	case "off":
		return au.SetWatchFolder(ctx, "")
	default:
		return au.SetWatchFolder(ctx, o.watch)
	}
}

func (a *app) due(ctx context.Context, au *audit.Auditor, o *dueOptions) error {
	if err := o.record(ctx, au); err != nil {
		return err
	}
	list, err := au.Due(ctx)
	if err != nil {
		return err
	}
	if o.ics != "" {
		if err := a.writeCalendar(o.ics, list); err != nil {
			return err
		}
	}
	if o.tell {
		if list = slices.DeleteFunc(list, func(d audit.Due) bool { return !d.Now }); len(list) > 0 {
			notify(ctx, "Footprint", fmt.Sprintf("%d %s to look at: %s", len(list), plural(len(list), "thing"), list[0].Title))
		}
	}
	if o.asJSON {
		return a.printJSON(list)
	}
	for _, d := range list {
		mark := "  "
		if d.Now {
			mark = "! "
		}
		fmt.Fprintf(a.out, "%s%s  %s (%s)\n", mark, day(d.Due), d.Title, background(d))
	}
	return nil
}

// background says where a row comes from and since when.
func background(d audit.Due) string {
	switch {
	case d.Path != "":
		return "footprint audit " + clean(d.Path)
	case d.Task != "":
		return fmt.Sprintf("put off, %.8s", d.Task)
	case d.Letter != 0:
		return fmt.Sprintf("letter %d, sent %s", d.Letter, day(d.Last))
	case !d.Last.IsZero():
		return fmt.Sprintf("%s, every %s, last %s", d.Topic, d.Every, day(d.Last))
	default:
		return fmt.Sprintf("%s, every %s, not yet done", d.Topic, d.Every)
	}
}

func (a *app) writeCalendar(file string, list []audit.Due) (err error) {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return report.WriteCalendar(f, audit.Calendar(list), a.clock())
}
