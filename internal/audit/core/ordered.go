package core

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// Ordered takes parcels of work from next until it reports false, does them on all processors, and hands the
// results to sink in the order in which they came. Next and sink run on one goroutine each; a few parcels for
// each processor are under way at any time.
func Ordered[In, Out any](ctx context.Context, next func(context.Context) (In, bool, error), work func(In) Out, sink func(context.Context, Out) error) error {
	type parcel struct {
		in  In
		out chan Out
	}
	processors := runtime.GOMAXPROCS(0)
	todo := make(chan parcel, processors)
	order := make(chan chan Out, 2*processors)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(todo)
		defer close(order)
		for {
			if err := ctx.Err(); err != nil {
				return err // a select may choose to go on
			}
			in, more, err := next(ctx)
			if err != nil || !more {
				return err
			}
			p := parcel{in, make(chan Out, 1)}
			if err := Send(ctx, order, p.out); err != nil {
				return err
			}
			if err := Send(ctx, todo, p); err != nil {
				return err
			}
		}
	})
	for range processors {
		group.Go(func() error {
			for p := range todo {
				p.out <- work(p.in)
			}
			return nil
		})
	}
	group.Go(func() error {
		for out := range order {
			select {
			case v := <-out:
				if err := sink(ctx, v); err != nil {
					return err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	return group.Wait()
}

// Send hands a value on unless the work is stopped.
func Send[T any](ctx context.Context, to chan<- T, v T) error {
	select {
	case to <- v:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
