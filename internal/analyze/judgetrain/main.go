// Command judgetrain trains the statistical judge from the labelled texts and writes the model and the
// figures of its card. The same data and source give the same file.
//
//	go run ./internal/analyze/judgetrain -data ../shared/training -lexicon assets/lexicon -out assets/model
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	data := flag.String("data", "../shared/training", "folder of the labelled texts")
	lexicon := flag.String("lexicon", "assets/lexicon", "folder of the word lists (group names)")
	eval := flag.String("eval", "testdata/eval", "folder of the posts written for this project")
	out := flag.String("out", "assets/model", "folder for judge.bin and scores.md")
	transfer := flag.String("transfer", "", "files, or all: also train once without each and measure on it (slow)")
	flag.Parse()
	if err := run(*data, *lexicon, *eval, *out, *transfer); err != nil {
		fmt.Fprintln(os.Stderr, "judgetrain:", err)
		os.Exit(1)
	}
}

func run(data, lexicon, eval, out, transfer string) error {
	classes, err := wordClasses(lexicon)
	if err != nil {
		return err
	}
	samples, err := readAll(data)
	if err != nil {
		return err
	}
	invented, err := readInvented()
	if err != nil {
		return err
	}
	posts, err := readPosts(filepath.Join(eval, "hostile.jsonl"))
	if err != nil {
		return err
	}
	neutral, err := readNeutral(filepath.Join(eval, "neutral.tsv"))
	if err != nil {
		return err
	}
	contempt, err := readContempt(filepath.Join(eval, "contempt.tsv"))
	if err != nil {
		return err
	}
	functional, err := readFunctional(filepath.Join(eval, "functional.yaml"))
	if err != nil {
		return err
	}
	samples = slices.Concat(samples, invented, posts, neutral, contempt, functional)
	model := train(samples, classes, func(s *sample) bool { return !s.dev })
	model = calibrate(model, samples)
	f, err := os.Create(filepath.Join(out, "judge.bin"))
	if err != nil {
		return fmt.Errorf("write model: %w", err)
	}
	if err := model.Write(f); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write model: %w", err)
	}
	var b strings.Builder
	table(&b, model, samples)
	if transfer != "" {
		leaveOneOut(&b, samples, classes, transfer)
	}
	fmt.Print(b.String())
	if err := os.WriteFile(filepath.Join(out, "scores.md"), []byte(b.String()), 0o644); err != nil {
		return fmt.Errorf("write scores: %w", err)
	}
	return nil
}
