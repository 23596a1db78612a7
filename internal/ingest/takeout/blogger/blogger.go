// Package blogger reads blogs: the feeds of an export and the backup that Blogger itself offers. Facts stand in
// shared/formats/google-takeout.md section 9.
package blogger

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html/charset"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/takeout/product"
)

// maxEntry bounds one post.
const maxEntry = 32 << 20

// IsFeed reports whether the beginning of a file is that of a feed of Blogger.
func IsFeed(head string) bool {
	return strings.Contains(head, "schemas.google.com/blogger/") || strings.Contains(head, "tag:blogger.com,1999:")
}

// Feed reads posts, pages and comments, entry by entry.
func Feed(r *product.Reader, name string) {
	b := &blog{r: r, address: address(r, name), kind: footprint.ContainerOwnBlog}
	if strings.Contains(name, "Comments/") { // on blogs of others
		b.kind = footprint.ContainerThirdPartyPage
	}
	r.At(name)
	f, err := r.X.Open(name)
	if err != nil {
		r.Fail(0, err)
		return
	}
	defer f.Close()
	b.guard = &guard{r: f, left: maxEntry}
	d := xml.NewDecoder(b.guard)
	d.Strict, d.CharsetReader = false, charset.NewReaderLabel
	for !r.Stopped() {
		b.guard.left = maxEntry
		t, err := d.Token()
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			r.Fail(b.n+1, damaged(err))
			return
		}
		if start, ok := t.(xml.StartElement); ok && !b.element(d, start) {
			return
		}
	}
}

func damaged(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return errors.Join(footprint.ErrDamaged, err)
	}
	return err
}

// guard refuses more than the bytes left for the present entry.
type guard struct {
	r    io.Reader
	left int
}

func (g *guard) Read(p []byte) (int, error) {
	if g.left <= 0 {
		return 0, footprint.ErrTooLarge
	}
	n, err := g.r.Read(p)
	g.left -= n
	return n, err
}

// blog is one feed.
type blog struct {
	r       *product.Reader
	guard   *guard
	n       int64
	title   string
	address string
	kind    string // where its words stand
	inFeed  bool
}

func (b *blog) element(d *xml.Decoder, start xml.StartElement) bool {
	switch start.Name.Local {
	case "feed":
		b.inFeed = true
	case "title":
		if b.inFeed && b.title == "" {
			var s string
			if d.DecodeElement(&s, &start) == nil {
				b.title = clean(s)
			}
		}
	case "author": // of the feed: whose blog it is
		var a author
		if d.DecodeElement(&a, &start) == nil {
			b.r.Own(clean(a.Name), "")
		}
	case "entry":
		b.n++
		var e entry
		if err := d.DecodeElement(&e, &start); err != nil {
			b.r.Fail(b.n, damaged(err))
			return !errors.Is(err, io.ErrUnexpectedEOF)
		}
		return b.entry(e)
	}
	return true
}

type author struct {
	Name string `xml:"name"`
	URI  string `xml:"uri"`
}

// entry is a post, page, comment, setting or template in either form.
type entry struct {
	ID        string   `xml:"id"`
	Parent    string   `xml:"parent"`
	Type      string   `xml:"type"`
	Status    string   `xml:"status"`
	Authors   []author `xml:"author"`
	Title     string   `xml:"title"`
	Content   string   `xml:"content"`
	Summary   string   `xml:"summary"`
	Created   string   `xml:"created"`
	Published string   `xml:"published"`
	Updated   string   `xml:"updated"`
	Draft     string   `xml:"control>draft"`
	Filename  string   `xml:"filename"`
	Location  struct {
		Name string `xml:"name"`
		Lat  string `xml:"latitude"`
		Lon  string `xml:"longitude"`
	} `xml:"location"`
	Categories []struct {
		Scheme string `xml:"scheme,attr"`
		Term   string `xml:"term,attr"`
	} `xml:"category"`
	Links []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"link"`
	ReplyTo struct {
		Ref  string `xml:"ref,attr"`
		Href string `xml:"href,attr"`
	} `xml:"in-reply-to"`
}

var ids = regexp.MustCompile(`blog-(\d+)\.(?:post|page)-(\d+)`)

// kind is what an entry is: "post", "page", "comment", "settings", "template".
func (e entry) kind() string {
	for _, c := range e.Categories {
		if _, kind, ok := strings.Cut(c.Term, "blogger/2008/kind#"); ok {
			return kind
		}
	}
	return strings.ToLower(e.Type)
}

func (b *blog) entry(e entry) bool {
	text, pictures := product.PlainText(e.Content + e.Summary)
	it := footprint.Item{Author: footprint.AuthorSelf, NativeID: clean(e.ID), Title: clean(e.Title), Text: text, Created: product.Time(e.Published), Edited: product.Time(e.Updated), Container: b.title, ContainerKind: b.kind,
		Visibility: footprint.VisibilityPublic, Details: map[string]string{}}
	if it.Created.IsZero() {
		it.Created = product.Time(e.Created)
	}
	for _, p := range pictures {
		it.Media = append(it.Media, footprint.Media{URL: p, Type: footprint.MediaPhoto})
	}
	switch e.kind() {
	case "comment":
		b.comment(&it, e)
	case "settings":
		it = footprint.Item{Kind: footprint.KindPrivacySetting, NativeID: it.NativeID, Setting: "blog: " + it.Title, Value: text, Container: b.title, URL: "https://www.blogger.com"}
	case "template":
		return !b.r.Stopped() // the design
	default:
		b.post(&it, e)
	}
	switch status := strings.ToUpper(strings.TrimSpace(e.Status)); {
	case status == "SOFT_TRASHED", status == "TRASHED", strings.Contains(status, "DELETED"):
		it.Deleted, it.Visibility = true, footprint.VisibilityPrivate
	case status != "" && status != "LIVE", e.Draft == "yes":
		it.Visibility = footprint.VisibilityPrivate
		product.Put(&it, "status", strings.ToLower(status))
	}
	if len(it.Details) == 0 {
		it.Details = nil
	}
	return b.r.Emit(b.n, it)
}

func (b *blog) post(it *footprint.Item, e entry) {
	it.Kind, it.URL = footprint.KindPost, b.link(e)
	for _, c := range e.Categories {
		if !strings.Contains(c.Scheme, "schemas.google.com") {
			product.Put(it, "labels", strings.TrimPrefix(it.Details["labels"]+", "+clean(c.Term), ", "))
		}
	}
	if len(e.Authors) > 0 {
		b.r.Own(clean(e.Authors[0].Name), "")
	}
	it.Exif = product.LatLon(e.Location.Lat + "," + e.Location.Lon)
	product.Put(it, "place", clean(e.Location.Name))
	product.Put(it, "kind", strings.TrimPrefix(e.kind(), "post"))
}

// comment is own when its author is the user: by the profile, or as the author of the blog.
func (b *blog) comment(it *footprint.Item, e entry) {
	it.Kind, it.Title, it.Interaction, it.URL = footprint.KindComment, "", footprint.InteractionCommented, b.link(e)
	it.Thread = clean(e.Parent + e.ReplyTo.Ref)
	name := ""
	if len(e.Authors) > 0 {
		name = clean(e.Authors[0].Name)
	}
	switch {
	case name == "":
		it.Author = "unknown"
	case !b.r.IsOwn(name, ""):
		it.Author = name
	}
}

// link is the public address, else the page to edit the post.
func (b *blog) link(e entry) string {
	for _, l := range e.Links {
		if l.Rel == "alternate" && strings.HasPrefix(l.Href, "http") {
			return clean(l.Href)
		}
	}
	if strings.HasPrefix(e.ReplyTo.Href, "http") {
		return clean(e.ReplyTo.Href)
	}
	if b.address != "" && e.Filename != "" {
		return b.address + clean(e.Filename)
	}
	if m := ids.FindStringSubmatch(e.ID); m != nil && e.kind() != "comment" {
		return "https://www.blogger.com/blog/post/edit/" + m[1] + "/" + m[2]
	}
	return "https://www.blogger.com"
}

func clean(s string) string { return strings.TrimSpace(ingest.CleanText(s)) }
