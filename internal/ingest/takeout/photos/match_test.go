package photos

import (
	"strings"
	"testing"
)

func TestMatching(t *testing.T) {
	const long = "abcdefghijklmnopqrstuvwxyz0123456789abcdefghij" // 46 characters
	const uuid = "original_0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f_" // 46 characters
	for name, tc := range map[string]struct {
		files string // separated by |
		want  string // media>sidecar, separated by |
	}{
		"old names":                  {"a.jpg|a.jpg.json", "a.jpg>a.jpg.json"},
		"new names":                  {"a.jpg|a.jpg.supplemental-metadata.json", "a.jpg>a.jpg.supplemental-metadata.json"},
		"a cut suffix":               {"a.jpg|a.jpg.supple.json|b.png|b.png.s.json|c.png|c.png..json", "a.jpg>a.jpg.supple.json|b.png>b.png.s.json|c.png>c.png..json"},
		"the number moves":           {"IMG.jpg|IMG(1).jpg|IMG.jpg.json|IMG.jpg(1).json", "IMG.jpg>IMG.jpg.json|IMG(1).jpg>IMG.jpg(1).json"},
		"the number moves, new":      {"C.AVI|C(10).AVI|C.AVI.supplemental-metadata.json|C.AVI.supplemental-metadata(10).json", "C.AVI>C.AVI.supplemental-metadata.json|C(10).AVI>C.AVI.supplemental-metadata(10).json"},
		"a number too many":          {"D.JPG.json|D(1).JPG", ""},
		"a number in the title":      {"Day (2).jpg|Day (2).jpg.supplemental-meta.json", "Day (2).jpg>Day (2).jpg.supplemental-meta.json"},
		"cut inside the extension":   {long[:44] + ".jpg|" + long[:44] + ".j.json", long[:44] + ".jpg>" + long[:44] + ".j.json"},
		"cut, with a number":         {long[:44] + "(1).jpg|" + long[:44] + ".j(1).json", long[:44] + "(1).jpg>" + long[:44] + ".j(1).json"},
		"cut inside the name":        {long + "k.jpg|" + long + ".json", long + "k.jpg>" + long + ".json"},
		"one sidecar for duplicates": {uuid + "P.jpg|" + uuid + "P(1).jpg|" + uuid + ".json", uuid + "P.jpg>" + uuid + ".json|" + uuid + "P(1).jpg>" + uuid + ".json"},
		"edited":                     {"a.jpg|a-edited.jpg|a.jpg.json", "a.jpg>a.jpg.json|a-edited.jpg>a.jpg.json"},
		"edited, in German":          {"a.HEIC|a-Bearbeitet.jpg|a.HEIC.supplemental-metadata.json", "a.HEIC>a.HEIC.supplemental-metadata.json|a-Bearbeitet.jpg>a.HEIC.supplemental-metadata.json"},
		"edited, unknown language":   {"a.jpg|a-щось.jpg|a.jpg.json", "a.jpg>a.jpg.json|a-щось.jpg>a.jpg.json"},
		"edited duplicate":           {"a(1).jpg|a-edited(1).jpg|a.jpg(1).json|a.jpg|a.jpg.json", "a(1).jpg>a.jpg(1).json|a-edited(1).jpg>a.jpg(1).json|a.jpg>a.jpg.json"},
		"moving part":                {"a.HEIC|a.MP4|a.HEIC.json", "a.HEIC>a.HEIC.json|a.MP4>a.HEIC.json"},
		"moving part of its own":     {"a.HEIC|a.MP4|a.HEIC.json|a.MP4.json", "a.HEIC>a.HEIC.json|a.MP4>a.MP4.json"},
		"decomposed":                 {"u\u0308.jpg|\u00fc.jpg.json", "u\u0308.jpg>\u00fc.jpg.json"},
		"shorter name of another":    {"IMG_12.jpg|IMG_1.jpg.json", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var sidecars, media []string
			for f := range strings.SplitSeq(tc.files, "|") {
				if strings.HasSuffix(f, ".json") {
					sidecars = append(sidecars, f)
				} else {
					media = append(media, f)
				}
			}
			m := match(parsed(sidecars), parsed(media))
			want := map[string]string{}
			for pair := range strings.SplitSeq(tc.want, "|") {
				file, sidecar, _ := strings.Cut(pair, ">")
				want[file] = sidecar
			}
			for _, f := range media {
				if m.of[f] != want[f] {
					t.Errorf("%s has %q, want %q", f, m.of[f], want[f])
				}
			}
		})
	}
}
