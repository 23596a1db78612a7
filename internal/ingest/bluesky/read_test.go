package bluesky

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"flag"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/fxamacker/cbor/v2"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

var update = flag.Bool("update", false, "write the golden files")

type object = map[string]any

// repo writes a repository as a CAR: all records in one node of the tree, in the order of their keys.
func repo(t testing.TB, did string, records map[string]object) []byte {
	t.Helper()
	var blocks [][]byte
	block := func(v any) cbor.Tag {
		mode, err := cbor.EncOptions{Sort: cbor.SortCanonical}.EncMode()
		if err != nil {
			t.Fatal(err)
		}
		data, err := mode.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		cid := append([]byte{1, 0x71, 0x12, 32}, sum[:]...)
		blocks = append(blocks, append(slices.Clone(cid), data...))
		return cbor.Tag{Number: 42, Content: append([]byte{0}, cid...)}
	}
	var entries []any
	last := ""
	for _, key := range slices.Sorted(maps.Keys(records)) {
		shared := 0
		for shared < len(key) && shared < len(last) && key[shared] == last[shared] {
			shared++
		}
		entries = append(entries, object{"p": shared, "k": []byte(key[shared:]), "v": block(records[key]), "t": nil})
		last = key
	}
	root := block(object{"did": did, "version": 3, "rev": "3jquh3emtzo2y", "prev": nil, "sig": []byte("s"), "data": block(object{"l": nil, "e": entries})})
	var out bytes.Buffer
	frame := func(b []byte) {
		out.Write(binary.AppendUvarint(nil, uint64(len(b))))
		out.Write(b)
	}
	head, err := cbor.Marshal(struct {
		Roots   []cbor.Tag `cbor:"roots"`
		Version int        `cbor:"version"`
	}{[]cbor.Tag{root}, 1})
	if err != nil {
		t.Fatal(err)
	}
	frame(head)
	for i := len(blocks) - 1; i >= 0; i-- { // the root first, as servers do
		frame(blocks[i])
	}
	return out.Bytes()
}

// link stands for the id of a blob.
func link() cbor.Tag {
	sum := sha256.Sum256([]byte("blob"))
	return cbor.Tag{Number: 42, Content: append([]byte{0, 1, 0x55, 0x12, 32}, sum[:]...)}
}

func blobName() string {
	_, text, _ := linkID(link())
	return text
}

func records() map[string]object {
	const other = "at://did:plc:other/app.bsky.feed.post/3jquh3emtzo2o"
	ref := func(uri string) object { return object{"uri": uri, "cid": "bafyreia"} }
	return map[string]object{
		"app.bsky.actor.profile/self": {"$type": "app.bsky.actor.profile", "displayName": "Sable Wick", "description": "Ward pharmacist. Own views.",
			"avatar": object{"$type": "blob", "ref": link(), "mimeType": "image/jpeg", "size": 4}, "labels": object{"values": []any{object{"val": "!no-unauthenticated"}}}},
		"app.bsky.feed.post/3jquh3emtzo2y": {"$type": "app.bsky.feed.post", "text": "Ünder @other.example see example.org/lo...", "createdAt": "2023-03-29T22:59:19.417+02:00", "langs": []any{"en"},
			"facets": []any{
				object{"index": object{"byteStart": 7, "byteEnd": 21}, "features": []any{object{"$type": "app.bsky.richtext.facet#mention", "did": "did:plc:other"}}},
				object{"index": object{"byteStart": 26, "byteEnd": 43}, "features": []any{object{"$type": "app.bsky.richtext.facet#link", "uri": "https://example.org/long/way"}}},
				object{"index": object{"byteStart": 40, "byteEnd": 400}, "features": []any{object{"$type": "app.bsky.richtext.facet#link", "uri": "https://example.org/beyond"}}}},
			"embed": object{"$type": "app.bsky.embed.images", "images": []any{object{"image": object{"ref": link(), "mimeType": "image/jpeg"}, "alt": "a pill box on a sill"}}}},
		"app.bsky.feed.post/3jquh3emtzo3a": {"$type": "app.bsky.feed.post", "text": "no", "createdAt": "never", "reply": object{"root": ref(other), "parent": ref(other)}, "facets": nil, "embed": nil},
		"app.bsky.feed.post/3jquh3emtzo3b": {"$type": "app.bsky.feed.post", "text": "this", "createdAt": "2024-03-29T22:59:19Z",
			"embed": object{"$type": "app.bsky.embed.recordWithMedia", "record": object{"record": ref(other)}, "media": object{"$type": "app.bsky.embed.external", "external": object{"uri": "https://example.org/a", "title": "A title", "description": "d"}}}},
		"app.bsky.feed.like/3jquh3emtzo3c":       {"$type": "app.bsky.feed.like", "subject": ref(other), "createdAt": "2024-03-30T00:00:00Z"},
		"app.bsky.feed.repost/3jquh3emtzo3d":     {"$type": "app.bsky.feed.repost", "subject": ref(other), "createdAt": "2024-03-31T00:00:00Z"},
		"app.bsky.graph.follow/3jquh3emtzo3e":    {"$type": "app.bsky.graph.follow", "subject": "did:plc:other", "createdAt": "2024-04-01T00:00:00Z"},
		"app.bsky.graph.follow/3jquh3emtzo3f":    {"$type": "app.bsky.graph.follow", "subject": object{"did": "did:plc:old", "declarationCid": "x"}, "createdAt": "2022-12-01T00:00:00Z"},
		"app.bsky.graph.block/3jquh3emtzo3g":     {"$type": "app.bsky.graph.block", "subject": "did:plc:nuisance", "createdAt": "2024-04-02T00:00:00Z"},
		"app.bsky.graph.list/3jquh3emtzo3h":      {"$type": "app.bsky.graph.list", "purpose": "app.bsky.graph.defs#modlist", "name": "Bores", "createdAt": "2024-04-03T00:00:00Z"},
		"app.bsky.graph.listitem/3jquh3emtzo3i":  {"$type": "app.bsky.graph.listitem", "subject": "did:plc:bore", "list": "at://x", "createdAt": "2024-04-03T00:00:01Z"},
		"app.bsky.feed.threadgate/3jquh3emtzo2y": {"$type": "app.bsky.feed.threadgate", "post": "at://did:plc:sable/app.bsky.feed.post/3jquh3emtzo2y", "allow": []any{}, "createdAt": "2024-04-04T00:00:00Z"},
		"chat.bsky.actor.declaration/self":       {"$type": "chat.bsky.actor.declaration", "allowIncoming": "following"},
		"com.whtwnd.blog.entry/3jquh3emtzo3j":    {"$type": "com.whtwnd.blog.entry", "title": "Doses", "content": "Long words", "createdAt": "2024-04-05T00:00:00Z"},
		"blue.linkat.board/self":                 {"$type": "blue.linkat.board", "cards": []any{}},
	}
}

func fixtures(t testing.TB) map[string]fstest.MapFS {
	car := repo(t, "did:plc:sable", records())
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	z.Write(car)
	z.Close()
	file := func(b []byte) *fstest.MapFile { return &fstest.MapFile{Data: b} }
	text := func(s string) *fstest.MapFile { return file([]byte(s)) }
	return map[string]fstest.MapFS{
		"car":      {"repo.car": file(car), "sable.didDoc.json": text(`{"id":"did:plc:sable","alsoKnownAs":["at://sable.example"]}`), "sable_blobs/" + blobName(): text("jpeg")},
		"gzip":     {"sable.example.car": file(packed.Bytes())},
		"unpacked": {"did:plc:sable/_commit.json": text(`{"did":"did:plc:sable","version":3,"data":{"$link":"bafyreia"},"rev":"3jquh3emtzo2y"}`), "did:plc:sable/app.bsky.feed.post/3jquh3emtzo2y.json": text(`{"$type":"app.bsky.feed.post","text":"hello","createdAt":"2023-03-29T20:59:19.417Z","embed":{"$type":"app.bsky.embed.images","images":[{"alt":"x","image":{"$type":"blob","ref":{"$link":"bafkreiq"},"mimeType":"image/png","size":1}}]}}`), "did:plc:sable/app.bsky.graph.follow/3jquh3emtzo3e.json": text(`{"$type":"app.bsky.graph.follow","subject":"did:plc:other","createdAt":"2024-04-01T00:00:00Z"}`)},
		"chat":     {"chat.jsonl": text(`{"$type":"chat.bsky.convo.defs#messageView","id":"m1","rev":"2","text":"see you at nine","sender":{"did":"did:plc:other"},"sentAt":"2024-05-01T08:00:00Z"}` + "\n" + `{"$type":"chat.bsky.convo.defs#convoView","id":"c1"}` + "\n"), "repo.car": file(car)},
	}
}

func TestConformance(t *testing.T) {
	var all []ingesttest.Fixture
	for name, fsys := range fixtures(t) {
		all = append(all, ingesttest.FS(name, fsys))
	}
	for name := range shared {
		all = append(all, ingesttest.Shared("bluesky/"+name))
	}
	ingesttest.Run(t, Platform(), all...)
}

func TestGolden(t *testing.T) {
	for name, fsys := range fixtures(t) {
		t.Run(name, func(t *testing.T) {
			res := ingesttest.Read(t, Platform(), ingesttest.FS(name, fsys))
			if len(res.Errors) > 0 || len(res.Ledger().Unknown) > 0 {
				t.Errorf("errors %v, unknown %v", res.Errors, res.Ledger().Unknown)
			}
			ingesttest.Golden(t, res, filepath.Join("testdata", "golden", name+".jsonl"), *update)
		})
	}
}

// shared are the fixtures beside the checkout with the record counts of the format document, section 7: 26
// posts of which 23 replies, 15 reposts and so on.
var shared = map[string]ingesttest.Counts{
	"fakermaker.repo.car":  {"following": 78, "post": 3 + 15, "comment": 23, "like": 22, "profile": 1},
	"greenground.repo.car": {"following": 2},
	"divy.repo":            {"following": 5, "activity": 1},
	"snarfed2.car":         {"following": 2, "like": 1, "profile": 1, "privacy_setting": 1},
	"repo_slice.car":       {"post": 1},
}

func TestShared(t *testing.T) {
	for name, want := range shared {
		t.Run(name, func(t *testing.T) {
			res := ingesttest.Read(t, Platform(), ingesttest.Shared("bluesky/"+name))
			res.CheckCounts(t, want)
			if incomplete := name == "repo_slice.car"; (len(res.Errors) == 1) != incomplete || res.Exports[0].Complete.Is(true) == incomplete {
				t.Errorf("errors %v, complete %v", res.Errors, res.Exports[0].Complete)
			}
		})
	}
}

func TestOwner(t *testing.T) {
	o := ingesttest.Read(t, Platform(), ingesttest.FS("car", fixtures(t)["car"])).Exports[0].Owner
	if o.ID != "did:plc:sable" || !slices.Equal(o.Handles, []string{"@sable.example"}) || o.Name != "Sable Wick" {
		t.Errorf("owner %+v", o)
	}
}

func TestTIDTime(t *testing.T) {
	if got := tidTime("3jquh3emtzo2y"); !got.Truncate(time.Millisecond).Equal(time.Date(2023, 3, 14, 2, 48, 20, 484e6, time.UTC)) {
		t.Errorf("got %v", got)
	}
	for _, bad := range []string{"", "self", "3jquh3emtzo21", strings.Repeat("z", 13)} {
		if got := tidTime(bad); !got.IsZero() {
			t.Errorf("%q gives %v", bad, got)
		}
	}
}

// TestDamage holds a changed block to be told, and the other records to be read.
func TestDamage(t *testing.T) {
	car := repo(t, "did:plc:sable", records())
	changed := bytes.Replace(car, []byte("Long words"), []byte("Lung words"), 1)
	res := ingesttest.Read(t, Platform(), ingesttest.FS("changed", fstest.MapFS{"repo.car": {Data: changed}}))
	whole := ingesttest.Read(t, Platform(), ingesttest.FS("whole", fstest.MapFS{"repo.car": {Data: car}}))
	if len(res.Errors) != 1 || len(res.Items) != len(whole.Items) {
		t.Errorf("errors %v; %d items, want %d", res.Errors, len(res.Items), len(whole.Items))
	}
	cut := ingesttest.Read(t, Platform(), ingesttest.FS("cut", fstest.MapFS{"repo.car": {Data: car[:len(car)-40]}}))
	if len(cut.Errors) == 0 || cut.Exports[0].Complete != footprint.No || len(cut.Items) < len(whole.Items)-2 {
		t.Errorf("cut off: errors %v, %d items of %d", cut.Errors, len(cut.Items), len(whole.Items))
	}
}

func FuzzRead(f *testing.F) {
	f.Add(repo(f, "did:plc:sable", records()))
	f.Fuzz(func(t *testing.T, content []byte) {
		a, err := ingest.NewArchive(fstest.MapFS{"repo.car": {Data: content}}, nil)
		if err != nil {
			return
		}
		for _, found := range Platform().Recognize(a) {
			for it, err := range ingest.NewExport(Platform(), found, a).Items(t.Context()) {
				if err == nil && it.Kind == "" {
					t.Errorf("item without kind: %+v", it)
				}
			}
		}
	})
}
