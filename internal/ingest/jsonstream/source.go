package jsonstream

import (
	"bytes"
	"errors"
	"io"
)

// source is a window on the document. From mark on, when it is set, bytes are kept.
type source struct {
	r        io.Reader
	buf      []byte
	pos      int   // next byte
	base     int64 // document position of buf[0]
	mark     int   // first byte to keep, or -1
	max      int   // most bytes to keep
	overflow bool  // the kept value outgrew max and was let go
	err      error // what ended the reader
	rewound  int64 // bytes read twice because of errors
	stack    []byte
}

func (s *source) offset() int64 { return s.base + int64(s.pos) }

// fill reads more, keeping what is marked. It returns false at the end.
func (s *source) fill() bool {
	if s.err != nil {
		return false
	}
	if s.mark >= 0 && len(s.buf)-s.mark > s.max {
		s.mark, s.overflow = -1, true
	}
	keep := s.pos
	if s.mark >= 0 {
		keep = s.mark
	}
	switch {
	case s.buf == nil:
		s.buf = make([]byte, 0, firstBuffer)
	case keep > 0:
		n := copy(s.buf, s.buf[keep:])
		s.buf = s.buf[:n]
		s.base += int64(keep)
		s.pos -= keep
		if s.mark >= 0 {
			s.mark = 0
		}
	}
	if len(s.buf) == cap(s.buf) || s.base > 0 && cap(s.buf) < bufferSize {
		grown := make([]byte, len(s.buf), max(2*cap(s.buf), bufferSize))
		copy(grown, s.buf)
		s.buf = grown
	}
	for range 100 {
		n, err := s.r.Read(s.buf[len(s.buf):cap(s.buf)])
		s.buf = s.buf[:len(s.buf)+n]
		s.err = err
		if n > 0 || err != nil {
			return n > 0
		}
	}
	s.err = io.ErrNoProgress
	return false
}

// end returns the error for a document that stops where more was due.
func (s *source) end() error {
	if s.err == nil || errors.Is(s.err, io.EOF) {
		return errTruncated
	}
	return s.err
}

// space skips white space and returns the next byte without taking it; ok is false at the end.
func (s *source) space() (c byte, ok bool) {
	for {
		for s.pos < len(s.buf) {
			switch c = s.buf[s.pos]; c {
			case ' ', '\n', '\t', '\r':
				s.pos++
			default:
				return c, true
			}
		}
		if !s.fill() {
			return 0, false
		}
	}
}

// skip passes over one value, whatever it is.
func (s *source) skip(depth int) error {
	c, ok := s.space()
	switch {
	case !ok:
		return s.end()
	case c == '"':
		return s.text()
	case c == '{', c == '[':
		return s.container(depth)
	case c == '-', c >= '0' && c <= '9', c >= 'a' && c <= 'z':
		return s.literal()
	}
	return errSyntax
}

// literal passes over a number, true, false or null; its form is left to the decoder.
func (s *source) literal() error {
	for {
		for ; s.pos < len(s.buf); s.pos++ {
			switch c := s.buf[s.pos]; {
			case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '-', c == '+', c == '.', c == 'E':
			default:
				return nil
			}
		}
		if !s.fill() {
			return nil
		}
	}
}

// text passes over a string, including its quotes. A line end inside is an error, which finds a lost quote
// before the rest of the document is taken for text.
func (s *source) text() error {
	s.pos++
	odd := false // the bytes before pos end in an odd number of backslashes
	for {
		chunk := s.buf[s.pos:]
		i := bytes.IndexByte(chunk, '"')
		part := chunk
		if i >= 0 {
			part = chunk[:i]
		}
		if n := bytes.IndexByte(part, '\n'); n >= 0 {
			s.pos += n
			return errString
		}
		odd = trailingOdd(part, odd)
		s.pos += len(part)
		if i >= 0 {
			s.pos++
			if !odd {
				return nil
			}
			odd = false
			continue
		}
		if !s.fill() {
			return s.end()
		}
	}
}

// trailingOdd reports whether part, following text that ended as before says, ends in an odd number of
// backslashes.
func trailingOdd(part []byte, before bool) bool {
	n := 0
	for n < len(part) && part[len(part)-1-n] == '\\' {
		n++
	}
	if n == len(part) && before {
		n++
	}
	return n%2 == 1
}

// container passes over an object or array by its brackets.
func (s *source) container(depth int) error {
	s.stack = s.stack[:0]
	for {
		for s.pos < len(s.buf) {
			switch c := s.buf[s.pos]; c {
			case '"':
				if err := s.text(); err != nil {
					return err
				}
				continue
			case '{', '[':
				if len(s.stack) >= depth {
					return errDepth
				}
				s.stack = append(s.stack, c+2) // in ASCII the closing bracket of both
			case '}', ']':
				if s.stack[len(s.stack)-1] != c {
					return errBracket
				}
				if s.stack = s.stack[:len(s.stack)-1]; len(s.stack) == 0 {
					s.pos++
					return nil
				}
			}
			s.pos++
		}
		if !s.fill() {
			return s.end()
		}
	}
}
