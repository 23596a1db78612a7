package mastodon

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

var update = flag.Bool("update", false, "write the golden files")

var ownLayouts = map[string]string{"2018": Layout2018, "2023": Layout2023, "lists": LayoutLists}

func TestConformance(t *testing.T) {
	fixtures := []ingesttest.Fixture{ingesttest.Shared("mastodon/mastodon-export.zip")}
	for dir := range ownLayouts {
		fixtures = append(fixtures, ingesttest.Path(filepath.Join("testdata", dir)))
	}
	ingesttest.Run(t, Platform(), fixtures...)
}

func TestGolden(t *testing.T) {
	for dir, layout := range ownLayouts {
		t.Run(dir, func(t *testing.T) {
			res := ingesttest.Read(t, Platform(), ingesttest.Path(filepath.Join("testdata", dir)))
			if got := res.Exports[0].Layout; got != layout {
				t.Errorf("layout %q, want %q", got, layout)
			}
			if len(res.Errors) > 0 || len(res.Ledger().Unknown) > 0 {
				t.Errorf("errors %v, unknown %v", res.Errors, res.Ledger().Unknown)
			}
			ingesttest.Golden(t, res, filepath.Join("testdata", "golden", dir+".jsonl"), *update)
		})
	}
}

// TestShared compares with counts from jq over `unzip -p mastodon-export.zip FILE`:
//
//	outbox.json: jq '[.orderedItems[] | if .type=="Announce" then "post" elif .object.inReplyTo then "comment" else "post" end] | group_by(.) | map({(.[0]): length}) | add'
//	likes.json, bookmarks.json: jq '.orderedItems | length'
//	actor.json: jq '[.manuallyApprovesFollowers, .discoverable, .indexable | select(. != null)] | length'
func TestShared(t *testing.T) {
	res := ingesttest.Read(t, Platform(), ingesttest.Shared("mastodon/mastodon-export.zip"))
	want := ingesttest.Counts{"post": 14, "comment": 4, "like": 3, "profile": 1, "privacy_setting": 2}
	res.CheckCounts(t, want)
	if l := res.Ledger(); len(l.Unknown)+len(l.Failed) > 0 || l.Media != 3 {
		t.Errorf("unknown %v, failed %v, media %d", l.Unknown, l.Failed, l.Media)
	}
}

func TestOwner(t *testing.T) {
	for dir, want := range map[string]ingest.Owner{
		"2023": {ID: "https://reef.example/users/coralie", Name: "Coralie Voss", Handles: []string{"@coralie@reef.example"}},
		"2018": {ID: "https://reef.example/users/otto", Handles: []string{"@otto@reef.example"}},
	} {
		got := ingesttest.Read(t, Platform(), ingesttest.Path(filepath.Join("testdata", dir))).Exports[0].Owner
		if got.ID != want.ID || got.Name != want.Name || !slices.Equal(got.Handles, want.Handles) {
			t.Errorf("%s: owner %+v, want %+v", dir, got, want)
		}
	}
}

func TestPlainText(t *testing.T) {
	for name, tc := range map[string][2]string{
		"plain":             {"a b", "a b"},
		"paragraphs":        {"<p>a<br>b</p><p>c &amp; d</p>", "a\nb\n\nc & d"},
		"shortened link":    {`<a href="https://example.org/long/way"><span class="invisible">https://</span><span class="ellipsis">example.org/lo</span></a>`, "https://example.org/long/way"},
		"link with words":   {`<a href="https://example.org/x">here</a>!`, "here https://example.org/x!"},
		"mention":           {`<a href="https://a.example/@b">@<span>b</span></a>`, "@b"},
		"script as address": {`<a href="javascript:alert(1)">x</a>`, "x"},
		"list":              {"<ul><li>a</li><li>b</li></ul>", "- a\n- b"},
	} {
		if got := plainText(tc[0]); got != tc[1] {
			t.Errorf("%s: %q, want %q", name, got, tc[1])
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{outboxFile, actorFile, likesFile, "following_accounts.csv"} {
		content, err := os.ReadFile(filepath.Join("testdata", "2023", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, content)
	}
	outbox := &fstest.MapFile{Data: []byte(`{"@context":"https://www.w3.org/ns/activitystreams","orderedItems":[]}`)}
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		if name == outboxFile || !claims(name) {
			return
		}
		fsys := fstest.MapFS{outboxFile: outbox, name: {Data: content}}
		if name == actorFile {
			fsys[outboxFile] = &fstest.MapFile{Data: append(outbox.Data, content...)}
		}
		a, err := ingest.NewArchive(fsys, nil)
		if err != nil {
			return
		}
		for _, x := range Platform().Recognize(a) {
			for it, err := range ingest.NewExport(Platform(), x, a).Items(t.Context()) {
				if err == nil && it.Kind == "" {
					t.Errorf("item without kind: %+v", it)
				}
			}
		}
	})
}
