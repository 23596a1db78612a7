// Command conductfit fits how much a text reads like the posts that a rule of conduct is about, and writes the weights:
//
//	go run ./internal/analyze/conductfit -eval testdata/eval -data ../shared/training -out assets/model/conduct.bin
//
// Posts come from the part "tune" of the evaluation texts, ordinary texts from the training part of the shared texts.
// The same texts and source give the same file. It says what it was fitted to, by which a test finds weights that no
// longer belong to the posts and lists.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	eval := flag.String("eval", "testdata/eval", "folder of the evaluation texts")
	data := flag.String("data", "../shared/training", "folder of the labelled texts")
	out := flag.String("out", "assets/model/conduct.bin", "file for the weights")
	flag.Parse()
	if err := run(*eval, *data, *out); err != nil {
		fmt.Fprintln(os.Stderr, "conductfit:", err)
		os.Exit(1)
	}
}

func run(eval, data, out string) error {
	r, err := newReader()
	if err != nil {
		return err
	}
	asking, err := rules()
	if err != nil {
		return err
	}
	samples, err := r.posts(eval)
	if err != nil {
		return err
	}
	samples = r.examples(asking, samples)
	belongs := digest(samples)
	ordinary, err := r.ordinary(data)
	if err != nil {
		return err
	}
	model, figures := fit(append(samples, ordinary...), asking, r.classes)
	f, err := os.Create(out)
	if err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	if err := model.Write(f, belongs); err != nil {
		f.Close()
		return err
	}
	fmt.Print(figures)
	return f.Close()
}
