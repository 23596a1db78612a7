package x

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"footprint/internal/ingest"
	"footprint/internal/ingest/exportgen"
)

func generated(tb testing.TB, o exportgen.Options) string {
	tb.Helper()
	name := filepath.Join(tb.TempDir(), "x.zip")
	f, err := os.Create(name)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	if err := exportgen.X(f, o); err != nil {
		tb.Fatal(err)
	}
	return name
}

func importAll(tb testing.TB, name string) (items int, x *ingest.Export) {
	tb.Helper()
	a, err := ingest.Open(tb.Context(), name)
	if err != nil {
		tb.Fatal(err)
	}
	defer a.Close()
	exports, err := ingest.Detect(a, []ingest.Platform{Platform()})
	if err != nil {
		tb.Fatal(err)
	}
	for _, err := range exports[0].Items(tb.Context()) {
		if err != nil {
			tb.Fatal(err)
		}
		items++
	}
	return items, exports[0]
}

// BenchmarkImport reads 20,000 posts; compare with `unzip -p x.zip data/tweets.js | sed '1s/^[^=]*=//' | jq -c '.[]'`.
func BenchmarkImport(b *testing.B) {
	const posts = 20_000
	name := generated(b, exportgen.Options{Records: posts})
	b.ReportAllocs()
	for b.Loop() {
		if n, _ := importAll(b, name); n < posts {
			b.Fatal(n)
		}
	}
}

// TestManyMedia reads an archive whose media outweigh everything else: memory may not follow their size.
func TestManyMedia(t *testing.T) {
	const media = 50_000
	name := generated(t, exportgen.Options{Records: 100, Media: media, MediaBytes: 2000})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, x := importAll(t, name)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if s := x.Ledger.Summary(); s.Media != media || len(s.Unknown) > 0 {
		t.Errorf("%d media, unknown %v", s.Media, s.Unknown)
	}
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 150<<20 {
		t.Errorf("grew by %d MB", grown>>20)
	}
	runtime.KeepAlive(x)
}
