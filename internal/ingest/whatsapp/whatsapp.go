// Package whatsapp reads exported chats, one text file each with its media beside it, and the account report.
// Facts about dialects stand in shared/formats/whatsapp.md.
//
// A chat does not say whose phone wrote it, in which order its dates are written, nor in which zone; what is
// decided is said in the export's notes. Times are the wall clock of that phone.
package whatsapp

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"path"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
	"unicode/utf8"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// Layouts.
const (
	LayoutIOS     = "ios"
	LayoutAndroid = "android"
	LayoutReport  = "account-report"
)

// Platform returns the reader of WhatsApp chats and account reports.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "whatsapp", Name: "WhatsApp",
		Ask:       "Open each chat that matters, choose Export chat with media, and save the file. For contacts, groups and settings: Settings, Account, Request account info.",
		AskURL:    "https://faq.whatsapp.com/1180414079177245",
		Reads:     "exported chats in all languages, with attachments; the account report",
		Lacks:     "deleted messages, chats that were not exported one by one",
		Recognize: recognize,
		Read:      read,
	}
}

const (
	maxSniffed = 60 // text files looked into, at most
	sniffBytes = 4096
)

func recognize(a *ingest.Archive) []ingest.Found {
	var found []ingest.Found
	seen := map[string]bool{}
	add := func(root, layout, format string) {
		if !seen[root] {
			seen[root] = true
			found = append(found, ingest.Found{Root: root, Layout: layout, Format: format})
		}
	}
	for _, root := range append(a.Roots("whatsapp_connections/contacts.json"), a.Roots("whatsapp_connections/groups.json")...) {
		add(root, LayoutReport, "json")
	}
	for _, sign := range []string{"user_information/user_information.json", "registration_information/registration_information.json"} {
		for _, root := range a.Roots(sign) {
			add(root, LayoutReport, "json")
		}
	}
	for _, root := range a.Roots("portability.json") {
		if head := string(a.Head(path.Join(root, "portability.json"), 512)); strings.Contains(head, `"contacts"`) && strings.Contains(head, "+") {
			add(root, LayoutReport, "json")
		}
	}
	sniffed := 0
	for _, name := range a.Names() {
		if !isText(name) || sniffed == maxSniffed {
			continue
		}
		sniffed++
		if layout := chatLayout(a.Head(name, sniffBytes)); layout != "" {
			add(path.Dir(name), layout, "txt")
		}
	}
	return found
}

func isText(name string) bool {
	return strings.EqualFold(path.Ext(name), ".txt") && !isSystemFile(name)
}

// isSystemFile tells the shadows that macOS puts beside files; the ledger names them by itself.
func isSystemFile(name string) bool {
	return strings.HasPrefix(path.Base(name), "._") || strings.Contains("/"+name, "/__MACOSX/")
}

// chatLayout tells a chat by the shape of its lines: two headers among the first twenty lines.
func chatLayout(head []byte) string {
	lines, headers, layout := 0, 0, LayoutAndroid
	for line := range strings.Lines(string(toUTF8(head))) {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if lines++; lines > 20 {
			break
		}
		if h, ok := parseHeader(line); ok {
			if headers++; h.bracket {
				layout = LayoutIOS
			}
		}
	}
	if headers >= 2 || headers == 1 && lines == 1 {
		return layout
	}
	return ""
}

// toUTF8 decodes UTF-16 with a mark and falls back to windows-1252, for short heads.
func toUTF8(b []byte) []byte {
	out, err := io.ReadAll(decode(bytes.NewReader(b)))
	if err != nil {
		return b
	}
	return out
}

// decode believes a byte order mark; text that is not valid UTF-8 at its beginning is windows-1252.
func decode(r io.Reader) io.Reader {
	b := bufio.NewReaderSize(r, 64<<10)
	head, _ := b.Peek(sniffBytes) // a short file is shorter
	switch {
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}), bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		return transform.NewReader(b, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case !validStart(head):
		return transform.NewReader(b, charmap.Windows1252.NewDecoder())
	}
	return b
}

// validStart allows for a rune cut off at the end.
func validStart(b []byte) bool {
	for range utf8.UTFMax {
		if utf8.Valid(b) {
			return true
		}
		if len(b) == 0 {
			return true
		}
		b = b[:len(b)-1]
	}
	return false
}

func read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		var chats []*chat
		for _, name := range x.Files() {
			if ctx.Err() != nil {
				yield(footprint.Item{}, ctx.Err())
				return
			}
			switch {
			case isText(name) && chatLayout(x.Archive.Head(x.Path(name), sniffBytes)) != "":
				c, err := survey(ctx, x, name)
				if err != nil {
					if !yield(footprint.Item{}, err) || errors.Is(err, ctx.Err()) {
						return
					}
					continue
				}
				chats = append(chats, c)
			case isSystemFile(name):
			case path.Ext(name) == ".json" || path.Ext(name) == ".html":
				if !readReport(x, name, yield) {
					return
				}
			}
		}
		x.Owner = owner(x.Owner, chats)
		for _, c := range chats {
			if !c.read(ctx, yield) {
				return
			}
		}
	}
}

// owner is the person in whose voice a chat speaks ("You deleted this message"), or else the only one who
// writes in every chat.
func owner(known ingest.Owner, chats []*chat) ingest.Owner {
	in := map[string]int{}
	for _, c := range chats {
		if c.self != "" {
			known.Name = c.self
			return known
		}
		for a := range c.authors {
			in[a]++
		}
	}
	var always []string
	for a, n := range in {
		if n == len(chats) {
			always = append(always, a)
		}
	}
	if len(chats) > 1 && len(always) == 1 {
		known.Name = always[0]
	}
	return known
}
