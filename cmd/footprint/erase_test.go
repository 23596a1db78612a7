package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"footprint/internal/analyze"
	"footprint/internal/demo"
	"footprint/internal/store/vault"
)

// planted is a word that stands in every place where an item, a picture or the user can put words.
const planted = "Quizzlewick"

// homeOf is a computer of its own: home, data, cache, configuration and temporary folder in one place.
func homeOf(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	for variable, dir := range map[string]string{"HOME": "", "XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config", "TMPDIR": "tmp"} {
		path := filepath.Join(home, dir)
		if err := os.MkdirAll(path, 0o700); err != nil {
			t.Fatal(err)
		}
		t.Setenv(variable, path)
	}
	return home
}

// holding lists the files below a folder with a word in them, in one or two bytes a letter, in any case.
func holding(t *testing.T, dir, word string) (files []string) {
	t.Helper()
	var wide []byte
	for _, u := range utf16.Encode([]rune(strings.ToLower(word))) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(name)
		if data = bytes.ToLower(data); bytes.Contains(data, []byte(strings.ToLower(word))) || bytes.Contains(data, wide) {
			files = append(files, strings.TrimPrefix(name, dir))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// writeInputs are an export, photos and a page of results, outside the home, that all hold the word.
func writeInputs(t *testing.T, dir string) (posts, photos, page string) {
	t.Helper()
	demos, err := demo.Write(dir)
	if err != nil {
		t.Fatal(err)
	}
	page = demos[len(demos)-1]
	html, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	img := image.NewGray(image.Rect(0, 0, 320, 240))
	for x := range 320 {
		for y := range 240 {
			img.SetGray(x, y, color.Gray{uint8((x*x*3 + y*y) >> 8)})
		}
	}
	var jpg bytes.Buffer
	if err := jpeg.Encode(&jpg, img, nil); err != nil {
		t.Fatal(err)
	}
	posts, photos = filepath.Join(dir, "posts.csv"), filepath.Join(dir, "photos")
	table := fmt.Sprintf("kind,text,created,ocr,labels\npost,a patient called %[1]s,2024-01-02,words in the picture %[1]s,%[1]s\n", planted)
	for file, data := range map[string]string{posts: table, page: strings.ReplaceAll(string(html), "Port Marlow", planted), filepath.Join(photos, planted+".jpg"): jpg.String()} {
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return posts, photos, page
}

// With a passphrase no word of an item, a picture, a page of results or a note stands anywhere on the computer in the
// clear; after erase none does, and no file is left.
func TestEncryptedAndErasedLeaveNoWord(t *testing.T) {
	factor := vault.WorkFactor
	vault.WorkFactor = 10
	t.Cleanup(func() { vault.WorkFactor = factor })
	home := homeOf(t)
	t.Setenv("FOOTPRINT_PASSPHRASE", "paper lamp orbit")
	posts, photos, page := writeInputs(t, t.TempDir())
	rules, err := analyze.Load(fstest.MapFS{"rules/story.yaml": {Data: []byte(storyRules)},
		"lexicon/story.yaml": {Data: []byte("- class: patient\n  terms: [patient]\n- class: employer\n  terms: [nowhere]\n")}})
	if err != nil {
		t.Fatal(err)
	}
	run := func(input string, args ...string) string {
		t.Helper()
		var out bytes.Buffer
		a := &app{in: strings.NewReader(input), out: &out, err: &out, rules: rules}
		if code := a.run(t.Context(), append(args, "--consent")); code != exitOK {
			t.Fatalf("%v: exit code %d\n%s", args, code, out.String())
		}
		return out.String()
	}
	use := func() {
		t.Helper()
		run("", "audit", posts)
		run("", "audit", "--photos", photos)
		run("", "search", "--saved", page)
		run("", "analyze")
		id, _, _ := strings.Cut(run("", "list", "--all"), " ")
		run("", "keep", id, "--note", "said "+planted)
		run("a patient, "+planted, "check", "-")
	}
	run("", "profile", "set", "name=Rowan Ashgrove", "role=doctor")
	use()
	if found := holding(t, home, planted); len(found) == 0 {
		t.Fatal("the word is nowhere: this test would prove nothing")
	}
	run("paper lamp orbit\npaper lamp orbit\n", "passphrase", "set")
	if found := holding(t, home, planted); len(found) > 0 {
		t.Errorf("after the passphrase was set: %v", found)
	}
	use()
	if found := holding(t, home, planted); len(found) > 0 {
		t.Errorf("while it is used with a passphrase: %v", found)
	}
	run("", "passphrase", "remove")
	use()
	for _, left := range []string{"tmp/footprint-picture-1/in.heic", "cache/footprint/pages/ab/page", "cache/footprint/window.log"} {
		file := filepath.Join(home, left)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(planted), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(holding(t, home, planted)); n < 4 {
		t.Fatalf("only %d files hold the word", n)
	}
	run("", "erase", "--yes")
	if found := holding(t, home, planted); len(found) > 0 {
		t.Errorf("after erase: %v", found)
	}
	if found := holding(t, home, ""); len(found) > 0 {
		t.Errorf("files are left: %v", found)
	}
}
