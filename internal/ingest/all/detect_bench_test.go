package all

import (
	"fmt"
	"testing"
	"testing/fstest"

	"footprint/internal/ingest"
)

// manyMedia is an archive of 50,000 pictures and videos, as they lie in large exports, with one export's few
// files beside them.
func manyMedia(tb testing.TB) *ingest.Archive {
	tb.Helper()
	empty := &fstest.MapFile{}
	fsys := fstest.MapFS{"your_instagram_activity/media/posts_1.json": empty, "personal_information/personal_information/personal_information.json": empty}
	for i := range 50_000 {
		fsys[fmt.Sprintf("media/posts/20%02d%02d/%d_%d_n.%s", i%20+5, i%12+1, 100000+i, 17_900_000_000_000_000+i, [...]string{"jpg", "mp4", "webp", "jpg"}[i%4])] = empty
	}
	a, err := ingest.NewArchive(fsys, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return a
}

// BenchmarkDetect tells what recognition by all platforms together costs; it should stay far below a second.
func BenchmarkDetect(b *testing.B) {
	a := manyMedia(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ingest.Detect(a, Platforms()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRecognize tells which platform the time goes to.
func BenchmarkRecognize(b *testing.B) {
	a := manyMedia(b)
	for _, p := range Platforms() {
		b.Run(p.ID, func(b *testing.B) {
			for b.Loop() {
				p.Recognize(a)
			}
		})
	}
}
