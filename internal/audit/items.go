package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"

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
	return a.db.Items(ctx, f.stored())
}

// CountItems returns the number of the chosen items, whatever Limit and Offset.
func (a *Auditor) CountItems(ctx context.Context, f ItemFilter) (int, error) {
	return a.db.CountItems(ctx, f.stored())
}

// Item returns one item by its id.
func (a *Auditor) Item(ctx context.Context, id string) (footprint.Item, error) {
	for it, err := range a.items(ctx, []string{id}) {
		return it, err
	}
	return footprint.Item{}, fmt.Errorf("item %s: %w", id, footprint.ErrNotFound)
}

func (a *Auditor) items(ctx context.Context, ids []string) iter.Seq2[footprint.Item, error] {
	if len(ids) == 0 {
		return func(func(footprint.Item, error) bool) {}
	}
	return a.db.Items(ctx, store.ItemFilter{IDs: ids})
}

// Sources lists the imported exports, newest first.
func (a *Auditor) Sources(ctx context.Context) ([]Source, error) {
	return sourcesOf(a.db.Sources(ctx))
}

// SourcesOf lists the exports that hold an item, the newest first.
func (a *Auditor) SourcesOf(ctx context.Context, item string) ([]Source, error) {
	return sourcesOf(a.db.SourcesOf(ctx, item))
}

func sourcesOf(stored []store.Source, err error) ([]Source, error) {
	if err != nil {
		return nil, err
	}
	sources := make([]Source, 0, len(stored))
	for _, s := range stored {
		src, err := sourceOf(s)
		if err != nil {
			return nil, err
		}
		sources = append(sources, src)
	}
	return sources, nil
}

func sourceOf(s store.Source) (Source, error) {
	var src Source
	if err := json.Unmarshal(s.Data, &src); err != nil {
		return src, fmt.Errorf("decode source %d: %w", s.ID, err)
	}
	src.ID, src.Digest, src.Path, src.Platform, src.Layout, src.Format, src.Root = s.ID, s.Digest, s.Path, s.Platform, s.Layout, s.Format, s.Root
	src.Account, src.From, src.To, src.Imported = s.Account, s.Oldest, s.Newest, s.Imported
	return src, nil
}

// RemoveSource removes an import with every item that no other import holds. Decisions stay.
func (a *Auditor) RemoveSource(ctx context.Context, id int64) error {
	if err := a.db.RemoveSource(ctx, id); err != nil {
		return fmt.Errorf("remove source: %w", err)
	}
	if err := a.thumbs().sweep(func(content string) (bool, error) { return a.db.PictureKnown(ctx, content) }); err != nil {
		return fmt.Errorf("remove thumbnails: %w", err)
	}
	if err := a.db.SetSetting(ctx, keySurvey, ""); err != nil { // the others must be looked at together again
		return err
	}
	a.changed()
	return nil
}
