package main

import (
	"io/fs"
	"slices"
	"testing"

	"footprint/assets"
)

// TestWeightsBelong holds the weights in the program against the posts and the word lists of today.
func TestWeightsBelong(t *testing.T) {
	r, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	posts, err := r.evaluation("../../../testdata/eval")
	if err != nil {
		t.Fatal(err)
	}
	file, err := fs.ReadFile(assets.Analysis, "model/patient.tsv")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := digestOf(file), digest(posts); got != want {
		t.Fatalf("assets/model/patient.tsv was fitted to other posts, lists or signs (%q, now %q): go run ./internal/analyze/patientfit", got, want)
	}
	for i := range posts {
		if o := posts[i].seen; o != nil && len(o.Words) > 0 {
			was := digest(posts)
			o.Words = slices.Clone(o.Words)
			o.Words[0]++
			if digest(posts) == was {
				t.Fatal("a word read otherwise does not change the digest")
			}
			return
		}
	}
	t.Fatal("no post is seen")
}
