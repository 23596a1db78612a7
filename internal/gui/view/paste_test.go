package view

import (
	"slices"
	"testing"
)

func TestPastedPaths(t *testing.T) {
	for text, want := range map[string][]string{
		"/home/robin/a.zip":                          {"/home/robin/a.zip"},
		"file:///home/robin/my%20data.zip\r\n/tmp/b": {"/home/robin/my data.zip", "/tmp/b"},
		"copy\nfile:///tmp/a.zip":                    {"/tmp/a.zip"},
		"/tmp/a.zip\nsome words":                     nil,
		"https://example.org/a.zip":                  nil,
		"":                                           nil,
	} {
		if got := PastedPaths(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
