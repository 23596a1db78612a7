package picture

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"image"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/disintegration/imaging"
)

// ErrNoReader means that Tesseract, the program that reads text in pictures, is not installed.
var ErrNoReader = errors.New("text in pictures is not read: install Tesseract (Debian and Ubuntu: tesseract-ocr) and run again")

// Word is one word read in a picture.
type Word struct {
	Text       string
	Box        image.Rectangle // pixels of the upright picture
	Confidence float64         // 0..100, as Tesseract says
}

// TextReader reads text in pictures with the Tesseract program found on this machine.
type TextReader struct{ program string }

// Limits on one picture.
const (
	ocrSide       = 2000 // pixels of the longer side
	ocrTime       = 20 * time.Second
	ocrConfidence = 40
)

// NewTextReader finds Tesseract; ErrNoReader if it is not there.
func NewTextReader() (*TextReader, error) {
	program, err := exec.LookPath("tesseract")
	if err != nil {
		return nil, ErrNoReader
	}
	return &TextReader{program}, nil
}

// Read returns the words of an upright picture in reading order. The picture goes in on standard input; no
// shell is involved and nothing is written to disk.
func (t *TextReader) Read(ctx context.Context, img *image.NRGBA) ([]Word, error) {
	ctx, cancel := context.WithTimeout(ctx, ocrTime)
	defer cancel()
	small, scale := img, 1.0
	if side := max(img.Bounds().Dx(), img.Bounds().Dy()); side > ocrSide {
		small = imaging.Fit(img, ocrSide, ocrSide, imaging.Lanczos)
		scale = float64(img.Bounds().Dx()) / float64(small.Bounds().Dx())
	}
	var in, out bytes.Buffer
	if err := imaging.Encode(&in, small, imaging.PNG); err != nil {
		return nil, fmt.Errorf("read text in picture: %w", err)
	}
	cmd := exec.CommandContext(ctx, t.program, "stdin", "stdout", "--psm", "11", "tsv")
	cmd.Stdin, cmd.Stdout = &in, &out
	cmd.Env = append(cmd.Environ(), "OMP_THREAD_LIMIT=1") // pictures are read side by side, one core each
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("read text in picture: %w", err)
	}
	return parseWords(out.Bytes(), scale)
}

// parseWords reads Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height,
// confidence, text.
func parseWords(table []byte, scale float64) ([]Word, error) {
	r := csv.NewReader(bytes.NewReader(table))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read text in picture: %w", err)
	}
	var words []Word
	for _, f := range rows {
		if len(f) < 12 || f[0] != "5" {
			continue
		}
		conf, err := strconv.ParseFloat(f[10], 64)
		text := clean(f[11])
		if err != nil || conf < ocrConfidence || text == "" {
			continue
		}
		var v [4]int
		for i := range v {
			n, _ := strconv.Atoi(f[6+i])
			v[i] = int(float64(n) * scale)
		}
		words = append(words, Word{text, image.Rect(v[0], v[1], v[0]+v[2], v[1]+v[3]), conf})
	}
	return words, nil
}

// JoinWords makes one text of the words, which the text rules then judge.
func JoinWords(words []Word) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.Text
	}
	return strings.Join(texts, " ")
}
