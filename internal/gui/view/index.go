package view

import (
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

	last string // the query that hits answers, folded
	hits []bool // nil for "all"
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

// find returns which tasks hold all words of a query; nil means all do. The answer is kept until the next
// query, and a longer query only looks where the shorter one hit.
func (x *index) find(query string) []bool {
	q := strings.TrimRight(string(appendFolded(nil, query)), " ")
	if q == x.last {
		return x.hits
	}
	within := x.hits
	if x.last == "" || !strings.HasPrefix(q, x.last) {
		within = nil
	}
	for _, w := range strings.Fields(q) {
		within = x.narrow(w, within)
	}
	x.last, x.hits = q, within
	return within
}

func (x *index) narrow(word string, within []bool) []bool {
	hits := make([]bool, len(x.ends))
	has := make([]bool, len(x.shared))
	for i, s := range x.shared {
		has[i] = strings.Contains(s, word)
	}
	for i, at := range x.shares {
		hits[i] = has[at] && (within == nil || within[i])
	}
	task, at := 0, 0
	for at < len(x.words) {
		found := strings.Index(x.words[at:], word)
		if found < 0 {
			break
		}
		at += found
		for int(x.ends[task]) <= at {
			task++
		}
		hits[task] = hits[task] || within == nil || within[task]
		at = int(x.ends[task])
	}
	return hits
}
