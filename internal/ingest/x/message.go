package x

import (
	"encoding/json"
	"strconv"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

// messagePaths leads into conversations, which may be larger than memory.
func messagePaths() []string {
	return []string{"[]/dmConversation/conversationId", "[]/dmConversation/name", "[]/dmConversation/messages/[]"}
}

// chat is the conversation being read.
type chat struct {
	id, name string
	events   int // without words: somebody joined, left, renamed
}

type message struct {
	ID        text   `json:"id"`
	Sender    text   `json:"senderId"`
	Recipient text   `json:"recipientId"`
	Created   text   `json:"createdAt"`
	Text      text   `json:"text"`
	MediaURLs []text `json:"mediaUrls"`
	URLs      []struct {
		Short text `json:"url"`
		Long  text `json:"expanded"`
	} `json:"urls"`
	Reactions   []json.RawMessage `json:"reactions"`
	EditHistory []json.RawMessage `json:"editHistory"`
}

// message reads a part of a conversation: its id, its name, or one event.
func (r *reader) message(rec record) {
	switch rec.path {
	case messagePaths()[0]:
		r.chat.id, r.chat.name = jsonstream.Text(rec.raw), ""
		return
	case messagePaths()[1]:
		r.chat.name = ingest.CleanText(jsonstream.Text(rec.raw))
		return
	}
	var event struct {
		Message *message `json:"messageCreate"`
		Welcome *message `json:"welcomeMessageCreate"`
		Rename  *struct {
			Name text `json:"name"`
		} `json:"conversationNameUpdate"`
	}
	if !r.decode(rec, &event) {
		return
	}
	switch {
	case event.Message != nil:
		r.emitMessage(event.Message)
	case event.Welcome != nil:
		r.emitMessage(event.Welcome)
	default:
		if event.Rename != nil && r.chat.name == "" {
			r.chat.name = string(event.Rename.Name)
		}
		r.chat.events++
	}
}

func (r *reader) emitMessage(m *message) {
	group := strings.Contains(r.file, "group") || r.chat.id != "" && !strings.Contains(r.chat.id, "-")
	it := footprint.Item{
		Kind: footprint.KindMessage, NativeID: string(m.ID), Created: when(m.Created), ContainerKind: footprint.ContainerChat,
		Thread: r.chat.id, Visibility: footprint.VisibilityPrivate,
	}
	if r.chat.id != "" {
		it.URL = "https://x.com/messages/" + r.chat.id
	}
	if it.Created.IsZero() {
		it.Created = snowflakeTime(string(m.ID))
	}
	switch {
	case r.accountID == "":
		it.Author = "unknown"
	case string(m.Sender) == r.accountID:
		it.Author, it.Direction = footprint.AuthorSelf, footprint.DirectionOutgoing
	default:
		it.Author, it.Direction = r.person(string(m.Sender), ""), footprint.DirectionIncoming
		if it.Author == "" {
			it.Author = "unknown"
		}
	}
	partner := r.person(r.partner(m), "")
	switch {
	case group && r.chat.name != "":
		it.Container = r.chat.name
	case group:
		it.Container = "group " + r.chat.id
	default:
		it.Container = partner
		if it.Author == footprint.AuthorSelf {
			it.Target = partner
		}
	}
	body := string(m.Text)
	for _, u := range m.URLs {
		switch {
		case u.Short == "" || u.Long == "":
		case strings.Contains(string(u.Long), "/messages/media/"):
			body = strings.ReplaceAll(body, string(u.Short), "")
		default:
			body = strings.ReplaceAll(body, string(u.Short), string(u.Long))
		}
	}
	it.Text = strings.TrimSpace(unescape(body))
	it.Media = r.messageMedia(m, group)
	if n := len(m.Reactions); n > 0 {
		it.Reactions = &n
	}
	if n := len(m.EditHistory); n > 0 {
		it.Details = with(it.Details, "edits", strconv.Itoa(n))
	}
	r.emit(it)
}

// partner is the number of the other person: the half of the conversation's id that is not the owner, or
// the other end of the message.
func (r *reader) partner(m *message) string {
	if a, b, ok := strings.Cut(r.chat.id, "-"); ok {
		if a == r.accountID {
			return b
		}
		return a
	}
	if string(m.Sender) == r.accountID {
		return string(m.Recipient)
	}
	return string(m.Sender)
}

func (r *reader) messageMedia(m *message, group bool) []footprint.Media {
	dirs := []string{"direct_messages_media", "direct_message_media"}
	if group {
		dirs = []string{"direct_messages_group_media", "direct_message_group_media"}
	}
	var list []footprint.Media
	used := map[string]bool{}
	for _, address := range m.MediaURLs {
		name := lastSegment(string(address))
		one := footprint.Media{URL: string(address), Type: ingest.MediaType(name), Path: r.mediaFile(dirs, string(m.ID), name, used)}
		if one.Type == "" {
			one.Type = footprint.MediaPhoto
		}
		used[one.Path] = true
		list = append(list, one)
	}
	return list
}

func (r *reader) messagesDone() {
	if r.chat.events > 0 {
		r.remark("%d events in chats without words (somebody joined, left or renamed) are no items of their own", r.chat.events)
	}
}

// grok reads a line of a chat with the AI: the user's own words, or the answer.
func (r *reader) grok(rec record) {
	var g struct {
		Chat    text `json:"chatId"`
		Created text `json:"createdAt"`
		Message text `json:"message"`
		Sender  struct {
			Name text `json:"name"`
		} `json:"sender"`
		Attachments []struct {
			ID   text `json:"mediaId"`
			Name text `json:"fileName"`
			URL  text `json:"url"`
		} `json:"attachments"`
	}
	if !r.decode(rec, &g) {
		return
	}
	it := footprint.Item{
		Kind: footprint.KindMessage, Author: "Grok", Direction: footprint.DirectionIncoming, Created: when(g.Created), Text: string(g.Message),
		Container: "Grok", ContainerKind: footprint.ContainerChat, Thread: string(g.Chat), Visibility: footprint.VisibilityPrivate,
		URL: "https://x.com/i/grok",
	}
	if strings.EqualFold(string(g.Sender.Name), "user") {
		it.Author, it.Direction, it.Target = footprint.AuthorSelf, footprint.DirectionOutgoing, "Grok"
	}
	used := map[string]bool{}
	for _, a := range g.Attachments {
		m := footprint.Media{URL: string(a.URL), Caption: string(a.Name), Type: ingest.MediaType(string(a.Name))}
		if m.Type == "" {
			m.Type = footprint.MediaFile
		}
		if a.ID != "" {
			m.Path = r.mediaFile([]string{"grok_chat_media"}, string(a.ID), lastSegment(string(a.URL)), used)
		}
		used[m.Path] = true
		it.Media = append(it.Media, m)
	}
	r.emit(it)
}
