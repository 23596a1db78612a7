package view

import (
	"net/url"
	"path/filepath"
	"strings"
)

// PastedPaths reads names of files from pasted text, one a line, as paths or as addresses of files; nil if any line is
// something else.
func PastedPaths(text string) []string {
	var paths []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || len(paths) == 0 && (line == "copy" || line == "cut") { // how GNOME begins a list
			continue
		}
		if u, err := url.Parse(line); err == nil && u.Scheme == "file" {
			line = u.Path
		}
		if !filepath.IsAbs(line) {
			return nil
		}
		paths = append(paths, line)
	}
	return paths
}
