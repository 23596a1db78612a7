package photos

import (
	"path"
	"regexp"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// cut is how many characters of a sidecar's name Google keeps before ".json".
const cut = 46

var (
	lastNumber = regexp.MustCompile(`^(.*)\((\d+)\)([^()]*)$`)
	// editedSuffixes are what Google adds to the name of an edited copy, in the user's language.
	editedSuffixes = [...]string{"-edited", "-effects", "-smile", "-mix", "-bearbeitet", "-modifié", "-modificato", "-editado", "-ha editado", "-editat", "-edytowane", "-bewerkt", "-muokattu", "-編集済み"}
)

// name is a file's name taken apart for matching.
type name struct {
	file   string // as in the archive
	whole  string // composed, without ".json"
	base   string // whole without the number of a duplicate
	number string
}

func parse(file string) name {
	n := name{file: file, whole: norm.NFC.String(path.Base(file))}
	if strings.EqualFold(path.Ext(n.whole), ".json") {
		n.whole = n.whole[:len(n.whole)-len(".json")]
	}
	n.base = n.whole
	if m := lastNumber.FindStringSubmatch(n.whole); m != nil {
		n.base, n.number = m[1]+m[3], m[2]
	}
	return n
}

// picture is the name of the media file a sidecar speaks of: without what is left of
// "supplemental-metadata".
func picture(sidecar string) string {
	if i := strings.LastIndexByte(sidecar, '.'); i >= 0 && strings.HasPrefix("supplemental-metadata", sidecar[i+1:]) {
		return sidecar[:i]
	}
	return sidecar
}

func stem(file string) string { return strings.TrimSuffix(file, path.Ext(file)) }

// IsSidecar reports whether a JSON file is named like the description of a picture or video.
func IsSidecar(file string) bool {
	if !strings.EqualFold(path.Ext(file), ".json") {
		return false
	}
	base := parse(file).base
	if ingest.IsMedia(base) || ingest.IsMedia(picture(base)) {
		return true
	}
	rest, ok := strings.CutPrefix(base, stem(base)+".")
	return ok && len(rest) >= len("supp") && strings.HasPrefix("supplemental-metadata", rest)
}

// matcher gives the media files of one folder to its sidecars. Each rule runs over all files before the
// next; one sidecar may serve an original, its edited copy and its moving part.
type matcher struct {
	sidecars, media []name
	of              map[string]string   // sidecar by media file
	parts           map[string][]string // media files by sidecar
}

func match(sidecars, media []name) *matcher {
	m := &matcher{sidecars: sidecars, media: media, of: map[string]string{}, parts: map[string][]string{}}
	m.exact()
	m.numbered()
	m.shortened()
	m.edited()
	m.moving()
	m.leftover()
	return m
}

func (m *matcher) give(sidecar, file string) {
	if m.of[file] == "" {
		m.of[file] = sidecar
		m.parts[sidecar] = append(m.parts[sidecar], file)
	}
}

// free reports whether the sidecar has no media yet.
func (m *matcher) free(s name) bool { return len(m.parts[s.file]) == 0 }

func (m *matcher) exact() {
	byName := map[string]string{}
	for _, f := range m.media {
		byName[f.whole] = f.file
	}
	for _, s := range m.sidecars {
		if f := byName[s.whole]; f != "" {
			m.give(s.file, f)
		}
	}
}

// key joins a name and a number.
func key(base, number string) string { return base + "\x00" + number }

func (m *matcher) numbered() {
	byName := map[string]string{}
	for _, f := range m.media {
		if m.of[f.file] == "" {
			byName[key(f.base, f.number)] = f.file
		}
	}
	for _, s := range m.sidecars {
		for _, p := range []string{s.base, picture(s.base)} {
			if f := byName[key(p, s.number)]; f != "" && m.free(s) {
				m.give(s.file, f)
			}
		}
	}
}

func (m *matcher) shortened() {
	byName := map[string]string{}
	enter := func(short string, f name) {
		if k := key(short, f.number); byName[k] == "" {
			byName[k] = f.file
		}
	}
	for _, f := range m.media {
		if m.of[f.file] != "" {
			continue
		}
		enter(runes(f.base, cut), f)
		enter(units(f.base, cut), f)
		if bare := []rune(stem(f.base)); len(bare) >= cut {
			enter(string(bare[:len(bare)-1]), f)
		}
	}
	for _, s := range m.sidecars {
		if f := byName[key(s.base, s.number)]; f != "" && m.free(s) {
			m.give(s.file, f)
		}
	}
}

func runes(s string, most int) string {
	if r := []rune(s); len(r) > most {
		return string(r[:most])
	}
	return s
}

// units cuts by UTF-16 units, as was done with some names that hold emoji.
func units(s string, most int) string {
	if u := utf16.Encode([]rune(s)); len(u) > most {
		return string(utf16.Decode(u[:most]))
	}
	return s
}

// edited gives edited copies: the original's name with a suffix behind it.
func (m *matcher) edited() {
	byStem := map[string]string{}
	for _, s := range m.sidecars {
		byStem[key(strings.ToLower(stem(picture(s.base))), s.number)] = s.file
	}
	for _, f := range m.media {
		if m.of[f.file] != "" {
			continue
		}
		bare := strings.ToLower(stem(f.base))
		for _, suffix := range editedSuffixes {
			if original, ok := strings.CutSuffix(bare, suffix); ok && byStem[key(original, f.number)] != "" {
				m.give(byStem[key(original, f.number)], f.file)
			}
		}
		for i := len(bare) - 1; i > 0 && f.number == "" && m.of[f.file] == ""; i-- {
			if bare[i] == '-' && byStem[key(bare[:i], "")] != "" {
				m.give(byStem[key(bare[:i], "")], f.file)
			}
		}
	}
}

// moving gives the moving part of a picture to the picture's sidecar.
func (m *matcher) moving() {
	byStem := map[string]string{}
	for _, f := range m.media {
		if s := m.of[f.file]; s != "" && ingest.MediaType(f.file) == footprint.MediaPhoto {
			byStem[stem(f.whole)] = s
		}
	}
	for _, f := range m.media {
		if s := byStem[stem(f.whole)]; s != "" && isMoving(f.file) {
			m.give(s, f.file)
		}
	}
}

func isMoving(file string) bool {
	return ingest.MediaType(file) == footprint.MediaVideo || strings.EqualFold(path.Ext(file), ".mp")
}

// leftover gives what is left to a sidecar whose name is a little shorter.
func (m *matcher) leftover() {
	const most = 10
	byName := map[string]string{}
	for _, s := range m.sidecars {
		byName[s.base] = s.file
	}
	for _, f := range m.media {
		bare := stem(f.whole)
		for n := 0; n < most && bare != "" && m.of[f.file] == ""; n++ {
			if s := byName[bare]; s != "" {
				m.give(s, f.file)
			}
			_, size := utf8.DecodeLastRuneInString(bare)
			bare = bare[:len(bare)-size]
		}
	}
}
