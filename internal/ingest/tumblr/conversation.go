package tumblr

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/htmltext"
	"footprint/internal/ingest/jsonstream"
	"footprint/internal/ingest/tumblr/page"
)

// maxConversation bounds one XML file of messages, in bytes.
const maxConversation = 64 << 20

// isConversation reports whether a file holds direct messages, by its folder or name.
func isConversation(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".xml", ".json", ".html":
	default:
		return false
	}
	for step := range strings.SplitSeq(strings.ToLower(name), "/") {
		step = strings.TrimSuffix(step, path.Ext(step))
		if step == "conversations" || step == "messages" || step == "conversation" || strings.HasPrefix(step, "conversation_") || strings.HasPrefix(step, "messages_") {
			return true
		}
	}
	return false
}

// Names under which the parts of a message may stand: the format is not documented, so they are looked for.
var (
	wordNames   = []string{"content", "text", "message", "body"}
	timeNames   = []string{"ts", "timestamp", "time", "date", "created_at", "created"}
	authorNames = []string{"participant", "blog_name", "blog", "from", "sender", "author", "tumblelog", "name"}
)

// conversation reads direct messages in any of the three forms that are seen.
func (r *reader) conversation(name string) bool {
	f, err := r.x.Open(name)
	if err != nil {
		return r.yield(footprint.Item{}, err)
	}
	defer f.Close()
	switch strings.ToLower(path.Ext(name)) {
	case ".xml":
		return r.xmlMessages(name, f)
	case ".json":
		return r.jsonMessages(name, f)
	}
	return r.htmlMessages(name, f)
}

func (r *reader) message(name string, o object) footprint.Item {
	it := footprint.Item{Kind: footprint.KindMessage, Author: o.get(authorNames...), Text: htmltext.Text(o.get(wordNames...)), Created: page.When(o.get(timeNames...)),
		Container: strings.TrimSuffix(path.Base(name), path.Ext(name)), ContainerKind: footprint.ContainerChat, Thread: strings.TrimSuffix(name, path.Ext(name)),
		Visibility: footprint.VisibilityPrivate, Direction: footprint.DirectionIncoming, URL: "https://www.tumblr.com/messages"}
	switch {
	case it.Author == "":
		it.Author, it.Direction = "unknown", ""
	case r.own(it.Author):
		it.Author, it.Direction = footprint.AuthorSelf, footprint.DirectionOutgoing
	}
	return it
}

// jsonMessages takes the elements of the lists where messages stand.
func (r *reader) jsonMessages(name string, f io.Reader) bool {
	n := int64(0)
	paths := []string{"[]", "messages/[]", "messages/data/[]", "conversations/[]", "data/[]", "conversation/messages/[]"}
	for v, err := range jsonstream.Walk(f, paths...) {
		switch {
		case r.ctx.Err() != nil:
			r.yield(footprint.Item{}, r.ctx.Err())
			return false
		case err != nil:
			if !r.fail(name, 0, err) {
				return false
			}
			continue
		}
		if !r.jsonMessage(name, v.Raw, &n, 0) {
			return false
		}
	}
	return true
}

// jsonMessage yields one message, or those of a conversation inside which they stand.
func (r *reader) jsonMessage(name string, raw []byte, n *int64, depth int) bool {
	const deepest = 4
	o, ok := decode(raw)
	if !ok || depth > deepest {
		return true
	}
	for _, key := range []string{"messages", "data"} {
		inner := o[key]
		if len(inner) == 0 || inner[0] != '[' && inner[0] != '{' {
			continue
		}
		more := true
		if inner[0] == '{' {
			return r.jsonMessage(name, inner, n, depth+1)
		}
		jsonstream.Elements(inner, func(e []byte) { more = more && r.jsonMessage(name, e, n, depth+1) })
		return more
	}
	for _, key := range slices.Concat(wordNames, authorNames) { // values one level deeper: content.text, participant.name
		if inner, ok := decode(o[key]); ok {
			if s := inner.get("text", "name", "body", "formatted_text"); s != "" {
				o[key] = quote(s)
			}
		}
	}
	if o.get(wordNames...) == "" && o.get(timeNames...) == "" {
		return true
	}
	*n++
	return r.emit(r.message(name, o), name, *n)
}

// xmlMessages takes every element named message, with its attributes and its children.
func (r *reader) xmlMessages(name string, f io.Reader) bool {
	limited := &io.LimitedReader{R: f, N: maxConversation}
	d := xml.NewDecoder(limited)
	d.Strict = false
	var m xmlMessage
	n := int64(0)
	for {
		if r.ctx.Err() != nil {
			r.yield(footprint.Item{}, r.ctx.Err())
			return false
		}
		t, err := d.RawToken()
		switch {
		case err != nil && limited.N <= 0:
			return r.fail(name, n+1, footprint.ErrTooLarge)
		case errors.Is(err, io.EOF):
			return true
		case err != nil:
			return r.fail(name, n+1, fmt.Errorf("%w: %w", footprint.ErrDamaged, err))
		}
		if !m.take(t) {
			continue
		}
		n++
		if !r.emit(r.message(name, m.object()), name, n) {
			return false
		}
		m = xmlMessage{}
	}
}

// xmlMessage collects one message from its tokens.
type xmlMessage struct {
	values map[string][]byte // nil outside of a message
	field  string
	depth  int
}

// take adds a token and reports whether it ended the message.
func (m *xmlMessage) take(t xml.Token) bool {
	switch t := t.(type) {
	case xml.StartElement:
		name := strings.ToLower(t.Name.Local)
		switch {
		case m.values != nil:
			m.depth++
			m.field = name
		case name == "message" || name == "msg":
			m.values, m.depth, m.field = map[string][]byte{}, 1, "content"
			for _, a := range t.Attr {
				m.values[strings.ToLower(a.Name.Local)] = []byte(a.Value)
			}
		}
	case xml.CharData:
		if s := bytes.TrimSpace(t); m.values != nil && len(s) > 0 {
			m.values[m.field] = append(append(m.values[m.field], s...), ' ')
		}
	case xml.EndElement:
		if m.values == nil {
			return false
		}
		m.depth--
		m.field = "content"
		return m.depth == 0
	}
	return false
}

func (m *xmlMessage) object() object {
	o := object{}
	for name, value := range m.values {
		o[name] = quote(strings.TrimSpace(string(value)))
	}
	return o
}

// htmlMessages takes a page as one message: who wrote which part of it, no mark tells.
func (r *reader) htmlMessages(name string, f io.Reader) bool {
	p, err := page.Read(f)
	if err != nil && !r.fail(name, 1, err) {
		return false
	}
	words := strings.TrimSpace(p.Title + "\n\n" + p.Text)
	if words == "" {
		return true
	}
	it := r.message(name, object{"content": quote("")})
	it.Text, it.SharedText, it.Created = words, p.Shared, p.Created
	return r.emit(it, name, 1)
}

// quote spells a text as JSON, the form in which an object keeps its values.
func quote(s string) []byte {
	b, err := json.Marshal(ingest.CleanText(s))
	if err != nil {
		return []byte(`""`) // a string always marshals
	}
	return b
}
