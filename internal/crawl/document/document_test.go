package document

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func objectStream(text string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write([]byte(text)) // a buffer does not fail
	_ = z.Close()
	return fmt.Sprintf("%%PDF-1.7\n7 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\n", b.Len(), b.String())
}

func office(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		f, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPDF(t *testing.T) {
	for name, tc := range map[string]struct{ file, author, tool, year string }{
		"dictionary":     {"%PDF-1.4\n1 0 obj\n<< /Author (Orla \\(Lolly\\) Fenwick) /Creator (Writer) /Producer (Some Lib) /CreationDate (D:20190203040506+13'00') >>\nendobj", "Orla (Lolly) Fenwick", "Writer", "2019"},
		"octal":          {"%PDF-1.4\n<< /Author (J\\366rg) /Producer (Lib) >>", "Jörg", "Lib", "0001"},
		"UTF-16 in hex":  {"%PDF-1.4\n<< /Author <FEFF004F0072006C0061> >>", "Orla", "", "0001"},
		"object stream":  {objectStream("1 0 << /Author (Orla Fenwick) /ModDate (D:20200101) /CreationDate (D:20180101) >>"), "Orla Fenwick", "", "2018"},
		"XMP":            {"%PDF-1.5\n<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='r'><rdf:Description xmlns:dc='d' xmlns:xmp='x'><dc:creator><rdf:Seq><rdf:li>Orla Fenwick</rdf:li></rdf:Seq></dc:creator><xmp:CreatorTool>Slides 3</xmp:CreatorTool><xmp:CreateDate>2021-05-06T07:08:09Z</xmp:CreateDate></rdf:Description></rdf:RDF></x:xmpmeta>", "Orla Fenwick", "Slides 3", "2021"},
		"newer wins":     {"%PDF-1.4\n<< /Author (Old) >>\n<< /Author (New) >>", "New", "", "0001"},
		"nothing":        {"%PDF-1.4\n<< /Type /Catalog >>", "", "", "0001"},
		"broken streams": {"%PDF-1.7\n<< /Type /ObjStm >>\nstream\nnot zlib", "", "", "0001"},
	} {
		m, err := Read([]byte(tc.file), true)
		if err != nil || m.Kind != "pdf" || m.Author != tc.author || m.Tool != tc.tool || m.Created.Format("2006") != tc.year {
			t.Errorf("%s: %+v, %v", name, m, err)
		}
	}
}

func TestOffice(t *testing.T) {
	core := `<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Ward list</dc:title><dc:creator>Orla Fenwick</dc:creator><cp:lastModifiedBy>R. Kauri</cp:lastModifiedBy><dcterms:created>2019-02-03T04:05:06Z</dcterms:created></cp:coreProperties>`
	m, err := Read(office(t, map[string]string{"xl/workbook.xml": "<x/>", "docProps/core.xml": core, "docProps/app.xml": "<Properties><Application>Sheets</Application><Company>Saltmarsh Clinic</Company></Properties>"}), true)
	if err != nil || m.Kind != "xlsx" || m.Author != "Orla Fenwick" || m.LastBy != "R. Kauri" || m.Company != "Saltmarsh Clinic" || m.Title != "Ward list" || m.Created.Year() != 2019 || !m.Tells() {
		t.Errorf("%+v, %v", m, err)
	}
	if m, err := Read(office(t, map[string]string{"word/document.xml": "<x/>"}), false); err != nil || m.Kind != "docx" || m.Tells() || !m.Incomplete {
		t.Errorf("%+v, %v", m, err)
	}
	for name, b := range map[string][]byte{"a zip": office(t, map[string]string{"a.txt": "x"}), "half a zip": []byte("PK\x03\x04half"), "a page": []byte("<html>"), "nothing": nil} {
		if _, err := Read(b, true); !errors.Is(err, ErrUnknown) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestPropertiesAreOneBoundedLine(t *testing.T) {
	m, err := Read([]byte("%PDF-1.4\n<< /Author (A\x1b[31m\\nB "+strings.Repeat("x", 5000)+") >>"), true)
	if err != nil || len([]rune(m.Author)) > maxValue || strings.ContainsAny(m.Author, "\x1b\n") {
		t.Errorf("%q, %v", m.Author, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("%PDF-1.4\n<< /Author (a\\101\\) /Creator <FEFF00> >>"))
	f.Add([]byte(objectStream("/Author (x)")))
	f.Add(office(f, map[string]string{"word/document.xml": "<x/>", "docProps/core.xml": "<c><creator>x</creator></c>"}))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, _ := Read(b, true)
		for _, s := range []string{m.Title, m.Author, m.LastBy, m.Company, m.Tool} {
			if len([]rune(s)) > maxValue || strings.ContainsAny(s, "\n\x00") {
				t.Errorf("%q", s)
			}
		}
	})
}
