package view

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"footprint/assets"
	"footprint/internal/audit"
	"footprint/internal/footprint"
)

func locale(t testing.TB) fs.FS {
	t.Helper()
	dir, err := fs.Sub(assets.Window, "locale")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func words(t testing.TB, tag string) *Words {
	t.Helper()
	w, err := LoadWords(locale(t), tag)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// code is the source of the window without its tests.
func code(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		b, err := os.ReadFile(path)
		all.Write(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func TestEveryKeyInCodeHasWords(t *testing.T) {
	w, source := words(t, BaseLanguage), code(t)
	for _, m := range regexp.MustCompile(`\.(T|N)\("([A-Za-z0-9_.]+)"([,)])`).FindAllStringSubmatch(source, -1) {
		keys := []string{m[2]}
		if m[1] == "N" {
			keys = []string{m[2] + ".one", m[2] + ".other"}
		}
		for _, key := range keys {
			if !w.Has(key) {
				t.Errorf("code asks for %q, which has no words", key)
			}
		}
	}
}

func TestEveryKeyIsUsed(t *testing.T) {
	source := code(t)
	for _, key := range slices.Sorted(maps.Keys(words(t, BaseLanguage).text)) {
		used := false
		for _, k := range []string{key, strings.TrimSuffix(strings.TrimSuffix(key, ".one"), ".other")} {
			prefix := k[:strings.LastIndex(k, ".")+1]
			used = used || strings.Contains(source, `"`+k+`"`) || prefix != "" && strings.Contains(source, `"`+prefix+`"`)
		}
		if key == "profile.name.hint" || strings.HasPrefix(key, "profile.") && strings.HasSuffix(key, ".hint") {
			used = strings.Contains(source, `+ ".hint"`)
		}
		if !used {
			t.Errorf("%q is used nowhere", key)
		}
	}
}

func TestLanguagesSayTheSame(t *testing.T) {
	base := words(t, BaseLanguage)
	files, err := fs.Glob(locale(t), "*.json")
	if err != nil || len(files) < 3 {
		t.Fatalf("languages: %v, %v", files, err)
	}
	holes := regexp.MustCompile(`\{[a-z]+\}`)
	fill := func(s string) []string {
		found := holes.FindAllString(s, -1)
		slices.Sort(found)
		return slices.Compact(found)
	}
	for _, f := range files {
		tag := strings.TrimSuffix(f, ".json")
		w := words(t, tag)
		if w.Tag() != tag {
			t.Errorf("%s loads as %s", tag, w.Tag())
		}
		own := onlyOwn(t, f)
		for key, text := range base.text {
			mine, ok := own[key]
			if !ok {
				if !strings.Contains(tag, "-") {
					t.Errorf("%s: %q is missing", tag, key)
				}
				continue
			}
			if want, got := fill(text), fill(mine); !slices.Equal(want, got) && !strings.HasSuffix(key, ".one") {
				t.Errorf("%s: %q fills in %v, English %v", tag, key, got, want)
			}
			if strings.TrimSpace(mine) == "" {
				t.Errorf("%s: %q is empty", tag, key)
			}
		}
		for key := range own {
			if !base.Has(key) {
				t.Errorf("%s: %q is not in English", tag, key)
			}
		}
	}
}

// Whoever sits before the window is not sent to flags of the command line.
func TestEveryTroubleHasWords(t *testing.T) {
	w := words(t, BaseLanguage)
	for _, name := range audit.Troubles() {
		if text := w.T("trouble." + name); len(text) < 20 || strings.Contains(text, "--") {
			t.Errorf("%s: %q", name, text)
		}
	}
	if got := w.Trouble(fmt.Errorf("open: %w", footprint.ErrBusy)); !strings.Contains(got, "already open") {
		t.Errorf("a database in use: %q", got)
	}
}

// onlyOwn is what one file says itself.
func onlyOwn(t *testing.T, file string) map[string]string {
	t.Helper()
	b, err := fs.ReadFile(locale(t), file)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, BaseLanguage+".json"), b, 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := LoadWords(os.DirFS(dir), BaseLanguage)
	if err != nil {
		t.Fatal(err)
	}
	return w.text
}

func TestWords(t *testing.T) {
	en, us, de := words(t, "en-NZ"), words(t, "en-US"), words(t, "de-CH")
	day := time.Date(2024, 3, 9, 22, 7, 0, 0, time.UTC)
	for name, tc := range map[string]struct{ got, want string }{
		"unknown region is English":  {en.T("settings.mode"), "Colours"},
		"region overrides":           {us.T("settings.mode"), "Colors"},
		"region keeps the rest":      {us.T("cancel"), "Cancel"},
		"unknown region of language": {de.T("cancel"), "Abbrechen"},
		"missing key shows itself":   {en.T("no.such.key"), "no.such.key"},
		"one":                        {en.N("count.items", 1), "1 item"},
		"many, grouped":              {en.N("count.items", 1204567), "1,204,567 items"},
		"grouped otherwise":          {de.N("count.items", 12045), "12.045 Einträge"},
		"none":                       {en.N("count.items", 0), "0 items"},
		"negative":                   {en.Count(-1234), "−1,234"},
		"date":                       {en.Date(day), "9 Mar 2024"},
		"date, US":                   {us.Date(day), "Mar 9, 2024"},
		"no date":                    {en.Date(time.Time{}), ""},
		"moment":                     {de.Moment(day), "9. März 2024, 22:07 Uhr"},
		"given instead of words":     {en.Or("kind.unheard", "unheard"), "unheard"},
		"seconds":                    {en.Span(44 * time.Second), "40 seconds"},
		"minutes":                    {en.Span(119 * time.Second), "2 minutes"},
		"hours":                      {en.Span(3 * time.Hour), "3 hours"},
	} {
		if tc.got != tc.want {
			t.Errorf("%s: got %q, want %q", name, tc.got, tc.want)
		}
	}
}

func TestEveryFactAndKindHasWords(t *testing.T) {
	w := words(t, BaseLanguage)
	facts := strings.Fields("name age sex date place hospital condition occupation relation outcome phone email card bank national_id " +
		"health_id passport licence address vehicle business_id ip url username credential other_id ward mechanism device origin rarity quote")
	for _, f := range facts {
		if !w.Has("fact." + f) {
			t.Errorf("no words for fact %s", f)
		}
	}
	areas := regexp.MustCompile(`(?m)^  area: ([a-z_]+)$`)
	rules, err := filepath.Glob("../../../assets/rules/*.yaml")
	if err != nil || len(rules) == 0 {
		t.Fatalf("rules: %v, %v", rules, err)
	}
	for _, f := range rules {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range areas.FindAllStringSubmatch(string(b), -1) {
			if !w.Has("area." + m[1]) {
				t.Errorf("%s: no words for area %s", f, m[1])
			}
		}
	}
}
