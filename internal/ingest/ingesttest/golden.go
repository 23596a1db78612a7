package ingesttest

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// Golden compares the items of a result with a file that holds one item a line, in order. With update the
// file is written instead; read it before you keep it.
func Golden(t *testing.T, r Result, file string, update bool) {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for i := range r.Items {
		if err := enc.Encode(&r.Items[i]); err != nil {
			t.Fatal(err)
		}
	}
	if update {
		if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got, want := strings.Split(out.String(), "\n"), strings.Split(string(content), "\n")
	for i := range max(len(got), len(want)) {
		var a, b string
		if i < len(got) {
			a = got[i]
		}
		if i < len(want) {
			b = want[i]
		}
		if a != b {
			t.Fatalf("item %d:\n got %s\nwant %s", i+1, a, b)
		}
	}
}
