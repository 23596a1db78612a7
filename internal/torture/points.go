//go:build linux

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// measure looks at the database that an operation begins with, and at an undisturbed run.
func (r *rack) measure(ctx context.Context, o *op) (err error) {
	copied := filepath.Join(r.dir, "before.db") // opening a database of an older version changes it
	if err := copyFile(o.base, copied); err != nil {
		return err
	}
	if o.before, err = stateOf(ctx, copied); err != nil {
		return err
	}
	if o.size, err = sizeOf(filepath.Dir(o.base), filepath.Base(o.base)); err != nil {
		return err
	}
	o.took, o.grown, err = r.undisturbed(ctx, o)
	return err
}

// tries is how often a kill is tried that came too late: how long a run takes depends on what else runs.
const tries = 8

// killPoint kills the operation at the i-th of n moments.
func (r *rack) killPoint(ctx context.Context, o *op, i, n int) error {
	killed := false
	for try := 0; try < tries && !killed; try++ {
		err := r.inFolder(o, 0, func(work string) (err error) {
			r.mu.Lock()
			took := o.took
			r.mu.Unlock()
			killed, took, err = r.kill(ctx, o, work, took*time.Duration(2*i+1)/time.Duration(2*n))
			if err != nil {
				return err
			}
			r.mu.Lock()
			o.kills++
			if killed {
				o.killed++
			} else {
				o.took = took
			}
			r.mu.Unlock()
			return r.inspect(ctx, o, work, fmt.Sprintf("kill %d", i))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// fullPoint gives the operation the i-th of n shares of the room it wants.
func (r *rack) fullPoint(ctx context.Context, o *op, i, n int) error {
	room := o.size + o.grown*int64(2*i+1)/int64(2*n)
	return r.inFolder(o, room, func(work string) error {
		hit, err := r.fill(ctx, o, work)
		if err != nil {
			return err
		}
		r.mu.Lock()
		o.fulls, o.filled = o.fulls+1, o.filled+hit
		r.mu.Unlock()
		if err := unix.Mount("tmpfs", work, "tmpfs", unix.MS_REMOUNT, "size=1g"); err != nil {
			return err
		}
		return r.inspect(ctx, o, work, fmt.Sprintf("full disk %d of %d bytes", i, room))
	})
}

// undisturbed runs the operation once and returns how long it worked on the database, and how many bytes it added
// to the folder at most.
func (r *rack) undisturbed(ctx context.Context, o *op) (took time.Duration, grown int64, err error) {
	err = r.inFolder(o, 0, func(work string) error {
		base, err := sizeOf(work, "")
		if err != nil {
			return err
		}
		c := r.command(ctx, filepath.Join(work, "test.db"), o.input, o.args(work)...)
		var out bytes.Buffer
		c.Stdout, c.Stderr = &out, &out
		if err := c.Start(); err != nil {
			return err
		}
		ended := make(chan error, 1)
		go func() { ended <- c.Wait() }()
		var begun time.Time
		for {
			select {
			case err := <-ended:
				if err != nil {
					return fmt.Errorf("%w\n%s", err, out.String())
				}
				took = time.Since(begun)
				if begun.IsZero() {
					return errors.New("it never touched the database")
				}
				o.calm, err = stateOf(ctx, filepath.Join(work, "test.db"))
				if err == nil && o.extra != nil {
					err = o.extra(work)
				}
				return err
			case <-time.After(time.Millisecond):
				if begun.IsZero() && working(work) {
					begun = time.Now()
				}
				if size, err := sizeOf(work, ""); err == nil {
					grown = max(grown, size-base)
				}
			}
		}
	})
	return took, grown, err
}

// working reports whether a program has begun to work on the database.
func working(work string) bool {
	_, err := os.Stat(filepath.Join(work, "test.db.lock"))
	return err == nil
}

// kill runs the operation and kills it some time after it began to work. It returns whether it did, or else how long
// the operation took until it ended.
func (r *rack) kill(ctx context.Context, o *op, work string, after time.Duration) (killed bool, took time.Duration, err error) {
	c := r.command(ctx, filepath.Join(work, "test.db"), o.input, o.args(work)...)
	if err := c.Start(); err != nil {
		return false, 0, err
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	var begun time.Time
	for {
		select {
		case <-ended:
			if !begun.IsZero() {
				took = time.Since(begun)
			}
			return false, took, ctx.Err()
		case <-time.After(time.Millisecond):
			if begun.IsZero() && working(work) {
				begun = time.Now()
			}
			if !begun.IsZero() && time.Since(begun) >= after {
				_ = c.Process.Kill() // if it ended just now, Wait says so
				err := <-ended
				return err != nil && strings.Contains(err.Error(), "killed"), time.Since(begun), ctx.Err()
			}
		}
	}
}

// fill runs the operation where the room does not suffice; it returns 1 if it failed for that, and an error if it
// failed otherwise.
func (r *rack) fill(ctx context.Context, o *op, work string) (int, error) {
	c := r.command(ctx, filepath.Join(work, "test.db"), o.input, o.args(work)...)
	out, err := c.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0, nil
	case errors.As(err, &exit) && exit.ExitCode() == 1 && !bytes.Contains(out, []byte("goroutine ")):
		return 1, nil
	}
	return 0, fmt.Errorf("full disk: %w\n%s", err, out)
}

// inspect looks at what is left and lets the operation end; what is lost goes into the operation's list.
func (r *rack) inspect(ctx context.Context, o *op, work, point string) error {
	db := filepath.Join(work, "test.db")
	lost := func(format string, args ...any) {
		r.mu.Lock()
		defer r.mu.Unlock()
		o.losses = append(o.losses, point+": "+fmt.Sprintf(format, args...))
	}
	after, err := stateOf(ctx, db)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		lost("%v", err)
		return nil
	}
	if o.name != "restore" { // which replaces decisions by those of the backup
		for _, l := range after.lacks(o.before) {
			lost("after it %s", l)
		}
	}
	c := r.command(ctx, db, o.input, o.args(work)...)
	out, err := c.CombinedOutput()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil && after.lacks(o.calm) != nil {
		lost("does not end: %v\n%s", err, out)
		return nil
	}
	final, err := stateOf(ctx, db)
	if err != nil {
		lost("in the end %v", err)
		return nil
	}
	for _, l := range append(final.lacks(o.calm), o.calm.lacks(final)...) {
		lost("in the end %s", l)
	}
	if o.extra != nil {
		if err := o.extra(work); err != nil {
			lost("in the end %v", err)
		}
	}
	return nil
}

// inFolder runs work in a folder with a copy of the operation's database, on a disk of so many bytes; 0 means enough.
func (r *rack) inFolder(o *op, size int64, work func(dir string) error) (err error) {
	dir, err := os.MkdirTemp(r.dir, "point-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if size == 0 {
		size = 1 << 30
	}
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, fmt.Sprintf("size=%d", size)); err != nil {
		return fmt.Errorf("mount a small disk: %w", err)
	}
	defer func() { err = errors.Join(err, unix.Unmount(dir, unix.MNT_DETACH)) }()
	if err := copyFile(o.base, filepath.Join(dir, "test.db")); err != nil {
		return err
	}
	return work(dir)
}

// sizeOf is how much room the files of a folder whose names begin so take, in bytes, by whole pages.
func sizeOf(dir, prefix string) (n int64, err error) {
	const page = 4096
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || !strings.HasPrefix(d.Name(), prefix) {
			return ignoreGone(err)
		}
		info, err := d.Info()
		if err == nil {
			n += (info.Size() + page - 1) / page * page
		}
		return ignoreGone(err)
	})
	return n, err
}

func ignoreGone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}
