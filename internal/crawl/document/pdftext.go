package document

import (
	"bytes"
	"cmp"
	"errors"
	"maps"
	"math"
	"slices"
	"strings"
)

// Why a document gives no text.
var (
	// ErrSealed: the text is encrypted.
	ErrSealed = errors.New("the document is protected, so its text is not read")
	// ErrNoText: there are pictures at most.
	ErrNoText = errors.New("the document holds no text that can be read, pictures of text at most")
)

// Text reads the words of a PDF or a Word file, a line for each line or paragraph, within the limits above.
func Text(b []byte) (string, error) {
	if bytes.HasPrefix(b, []byte("PK\x03\x04")) {
		return wordText(b)
	}
	if !bytes.Contains(b[:min(len(b), 1024)], []byte("%PDF-")) {
		return "", ErrNoText
	}
	f := openPDF(b)
	if f.sealed {
		return "", ErrSealed
	}
	w := &writer{f: f, scale: 1}
	for _, page := range f.pages() {
		w.page(page)
		w.line()
	}
	text := strings.TrimSpace(ligatures.Replace(w.out.String()))
	if text == "" {
		return "", ErrNoText
	}
	return text, nil
}

// ligatures are letters that fonts draw as one.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "\u00ad", "", "\x00", "")

// pages lists the pages in their order; where the tree is broken, in that of their numbers.
func (f *pdfFile) pages() []pdfDict {
	var list []pdfDict
	seen := map[pdfRef]bool{}
	var walk func(v any, resources any, depth int)
	walk = func(v, resources any, depth int) {
		ref, isRef := v.(pdfRef)
		if depth > maxPDFDepth || len(list) >= maxPDFPages || isRef && seen[ref] {
			return
		}
		seen[ref] = seen[ref] || isRef
		d := f.dict(v)
		if d == nil {
			return
		}
		if own, ok := d["Resources"]; ok {
			resources = own
		}
		kids, ok := f.get(d["Kids"]).([]any)
		if !ok && (d["Type"] == pdfName("Page") || d["Contents"] != nil) {
			d["Resources"] = resources
			list = append(list, d)
		}
		for _, kid := range kids {
			walk(kid, resources, depth+1)
		}
	}
	walk(f.dict(f.root)["Pages"], nil, 0)
	if len(list) > 0 {
		return list
	}
	for _, ref := range slices.Sorted(maps.Keys(f.raw)) {
		if d := f.dict(ref); d["Type"] == pdfName("Page") {
			walk(ref, nil, 0)
		}
	}
	return list
}

// writer follows the text operators of pages.
type writer struct {
	f     *pdfFile
	out   strings.Builder
	steps int
	fonts map[pdfName]*font
	font  *font
	size  float64
	// x and y are where the present piece of a line begins, pen how far what was shown since reaches, lastX and
	// lastY where the piece before ended, all in the units of the page; scale makes them from the units of text.
	// moved is true when nothing was shown at x and y yet.
	x, y, pen, lastX, lastY, scale, leading float64
	moved                                   bool
}

func (w *writer) page(d pdfDict) {
	var content []byte
	switch c := w.f.get(d["Contents"]).(type) {
	case []any:
		for _, part := range c {
			_, data := w.f.stream(part)
			content = append(append(content, data...), '\n')
		}
	default:
		_, content = w.f.stream(d["Contents"])
	}
	w.content(content, w.f.dict(d["Resources"]), 0)
}

// content runs over operators; only those that place and show text, and forms, matter.
func (w *writer) content(b []byte, resources pdfDict, depth int) {
	fonts, before := w.fonts, w.font
	w.fonts = map[pdfName]*font{}
	defer func() { w.fonts, w.font = fonts, before }()
	p := parser{b: b}
	var args []any
	for !p.done() && w.steps < 20*maxOperands && w.out.Len() < maxTextLength {
		w.steps++
		v := p.object(0)
		op, ok := v.(pdfOp)
		if !ok {
			if args = append(args, v); len(args) > 64 {
				args = args[32:]
			}
			continue
		}
		if op == "ID" { // a picture in the page; its bytes are no operators
			if end := bytes.Index(p.b[p.at:], []byte("EI")); end >= 0 {
				p.at += end + 2
			}
		}
		w.operator(string(op), args, resources, depth)
		args = args[:0]
	}
}

func (w *writer) operator(op string, args []any, resources pdfDict, depth int) {
	n := func(i int) float64 {
		if i < len(args) {
			f, _ := args[i].(float64)
			return f
		}
		return 0
	}
	switch op {
	case "Tf":
		if len(args) == 2 {
			name, _ := args[0].(pdfName)
			w.font, w.size = w.fontOf(name, resources), n(1)
		}
	case "BT":
		w.scale = 1
		w.move(0, 0)
	case "TL":
		w.leading = n(0)
	case "Td", "TD":
		if op == "TD" {
			w.leading = -n(1)
		}
		w.move(w.x+n(0)*w.scale, w.y+n(1)*w.scale)
	case "Tm":
		w.move(n(4), n(5))
		w.scale = cmp.Or(math.Abs(n(0))+math.Abs(n(1)), 1)
	case "T*":
		w.move(w.x, w.y-w.leading*w.scale)
	case "'", "\"":
		w.move(w.x, w.y-cmp.Or(w.leading, w.size)*w.scale)
		if len(args) > 0 {
			w.show(args[len(args)-1])
		}
	case "Tj":
		if len(args) > 0 {
			w.show(args[len(args)-1])
		}
	case "TJ":
		if len(args) > 0 {
			w.showAll(args[len(args)-1])
		}
	case "Do":
		if len(args) > 0 && depth < maxPDFDepth/4 {
			w.form(args[len(args)-1], resources, depth)
		}
	}
}

func (w *writer) fontOf(name pdfName, resources pdfDict) *font {
	if t, ok := w.fonts[name]; ok {
		return t
	}
	t := w.f.font(w.f.dict(resources["Font"])[name])
	w.fonts[name] = t
	return t
}

func (w *writer) form(v any, resources pdfDict, depth int) {
	name, _ := v.(pdfName)
	d, data := w.f.stream(w.f.dict(resources["XObject"])[name])
	if d["Subtype"] != pdfName("Form") {
		return
	}
	if own := w.f.dict(d["Resources"]); own != nil {
		resources = own
	}
	w.content(data, resources, depth+1)
}

func (w *writer) move(x, y float64) { w.x, w.y, w.pen, w.moved = x, y, 0, true }

// begin separates a piece from the one before: by a line, or by a space if there is a gap between them.
func (w *writer) begin() {
	height := cmp.Or(math.Abs(w.size*w.scale), 1)
	switch {
	case !w.moved:
	case math.Abs(w.y-w.lastY) > height*sameLine:
		w.line()
	case math.Abs(w.x-w.lastX) > height*wordGap:
		w.gap()
	}
	w.moved = false
}

// Parts of the font's size: up to which two pieces stand on one line, and from which a step between two pieces
// separates words.
const (
	sameLine = 0.3
	wordGap  = 0.17
)

func (w *writer) line() {
	if s := w.out.String(); s != "" && !strings.HasSuffix(s, "\n") {
		w.out.WriteByte('\n')
	}
}

func (w *writer) gap() {
	if s := w.out.String(); s != "" && !strings.HasSuffix(s, " ") && !strings.HasSuffix(s, "\n") {
		w.out.WriteByte(' ')
	}
}

func (w *writer) show(v any) {
	b, ok := v.([]byte)
	if !ok || w.font == nil {
		return
	}
	w.begin()
	text, width := w.font.decode(b)
	w.out.WriteString(text)
	w.pen += width / 1000 * w.size * w.scale
	w.lastX, w.lastY = w.x+w.pen, w.y
}

func (w *writer) showAll(v any) {
	list, _ := v.([]any)
	for _, piece := range list {
		step, ok := piece.(float64)
		if !ok {
			w.show(piece)
			continue
		}
		if -step/1000 > wordGap {
			w.gap()
		}
		w.pen -= step / 1000 * w.size * w.scale
		w.lastX = w.x + w.pen
	}
}
