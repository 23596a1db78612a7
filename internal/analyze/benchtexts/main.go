// Command benchtexts writes short texts to judge and the terms of the word lists, to measure the speed of
// judging beside a plain search for the same words:
//
//	go run ./internal/analyze/benchtexts -n 200000 -o texts.jsonl -literals terms
//
// The texts are put together from sentences written for the purpose: everyday posts and work posts, most of them
// harmless, one in eight with something to find. The same number gives the same texts.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"

	"footprint/assets"

	"gopkg.in/yaml.v3"
)

func main() {
	n := flag.Int("n", 200_000, "number of texts")
	out := flag.String("o", "texts.jsonl", "file for the texts, one JSON object a line")
	literals := flag.String("literals", "", "file for the terms of the word lists, one a line")
	flag.Parse()
	err := write(*out, func(w *bufio.Writer) error { return texts(w, *n) })
	if err == nil && *literals != "" {
		err = write(*literals, func(w *bufio.Writer) error { return terms(w, assets.Analysis) })
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func write(name string, fill func(*bufio.Writer) error) error {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("create: %w", err)
	}
	w := bufio.NewWriter(f)
	return errors.Join(fill(w), w.Flush(), f.Close())
}

// texts writes n texts of one to three sentences.
func texts(w *bufio.Writer, n int) error {
	const seed = 20
	r := rand.New(rand.NewPCG(seed, seed))
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for i := range n {
		from := plain
		if r.IntN(8) == 0 {
			from = pointed
		}
		text := fill(r, from[r.IntN(len(from))])
		for range r.IntN(3) {
			text += " " + fill(r, plain[r.IntN(len(plain))])
		}
		if err := e.Encode(map[string]any{"id": i, "text": text}); err != nil {
			return fmt.Errorf("write text: %w", err)
		}
	}
	return nil
}

// fill puts words in the places that a sentence leaves open.
func fill(r *rand.Rand, s string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		kind, after, _ := strings.Cut(rest, "}")
		list := words[kind]
		b.WriteString(list[r.IntN(len(list))])
		s = after
	}
}

// terms writes the plain terms of all word lists, sorted, each once.
func terms(w *bufio.Writer, fsys fs.FS) error {
	names, err := fs.Glob(fsys, "lexicon/*.yaml")
	if err != nil {
		return fmt.Errorf("list word lists: %w", err)
	}
	var all []string
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return fmt.Errorf("read word list: %w", err)
		}
		var lists []struct {
			Terms []string `yaml:"terms"`
		}
		if err := yaml.Unmarshal(data, &lists); err != nil {
			return fmt.Errorf("word list %s: %w", path.Base(name), err)
		}
		for _, l := range lists {
			all = append(all, l.Terms...)
		}
	}
	slices.Sort(all)
	for _, t := range slices.Compact(all) {
		if _, err := fmt.Fprintln(w, t); err != nil {
			return fmt.Errorf("write terms: %w", err)
		}
	}
	return nil
}
