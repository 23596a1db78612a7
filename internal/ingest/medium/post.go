package medium

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"

	"footprint/internal/footprint"
	"footprint/internal/ingest/feed"
	"footprint/internal/ingest/htmltext"
)

// storyID is the last part of a file name or address.
var storyID = regexp.MustCompile(`(?:^|[-_/])([0-9a-f]{8,14})$`)

// post reads a story, a draft or a response.
func (r *reader) post(name string) {
	root := r.Page(name)
	if root == nil {
		return
	}
	body := field(root, "body")
	p := story{title: textOf(class(root, "p-name")), subtitle: textOf(field(root, "subtitle")), canonical: attr(class(root, "p-canonical"), "href"), created: timeIn(class(root, "dt-published")),
		headed: drop(body, "graf--title")}
	if p.title == "" && body == nil {
		r.Fail(name, 0, footprint.ErrDamaged)
		return
	}
	original := find(root, func(n *html.Node) bool { return n.Data == "a" && strings.Contains(textOf(n), "View original") })
	stem := strings.TrimSuffix(path.Base(name), ".html")
	for _, s := range []string{stem, p.canonical, attr(original, "href")} {
		if m := storyID.FindStringSubmatch(s); m != nil && p.id == "" {
			p.id = m[1]
		}
	}
	p.draft = strings.HasPrefix(stem, "draft_") || p.created.IsZero() && p.canonical == ""
	p.text, p.paragraphs = markup(body), paragraphs(body)
	it := p.item()
	it.Media, it.Tags = pictures(body), mentions(body)
	it.Details = feed.Pairs("tags", strings.Join(textsOf(root, "p-tag"), ", "))
	r.Put(name, 0, it)
}

// story is a page before it is known what it is.
type story struct {
	id, title, subtitle, text, canonical string
	created                              time.Time
	headed                               bool // the body begins with its title
	draft                                bool
	paragraphs                           int
}

// response reports whether the page has the shape of a response: no subtitle, no heading of its own, few
// paragraphs, and a title made of its first words.
func (p story) response() bool {
	const most = 3
	begin := strings.TrimRight(strings.Join(strings.Fields(p.title), " "), "…. ")
	return !p.draft && p.subtitle == "" && !p.headed && p.paragraphs <= most && begin != "" && strings.HasPrefix(strings.Join(strings.Fields(p.text), " "), begin)
}

func (p story) item() footprint.Item {
	it := footprint.Item{Kind: footprint.KindPost, NativeID: p.id, Author: footprint.AuthorSelf, Title: p.title, Description: p.subtitle, Text: p.text, Created: p.created, URL: p.canonical,
		ContainerKind: footprint.ContainerOwnBlog, Visibility: footprint.VisibilityPublic}
	switch {
	case p.draft:
		it.Visibility, it.Status = footprint.VisibilityPrivate, "draft"
	case p.response():
		it.Kind, it.Title, it.ContainerKind = footprint.KindComment, "", footprint.ContainerThirdPartyPage
	}
	if it.URL == "" && p.id != "" {
		it.URL = "https://medium.com/p/" + p.id
	}
	return it
}

// drop removes the first element of a class and reports whether there was one.
func drop(body *html.Node, name string) bool {
	n := class(body, name)
	if n == nil || n == body {
		return false
	}
	n.Parent.RemoveChild(n)
	return true
}

// markup is the text of a part of the page with its paragraphs and links.
func markup(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b bytes.Buffer
	if err := html.Render(&b, n); err != nil {
		return textOf(n) // markup that cannot be written again, for instance a raw text with its own end in it
	}
	return htmltext.Text(b.String())
}

func paragraphs(body *html.Node) int {
	n := 0
	each(body, func(k *html.Node) {
		if k.Data == "p" || k.Data == "blockquote" || k.Data == "li" || k.Data == "figure" {
			n++
		}
	})
	return n
}

func pictures(body *html.Node) []footprint.Media {
	var media []footprint.Media
	each(body, func(n *html.Node) {
		if src := attr(n, "src"); n.Data == "img" && strings.HasPrefix(src, "http") {
			m := footprint.Media{URL: src, Type: footprint.MediaPhoto}
			for up := n.Parent; up != nil && m.Caption == ""; up = up.Parent {
				if up.Data == "figure" {
					m.Caption = textOf(find(up, func(k *html.Node) bool { return k.Data == "figcaption" }))
					break
				}
			}
			media = append(media, m)
		}
	})
	return media
}

func mentions(body *html.Node) []string {
	var names []string
	each(body, func(n *html.Node) {
		if !has(n, "markup--user") {
			return
		}
		if name := textOf(n); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	})
	return names
}

// profile reads whose export it is, and the accounts tied to it.
func (r *reader) profile(name string) {
	root := r.Page(name)
	if root == nil {
		return
	}
	o := &r.X.Owner
	o.Name = textOf(class(root, "p-name"))
	it := footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Visibility: footprint.VisibilityPublic, ProfilePhoto: attr(class(root, "u-photo"), "src"), Details: map[string]string{}}
	apps := map[string]*footprint.Item{}
	var order []string
	each(root, func(n *html.Node) {
		if n.Data != "li" {
			return
		}
		b := find(n, func(k *html.Node) bool { return k.Data == "b" })
		label := strings.TrimSuffix(textOf(b), ":")
		value := strings.TrimSpace(strings.TrimPrefix(textOf(n), textOf(b)))
		switch label {
		case "":
		case "Profile":
			it.URL, it.Title = attr(class(n, "u-url"), "href"), value
			o.Handles = []string{strings.TrimPrefix(value, "@")}
		case "Display name":
			o.Name = value
		case "Email address":
			o.Emails = []string{value}
			it.Details["e-mail"] = value
		case "Medium user ID":
			o.ID, it.NativeID = value, value
		case "Created at":
			it.AccountCreated = parseTime(value)
		default:
			service, _, _ := strings.Cut(label, " ")
			if apps[service] == nil {
				order = append(order, service)
				apps[service] = &footprint.Item{Kind: footprint.KindConnectedApp, Text: service, Permissions: []string{"log-in"}, URL: "https://medium.com/me/settings/security", Details: map[string]string{}}
			}
			apps[service].Details[label] = value
		}
	})
	if m := find(root, func(n *html.Node) bool { return n.Data == "h4" && textOf(n) == "Membership" }); m != nil && m.NextSibling != nil {
		it.Details["membership"] = textOf(m.NextSibling)
	}
	r.Put(name, 0, it)
	for i, service := range order {
		r.Put(name, int64(i+1), *apps[service])
	}
}

func (r *reader) about(name string) {
	root := r.Page(name)
	if root == nil {
		return
	}
	body := find(root, func(n *html.Node) bool { return n.Data == "body" })
	r.Put(name, 0, footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: "about", Text: markup(body), Visibility: footprint.VisibilityPublic, URL: "https://medium.com/me/settings"})
}
