package pinterest

import (
	"io"
	"iter"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"footprint/internal/footprint"
	"footprint/internal/ingest/htmltext"
)

// record is one item of a section: its first lines, and the lines of the form "Key: value".
type record struct {
	heading string
	section section
	lines   []string          // without a key
	link    string            // first address outside of values
	keys    []string          // in order
	values  map[string][]byte // by the key in lower case
	gap     bool              // an empty line came after the last line
	comma   bool              // the last line ended in a comma
	size    int
}

func (r *record) empty() bool { return len(r.lines) == 0 && len(r.keys) == 0 }

// get returns the first of the named values that is there; "No data" and "None" are none.
func (r *record) get(names ...string) string {
	for _, name := range names {
		if v := null(string(r.values[strings.ToLower(name)])); v != "" {
			return v
		}
	}
	return ""
}

// maxItem bounds one item, in bytes.
const maxItem = 1 << 20

// line is what stands between two line breaks.
type line struct {
	text    string
	link    string // the first address in it
	heading bool
}

// records yields the items of a page as they come. An error that is footprint.ErrTooLarge loses one item.
func records(r io.Reader) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		rec := record{section: sectionOf("")}
		flush := func() bool {
			done := rec
			rec = record{heading: done.heading, section: done.section}
			if done.empty() {
				return true
			}
			if done.size > maxItem {
				return yield(record{}, footprint.ErrTooLarge)
			}
			return yield(done, nil)
		}
		for l, err := range lines(r) {
			switch {
			case err != nil:
				if !yield(record{}, err) {
					return
				}
			case l.heading:
				if !flush() {
					return
				}
				rec.heading, rec.section = l.text, sectionOf(l.text)
			case l.text == "":
				rec.gap = true
			default:
				if rec.begins(l) && !flush() {
					return
				}
				rec.add(l)
			}
		}
		flush()
	}
}

var pinLink = regexp.MustCompile(`pinterest\.[a-z.]+/pin/(\d+)/?$`)

// begins reports whether a line is the first of the next item. A pin begins with its address, whatever its
// words hold; elsewhere an empty line parts the items.
func (r *record) begins(l line) bool {
	switch {
	case r.empty():
		return false
	case r.section.name != "pin":
		return r.gap
	case l.link != "" && strings.TrimSpace(l.text) == l.link && pinLink.MatchString(l.link):
		return true
	case !r.gap:
		return false
	}
	key, _, ok := keyed(l.text)
	_, twice := r.values[strings.ToLower(key)]
	return ok && twice && pinKeys[strings.ToLower(key)]
}

// pinKeys are the keys of a pin that are known. Others are taken for keys only where no text can be torn by it.
var pinKeys = map[string]bool{"title": true, "details": true, "image": true, "is native": true, "board id": true, "board name": true, "is video": true, "ip address": true, "username": true, "alt text": true,
	"canonical link": true, "story pin media": true, "video": true, "created at": true, "alive": true, "is a repin": true, "private": true, "description": true, "link": true, "note": true, "section": true}

// isKey reports whether a text may be a key: a few words, the first with a capital.
func isKey(s string) bool {
	const longest = 80
	if len(s) > longest {
		return false
	}
	for i, c := range s {
		if i == 0 && !unicode.IsUpper(c) || !unicode.IsLetter(c) && !unicode.IsDigit(c) && !strings.ContainsRune(" ()/_'-", c) {
			return false
		}
	}
	return s != ""
}

// keyed splits a line of the form "Key: value".
func keyed(s string) (key, value string, ok bool) {
	key, value, ok = strings.Cut(s, ": ")
	if !ok {
		key, ok = strings.CutSuffix(s, ":")
	}
	return key, value, ok && isKey(key)
}

func (r *record) add(l line) {
	r.size += len(l.text)
	if r.size > maxItem {
		return
	}
	key, value, ok := keyed(l.text)
	low := strings.ToLower(key)
	if ok && r.section.name == "pin" {
		_, seen := r.values[low]
		ok = !seen && (pinKeys[low] || r.comma || len(r.keys) == 0)
	}
	r.comma = strings.HasSuffix(l.text, ",")
	gap := r.gap
	r.gap = false
	switch {
	case ok:
		if r.values == nil {
			r.values = map[string][]byte{}
		}
		if l.link != "" {
			value = l.link
		}
		if _, again := r.values[low]; !again {
			r.keys = append(r.keys, key)
		}
		r.extend(low, "\n", value)
	case len(r.keys) > 0: // a line break inside the value
		r.extend(strings.ToLower(r.keys[len(r.keys)-1]), map[bool]string{false: "\n", true: "\n\n"}[gap], l.text)
	default:
		if l.text != l.link {
			r.lines = append(r.lines, strings.TrimSuffix(l.text, ","))
		} else {
			r.lines = append(r.lines, "")
		}
		if r.link == "" {
			r.link = l.link
		}
	}
}

// extend adds to a value, which may be the beginning of it.
func (r *record) extend(key, between, value string) {
	v := r.values[key]
	if len(v) > 0 {
		v = append(v, between...)
	}
	r.values[key] = append(v, strings.TrimSuffix(value, ",")...)
}

// null turns the words for nothing into nothing.
func null(s string) string {
	switch s = strings.TrimSpace(s); s {
	case "No data", "None", "null", "N/A":
		return ""
	}
	return s
}

// lines cuts the page at line breaks and blocks.
func lines(r io.Reader) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		var l line
		var words strings.Builder
		hidden := atom.Atom(0)
		flush := func() bool {
			l.text = text(words.String())
			done := l
			l = line{}
			words.Reset()
			return yield(done, nil)
		}
		for t, err := range htmltext.Tokens(r) {
			switch {
			case err != nil:
				if !yield(line{}, err) {
					return
				}
			case hidden != 0:
				if t.Type == html.EndTagToken && t.DataAtom == hidden {
					hidden = 0
				}
			case t.Type == html.TextToken:
				if words.Len()+len(t.Data) <= 2*maxItem {
					words.WriteString(t.Data)
				}
			case isHeading(t.DataAtom):
				if strings.TrimSpace(words.String()) != "" || l.heading {
					if !flush() {
						return
					}
				}
				words.Reset()
				l = line{heading: t.Type == html.StartTagToken}
			case t.Type == html.StartTagToken && (t.DataAtom == atom.Style || t.DataAtom == atom.Script || t.DataAtom == atom.Title):
				hidden = t.DataAtom
			case t.DataAtom == atom.A && htmltext.Opens(t):
				if l.link == "" {
					l.link = strings.TrimSpace(htmltext.Attr(t, "href"))
				}
			case t.DataAtom == atom.Br, isBlock(t.DataAtom) && strings.TrimSpace(words.String()) != "":
				if !flush() {
					return
				}
			}
		}
		if strings.TrimSpace(words.String()) != "" {
			flush()
		}
	}
}

func isHeading(a atom.Atom) bool { return a == atom.H1 || a == atom.H2 }

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Li, atom.Tr, atom.Ul, atom.Table, atom.Hr:
		return true
	}
	return false
}
