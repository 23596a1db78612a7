package assets

import "embed"

// Window holds what the window shows: the words of every language and the drawings.
//
//go:embed locale/*.json icons/*.svg icons/window.png
var Window embed.FS
