package audit

import (
	"context"
	"fmt"
	"slices"
	"time"

	"footprint/assets"
	"footprint/internal/analyze/actions"
	"footprint/internal/footprint"
)

// Walk is the settings that the guidance asks to check on one platform.
type Walk struct {
	Platform string `json:"platform"`
	Device   bool   `json:"device"` // the phone itself, which is no platform
	// Mine says that the user has the account: it was imported, or named.
	Mine     bool          `json:"mine"`
	Checked  string        `json:"checked"` // the year in which names and links were last checked
	Settings []WalkSetting `json:"settings"`
}

// WalkSetting is one setting to check.
type WalkSetting struct {
	ID       string     `json:"id"`
	Title    string     `json:"title"`
	Want     string     `json:"want"` // the cautious value
	Where    string     `json:"where"`
	URL      string     `json:"url,omitempty"`
	Guidance []Guidance `json:"guidance"`
	// Exported is what the newest export says the setting is; empty when it does not say.
	Exported string `json:"exported,omitempty"`
	// Done is when the user last ticked it, Again when it is to be looked at again; zero before the first tick.
	Done  time.Time `json:"done,omitzero"`
	Again time.Time `json:"again,omitzero"`
	Due   bool      `json:"due"` // never ticked, or the day has come again
}

// Keys of the settings that the walk keeps.
const (
	keyWalked   = "walk.done" // map of platform/setting to the time of the tick
	keyAccounts = "accounts"  // platforms on which the user says to have an account
)

// Accounts are the platforms on which the user says to have an account, beside those that were imported.
func (a *Auditor) Accounts(ctx context.Context) ([]string, error) {
	ids := []string{}
	_, err := a.DB.Setting(ctx, keyAccounts, &ids)
	return ids, err
}

// SetAccounts stores them.
func (a *Auditor) SetAccounts(ctx context.Context, ids []string) error {
	err := a.DB.SetSetting(ctx, keyAccounts, ids)
	if err == nil {
		a.Changed()
	}
	return err
}

// Walks lists the settings to check, the user's own platforms first, then the phone, then the rest.
func (a *Auditor) Walks(ctx context.Context) ([]Walk, error) {
	table, err := actions.LoadSettings(assets.Actions)
	if err != nil {
		return nil, err
	}
	mine, err := a.ownPlatforms(ctx)
	if err != nil {
		return nil, err
	}
	done := map[string]time.Time{}
	if _, err := a.DB.Setting(ctx, keyWalked, &done); err != nil {
		return nil, err
	}
	again, err := a.every(ctx, "settings")
	if err != nil {
		return nil, err
	}
	seen, err := a.exportedSettings(ctx, table)
	if err != nil {
		return nil, err
	}
	walks := make([]Walk, 0, len(table))
	for _, t := range table {
		w := Walk{Platform: t.Platform, Device: t.Platform == actions.Device, Mine: mine[t.Platform], Checked: t.Checked}
		for _, s := range t.Settings {
			key := t.Platform + "/" + s.ID
			row := WalkSetting{ID: s.ID, Title: s.Title, Want: s.Want, Where: s.Where, URL: s.URL, Exported: seen[key], Done: done[key], Guidance: []Guidance{}}
			for _, id := range s.Guidance {
				if r, ok := a.Rules.Reference(id); ok {
					row.Guidance = append(row.Guidance, Guidance{r.ID, r.Document, r.Section, r.Paraphrase})
				}
			}
			if !row.Done.IsZero() && again.n > 0 {
				row.Again = midnight(again.after(row.Done, 1))
			}
			row.Due = row.Done.IsZero() || !row.Again.IsZero() && !row.Again.After(a.Now())
			w.Settings = append(w.Settings, row)
		}
		walks = append(walks, w)
	}
	slices.SortStableFunc(walks, func(x, y Walk) int { return x.rank() - y.rank() })
	return walks, nil
}

func (w *Walk) rank() int {
	switch {
	case w.Mine:
		return 0
	case w.Device:
		return 1
	}
	return 2
}

// WalkDone ticks a setting as checked just now, or takes the tick back to what it was: at, zero for never. When
// nothing of the user's platforms is due any more, the review of the settings counts as done.
func (a *Auditor) WalkDone(ctx context.Context, platform, setting string, at time.Time) error {
	done := map[string]time.Time{}
	if _, err := a.DB.Setting(ctx, keyWalked, &done); err != nil {
		return err
	}
	walks, err := a.Walks(ctx)
	if err != nil {
		return err
	}
	known, due := false, 0
	for _, w := range walks {
		for _, s := range w.Settings {
			if w.Platform == platform && s.ID == setting {
				known = true
			} else if s.Due && w.rank() < 2 {
				due++
			}
		}
	}
	if !known {
		return fmt.Errorf("setting %s of %s: %w", setting, platform, footprint.ErrNotFound)
	}
	key := platform + "/" + setting
	if at.IsZero() {
		delete(done, key)
	} else {
		done[key] = at.UTC()
	}
	if err := a.DB.SetSetting(ctx, keyWalked, done); err != nil {
		return err
	}
	if due == 0 && !at.IsZero() {
		return a.ReviewDone(ctx, "settings")
	}
	a.Changed()
	return nil
}

// ownPlatforms are those with items, and those the user named.
func (a *Auditor) ownPlatforms(ctx context.Context) (map[string]bool, error) {
	named, err := a.Accounts(ctx)
	if err != nil {
		return nil, err
	}
	sources, err := a.DB.Sources(ctx)
	if err != nil {
		return nil, err
	}
	mine := map[string]bool{}
	for _, id := range named {
		mine[id] = true
	}
	for _, s := range sources {
		mine[s.Platform] = true
	}
	return mine, nil
}

// exportedSettings finds what the exports say about the settings of the table, by platform/setting; of several
// the newest.
func (a *Auditor) exportedSettings(ctx context.Context, table []actions.Walk) (map[string]string, error) {
	seen := map[string]string{}
	for it, err := range a.Items(ctx, ItemFilter{Kinds: []footprint.Kind{footprint.KindPrivacySetting}}) {
		if err != nil {
			return nil, err
		}
		for _, w := range table {
			if w.Platform != it.Platform {
				continue
			}
			for _, s := range w.Settings {
				if key := w.Platform + "/" + s.ID; seen[key] == "" && s.Names(it.Setting+" "+it.Title) {
					seen[key] = it.Value
				}
			}
		}
	}
	return seen, nil
}
