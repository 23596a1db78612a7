package jsonstream

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// walker follows the tree of asked paths through the document. It recurses once per step of a path.
type walker struct {
	source
	depth int
	yield func(Value, error) bool
	last  *node // the elements of the outermost array last seen
	outer int64
	nest  int    // arrays entered
	list  string // name of the innermost array entered
}

// errStop ends the walk: the consumer broke off, or nothing more can be read.
var errStop = errors.New("stop")

func (w *walker) document(root *node) {
	if w.prefix() != nil {
		return
	}
	for {
		c, ok := w.space()
		switch {
		case !ok && (w.err == nil || errors.Is(w.err, io.EOF)):
			return
		case !ok:
			w.fail(root, w.err)
			return
		case c == ';':
			w.pos++
			continue
		}
		err := w.value(root, nil)
		for err != nil {
			if errors.Is(err, errStop) || w.fail(root, err) != nil || w.last == nil || !w.resync(w.last) {
				return
			}
			w.nest = 1
			err = w.elements(w.last)
			w.nest = 0
		}
	}
}

// prefix skips a byte order mark and a JavaScript assignment.
func (w *walker) prefix() error {
	const farthest = 4 << 10
	for len(w.buf) < farthest && w.fill() {
	}
	if bytes.HasPrefix(w.buf, []byte("\xef\xbb\xbf")) {
		w.pos = 3
	}
	head := w.buf[w.pos:min(len(w.buf), farthest)]
	if i := bytes.IndexAny(head, "={[\""); i > 0 && head[i] == '=' {
		w.pos += i + 1
	}
	return nil
}

// fail yields an error at the present position. It returns errStop when the consumer is done or the reader
// itself failed.
func (w *walker) fail(n *node, err error) error {
	e := &Error{Path: n.text, Offset: w.offset(), Err: err}
	if n.asked {
		n.count++
		e.Index = n.count
	}
	if !w.yield(Value{}, e) || w.err != nil && !errors.Is(w.err, io.EOF) {
		return errStop
	}
	return nil
}

// value walks one value. A returned error other than errStop has not been yielded yet.
func (w *walker) value(n *node, key []byte) error {
	c, ok := w.space()
	switch {
	case !ok:
		return w.end()
	case n == nil:
		return w.skip(w.depth)
	case n.asked:
		return w.capture(n, key)
	case c == '{' && (n.any != nil || n.members != nil):
		return w.object(n)
	case c == '[' && n.element != nil:
		if w.nest == 0 {
			w.last, w.outer = n.element, 0
		}
		w.pos++
		w.nest++
		outside := w.list
		w.list = string(key)
		err := w.elements(n.element)
		if err == nil { // else resync goes on in the same array
			w.list = outside
		}
		w.nest--
		return err
	}
	return w.skip(w.depth)
}

// capture hands one value out.
func (w *walker) capture(n *node, key []byte) error {
	w.mark, w.overflow = w.pos, false
	start := w.offset()
	if err := w.skip(w.depth); err != nil {
		return err // the mark stays, so that resync can begin again behind the value's first byte
	}
	raw := w.buf[max(w.mark, 0):w.pos]
	if w.overflow || len(raw) > w.max {
		w.mark = -1
		return w.fail(n, errElement)
	}
	n.count++
	v := Value{Path: n.text, Index: n.count, Offset: start, Raw: raw, Key: string(key)}
	if w.nest > 0 {
		v.Outer, v.List = w.outer, w.list
	}
	more := w.yield(v, nil)
	w.mark = -1
	if !more {
		return errStop
	}
	return nil
}

func (w *walker) object(n *node) error {
	w.pos++
	for first := true; ; first = false {
		c, ok := w.space()
		switch {
		case !ok:
			return w.end()
		case c == '}':
			w.pos++
			return nil
		case c == ',' && !first:
			w.pos++
			if c, ok = w.space(); !ok {
				return w.end()
			}
		case !first:
			return errSyntax
		}
		if c != '"' {
			return errSyntax
		}
		key, err := w.key()
		if err != nil {
			return err
		}
		if c, ok = w.space(); !ok {
			return w.end()
		} else if c != ':' {
			return errSyntax
		}
		w.pos++
		if err := w.value(n.member(key), key); err != nil {
			return err
		}
	}
}

// key reads a member's name.
func (w *walker) key() ([]byte, error) {
	w.mark, w.overflow = w.pos, false
	err := w.text()
	if err == nil && w.overflow {
		err = errElement
	}
	if err != nil {
		w.mark = -1
		return nil, err
	}
	quoted := w.buf[w.mark:w.pos]
	w.mark = -1
	if bytes.IndexByte(quoted, '\\') < 0 {
		return bytes.Clone(quoted[1 : len(quoted)-1]), nil
	}
	var s string
	if json.Unmarshal(quoted, &s) != nil {
		return nil, errSyntax
	}
	return []byte(s), nil
}

// elements walks an array from behind its opening bracket, or from an element found by resync. Broken
// elements are yielded as errors and stepped over.
func (w *walker) elements(n *node) error {
	for first := true; ; {
		err := w.element(n, first)
		first = false
		switch {
		case err == nil:
			continue
		case errors.Is(err, errEnd):
			return nil
		case errors.Is(err, errStop), errors.Is(err, errTruncated) && w.mark < 0:
			return err
		}
		if stop := w.fail(n, err); stop != nil {
			return stop
		}
		if !w.resync(n) {
			return errStop // yielded already, and nothing like an element follows
		}
		first = true
	}
}

// errEnd says that an array is closed.
var errEnd = errors.New("end of array")

// element walks one element with the comma before it.
func (w *walker) element(n *node, first bool) error {
	lineStart := w.pos
	c, ok := w.space()
	if !ok {
		return w.end()
	}
	if c == ',' && !first {
		w.pos++
		lineStart = w.pos
		if c, ok = w.space(); !ok {
			return w.end()
		}
	} else if c != ']' && !first {
		return errSyntax
	}
	if c == ']' {
		w.pos++
		return errEnd
	}
	if n.marker == nil {
		w.learn(n, lineStart)
	}
	if w.nest == 1 {
		w.outer++
	}
	return w.value(n, nil)
}
