package whatsapp

import (
	"path"
	"regexp"
	"strconv"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// split separates author and text; user is false for lines of the system, which have no author.
func split(rest string) (author, text string, user bool) {
	first, _, _ := strings.Cut(rest, "\n")
	at := strings.Index(first, ":")
	if at <= 0 || at > 120 {
		return "", rest, false
	}
	if spaced := strings.Index(first, ": "); spaced > 0 {
		at = spaced
	}
	author = strings.TrimFunc(first[:at], func(r rune) bool { return isMark(r) || isGap(r) })
	author = strings.TrimLeft(author, "~\u202f\u00a0 ")
	if author == "" || strings.ContainsAny(author, `"“„`) || isSystem("\u200e"+first) && at > 40 {
		return "", rest, false
	}
	return author, strings.TrimPrefix(rest[at+1:], " "), true
}

// systemPhrases are parts of what WhatsApp itself writes into a chat, lower case, English and German; other
// languages are told by the mark that stands before generated text.
var systemPhrases = []string{
	"end-to-end encrypted", "ende-zu-ende-verschlüsselt", "created group", "created this group", "hat die gruppe", "changed the group name", "changed the subject",
	"hat den gruppennamen", "group's icon", "group icon", "hat das gruppenbild", "group description", "gruppenbeschreibung", "was added", "were added", "you added", "hat dich hinzugefügt",
	"joined using this group's invite link", "joined from the community", "you removed", "you left", "left the group", "changed their phone number", "hat eine neue telefonnummer",
	"security code with", "sicherheitscode für", "blocked this contact", "diesen kontakt blockiert", "is a contact", "ist ein kontakt", "meta ai", "started a call", "started a video call",
	"pinned a message", "you're now an admin", "no longer an admin", "admin approval", "disappearing messages", "selbstlöschende nachrichten", "message timer", "advanced chat privacy",
	"waiting for this message",
}

var groupPhrases = []string{"created group", "created this group", "hat die gruppe", "group name", "gruppennamen", "group's icon", "group icon", "group description", "added", "hinzugefügt",
	"joined using", "joined from", "removed", " left", "now an admin"}

// isSystem reports whether a text is WhatsApp's own: it begins with the mark and holds a known phrase.
func isSystem(text string) bool {
	if !strings.HasPrefix(text, "\u200e") {
		return false
	}
	low := strings.ToLower(text)
	for _, p := range systemPhrases {
		if strings.Contains(low, p) {
			return true
		}
	}
	return false
}

func aboutGroup(text string) bool {
	low := strings.ToLower(text)
	for _, p := range groupPhrases {
		if strings.Contains(low, p) {
			return true
		}
	}
	return false
}

func ownDeleted(text string) bool {
	t := strings.ToLower(strings.TrimSuffix(trimMarks(text), "."))
	return t == "you deleted this message" || t == "du hast diese nachricht gelöscht"
}

func othersDeleted(text string) bool {
	t := strings.ToLower(strings.TrimSuffix(trimMarks(text), "."))
	return t == "this message was deleted" || t == "diese nachricht wurde gelöscht"
}

func trimMarks(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return isMark(r) || r == ' ' || r == '\n' })
}

var (
	edited     = regexp.MustCompile(`\x{200e}?<(?:This message was edited|Diese Nachricht wurde bearbeitet)>\s*$`)
	attachment = regexp.MustCompile(`^\x{200e}?(?:(.+\.[A-Za-z0-9]{2,5}) \([^)\n]{3,40}\)|(?:.*)<\x{200e}?[^<>:\n]{2,20}: ([^<>\n]+\.[A-Za-z0-9]{2,5})>|([^\n]+\.[A-Za-z0-9]{2,5}) <\x{200e}?(?:attached|angehängt)>)`)
	omitted    = regexp.MustCompile(`(?i)^\x{200e}?(?:<[^<>\n]{0,40}(?:omitted|ausgeschlossen|weggelassen|omitido|omis)[^<>\n]{0,20}>|[^\n]{0,80}(?:omitted|weggelassen|ausgelassen)|null)$`)
	location   = regexp.MustCompile(`https://maps\.google\.com/\?q=(-?\d{1,3}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)`)
)

// message makes one item of a header and the text that follows it.
func (c *chat) message(h header, body string) footprint.Item {
	it := footprint.Item{Kind: footprint.KindMessage, Created: ingest.Plausible(h.at(c.order)), Container: c.title, ContainerKind: footprint.ContainerChat, Thread: c.key(),
		Visibility: footprint.VisibilityPrivate}
	if c.group {
		it.Visibility = footprint.VisibilityClosedGroup
		members := len(c.authors)
		it.Members = &members
	}
	author, text, user := split(body)
	if !user || isSystem(text) {
		it.Kind, it.Author, it.Title, it.Text = footprint.KindActivity, "other", "note by WhatsApp", clean(text)
		return it
	}
	it.Author, it.Direction = author, footprint.DirectionIncoming
	if author == c.x.Owner.Name {
		it.Author, it.Direction = footprint.AuthorSelf, footprint.DirectionOutgoing
	}
	if edited.MatchString(text) {
		text = edited.ReplaceAllString(text, "")
		it.Details = map[string]string{"edited": "yes"}
	}
	c.content(&it, text)
	return it
}

// content tells words from attachments, places and the marks of deletion.
func (c *chat) content(it *footprint.Item, text string) {
	first, rest, _ := strings.Cut(text, "\n")
	switch m := attachment.FindStringSubmatch(first); {
	case m != nil:
		file := path.Base(strings.ReplaceAll(trimMarks(m[1]+m[2]+m[3]), "\\", "/"))
		it.Media = []footprint.Media{c.media(file)}
		text = rest
	case omitted.MatchString(strings.TrimRight(text, " \n")):
		it.Title = clean(text)
		text = ""
	case ownDeleted(text), othersDeleted(text):
		it.Deleted, it.Title = true, "deleted message"
		text = ""
	}
	if m := location.FindStringSubmatch(text); m != nil {
		lat, err1 := strconv.ParseFloat(m[1], 64)
		lon, err2 := strconv.ParseFloat(m[2], 64)
		if err1 == nil && err2 == nil && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180 {
			it.Exif = &footprint.Exif{Lat: &lat, Lon: &lon}
		}
	}
	it.Text = clean(text)
}

// media finds the attached file beside the chat.
func (c *chat) media(file string) footprint.Media {
	kind := ingest.MediaType(file)
	if kind == "" || strings.HasPrefix(file, "STK-") || strings.Contains(file, "-STICKER-") {
		kind = footprint.MediaFile
	}
	m := footprint.Media{Type: kind, Caption: file}
	if name := path.Join(path.Dir(c.name), file); c.x.Has(name) {
		m.Path = c.x.Path(name)
	}
	return m
}

func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if isMark(r) {
			return -1
		}
		return r
	}, s)
	return strings.TrimSpace(ingest.CleanText(s))
}
