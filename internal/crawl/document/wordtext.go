package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
)

// wordText reads the paragraphs of a Word file.
func wordText(b []byte) (string, error) {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return "", ErrNoText
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		return "", ErrNoText
	}
	defer f.Close()
	d := xml.NewDecoder(io.LimitReader(f, maxOneStream))
	d.Strict = false
	var out strings.Builder
	shown := false
	for out.Len() < maxTextLength {
		token, err := d.Token()
		if err != nil {
			break // the end, or damage; what stands before counts
		}
		switch t := token.(type) {
		case xml.StartElement:
			shown = t.Name.Local == "t"
			if t.Name.Local == "tab" || t.Name.Local == "br" {
				out.WriteByte(' ')
			}
		case xml.EndElement:
			shown = false
			if t.Name.Local == "p" {
				out.WriteByte('\n')
			}
		case xml.CharData:
			if shown {
				out.Write(t)
			}
		}
	}
	if text := strings.TrimSpace(out.String()); text != "" {
		return text, nil
	}
	return "", ErrNoText
}
