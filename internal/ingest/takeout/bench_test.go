package takeout

import (
	"bytes"
	"fmt"
	"testing"
	"testing/fstest"

	"footprint/internal/ingest"
)

// BenchmarkActivityPage reads a page of My Activity in one line, as Google writes it.
func BenchmarkActivityPage(b *testing.B) {
	const size = 32 << 20
	var page bytes.Buffer
	page.WriteString(`<html><body><div class="mdl-grid">`)
	for n := 0; page.Len() < size; n++ {
		fmt.Fprintf(&page, `<div class="outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp"><div class="mdl-grid"><div class="header-cell mdl-cell mdl-cell--12-col"><p class="mdl-typography--title">Search<br></p></div><div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1">Searched for&nbsp;<a href="https://www.google.com/search?q=tides+%d">tides %d</a><br>Jun 5, 2022, 10:11:12 AM CEST</div><div class="content-cell mdl-cell mdl-cell--6-col mdl-typography--body-1 mdl-typography--text-right"></div><div class="content-cell mdl-cell mdl-cell--12-col mdl-typography--caption"><b>Products:</b><br>&emsp;Search<br></div></div></div>`, n, n)
	}
	a, err := ingest.NewArchive(fstest.MapFS{"Takeout/My Activity/Search/MyActivity.html": {Data: page.Bytes()}}, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(page.Len()))
	b.ReportAllocs()
	for b.Loop() {
		for _, found := range Platform().Recognize(a) {
			for _, err := range ingest.NewExport(Platform(), found, a).Items(b.Context()) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	}
}
