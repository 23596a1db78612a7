package quora

import (
	"path"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// section binds words of a section's name to the reader of its entries.
type section struct {
	words string
	read  func(*entry) footprint.Item
}

// sections are tried in order; see others.md part B.
func sections() []section {
	return []section{
		{"message draft", draft(message)},
		{"draft", draft(post)},
		{"comment", comment},
		{"message", message},
		{"inbox", message},
		{"answer", post},
		{"question", question},
		{"post", post},
		{"space", post},
		{"profile", profile},
		{"credential", profile},
		{"experience", profile},
	}
}

// items turns an entry into what it is, and tells the space it stands in once.
func (r *reader) items(e *entry, dir string) []footprint.Item {
	name := strings.ToLower(e.section)
	read := other
	for _, s := range sections() {
		if strings.Contains(name, s.words) {
			read = s.read
			break
		}
	}
	it := read(e)
	if it.Created.IsZero() {
		it.Created = when(e.get("creation time", "created", "created at", "creation date", "date", "time", "timestamp"))
	}
	if link := e.get("link", "url", "share url", "permalink"); strings.HasPrefix(link, "http") {
		it.URL, _, _ = strings.Cut(link, " ")
	}
	if anonymous(e) { // the name must never stand beside it
		it.Account, it.Alias = "anonymous", footprint.Yes
	}
	it.Details = rest(e, &it)
	for _, src := range e.images {
		it.Media = append(it.Media, r.picture(dir, src))
	}
	out := []footprint.Item{it}
	const most = 20_000
	if space := e.get("space name", "space"); space != "" && !r.spaces[space] && len(r.spaces) < most {
		r.spaces[space] = true
		out = append(out, footprint.Item{Kind: footprint.KindGroup, Title: space, URL: "https://www.quora.com/spaces"})
	}
	return out
}

func (r *reader) picture(dir, src string) footprint.Media {
	m := footprint.Media{Type: footprint.MediaPhoto}
	if strings.HasPrefix(src, "http") {
		m.URL = ingest.CleanText(src)
	} else if file := path.Join(dir, src); r.x.Has(file) {
		m.Path = r.x.Path(file)
	}
	return m
}

func anonymous(e *entry) bool {
	for _, key := range e.keys {
		if strings.Contains(key, "anonym") {
			switch strings.ToLower(e.get(key)) {
			case "true", "yes", "1":
				return true
			}
		}
	}
	return false
}

const contentPage = "https://www.quora.com/content"

func post(e *entry) footprint.Item {
	it := footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Title: e.get("question", "post title", "title"), Text: e.get("content", "post content", "answer", "text"), URL: contentPage, Visibility: footprint.VisibilityPublic}
	if space := e.get("space name", "space"); space != "" {
		it.Container, it.ContainerKind = space, footprint.ContainerGroup
	}
	return it
}

func question(e *entry) footprint.Item {
	it := post(e)
	it.Title, it.Text = e.get("text", "question", "title"), e.get("content", "details")
	if it.Text == "" { // the question itself is the user's words
		it.Text, it.Title = it.Title, ""
	}
	return it
}

func comment(e *entry) footprint.Item {
	return footprint.Item{Kind: footprint.KindComment, Author: footprint.AuthorSelf, Text: e.get("content", "comment", "text"), ReplyTo: e.get("answer", "question", "post", "post title", "title"), URL: contentPage,
		Visibility: footprint.VisibilityPublic, ContainerKind: footprint.ContainerThirdPartyPage}
}

func message(e *entry) footprint.Item {
	to := e.get("recipient", "recipients", "users", "user", "to")
	return footprint.Item{Kind: footprint.KindMessage, Author: footprint.AuthorSelf, Text: e.get("content", "message", "text"), Target: to, Container: to, Thread: to, ContainerKind: footprint.ContainerChat,
		Direction: footprint.DirectionOutgoing, Visibility: footprint.VisibilityPrivate, URL: "https://www.quora.com/messages"}
}

func draft(of func(*entry) footprint.Item) func(*entry) footprint.Item {
	return func(e *entry) footprint.Item {
		it := of(e)
		it.Visibility, it.Status = footprint.VisibilityPrivate, "draft"
		return it
	}
}

func profile(e *entry) footprint.Item {
	return footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: e.section, Text: e.get("content", "description", "text", "experience", "credential"), Visibility: footprint.VisibilityPublic,
		URL: "https://www.quora.com/settings"}
}

// other keeps an entry of a section that is not known: all its values are details.
func other(e *entry) footprint.Item {
	return footprint.Item{Kind: footprint.KindActivity, Title: e.section, Text: e.get("content", "text"), URL: contentPage}
}

// rest are the values that no field holds.
func rest(e *entry, it *footprint.Item) map[string]string {
	used := map[string]bool{it.Title: true, it.Text: true, it.ReplyTo: true, it.Target: true, it.Container: true, it.URL: true}
	out := map[string]string{}
	for _, key := range e.keys {
		if v := e.get(key); !used[v] {
			out[key] = v
		}
	}
	if e.kind != "" {
		out["type"] = e.kind
	}
	return out
}

// when reads the times that are thinkable; their form is not documented.
func when(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 MST", time.DateOnly, "January 2, 2006", "Jan 2, 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return ingest.Plausible(t)
		}
	}
	return time.Time{}
}
