package core

import (
	"context"
	"encoding/json"
	"fmt"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/store"
	"time"
)

// Sources lists the imported exports, newest first.
func (c *Core) Sources(ctx context.Context) ([]Source, error) {
	return sourcesOf(c.DB.Sources(ctx))
}

// SourcesOf lists the exports that hold an item, the newest first.
func (c *Core) SourcesOf(ctx context.Context, item string) ([]Source, error) {
	return sourcesOf(c.DB.SourcesOf(ctx, item))
}

// Source is one imported export.
type Source struct {
	ID       int64                  `json:"id"`
	Digest   string                 `json:"digest"` // SHA-256 of platform, layout and what the export holds, by file
	Path     string                 `json:"path"`
	Platform string                 `json:"platform"`
	Layout   string                 `json:"layout"`
	Format   string                 `json:"format"`
	Root     string                 `json:"root"`
	Account  string                 `json:"account"`
	Owner    ingest.Owner           `json:"owner"`
	Complete footprint.Tri          `json:"complete"`
	From     time.Time              `json:"from,omitzero"`
	To       time.Time              `json:"to,omitzero"`
	Imported time.Time              `json:"imported,omitzero"` // zero: begun and interrupted
	Counts   map[footprint.Kind]int `json:"counts"`
	Ledger   ingest.Summary         `json:"ledger"`
	Notes    []string               `json:"notes,omitempty"`
	// Files are the paths the user gave together, absolute, so that pictures can be read again.
	Files []string `json:"files,omitempty"`
}

// Paths are the paths to open the export with again.
func (s *Source) Paths() []string {
	if len(s.Files) > 0 {
		return s.Files
	}
	return []string{s.Path} // interrupted, or imported by an earlier version
}

// Imported is one export that was imported.
type Imported struct {
	Source
	Added     int `json:"added"`
	Updated   int `json:"updated"`
	Unchanged int `json:"unchanged"`
	// Known is true when this very export had been imported before and was not read again.
	Known bool `json:"known"`
}

// AlreadyImported is the result for an export that was imported before.
func AlreadyImported(source store.Source) (Imported, error) {
	src, err := SourceOf(source)
	done := Imported{Source: src, Known: true}
	for _, n := range src.Counts {
		done.Unchanged += n
	}
	return done, err
}

func sourcesOf(stored []store.Source, err error) ([]Source, error) {
	if err != nil {
		return nil, err
	}
	sources := make([]Source, 0, len(stored))
	for _, s := range stored {
		src, err := SourceOf(s)
		if err != nil {
			return nil, err
		}
		sources = append(sources, src)
	}
	return sources, nil
}

// SourceOf is a stored source as it is shown.
func SourceOf(s store.Source) (Source, error) {
	var src Source
	if err := json.Unmarshal(s.Data, &src); err != nil {
		return src, fmt.Errorf("decode source %d: %w", s.ID, err)
	}
	src.ID, src.Digest, src.Path, src.Platform, src.Layout, src.Format, src.Root = s.ID, s.Digest, s.Path, s.Platform, s.Layout, s.Format, s.Root
	src.Account, src.From, src.To, src.Imported = s.Account, s.Oldest, s.Newest, s.Imported
	return src, nil
}
