package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/audit/outside"
	"footprint/internal/crawl"
	"footprint/internal/footprint"
)

// searchBreaches asks what is known of the user's own addresses.
func (a *app) searchBreaches(ctx context.Context, au *audit.Auditor, o *searchOptions) error {
	addresses, err := au.OwnAddresses(ctx)
	if err != nil {
		return err
	}
	if len(addresses) == 0 {
		return usagef("no e-mail addresses of yours are known: footprint profile set emails=NAME@HOST,NAME@HOST")
	}
	key, _, err := crawl.Key(crawl.BreachService)
	if err != nil {
		return err
	}
	note := "Gravatar sees the hash of each address."
	if key != "" {
		note = "Have I Been Pwned sees each address. " + note
	} else {
		fmt.Fprintln(a.err, "There is no key for Have I Been Pwned (footprint keys set hibp), so that only Gravatar is asked.")
	}
	fmt.Fprintf(a.err, "Asked for: %s\n", clean(strings.Join(addresses, ", ")))
	if err := a.confirm(note+" Go on only if these addresses are your own.", o.yes); err != nil {
		return err
	}
	var run outside.BreachRun
	failed := a.watch(func(p *footprint.Progress) (err error) {
		if run, err = au.CheckBreaches(ctx, crawl.New(ctx, a.online()), outside.BreachOptions{Key: key, Gravatar: true, Endpoints: a.breach}, p); err == nil {
			_, err = au.Analyze(ctx, p)
		}
		return err
	})
	if o.json {
		if err := a.printJSON(run); err != nil {
			return err
		}
		return failed
	}
	for _, found := range run.Addresses {
		a.printAddress(found, key != "")
	}
	fmt.Fprintf(a.out, "%s\n%s\n", run.Hidden, run.Credit)
	return failed
}

func (a *app) printAddress(found outside.AddressBreaches, asked bool) {
	if asked {
		fmt.Fprintf(a.out, "%s: breaches %d, pastes %d\n", clean(found.Address), len(found.Breaches), len(found.Pastes))
	}
	for _, b := range found.Breaches {
		fmt.Fprintf(a.out, "  %s %s: %s\n", day(b.Date), clean(b.Title), clean(strings.Join(b.Data, ", ")))
		for _, step := range b.Steps {
			fmt.Fprintf(a.out, "    %s\n", clean(step))
		}
	}
	for _, p := range found.Pastes {
		fmt.Fprintf(a.out, "  %s paste on %s: %s\n", day(p.Date), clean(p.Source), clean(p.Title))
	}
	switch v := found.Avatar; {
	case v == nil:
	case v.URL != "":
		fmt.Fprintf(a.out, "  Gravatar shows %s: %s\n    Hide it at gravatar.com/profile/privacy.\n", clean(join(", ", v.Name, v.About)), clean(v.URL))
	case v.Picture:
		fmt.Fprintln(a.out, "  Gravatar shows a picture beside every comment made with this address. Remove it at gravatar.com.")
	default:
		fmt.Fprintln(a.out, "  Gravatar knows nothing.")
	}
}

// checkPassword reads one password and asks whether it was stolen.
func (a *app) checkPassword(ctx context.Context, au *audit.Auditor, o *searchOptions) error {
	if err := a.confirm("The first five of forty digits of the password's hash go to pwnedpasswords.com, which hundreds of passwords share. The password stays here and is not stored.", o.yes); err != nil {
		return err
	}
	fmt.Fprint(a.err, "Password (it is shown as you type; better: footprint search --password --yes < FILE): ")
	line, err := bufio.NewReader(io.LimitReader(a.in, 4096)).ReadBytes('\n')
	fmt.Fprintln(a.err)
	secret := bytes.TrimRight(line, "\r\n")
	if len(secret) == 0 {
		if err != nil && err != io.EOF {
			return err
		}
		return usagef("no password was given")
	}
	times, err := au.CheckPassword(crawl.New(ctx, a.online()), secret, a.breach)
	if err != nil {
		return err
	}
	if times == 0 {
		fmt.Fprintln(a.out, "Not among the stolen passwords that are known.")
		return nil
	}
	fmt.Fprintf(a.out, "Stolen: it stands %d times among stolen passwords. Change it wherever you use it.\n", times)
	return nil
}
