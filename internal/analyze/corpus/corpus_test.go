package corpus

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if !strings.HasSuffix(name, ".gz") {
		if _, err := f.WriteString(content); err != nil {
			t.Fatal(err)
		}
		return path
	}
	z := gzip.NewWriter(f)
	if _, err := z.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestEnglish(t *testing.T) {
	path := write(t, "a.jsonl.gz", `{"text":"one","lang":"en","split":"train","unknown":["x"]}
{"text":"zwei","lang":"de","split":"train"}
{"text":"three","lang":"en","split":"dev"}
{"text":"four","lang":"en","split":"train"}
`)
	texts, err := English(path)
	if err != nil || len(texts) != 3 || texts[0].Text != "one" || texts[2].Text != "four" {
		t.Fatalf("%v, %v", texts, err)
	}
	if got := Evenly(texts, 10, ""); len(got) != 2 || got[1].Text != "four" {
		t.Fatalf("for training: %v", got)
	}
	if got := Evenly(texts, 10, "x"); len(got) != 1 || got[0].Text != "four" {
		t.Fatalf("of which x is known: %v", got)
	}
	if got := Evenly(texts, 1, ""); len(got) != 1 {
		t.Fatalf("one of two: %v", got)
	}
	if len(texts) != 3 || texts[1].Text != "three" {
		t.Fatalf("the texts were changed: %v", texts)
	}
}

func TestErrorsNamePlace(t *testing.T) {
	for name, want := range map[string]string{"bad.jsonl": "bad.jsonl: line 2", "plain.jsonl.gz": ""} {
		path := write(t, name, "{}\n{\n")
		if _, err := English(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	rows := write(t, "rows.tsv", "# part\ttext\ntune\tone\nonly one\n")
	n := 0
	if err := Rows(rows, 2, func([]string) { n++ }); err == nil || !strings.Contains(err.Error(), "rows.tsv: line 3: 1 columns") || n != 1 {
		t.Fatalf("%d rows, %v", n, err)
	}
	if err := Lines(filepath.Join(t.TempDir(), "none"), nil); err == nil {
		t.Fatal("no error for a file that is not there")
	}
}
