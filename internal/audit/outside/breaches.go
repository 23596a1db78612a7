package outside

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"footprint/internal/crawl"
	"footprint/internal/crawl/breach"
	"footprint/internal/crawl/serp"
	"footprint/internal/footprint"
)

// BreachRun is what the breach service and Gravatar know of the user's own addresses.
type BreachRun struct {
	Addresses []AddressBreaches `json:"addresses"`
	// Added counts breaches that were not known before; each becomes a row of the checklist.
	Added int `json:"added"`
	// Credit is owed wherever breaches are shown; Hidden says what the service keeps from programs.
	Credit string `json:"credit"`
	Hidden string `json:"hidden"`
}

// AddressBreaches is what is known of one address, which is shown masked.
type AddressBreaches struct {
	Address  string        `json:"address"`
	Breaches []BreachSteps `json:"breaches"`
	// Pastes are public texts that held it.
	Pastes []breach.Paste `json:"pastes"`
	// Avatar is what Gravatar shows to anybody who has the hash of the address; nil if it was not asked.
	Avatar *breach.Avatar `json:"avatar,omitempty"`
}

// BreachSteps is a breach with what to do about it.
type BreachSteps struct {
	breach.Breach
	Steps []string `json:"steps"`
}

// BreachOptions say whom to ask. Without a key Have I Been Pwned is not asked.
type BreachOptions struct {
	Key       string
	Gravatar  bool
	Endpoints breach.Endpoints // of tests
}

// OwnAddresses are the e-mail addresses of the profile, masked, as CheckBreaches would ask for them.
func (a *Agent) OwnAddresses(ctx context.Context) ([]string, error) {
	me, err := a.Profile(ctx)
	if err != nil {
		return nil, err
	}
	var masked []string
	for _, address := range me.Emails {
		masked = append(masked, breach.Mask(address))
	}
	return masked, nil
}

// CheckBreaches asks for the e-mail addresses of the profile, and only for those, with the crawler the caller
// made for this run. What was found before an error is kept. Addresses are stored masked.
func (a *Agent) CheckBreaches(ctx context.Context, web breach.Asker, o BreachOptions, p *footprint.Progress) (BreachRun, error) {
	run := BreachRun{Addresses: []AddressBreaches{}, Credit: breach.Credit, Hidden: breach.Hidden}
	if err := a.NeedConsent(ctx); err != nil {
		return run, err
	}
	me, err := a.Profile(ctx)
	if err != nil {
		return run, err
	}
	p.Start("ask for addresses", int64(len(me.Emails)))
	var items []footprint.Item
	var avatars SearchRun
	var failed error
	for _, address := range me.Emails {
		found, err := a.checkAddress(web, o, address)
		if failed = err; failed != nil {
			break
		}
		run.Addresses = append(run.Addresses, found)
		items = append(items, a.breachItems(found)...)
		if v := found.Avatar; v != nil && v.URL != "" {
			avatars.Pages = append(avatars.Pages, a.avatarPage(found))
		}
		p.Add(1)
	}
	put, _, err := a.putFound(context.WithoutCancel(ctx), "breaches", items)
	run.Added = put.Added
	if err == nil && len(avatars.Pages) > 0 {
		err = a.takeIn(context.WithoutCancel(ctx), &avatars, "profiles", "json")
	}
	return run, errors.Join(failed, err)
}

func (a *Agent) checkAddress(web breach.Asker, o BreachOptions, address string) (AddressBreaches, error) {
	found := AddressBreaches{Address: breach.Mask(address), Breaches: []BreachSteps{}, Pastes: []breach.Paste{}}
	if o.Key != "" {
		account, err := breach.Look(web, o.Endpoints, o.Key, address)
		if err != nil {
			return found, explained(err)
		}
		for _, b := range account.Breaches {
			found.Breaches = append(found.Breaches, BreachSteps{b, b.Steps()})
		}
		found.Pastes = account.Pastes
	}
	if o.Gravatar {
		v, err := breach.LookGravatar(web, o.Endpoints, address)
		if err != nil {
			return found, explained(err)
		}
		found.Avatar = &v
	}
	return found, nil
}

// explained gives an error of the breach services the meaning that Explain knows.
func explained(err error) error {
	for from, to := range map[error]error{breach.ErrKey: crawl.ErrKey, breach.ErrBusy: crawl.ErrQuota, breach.ErrRefused: crawl.ErrFailed} {
		if errors.Is(err, from) {
			return fmt.Errorf("%w: %w", to, err)
		}
	}
	return err
}

// breachItems makes breaches and pastes items, without the address itself.
func (a *Agent) breachItems(found AddressBreaches) []footprint.Item {
	var items []footprint.Item
	add := func(name, title string, at time.Time, details map[string]string) {
		it := footprint.Item{Platform: WebPlatform, Kind: footprint.KindBreach, NativeID: name + " " + found.Address, Account: found.Address, Author: "other",
			Visibility: footprint.VisibilityPrivate, AboutMe: footprint.Yes, Title: title, Created: at, FoundOn: a.Now().UTC().Truncate(time.Millisecond),
			Origin: footprint.Origin{File: "Have I Been Pwned"}, Details: details}
		it.SetID()
		items = append(items, it)
	}
	for _, b := range found.Breaches {
		add(b.Name, b.Title, b.Date, map[string]string{"site": b.Site, "taken": strings.Join(b.Data, ", "), "to_do": strings.Join(b.Steps, " "), "source": breach.Credit})
	}
	for _, s := range found.Pastes {
		add("paste "+s.Source+" "+s.ID, strings.TrimSpace(s.Source+" "+s.Title), s.Date, map[string]string{"taken": fmt.Sprintf("public text with %d addresses", s.Count), "source": breach.Credit})
	}
	return items
}

// avatarPage is a public Gravatar profile as the result of a search.
func (a *Agent) avatarPage(found AddressBreaches) SearchPage {
	v, now := found.Avatar, a.Now().UTC()
	return SearchPage{Engine: "Gravatar", Query: found.Address, At: now, Status: string(serp.StatusOK), Results: 1, number: 1, digest: fmt.Sprintf("gravatar %s %d", found.Address, now.UnixMilli()),
		found: []serp.Result{{Rank: 1, URL: v.URL, Title: strings.TrimSpace(v.Name + " on Gravatar"), Snippet: v.About}}}
}

// CheckPassword reports how often a password stands among stolen ones. It is wiped, never stored, and of its
// hash only five of forty digits are sent.
func (a *Agent) CheckPassword(web breach.Asker, password []byte, e breach.Endpoints) (times int, err error) {
	times, err = breach.Password(web, e, password)
	if err != nil {
		return 0, explained(err)
	}
	return times, nil
}
