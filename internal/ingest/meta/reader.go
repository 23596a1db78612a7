package meta

import (
	"context"
	"io/fs"
	"iter"
	"path"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/meta/field"
	"footprint/internal/ingest/meta/find"
	"footprint/internal/ingest/meta/page"
	"footprint/internal/ingest/meta/value"
)

// Reader reads one export by a table. Adapters use it to resolve media and to tell the owner from others.
type Reader struct {
	X *ingest.Export
	// Zone is the account's time zone, for pages; nil while it is not known, which counts as UTC.
	Zone *time.Location
	// Visibility is the audience that the account's settings give its posts; empty when not known.
	Visibility footprint.Visibility
	// Contacts counts the address-book entries seen.
	Contacts Contacts

	self  map[string]bool
	files *index
	seen  map[uint64]struct{}
	later []func() []footprint.Item
}

// Later asks for items to be made after all files but the messages were read, by then knowing what these
// held. The function gives them their origin.
func (r *Reader) Later(items func() []footprint.Item) { r.later = append(r.later, items) }

// Contacts is the tally of an uploaded address book.
type Contacts struct {
	Count int
	File  string // of the first entry, below the root
	Last  time.Time
	URL   string // the page where the user deletes them
}

// Own marks a name, in any case, as the owner's.
func (r *Reader) Own(names ...string) {
	for _, n := range names {
		if n = strings.ToLower(strings.TrimSpace(n)); n != "" {
			r.self[n] = true
		}
	}
}

// IsOwner reports whether a display name or handle is the owner's.
func (r *Reader) IsOwner(name string) bool { return r.self[strings.ToLower(strings.TrimSpace(name))] }

// Author returns "self" for the owner's names, the name itself, or "unknown".
func (r *Reader) Author(name string) string {
	switch {
	case r.IsOwner(name):
		return footprint.AuthorSelf
	case name == "":
		return "unknown"
	}
	return name
}

// Seen remembers the parts and reports whether they were seen before. It keeps a few bytes for each.
func (r *Reader) Seen(parts ...string) bool {
	h := hash(strings.Join(parts, "\x00"))
	_, ok := r.seen[h]
	r.seen[h] = struct{}{}
	return ok
}

// Files is how a platform reads what its table has no row for, and what it does before and after.
type Files struct {
	Table *Table
	// Chats reads the message files among those given, and reports whether it took a file.
	Chats func(ctx context.Context, r *Reader, files []string, yield func(footprint.Item, error) bool) bool
	// IsChat tells the files that Chats reads.
	IsChat func(file string) bool
	// Account looks for the owner outside the export's root, after the files that say so were read.
	Account func(context.Context, *Reader)
}

// Read yields the items of an export: files that say who the owner is first, then the others in order,
// messages last.
func (f Files) Read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		r := &Reader{X: x, self: map[string]bool{}, seen: map[uint64]struct{}{}}
		first, rest, chats := f.plan(r)
		for i, file := range append(first, rest...) {
			if i == len(first) && f.Account != nil {
				f.Account(ctx, r)
			}
			row, _ := f.Table.Row(file)
			if !r.file(ctx, row, file, yield) {
				return
			}
		}
		for _, items := range r.later {
			for _, it := range items() {
				if !yield(it, nil) {
					return
				}
			}
		}
		if r.Contacts.Count > 0 && !yield(r.uploaded(), nil) {
			return
		}
		if len(chats) > 0 {
			f.Chats(ctx, r, chats, yield)
		}
	}
}

func (f Files) plan(r *Reader) (first, rest, chats []string) {
	names := r.X.Files()
	for _, file := range names {
		if find.Clutter(file) {
			continue
		}
		base, ext := path.Base(file), strings.ToLower(path.Ext(file))
		switch {
		case strings.EqualFold(base, "no-data.txt"):
			r.X.Skip(file, "says that this category is empty")
		case base == "start_here.html" || base == "index.html" || strings.EqualFold(base, "readme.txt") || strings.Contains("/"+file, "/files/Instagram-Logo"):
			r.X.Skip(file, "table of contents of the export")
		case ext != ".json" && ext != ".html":
			if ext == ".css" || ext == ".js" || inAssets(file) {
				r.X.Skip(file, "decoration of the export's pages")
			} else if ext == "" && r.isOrphanMedia(file) {
				r.X.Media(file)
			}
		case ext == ".html" && r.X.Has(strings.TrimSuffix(file, path.Ext(file))+".json"):
			r.X.Skip(file, "same content as the JSON file beside it")
		case f.IsChat != nil && f.IsChat(file):
			chats = append(chats, file)
		default:
			row, ok := f.Table.Row(file)
			switch {
			case !ok:
			case row.Skip != "":
				r.X.Skip(file, row.Skip)
			case row.First:
				first = append(first, file)
			default:
				rest = append(rest, file)
			}
		}
	}
	find.SortFiles(first)
	find.SortFiles(rest)
	find.SortFiles(chats)
	return first, rest, chats
}

// inAssets recognises the symbols that pages show.
func inAssets(file string) bool {
	return strings.Contains("/"+file, "/icons/") || strings.HasPrefix(file, "files/") && strings.Contains(find.Normal(file), "logo")
}

// isOrphanMedia recognises pictures and videos that were exported without an extension.
func (r *Reader) isOrphanMedia(file string) bool {
	for _, dir := range strings.Split(path.Dir(file), "/") {
		switch dir {
		case "media", "photos", "videos", "audio", "gifs", "files", "stickers_used", "direct", "stories", "profile":
			return true
		}
	}
	return false
}

// uploaded is the one item for the whole address book.
func (r *Reader) uploaded() footprint.Item {
	n := r.Contacts.Count
	return footprint.Item{
		Kind: footprint.KindUploadedContacts, Author: footprint.AuthorSelf, Count: &n, LastSync: r.Contacts.Last,
		URL: r.Contacts.URL, Origin: footprint.Origin{File: r.X.Path(r.Contacts.File)},
	}
}

// Contact counts one address-book entry and returns its item; page is where the user deletes it.
func (r *Reader) Contact(e Entry, name, point string, at time.Time, page string) footprint.Item {
	r.Contacts.Count++
	r.Contacts.URL = page
	if r.Contacts.File == "" {
		r.Contacts.File = e.File
	}
	if at.After(r.Contacts.Last) {
		r.Contacts.Last = at
	}
	it := footprint.Item{Kind: footprint.KindContact, Author: name, Title: name, Created: at, URL: page}
	if name == "" {
		it.Author, it.Title = "unknown", point
	}
	if point != "" {
		it.Target = point
		it.Details = map[string]string{"contact": point}
	}
	return it
}

// Outside reads the first labelled record of a list in a file anywhere in the archive, without entering it
// in the ledger: another export accounts for it.
func (r *Reader) Outside(ctx context.Context, file, list string) (field.Fields, bool) {
	if !r.X.Archive.Has(file) {
		return nil, false
	}
	f, err := r.X.Archive.Open(file)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	var fields field.Fields
	_ = value.Records(ctx, f, []string{list}, func(rec value.Record, err error) bool {
		if err == nil {
			fields = field.Of(rec.Value)
		}
		return false
	})
	return fields, len(fields) > 0
}

// file reads one file by its row. It returns false when the consumer wants no more or reading must end.
func (r *Reader) file(ctx context.Context, row *Row, file string, yield func(footprint.Item, error) bool) bool {
	f, err := r.X.Open(file)
	if err != nil {
		return yield(footprint.Item{}, err)
	}
	defer f.Close()
	out := &outlet{r: r, row: row, file: file, yield: yield}
	if strings.EqualFold(path.Ext(file), ".html") {
		err = r.page(ctx, f, out)
	} else {
		err = value.Records(ctx, f, row.Lists, func(rec value.Record, err error) bool {
			if err != nil {
				return out.fail(rec.Pos, err)
			}
			return out.record(Entry{Value: rec.Value, File: file, Pos: rec.Pos, Key: rec.Key})
		})
	}
	if out.stopped {
		return false
	}
	if !out.flush() {
		return false
	}
	switch {
	case ctx.Err() != nil:
		yield(footprint.Item{}, ctx.Err())
		return false
	case err != nil:
		return yield(footprint.Item{}, r.X.Failed(file, 0, err))
	}
	return true
}

// page reads the rows of an HTML file as records.
func (r *Reader) page(ctx context.Context, f fs.File, out *outlet) error {
	var pos int64
	return page.Rows(ctx, f, func(_ page.Page, row page.Row) bool {
		pos++
		return out.record(Entry{Value: r.rowValue(row), File: out.file, Pos: pos, HTML: true})
	})
}
