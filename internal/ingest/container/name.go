package container

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"footprint/internal/footprint"
)

var (
	errEscapes = errors.New("refused: name leads out of the archive")
	errControl = errors.New("refused: name holds control characters or is empty")
	errTwice   = errors.New("refused: another entry has the same name")
	errLink    = errors.New("refused: a link or device, not a file")
	errMethod  = errors.New("refused: unknown compression")
	errLocked  = fmt.Errorf("refused: %w", footprint.ErrEncrypted)
)

// cleanName turns the name of an entry into a path that stays inside: slashes, no empty or dot steps, valid
// UTF-8 (names of old programs are read as code page 437, the default of the zip format).
func cleanName(name string) (string, error) {
	if len(name) > maxName {
		return "", fmt.Errorf("refused: %w: name of %d bytes", footprint.ErrTooLarge, len(name))
	}
	if !utf8.ValidString(name) {
		decoded, err := charmap.CodePage437.NewDecoder().String(name)
		if err != nil {
			return "", errControl
		}
		name = decoded
	}
	plain := name != ""
	for i := range len(name) {
		if c := name[i]; c < ' ' || c == 0x7f {
			return "", errControl
		} else if c == '\\' {
			plain = false
		}
	}
	if !plain {
		name = strings.ReplaceAll(name, `\`, "/")
	}
	if strings.HasPrefix(name, "/") || len(name) >= 2 && name[1] == ':' && (name[0]|0x20) >= 'a' && (name[0]|0x20) <= 'z' {
		return "", errEscapes
	}
	for rest := name; rest != ""; {
		var step string
		if step, rest, _ = strings.Cut(rest, "/"); step == ".." {
			return "", errEscapes
		}
	}
	if name = path.Clean(name); name == "." {
		return "", errControl
	}
	return name, nil
}

// foldKey is equal for names that a file system which ignores case or the form of accents takes for one.
func foldKey(name string) string {
	for i := range len(name) {
		if c := name[i]; c >= utf8.RuneSelf {
			return norm.NFC.String(cases.Fold().String(norm.NFC.String(name)))
		}
	}
	return strings.ToLower(name)
}

// showName makes a refused name fit to be shown.
func showName(name string) string {
	const longest = 200
	name = strings.ToValidUTF8(name, "\uFFFD")
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '\uFFFD'
		}
		return r
	}, name)
	if len(name) > longest {
		name = strings.ToValidUTF8(name[:longest], "") + "…"
	}
	return name
}

func isZip(head []byte) bool {
	for _, magic := range []string{"PK\x03\x04", "PK\x05\x06", "PK\x07\x08PK\x03\x04", "PK00PK\x03\x04"} {
		if bytes.HasPrefix(head, []byte(magic)) {
			return true
		}
	}
	return false
}

func isGzip(head []byte) bool { return bytes.HasPrefix(head, []byte{0x1f, 0x8b}) }

func isTar(head []byte) bool { return len(head) >= 262 && string(head[257:262]) == "ustar" }

func isZipName(name string) bool { return strings.HasSuffix(strings.ToLower(name), ".zip") }

func isTarName(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".tgz") || strings.HasSuffix(name, ".tar.gz") || strings.HasSuffix(name, ".tar")
}

// looksPacked reports whether a file in a folder is to be opened as a part, by its name.
func looksPacked(name string) bool { return isZipName(name) || isTarName(name) }
