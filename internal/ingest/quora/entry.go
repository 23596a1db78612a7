package quora

import (
	"io"
	"iter"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"footprint/internal/footprint"
	"footprint/internal/ingest/htmltext"
)

// entry is one item of a section: a type and labelled values.
type entry struct {
	section, kind string
	keys          []string // in lower case, in order
	values        map[string]*strings.Builder
	images        []string
	cut           bool // a value was longer than is kept
}

// get returns the first of the named values that is there.
func (e *entry) get(names ...string) string {
	for _, name := range names {
		if v := e.values[name]; v != nil {
			return v.String()
		}
	}
	return ""
}

const (
	maxKeys   = 200
	maxImages = 1000
)

// parser turns tokens into entries. A value reaches to the end of the block its label begins, however many
// blocks it holds.
type parser struct {
	open    *entry
	section string
	depth   int  // open blocks
	base    int  // blocks around the entries of the section
	fresh   bool // a block has just begun, so that a label may follow
	part    part
	key     string
	words   htmltext.Writer
}

// part is what the words of a token belong to.
type part int

const (
	outside part = iota
	inSection
	inKind
	inLabel
	inValue
)

// entries yields the entries of a page as they come. An error of the reader ends it; an overlong value is
// footprint.ErrTooLarge, and the entry with what was kept of it follows.
func entries(r io.Reader) iter.Seq2[*entry, error] {
	return func(yield func(*entry, error) bool) {
		p := &parser{}
		for t, err := range htmltext.Tokens(r) {
			if err != nil {
				if !yield(nil, err) {
					return
				}
				continue
			}
			if done := p.token(t); done != nil && !give(done, yield) {
				return
			}
		}
		if done := p.end(); done != nil {
			give(done, yield)
		}
	}
}

func give(e *entry, yield func(*entry, error) bool) bool {
	if e.cut {
		return yield(e, footprint.ErrTooLarge)
	}
	return yield(e, nil)
}

// token takes the next token and returns the entry it ended, if any.
func (p *parser) token(t html.Token) *entry {
	var done *entry
	fresh := p.fresh
	if t.Type != html.TextToken || strings.TrimSpace(t.Data) != "" {
		p.fresh = false
	}
	switch {
	case p.part == inLabel && t.Type == html.EndTagToken && t.DataAtom == atom.Strong:
		p.label()
	case p.part == inLabel && t.Type != html.TextToken:
	case (p.part == inSection && t.DataAtom == atom.H1 || p.part == inKind && t.DataAtom == atom.H2) && t.Type == html.EndTagToken:
		p.headed()
	case t.DataAtom == atom.H1 && t.Type == html.StartTagToken && !p.inside():
		done = p.end()
		p.begin(inSection)
	case t.DataAtom == atom.H2 && t.Type == html.StartTagToken && !p.inside():
		done = p.end()
		p.begin(inKind)
	case t.DataAtom == atom.Strong && t.Type == html.StartTagToken && p.section != "" && (fresh || p.part == outside):
		p.value()
		p.begin(inLabel)
	case t.DataAtom == atom.P && t.Type != html.TextToken && p.part == outside && p.depth <= p.base:
		done = p.end()
	default:
		p.content(t)
	}
	return done
}

// inside reports whether a value is open, so that headings in it are its own.
func (p *parser) inside() bool { return p.part == inValue && p.depth > p.base }

func (p *parser) begin(what part) {
	p.part = what
	p.words.Reset()
}

// content keeps the depth, and gives words to the part they belong to.
func (p *parser) content(t html.Token) {
	if t.DataAtom == atom.Div {
		switch t.Type {
		case html.StartTagToken:
			p.depth++
			p.fresh = true
		case html.EndTagToken:
			p.depth = max(0, p.depth-1)
			if p.part == inValue && p.depth <= p.base {
				p.value()
				return
			}
		}
	}
	if p.part == outside {
		return
	}
	if p.part == inValue && t.DataAtom == atom.Img && htmltext.Opens(t) && p.open != nil && len(p.open.images) < maxImages {
		if src := htmltext.Attr(t, "src"); src != "" {
			p.open.images = append(p.open.images, src)
		}
	}
	p.words.Add(t)
}

// headed ends a heading: the name of a section, or the type of an entry.
func (p *parser) headed() {
	words := p.words.String()
	if p.part == inSection {
		p.section, p.base = words, p.depth
	} else {
		p.open = &entry{section: p.section, kind: words, values: map[string]*strings.Builder{}}
	}
	p.begin(outside)
}

// label ends the bold words in front of a value. Bold words that are no label belong to the value before.
func (p *parser) label() {
	words := p.words.String()
	key, ok := strings.CutSuffix(words, ":")
	if !ok || len(key) > 60 {
		p.part = inValue
		return
	}
	if p.open == nil {
		p.open = &entry{section: p.section, values: map[string]*strings.Builder{}}
	}
	p.key = strings.ToLower(strings.TrimSpace(key))
	p.begin(inValue)
}

// value ends the value of the open label. The words of a repeated label are added.
func (p *parser) value() {
	if p.part != inValue {
		return
	}
	words, key := p.words.String(), p.key
	if p.open != nil {
		p.open.cut = p.open.cut || p.words.Full()
		v := p.open.values[key]
		switch {
		case words == "":
		case v == nil && len(p.open.keys) < maxKeys:
			v = &strings.Builder{}
			v.WriteString(words)
			p.open.keys = append(p.open.keys, key)
			p.open.values[key] = v
		case v != nil && v.Len()+len(words) < maxRepeated:
			v.WriteByte('\n')
			v.WriteString(words)
		default:
			p.open.cut = true
		}
	}
	p.begin(outside)
}

// maxRepeated bounds the values under labels that repeat in one entry, in bytes.
const maxRepeated = 4 << 20

// end ends the open entry and returns it, if it holds anything.
func (p *parser) end() *entry {
	p.value()
	done := p.open
	p.open = nil
	if done == nil || len(done.keys) == 0 && len(done.images) == 0 {
		return nil
	}
	return done
}
