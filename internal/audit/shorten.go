package audit

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"footprint/internal/audit/core"
	"footprint/internal/footprint"
	"footprint/internal/store"
)

// shorten makes the names of others short in a row that may leave the house: people who never agreed to be in a
// report are told apart by it, and not named. The user's own names stay.
func shorten(row *TaskRow, rec *store.Record, me *footprint.Person) {
	own := append([]string{me.Name, footprint.AuthorSelf, "other", "unknown", ""}, slices.Concat(me.Handles, me.Aliases)...)
	names := []string{rec.Item.Author, rec.Item.Target}
	if rec.Item.Kind == footprint.KindMessage { // a conversation is named after the people in it
		names = append(names, rec.Item.Container)
	}
	for _, s := range rec.Finding.Spans {
		if text := core.Field(&rec.Item, s.Field); s.Type == "name" && s.Start >= 0 && s.Start < s.End && s.End <= len(text) {
			names = append(names, text[s.Start:s.End])
		}
	}
	names = slices.DeleteFunc(names, func(n string) bool {
		return slices.ContainsFunc(own, func(o string) bool { return strings.EqualFold(strings.TrimPrefix(n, "@"), o) })
	})
	slices.SortFunc(names, func(x, y string) int { return len(y) - len(x) }) // the whole name before a part of it
	for _, text := range []*string{&row.Excerpt, &row.Container, &row.Author, &row.Why} {
		for _, name := range names {
			*text = replaceWord(*text, name, initials(name))
		}
		*text = shortMentions(*text, own)
	}
}

// initials is a name as its first letters: "J. D.".
func initials(name string) string {
	var parts []string
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' }) {
		r, _ := utf8.DecodeRuneInString(word)
		parts = append(parts, string(unicode.ToUpper(r))+".")
	}
	return strings.Join(parts, " ")
}

// replaceWord replaces a name where it stands as a word of its own.
func replaceWord(text, name, with string) string {
	var b strings.Builder
	for name != "" {
		i := strings.Index(text, name)
		if i < 0 {
			break
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(name):])
		b.WriteString(text[:i])
		if wordRune(before) || wordRune(after) {
			b.WriteString(name)
		} else {
			b.WriteString(with)
		}
		text = text[i+len(name):]
	}
	return b.String() + text
}

func wordRune(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// shortMentions leaves the first letter of the handles of others.
func shortMentions(text string, own []string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(text, '@')
		if i < 0 {
			return b.String() + text
		}
		rest := text[i+1:]
		n := strings.IndexFunc(rest, func(r rune) bool { return !wordRune(r) && r != '_' && r != '.' && r != '-' })
		if n < 0 {
			n = len(rest)
		}
		handle := strings.TrimRight(rest[:n], ".-")
		b.WriteString(text[:i+1])
		text = rest[len(handle):]
		if handle == "" || slices.ContainsFunc(own, func(o string) bool { return strings.EqualFold(o, handle) }) {
			b.WriteString(handle)
			continue
		}
		first, _ := utf8.DecodeRuneInString(handle)
		b.WriteString(string(first) + "…")
	}
}
