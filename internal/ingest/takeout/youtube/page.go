package youtube

import (
	"errors"
	"io"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"footprint/internal/footprint"
	"footprint/internal/ingest/takeout/product"
)

var pageTime = regexp.MustCompile(`\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?: UTC|Z|[+-]\d{2}:\d{2})?`)

// Comments reads a page of comments or live chat messages of before 2022: a list whose entries are a
// sentence with links and a time, a line break, and the words.
func Comments(r *product.Reader, name string) {
	r.At(name)
	f, err := r.X.Open(name)
	if err != nil {
		r.Fail(0, err)
		return
	}
	defer f.Close()
	const maxToken = 1 << 20
	p := &page{r: r, z: html.NewTokenizer(f), live: strings.Contains(product.Base(name), "live") || strings.Contains(product.Base(name), "chat")}
	p.z.SetMaxBuf(maxToken)
	for !r.Stopped() {
		switch p.z.Next() {
		case html.ErrorToken:
			if p.flush(); !errors.Is(p.z.Err(), io.EOF) {
				r.Fail(p.n+1, p.z.Err())
			}
			return
		case html.TextToken:
			p.words(string(p.z.Text()))
		case html.StartTagToken, html.SelfClosingTagToken:
			if !p.start(p.z.Token()) {
				return
			}
		case html.EndTagToken:
			if tag, _ := p.z.TagName(); string(tag) == "li" && !p.flush() {
				return
			}
		default:
		}
	}
}

// page is the state of reading one page.
type page struct {
	r    *product.Reader
	z    *html.Tokenizer
	live bool
	n    int64
	open bool // inside an entry
	// sentence is the part before the first line break, text the part behind it.
	sentence, text strings.Builder
	broken         bool
	links          []string
}

func (p *page) start(t html.Token) bool {
	switch t.Data {
	case "li":
		if !p.flush() {
			return false
		}
		p.open = true
	case "br":
		if p.broken {
			p.text.WriteByte('\n')
		}
		p.broken = true
	case "a":
		for _, a := range t.Attr {
			if a.Key == "href" && p.open && len(p.links) < 20 {
				p.links = append(p.links, a.Val)
			}
		}
	}
	return true
}

func (p *page) words(s string) {
	const most = 1 << 20
	switch {
	case !p.open || p.sentence.Len()+p.text.Len()+len(s) > most:
	case p.broken:
		p.text.WriteString(s)
	default:
		p.sentence.WriteString(s)
	}
}

// flush hands out the entry that is complete now.
func (p *page) flush() bool {
	if !p.open {
		return true
	}
	it := footprint.Item{Kind: footprint.KindComment, Author: footprint.AuthorSelf, Text: clean(p.text.String()), Title: clean(strings.Join(strings.Fields(p.sentence.String()), " ")),
		Created: product.Time(pageTime.FindString(p.sentence.String())), Visibility: footprint.VisibilityPublic, ContainerKind: footprint.ContainerThirdPartyPage, Interaction: footprint.InteractionCommented}
	for _, l := range p.links {
		u, err := url.Parse(l)
		if err != nil || u.Host == "" {
			continue
		}
		id, on := u.Query().Get("lc"), u.Query().Get("v")
		if it.URL == "" || id != "" {
			it.URL = clean(l)
		}
		it.Thread = clean(firstOf(it.Thread, on))
		if id != "" && on != "" {
			it.NativeID = clean(on + "/" + id)
		}
	}
	p.open, p.broken, p.links = false, false, nil
	p.sentence.Reset()
	p.text.Reset()
	if it.Text == "" && it.URL == "" {
		return true // a list of something else
	}
	p.n++
	return p.r.Emit(p.n, it)
}
