package view

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// index answers which tasks hold a word. All excerpts lie in one string, so that a search is one sweep over it
// instead of a hundred thousand small ones; what many tasks share (rule, platform, account) is searched once.
type index struct {
	words  string
	ends   []int32  // words of task i end at ends[i]; a line break separates tasks
	shared []string // title, platform, account and rule, each combination once
	shares []int32  // which of them task i has
}

func newIndex(tasks []Task) *index {
	type names struct{ title, platform, account, rule string }
	x := &index{ends: make([]int32, len(tasks)), shares: make([]int32, len(tasks))}
	size := 0
	for i := range tasks {
		size += len(tasks[i].Excerpt) + 2
	}
	var words strings.Builder
	words.Grow(size)
	var buf []byte
	known := map[names]int32{}
	for i := range tasks {
		t := &tasks[i]
		buf = append(appendFolded(buf[:0], t.Excerpt), '\n')
		words.Write(buf)
		x.ends[i] = int32(words.Len())
		n := names{t.Title, t.PlatformName, t.Account, t.Rule}
		at, ok := known[n]
		if !ok {
			at = int32(len(x.shared))
			known[n] = at
			x.shared = append(x.shared, string(appendFolded(nil, n.title+" "+n.platform+" "+n.account+" "+n.rule)))
		}
		x.shares[i] = at
	}
	x.words = words.String()
	return x
}

// appendFolded appends the lower case of s with every run of spaces made one.
func appendFolded(buf []byte, s string) []byte {
	space := true
	for _, r := range s {
		if unicode.IsSpace(r) {
			if !space {
				buf = append(buf, ' ')
			}
			space = true
			continue
		}
		space = false
		if r < utf8.RuneSelf {
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			buf = append(buf, byte(r))
		} else {
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		}
	}
	return buf
}

// found is the answer to a query.
type found struct {
	query string // folded
	hits  []bool // by task; nil for "all"
}

// find answers which tasks hold all words of a query. One that goes on from an earlier one only looks where that hit.
// It stops when done is closed; nobody may use the answer then.
func (x *index) find(done <-chan struct{}, query string, before found) found {
	f := found{query: strings.TrimRight(string(appendFolded(nil, query)), " ")}
	if f.query == before.query {
		return before
	}
	var asked []string
	if before.query != "" && strings.HasPrefix(f.query, before.query) {
		f.hits, asked = before.hits, strings.Fields(before.query)
	}
	for i, w := range strings.Fields(f.query) {
		if i >= len(asked) || asked[i] != w {
			f.hits = x.narrow(done, w, f.hits)
		}
	}
	return f
}

// stretch is how many tasks are searched between two looks at whether to stop.
const stretch = 256

// narrow leaves of the tasks within those that hold a word; nil is all.
func (x *index) narrow(done <-chan struct{}, word string, within []bool) []bool {
	has := make([]bool, len(x.shared))
	for i, s := range x.shared {
		has[i] = strings.Contains(s, word)
	}
	hits := make([]bool, len(x.ends))
	for i, at := range x.shares {
		hits[i] = has[at] && (within == nil || within[i])
	}
	at := 0
	for from := 0; from < len(hits); from += stretch {
		select {
		case <-done:
			return hits
		default:
		}
		to := min(from+stretch, len(hits))
		x.sweep(word, within, hits, from, to, at)
		at = int(x.ends[to-1])
	}
	return hits
}

// sweep adds the tasks of a stretch, whose words begin at a place, that hold a word.
func (x *index) sweep(word string, within, hits []bool, from, to, at int) {
	if within != nil && !slices.Contains(within[from:to], true) {
		return
	}
	end := int(x.ends[to-1])
	for task := from; at < end; task++ {
		found := strings.Index(x.words[at:end], word)
		if found < 0 {
			return
		}
		at += found
		for int(x.ends[task]) <= at {
			task++
		}
		hits[task] = hits[task] || within == nil || within[task]
		at = int(x.ends[task])
	}
}
