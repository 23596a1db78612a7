// Package jsonstream walks a JSON document of any size and hands out the values at the paths its caller
// names, one at a time and still as text, so that a platform decodes each record into a small struct.
//
// A path is a list of steps joined by "/": a member's name, "[]" for every element of an array, or "*" for
// every member of an object. "[]" alone means the elements of a top-level array; "messages_v2/[]" those of
// an array inside an object; "" the document itself. The document may be preceded by a byte order mark and
// by a JavaScript assignment, and several documents may follow each other (JSON lines).
//
// The walk only looks for strings and matching brackets, which is several times faster than decoding.
// After a broken element it looks for the beginning of the next one in the same array and goes on. The
// package holds one element in memory, at most Limits.Element bytes, and never recurses: hostile nesting
// costs nothing but the error it earns.
package jsonstream

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"footprint/internal/footprint"
)

// Value is one value at one of the asked paths.
type Value struct {
	// Path is the asked path that led here, word for word.
	Path string
	// Key is the member name in the innermost object, decoded; empty inside an array.
	Key string
	// List is the member name under which the innermost array stands that this value lies in; empty outside.
	List string
	// Index counts the values of this path from 1, over the whole document.
	Index int64
	// Outer is the number, from 1, of the element of the outermost array this value lies in; 0 outside arrays.
	Outer int64
	// Offset is the byte position of the value in the document.
	Offset int64
	// Raw is the value's text. It is valid until the next step of the iteration.
	Raw []byte
}

// Error is a place in the document that could not be read. The walk goes on after it where it can.
type Error struct {
	Path   string // the asked path that was being read, empty outside
	Index  int64  // the number of the record that failed, from 1; 0 for the document
	Offset int64
	Err    error
}

func (e *Error) Error() string { return fmt.Sprintf("byte %d: %v", e.Offset, e.Err) }

// IndexOf is the number of the record at which an error of [Walk] stands, from 1; 0 for the document, and for any other
// error.
func IndexOf(err error) int64 {
	var at *Error
	if errors.As(err, &at) {
		return at.Index
	}
	return 0
}

// Unwrap returns the cause, which is or wraps footprint.ErrDamaged or footprint.ErrTooLarge, or is the
// reader's own error.
func (e *Error) Unwrap() error { return e.Err }

// Limits bound what a document may make us hold. Zero fields take the defaults.
type Limits struct {
	Element int // bytes of one value that is handed out; default 32 MiB
	Depth   int // nesting of the document; default 200
}

const (
	defaultElement = 32 << 20
	defaultDepth   = 200
	firstBuffer    = 16 << 10 // most files of an export are small
	bufferSize     = 256 << 10
)

var (
	errTruncated = fmt.Errorf("%w: file ends early", footprint.ErrDamaged)
	errBracket   = fmt.Errorf("%w: bracket out of place", footprint.ErrDamaged)
	errSyntax    = fmt.Errorf("%w: not JSON", footprint.ErrDamaged)
	errString    = fmt.Errorf("%w: text not closed", footprint.ErrDamaged)
	errElement   = fmt.Errorf("%w: record too large", footprint.ErrTooLarge)
	errDepth     = fmt.Errorf("%w: nested too deeply", footprint.ErrTooLarge)
)

// Walk yields the values at the paths in the order of the document. An error is always an *Error; the
// caller may go on ranging after it. An unreadable reader ends the walk after its error.
func Walk(r io.Reader, paths ...string) iter.Seq2[Value, error] {
	return Limits{}.Walk(r, paths...)
}

// Walk is [Walk] with limits of its own.
func (l Limits) Walk(r io.Reader, paths ...string) iter.Seq2[Value, error] {
	if l.Element <= 0 {
		l.Element = defaultElement
	}
	if l.Depth <= 0 {
		l.Depth = defaultDepth
	}
	return func(yield func(Value, error) bool) {
		w := &walker{source: source{r: r, max: l.Element, mark: -1}, depth: l.Depth, yield: yield}
		w.document(newTree(paths))
	}
}

// node is one step of the asked paths, merged into a tree. A node that is itself asked for hides what lies
// below it.
type node struct {
	text    string // the asked path, if asked
	asked   bool
	count   int64
	element *node
	any     *node
	members map[string]*node
	// What the beginning of an element of an array looks like, learnt from the first one:
	marker []byte // the first member's name in quotes
	indent []byte // line end and blanks before it, if it stands on its own line
}

func newTree(paths []string) *node {
	root := &node{}
	for _, p := range paths {
		n := root
		if p != "" {
			for step := range strings.SplitSeq(p, "/") {
				n = n.next(step)
			}
		}
		n.asked, n.text = true, p
	}
	return root
}

func (n *node) next(step string) *node {
	slot := &n.element
	switch step {
	case "[]":
	case "*":
		slot = &n.any
	default:
		if n.members == nil {
			n.members = map[string]*node{}
		}
		if n.members[step] == nil {
			n.members[step] = &node{}
		}
		return n.members[step]
	}
	if *slot == nil {
		*slot = &node{}
	}
	return *slot
}

// member returns the node below for a member of that name, or nil.
func (n *node) member(key []byte) *node {
	if m := n.members[string(key)]; m != nil {
		return m
	}
	return n.any
}
