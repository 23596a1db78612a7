package general

import (
	"os"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

func file(t testing.TB, name string) ingesttest.Fixture {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return ingesttest.FS(name, fstest.MapFS{name: {Data: b}})
}

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), ingesttest.FS("list.json", fstest.MapFS{"list.json": {Data: []byte(`[{"text":"a","kind":"post"},{"text":"b","created":"2024-01-02"}]`)}}))
}

func TestTable(t *testing.T) {
	r := ingesttest.Read(t, Platform(), file(t, "posts.csv"))
	if len(r.Items) != 2 || len(r.Errors) != 1 { // the third row has a date nobody can read, and is told
		t.Fatalf("%d items, %v", len(r.Items), r.Errors)
	}
	a, b := r.Items[0], r.Items[1]
	if a.Text != "Hello, world" || !a.Own() || a.Visibility != footprint.VisibilityPublic || len(a.Tags) != 2 || a.URL == "" || a.Created.Day() != 2 {
		t.Errorf("%+v", a)
	}
	if b.Kind != footprint.KindComment || b.Container != "Boat talk" || b.Created.Hour() != 10 {
		t.Errorf("%+v", b)
	}
}

func TestLines(t *testing.T) {
	r := ingesttest.Read(t, Platform(), file(t, "posts.jsonl"))
	if len(r.Items) < 2 || len(r.Errors) == 0 {
		t.Fatalf("%d items, %v", len(r.Items), r.Errors)
	}
	if r.Items[0].Platform != "forum" || r.Items[1].Author != "Bram" || r.Items[1].NativeID != "77" || r.Items[1].Text != "Two" {
		t.Errorf("%+v", r.Items)
	}
}

func TestOnlyFilesGivenAlone(t *testing.T) {
	for name, files := range map[string]fstest.MapFS{
		"beside others":    {"posts.csv": {Data: []byte("text,date\na,2024-01-02\n")}, "main.go": {Data: []byte("package main")}},
		"another table":    {"sales.csv": {Data: []byte("price,date\n1,2024-01-02\n")}},
		"another document": {"package.json": {Data: []byte(`{"name":"x"}`)}},
	} {
		a, err := ingest.NewArchive(files, nil)
		if err != nil {
			t.Fatal(err)
		}
		if found := Platform().Recognize(a); len(found) > 0 {
			t.Errorf("%s: %+v", name, found)
		}
	}
}

func FuzzDocument(f *testing.F) {
	for _, name := range []string{"posts.csv", "posts.jsonl"} {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, b)
	}
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		if name != "posts.csv" && name != "posts.jsonl" {
			return
		}
		for _, it := range ingesttest.Read(t, Platform(), ingesttest.FS("fuzz", fstest.MapFS{name: {Data: b}})).Items {
			if it.Kind == "" {
				t.Fatal("an item without kind")
			}
		}
	})
}
