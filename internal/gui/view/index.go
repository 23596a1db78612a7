package view

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// index answers which tasks hold a word. All words lie in one string, so that a search is one sweep over it
// instead of a hundred thousand small ones.
type index struct {
	words string
	ends  []int32 // words of task i end at ends[i]; a line break separates tasks

	last string // the query that hits answers, folded
	hits []bool // nil for "all"
}

func newIndex(tasks []Task) *index {
	buf := make([]byte, 0, 128*len(tasks))
	x := &index{ends: make([]int32, len(tasks))}
	for i := range tasks {
		t := &tasks[i]
		for _, part := range [...]string{t.Title, t.Excerpt, t.PlatformName, t.Account, t.Rule} {
			buf = append(appendFolded(buf, part), ' ')
		}
		buf = append(buf, '\n')
		x.ends[i] = int32(len(buf))
	}
	x.words = string(buf)
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
		hits[task] = within == nil || within[task]
		at = int(x.ends[task])
	}
	return hits
}
