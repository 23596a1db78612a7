package telegram

import (
	"encoding/json"
	"path"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

type message struct {
	ID        number                                 `json:"id"`
	Type      string                                 `json:"type"`
	Date      string                                 `json:"date"`
	Unix      number                                 `json:"date_unixtime"`
	Edited    number                                 `json:"edited_unixtime"`
	From      string                                 `json:"from"`
	FromID    number                                 `json:"from_id"`
	Actor     string                                 `json:"actor"`
	ActorID   number                                 `json:"actor_id"`
	Action    string                                 `json:"action"`
	Title     text                                   `json:"title"`
	Forwarded *string                                `json:"forwarded_from"`
	ReplyTo   number                                 `json:"reply_to_message_id"`
	Photo     string                                 `json:"photo"`
	File      string                                 `json:"file"`
	FileName  string                                 `json:"file_name"`
	MediaType string                                 `json:"media_type"`
	Place     string                                 `json:"place_name"`
	Address   string                                 `json:"address"`
	Location  *struct{ Latitude, Longitude float64 } `json:"location_information"`
	Contact   *struct {
		First string `json:"first_name"`
		Last  string `json:"last_name"`
		Phone string `json:"phone_number"`
	} `json:"contact_information"`
	Poll *struct {
		Question text
		Answers  []struct{ Text text }
	} `json:"poll"`
	Text text `json:"text"`
}

// chat is what stands before the messages of a chat.
type chat struct{ name, kind, id string }

// paths of result.json that are read; everything of one chat comes in the order of the document.
var paths = []string{
	"personal_information", "profile_pictures/[]", "stories/[]", "contacts/list/[]", "sessions/list/[]", "web_sessions/list/[]", "frequent_contacts/list/[]",
	"chats/list/[]/name", "chats/list/[]/type", "chats/list/[]/id", "chats/list/[]/messages/[]",
	"left_chats/list/[]/name", "left_chats/list/[]/type", "left_chats/list/[]/id", "left_chats/list/[]/messages/[]",
	"name", "type", "id", "messages/[]",
}

// json reads one result.json of any size.
func (r *reader) json(file string) bool {
	f, err := r.x.Open(file)
	if err != nil {
		return r.yield(footprint.Item{}, err)
	}
	defer f.Close()
	var c chat
	var seen int64 // number of the chat whose header is being read
	n, chats := int64(0), map[string]bool{}
	for v, err := range jsonstream.Walk(f, paths...) {
		if r.ctx.Err() != nil {
			r.yield(footprint.Item{}, r.ctx.Err())
			return false
		}
		n++
		if err != nil {
			if !r.fail(file, 0, err) {
				return false
			}
			continue
		}
		list, field := path.Dir(v.Path), path.Base(v.Path)
		if field == "[]" && path.Base(list) == "messages" {
			if !r.message(file, n, c, v.Raw, chats) {
				return false
			}
			continue
		}
		switch field {
		case "name", "type", "id":
			if v.Outer != seen {
				c, seen = chat{}, v.Outer
			}
			c.set(field, jsonstream.Text(v.Raw))
		default:
			if !r.list(file, n, v.Path, v.Raw) {
				return false
			}
		}
	}
	return true
}

func (c *chat) set(field, value string) {
	switch field {
	case "name":
		c.name = ingest.CleanText(value)
	case "type":
		c.kind = value
	case "id":
		c.id = value
	}
}

func (r *reader) message(file string, n int64, c chat, raw []byte, chats map[string]bool) bool {
	var m message
	if err := json.Unmarshal(raw, &m); err != nil {
		return r.fail(file, n, err)
	}
	if key := c.kind + c.id + c.name; !chats[key] {
		chats[key] = true
		if g, ok := c.group(); ok && !r.emit(g, file, n) {
			return false
		}
	}
	return r.emit(r.item(c, m), file, n)
}

// group is the membership that a group or channel stands for.
func (c chat) group() (footprint.Item, bool) {
	if !strings.Contains(c.kind, "group") && !strings.Contains(c.kind, "channel") {
		return footprint.Item{}, false
	}
	it := footprint.Item{Kind: footprint.KindGroup, Text: c.name, Container: c.name, ContainerKind: footprint.ContainerGroup, NativeID: c.id, Role: "member", Visibility: footprint.VisibilityClosedGroup}
	if strings.HasPrefix(c.kind, "public_") {
		it.Visibility = footprint.VisibilityPublic
	}
	return it, true
}

func (r *reader) item(c chat, m message) footprint.Item {
	it := footprint.Item{Kind: footprint.KindMessage, Author: m.From, Container: c.name, ContainerKind: footprint.ContainerChat, Thread: c.id, Visibility: footprint.VisibilityPrivate,
		Direction: footprint.DirectionIncoming, Created: m.Unix.time(), Edited: m.Edited.time(), Text: ingest.CleanText(m.Text.all), Tags: m.Text.names}
	if m.ID != "" && c.id != "" {
		it.NativeID = c.id + "/" + string(m.ID)
	}
	if it.Created.IsZero() {
		it.Created = localTime(m.Date)
	}
	if m.Type == "service" || m.Type == "unsupported" {
		it.Kind, it.Author, it.Title, it.Text = footprint.KindActivity, m.Actor, m.Action, ingest.CleanText(m.Title.all)
	}
	r.own(&it, c, m)
	c.place(&it, m)
	r.attachments(&it, m)
	if len(m.Text.links) > 0 {
		it.Details = map[string]string{"links": ingest.CleanText(strings.Join(m.Text.links, " "))}
	}
	if m.Forwarded != nil && *m.Forwarded != "" {
		it.SharedText, it.Text, it.Interaction = it.Text, "", footprint.InteractionShared
	}
	if it.Author == "" {
		it.Author = "unknown"
	}
	it.Author = ingest.CleanText(it.Author)
	return it
}

// own tells the owner's words. In a personal chat that was exported alone the id is the other person's.
func (r *reader) own(it *footprint.Item, c chat, m message) {
	from := string(m.FromID)
	if from == "" {
		from = string(m.ActorID)
	}
	switch {
	case r.me != "" && (from == r.me || "user"+from == r.me), c.kind == "saved_messages",
		r.me == "" && c.kind == "personal_chat" && from != "" && c.id != "" && from != "user"+c.id && from != c.id && it.Author != c.name:
		it.Author, it.Direction = footprint.AuthorSelf, footprint.DirectionOutgoing
	}
}

// place says who can read the chat and where the message can be opened.
func (c chat) place(it *footprint.Item, m message) {
	group := strings.Contains(c.kind, "group") || strings.Contains(c.kind, "channel")
	if group {
		it.ContainerKind, it.Visibility = footprint.ContainerGroup, footprint.VisibilityClosedGroup
		if m.ID != "" && !strings.HasPrefix(string(m.ID), "-") && strings.Contains(c.kind, "private_super") {
			it.URL = "https://t.me/c/" + c.id + "/" + string(m.ID)
		}
	}
	if strings.HasPrefix(c.kind, "public_") {
		it.Visibility = footprint.VisibilityPublic
		if it.Kind == footprint.KindMessage && it.Own() {
			it.Kind = footprint.KindPost
		}
	}
	if c.kind == "saved_messages" && it.Kind == footprint.KindMessage {
		it.Kind, it.Container = footprint.KindSaved, "Saved messages"
	}
	if c.kind == "personal_chat" && c.id != "" {
		it.URL, it.Target = "tg://user?id="+c.id, c.name
	}
	if m.ReplyTo != "" {
		it.Thread = c.id + "/" + string(m.ReplyTo)
	}
}

func (r *reader) attachments(it *footprint.Item, m message) {
	for _, file := range []string{m.Photo, m.File} {
		if file == "" {
			continue
		}
		media := footprint.Media{Type: footprint.MediaFile, Caption: ingest.CleanText(m.FileName)}
		switch {
		case file == m.Photo:
			media.Type = footprint.MediaPhoto
		case m.MediaType == "video_file" || m.MediaType == "video_message" || m.MediaType == "animation":
			media.Type = footprint.MediaVideo
		case m.MediaType == "voice_message" || m.MediaType == "audio_file":
			media.Type = footprint.MediaAudio
		case m.MediaType == "" && ingest.MediaType(file) != "":
			media.Type = ingest.MediaType(file)
		}
		if name := path.Clean(file); !strings.HasPrefix(file, "(") && r.x.Has(name) {
			media.Path = r.x.Path(name)
		}
		it.Media = append(it.Media, media)
	}
	if m.Location != nil && m.Location.Latitude >= -90 && m.Location.Latitude <= 90 && m.Location.Longitude >= -180 && m.Location.Longitude <= 180 {
		it.Exif = &footprint.Exif{Lat: &m.Location.Latitude, Lon: &m.Location.Longitude}
		it.Title = ingest.CleanText(strings.TrimSpace(m.Place + " " + m.Address))
	}
	if m.Contact != nil {
		it.SharedText = ingest.CleanText(strings.TrimSpace(m.Contact.First + " " + m.Contact.Last + " " + m.Contact.Phone))
	}
	if m.Poll != nil {
		it.Title = ingest.CleanText(m.Poll.Question.all)
		for _, a := range m.Poll.Answers {
			it.SharedText = strings.TrimSpace(it.SharedText + "\n" + ingest.CleanText(a.Text.all))
		}
	}
}
