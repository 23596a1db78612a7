package main

import (
	"io/fs"
	"testing"

	"footprint/assets"
	"footprint/internal/analyze/conduct"
)

// TestWeightsBelong holds the weights in the program against the posts, the word lists and the examples of today.
func TestWeightsBelong(t *testing.T) {
	r, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	asking, err := rules()
	if err != nil {
		t.Fatal(err)
	}
	posts, err := r.posts("../../../testdata/eval")
	if err != nil {
		t.Fatal(err)
	}
	posts = r.examples(asking, posts)
	f, err := fs.FS(assets.Analysis).Open("model/conduct.bin")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	_, fitted, err := conduct.Load(f)
	if err != nil {
		t.Fatal(err)
	}
	if now := digest(posts); fitted != now {
		t.Fatalf("assets/model/conduct.bin was fitted to other posts, lists or examples (%q, now %q): go run ./internal/analyze/conductfit", fitted, now)
	}
	posts[0].seen.Words[0].Row++
	if digest(posts) == fitted {
		t.Fatal("a word read otherwise does not change the digest")
	}
}
