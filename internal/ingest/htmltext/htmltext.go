// Package htmltext reads the markup that exports come in, token by token: no tree is built, so that memory does
// not grow with the page, and nesting costs nothing.
package htmltext

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// maxToken bounds one tag or one stretch of text, in bytes.
const maxToken = 1 << 20

// Tokens yields the tokens of a page. A tag or text of more than 1 MiB is left out and yielded as
// footprint.ErrTooLarge, and reading goes on behind it; an error of the reader ends it.
func Tokens(r io.Reader) iter.Seq2[html.Token, error] {
	return func(yield func(html.Token, error) bool) {
		for {
			z := html.NewTokenizer(r)
			z.SetMaxBuf(maxToken)
			for z.Next() != html.ErrorToken {
				if !yield(z.Token(), nil) {
					return
				}
			}
			err := z.Err()
			switch {
			case errors.Is(err, io.EOF):
				return
			case !errors.Is(err, html.ErrBufferExceeded):
				yield(html.Token{}, err)
				return
			}
			if !yield(html.Token{}, footprint.ErrTooLarge) {
				return
			}
			r = io.MultiReader(bytes.NewReader(bytes.Clone(z.Buffered())), r)
		}
	}
}

// Attr returns an attribute of a tag, or "".
func Attr(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// HasClass reports whether a tag is of that class.
func HasClass(t html.Token, class string) bool {
	return slices.Contains(strings.Fields(Attr(t, "class")), class)
}

// Opens reports whether a token begins an element, with or without an end to come.
func Opens(t html.Token) bool {
	return t.Type == html.StartTagToken || t.Type == html.SelfClosingTagToken
}

// Text returns the words of a piece of markup.
func Text(markup string) string {
	if !strings.ContainsAny(markup, "<&") {
		return strings.TrimSpace(ingest.CleanText(markup))
	}
	var w Writer
	for t, err := range Tokens(strings.NewReader(markup)) {
		if err == nil {
			w.Add(t)
		}
	}
	return w.String()
}

// maxText bounds what one Writer holds, in bytes.
const maxText = 4 << 20

// Writer collects the words of a page: line ends for blocks, one blank for runs of white space, addresses
// of links behind their words. The zero value is ready.
type Writer struct {
	out    []byte
	pre    int       // open pre elements
	hidden atom.Atom // the element whose content is not shown
	link   string
	words  int // where the words of the open link begin
	full   bool
}

// Full reports whether text was left out because there was more than 4 MiB of it.
func (w *Writer) Full() bool { return w.full }

// Reset forgets the text.
func (w *Writer) Reset() { *w = Writer{out: w.out[:0]} }

// Add takes the next token.
func (w *Writer) Add(t html.Token) {
	switch {
	case w.hidden != 0:
		if t.Type == html.EndTagToken && t.DataAtom == w.hidden {
			w.hidden = 0
		}
	case len(w.out)+len(t.Data) > maxText:
		w.full = true
	case t.Type == html.TextToken:
		w.text(t.Data)
	case t.Type == html.EndTagToken:
		w.close(t.DataAtom)
	case Opens(t):
		w.open(t)
	}
}

func (w *Writer) open(t html.Token) {
	switch t.DataAtom {
	case atom.Script, atom.Style, atom.Title:
		if t.Type == html.StartTagToken {
			w.hidden = t.DataAtom
		}
	case atom.Br:
		w.out = append(w.out, '\n')
	case atom.Li:
		w.line()
		w.out = append(w.out, "- "...)
	case atom.Pre:
		w.pre++
		w.line()
	case atom.A:
		w.link, w.words = webAddress(Attr(t, "href")), len(w.out)
	case atom.P, atom.Blockquote, atom.Ul, atom.Ol, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Table, atom.Figure:
		w.paragraph()
	case atom.Div, atom.Tr, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Dt, atom.Dd:
		w.line()
	}
}

func (w *Writer) close(name atom.Atom) {
	switch name {
	case atom.A:
		w.closeLink()
	case atom.Pre:
		w.pre = max(0, w.pre-1)
		w.line()
	case atom.P, atom.Blockquote, atom.Ul, atom.Ol, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Table, atom.Figure:
		w.paragraph()
	case atom.Div, atom.Tr, atom.Li, atom.Section, atom.Article, atom.Header, atom.Footer, atom.Dt, atom.Dd:
		w.line()
	case atom.Td, atom.Th:
		w.out = append(w.out, ' ')
	}
}

// closeLink writes the address of a link whose words do not say it; mentions and hashtags keep their words.
func (w *Writer) closeLink() {
	link := w.link
	w.link = ""
	if link == "" || w.words > len(w.out) {
		return
	}
	shown := strings.TrimSpace(string(w.out[w.words:]))
	bare := strings.TrimSuffix(shown, "…")
	switch {
	case shown == "", strings.HasPrefix(shown, "@"), strings.HasPrefix(shown, "#"):
	case strings.Contains(link, bare):
		w.out = append(w.out[:w.words], link...)
	default:
		w.out = append(append(append(w.out, " ("...), link...), ')')
	}
}

func webAddress(href string) string {
	if strings.HasPrefix(href, "http://") || strings.HasPrefix(href, "https://") {
		return href
	}
	return ""
}

func (w *Writer) text(s string) {
	if w.pre > 0 {
		w.out = append(w.out, s...)
		return
	}
	for i := range len(s) {
		c := s[i]
		if c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' {
			if n := len(w.out); n == 0 || w.out[n-1] == ' ' || w.out[n-1] == '\n' {
				continue
			}
			c = ' '
		}
		w.out = append(w.out, c)
	}
}

// line begins a new line.
func (w *Writer) line() {
	w.out = bytes.TrimRight(w.out, " ")
	if n := len(w.out); n > 0 && w.out[n-1] != '\n' {
		w.out = append(w.out, '\n')
	}
}

// paragraph leaves one empty line.
func (w *Writer) paragraph() {
	w.line()
	if n := len(w.out); n > 0 && !bytes.HasSuffix(w.out, []byte("\n\n")) {
		w.out = append(w.out, '\n')
	}
}

// String returns the text so far.
func (w *Writer) String() string { return strings.TrimSpace(ingest.CleanText(string(w.out))) }

// CutLastLine takes the last line that is not empty off the text and returns it.
func (w *Writer) CutLastLine() string {
	w.out = bytes.TrimRight(w.out, " \n")
	i := bytes.LastIndexByte(w.out, '\n') + 1
	last := string(w.out[i:])
	w.out = w.out[:i]
	return ingest.CleanText(last)
}

// LastLine returns the last line that is not empty.
func (w *Writer) LastLine() string {
	b := bytes.TrimRight(w.out, " \n")
	return ingest.CleanText(string(b[bytes.LastIndexByte(b, '\n')+1:]))
}
