package view

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"footprint/internal/audit"
)

// BaseLanguage is complete by definition; every other is checked against it.
const BaseLanguage = "en"

// Words is the wording in one language. It is immutable.
type Words struct {
	tag  string
	text map[string]string
}

// Language is one that the window can speak.
type Language struct{ Tag, Name string }

// LoadWords reads the wording of a language from a folder of JSON files named by tag. A regional tag such as
// en-US needs only what differs from its language; a tag that is not there falls back to English.
func LoadWords(dir fs.FS, tag string) (*Words, error) {
	w := &Words{tag: BaseLanguage, text: map[string]string{}}
	chain := []string{BaseLanguage}
	if lang, _, regional := strings.Cut(tag, "-"); lang != BaseLanguage {
		chain = append(chain, lang)
		if regional {
			chain = append(chain, tag)
		}
	} else if regional {
		chain = append(chain, tag)
	}
	for _, t := range chain {
		b, err := fs.ReadFile(dir, t+".json")
		if errors.Is(err, fs.ErrNotExist) && t != BaseLanguage {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("read words of %s: %w", t, err)
		}
		if err := json.Unmarshal(b, &w.text); err != nil {
			return nil, fmt.Errorf("read words of %s: %w", t, err)
		}
		w.tag = t
	}
	return w, nil
}

// Languages lists the languages of a folder by the name they give themselves.
func Languages(dir fs.FS) ([]Language, error) {
	files, err := fs.Glob(dir, "*.json")
	if err != nil {
		return nil, fmt.Errorf("list languages: %w", err)
	}
	var all []Language
	for _, f := range files {
		tag := strings.TrimSuffix(path.Base(f), ".json")
		w, err := LoadWords(dir, tag)
		if err != nil {
			return nil, err
		}
		all = append(all, Language{tag, w.T("language.name")})
	}
	slices.SortFunc(all, func(a, b Language) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// Tag returns the language in use, for instance "en-US".
func (w *Words) Tag() string { return w.tag }

// Has reports whether there is wording for a key.
func (w *Words) Has(key string) bool { _, ok := w.text[key]; return ok }

// T returns the wording of a key with {name} replaced by the value that follows the name in pairs.
// A missing key shows itself, so that it is seen.
func (w *Words) T(key string, pairs ...any) string {
	s, ok := w.text[key]
	if !ok {
		return key
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, "{"+fmt.Sprint(pairs[i])+"}", fmt.Sprint(pairs[i+1]))
	}
	return s
}

// N returns the wording for a number: key.one for 1, key.other for the rest; {n} is the number.
func (w *Words) N(key string, n int, pairs ...any) string {
	form := ".other"
	if n == 1 {
		form = ".one"
	}
	return w.T(key+form, append([]any{"n", w.Count(n)}, pairs...)...)
}

// Or returns the wording of a key, or what the data say if there is none.
func (w *Words) Or(key, given string) string {
	if s, ok := w.text[key]; ok {
		return s
	}
	return given
}

// Trouble says what went wrong and what to do next.
func (w *Words) Trouble(err error) string { return w.T("trouble." + audit.Trouble(err)) }

// Count writes a number with the language's separator between thousands.
func (w *Words) Count(n int) string {
	s := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, s = "−", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + w.T("format.thousands") + s[i:]
	}
	return sign + s
}

// Date writes a day; "" for no day.
func (w *Words) Date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return w.T("format.date", "day", t.Day(), "month", w.T("month."+strconv.Itoa(int(t.Month()))), "year", t.Year())
}

// Moment writes a day and a time of day.
func (w *Words) Moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return w.T("format.moment", "date", w.Date(t), "time", t.Format("15:04"))
}

// Span writes how long something takes, rounded so that it stays calm.
func (w *Words) Span(d time.Duration) string {
	switch {
	case d < 10*time.Second:
		return w.T("span.moment")
	case d < 90*time.Second:
		return w.N("span.seconds", int(d.Round(10*time.Second)/time.Second))
	case d < 90*time.Minute:
		return w.N("span.minutes", int((d+30*time.Second)/time.Minute))
	}
	return w.N("span.hours", int((d+30*time.Minute)/time.Hour))
}
