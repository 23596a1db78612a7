package drafts

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

	"footprint/internal/analyze"
	"footprint/internal/audit/core"
	"footprint/internal/footprint"
)

const (
	maxLine      = 16 << 20 // bytes of one line
	linesAtOnce  = 128      // lines judged together
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
	next := func(context.Context) (*parcel, bool, error) {
		p := parcels.Get().(*parcel)
		p.text, p.ends = p.text[:0], p.ends[:0]
		for len(p.ends) < linesAtOnce && len(p.text) < bytesAtOnce && lines.Scan() {
			p.text = append(p.text, lines.Bytes()...)
			p.ends = append(p.ends, len(p.text))
		}
		return p, len(p.ends) > 0, lines.Err()
	}
	work := func(p *parcel) answers {
		defer parcels.Put(p)
		return checkParcel(rules, p, asOf)
	}
	out := bufio.NewWriterSize(w, outputBuffer)
	err := core.Ordered(ctx, next, work, func(_ context.Context, a answers) error {
		if a.err != nil && first == nil {
			first = fmt.Errorf("line %d: %w", number+a.line, a.err)
		}
		number += a.lines
		_, err := out.Write(a.text.Bytes())
		a.text.Reset()
		outputs.Put(a.text)
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

// parcels and outputs keep their room for those after them.
var (
	parcels = sync.Pool{New: func() any { return &parcel{} }}
	outputs = sync.Pool{New: func() any { return &bytes.Buffer{} }}
)

// answers are the output lines for a parcel.
type answers struct {
	text  *bytes.Buffer
	lines int
	err   error // of the first bad line
	line  int   // its number in the parcel, from 1
}

func checkParcel(rules *analyze.RuleSet, p *parcel, asOf time.Time) answers {
	a := answers{text: outputs.Get().(*bytes.Buffer), lines: len(p.ends)}
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
	e := json.NewEncoder(a.text)
	e.SetEscapeHTML(false)
	var d Draft
	for i := range lines {
		in := &lines[i]
		d = Draft{Lang: "und", Findings: []Finding{}}
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

// ErrNotObject means that a line holds no JSON object.
var ErrNotObject = errors.New("want a JSON object")

// read takes a line apart by its members. Most lines hold an id and a text and nothing else: they never
// meet the decoder of items, which costs more than the rules.
func (in *draftLine) read(line []byte) error {
	if !plain(line) && !json.Valid(line) || line[0] != '{' {
		return ErrNotObject
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
