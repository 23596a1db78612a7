package picture

import (
	"errors"
	"image"
	"os"
	"strings"
	"testing"

	"footprint/internal/need"
)

func decodeFile(t *testing.T, path string) *image.NRGBA {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := Decode(f, 0)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func TestFacesAreCounted(t *testing.T) {
	finder, err := NewFaceFinder()
	if err != nil {
		t.Fatal(err)
	}
	faces := finder.Faces(decodeFile(t, need.Sample(t, "images", "faces.jpg")))
	if len(faces) != 2 {
		t.Errorf("portrait of two people: %d faces", len(faces))
	}
	if faces := finder.Faces(scene(640, 480)); len(faces) != 0 {
		t.Errorf("colour ramp: %d faces", len(faces))
	}
}

func TestTextInPicturesIsRead(t *testing.T) {
	reader, err := NewTextReader()
	need.That(t, !errors.Is(err, ErrNoReader), "the program tesseract")
	words, err := reader.Read(t.Context(), decodeFile(t, need.Sample(t, "images", "text_in_pixels.png")))
	if err != nil {
		t.Fatal(err)
	}
	text := joined(words)
	if !strings.Contains(text, "@") || len(words) < 5 {
		t.Errorf("read %q", text)
	}
	for _, w := range words {
		if w.Box.Empty() {
			t.Errorf("%q has no box", w.Text)
		}
	}
}

func TestParseWordsReadsOnlyWords(t *testing.T) {
	table := "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n" +
		"4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n5\t1\t1\t1\t1\t1\t10\t20\t30\t8\t91.5\tWARD\n5\t1\t1\t1\t1\t2\t50\t20\t30\t8\t12\tq;\n5\tshort\n"
	words, err := parseWords([]byte(table))
	if err != nil {
		t.Fatal(err)
	}
	if len(words) != 2 || words[0].Text != "WARD" || words[0].Box != image.Rect(10, 20, 40, 28) || words[0].Line != words[1].Line {
		t.Errorf("%+v", words)
	}
}

func joined(words []Word) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.Text
	}
	return strings.Join(texts, " ")
}
