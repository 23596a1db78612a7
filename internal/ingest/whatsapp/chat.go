package whatsapp

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// maxLine bounds one line, maxMessage one message of several lines.
const (
	maxLine    = 1 << 20
	maxMessage = 4 << 20
)

// chat is one text file.
type chat struct {
	x       *ingest.Export
	name    string
	title   string
	order   order
	authors map[string]int
	self    string // the author in whose voice the file speaks
	group   bool
}

// lines reads the file line by line with every line's number; overlong lines are cut.
func lines(ctx context.Context, x *ingest.Export, name string, visit func(line string) bool) error {
	f, err := x.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewReaderSize(decode(f), 64<<10)
	for n := 0; ; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		line, err := readLine(in)
		if line != "" || err == nil {
			if !visit(strings.TrimRight(line, "\r")) {
				return nil
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return x.Failed(name, 0, fmt.Errorf("%w: %w", footprint.ErrDamaged, err))
		}
	}
}

func readLine(in *bufio.Reader) (string, error) {
	var b strings.Builder
	for {
		part, more, err := in.ReadLine()
		if b.Len() < maxLine {
			b.Write(part)
		}
		if err != nil || !more {
			return b.String(), err
		}
	}
}

// survey reads the file once for what the whole of it tells: date order, authors, whether it is a group.
func survey(ctx context.Context, x *ingest.Export, name string) (*chat, error) {
	c := &chat{x: x, name: name, title: title(name), authors: map[string]int{}}
	var d dates
	err := lines(ctx, x, name, func(line string) bool {
		h, ok := parseHeader(line)
		if !ok {
			return true
		}
		d.add(h)
		author, text, user := split(line[h.end:])
		switch {
		case !user:
			c.group = c.group || aboutGroup(text)
		case isSystem(text):
			c.group = c.group || aboutGroup(text)
		default:
			c.authors[author]++
			if c.self == "" && ownDeleted(text) {
				c.self = author
			}
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	c.group = c.group || len(c.authors) > 2
	order, why, sure := d.decide()
	c.order = order
	note := fmt.Sprintf("%s: dates are read as %s (%s).", path.Base(name), order, why)
	if !sure {
		note = fmt.Sprintf("%s: the order of day and month is open; read as %s. Check one date.", path.Base(name), order)
	}
	x.Notes = append(x.Notes, note)
	if n := d.n; n >= 39_500 && n <= 40_000 || n >= 9_900 && n <= 10_000 {
		x.Notes = append(x.Notes, path.Base(name)+": as long as an export can be; older messages are probably missing.")
		x.Complete = footprint.No
	}
	if c.title == "" && len(c.authors) == 2 && c.self != "" {
		for a := range c.authors {
			if a != c.self {
				c.title = a
			}
		}
	}
	return c, nil
}

// titleOf removes what a phone puts before the name of a chat, in any language, and a copy's number after it.
var titleOf = regexp.MustCompile(`(?i)^(?:whatsapp[ -]chat|chat[ a-z]* whatsapp|discussion whatsapp|conversa[ a-z]* whatsapp)\s*(?:-|with|mit|con|avec|com|met|med|di)?\s*(.*)$`)

var copyNumber = regexp.MustCompile(` \(\d+\)$`)

func title(name string) string {
	base := strings.TrimSuffix(path.Base(name), path.Ext(name))
	if base == "_chat" {
		base = path.Base(path.Dir(name))
		if base == "." {
			return ""
		}
	}
	base = copyNumber.ReplaceAllString(base, "")
	if m := titleOf.FindStringSubmatch(base); m != nil {
		return strings.TrimSpace(m[1])
	}
	return base
}

// read reads the file a second time and yields its messages.
func (c *chat) read(ctx context.Context, yield func(footprint.Item, error) bool) bool {
	var head header
	var body strings.Builder
	var pos int64
	open, goesOn := false, true
	flush := func() bool {
		if !open {
			return true
		}
		open = false
		pos++
		it := c.message(head, body.String())
		it.Origin = footprint.Origin{File: c.x.Path(c.name), Pos: pos}
		goesOn = yield(it, nil)
		return goesOn
	}
	err := lines(ctx, c.x, c.name, func(line string) bool {
		h, ok := parseHeader(line)
		if !ok {
			if open && body.Len() < maxMessage {
				body.WriteByte('\n')
				body.WriteString(line)
			}
			return true
		}
		if !flush() || ctx.Err() != nil {
			return false
		}
		head, open = h, true
		body.Reset()
		body.WriteString(line[h.end:])
		return true
	})
	if !goesOn {
		return false
	}
	if ctx.Err() != nil {
		yield(footprint.Item{}, ctx.Err())
		return false
	}
	if err != nil {
		return yield(footprint.Item{}, err)
	}
	return flush() && c.membership(yield)
}

// membership is the group itself, once.
func (c *chat) membership(yield func(footprint.Item, error) bool) bool {
	if !c.group {
		return true
	}
	members := len(c.authors)
	return yield(footprint.Item{Kind: footprint.KindGroup, Text: c.title, Container: c.title, ContainerKind: footprint.ContainerChat, Members: &members, Role: "member",
		Visibility: footprint.VisibilityClosedGroup, NativeID: c.key(), Origin: footprint.Origin{File: c.x.Path(c.name)}}, nil)
}

// key names the chat: WhatsApp gives no id.
func (c *chat) key() string {
	if c.title != "" {
		return c.title
	}
	return path.Base(c.name)
}
