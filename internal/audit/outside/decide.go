package outside

import (
	"context"
	"strings"

	"footprint/internal/crawl/identity"
	"footprint/internal/crawl/serp"
	"footprint/internal/footprint"
	"footprint/internal/store"
)

// identify prepares the profile with the user's answers for deciding "is it me?".
func (a *Agent) identify(ctx context.Context) (*identity.Profile, error) {
	me, err := a.Profile(ctx)
	if err != nil {
		return nil, err
	}
	answers, err := a.DB.Answers(ctx)
	if err != nil {
		return nil, err
	}
	x := learned(answers)
	if x.Words, err = a.taught(ctx, identity.New(me, identity.Extra{}), answers); err != nil {
		return nil, err
	}
	return identity.New(me, identity.Extra{Answers: x}), nil
}

// learned adds what the answers teach about hosts: two or more that agree and none that differs.
func learned(answers map[string]string) identity.Answers {
	x := identity.Answers{ByPage: map[string]identity.Verdict{}, ByHost: map[string]identity.Verdict{}}
	type tally struct{ me, notMe int }
	hosts := map[string]tally{}
	for page, verdict := range answers {
		x.ByPage[page] = identity.Verdict(verdict)
		host, _, _ := strings.Cut(page, "/")
		t := hosts[host]
		switch identity.Verdict(verdict) {
		case identity.Me:
			t.me++
		case identity.NotMe:
			t.notMe++
		}
		hosts[host] = t
	}
	for host, t := range hosts {
		switch {
		case t.me > 1 && t.notMe == 0:
			x.ByHost[host] = identity.Me
		case t.notMe > 1 && t.me == 0:
			x.ByHost[host] = identity.NotMe
		}
	}
	return x
}

// decide says whether a result is about the user and writes it where rules and lists read it.
func decide(who *identity.Profile, it *footprint.Item) {
	key := serp.Key(it.URL)
	host, _, _ := strings.Cut(key, "/")
	d := who.Decide(identity.Subject{Title: it.Title, Snippet: it.Snippet, URL: it.URL, OwnPicture: it.Details[ownPicture] != ""}, key, host)
	it.AboutMe, it.Marked = footprint.Unknown, ""
	switch d.Verdict {
	case identity.Me:
		it.AboutMe = footprint.Yes
	case identity.NotMe:
		it.AboutMe, it.Marked = footprint.No, "not me"
	}
	var why []string
	for _, r := range d.Reasons {
		why = append(why, r.What)
	}
	details := map[string]string{"verdict": string(d.Verdict), "why": strings.Join(why, ", ")}
	for key, value := range it.Details {
		if _, set := details[key]; !set {
			details[key] = value
		}
	}
	it.Details = details
}

// decideAgain judges every stored result by the present profile and answers.
func (a *Agent) decideAgain(ctx context.Context) error {
	who, err := a.identify(ctx)
	if err != nil {
		return err
	}
	var items []footprint.Item
	for it, err := range a.DB.Items(ctx, store.ItemFilter{Kinds: []footprint.Kind{footprint.KindSearchResult}, Platforms: []string{WebPlatform}}) {
		if err != nil {
			return err
		}
		decide(who, &it)
		items = append(items, it)
	}
	_, err = a.DB.ReplaceItems(ctx, items)
	return err
}
