package actions

import (
	"strings"
	"testing"
	"testing/fstest"

	"footprint/assets"
)

func TestSettings(t *testing.T) {
	list, err := LoadSettings(assets.Actions)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range list {
		if w.Platform != "facebook" {
			continue
		}
		for _, s := range w.Settings {
			if s.ID == "posts" && (!s.Names("Who can see your future posts?") || s.Names("Who can see your friends list?")) {
				t.Errorf("%+v is recognised by the wrong names", s)
			}
		}
		return
	}
	t.Error("no facebook")
}

func TestBadSettings(t *testing.T) {
	const good = `- {platform: a, checked: "2025", settings: [{id: s, title: t, want: w, where: h, guidance: [G]}]}` + "\n"
	for name, text := range map[string]string{
		"platform twice":     good + good,
		"setting twice":      `- {platform: a, checked: "2025", settings: [{id: s, title: t, want: w, where: h, guidance: [G]}, {id: s, title: t, want: w, where: h, guidance: [G]}]}`,
		"nobody asks":        `- {platform: a, checked: "2025", settings: [{id: s, title: t, want: w, where: h}]}`,
		"link of a kind":     strings.Replace(good, "where: h", `where: h, url: "file:///etc"`, 1),
		"name in capitals":   strings.Replace(good, "where: h", `where: h, seen: [Private]`, 1),
		"unknown field":      strings.Replace(good, "where: h", `where: h, colour: red`, 1),
		"unchecked":          strings.Replace(good, `"2025"`, `""`, 1),
		"not a table at all": "setting",
	} {
		if _, err := LoadSettings(fstest.MapFS{SettingsFile: {Data: []byte(text)}}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := LoadSettings(fstest.MapFS{SettingsFile: {Data: []byte(good)}}); err != nil {
		t.Error(err)
	}
}
