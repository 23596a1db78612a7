package telegram

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// A page holds a thousand messages at most.
const maxPage = 64 << 20

var pageNumber = regexp.MustCompile(`messages(\d*)\.html$`)

// pages reads the pages of one chat in their order.
func (r *reader) pages(files []string) bool {
	slices.SortFunc(files, func(a, b string) int { return cmp.Compare(pageOrder(a), pageOrder(b)) })
	p := &page{r: r, dir: path.Dir(files[0])}
	for _, f := range files {
		if r.ctx.Err() != nil {
			r.yield(footprint.Item{}, r.ctx.Err())
			return false
		}
		b, err := r.x.ReadFile(f, maxPage)
		if err != nil {
			if !r.yield(footprint.Item{}, err) {
				return false
			}
			continue
		}
		root, err := html.Parse(strings.NewReader(string(b)))
		if err != nil {
			if !r.fail(f, 0, err) {
				return false
			}
			continue
		}
		p.file, p.n = f, 0
		if !p.walk(root) {
			return false
		}
	}
	return true
}

func pageOrder(file string) int {
	m := pageNumber.FindStringSubmatch(file)
	if m == nil || m[1] == "" {
		return 1
	}
	n, _ := strconv.Atoi(m[1]) // digits by the expression; too many read as the largest
	return n
}

// page walks the messages of one file.
type page struct {
	r         *reader
	dir, file string
	chat      string
	sender    string
	n         int64
}

func (p *page) walk(root *html.Node) bool {
	for n := range root.Descendants() {
		switch {
		case p.chat == "" && has(n, "page_header"):
			p.chat = textOf(find(n, "bold"))
		case has(n, "message") && has(n, "default"):
			p.n++
			if p.r.ctx.Err() != nil {
				p.r.yield(footprint.Item{}, p.r.ctx.Err())
				return false
			}
			if !p.r.emit(p.message(n), p.file, p.n) {
				return false
			}
		case has(n, "message") && has(n, "service") && !strings.HasPrefix(attr(n, "id"), "message-"):
			p.n++
			it := footprint.Item{Kind: footprint.KindActivity, Author: "other", Title: "service", Text: textOf(find(n, "details")), Container: p.chat,
				ContainerKind: footprint.ContainerChat, Thread: p.chat, NativeID: p.id(n), Visibility: footprint.VisibilityPrivate}
			if !p.r.emit(it, p.file, p.n) {
				return false
			}
		}
	}
	return true
}

func (p *page) id(n *html.Node) string {
	return p.dir + "/" + strings.TrimPrefix(attr(n, "id"), "message")
}

func (p *page) message(n *html.Node) footprint.Item {
	it := footprint.Item{Kind: footprint.KindMessage, Container: p.chat, ContainerKind: footprint.ContainerChat, Thread: p.chat, NativeID: p.id(n),
		Visibility: footprint.VisibilityPrivate, Direction: footprint.DirectionIncoming}
	forward := find(n, "forwarded")
	if !has(n, "joined") {
		if name := findOutside(n, "from_name", forward); name != nil {
			p.sender, _, _ = strings.Cut(textOf(name), " via @")
		}
	}
	it.Author = p.sender
	if it.Author == "" {
		it.Author = "unknown"
	}
	if p.r.name != "" && it.Author == p.r.name {
		it.Author, it.Direction = footprint.AuthorSelf, footprint.DirectionOutgoing
	}
	if d := findOutside(n, "date", forward); d != nil {
		it.Created = pageTime(attr(d, "title"))
	}
	it.Text = textOf(findOutside(n, "text", forward))
	if forward != nil {
		it.SharedText, it.Interaction = strings.TrimSpace(textOf(find(forward, "text"))+"\n"+it.Text), footprint.InteractionShared
		it.Text = ""
	}
	for c := range n.Descendants() {
		if c.Data == "a" && c.Parent != nil && (has(c.Parent, "media_wrap") || has(c, "photo_wrap") || has(c, "media")) {
			if m, ok := p.media(c); ok {
				it.Media = append(it.Media, m)
			}
		}
	}
	return it
}

func (p *page) media(a *html.Node) (footprint.Media, bool) {
	href := path.Clean(attr(a, "href"))
	if href == "." || strings.Contains(href, "://") || strings.HasPrefix(href, "..") || strings.HasPrefix(href, "/") {
		return footprint.Media{}, false
	}
	m := footprint.Media{Type: footprint.MediaFile, Caption: textOf(find(a, "title"))}
	if t := ingest.MediaType(href); t != "" {
		m.Type = t
	}
	if name := path.Join(p.dir, href); p.r.x.Has(name) {
		m.Path = p.r.x.Path(name)
	}
	return m, true
}

// pageTime reads the local clock. The offset beside it is that of the zone without summer time, so it is
// believed only where it is absent or zero.
func pageTime(title string) time.Time {
	clock, _, _ := strings.Cut(title, " UTC")
	t, err := time.Parse("02.01.2006 15:04:05", clock)
	if err != nil {
		return time.Time{}
	}
	return ingest.Plausible(t)
}

// ownerPage finds the owner's name on the overview.
func (r *reader) ownerPage(file string) {
	b, err := r.x.ReadFile(file, maxPage)
	if err != nil {
		return
	}
	root, err := html.Parse(strings.NewReader(string(b)))
	if err != nil {
		return
	}
	for n := range root.Descendants() {
		if has(n, "personal_info") || has(n, "names") {
			if v := textOf(find(n, "bold")); v != "" {
				r.name, r.x.Owner.Name = v, v
				return
			}
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, class string) bool {
	return n != nil && n.Type == html.ElementNode && slices.Contains(strings.Fields(attr(n, "class")), class)
}

func find(n *html.Node, class string) *html.Node { return findOutside(n, class, nil) }

// findOutside finds the first element of a class that does not lie in the other element.
func findOutside(n *html.Node, class string, outside *html.Node) *html.Node {
	if n == nil {
		return nil
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c == outside {
			continue
		}
		if has(c, class) {
			return c
		}
		if f := findOutside(c, class, outside); f != nil {
			return f
		}
	}
	return nil
}

// textOf is the text below a node, with line ends for br.
func textOf(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Data == "br":
			b.WriteByte('\n')
		}
	}
	lines := strings.Split(b.String(), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSpace(l)
	}
	return strings.TrimSpace(ingest.CleanText(strings.Join(lines, "\n")))
}
