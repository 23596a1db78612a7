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

// pdf writes a file of objects, numbered from 1. Object 1 is the catalogue.
func pdf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	for i, o := range objects {
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	b.WriteString("trailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF")
	return b.Bytes()
}

func streamOf(dict, data string) string {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	_, _ = w.Write([]byte(data))
	_ = w.Close()
	return fmt.Sprintf("<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", dict, z.Len(), z.String())
}

const onePage = "<< /Type /Pages /Kids [3 0 R] /Count 1 /Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >> >>"

// simplePDF is one page in one font with content in the language of PDF.
func simplePDF(font, content string, more ...string) []byte {
	return pdf(append([]string{"<< /Type /Catalog /Pages 2 0 R >>", onePage, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>", streamOf("", content), font}, more...)...)
}

const helvetica = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"

func TestText(t *testing.T) {
	cmap := "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n2 beginbfchar <0003> <0020> <0010> <00660069> endbfchar 2 beginbfrange <0024> <003D> <0041> <0044> <005D> <0061> <0100> <0101> [<00DF> <0142>] endbfrange endcmap"
	compressed := "7 0 8 4 " // object 7 at 0, object 8 at 4
	for name, w := range map[string]struct {
		file []byte
		want string
	}{
		"words, escapes and lines":  {simplePDF(helvetica, `BT /F1 12 Tf 72 700 Td (Dr Orla Fenwick \(Saltmarsh\)) Tj 0 -14 Td (hates M\157ndays.) Tj ET`), "Dr Orla Fenwick (Saltmarsh)\nhates Mondays."},
		"kerning and gaps":          {simplePDF(helvetica, `BT /F1 12 Tf 72 700 Td [(Or) 20 (la) -300 (F) 60 (en) -10 (wick)] TJ T* 14 TL (second) ' ET`), "Orla Fenwick\nsecond"},
		"pieces placed one by one":  {simplePDF("<< /Subtype /TrueType /FirstChar 65 /Widths [500 500 500] >>", `BT /F1 10 Tf 1 0 0 1 100 500 Tm (A) Tj 1 0 0 1 105 500 Tm (B) Tj 1 0 0 1 114 500 Tm (C) Tj ET`), "AB C"},
		"windows letters":           {simplePDF(helvetica, "BT /F1 12 Tf (Zo\xeb \x93M\xfcller\x94 \x96 5 \x80) Tj ET"), "Zoë “Müller” – 5 €"},
		"names of glyphs":           {simplePDF("<< /Subtype /Type1 /Encoding << /Differences [2 /fi /ff 40 /adieresis /Lslash /uni015F /quoteright] >> >>", "BT /F1 9 Tf (\x02sh o\x03er \\050\\051*+) Tj ET"), "fish offer äŁş’"},
		"two bytes a letter":        {simplePDF("<< /Subtype /Type0 /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [<< /DW 600 /W [36 [700 650]] >>] >>", "BT /F1 9 Tf <0032> Tj <0055004F0044> Tj <000300100003010001 01> Tj ET", streamOf("", cmap)), "Orla fi ßł"},
		"a form on the page":        {simplePDF(helvetica, "BT /F1 9 Tf (above) Tj ET /X1 Do", streamOf("/Subtype /Form", "BT /F1 9 Tf 0 -20 Td (inside) Tj ET")), "above\ninside"},
		"a picture between":         {simplePDF(helvetica, "BT /F1 9 Tf (before) Tj ET BI /W 1 ID ((((\x00 EI BT /F1 9 Tf 0 -30 Td (after) Tj ET"), "before\nafter"},
		"objects in a stream":       {pdf("<< /Pages 7 0 R >>", streamOf("/Type /ObjStm /N 2 /First 8", compressed+"<<>> << >>"), "<<>>", streamOf("", "BT /F1 9 Tf (x) Tj ET"), "<< /Type /Page /Contents 4 0 R >>"), "x"},
		"a tree that is broken":     {pdf("<< /Pages 99 0 R >>", "<< /Type /Page /Contents 3 0 R >>", streamOf("", "BT /F1 9 Tf (found) Tj ET")), "found"},
		"a length that lies":        {bytes.Replace(simplePDF(helvetica, "BT /F1 9 Tf (whole) Tj ET"), []byte("/Length "), []byte("/Length 1 /Was "), 1), ""},
		"a page changed afterwards": {append(simplePDF(helvetica, "BT /F1 9 Tf (old) Tj ET"), []byte("\n4 0 obj\n"+streamOf("", "BT /F1 9 Tf (new) Tj ET")+"\nendobj")...), "new"},
	} {
		got, err := Text(w.file)
		if w.want == "" {
			if !errors.Is(err, ErrNoText) {
				t.Errorf("%s: %q, %v", name, got, err)
			}
			continue
		}
		if err != nil || got != w.want {
			t.Errorf("%s: %q, %v, want %q", name, got, err, w.want)
		}
	}
}

func TestTextIsRefusedWithTheReason(t *testing.T) {
	sealed := bytes.Replace(simplePDF(helvetica, "BT (x) Tj ET"), []byte("/Root"), []byte("/Encrypt 9 0 R /Root"), 1)
	if _, err := Text(sealed); !errors.Is(err, ErrSealed) {
		t.Errorf("encrypted: %v", err)
	}
	for name, b := range map[string][]byte{"a scan": simplePDF(helvetica, "/X1 Do", streamOf("/Subtype /Image", "\xff\xd8")), "not a PDF": []byte("hello"), "a damaged zip": []byte("PK\x03\x04...")} {
		if _, err := Text(b); !errors.Is(err, ErrNoText) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTextOfHostileFilesEnds(t *testing.T) {
	bomb := streamOf("", strings.Repeat("(aaaaaaaa) Tj ", 1<<19))
	for name, b := range map[string][]byte{
		"pages in a circle":        pdf("<< /Pages 2 0 R >>", "<< /Kids [2 0 R 2 0 R 3 0 R] >>", "<< /Kids [2 0 R] >>"),
		"a form in itself":         simplePDF(helvetica, "/X1 Do /X1 Do", streamOf("/Subtype /Form /Resources << /XObject << /X1 6 0 R >> >>", "/X1 Do /X1 Do /X1 Do /X1 Do BT (x) Tj ET")),
		"a bomb":                   pdf("<< /Pages 2 0 R >>", onePage, "<< /Type /Page /Contents ["+strings.Repeat("4 0 R ", 200)+"] >>", bomb, helvetica),
		"deep brackets":            simplePDF(helvetica, strings.Repeat("[", 1<<20)),
		"references that go round": pdf("<< /Pages 2 0 R >>", "3 0 R", "2 0 R"),
		"a huge range":             simplePDF("<< /Subtype /Type0 /ToUnicode 6 0 R /DescendantFonts [<< /W [0 999999999 500] >>] >>", "BT /F1 1 Tf <0041> Tj ET", streamOf("", "1 beginbfrange <0000> <FFFFFFFF> <0000> endbfrange")),
	} {
		if text, _ := Text(b); len(text) > maxTextLength+64 {
			t.Errorf("%s: %d bytes of text", name, len(text))
		}
	}
}

func TestTextOfWordFiles(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	f, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	_, _ = f.Write([]byte(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Dr Orla </w:t></w:r><w:r><w:t>Fenwick</w:t><w:tab/><w:t>Wexcombe</w:t></w:r></w:p><w:p><w:del><w:delText>struck</w:delText></w:del><w:r><w:instrText>PAGE</w:instrText><w:t>Second.</w:t></w:r></w:p></w:body></w:document>`))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if got, err := Text(b.Bytes()); err != nil || got != "Dr Orla Fenwick Wexcombe\nSecond." {
		t.Errorf("%q, %v", got, err)
	}
}

func FuzzText(f *testing.F) {
	f.Add(simplePDF(helvetica, `BT /F1 12 Tf 72 700 Td [(Or) 20 (la)] TJ ET`))
	f.Add(simplePDF("<< /Subtype /Type0 /ToUnicode 6 0 R /DescendantFonts [<< /W [36 [700]] >>] >>", "BT /F1 9 Tf <0032> Tj ET", streamOf("", "1 beginbfrange <0024> <003D> <0041> endbfrange")))
	f.Add(pdf("<< /Pages 7 0 R >>", streamOf("/Type /ObjStm /N 2 /First 8", "7 0 8 4 <<>> << >>")))
	f.Fuzz(func(t *testing.T, b []byte) {
		if text, err := Text(b); err == nil && (text == "" || len(text) > maxTextLength+1<<16) {
			t.Errorf("%d bytes", len(text))
		}
	})
}
