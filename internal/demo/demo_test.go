package demo

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path"
	"strings"
	"testing"

	"footprint/internal/crawl/serp"
)

func TestExportsAreWellFormed(t *testing.T) {
	paths, err := Write(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	rows, err := parse(story)
	if err != nil {
		t.Fatal(err)
	}
	var all []byte
	for _, p := range paths {
		if path.Ext(p) == ".html" {
			continue // TestSavedSearch
		}
		r, err := zip.OpenReader(p)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		for _, f := range r.File {
			in, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			b, err := io.ReadAll(in)
			if err != nil {
				t.Fatal(err)
			}
			body := b
			if path.Ext(f.Name) == ".js" {
				_, body, _ = bytes.Cut(b, []byte("="))
			}
			if ext := path.Ext(f.Name); (ext == ".js" || ext == ".json") && !json.Valid(body) {
				t.Errorf("%s: not JSON", f.Name)
			}
			all = append(all, body...)
		}
	}
	for _, r := range rows { // nothing of the story is lost on the way into the exports
		want, err := json.Marshal(mojibake(r.text))
		if err != nil {
			t.Fatal(err)
		}
		plain, err := json.Marshal(escape(r.text))
		if err != nil {
			t.Fatal(err)
		}
		needle := func(b []byte) []byte { return []byte(strings.Trim(string(b), `"`)) }
		if r.text != "" && !bytes.Contains(all, needle(want)) && !bytes.Contains(all, needle(plain)) {
			t.Errorf("%s %s %s: text not in any export", r.account, r.kind, r.at.Format("2006-01-02"))
		}
	}
}

func TestStoryErrorsNameTheLine(t *testing.T) {
	for name, tc := range map[string]struct{ in, want string }{
		"missing field": {"# x\nx\tpost\t2024-01-01\ttext", "line 2: 4 fields"},
		"bad time":      {"x\tpost\tyesterday\t\ttext", "line 1: time"},
	} {
		if _, err := parse(tc.in); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: %v, want %q", name, err, tc.want)
		}
	}
}

func TestSavedSearch(t *testing.T) {
	paths, err := Write(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(paths[len(paths)-1])
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	page, err := serp.Parse(f)
	if err != nil || page.Engine != "google" || page.Status != serp.StatusOK || len(page.Results) != len(found) {
		t.Fatalf("%+v, %v", page, err)
	}
	for i, r := range page.Results {
		if r.URL != found[i].url || r.Title != found[i].title || r.Snippet != found[i].snippet {
			t.Errorf("result %d: %+v", i, r)
		}
	}
}
