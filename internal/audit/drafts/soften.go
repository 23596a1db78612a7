package drafts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"footprint/internal/footprint"
)

// soften puts the stand-ins of pieces in their places, the last first.
func soften(text string, pieces []footprint.Span) Rewording {
	r := Rewording{Text: text}
	var was []string
	for _, p := range slices.Backward(pieces) {
		start, end := p.Start, p.End
		by := standIns()[p.Type]
		begins := beginsSentence(r.Text, start)
		now := by.always
		switch {
		case now == "" && begins:
			now = by.first
		case now == "" && by.being != "" && afterBeing(r.Text[:start]):
			now = by.being
		case now == "" && by.alone != "" && !beforeNoun(r.Text[end:]):
			now = by.alone
			if before := strings.TrimRight(r.Text[:start], " "); strings.HasSuffix(strings.ToLower(" "+before), " an") {
				start, now = len(before)-1, " "+now
			}
		case now == "":
			if s, article := beforeArticle(r.Text[:start], r.Text[end:]); article != "" {
				start, now = s, article
			} else {
				start = beforePreposition(r.Text, start)
			}
		}
		if p.Type == "date" {
			end = afterHours(r.Text, end)
		}
		if now != "" && strings.HasSuffix(r.Text[start:end], "'s") {
			now += "'s"
		}
		was = append(was, r.Text[start:end])
		r.Text, r.Now = join(r.Text[:start], now, r.Text[end:], begins), now
	}
	slices.Reverse(was)
	r.Was = strings.Join(was, ", ")
	if len(pieces) > 1 {
		r.Now = ""
	}
	return r
}

// join sets the parts together with one space between words and none before a mark, and a capital where a sentence
// begins.
func join(head, now, tail string, begins bool) string {
	if now == "" {
		head, tail = strings.TrimRight(head, " "), strings.TrimLeft(tail, " ")
		if begins {
			tail = strings.TrimLeft(tail, " ,")
		} else if tail != "" && strings.ContainsRune(".,;:!?", rune(tail[0])) {
			head = strings.TrimRight(head, ",")
		}
		if head != "" && tail != "" && !strings.ContainsRune(".,;:!?)", rune(tail[0])) {
			head += " "
		}
	}
	if begins {
		if now != "" {
			now = capital(now)
		} else {
			tail = capital(tail)
		}
	}
	return head + now + tail
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

func beginsSentence(text string, at int) bool {
	before := strings.TrimRight(text[:at], " \n\t\"'“‘")
	return before == "" || strings.ContainsRune(".!?…", lastRune(before))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// beforeNoun reports whether a text goes on with a word that a fact before it may describe.
func beforeNoun(tail string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(tail, " "), " ")
	switch strings.ToLower(strings.TrimRight(word, ".,;:!?")) {
	case "", "with", "without", "who", "whose", "that", "which", "in", "on", "at", "from", "to", "for", "of", "by", "off", "out", "over", "under", "into", "onto",
		"through", "up", "down", "near", "behind", "outside", "inside", "before", "after", "during", "and", "but", "or", "so", "because", "while", "when",
		"came", "comes", "was", "is", "has", "had", "went", "got", "said", "told", "asked", "walked", "today", "tonight", "yesterday", "again", "last", "this":
		return false
	}
	return true
}

// afterBeing reports whether a text ends with a form of "to be".
func afterBeing(head string) bool {
	words := strings.Fields(head)
	if len(words) == 0 {
		return false
	}
	switch last := strings.ToLower(words[len(words)-1]); last {
	case "is", "was", "are", "were", "be", "been", "am":
		return true
	default:
		return strings.HasSuffix(last, "'s") || strings.HasSuffix(last, "’s")
	}
}

// beforeArticle gives the place and the fitting form of an indefinite article before a fact that is left out of the
// front of a noun: "an 84 year old man" is "a man".
func beforeArticle(head, tail string) (at int, article string) {
	head = strings.TrimRight(head, " ")
	at = strings.LastIndexAny(head, " \n\t.,;:!?(\"") + 1
	word, next := head[at:], strings.TrimLeft(tail, " ")
	if lower := strings.ToLower(word); next == "" || len(next) == len(tail) || lower != "a" && lower != "an" || !beforeNoun(tail) {
		return 0, ""
	}
	article = word[:1]
	if strings.ContainsRune("aeiouAEIOU", rune(next[0])) {
		article += "n"
	}
	return at, article
}

// beforePreposition moves the start of a piece before a preposition and an article that would be left hanging.
func beforePreposition(text string, at int) int {
	for range 2 {
		head := strings.TrimRight(text[:at], " ")
		word := head[strings.LastIndexAny(head, " \n\t.,;:!?")+1:]
		switch strings.ToLower(word) {
		case "in", "at", "on", "from", "of", "the", "a", "an", "this", "near", "by", "last", "aged", "to", "around", "since", "during":
			at = len(head) - len(word)
		default:
			return at
		}
	}
	return at
}

// afterHours moves the end of a day behind the time of day that would be left hanging.
func afterHours(text string, end int) int {
	tail := text[end:]
	word := strings.TrimLeft(tail, " ")
	if i := strings.IndexAny(word, " \n\t.,;:!?"); i >= 0 {
		word = word[:i]
	}
	switch strings.ToLower(word) {
	case "night", "morning", "evening", "afternoon":
		return end + strings.Index(tail, word) + len(word)
	}
	return end
}
