package document

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
)

// Limits on one PDF, whatever it claims of itself.
const (
	maxObjects    = 50_000
	maxUnpacked   = 48 << 20 // bytes inflated, over all streams
	maxOneStream  = 8 << 20
	maxPDFDepth   = 24 // arrays and dictionaries in each other; forms in forms; pages in pages
	maxOperands   = 100_000
	maxPDFPages   = 500
	maxTextLength = 512 << 10 // bytes of text taken from one file
)

// Kinds of PDF objects beside float64, []byte (strings), bool, nil and []any.
type (
	pdfName string
	pdfRef  int
	pdfDict map[pdfName]any
	pdfOp   string // an operator or any other word
)

// pdfFile is a PDF as its objects. They are found by scanning, not by the table at the end, which in damaged and
// hostile files leads elsewhere.
type pdfFile struct {
	raw    map[pdfRef][]byte // from behind "obj"
	left   int64             // bytes that may still be inflated
	root   pdfRef
	sealed bool // encrypted
}

var (
	objectAt  = regexp.MustCompile(`(?:^|[\r\n\s])(\d{1,9})\s+\d{1,5}\s+obj\b`)
	rootAt    = regexp.MustCompile(`/Root\s+(\d{1,9})\s+\d+\s+R`)
	encryptAt = regexp.MustCompile(`/Encrypt\s+(?:\d+\s+\d+\s+R|<<)`)
)

func openPDF(b []byte) *pdfFile {
	f := &pdfFile{raw: map[pdfRef][]byte{}, left: maxUnpacked, sealed: encryptAt.Match(b)}
	found := objectAt.FindAllSubmatchIndex(b, maxObjects)
	for i, at := range found {
		end := len(b)
		if i+1 < len(found) {
			end = found[i+1][0]
		}
		f.raw[reference(b[at[2]:at[3]])] = b[at[1]:end] // the newest stands last
	}
	for _, m := range rootAt.FindAllSubmatch(b, maxStreams) {
		f.root = reference(m[1])
	}
	for _, at := range found {
		f.unpack(reference(b[at[2]:at[3]]))
	}
	return f
}

func reference(digits []byte) pdfRef {
	n, _ := strconv.Atoi(string(digits)) // the expression lets digits through only
	return pdfRef(n)
}

// unpack adds the objects of an object stream, and takes the root from a cross-reference stream.
func (f *pdfFile) unpack(ref pdfRef) {
	head := f.raw[ref][:min(len(f.raw[ref]), 2048)]
	if !bytes.Contains(head, []byte("/ObjStm")) && !bytes.Contains(head, []byte("/XRef")) {
		return
	}
	d, data := f.stream(ref)
	if d["Type"] == pdfName("XRef") {
		if r, ok := d["Root"].(pdfRef); ok && f.root == 0 {
			f.root = r
		}
		return
	}
	n, first := integer(d["N"]), integer(d["First"])
	if n <= 0 || n > maxObjects || first <= 0 || first > len(data) {
		return
	}
	p := parser{b: data[:first]}
	for range n {
		num, ok1 := p.object(0).(float64)
		at, ok2 := p.object(0).(float64)
		if !ok1 || !ok2 || at < 0 || int(at) >= len(data)-first || len(f.raw) >= maxObjects {
			return
		}
		if _, known := f.raw[pdfRef(num)]; !known {
			f.raw[pdfRef(num)] = data[first+int(at):]
		}
	}
}

// get resolves references.
func (f *pdfFile) get(v any) any {
	for range maxPDFDepth {
		ref, ok := v.(pdfRef)
		if !ok {
			return v
		}
		p := parser{b: f.raw[ref]}
		v = p.object(0)
	}
	return nil
}

func (f *pdfFile) dict(v any) pdfDict {
	d, _ := f.get(v).(pdfDict)
	return d
}

// stream returns the dictionary of an object and its bytes, inflated if need be; other filters give none.
func (f *pdfFile) stream(v any) (pdfDict, []byte) {
	ref, ok := v.(pdfRef)
	if !ok {
		return nil, nil
	}
	p := parser{b: f.raw[ref]}
	d, _ := p.object(0).(pdfDict)
	at := bytes.Index(p.b[p.at:], []byte("stream"))
	if d == nil || at < 0 || at > 64 {
		return d, nil
	}
	data := p.b[p.at+at+len("stream"):]
	data = bytes.TrimPrefix(bytes.TrimPrefix(data, []byte("\r")), []byte("\n"))
	if n := integer(f.get(d["Length"])); n > 0 && n <= len(data) {
		data = data[:n]
	} else if end := bytes.LastIndex(data, []byte("endstream")); end >= 0 {
		data = data[:end]
	}
	switch filter := f.get(d["Filter"]).(type) {
	case nil:
		return d, data
	case pdfName:
		if filter == "FlateDecode" {
			return d, f.inflate(data)
		}
	case []any:
		if len(filter) == 0 {
			return d, data
		}
		if len(filter) == 1 && f.get(filter[0]) == pdfName("FlateDecode") {
			return d, f.inflate(data)
		}
	}
	return d, nil
}

func (f *pdfFile) inflate(data []byte) []byte {
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	out, _ := io.ReadAll(io.LimitReader(z, min(f.left, maxOneStream))) // what could be read before an error counts
	f.left -= int64(len(out))
	return out
}

func integer(v any) int {
	n, ok := v.(float64)
	if !ok || n < -1e9 || n > 1e9 {
		return 0
	}
	return int(n)
}
