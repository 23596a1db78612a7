//go:build linux

// Command torture kills Footprint in the middle of everything that takes long, and lets the disk fill up under it,
// hundreds of times, and looks each time whether something was lost:
//
//	go run ./internal/torture -footprint bin/footprint
//
// It needs Linux and unshare(1): disks are small ones in memory, and nothing reaches the network. Each point runs a
// command on a database with decisions, breaks it, and opens the database again. The database must be whole and hold
// every decision; the same command, run again, must lead to what an undisturbed run leads to.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"

	"golang.org/x/sync/errgroup"
)

// inside is set for the process that has its own mounts and no network.
const inside = "FOOTPRINT_TORTURE_INSIDE"

func main() {
	footprint := flag.String("footprint", "bin/footprint", "program to torture")
	kills := flag.Int("kills", 216, "kills, spread over the operations")
	full := flag.Int("full", 63, "full disks, spread over the operations")
	posts := flag.Int("posts", 300, "posts of the exports")
	only := flag.String("only", "", "this operation alone")
	jobs := flag.Int("jobs", 2, "how many points at once")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, *footprint, *only, *kills, *full, *posts, *jobs); err != nil {
		fmt.Fprintln(os.Stderr, "torture:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, program, only string, kills, full, posts, jobs int) error {
	if os.Getenv(inside) == "" {
		return alone(ctx)
	}
	program, err := filepath.Abs(program)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "footprint-torture-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	r := &rack{program: program, dir: dir, posts: posts}
	ops, err := r.prepare(ctx)
	if err != nil {
		return fmt.Errorf("prepare: %w", err)
	}
	if only != "" {
		ops = keep(ops, only)
	}
	for i := range ops {
		if err := r.measure(ctx, &ops[i]); err != nil {
			return fmt.Errorf("%s: %w", ops[i].name, err)
		}
	}
	group, at := errgroup.WithContext(ctx)
	group.SetLimit(jobs)
	for n := range max(kills, full) { // by turns, so that an early end has tried everything
		for i := range ops {
			group.Go(func() error {
				err := r.turn(at, &ops[i], n, share(kills, len(ops), i), share(full, len(ops), i))
				if err != nil {
					err = fmt.Errorf("%s: %w", ops[i].name, err)
				}
				return err
			})
		}
	}
	switch err := group.Wait(); {
	case ctx.Err() != nil:
		fmt.Println("stopped early")
	case err != nil:
		return err
	}
	return r.summary(ops)
}

// alone runs this program again with mounts of its own and without a network.
func alone(ctx context.Context) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	c := exec.CommandContext(ctx, "unshare", append([]string{"--map-root-user", "--mount", "--net", self}, os.Args[1:]...)...)
	c.Env = append(os.Environ(), inside+"=1")
	c.Stdout, c.Stderr = os.Stdout, os.Stderr
	c.Cancel = func() error { return c.Process.Signal(os.Interrupt) } // it prints what it has
	return c.Run()
}

// turn tries the n-th kill and the n-th full disk of an operation.
func (r *rack) turn(ctx context.Context, o *op, n, kills, full int) error {
	if n < kills {
		if err := r.killPoint(ctx, o, scatter(n, kills), kills); err != nil {
			return err
		}
	}
	if n < full {
		return r.fullPoint(ctx, o, scatter(n, full), full)
	}
	return nil
}

// scatter orders 0 to n-1 so that the first few lie all over.
func scatter(i, n int) int {
	step := n*618/1000 | 1 // near the golden section
	for gcd(step, n) != 1 {
		step += 2
	}
	return i * step % n
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// share is the i-th of n parts of a number.
func share(all, n, i int) int { return all*(i+1)/n - all*i/n }

func keep(ops []op, name string) []op {
	for _, o := range ops {
		if o.name == name {
			return []op{o}
		}
	}
	return nil
}

// summary prints what was done and what was lost, and fails if anything was.
func (r *rack) summary(ops []op) error {
	fmt.Printf("\n%-10s %22s %26s %8s\n", "operation", "killed (of tries)", "disk full (of tries)", "lost")
	var killed, full, lost int
	for _, o := range ops {
		fmt.Printf("%-10s %12d %9d %16d %9d %8d\n", o.name, o.killed, o.kills, o.filled, o.fulls, len(o.losses))
		killed, full, lost = killed+o.killed, full+o.filled, lost+len(o.losses)
		for _, l := range o.losses {
			fmt.Println("  ", l)
		}
	}
	fmt.Printf("\n%d kills and %d full disks in the middle of work; after each the database opened, integrity_check said ok or a loss is listed.\n", killed, full)
	fmt.Printf("%d losses of decisions, items, findings or integrity.\n", lost)
	if lost > 0 {
		return fmt.Errorf("%d losses", lost)
	}
	return nil
}
