package audit

import (
	"context"
	"fmt"
	"iter"

	"footprint/internal/audit/core"
	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
	"footprint/internal/store"
)

func (f ItemFilter) stored() store.ItemFilter {
	return store.ItemFilter{
		Platforms: f.Platforms, Kinds: f.Kinds, Years: f.Years, Query: f.Query, Source: f.Source, Limit: f.Limit, Offset: f.Offset,
	}
}

// Items yields the chosen items, newest first. Memory does not grow with their number.
func (a *Auditor) Items(ctx context.Context, f ItemFilter) iter.Seq2[footprint.Item, error] {
	return a.DB.Items(ctx, f.stored())
}

// CountItems returns the number of the chosen items, whatever Limit and Offset.
func (a *Auditor) CountItems(ctx context.Context, f ItemFilter) (int, error) {
	return a.DB.CountItems(ctx, f.stored())
}

// RemoveSource removes an import with every item that no other import holds. Decisions stay.
func (a *Auditor) RemoveSource(ctx context.Context, id int64) error {
	if err := a.DB.RemoveSource(ctx, id); err != nil {
		return fmt.Errorf("remove source: %w", err)
	}
	if err := pictures.ThumbsOf(a.Core).Sweep(func(content string) (bool, error) { return a.DB.PictureKnown(ctx, content) }); err != nil {
		return fmt.Errorf("remove thumbnails: %w", err)
	}
	if err := a.DB.SetSetting(ctx, core.KeySurvey, ""); err != nil { // the others must be looked at together again
		return err
	}
	a.Changed()
	return nil
}
