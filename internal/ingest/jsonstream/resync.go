package jsonstream

import (
	"bytes"
)

// learn remembers what the beginning of an element looks like: the bracket and the first member's name.
func (w *walker) learn(n *node, lineStart int) {
	const longest = 200
	for len(w.buf)-w.pos < longest {
		keep := w.mark
		w.mark = w.pos
		more := w.fill()
		w.mark = keep
		if !more {
			break
		}
		lineStart = w.pos
	}
	n.marker = []byte{}
	text := w.buf[w.pos:min(len(w.buf), w.pos+longest)]
	if len(text) == 0 || text[0] != '{' {
		return
	}
	rest := bytes.TrimLeft(text[1:], " \t\r\n")
	if len(rest) < 2 || rest[0] != '"' {
		return
	}
	if end := bytes.IndexByte(rest[1:], '"'); end >= 0 {
		n.marker = bytes.Clone(rest[:end+2])
	}
	blanks := w.buf[min(lineStart, w.pos):w.pos]
	if i := bytes.LastIndexByte(blanks, '\n'); i >= 0 && len(bytes.TrimSpace(blanks)) == 0 {
		n.indent = bytes.Clone(blanks[i:])
	}
}

// resync looks for the beginning of the next element after a broken one. It begins again behind the first
// byte of the broken element while the bytes read twice stay fewer than those read, so that the whole
// stays linear.
func (w *walker) resync(n *node) bool {
	if w.mark >= 0 {
		back := int64(w.pos - w.mark - 1)
		if back > 0 && w.rewound+back <= w.offset() {
			w.rewound += back
			w.pos = w.mark + 1
		}
		w.mark = -1
	}
	if len(n.marker) == 0 {
		return false
	}
	for {
		i := bytes.IndexByte(w.buf[w.pos:], '{')
		if i < 0 {
			w.pos = len(w.buf)
			if !w.fill() {
				return false
			}
			continue
		}
		w.pos += i
		if w.begins(n) {
			return true
		}
		w.pos++
	}
}

// begins reports whether an element like the first one begins at the present bracket.
func (w *walker) begins(n *node) bool {
	const blanks = 64
	for len(w.buf)-w.pos < len(n.marker)+blanks {
		w.mark = max(0, w.pos-len(n.indent))
		more := w.fill()
		w.mark = -1
		if !more {
			break
		}
	}
	if len(n.indent) > 0 && !bytes.HasSuffix(w.buf[:w.pos], n.indent) {
		return false
	}
	return bytes.HasPrefix(bytes.TrimLeft(w.buf[w.pos+1:], " \t\r\n"), n.marker)
}
