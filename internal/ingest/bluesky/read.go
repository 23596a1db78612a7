package bluesky

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

var mapType = reflect.TypeFor[map[string]any]()

// repository reads one CAR file in two passes.
func (r *reader) repository(ctx context.Context, name string) {
	if r.stop || ctx.Err() != nil {
		return
	}
	r.file = name
	f, err := r.x.Open(name)
	if err != nil {
		r.fail(name, 0, err)
		return
	}
	repo, err := indexCAR(f, r.mode)
	f.Close()
	if err != nil {
		r.fail(name, 0, err)
		return
	}
	r.owner(repo.did)
	if f, err = r.x.Open(name); err != nil {
		r.fail(name, 0, err)
		return
	}
	defer f.Close()
	c, err := openCAR(f, r.mode)
	if err != nil {
		r.fail(name, 0, err)
		return
	}
	for pos := int64(1); !r.stop && ctx.Err() == nil; pos++ {
		b, err := c.next()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				r.fail(name, pos, err)
			}
			break
		}
		keys, wanted := repo.keys[b.id]
		if !wanted {
			continue
		}
		delete(repo.keys, b.id)
		r.block(pos, &b, keys)
	}
	if ctx.Err() == nil && !r.stop {
		r.incomplete(name, repo)
		r.foreignApps()
	}
}

// block decodes a record and yields its items.
func (r *reader) block(pos int64, b *block, keys string) {
	if b.wrong {
		r.fail(r.file, pos, fmt.Errorf("%w: content does not match its check sum", footprint.ErrDamaged))
	}
	var raw map[string]any
	if err := r.mode.Unmarshal(b.data, &raw); err != nil {
		if !b.wrong {
			r.fail(r.file, pos, fmt.Errorf("%w: %w", footprint.ErrDamaged, err))
		}
		return
	}
	for key := range strings.SplitSeq(keys, "\n") {
		collection, rkey, _ := strings.Cut(ingest.CleanText(key), "/")
		r.record(pos, collection, rkey, record(raw))
	}
}

// incomplete tells what the tree names and the file does not hold.
func (r *reader) incomplete(name string, repo *repository) {
	if len(repo.keys) == 0 && repo.missing == 0 && repo.cut == nil {
		if r.x.Complete == footprint.Unknown {
			r.x.Complete = footprint.Yes
		}
		return
	}
	r.x.Complete = footprint.No
	r.fail(name, 0, fmt.Errorf("%w: incomplete: %d records and %d parts of the list of records are missing", footprint.ErrDamaged, len(repo.keys), repo.missing))
}

// owner takes over whose repository it is. The handle stands in a document beside it, if anywhere.
func (r *reader) owner(did string) {
	r.did, r.handle = ingest.CleanText(did), ""
	for _, name := range r.x.Files() {
		if !strings.HasSuffix(name, didDocument) || strings.Contains(name, "/") {
			continue
		}
		const largest = 1 << 20
		content, err := r.x.ReadFile(name, largest)
		var doc struct {
			ID    string   `json:"id"`
			Known []string `json:"alsoKnownAs"`
		}
		if err != nil || json.Unmarshal(content, &doc) != nil || doc.ID != did {
			continue
		}
		for _, k := range doc.Known {
			if h, ok := strings.CutPrefix(k, "at://"); ok && r.handle == "" {
				r.handle = "@" + ingest.CleanText(h)
			}
		}
	}
	if o := &r.x.Owner; o.ID == "" {
		o.ID = r.did
		if r.handle != "" {
			o.Handles = []string{r.handle}
		}
	}
}

// unpacked reads a folder of records as JSON, <collection>/<rkey>.json.
func (r *reader) unpacked(ctx context.Context) {
	const largest = 4 << 20
	content, err := r.x.ReadFile(commitFile, largest)
	if err != nil {
		r.fail(commitFile, 0, err)
	}
	var head struct {
		DID string `json:"did"`
	}
	if err := json.Unmarshal(content, &head); err != nil && content != nil {
		r.fail(commitFile, 0, fmt.Errorf("%w: %w", footprint.ErrDamaged, err))
	}
	r.owner(head.DID)
	for _, name := range r.x.Files() {
		collection, base, nested := strings.Cut(name, "/")
		rkey, isJSON := strings.CutSuffix(base, ".json")
		if !nested || !isJSON || strings.Count(collection, ".") < 2 {
			continue
		}
		if ctx.Err() != nil || r.stop {
			return
		}
		r.file = name
		content, err := r.x.ReadFile(name, largest)
		if err != nil {
			r.fail(name, 0, err)
			continue
		}
		var raw map[string]any
		if err := decodeJSON(content, &raw); err != nil {
			r.fail(name, 1, fmt.Errorf("%w: %w", footprint.ErrDamaged, err))
			continue
		}
		r.record(1, collection, rkey, record(raw))
	}
	r.file = commitFile
	r.foreignApps()
}

func decodeJSON(content []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(content))
	d.UseNumber()
	return d.Decode(into)
}

// chat reads the export of chats, one message a line. Whose it is comes from a repository beside it.
func (r *reader) chat(ctx context.Context, name string) {
	if r.stop || ctx.Err() != nil {
		return
	}
	f, err := r.x.Open(name)
	if err != nil {
		r.fail(name, 0, err)
		return
	}
	defer f.Close()
	r.file = name
	for v, err := range jsonstream.Walk(f, "") {
		if ctx.Err() != nil || r.stop {
			return
		}
		if err != nil {
			r.fail(name, max(v.Index, 1), err)
			continue
		}
		var raw map[string]any
		if err := decodeJSON(v.Raw, &raw); err != nil {
			r.fail(name, v.Index, fmt.Errorf("%w: %w", footprint.ErrDamaged, err))
			continue
		}
		m := record(raw)
		sender := m.object("sender").text("did")
		if m.text("id") == "" || sender == "" {
			continue // a conversation or a log entry without words
		}
		it := footprint.Item{
			Kind: footprint.KindMessage, NativeID: m.text("id"), Text: m.text("text"), Created: m.time("sentAt"), Visibility: footprint.VisibilityPrivate,
			ContainerKind: footprint.ContainerChat, Author: sender, Direction: footprint.DirectionIncoming, URL: "https://bsky.app/messages",
			Deleted: strings.Contains(m.text("$type"), "deleted"), Thread: m.text("convoId"),
		}
		switch r.did {
		case "":
			it.Direction = ""
		case sender:
			it.Author, it.Direction = footprint.AuthorSelf, footprint.DirectionOutgoing
		}
		r.emit(v.Index, it)
	}
}

// foreignApps names the apps that wrote records of their own, each once: they prove a connection.
func (r *reader) foreignApps() {
	for _, collection := range slices.Sorted(maps.Keys(r.foreign)) {
		n := r.foreign[collection]
		r.emit(0, footprint.Item{
			Kind: footprint.KindConnectedApp, Author: footprint.AuthorSelf, NativeID: "at://" + r.did + "/" + collection, Text: collection, Count: &n,
			Visibility: footprint.VisibilityPublic, Description: "an app that wrote public records into the account",
		})
	}
	r.foreign = nil
}
