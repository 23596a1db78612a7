package find

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
)

// Normal brings a path into the form in which names are compared: lower case, percent signs decoded, and
// without apostrophes and underscores, which differ between deliveries (you've, you_ve, you’ve).
func Normal(p string) string {
	if strings.Contains(p, "%") {
		if d, err := url.PathUnescape(p); err == nil {
			p = d
		}
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '\'', '’', '`', '_', '‘':
			return -1
		}
		return unicode.ToLower(r)
	}, p)
}

// Stem returns the normal form of a file's name without extension and part number, and the number. A name
// of digits only is kept whole.
func Stem(name string) (string, int) {
	s := Normal(strings.TrimSuffix(name, path.Ext(name)))
	i := len(s)
	for i > 0 && s[i-1] >= '0' && s[i-1] <= '9' {
		i--
	}
	if i == 0 || i == len(s) || len(s)-i > 6 {
		return s, 0
	}
	n := 0
	for _, c := range s[i:] {
		n = n*10 + int(c-'0')
	}
	return s[:i], n
}

// byNumber orders paths so that part 2 comes before part 10.
func byNumber(a, b string) int {
	if d := cmp.Compare(path.Dir(a), path.Dir(b)); d != 0 {
		return d
	}
	sa, na := Stem(path.Base(a))
	sb, nb := Stem(path.Base(b))
	return cmp.Or(cmp.Compare(sa, sb), cmp.Compare(na, nb), cmp.Compare(a, b))
}

// SortFiles sorts paths by folder and name, numbers by value.
func SortFiles(files []string) { slices.SortFunc(files, byNumber) }

// Clutter reports whether a path is an operating system's own.
func Clutter(p string) bool {
	base := path.Base(p)
	return base == ".DS_Store" || base == "Thumbs.db" || strings.HasPrefix(base, "._") || strings.HasPrefix(p, "__MACOSX/") ||
		strings.Contains(p, "/__MACOSX/")
}
