// Package document reads what a PDF or an Office file says of itself (who made it, with what, for whom, and
// when) and the words of PDFs and Word files. It runs nothing; a file that lies or is damaged says less.
package document

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Meta is what a file says of itself. Empty means that it says nothing.
type Meta struct {
	Kind       string    `json:"kind"` // pdf, docx, xlsx, pptx, doc, xls, ppt
	Title      string    `json:"title,omitempty"`
	Author     string    `json:"author,omitempty"`
	LastBy     string    `json:"last_modified_by,omitempty"`
	Company    string    `json:"company,omitempty"`
	Tool       string    `json:"tool,omitempty"`
	Created    time.Time `json:"created,omitzero"`
	Modified   time.Time `json:"modified,omitzero"`
	Incomplete bool      `json:"incomplete,omitempty"` // only the beginning of the file was there
}

// Tells reports whether the file gives away anything beside its kind.
func (m Meta) Tells() bool {
	return m.Author != "" || m.LastBy != "" || m.Company != "" || m.Tool != "" || !m.Created.IsZero()
}

// ErrUnknown: neither a PDF nor an Office file.
var ErrUnknown = errors.New("not a document whose properties can be read")

// Limits on one file.
const (
	maxStreams  = 200
	maxInflated = 4 << 20 // bytes, over all streams of a file
	maxValue    = 300     // characters of one property
	maxPart     = 1 << 20 // bytes of one part of an Office file
)

// Read reads the properties of a file; whole is false where only its beginning is there.
func Read(b []byte, whole bool) (Meta, error) {
	var m Meta
	var err error
	switch {
	case bytes.Contains(b[:min(len(b), 1024)], []byte("%PDF-")):
		m = readPDF(b)
	case bytes.HasPrefix(b, []byte("PK\x03\x04")):
		m, err = readOffice(b)
	case bytes.HasPrefix(b, []byte(oleMagic)):
		m, err = readOLE(b)
	default:
		err = ErrUnknown
	}
	m.Incomplete = !whole
	return m, err
}

var (
	stream = regexp.MustCompile(`/Type\s*/ObjStm[^>]{0,400}>>\s*stream\r?\n`)
	entry  = regexp.MustCompile(`/(Title|Author|Creator|Producer|CreationDate|ModDate|Company)\s*(\((?:[^()\\]|\\.|\([^()]*\))*\)|<[0-9A-Fa-f\s]*>)`)
)

// readPDF looks for the entries of the information dictionary in the file and in its compressed objects; the
// newest stand last. XMP fills in what is missing.
func readPDF(b []byte) Meta {
	m := Meta{Kind: "pdf"}
	parts := [][]byte{b}
	left := int64(maxInflated)
	for _, at := range stream.FindAllIndex(b, maxStreams) {
		z, err := zlib.NewReader(bytes.NewReader(b[at[1]:]))
		if err != nil {
			continue
		}
		inflated, _ := io.ReadAll(io.LimitReader(z, left)) // what could be read before an error counts
		left -= int64(len(inflated))
		parts = append(parts, inflated)
	}
	for _, part := range parts {
		for _, e := range entry.FindAllSubmatch(part, -1) {
			m.set(string(e[1]), pdfString(e[2]))
		}
	}
	m.xmp(b)
	return m
}

func (m *Meta) set(key, value string) {
	if value = tidy(value); value == "" {
		return
	}
	switch key {
	case "Title":
		m.Title = value
	case "Author":
		m.Author = value
	case "Company":
		m.Company = value
	case "Creator":
		m.Tool = value
	case "Producer":
		if m.Tool == "" {
			m.Tool = value
		}
	case "CreationDate":
		m.Created = pdfDate(value)
	case "ModDate":
		m.Modified = pdfDate(value)
	}
}

// xmp reads the packet of properties that many programs write beside the dictionary.
func (m *Meta) xmp(b []byte) {
	start := bytes.Index(b, []byte("<x:xmpmeta"))
	end := bytes.Index(b, []byte("</x:xmpmeta>"))
	if start < 0 || end < start || end-start > maxPart {
		return
	}
	var found struct {
		Creator string `xml:"RDF>Description>creator>Seq>li"`
		Title   string `xml:"RDF>Description>title>Alt>li"`
		Tool    string `xml:"RDF>Description>CreatorTool"`
		Made    string `xml:"RDF>Description>CreateDate"`
	}
	if decode(b[start:end+len("</x:xmpmeta>")], &found) != nil {
		return
	}
	for value, into := range map[string]*string{found.Creator: &m.Author, found.Title: &m.Title, found.Tool: &m.Tool} {
		if *into == "" {
			*into = tidy(value)
		}
	}
	if m.Created.IsZero() {
		m.Created = isoDate(found.Made)
	}
}

// readOffice reads docProps of a file of Office or LibreOffice in Office's format.
func readOffice(b []byte) (Meta, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return Meta{}, ErrUnknown
	}
	m := Meta{}
	for folder, kind := range map[string]string{"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"} {
		for _, f := range z.File {
			if strings.HasPrefix(f.Name, folder) {
				m.Kind = kind
				break
			}
		}
	}
	if m.Kind == "" {
		return m, ErrUnknown
	}
	var core struct {
		Title    string `xml:"title"`
		Creator  string `xml:"creator"`
		LastBy   string `xml:"lastModifiedBy"`
		Created  string `xml:"created"`
		Modified string `xml:"modified"`
	}
	var app struct {
		Company     string
		Application string
	}
	part(z, "docProps/core.xml", &core)
	part(z, "docProps/app.xml", &app)
	m.Title, m.Author, m.LastBy, m.Company, m.Tool = tidy(core.Title), tidy(core.Creator), tidy(core.LastBy), tidy(app.Company), tidy(app.Application)
	m.Created, m.Modified = isoDate(core.Created), isoDate(core.Modified)
	return m, nil
}

func part(z *zip.Reader, name string, into any) {
	f, err := z.Open(name)
	if err != nil {
		return // a file without properties
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxPart))
	if err == nil {
		_ = decode(b, into) // damaged properties are none
	}
}

func decode(b []byte, into any) error {
	d := xml.NewDecoder(bytes.NewReader(b))
	d.Strict = false
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return d.Decode(into)
}

// pdfString reads a literal or hexadecimal string in PDFDocEncoding, UTF-16 or UTF-8.
func pdfString(b []byte) string {
	var raw []byte
	if b[0] == '<' {
		digits := strings.Join(strings.Fields(string(b[1:len(b)-1])), "")
		raw, _ = hex.DecodeString(digits[:len(digits)/2*2]) // the expression lets digits through only
	} else {
		raw = unescape(b[1 : len(b)-1])
	}
	if bytes.HasPrefix(raw, []byte{0xfe, 0xff}) {
		units := make([]uint16, 0, len(raw)/2)
		for i := 2; i+1 < len(raw); i += 2 {
			units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
		}
		return string(utf16.Decode(units))
	}
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if utf8.Valid(raw) {
		return string(raw)
	}
	runes := make([]rune, len(raw))
	for i, c := range raw {
		runes[i] = rune(c) // near enough to PDFDocEncoding for names
	}
	return string(runes)
}

// unescape resolves the escapes of a literal string.
func unescape(b []byte) []byte {
	var out []byte
	for i := 0; i < len(b); i++ {
		if b[i] != '\\' || i+1 == len(b) {
			out = append(out, b[i])
			continue
		}
		i++
		switch c := b[i]; {
		case c >= '0' && c <= '7':
			n := 0
			for k := 0; k < 3 && i < len(b) && b[i] >= '0' && b[i] <= '7'; k++ {
				n = n*8 + int(b[i]-'0')
				i++
			}
			i--
			out = append(out, byte(n))
		case c == 'n', c == 'r', c == 't', c == '\n', c == '\r':
			out = append(out, ' ')
		default:
			out = append(out, c)
		}
	}
	return out
}

// pdfDate reads D:20190203040506+13'00'; the zone is left out, since a day is enough.
func pdfDate(s string) time.Time {
	digits := strings.TrimPrefix(s, "D:")
	for _, layout := range []string{"20060102150405", "20060102"} {
		if len(digits) >= len(layout) {
			if t, err := time.Parse(layout, digits[:len(layout)]); err == nil {
				return t
			}
		}
	}
	return time.Time{}
}

func isoDate(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", time.DateOnly} {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// tidy makes a property one bounded line.
func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || !unicode.IsPrint(r) && r != ' ' {
			return ' '
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > maxValue {
		return string(r[:maxValue])
	}
	return s
}
