package desk

import (
	"context"
	"errors"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"footprint/internal/footprint"
)

func TestLoadKeepsTheLatest(t *testing.T) {
	test.NewTempApp(t)
	a := NewAsync(false)
	first, shown := make(chan struct{}), make(chan string, 2)
	Load(a, "slot", func(ctx context.Context) (string, error) { <-first; return "old", nil }, func(v string, _ error) { shown <- v })
	Load(a, "slot", func(context.Context) (string, error) { return "new", nil }, func(v string, _ error) { shown <- v })
	if got := <-shown; got != "new" {
		t.Errorf("shown %s", got)
	}
	close(first)
	a.Close()
	if len(shown) != 0 {
		t.Errorf("then %s", <-shown)
	}
}

func TestChangesKeepTheirOrder(t *testing.T) {
	test.NewTempApp(t)
	a := NewAsync(false)
	var done []int
	finished := make(chan struct{})
	for i := range 50 {
		a.Change(func(context.Context) error { done = append(done, i); return nil }, func(error) {
			if i == 49 {
				close(finished)
			}
		})
	}
	<-finished
	a.Close()
	if !slices.IsSorted(done) || len(done) != 50 {
		t.Errorf("order %v", done)
	}
}

func TestRunIsCancelled(t *testing.T) {
	test.NewTempApp(t)
	a := NewAsync(false)
	done := make(chan error, 1)
	cancel := a.Run(func(ctx context.Context, p *footprint.Progress) error {
		p.Start("read", 10)
		<-ctx.Done()
		return ctx.Err()
	}, func(footprint.Snapshot) {}, func(err error) { done <- err })
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("ended with %v", err)
	}
	a.Close()
}
