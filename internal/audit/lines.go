package audit

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"
	"unicode/utf8"

	"footprint/internal/analyze"
	"footprint/internal/audit/core"
	"footprint/internal/footprint"
)

const (
	maxLine      = 16 << 20 // bytes of one line
	linesAtOnce  = 32       // lines judged together
	bytesAtOnce  = 1 << 20
	outputBuffer = 1 << 16
)

// CheckLines judges drafts, one JSON object a line: {"id","text"} with any other fields of an item and an
// optional "me". For each line it writes one [Draft], in order, with the id as it was given. A line that
// is not such an object gets an answer with "error" and no findings; the first one is returned at the end.
func CheckLines(ctx context.Context, rules *analyze.RuleSet, r io.Reader, w io.Writer, asOf time.Time) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 1<<16), maxLine)
	first, number := error(nil), 0
	size := 0 // of the parcel before: the next is of that order
	next := func(context.Context) (parcel, bool, error) {
		p := parcel{text: make([]byte, 0, size+size/8), ends: make([]int, 0, linesAtOnce)}
		for len(p.ends) < linesAtOnce && len(p.text) < bytesAtOnce && lines.Scan() {
			p.text = append(p.text, lines.Bytes()...)
			p.ends = append(p.ends, len(p.text))
		}
		size = len(p.text)
		return p, len(p.ends) > 0, lines.Err()
	}
	work := func(p parcel) answers { return checkParcel(rules, p, asOf) }
	out := bufio.NewWriterSize(w, outputBuffer)
	err := core.Ordered(ctx, next, work, func(_ context.Context, a answers) error {
		if a.err != nil && first == nil {
			first = fmt.Errorf("line %d: %w", number+a.line, a.err)
		}
		number += a.lines
		_, err := out.Write(a.text)
		return err
	})
	if err == nil {
		err = out.Flush()
	}
	if errors.Is(err, bufio.ErrTooLong) {
		err = fmt.Errorf("line longer than %d bytes: %w", maxLine, footprint.ErrTooLarge)
	}
	return errors.Join(err, first)
}

// parcel is some lines, one after another.
type parcel struct {
	text []byte
	ends []int
}

// answers are the output lines for a parcel.
type answers struct {
	text  []byte
	lines int
	err   error // of the first bad line
	line  int   // its number in the parcel, from 1
}

func checkParcel(rules *analyze.RuleSet, p parcel, asOf time.Time) answers {
	a := answers{lines: len(p.ends)}
	room := draftLines.Get().(*[linesAtOnce]draftLine)
	lines, items := room[:0], make([]analyze.Owned, 0, len(p.ends))
	defer func() {
		clear(lines)
		draftLines.Put(room)
	}()
	start := 0
	for i, end := range p.ends {
		line := bytes.TrimSpace(p.text[start:end])
		start = end
		if len(line) == 0 {
			continue
		}
		lines = append(lines, draftLine{number: i + 1})
		in := &lines[len(lines)-1]
		if in.err = in.read(line); in.err == nil {
			asOwnPost(&in.item)
			items = append(items, analyze.Owned{Item: &in.item, Me: in.me})
		}
	}
	judged := rules.JudgeAll(items, asOf)
	var out bytes.Buffer
	out.Grow(len(p.text))
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	for i := range lines {
		in := &lines[i]
		d := Draft{Lang: "und", Findings: []DraftFinding{}}
		if in.err == nil {
			d = draftOf(&in.item, in.me, &judged[0])
			judged[0].Release()
			judged = judged[1:]
		} else {
			d.Error = in.err.Error()
		}
		if d.ID = in.id; d.ID == nil {
			d.ID = json.RawMessage("null")
		}
		if err := e.Encode(&d); err != nil && in.err == nil {
			in.err = err
		}
		if in.err != nil && a.err == nil {
			a.err, a.line = in.err, in.number
		}
	}
	a.text = out.Bytes()
	return a
}

// draftLines keep the room for the lines of a parcel.
var draftLines = sync.Pool{New: func() any { return new([linesAtOnce]draftLine) }}

// draftLine is one line of input.
type draftLine struct {
	id     json.RawMessage
	me     *footprint.Person
	item   footprint.Item
	number int // in its parcel, from 1
	err    error
}

var errNotObject = errors.New("want a JSON object")

// read takes a line apart by its members. Most lines hold an id and a text and nothing else: they never
// meet the decoder of items, which costs more than the rules.
func (in *draftLine) read(line []byte) error {
	if !plain(line) && !json.Valid(line) || line[0] != '{' {
		return errNotObject
	}
	var rest []byte
	for key, value := range members(line) {
		var err error
		switch string(key) {
		case `"id"`:
			in.id = value
		case `"text"`:
			in.item.Text, err = unquote(value)
		case `"me"`:
			err = json.Unmarshal(value, &in.me)
		default:
			rest = append(append(append(append(rest, ','), key...), ':'), value...)
		}
		if err != nil {
			return fmt.Errorf("member %s: %w", key, err)
		}
	}
	if rest == nil {
		return nil
	}
	rest[0] = '{'
	text := in.item.Text
	if err := json.Unmarshal(append(rest, '}'), &in.item); err != nil {
		return err
	}
	in.item.Text = text
	return nil
}

// plain reports an object of strings without escapes and of whole numbers, as most lines are. It is valid JSON, and that
// is told in a fraction of the time that json.Valid takes.
func plain(b []byte) bool {
	if b[0] != '{' {
		return false
	}
	for i := 1; ; i++ {
		var ok bool
		if i, ok = plainString(b, i); !ok || i == len(b) || b[i] != ':' {
			return false
		}
		if i, ok = plainValue(b, i+1); !ok || i == len(b) || b[i] != ',' {
			return ok && i == len(b)-1 && b[i] == '}'
		}
	}
}

// plainValue returns the end of the string or number at i, before which one space may stand.
func plainValue(b []byte, i int) (end int, ok bool) {
	start := i
	if i < len(b) && b[i] == ' ' {
		start++
	}
	for i = start; i < len(b) && '0' <= b[i] && b[i] <= '9'; i++ {
	}
	if i == start {
		return plainString(b, i)
	}
	return i, b[start] != '0' || i == start+1
}

// plainString returns the end of the string at i, before which one space may stand.
func plainString(b []byte, i int) (end int, ok bool) {
	if i < len(b) && b[i] == ' ' {
		i++
	}
	if i == len(b) || b[i] != '"' {
		return i, false
	}
	for i++; i < len(b); i++ {
		if c := b[i]; c == '"' {
			return i + 1, true
		} else if c < ' ' || c == '\\' {
			break
		}
	}
	return i, false
}

// members yields keys and values of a valid JSON object as they are written.
func members(object []byte) func(yield func(key, value []byte) bool) {
	return func(yield func(key, value []byte) bool) {
		i := 1
		for {
			i = skipSpace(object, i)
			if object[i] == '}' {
				return
			}
			if object[i] == ',' {
				i = skipSpace(object, i+1)
			}
			end := skipValue(object, i)
			key := object[i:end]
			i = skipSpace(object, skipSpace(object, end)+1) // over the colon
			end = skipValue(object, i)
			if !yield(key, object[i:end]) {
				return
			}
			i = end
		}
	}
}

func skipSpace(b []byte, i int) int {
	for b[i] == ' ' || b[i] == '\t' || b[i] == '\n' || b[i] == '\r' {
		i++
	}
	return i
}

// skipValue returns the end of the value that begins at i, in valid JSON.
func skipValue(b []byte, i int) int {
	for depth := 0; ; i++ {
		switch b[i] {
		case '"':
			for i++; b[i] != '"'; i++ {
				if b[i] == '\\' {
					i++
				}
			}
			if depth == 0 {
				return i + 1
			}
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				return i // the end of the object after a bare value
			}
			if depth--; depth == 0 {
				return i + 1
			}
		case ',', ' ', '\t', '\n', '\r':
			if depth == 0 {
				return i
			}
		}
	}
}

// unquote reads a JSON string; null is empty.
func unquote(value []byte) (string, error) {
	if value[0] == '"' && bytes.IndexByte(value, '\\') < 0 && utf8.Valid(value) {
		return string(value[1 : len(value)-1]), nil
	}
	var s string
	err := json.Unmarshal(value, &s)
	return s, err
}
