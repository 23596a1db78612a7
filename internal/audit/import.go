package audit

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"footprint/internal/audit/core"
	"footprint/internal/audit/outside"
	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/store"

	"golang.org/x/sync/errgroup"
)

// Import takes in the exports that lie in the paths: zips, their parts, tgz, folders, files; and result pages
// of search engines saved from the browser. An export that was imported before is not read again. After an
// interruption the same call goes on. What could not be read is in the ledger of each source; an error of one
// export does not keep the others out.
func (a *Auditor) Import(ctx context.Context, paths []string, p *footprint.Progress) (ImportResult, error) {
	if err := a.NeedConsent(ctx); err != nil {
		return ImportResult{Sources: []core.Imported{}, Unrecognised: []Unrecognised{}}, err
	}
	exports, saved := outside.PartSaved(paths)
	if len(saved) == 0 {
		return a.importExports(ctx, exports, a.Platforms, p)
	}
	return a.importSaved(ctx, exports, saved, p)
}

// importPictures takes in paths that hold pictures and no export.
func (a *Auditor) importPictures(ctx context.Context, paths []string, p *footprint.Progress) (ImportResult, error) {
	if err := a.NeedConsent(ctx); err != nil {
		return ImportResult{Sources: []core.Imported{}, Unrecognised: []Unrecognised{}}, err
	}
	return a.importExports(ctx, paths, []ingest.Platform{a.Pictures}, p)
}

func (a *Auditor) importExports(ctx context.Context, paths []string, platforms []ingest.Platform, p *footprint.Progress) (ImportResult, error) {
	result := ImportResult{Sources: []core.Imported{}, Unrecognised: []Unrecognised{}}
	p.Start("open", 0)
	archive, err := ingest.Open(ctx, paths...)
	if err != nil {
		return result, err
	}
	defer archive.Close()
	exports, err := ingest.Detect(archive, platforms)
	if err != nil {
		return result, fmt.Errorf("import %s: %w", paths[0], err)
	}
	run, err := a.DB.BeginRun(ctx, "import", a.Now())
	if err != nil {
		return result, err
	}
	defer a.Changed()
	result.Unrecognised = unrecognised(archive, exports)
	var errs []error
	for _, x := range exports {
		done, err := a.importExport(ctx, x, paths, p)
		if err != nil {
			errs = append(errs, readError(x, err))
			if ctx.Err() != nil {
				break
			}
			continue
		}
		result.Sources = append(result.Sources, done)
		result.Added += done.Added
		result.Updated += done.Updated
		result.Unchanged += done.Unchanged
	}
	if err := errors.Join(errs...); err != nil {
		return result, err
	}
	return result, a.DB.EndRun(ctx, run, map[string]int{"added": result.Added, "updated": result.Updated, "unchanged": result.Unchanged}, a.Now())
}

func readError(x *ingest.Export, err error) error {
	return fmt.Errorf("read %s export %s: %w", x.Platform.ID, x.Archive.Path, err)
}

func (a *Auditor) importExport(ctx context.Context, x *ingest.Export, paths []string, p *footprint.Progress) (core.Imported, error) {
	p.Start("compare "+x.Platform.Name, 0)
	digest, err := digestOf(ctx, x)
	if err != nil {
		return core.Imported{}, err
	}
	source, err := a.DB.BeginSource(ctx, store.Source{
		Digest: digest, Path: paths[0], Platform: x.Platform.ID, Layout: x.Layout, Format: x.Format, Root: x.Root,
		Taken: newest(paths), Begun: a.Now(),
	})
	if err != nil {
		return core.Imported{}, err
	}
	if !source.Imported.IsZero() {
		return core.AlreadyImported(source)
	}
	p.Start("read "+x.Platform.Name, 0)
	put, span, err := a.copyItems(ctx, x, source, p)
	if err != nil {
		return core.Imported{}, err
	}
	done := core.Imported{Added: put.Added, Updated: put.Updated, Unchanged: put.Unchanged, Source: core.Source{
		Owner: x.Owner, Complete: x.Complete, Counts: x.Ledger.Counts(), Ledger: x.Ledger.Summary(),
		Notes: slices.Concat(x.Archive.Notes, x.Notes), Files: absolute(paths),
	}}
	if source.Data, err = json.Marshal(done.Source); err != nil {
		return core.Imported{}, err
	}
	source.Imported, source.Account, source.Oldest, source.Newest = a.Now(), x.Owner.Handle(), span.from, span.to
	if err := a.DB.FinishSource(ctx, source); err != nil {
		return core.Imported{}, err
	}
	if err := a.adopt(ctx, x.Owner); err != nil {
		return core.Imported{}, err
	}
	done.Source, err = core.SourceOf(source)
	return done, err
}

// batch is some items with what their pictures gave.
type batch struct {
	items []footprint.Item
	found pictures.Found
}

// mediaInBatch is how many pictures and videos end a batch, so that progress shows and little is lost when the
// work is stopped.
const mediaInBatch = 64

// copyItems stores the items of an export in batches, one goroutine reading and one writing.
func (a *Auditor) copyItems(ctx context.Context, x *ingest.Export, source store.Source, p *footprint.Progress) (put store.Put, span span, err error) {
	gallery, err := a.NewGallery(ctx, x.Archive, source.ID)
	if err != nil {
		return put, span, err
	}
	batches := make(chan batch, 1)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(batches)
		return readBatches(ctx, x, gallery, p, batches, &span)
	})
	group.Go(func() error {
		for b := range batches {
			n, err := a.DB.PutItems(ctx, source, b.items)
			if err != nil {
				return err
			}
			if err := a.DB.PutPictures(ctx, b.found.Pictures, b.found.Shots); err != nil {
				return err
			}
			put.Added, put.Updated, put.Unchanged = put.Added+n.Added, put.Updated+n.Updated, put.Unchanged+n.Unchanged
			p.Add(int64(len(b.items)))
		}
		return nil
	})
	return put, span, group.Wait()
}

// readBatches sends the items of an export and adds their dates to the span. Pictures are looked at on all processors, a
// batch at a time.
func readBatches(ctx context.Context, x *ingest.Export, gallery *pictures.Gallery, p *footprint.Progress, to chan<- batch, span *span) error {
	items, media, file := make([]footprint.Item, 0, store.BatchSize), 0, ""
	send := func() error {
		found, err := gallery.Look(ctx, items)
		for _, failed := range found.Failed {
			x.Ledger.Failed(failed)
		}
		if err == nil {
			err = core.Send(ctx, to, batch{items, found})
		}
		items, media = make([]footprint.Item, 0, store.BatchSize), 0
		return err
	}
	for it, err := range x.Items(ctx) {
		if err != nil {
			if fatal(err) {
				return err
			}
			continue // the ledger has it
		}
		if it.Origin.File != file {
			file = it.Origin.File
			p.Note(file)
		}
		span.add(it.Created)
		items, media = append(items, it), media+len(it.Media)
		if len(items) == store.BatchSize || media >= mediaInBatch {
			if err := send(); err != nil {
				return err
			}
		}
	}
	return send()
}

// adopt fills in what the profile lacks from the owner of an export: the exports are of the user's own
// accounts, and rules need to know under which names these run.
func (a *Auditor) adopt(ctx context.Context, owner ingest.Owner) error {
	me, err := a.Profile(ctx)
	if err != nil {
		return err
	}
	if me.Name == "" {
		me.Name = owner.Name
	}
	me.Handles, me.Emails, me.Phones = core.Union(me.Handles, owner.Handles), core.Union(me.Emails, owner.Emails), core.Union(me.Phones, owner.Phones)
	return a.DB.SetProfile(ctx, me, a.Now())
}

// absolute makes paths mean the same whatever folder the program runs in.
func absolute(paths []string) []string {
	list := make([]string, len(paths))
	for i, path := range paths {
		list[i] = path
		if abs, err := filepath.Abs(path); err == nil {
			list[i] = abs
		}
	}
	return list
}

// newest is the time of the newest of the files the user gave: when the export was made, as far as the
// system knows.
func newest(paths []string) time.Time {
	var t time.Time
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.ModTime().After(t) {
			t = info.ModTime()
		}
	}
	return t.Truncate(time.Millisecond)
}

// digestOf identifies an export: its platform, layout, and the name, size and content of every file below
// its root. Where the container knows a check sum the content is not read; pictures and videos without one
// count by name and size.
func digestOf(ctx context.Context, x *ingest.Export) (string, error) {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00", x.Platform.ID, x.Layout, x.Format)
	for _, name := range x.Files() {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		file := x.Path(name)
		fmt.Fprintf(h, "%s\x00%d\x00", name, x.Archive.Size(file))
		if sum, ok := x.Archive.Sum(file); ok {
			fmt.Fprintf(h, "%08x\x00", sum)
			continue
		}
		if ingest.IsMedia(name) {
			continue
		}
		if err := addContent(h, x.Archive, file); err != nil {
			fmt.Fprintf(h, "unreadable\x00") // reading it later says why
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func addContent(h io.Writer, archive *ingest.Archive, file string) error {
	f, err := archive.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(h, f)
	return err
}
