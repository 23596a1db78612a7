package serp

import (
	"bytes"
	"io"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// savedFrom is the comment that browsers write into complete pages.
var savedFrom = regexp.MustCompile(`<!--\s*saved from url=\(\d{4}\)(\S+)\s*-->`)

// singleFile is the comment of the SingleFile extension.
var singleFile = regexp.MustCompile(`(?s)Page saved with SingleFile(?:-Lite)?\s*url:\s*(\S+)\s*(?:saved date:\s*([^\n]+))?`)

// document is a saved page as a tree, and what the file says of its origin.
type document struct {
	*goquery.Document
	url   string
	saved time.Time
	cut   bool   // the file ends before the page does
	raw   []byte // the markup as UTF-8
}

// open reads a saved page of any kind and charset.
func open(r io.Reader) (*document, error) {
	b, err := io.ReadAll(io.LimitReader(r, MaxPage+1))
	if err != nil {
		return nil, err
	}
	if len(b) > MaxPage {
		return nil, ErrTooLarge
	}
	d := &document{}
	contentType := "text/html"
	switch {
	case looksMHTML(b):
		b, contentType, err = d.mhtml(b)
	case bytes.HasPrefix(b, []byte(binaryList)):
		b, contentType, err = d.webArchive(b)
	default:
		err = notPage(b)
	}
	if err != nil {
		return nil, err
	}
	if d.raw, err = toUTF8(b, contentType); err != nil {
		return nil, err
	}
	if source, ok := viewedSource(d.raw); ok {
		d.raw = source
	}
	d.origin()
	if bytes.Count(d.raw, []byte("<")) > 2*maxNodes {
		return nil, ErrTooLarge
	}
	root, err := html.ParseWithOptions(bytes.NewReader(d.raw), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, err
	}
	d.Document = goquery.NewDocumentFromNode(root)
	d.Find("script,style,template").Remove()
	if d.url == "" {
		d.url = ownAddress(d)
	}
	return d, nil
}

// origin reads the comments that say where and when a page was saved, and whether its end is there.
func (d *document) origin() {
	if m := savedFrom.FindSubmatch(d.raw[:min(len(d.raw), 4096)]); m != nil {
		d.url = html.UnescapeString(string(m[1]))
	}
	if m := singleFile.FindSubmatch(d.raw[:min(len(d.raw), 1<<16)]); m != nil {
		d.url = string(m[1])
		if t, err := time.Parse("Mon Jan 02 2006 15:04:05 GMT-0700", strings.TrimSpace(parenthesis.ReplaceAllString(string(m[2]), ""))); err == nil {
			d.saved = t.UTC()
		}
		return // it leaves out the closing tags
	}
	end := bytes.ToLower(d.raw[max(0, len(d.raw)-4096):])
	whole := bytes.Contains(end, []byte("</html")) || bytes.Contains(end, []byte("</body"))
	opened := bytes.Contains(bytes.ToLower(d.raw[:min(len(d.raw), 4096)]), []byte("<html"))
	d.cut = d.cut || opened && !whole
}

// parenthesis is the name of a time zone after its offset.
var parenthesis = regexp.MustCompile(`\s*\([^)]*\)\s*$`)

// ownAddress is what a page says of its own address.
func ownAddress(d *document) string {
	for _, tag := range []struct{ selector, attr string }{{"link[rel=canonical]", "href"}, {`meta[property="og:url"]`, "content"}} {
		if v := d.Find(tag.selector).First().AttrOr(tag.attr, ""); strings.HasPrefix(v, "http") && strings.Contains(v, "?") {
			return v
		}
	}
	return ""
}

// FileError is for files that people hand in instead of a saved page. It is an [ErrNotPage].
type FileError struct {
	Kind string // pdf, picture, archive, compressed, text, link, list, damaged
	what string
}

func (e *FileError) Error() string {
	return ErrNotPage.Error() + ". " + e.what + "; save the page itself from the browser, as HTML or as a single file"
}

// Unwrap makes it an ErrNotPage.
func (e *FileError) Unwrap() error { return ErrNotPage }

// kinds are such files by their first bytes.
var kinds = []struct {
	begins string
	FileError
}{
	{"%PDF-", FileError{"pdf", "This is a PDF, in which results and advertisements cannot be told apart"}},
	{"\x89PNG", picture}, {"\xff\xd8\xff", picture}, {"GIF8", picture}, {"RIFF", picture},
	{"PK\x03\x04", FileError{"archive", "This is a zip or Office file"}}, {"\x1f\x8b", FileError{"compressed", "This is a compressed file"}},
	{"{\\rtf", FileError{"text", "This is a text document"}}, {"[InternetShortcut]", FileError{"link", "This is a link to the page, not the page"}},
	{"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist", FileError{"list", "This is a list of properties, not the page"}},
}

var (
	picture = FileError{"picture", "This is a picture of the page"}
	damaged = &FileError{"damaged", "The web archive is damaged or holds no page"}
)

// notPage says why bytes are no web page; nil when they may be one.
func notPage(b []byte) error {
	for _, k := range kinds {
		if bytes.HasPrefix(b, []byte(k.begins)) {
			return &k.FileError
		}
	}
	if !bytes.Contains(b[:min(len(b), 1<<20)], []byte("<")) && !bytes.HasPrefix(b, []byte("\xff\xfe")) && !bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return ErrNotPage
	}
	return nil
}

// toUTF8 believes a byte order mark, then the declared charset, then valid UTF-8, then windows-1252.
func toUTF8(b []byte, contentType string) ([]byte, error) {
	enc, name, certain := charset.DetermineEncoding(b, contentType)
	if utf8.Valid(b) && (!certain || name == "utf-8") {
		return bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")), nil
	}
	return io.ReadAll(io.LimitReader(enc.NewDecoder().Reader(bytes.NewReader(b)), 2*MaxPage))
}

// viewedSource takes the markup out of a saved "view source" page of Chrome, Edge or Firefox.
func viewedSource(b []byte) ([]byte, bool) {
	head := b[:min(len(b), 1<<16)]
	selector := ""
	switch {
	case bytes.Contains(head, []byte("line-gutter-backdrop")) || bytes.Contains(head, []byte("line-content")):
		selector = "td.line-content"
	case bytes.Contains(head, []byte(`id="viewsource"`)):
		selector = "body#viewsource pre"
	default:
		return nil, false
	}
	page, err := goquery.NewDocumentFromReader(bytes.NewReader(b))
	if err != nil {
		return nil, false
	}
	var source strings.Builder
	page.Find(selector).Each(func(_ int, line *goquery.Selection) {
		source.WriteString(line.Text())
		source.WriteByte('\n')
	})
	return []byte(source.String()), strings.Contains(source.String(), "<")
}
