package serp

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
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
var singleFile = regexp.MustCompile(`(?s)Page saved with SingleFile\s*url:\s*(\S+)\s*(?:saved date:\s*([^\n]+))?`)

// document is a saved page as a tree, and what the file says of its origin.
type document struct {
	*goquery.Document
	url   string
	saved time.Time
	raw   string // lower-cased head of the markup, for telling challenge pages
}

// open reads HTML or MHTML of any charset.
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
	if looksMHTML(b) {
		if b, contentType, err = d.mhtml(b); err != nil {
			return nil, err
		}
	}
	if !bytes.Contains(b[:min(len(b), 1<<20)], []byte("<")) && !bytes.HasPrefix(b, []byte("\xff\xfe")) && !bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return nil, ErrNotPage
	}
	text, err := toUTF8(b, contentType)
	if err != nil {
		return nil, err
	}
	if m := savedFrom.FindSubmatch(text[:min(len(text), 4096)]); m != nil {
		d.url = html.UnescapeString(string(m[1]))
	} else if m := singleFile.FindSubmatch(text[:min(len(text), 1<<16)]); m != nil {
		d.url = string(m[1])
	}
	if bytes.Count(text, []byte("<")) > 2*maxNodes {
		return nil, ErrTooLarge
	}
	root, err := html.ParseWithOptions(bytes.NewReader(text), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, err
	}
	d.Document = goquery.NewDocumentFromNode(root)
	d.raw = strings.ToLower(string(text[:min(len(text), 1<<18)]))
	d.Find("script,style,template").Remove()
	return d, nil
}

// toUTF8 believes a byte order mark, then the declared charset, then valid UTF-8, then windows-1252.
func toUTF8(b []byte, contentType string) ([]byte, error) {
	enc, _, certain := charset.DetermineEncoding(b, contentType)
	if !certain && utf8.Valid(b) {
		return b, nil
	}
	return io.ReadAll(io.LimitReader(enc.NewDecoder().Reader(bytes.NewReader(b)), 2*MaxPage))
}

func looksMHTML(b []byte) bool {
	head := b[:min(len(b), 2048)]
	return bytes.Contains(head, []byte("multipart/related")) && (bytes.HasPrefix(head, []byte("From:")) || bytes.Contains(head, []byte("MIME-Version:")))
}

// mhtml returns the first HTML part of a single-file page.
func (d *document) mhtml(b []byte) (page []byte, contentType string, err error) {
	m, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		return nil, "", ErrNotPage
	}
	d.url = m.Header.Get("Snapshot-Content-Location")
	if t, err := m.Header.Date(); err == nil {
		d.saved = t.UTC()
	}
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil || params["boundary"] == "" {
		return nil, "", ErrNotPage
	}
	parts := multipart.NewReader(m.Body, params["boundary"])
	for range 1000 {
		p, err := parts.NextRawPart()
		if err != nil {
			break
		}
		contentType := p.Header.Get("Content-Type")
		if !strings.HasPrefix(contentType, "text/html") {
			continue
		}
		if d.url == "" {
			d.url = p.Header.Get("Content-Location")
		}
		var body io.Reader = p
		switch strings.ToLower(p.Header.Get("Content-Transfer-Encoding")) {
		case "quoted-printable":
			body = quotedprintable.NewReader(p)
		case "base64":
			body = base64.NewDecoder(base64.StdEncoding, p)
		}
		page, err := io.ReadAll(io.LimitReader(body, MaxPage))
		return page, contentType, err
	}
	return nil, "", ErrNotPage
}
