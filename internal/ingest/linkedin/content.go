package linkedin

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
)

func one(it footprint.Item) []footprint.Item { return []footprint.Item{it} }

func share(_ *reader, row csvtable.Row) []footprint.Item {
	it := footprint.Item{
		Kind: footprint.KindPost, Author: footprint.AuthorSelf, Text: clean(row.Get("ShareCommentary")), URL: row.Get("ShareLink"),
		Created: parseTime(row.Get("Date")), Visibility: visibility(row.Get("Visibility")), SharedText: joined(row, "Share Title", "Share Description"),
	}
	if it.Created.IsZero() {
		it.Created = timeFromLink(it.URL)
	}
	if link := row.Get("SharedUrl"); link != "" {
		it.Details = map[string]string{"Shared link": link}
	}
	if it.Text == "" && (it.SharedText != "" || it.Details != nil) {
		it.Interaction = footprint.InteractionShared
	}
	if m := row.Get("MediaUrl"); m != "" {
		it.Media = []footprint.Media{{URL: m, Type: mediaType(m)}}
	}
	it.NativeID = it.URL
	return one(it)
}

func mediaType(link string) string {
	if strings.Contains(link, "video") || ingest.MediaType(link) == footprint.MediaVideo {
		return footprint.MediaVideo
	}
	return footprint.MediaPhoto
}

func repost(_ *reader, row csvtable.Row) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Interaction: footprint.InteractionShared, URL: row.Get("Link"),
		Created: parseTime(row.Get("Date"))})
}

func comment(_ *reader, row csvtable.Row) []footprint.Item {
	it := footprint.Item{Kind: footprint.KindComment, Author: footprint.AuthorSelf, Text: clean(row.Get("Message", "Comment")), URL: row.Get("Link"),
		Created: parseTime(row.Get("Date")), ContainerKind: footprint.ContainerThirdPartyPage}
	if it.Created.IsZero() {
		it.Created = timeFromLink(it.URL)
	}
	return one(it)
}

func reaction(_ *reader, row csvtable.Row) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindLike, Author: "other", Interaction: footprint.InteractionLiked, URL: row.Get("Link"), Created: parseTime(row.Get("Date")),
		Details: details(row, "Link", "Date")})
}

func vote(_ *reader, row csvtable.Row) []footprint.Item {
	return one(footprint.Item{Kind: footprint.KindLike, Author: "other", Interaction: footprint.InteractionLiked, URL: row.Get("Link"), Created: parseTime(row.Get("Date")),
		Title: "Poll vote: " + clean(row.Get("OptionText"))})
}

func media(_ *reader, row csvtable.Row) []footprint.Item {
	link := row.Get("Media Link", "Link")
	kind := footprint.KindPhoto
	if mediaType(link) == footprint.MediaVideo || strings.EqualFold(row.Get("Type"), "video") {
		kind = footprint.KindVideo
	}
	return one(footprint.Item{Kind: kind, Author: footprint.AuthorSelf, Title: clean(row.Get("Media Description", "Description")), Created: parseTime(row.Get("Date/Time", "Date")),
		URL: link, Media: []footprint.Media{{URL: link, Type: string(kind)}}})
}

// groupItem reads tables of very old exports, whose columns are known by their sense only.
func groupItem(kind footprint.Kind) func(*reader, csvtable.Row) []footprint.Item {
	return func(_ *reader, row csvtable.Row) []footprint.Item {
		it := footprint.Item{Kind: kind, Author: footprint.AuthorSelf, Container: row.Get("Group", "Group Name"), ContainerKind: footprint.ContainerGroup,
			Visibility: footprint.VisibilityClosedGroup, Title: clean(row.Get("Title", "Post Title")), Text: clean(row.Get("Text", "Comment", "Post", "Summary", "Message")),
			URL: row.Get("URL", "Link"), Created: parseTime(row.Get("Date", "Created", "Creation Date"))}
		if kind == footprint.KindLike {
			it.Author, it.Interaction = "other", footprint.InteractionLiked
		}
		return one(it)
	}
}

const maxArticle = 8 << 20

var articleTime = regexp.MustCompile(`\d{4}-\d{2}-\d{2} \d{2}:\d{2}`)

// article reads one page: the linked heading, when it was made and published, and the words.
func (r *reader) article(name string, yield func(footprint.Item, error) bool) bool {
	b, err := r.x.ReadFile(name, maxArticle)
	if err != nil {
		return yield(footprint.Item{}, err)
	}
	root, err := html.Parse(strings.NewReader(string(b)))
	if err != nil {
		return yield(footprint.Item{}, r.x.Failed(name, 0, err))
	}
	it := footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, ContainerKind: footprint.ContainerOwnBlog, Origin: footprint.Origin{File: r.x.Path(name)},
		Visibility: footprint.VisibilityPublic}
	var text []string
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		if depth > 200 || n.Data == "script" || n.Data == "style" || n.Data == "head" {
			return
		}
		switch {
		case n.Type == html.ElementNode && n.Data == "h1" && it.Title == "":
			it.Title, it.URL = textOf(n), linkOf(n)
			return
		case n.Type == html.ElementNode && n.Data == "p" && class(n) == "created":
			if it.Created.IsZero() {
				it.Created = parseTime(articleTime.FindString(textOf(n)))
			}
			return
		case n.Type == html.ElementNode && n.Data == "p" && class(n) == "published":
			if t := parseTime(articleTime.FindString(textOf(n))); !t.IsZero() {
				it.Created = t
			} else {
				it.Visibility = footprint.VisibilityPrivate // a draft
			}
			return
		case n.Type == html.TextNode && strings.TrimSpace(n.Data) != "":
			text = append(text, strings.TrimSpace(n.Data))
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, depth+1)
		}
	}
	walk(root, 0)
	it.Text = ingest.CleanText(strings.Join(text, "\n"))
	it.NativeID = it.URL
	return yield(it, nil)
}

func class(n *html.Node) string {
	for _, a := range n.Attr {
		if a.Key == "class" {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return ingest.CleanText(strings.Join(strings.Fields(b.String()), " "))
}

func linkOf(n *html.Node) string {
	for c := range n.Descendants() {
		if c.Data == "a" {
			for _, a := range c.Attr {
				if a.Key == "href" && strings.HasPrefix(a.Val, "http") {
					return a.Val
				}
			}
		}
	}
	return ""
}
