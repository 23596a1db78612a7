package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"footprint/internal/audit"
	"footprint/internal/crawl/letter"

	"github.com/spf13/cobra"
)

// letterOptions are the flags of letter.
type letterOptions struct {
	template, to, on string
	fill             []string
	sent, json       bool
	answer           string
}

func letterCommand(a *app) *cobra.Command {
	var o letterOptions
	c := &cobra.Command{
		Use:   "letter [RESULT-ID]",
		Short: "Write a letter that asks for removal, and keep the day to chase it",
		Long: `Letter fills in a request about a search result: to the owner of the site, a platform, a data broker, a search
engine, the Internet Archive, or under the law of your country. It sends nothing; what it does not know stands in
brackets. Say --sent when you have sent it, and it tells you the day to chase it. Nothing here is legal advice.

Without an id it lists the letters you sent. With an id and without --as it lists the letters that suit the page.`,
		Example: "  footprint letter k7m2\n  footprint letter k7m2 --as site-owner --fill shown='an old photo' --fill ask='take out my name'\n" +
			"  footprint letter k7m2 --as site-owner --sent\n  footprint letter --answer 3=removed",
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.with(c.Context(), func(au *audit.Auditor) error { return a.letter(c.Context(), au, &o, args) })
		},
	}
	f := c.Flags()
	f.StringVar(&o.template, "as", "", "the `letter` to write")
	f.StringArrayVar(&o.fill, "fill", nil, "fill in `key=words`; may be given again")
	f.BoolVar(&o.sent, "sent", false, "record that it was sent")
	f.StringVar(&o.on, "on", "", "with --sent: the `day` it was sent, as 2026-03-14 (default: today)")
	f.StringVar(&o.to, "to", "", "with --sent: the `recipient` (default: the site)")
	f.StringVar(&o.answer, "answer", "", "record what came of a letter: `number=outcome`, one of "+strings.Join(audit.Outcomes, ", "))
	f.BoolVar(&o.json, "json", false, "print JSON")
	return c
}

func (a *app) letter(ctx context.Context, au *audit.Auditor, o *letterOptions, args []string) error {
	if o.answer != "" {
		return a.answerLetter(ctx, au, o.answer)
	}
	item := ""
	if len(args) == 1 {
		ids, err := au.ResolveResults(ctx, args[0])
		if err != nil {
			return err
		}
		item = ids[0]
	}
	switch {
	case o.sent && o.template == "":
		return usagef("say which letter was sent with --as")
	case o.sent:
		return a.sentLetter(ctx, au, o, item)
	case o.template != "":
		return a.writeLetter(ctx, au, o, item)
	case item != "":
		return a.listLetters(ctx, au, o, item)
	}
	return a.listRequests(ctx, au, o)
}

func (a *app) answerLetter(ctx context.Context, au *audit.Auditor, pair string) error {
	number, outcome, _ := strings.Cut(pair, "=")
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil {
		return usagef("letter --answer %q: want number=outcome", pair)
	}
	if err := au.AnswerLetter(ctx, id, outcome); err != nil {
		return usageError{err}
	}
	fmt.Fprintln(a.out, "Recorded.")
	return nil
}

func (a *app) sentLetter(ctx context.Context, au *audit.Auditor, o *letterOptions, item string) error {
	var sent time.Time
	if o.on != "" {
		var err error
		if sent, err = time.Parse(time.DateOnly, o.on); err != nil {
			return usagef("letter --on %q: want a day as 2026-03-14", o.on)
		}
	}
	r, err := au.SentLetter(ctx, o.template, item, o.to, sent)
	if err != nil {
		return err
	}
	if o.json {
		return a.printJSON(r)
	}
	fmt.Fprintf(a.out, "Letter %d: chase it on %s. Then: %s\n", r.ID, day(r.Due), r.Next)
	return nil
}

func (a *app) writeLetter(ctx context.Context, au *audit.Auditor, o *letterOptions, item string) error {
	typed := letter.Fields{}
	for _, pair := range o.fill {
		key, words, ok := strings.Cut(pair, "=")
		if !ok {
			return usagef("letter --fill %q: want key=words", pair)
		}
		typed[key] = words
	}
	d, err := au.WriteLetter(ctx, o.template, item, typed)
	if err != nil {
		return err
	}
	if o.json {
		return a.printJSON(d)
	}
	if to := join(", ", d.Where, d.Mail); to != "" {
		fmt.Fprintf(a.out, "To: %s\n", to)
	}
	fmt.Fprintf(a.out, "Subject: %s\n\n%s\n", clean(d.Subject), cleanLines(d.Text))
	fmt.Fprintf(a.err, "%s\n", d.Limits)
	if len(d.Missing) > 0 {
		fmt.Fprintf(a.err, "Still open: %s. Fill them in with --fill %s=...\n", strings.Join(d.Missing, ", "), d.Missing[0])
	}
	return nil
}

func (a *app) listLetters(ctx context.Context, au *audit.Auditor, o *letterOptions, item string) error {
	list, err := au.LettersFor(ctx, item)
	if err != nil {
		return err
	}
	if o.json {
		return a.printJSON(list)
	}
	for _, l := range list {
		fmt.Fprintf(a.out, "%-16s %s\n                 %s\n", l.ID, l.Title, l.Limits)
	}
	return nil
}

func (a *app) listRequests(ctx context.Context, au *audit.Auditor, o *letterOptions) error {
	list, err := au.LetterRequests(ctx)
	if err != nil {
		return err
	}
	if o.json {
		return a.printJSON(list)
	}
	if len(list) == 0 {
		fmt.Fprintln(a.out, "No letters were sent. Begin with: footprint letter RESULT-ID")
	}
	for _, r := range list {
		state := "chase it on " + day(r.Due)
		switch {
		case r.Outcome != "":
			state = r.Outcome + " on " + day(r.Answered)
		case r.Late:
			state = "no answer by " + day(r.Due) + ". " + r.Next
		}
		fmt.Fprintf(a.out, "%d  %s to %s, sent %s: %s\n    %s\n", r.ID, r.Title, clean(r.Recipient), day(r.Sent), state, clean(r.URL))
	}
	return nil
}
