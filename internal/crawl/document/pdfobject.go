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

// parser reads objects and operators one after another.
type parser struct {
	b  []byte
	at int
}

const (
	pdfSpace = " \t\r\n\f\x00"
	pdfDelim = pdfSpace + "()<>[]{}/%"
)

func (p *parser) space() {
	for p.at < len(p.b) {
		switch c := p.b[p.at]; {
		case bytes.IndexByte([]byte(pdfSpace), c) >= 0:
			p.at++
		case c == '%':
			for p.at < len(p.b) && p.b[p.at] != '\n' && p.b[p.at] != '\r' {
				p.at++
			}
		default:
			return
		}
	}
}

func (p *parser) done() bool { p.space(); return p.at >= len(p.b) }

// object reads the next object; an operator when the next word is none. It always moves on.
func (p *parser) object(depth int) any {
	if p.done() {
		return nil
	}
	rest := p.b[p.at:]
	switch {
	case depth > maxPDFDepth:
		p.at = len(p.b)
		return nil
	case bytes.HasPrefix(rest, []byte("<<")):
		p.at += 2
		return p.dictionary(depth)
	case rest[0] == '[':
		p.at++
		return p.array(depth)
	case rest[0] == '(':
		return p.literal()
	case rest[0] == '<':
		end := bytes.IndexByte(rest, '>')
		if end < 0 {
			end = len(rest) - 1
		}
		p.at += end + 1
		return hexBytes(rest[1:max(1, end)])
	case rest[0] == '/':
		p.at++
		return pdfName(p.word())
	case bytes.IndexByte([]byte(")>]}{"), rest[0]) >= 0:
		p.at++
		return pdfOp(rest[:1])
	}
	word := p.word()
	if n, err := strconv.ParseFloat(word, 64); err == nil {
		return p.maybeReference(n)
	}
	switch word {
	case "true", "false":
		return word == "true"
	case "null":
		return nil
	}
	return pdfOp(word)
}

// maybeReference looks whether a number begins "12 0 R".
func (p *parser) maybeReference(n float64) any {
	rest := p.b[p.at:min(len(p.b), p.at+12)]
	if m := referenceTail.Find(rest); m != nil && n >= 0 && n < 1e9 && n == float64(int(n)) {
		p.at += len(m)
		return pdfRef(int(n))
	}
	return n
}

var referenceTail = regexp.MustCompile(`^\s+\d{1,5}\s+R\b`)

func (p *parser) word() string {
	start := p.at
	for p.at < len(p.b) && bytes.IndexByte([]byte(pdfDelim), p.b[p.at]) < 0 {
		p.at++
	}
	return string(p.b[start:p.at])
}

func (p *parser) array(depth int) []any {
	var list []any
	for !p.done() && len(list) < maxOperands {
		if p.b[p.at] == ']' {
			p.at++
			break
		}
		list = append(list, p.object(depth+1))
	}
	return list
}

func (p *parser) dictionary(depth int) pdfDict {
	d := pdfDict{}
	for !p.done() && len(d) < maxOperands {
		if bytes.HasPrefix(p.b[p.at:], []byte(">>")) {
			p.at += 2
			break
		}
		key, ok := p.object(depth + 1).(pdfName)
		if !ok {
			continue
		}
		d[key] = p.object(depth + 1)
	}
	return d
}

// literal reads a string in brackets, which may hold brackets in pairs.
func (p *parser) literal() []byte {
	start, depth := p.at+1, 0
	for ; p.at < len(p.b); p.at++ {
		switch p.b[p.at] {
		case '\\':
			p.at++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s := unescape(p.b[start:p.at])
				p.at++
				return s
			}
		}
	}
	p.at = len(p.b)
	return nil
}

func hexBytes(b []byte) []byte {
	var out []byte
	half, high := false, byte(0)
	for _, c := range b {
		var v byte
		switch {
		case c >= '0' && c <= '9':
			v = c - '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			v = c | 0x20 - 'a' + 10
		default:
			continue
		}
		if half {
			out = append(out, high<<4|v)
		}
		half, high = !half, v
	}
	if half {
		out = append(out, high<<4)
	}
	return out
}
