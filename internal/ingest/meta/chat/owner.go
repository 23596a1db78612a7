package chat

import (
	"context"
	"io"
	"path"
	"strings"

	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/page"
	"footprint/internal/ingest/meta/value"
)

// Enough to tell the owner; the beginning of a file holds its participants.
const (
	maxHeads = 2000
	headSize = 128 << 10
)

// findOwner settles which participant is the owner, when the export does not say or says it by another
// name: the one who takes part in the most threads; in a single chat of two the one it is not named after.
// It makes no guess about a single group.
func findOwner(ctx context.Context, r *meta.Reader, files []string) {
	count, known := map[string]int{}, false
	threads := map[string]thread{}
	for i, file := range files {
		if i >= maxHeads || ctx.Err() != nil {
			break
		}
		t := peek(ctx, r, file)
		if _, ok := threads[t.path]; ok || len(t.names) == 0 {
			continue
		}
		threads[t.path] = t
		for _, n := range t.names {
			known = known || r.IsOwner(n)
			count[n]++
		}
	}
	if known || len(threads) == 0 {
		return
	}
	best, most, tie := "", 0, false
	for n, c := range count {
		if c == most {
			tie = true
		}
		if c > most {
			best, most, tie = n, c, false
		}
	}
	if tie || len(threads) < 2 {
		best = byTitle(r, files, threads)
	}
	if best != "" {
		r.Own(best)
		if r.X.Owner.Name == "" {
			r.X.Owner.Name = best
		}
	}
}

// byTitle looks for a chat of two that is named after the partner.
func byTitle(r *meta.Reader, files []string, threads map[string]thread) string {
	votes := map[string]int{}
	for i, file := range files {
		if i >= 20 {
			break
		}
		t := threads[peekPath(file, threads)]
		if t.file != file {
			continue
		}
		if t.title == "" && !strings.EqualFold(path.Ext(file), ".html") {
			if full, err := head(r, file); err == nil {
				t = full
			}
		}
		if len(t.names) != 2 {
			continue
		}
		switch t.title {
		case t.names[0]:
			votes[t.names[1]]++
		case t.names[1]:
			votes[t.names[0]]++
		}
	}
	best, most := "", 0
	for n, c := range votes {
		if c > most || c == most && n < best {
			best, most = n, c
		}
	}
	if best != "" || len(threads) != 1 {
		return best
	}
	for _, t := range threads {
		switch {
		case len(t.names) != 2:
		case t.secure:
			return t.names[0] // there the owner stands first
		default:
			return t.names[1] // here last
		}
	}
	return ""
}

func peekPath(file string, threads map[string]thread) string {
	for p, t := range threads {
		if t.file == file {
			return p
		}
	}
	return ""
}

// peek reads the beginning of a file without entering it in the ledger.
func peek(ctx context.Context, r *meta.Reader, file string) thread {
	f, err := r.X.Archive.Open(r.X.Path(file))
	if err != nil {
		return thread{}
	}
	defer f.Close()
	start := io.LimitReader(f, headSize)
	if !strings.EqualFold(path.Ext(file), ".html") {
		return headOf(file, value.Header(start, "participants", "title", "threadName", "thread_path"))
	}
	t := newThread(file)
	// A chat that ends inside its first row still has its head read; the error repeats when it is read.
	_ = page.Rows(ctx, start, func(p page.Page, _ page.Row) bool {
		t.title, t.names = p.Title, participants(p.Head)
		return false
	})
	return t
}
