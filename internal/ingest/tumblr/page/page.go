// Package page reads the page of one Tumblr post, whether Tumblr or tumblr-backup wrote it, and tells the user's
// words from those that are passed on.
package page

import (
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/htmltext"
)

// Largest bounds one page of a post, in bytes.
const Largest = 8 << 20

// Page is one post.
type Page struct {
	Article   string // class of the article, in backups; "liked-text" is a like
	Title     string
	Text      string // the user's words
	Shared    string // words of others that are passed on
	Footer    string
	Address   string // permanent link, if it is shown
	Author    string // the blog a liked post is from
	From      string // the blog a post is passed on from
	Source    string
	Reblogged bool
	Created   time.Time
	Tags      []string // hashtags, some with the sign
	Images    []string // addresses as they stand in the page
}

// parser collects one post from its tokens.
type parser struct {
	Page
	inHeader, inFooter, inHead, inTitle, inTag bool

	begun                        bool // words of the title or the post have been seen
	titleLevel                   atom.Atom
	quote                        int // open blockquotes of a reblog
	title, words, shared, footer htmltext.Writer
	link                         *linkText
}

// linkText is an open link of the header or the footer.
type linkText struct {
	href, title string
	tumblrBlog  bool
	words       string
}

// Read reads a page. With footprint.ErrTooLarge comes what was read before.
func Read(r io.Reader) (*Page, error) {
	p := &parser{}
	limited := &io.LimitedReader{R: r, N: Largest}
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
	return p.page(), failed
}

// Split tells the user's words from quoted ones in the markup of a reblog.
func Split(markup string) (own, shared string) {
	if markup == "" {
		return "", ""
	}
	p := &parser{}
	for t, err := range htmltext.Tokens(strings.NewReader(markup)) {
		if err == nil {
			p.body(t)
		}
	}
	return strings.TrimSpace(p.title.String() + "\n\n" + p.words.String()), p.shared.String()
}

// page writes the collected words out.
func (p *parser) page() *Page {
	p.Title, p.Text, p.Shared, p.Footer = p.title.String(), p.words.String(), p.shared.String(), p.footer.String()
	return &p.Page
}

func (p *parser) token(t html.Token) {
	switch {
	case t.DataAtom == atom.Head:
		p.inHead = t.Type == html.StartTagToken
	case t.DataAtom == atom.Body:
		p.inHead = false
	case p.inHead:
	case t.DataAtom == atom.Article && t.Type == html.StartTagToken:
		*p = parser{Page: Page{Article: htmltext.Attr(t, "class")}}
	case t.DataAtom == atom.Header && t.Type != html.TextToken:
		p.inHeader = t.Type == html.StartTagToken && p.Article != ""
	case p.footerStarts(t):
		p.inFooter = true
	case p.inHeader || p.inFooter:
		p.margin(t)
	default:
		p.body(t)
	}
}

func (p *parser) footerStarts(t html.Token) bool {
	if t.Type != html.StartTagToken || p.inFooter {
		return false
	}
	return t.DataAtom == atom.Footer || t.DataAtom == atom.Div && (htmltext.HasClass(t, "footer") || htmltext.Attr(t, "id") == "footer")
}

// margin takes what stands around the words: times, links and tags.
func (p *parser) margin(t html.Token) {
	switch {
	case t.DataAtom == atom.Time && t.Type == html.StartTagToken:
		p.Created = When(htmltext.Attr(t, "datetime"))
	case t.DataAtom == atom.A && t.Type == html.StartTagToken:
		p.link = &linkText{href: htmltext.Attr(t, "href"), title: htmltext.Attr(t, "title"), tumblrBlog: htmltext.HasClass(t, "tumblr_blog")}
	case t.DataAtom == atom.A && t.Type == html.EndTagToken:
		p.closeLink()
	case htmltext.Opens(t) && htmltext.HasClass(t, "tag"):
		p.inTag = true
		p.Tags = append(p.Tags, "")
	case t.Type == html.EndTagToken:
		p.inTag = false
		p.marginText(t)
	case t.Type == html.TextToken && p.link != nil:
		p.link.words += t.Data
	case t.Type == html.TextToken && p.inTag && len(p.Tags) > 0:
		p.Tags[len(p.Tags)-1] += t.Data
	default:
		p.marginText(t)
	}
}

func (p *parser) marginText(t html.Token) {
	if p.inFooter {
		p.footer.Add(t)
	}
}

// closeLink sorts a link of the margin by its sign.
func (p *parser) closeLink() {
	l := p.link
	p.link = nil
	if l == nil {
		return
	}
	words := strings.TrimSpace(ingest.CleanText(l.words))
	switch {
	case words == "●" || words == "¶":
		if IsWeb(l.href) && (p.Address == "" || words == "●") {
			p.Address = l.href
		}
	case words == "⬀" || words == "⬈":
		p.Reblogged = true
		if blog := BlogOf(l.href); blog != "" && p.From == "" {
			p.From = blog
		}
	case l.tumblrBlog:
		p.Author = words
	case p.inFooter && strings.EqualFold(l.title, "Source"):
		p.Source = strings.TrimSpace(words + " " + ingest.CleanText(l.href))
	case p.inFooter && words != "" && (strings.HasPrefix(words, "#") || p.Article != "" || p.inTag):
		p.Tags = append(p.Tags, words)
	}
}

// IsWeb reports whether an address is one of the web.
func IsWeb(link string) bool {
	return strings.HasPrefix(link, "http://") || strings.HasPrefix(link, "https://")
}

var (
	spokenDate = regexp.MustCompile(`(?i)\b(january|february|march|april|may|june|july|august|september|october|november|december) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,?(?: at)? (\d{1,2}):(\d{2})(?::\d{2})? ?([ap]m)?)?`)
	plainDate  = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?(?:Z| GMT)?)?`)
)

// finish looks for the date and the tags where no element marks them: in the last lines.
func (p *parser) finish() {
	if p.Article == "" && !p.inFooter {
		for range 4 {
			line := strings.TrimSpace(p.words.LastLine())
			date := dateIn(line)
			switch {
			case !date.IsZero() && len(line) < 60 && p.Created.IsZero():
				p.Created = date
			case isTagLine(line):
				p.Tags = append(p.Tags, strings.Split(line[1:], " #")...)
			default:
				return
			}
			p.words.CutLastLine()
		}
	}
	if p.Created.IsZero() {
		p.Created = dateIn(p.footer.String())
	}
	if len(p.Tags) == 0 {
		for word := range strings.FieldsSeq(p.footer.String()) {
			if strings.HasPrefix(word, "#") && len(word) > 1 {
				p.Tags = append(p.Tags, word)
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
		return When(plainDate.FindString(text))
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

// When reads the times of all sources; those without a zone are taken as UTC.
func When(s string) time.Time {
	s = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(s), " GMT"), " UTC")
	if n, err := strconv.ParseFloat(s, 64); err == nil {
		if n > 1e11 {
			n /= 1000
		}
		if n < 1e8 || n > 1e10 {
			return time.Time{}
		}
		return ingest.Plausible(time.Unix(int64(n), 0))
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return ingest.Plausible(t)
		}
	}
	return time.Time{}
}
