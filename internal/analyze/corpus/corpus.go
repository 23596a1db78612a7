// Package corpus reads what models are fitted to: labelled texts, those shared with the project and those written for it,
// and the word lists by which they are seen. Only the programs that fit models use it.
package corpus

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"footprint/assets"
	"footprint/internal/analyze/lexicon"
)

// Lexicon returns the word lists of the program, as those see them who know nothing of a user.
func Lexicon() (*lexicon.Lexicon, error) {
	b := &lexicon.Builder{}
	b.Declare("me.employer")
	if err := b.AddFS(assets.Analysis); err != nil {
		return nil, err
	}
	return b.Build()
}

// Text is one labelled text of the shared folder (../shared/training/README.md).
type Text struct {
	Text    string
	Lang    string
	Split   string   // train or dev
	Labels  []string // what it is
	Unknown []string // labels its source says nothing about
}

// English reads the English texts of a file of the shared folder: compressed lines of JSON.
func English(path string) ([]Text, error) {
	var out []Text
	err := Lines(path, func(line []byte) error {
		var t Text
		if err := json.Unmarshal(line, &t); err != nil {
			return err
		}
		if t.Lang == "en" {
			out = append(out, t)
		}
		return nil
	})
	return out, err
}

// longest is the length of the longest line that is read, in bytes.
const longest = 1 << 20

// Lines calls f with each line of a file, which is compressed if its name ends in .gz. Errors name file and line.
func Lines(path string, f func(line []byte) error) error {
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read labelled texts: %w", err)
	}
	defer file.Close()
	var in io.Reader = file
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(file); err != nil {
			return fmt.Errorf("read %s: %w", filepath.Base(path), err)
		}
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, longest)
	n := 0
	for n++; lines.Scan(); n++ {
		if err := f(lines.Bytes()); err != nil {
			return fmt.Errorf("read %s: line %d: %w", filepath.Base(path), n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read %s: line %d: %w", filepath.Base(path), n, err)
	}
	return nil
}

// Rows calls f with the columns of each line but remarks, which begin with a #.
func Rows(path string, columns int, f func([]string)) error {
	return Lines(path, func(line []byte) error {
		if len(line) > 0 && line[0] == '#' {
			return nil
		}
		c := strings.Split(string(line), "\t")
		if len(c) != columns {
			return fmt.Errorf("%d columns, want %d", len(c), columns)
		}
		f(c)
		return nil
	})
}

// Evenly returns about n of the texts of the training split, evenly over the file, without those that say nothing about
// a label.
func Evenly(texts []Text, n int, label string) (out []Text) {
	texts = slices.DeleteFunc(slices.Clone(texts), func(t Text) bool {
		return t.Split != "train" || label != "" && slices.Contains(t.Unknown, label)
	})
	for i := 0; i < len(texts); i += max(1, len(texts)/n) {
		out = append(out, texts[i])
	}
	return out
}
