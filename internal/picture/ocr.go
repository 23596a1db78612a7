package picture

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"
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
	Line       int             // words of one line have one number
}

// TextReader reads text in pictures with the Tesseract program found on this machine.
type TextReader struct {
	program string
	mode    string // of page segmentation
}

// Limits on one picture.
const (
	ocrSide = 2000             // pixels of the longer side
	ocrTime = 40 * time.Second // all turns together
)

// NewTextReader finds Tesseract; ErrNoReader if it is not there.
func NewTextReader() (*TextReader, error) {
	program, err := exec.LookPath("tesseract")
	if err != nil {
		return nil, ErrNoReader
	}
	t := &TextReader{program, "12"}
	if languages, err := exec.Command(program, "--list-langs").Output(); err != nil || !strings.Contains(string(languages), "osd") {
		t.mode = "11" // the data that tell which way is up are not there
	}
	return t, nil
}

// Read returns the words of an upright picture in reading order, whichever way they run. The picture goes in on
// standard input; no shell is involved and nothing is written to disk.
func (t *TextReader) Read(ctx context.Context, img *image.NRGBA) ([]Word, error) {
	ctx, cancel := context.WithTimeout(ctx, ocrTime)
	defer cancel()
	small, scale := img, 1.0
	if side := max(img.Bounds().Dx(), img.Bounds().Dy()); side > ocrSide {
		small = imaging.Fit(img, ocrSide, ocrSide, imaging.Box)
		scale = float64(img.Bounds().Dx()) / float64(small.Bounds().Dx())
	}
	words, err := t.readTurned(ctx, legible(small))
	if err != nil {
		return nil, err
	}
	var sure []Word
	for _, w := range words {
		if believable(&w) {
			w.Box = scaleBox(w.Box, scale).Intersect(img.Bounds())
			sure = append(sure, w)
		}
	}
	return sure, nil
}

// believable leaves out what Tesseract makes of leaves and tiles. Names are often read with little confidence, as no
// dictionary holds them, so long words are believed earlier.
func believable(w *Word) bool {
	return w.Confidence >= 50 || w.Confidence >= 20 && letters(w.Text) >= 4
}

// readTurned reads the picture as it is, and where that gives words nobody can be sure of, turned so that the
// lines run level, and upside down.
func (t *TextReader) readTurned(ctx context.Context, img *image.Gray) ([]Word, error) {
	best, err := t.readOnce(ctx, img)
	if err != nil || len(best) == 0 || certain(best) {
		return best, err
	}
	turns := []float64{180}
	if slope := slopeOf(img); math.Abs(slope) >= 3 {
		turns = []float64{slope, slope + 180}
	}
	for _, turn := range turns {
		turned := imaging.Rotate(img, turn, color.Gray{128})
		words, err := t.readOnce(ctx, grey(turned))
		if err != nil {
			return nil, err
		}
		if worth(words) > worth(best) {
			for i := range words {
				words[i].Box = turnBack(words[i].Box, turned.Bounds(), img.Bounds(), turn)
			}
			best = words
		}
		if certain(best) {
			break
		}
	}
	return best, nil
}

// readOnce runs Tesseract: sparse text, with the four ways a page can lie told by itself.
func (t *TextReader) readOnce(ctx context.Context, img *image.Gray) ([]Word, error) {
	var in, out bytes.Buffer
	fmt.Fprintf(&in, "P5\n%d %d\n255\n", img.Bounds().Dx(), img.Bounds().Dy())
	in.Write(img.Pix)
	cmd := exec.CommandContext(ctx, t.program, "stdin", "stdout", "--psm", t.mode, "tsv")
	cmd.Stdin, cmd.Stdout = &in, &out
	cmd.Env = append(cmd.Environ(), "OMP_THREAD_LIMIT=1") // pictures are read side by side, one core each
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("read text in picture: %w", err)
	}
	return parseWords(out.Bytes())
}

// parseWords reads Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height,
// confidence, text.
func parseWords(table []byte) ([]Word, error) {
	r := csv.NewReader(bytes.NewReader(table))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read text in picture: %w", err)
	}
	var words []Word
	line, lines := "", 0
	for _, f := range rows {
		if len(f) < 12 || f[0] != "5" {
			continue
		}
		if at := strings.Join(f[1:5], " "); at != line {
			line, lines = at, lines+1
		}
		conf, err := strconv.ParseFloat(f[10], 64)
		text := clean(f[11])
		if err != nil || text == "" {
			continue
		}
		var v [4]int
		for i := range v {
			v[i], _ = strconv.Atoi(f[6+i])
		}
		words = append(words, Word{text, image.Rect(v[0], v[1], v[0]+v[2], v[1]+v[3]), conf, lines})
	}
	return words, nil
}
