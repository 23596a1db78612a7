package value

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"footprint/internal/ingest/jsonstream"
)

// limits on one record. The largest seen in real exports are trees of viewed things, below 8 MB.
var limits = jsonstream.Limits{Element: 16 << 20, Depth: 100}

// headSize is how much of a file is looked at to tell its shape.
const headSize = 32 << 10

// Record is one element of a file.
type Record struct {
	// Key is the member whose list holds the element, when it was asked for by name.
	Key string
	// Pos numbers the elements from 1.
	Pos int64
	Value
}

// recordKeys begin a file that is itself one record instead of a wrapper around lists.
var recordKeys = map[string]bool{
	"timestamp": true, "title": true, "data": true, "attachments": true, "media": true, "label_values": true, "fbid": true,
	"ent_name": true, "creation_timestamp": true, "string_map_data": true, "string_list_data": true,
	"media_list_data": true, "media_map_data": true, "name": true, "tags": true, "thread_name": true,
}

// Whole asks Records to take the file as one record.
const Whole = "."

// Records cuts a file into records: the elements of a bare array, of the lists below a wrapper object
// ("friends_v2": [...], one level of objects in between allowed), a wrapper's object as one record, or a
// bare object as one record. Member names in lists (without _v2) tell elements of several lists apart;
// the single name [Whole] takes the file as one record.
//
// A record that cannot be read is handed to visit as an error with its position; reading goes on.
// visit returns false to stop.
func Records(ctx context.Context, r io.Reader, lists []string, visit func(Record, error) bool) error {
	br := bufio.NewReaderSize(r, headSize)
	head, err := br.Peek(headSize)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
		return err
	}
	paths := shape(head, lists)
	var pos int64
	for v, err := range limits.Walk(br, paths...) {
		if pos&0xFF == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		pos++
		if err != nil {
			if !visit(Record{Pos: pos}, err) {
				return nil
			}
			continue
		}
		rec := Record{Key: keyOf(v), Pos: pos}
		rec.Value, err = Parse(v.Raw)
		if !visit(rec, err) {
			return nil
		}
	}
	return ctx.Err()
}

// shape chooses the paths to walk by the beginning of the file.
func shape(head []byte, lists []string) []string {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), " \t\r\n")
	switch {
	case len(lists) == 1 && lists[0] == Whole:
		return []string{""}
	case len(head) == 0 || head[0] != '{':
		return []string{"[]"}
	}
	key, c := firstMember(head)
	if recordKeys[key] {
		return []string{""}
	}
	var paths []string
	for _, l := range lists {
		paths = append(paths, l+"/[]", "*/"+l+"/[]")
	}
	switch {
	case len(lists) > 0:
		return paths
	case c == '[':
		return []string{"*/[]"}
	case c == '{':
		if _, inner := firstMember(valueOf(head)); inner == '[' && holders[unversioned(key)] {
			return []string{"*/*/[]"}
		}
		return []string{"*"}
	}
	return []string{""}
}

// holders are wrappers with a second level before the list.
var holders = map[string]bool{
	"address_book": true, "group_membership_questions_answers": true, "group_posts": true, "wall_posts_sent_to_you": true,
}

// valueOf returns what follows the first colon after the first member's name.
func valueOf(head []byte) []byte {
	if i := bytes.IndexByte(head, '"'); i >= 0 {
		if j := bytes.IndexByte(head[i+1:], '"'); j >= 0 {
			rest := bytes.TrimLeft(head[i+j+2:], " \t\r\n")
			return bytes.TrimLeft(bytes.TrimPrefix(rest, []byte(":")), " \t\r\n")
		}
	}
	return nil
}

// firstMember returns the name of an object's first member and the first byte of its value.
func firstMember(head []byte) (string, byte) {
	d := json.NewDecoder(bytes.NewReader(head))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return "", 0
	}
	t, err := d.Token()
	name, ok := t.(string)
	if err != nil || !ok {
		return "", 0
	}
	if v := valueOf(head); len(v) > 0 {
		return name, v[0]
	}
	return name, 0
}

func keyOf(v jsonstream.Value) string {
	if v.Key != "" {
		return unversioned(v.Key)
	}
	p := strings.TrimSuffix(v.Path, "/[]")
	if p = p[strings.LastIndexByte(p, '/')+1:]; p == "*" || p == "[]" {
		return ""
	}
	return p
}

// unversioned strips the suffixes _v2 and _v3 from a member name.
func unversioned(key string) string {
	return strings.TrimSuffix(strings.TrimSuffix(key, "_v2"), "_v3")
}

// Header reads the named members of a file's top object, wherever in the file they stand.
func Header(r io.Reader, members ...string) Value {
	head := map[string]any{}
	for v, err := range limits.Walk(r, members...) {
		if err != nil {
			continue // the same place fails, and is reported, when the records are read
		}
		if parsed, err := Parse(v.Raw); err == nil {
			head[v.Key] = parsed.v
		}
	}
	return Value{head}
}

// Elements decodes the elements at one path into T, record by record, repairing nothing: the caller
// repairs the texts it uses. It is for long lists of messages, where a tree per record costs too much.
func Elements[T any](ctx context.Context, r io.Reader, path string, visit func(pos int64, v *T, err error) bool) error {
	var pos int64
	for v, err := range limits.Walk(r, path) {
		if pos&0xFF == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		pos++
		var rec T
		if err == nil {
			err = json.Unmarshal(v.Raw, &rec)
			var shape *json.UnmarshalTypeError
			if errors.As(err, &shape) && shape.Field != "" {
				err = nil // one member changed its type; the others were read
			}
		}
		if !visit(pos, &rec, err) {
			return nil
		}
	}
	return ctx.Err()
}
