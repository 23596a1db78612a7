package audit

import (
	"context"
	"strings"

	"footprint/internal/footprint"
)

// ProfileGuess is what the exports say of the user and the profile does not hold yet. It is for the user to confirm.
type ProfileGuess struct {
	Employer, Place string
}

// GuessProfile looks through the profiles in the stored exports for the employer and the place. Names, handles and
// addresses need no guess: every import enters them in the profile.
func (a *Auditor) GuessProfile(ctx context.Context) (g ProfileGuess, err error) {
	for it, err := range a.Items(ctx, ItemFilter{Kinds: []footprint.Kind{footprint.KindProfile}}) {
		if err != nil {
			return g, err
		}
		g.learn(&it)
	}
	return g, nil
}

// learn takes from a profile what is not known yet; profiles come newest first.
func (g *ProfileGuess) learn(it *footprint.Item) {
	if over(it) {
		return
	}
	if work := it.Work; g.Employer == "" && work != "" {
		if i := strings.LastIndex(work, ", "); i >= 0 { // a title goes before
			work = work[i+2:]
		}
		g.Employer = strings.TrimSpace(work)
	}
	if g.Place == "" {
		g.Place = placeOf(it)
	}
}

// over reports whether an entry of a profile speaks of the past.
func over(it *footprint.Item) bool {
	for key, value := range it.Details {
		switch strings.ToLower(key) {
		case "finished on", "end date", "end":
			if value != "" {
				return true
			}
		}
	}
	return false
}

// placeOf is where a profile says that its owner lives.
func placeOf(it *footprint.Item) string {
	for _, wanted := range []string{"geo location", "current city", "city", "location"} {
		for key, value := range it.Details {
			if strings.ToLower(strings.ReplaceAll(key, "_", " ")) == wanted {
				return strings.TrimSpace(value)
			}
		}
	}
	return ""
}
