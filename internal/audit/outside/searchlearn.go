package outside

import (
	"context"
	"strings"

	"footprint/internal/crawl/identity"
	"footprint/internal/crawl/serp"
	"footprint/internal/footprint"
	"footprint/internal/store"
)

// taught is what the words of the answered results teach.
func (a *Agent) taught(ctx context.Context, p *identity.Profile, answers map[string]string) (identity.Words, error) {
	if len(answers) == 0 {
		return identity.Words{}, nil
	}
	var list []identity.Answered
	for it, err := range a.DB.Items(ctx, store.ItemFilter{Kinds: []footprint.Kind{footprint.KindSearchResult}, Platforms: []string{WebPlatform}}) {
		if err != nil {
			return identity.Words{}, err
		}
		if verdict, ok := answers[serp.Key(it.URL)]; ok {
			list = append(list, identity.Answered{Subject: identity.Subject{Title: it.Title, Snippet: it.Snippet, URL: it.URL}, Verdict: identity.Verdict(verdict)})
		}
	}
	return p.Learn(list), nil
}

// mostNamesakes bounds the results that are grouped, since each is compared with each.
const mostNamesakes = 300

// nameNamesakes groups the results about others by the person they seem to speak of.
func (a *Agent) nameNamesakes(ctx context.Context, results []SearchResult) error {
	me, err := a.Profile(ctx)
	if err != nil {
		return err
	}
	var of []int
	var subjects []identity.Subject
	for i, r := range results {
		if r.Verdict == string(identity.NotMe) && len(of) < mostNamesakes {
			of, subjects = append(of, i), append(subjects, identity.Subject{Title: r.Title, Snippet: r.Snippet, URL: r.URL})
		}
	}
	for _, c := range identity.New(me, identity.Extra{}).Clusters(subjects) {
		for _, m := range c.Members {
			r := &results[of[m]]
			r.Namesake = strings.Join(c.Label, ", ")
			for _, other := range c.Members {
				if other != m {
					r.Same = append(r.Same, results[of[other]].ID)
				}
			}
		}
	}
	return nil
}
