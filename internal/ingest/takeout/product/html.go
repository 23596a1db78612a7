package product

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"footprint/internal/ingest"
)

// PlainText turns the markup of a post into text and lists the addresses of its pictures.
func PlainText(markup string) (text string, pictures []string) {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(markup))
	for hidden := 0; ; {
		switch z.Next() {
		case html.ErrorToken:
			return strings.TrimSpace(ingest.CleanText(b.String())), pictures
		case html.TextToken:
			if hidden == 0 {
				b.Write(z.Text())
			}
		case html.EndTagToken:
			switch t := z.Token(); t.DataAtom {
			case atom.Script, atom.Style:
				hidden = 0
			case atom.P, atom.Div, atom.Li, atom.H1, atom.H2, atom.H3, atom.Tr, atom.Blockquote:
				b.WriteByte('\n')
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			switch t := z.Token(); t.DataAtom {
			case atom.Script, atom.Style:
				hidden = 1
			case atom.Br:
				b.WriteByte('\n')
			case atom.Img:
				if src := attribute(t, "src"); strings.HasPrefix(src, "http") {
					pictures = append(pictures, ingest.CleanText(src))
				}
			}
		}
	}
}

func attribute(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
