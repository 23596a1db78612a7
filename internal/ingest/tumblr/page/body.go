package page

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"footprint/internal/ingest/htmltext"
)

// body takes the words of the post, and keeps apart those of the blogs it passes on.
func (p *parser) body(t html.Token) {
	p.begun = p.begun || t.Type == html.TextToken && strings.TrimSpace(t.Data) != ""
	switch {
	case (t.DataAtom == atom.H1 || t.DataAtom == atom.H2) && t.Type == html.StartTagToken && !p.begun:
		p.inTitle, p.titleLevel = true, t.DataAtom
	case p.inTitle && t.Type == html.EndTagToken && t.DataAtom == p.titleLevel:
		p.inTitle = false
	case p.inTitle:
		p.title.Add(t)
	case p.quote == 0 && t.DataAtom == atom.Blockquote && t.Type == html.StartTagToken && p.attribution():
		p.quote, p.Reblogged = 1, true
	case p.quote > 0:
		p.quoted(t)
	case htmltext.Opens(t) && htmltext.HasClass(t, "tag"):
		p.inTag = true
		p.Tags = append(p.Tags, "")
	case p.inTag && t.Type == html.TextToken:
		p.Tags[len(p.Tags)-1] += t.Data
	case p.inTag && t.Type == html.EndTagToken:
		p.inTag = false
	case t.DataAtom == atom.Time && t.Type == html.StartTagToken && p.Created.IsZero():
		p.Created = When(htmltext.Attr(t, "datetime"))
		p.words.Add(t)
	default:
		p.picture(t)
		p.words.Add(t)
	}
}

// attribution reports whether the last line names another blog, "<link>:", and takes it off.
func (p *parser) attribution() bool {
	last := strings.TrimSpace(p.words.LastLine())
	name, ok := strings.CutSuffix(last, ":")
	if !ok || name == "" || len(strings.Fields(name)) > 3 || !strings.Contains(name, "http") {
		return false
	}
	p.words.CutLastLine()
	who, link, _ := strings.Cut(name, " (")
	if link == "" { // the words of the link were a part of its address
		link = who
		who = BlogOf(link)
	}
	if p.From == "" {
		p.From = strings.TrimSpace(who)
	}
	return true
}

// BlogOf finds the blog's name in an address of Tumblr.
func BlogOf(link string) string {
	u, err := url.Parse(strings.TrimSpace(link))
	if err != nil {
		return ""
	}
	host, ok := strings.CutSuffix(u.Hostname(), ".tumblr.com")
	if !ok && u.Hostname() != "tumblr.com" {
		return ""
	}
	if ok && host != "www" {
		return host
	}
	steps := strings.Split(strings.Trim(u.Path, "/"), "/")
	if len(steps) > 1 && steps[0] == "blog" && steps[1] == "view" {
		steps = steps[2:]
	}
	if len(steps) == 0 || steps[0] == "post" || steps[0] == "tagged" || steps[0] == "dashboard" {
		return ""
	}
	return steps[0]
}

func (p *parser) quoted(t html.Token) {
	if t.DataAtom == atom.Blockquote {
		switch t.Type {
		case html.StartTagToken:
			p.quote++
		case html.EndTagToken:
			p.quote--
		}
	}
	p.picture(t)
	p.shared.Add(t)
}

func (p *parser) picture(t html.Token) {
	if !htmltext.Opens(t) {
		return
	}
	switch t.DataAtom {
	case atom.Img, atom.Video, atom.Audio, atom.Source:
		if src := htmltext.Attr(t, "src"); src != "" && len(p.Images) < 1000 && !slices.Contains(p.Images, src) {
			p.Images = append(p.Images, src)
		}
	}
}
