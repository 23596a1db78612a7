package tiktok

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"path"
	"regexp"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// labels begin a field at the start of a line; any other line goes on with the value before.
var labels = regexp.MustCompile(`^(Date|Link|Comment|Search Term|SearchTerm|Username|UserName|Shared Content|SharedContent|Method|Likes?\(?s?\)?|Hash[Tt]ag Name|Hash[Tt]ag Link:?|Title|WhoCanView|Who can view|Location|IP|Device Model|Device System|Network Type|Carrier|Place Name|Rating|Status|Review Text|Email Address|Telephone Number|Birth Date|Bio Description|Profile Photo|Display Name|[A-Z][A-Za-z ]{2,40}):+\s?(.*)$`)

var (
	chatHead = regexp.MustCompile(`^>>>\s*Chat History with (.+?):?\s*$`)
	chatLine = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2})(?: UTC)? ([^:]{1,60}): ?(.*)$`)
)

const maxField = 1 << 20

// textFile reads blocks of "Label: value" lines, separated by empty lines.
func (r *reader) textFile(name string) bool {
	base := path.Base(name)
	if why := skippedText[base]; why != "" {
		r.x.Skip(name, why)
		return true
	}
	if base == "Direct Messages.txt" {
		return r.textChats(name)
	}
	var read func(*reader, record) []item
	for _, row := range rows() {
		if row.file == base {
			read = row.read
		}
	}
	if read == nil {
		return true // the ledger shows it as unknown
	}
	rec := record{fields: map[string]json.RawMessage{}}
	last := ""
	flush := func() bool {
		if len(rec.order) == 0 && rec.text == "" {
			return true
		}
		items := read(r, rec)
		rec, last = record{fields: map[string]json.RawMessage{}}, ""
		return r.emit(items...)
	}
	return r.lines(name, func(line string) bool {
		if strings.TrimSpace(line) == "" {
			return flush()
		}
		m := labels.FindStringSubmatch(line)
		switch {
		case m != nil:
			last = fold(m[1])
			rec.order = append(rec.order, m[1])
			rec.fields[last] = quote(m[2])
		case last != "" && len(rec.fields[last]) < maxField:
			var before string
			_ = json.Unmarshal(rec.fields[last], &before) // quoted by quote
			rec.fields[last] = quote(before + "\n" + line)
		default:
			rec.text += line
		}
		return true
	}) && flush()
}

// textChats reads the one file of all direct messages.
func (r *reader) textChats(name string) bool {
	partner, open := "", item{}
	has := false
	flush := func() bool {
		if !has {
			return true
		}
		has = false
		return r.emit(open)
	}
	return r.lines(name, func(line string) bool {
		if m := chatHead.FindStringSubmatch(line); m != nil {
			ok := flush()
			partner = user(m[1])
			return ok
		}
		if m := chatLine.FindStringSubmatch(line); m != nil {
			ok := flush()
			has = true
			open = item{Kind: footprint.KindMessage, Author: user(plain(m[2])), Text: plain(m[3]), Created: parseTime(m[1]), Container: partner, Thread: partner, Target: partner,
				ContainerKind: footprint.ContainerChat, Visibility: footprint.VisibilityPrivate, Direction: footprint.DirectionIncoming}
			if own := r.x.Owner.Handle(); own != "" && strings.EqualFold(open.Author, own) {
				open.Author, open.Direction = footprint.AuthorSelf, footprint.DirectionOutgoing
			}
			return ok
		}
		if has && len(open.Text) < maxField && strings.TrimSpace(line) != "" {
			open.Text += "\n" + ingest.CleanText(line)
		}
		return true
	}) && flush()
}

// lines hands out the lines of a file; overlong ones are cut.
func (r *reader) lines(name string, visit func(string) bool) bool {
	f, err := r.x.Open(name)
	if err != nil {
		return r.yield(footprint.Item{}, err)
	}
	defer f.Close()
	r.file, r.n = name, 0
	in := bufio.NewReaderSize(f, 64<<10)
	for {
		if r.ctx.Err() != nil {
			r.yield(footprint.Item{}, r.ctx.Err())
			return false
		}
		line, more, err := in.ReadLine()
		text := strings.TrimPrefix(string(line), "\ufeff")
		for more && err == nil {
			var rest []byte
			rest, more, err = in.ReadLine()
			if len(text) < maxField {
				text += string(rest)
			}
		}
		if err == nil || text != "" {
			if !visit(text) {
				return false
			}
		}
		if errors.Is(err, io.EOF) {
			return true
		}
		if err != nil {
			return r.yield(footprint.Item{}, r.x.Failed(name, 0, err))
		}
	}
}

func quote(s string) json.RawMessage {
	b, err := json.Marshal(ingest.CleanText(s))
	if err != nil {
		return json.RawMessage(`""`) // a string always marshals
	}
	return b
}
