package document

import (
	"bytes"
	"regexp"
	"strconv"
)

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
