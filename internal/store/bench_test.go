package store

import (
	"fmt"
	"testing"

	"footprint/internal/footprint"
)

func BenchmarkPutItems(b *testing.B) {
	db := open(b)
	s := source(b, db, "s", now)
	n := 0
	for b.Loop() {
		batch := make([]footprint.Item, BatchSize)
		for i := range batch {
			n++
			batch[i] = post(fmt.Sprint(n), "Ward round was long today and the coffee machine broke again, so here is a photo of the sunrise from the car park instead")
			batch[i].URL = "https://example.org/status/" + batch[i].NativeID
		}
		put(b, db, s, batch...)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(n), "µs/item")
}

func BenchmarkUnjudged(b *testing.B) {
	db := open(b)
	s := source(b, db, "s", now)
	var batch []footprint.Item
	for i := range BatchSize {
		batch = append(batch, post(fmt.Sprint(i), "Ward round was long today and the coffee machine broke again"))
	}
	put(b, db, s, batch...)
	for b.Loop() {
		if got, err := db.Unjudged(b.Context(), 1, 0, BatchSize); err != nil || len(got) != BatchSize {
			b.Fatal(len(got), err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*BatchSize), "µs/item")
}
