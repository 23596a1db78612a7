package serp

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
)

// Limits on a single-file page: its parts, and how deep they nest.
const (
	maxParts = 1000
	maxNests = 4
)

func looksMHTML(b []byte) bool {
	head := bytes.ToLower(b[:min(len(b), 4096)])
	return bytes.Contains(head, []byte("multipart/")) && (bytes.HasPrefix(bytes.TrimLeft(head, "\xef\xbb\xbf\r\n"), []byte("from:")) || bytes.Contains(head, []byte("mime-version:")))
}

// mhtml returns the page of a single-file page: the part whose address the file names, else its first HTML.
func (d *document) mhtml(b []byte) (page []byte, contentType string, err error) {
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(b, "\xef\xbb\xbf\r\n")))
	if err != nil {
		return nil, "", ErrNotPage
	}
	d.url = m.Header.Get("Snapshot-Content-Location")
	if t, err := m.Header.Date(); err == nil {
		d.saved = t.UTC()
	}
	var best part
	ended := d.parts(m.Body, m.Header.Get("Content-Type"), &best, 0)
	if best.page == nil {
		return nil, "", ErrNotPage
	}
	d.cut = !ended
	if d.url == "" {
		d.url = best.address
	}
	return best.page, best.contentType, nil
}

// part is an HTML part of a single-file page.
type part struct {
	page                 []byte
	contentType, address string
}

// parts looks for the page among parts and those nested in them. It reports whether the page's part is whole.
func (d *document) parts(body io.Reader, contentType string, best *part, depth int) (ended bool) {
	_, params, err := mime.ParseMediaType(contentType)
	if err != nil || params["boundary"] == "" || depth > maxNests {
		return false
	}
	ended = true
	parts := multipart.NewReader(body, params["boundary"])
	for range maxParts {
		p, err := parts.NextRawPart()
		if err != nil {
			break
		}
		kind := p.Header.Get("Content-Type")
		address := p.Header.Get("Content-Location")
		switch {
		case strings.HasPrefix(kind, "multipart/"):
			ended = d.parts(p, kind, best, depth+1)
			continue
		case !strings.HasPrefix(kind, "text/html") || best.page != nil && (address == "" || address != d.url):
			continue
		}
		page, err := io.ReadAll(io.LimitReader(decoded(p, p.Header.Get("Content-Transfer-Encoding")), MaxPage))
		*best, ended = part{page, kind, address}, err == nil
		if address == d.url {
			break
		}
	}
	return ended
}

func decoded(r io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	}
	return r
}
