package tumblr

import (
	"errors"
	"io"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/htmltext"
)

// maxPage bounds one page of a post, in bytes.
const maxPage = 8 << 20

// page collects one post from its tokens, whether Tumblr or tumblr-backup wrote it.
type page struct {
	article      string // class of the article, in backups
	id           string // of the article
	inHeader     bool
	inFooter     bool
	inHead       bool
	inTitle      bool
	begun        bool // words of the title or the post have been seen
	titleLevel   atom.Atom
	quote        int // open blockquotes of a reblog
	inTag        bool
	title        htmltext.Writer
	words        htmltext.Writer
	shared       htmltext.Writer
	footer       htmltext.Writer
	link         *linkText
	lastLink     string // address of the last link before a quote
	created      time.Time
	address      string // permanent link
	author       string // the blog a liked post is from
	reblogged    bool
	source       string
	tags, images []string
}

// linkText is an open link of the header or the footer.
type linkText struct {
	href, title string
	tumblrBlog  bool
	words       string
}

func readPage(r io.Reader) (*page, error) {
	p := &page{}
	limited := &io.LimitedReader{R: r, N: maxPage}
	var failed error
	for t, err := range htmltext.Tokens(limited) {
		if err != nil {
			failed = err
			continue
		}
		p.token(t)
	}
	if limited.N <= 0 {
		failed = footprint.ErrTooLarge
	}
	p.finish()
	return p, failed
}

func (p *page) token(t html.Token) {
	switch {
	case t.DataAtom == atom.Head:
		p.inHead = t.Type == html.StartTagToken
	case t.DataAtom == atom.Body:
		p.inHead = false
	case p.inHead:
	case t.DataAtom == atom.Article && t.Type == html.StartTagToken:
		*p = page{article: htmltext.Attr(t, "class"), id: strings.TrimPrefix(htmltext.Attr(t, "id"), "p-")}
	case t.DataAtom == atom.Header && t.Type != html.TextToken:
		p.inHeader = t.Type == html.StartTagToken && p.article != ""
	case p.footerStarts(t):
		p.inFooter = true
	case p.inHeader || p.inFooter:
		p.margin(t)
	default:
		p.body(t)
	}
}

func (p *page) footerStarts(t html.Token) bool {
	if t.Type != html.StartTagToken || p.inFooter {
		return false
	}
	return t.DataAtom == atom.Footer || t.DataAtom == atom.Div && (htmltext.HasClass(t, "footer") || htmltext.Attr(t, "id") == "footer")
}

// margin takes what stands around the words: times, links and tags.
func (p *page) margin(t html.Token) {
	switch {
	case t.DataAtom == atom.Time && t.Type == html.StartTagToken:
		p.created = when(htmltext.Attr(t, "datetime"))
	case t.DataAtom == atom.A && t.Type == html.StartTagToken:
		p.link = &linkText{href: htmltext.Attr(t, "href"), title: htmltext.Attr(t, "title"), tumblrBlog: htmltext.HasClass(t, "tumblr_blog")}
	case t.DataAtom == atom.A && t.Type == html.EndTagToken:
		p.closeLink()
	case htmltext.Opens(t) && htmltext.HasClass(t, "tag"):
		p.inTag = true
		p.tags = append(p.tags, "")
	case t.Type == html.EndTagToken:
		p.inTag = false
		p.marginText(t)
	case t.Type == html.TextToken && p.link != nil:
		p.link.words += t.Data
	case t.Type == html.TextToken && p.inTag && len(p.tags) > 0:
		p.tags[len(p.tags)-1] += t.Data
	default:
		p.marginText(t)
	}
}

func (p *page) marginText(t html.Token) {
	if p.inFooter {
		p.footer.Add(t)
	}
}

// closeLink sorts a link of the margin by its sign.
func (p *page) closeLink() {
	l := p.link
	p.link = nil
	if l == nil {
		return
	}
	words := strings.TrimSpace(ingest.CleanText(l.words))
	switch {
	case words == "●" || words == "¶":
		if isWeb(l.href) && (p.address == "" || words == "●") {
			p.address = l.href
		}
	case words == "⬀" || words == "⬈":
		p.reblogged = true
		if blog := blogOf(l.href); blog != "" && p.lastLink == "" {
			p.lastLink = blog
		}
	case l.tumblrBlog:
		p.author = words
	case p.inFooter && strings.EqualFold(l.title, "Source"):
		p.source = strings.TrimSpace(words + " " + ingest.CleanText(l.href))
	case p.inFooter && words != "" && (strings.HasPrefix(words, "#") || p.article != "" || p.inTag):
		p.tags = append(p.tags, words)
	}
}

func isWeb(link string) bool {
	return strings.HasPrefix(link, "http://") || strings.HasPrefix(link, "https://")
}

// body takes the words of the post, and keeps apart those of the blogs it passes on.
func (p *page) body(t html.Token) {
	p.begun = p.begun || t.Type == html.TextToken && strings.TrimSpace(t.Data) != ""
	switch {
	case (t.DataAtom == atom.H1 || t.DataAtom == atom.H2) && t.Type == html.StartTagToken && !p.begun:
		p.inTitle, p.titleLevel = true, t.DataAtom
	case p.inTitle && t.Type == html.EndTagToken && t.DataAtom == p.titleLevel:
		p.inTitle = false
	case p.inTitle:
		p.title.Add(t)
	case p.quote == 0 && t.DataAtom == atom.Blockquote && t.Type == html.StartTagToken && p.attribution():
		p.quote, p.reblogged = 1, true
	case p.quote > 0:
		p.quoted(t)
	case htmltext.Opens(t) && htmltext.HasClass(t, "tag"):
		p.inTag = true
		p.tags = append(p.tags, "")
	case p.inTag && t.Type == html.TextToken:
		p.tags[len(p.tags)-1] += t.Data
	case p.inTag && t.Type == html.EndTagToken:
		p.inTag = false
	case t.DataAtom == atom.Time && t.Type == html.StartTagToken && p.created.IsZero():
		p.created = when(htmltext.Attr(t, "datetime"))
		p.words.Add(t)
	default:
		p.picture(t)
		p.words.Add(t)
	}
}

// attribution reports whether the last line names another blog, "<link>:", and takes it off.
func (p *page) attribution() bool {
	last := strings.TrimSpace(p.words.LastLine())
	name, ok := strings.CutSuffix(last, ":")
	if !ok || name == "" || len(strings.Fields(name)) > 3 || !strings.Contains(name, "http") {
		return false
	}
	p.words.CutLastLine()
	who, link, _ := strings.Cut(name, " (")
	if link == "" { // the words of the link were a part of its address
		link = who
		who = blogOf(link)
	}
	if p.lastLink == "" {
		p.lastLink = strings.TrimSpace(who)
	}
	return true
}

// blogOf finds the blog's name in an address of Tumblr.
func blogOf(link string) string {
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

func (p *page) quoted(t html.Token) {
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

func (p *page) picture(t html.Token) {
	if !htmltext.Opens(t) {
		return
	}
	switch t.DataAtom {
	case atom.Img, atom.Video, atom.Audio, atom.Source:
		if src := htmltext.Attr(t, "src"); src != "" && len(p.images) < 1000 && !slices.Contains(p.images, src) {
			p.images = append(p.images, src)
		}
	}
}

var (
	spokenDate = regexp.MustCompile(`(?i)\b(january|february|march|april|may|june|july|august|september|october|november|december) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,?(?: at)? (\d{1,2}):(\d{2})(?::\d{2})? ?([ap]m)?)?`)
	plainDate  = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?(?:Z| GMT)?)?`)
	noteCount  = regexp.MustCompile(`([\d,.]+) notes?\b`)
)

// finish looks for the date and the tags where no element marks them: in the last lines.
func (p *page) finish() {
	if p.article == "" && !p.inFooter {
		for range 4 {
			line := strings.TrimSpace(p.words.LastLine())
			date := dateIn(line)
			switch {
			case !date.IsZero() && len(line) < 60 && p.created.IsZero():
				p.created = date
			case isTagLine(line):
				p.tags = append(p.tags, strings.Split(line[1:], " #")...)
			default:
				return
			}
			p.words.CutLastLine()
		}
	}
	if p.created.IsZero() {
		p.created = dateIn(p.footer.String())
	}
	if len(p.tags) == 0 {
		for word := range strings.FieldsSeq(p.footer.String()) {
			if strings.HasPrefix(word, "#") && len(word) > 1 {
				p.tags = append(p.tags, word)
			}
		}
	}
}

func isTagLine(line string) bool {
	return len(line) > 1 && line[0] == '#' && line[1] != ' ' && line[1] != '#'
}

// dateIn reads the first date of a text. Its zone is the blog's, which the export does not say: it is kept as UTC.
func dateIn(text string) time.Time {
	m := spokenDate.FindStringSubmatch(text)
	if m == nil {
		return when(plainDate.FindString(text))
	}
	date, layout := m[1]+" "+m[2]+" "+m[3], "January 2 2006"
	if m[4] != "" {
		date, layout = date+" "+m[4]+":"+m[5], layout+" 15:04"
		if m[6] != "" {
			date, layout = date+strings.ToUpper(m[6]), "January 2 2006 3:04PM"
		}
	}
	t, err := time.Parse(layout, strings.ToUpper(date[:1])+strings.ToLower(date[1:len(m[1])])+date[len(m[1]):])
	if err != nil {
		return time.Time{}
	}
	return ingest.Plausible(t)
}

// pageFile reads the page of one post.
func (r *reader) pageFile(name string) bool {
	f, err := r.x.Open(name)
	if err != nil {
		return r.yield(footprint.Item{}, err)
	}
	defer f.Close()
	p, err := readPage(f)
	if err != nil {
		if !r.fail(name, 1, err) {
			return false
		}
		if !errors.Is(err, footprint.ErrTooLarge) {
			return true
		}
	}
	return r.emit(r.post(p, name, path.Dir(name)), name, 1)
}

// post turns a page into an item; dir is the folder that the addresses of its pictures start from.
func (r *reader) post(p *page, name, dir string) footprint.Item {
	id := pageID(name)
	it := footprint.Item{Kind: footprint.KindPost, NativeID: id, Author: footprint.AuthorSelf, Title: p.title.String(), Text: p.words.String(), SharedText: p.shared.String(),
		Created: p.created, URL: p.address, Visibility: footprint.VisibilityPublic, ContainerKind: footprint.ContainerOwnBlog, Details: map[string]string{}}
	blog := r.x.Owner.Handle()
	if it.URL == "" || blogOf(it.URL) == "" {
		if own := address(blog, id); own != "" && !strings.HasPrefix(p.article, "liked-") {
			it.URL = own
		}
	}
	it.Container = blog
	addTags(&it, p.tags)
	switch {
	case strings.HasPrefix(p.article, "liked-"):
		it = liked(it, p.author)
	case p.reblogged:
		it.Interaction = footprint.InteractionShared
		it.Target = p.lastLink
	default:
		it.Kind = kindOf(p.article)
	}
	place(&it, name)
	if p.source != "" {
		it.Details["source"] = p.source
	}
	if m := noteCount.FindStringSubmatch(p.footer.String()); m != nil {
		if n, err := strconv.Atoi(strings.NewReplacer(",", "", ".", "").Replace(m[1])); err == nil {
			it.Reactions = &n
		}
	}
	for _, src := range p.images {
		it.Media = append(it.Media, r.picture(dir, src))
	}
	r.addOwnMedia(&it, id)
	return it
}

// kindOf maps the type of a post. Answers to what others asked are comments.
func kindOf(postType string) footprint.Kind {
	first, _, _ := strings.Cut(postType, " ")
	switch first {
	case "photo":
		return footprint.KindPhoto
	case "video":
		return footprint.KindVideo
	case "answer":
		return footprint.KindComment
	}
	return footprint.KindPost
}

// liked turns a post into the user's like of it.
func liked(it footprint.Item, author string) footprint.Item {
	it.Kind, it.Interaction, it.Author = footprint.KindLike, footprint.InteractionLiked, author
	if author == "" {
		it.Author = "other"
	}
	it.SharedText = strings.TrimSpace(it.SharedText + "\n" + it.Text)
	it.Text, it.Container, it.ContainerKind = "", author, footprint.ContainerThirdPartyPage
	if it.URL == "" {
		it.URL = "https://www.tumblr.com/likes"
	}
	return it
}

// place tells unpublished posts, and what others sent, by the folder.
func place(it *footprint.Item, name string) {
	for step := range strings.SplitSeq(path.Dir(name), "/") {
		switch step {
		case "drafts", "queue":
			it.Visibility, it.Status = footprint.VisibilityPrivate, strings.TrimSuffix(step, "s")
		case "asks":
			it.Kind, it.Author, it.Direction, it.Visibility = footprint.KindMessage, "other", footprint.DirectionIncoming, footprint.VisibilityPrivate
		case "submissions":
			it.Author, it.Direction, it.Visibility = "other", footprint.DirectionIncoming, footprint.VisibilityPrivate
		}
	}
}

// addTags puts the hashtags behind the words: they are public words of the user, often whole sentences.
func addTags(it *footprint.Item, tags []string) {
	var words []string
	for _, t := range tags {
		if t = strings.Trim(ingest.CleanText(t), "# \n\t"); t != "" {
			words = append(words, "#"+t)
		}
	}
	if len(words) > 0 {
		it.Text = strings.TrimSpace(it.Text + "\n\n" + strings.Join(words, " "))
	}
}
