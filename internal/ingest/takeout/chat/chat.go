// Package chat reads Google Chat, Hangouts and Google Groups. Facts stand in shared/formats/google-takeout.md
// section 8.
package chat

import (
	"path"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/takeout/product"
)

// User reads who the user is, and the memberships whose group is not in the export.
func User(r *product.Reader, name string) {
	r.Objects(name, func(_ int64, _ string, o product.Object) bool {
		r.Own(o.Str("user/name"), o.Str("user/email"))
		if !r.Emit(0, footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: o.Str("user/name"), ContainerKind: footprint.ContainerOwnProfile, URL: "https://myaccount.google.com/profile", Details: o.Sub("user").Details("name")}) {
			return false
		}
		for i, m := range o.List("membership_info") {
			id := m.Str("group_id")
			if known(r, name, id) || !isSpace(id) {
				continue
			}
			if !r.Emit(int64(i+1), group(id, m.Str("group_name"), m.Str("membership_state"))) {
				return false
			}
		}
		return true
	}, "")
}

func known(r *product.Reader, name, id string) bool {
	root := path.Dir(path.Dir(path.Dir(name))) // of Users/User 1/user_info.json
	return r.X.Has(path.Join(root, "Groups", id, "group_info.json"))
}

func isSpace(id string) bool { return strings.HasPrefix(strings.ToLower(id), "space") }

func group(id, name, status string) footprint.Item {
	return footprint.Item{Kind: footprint.KindGroup, Author: footprint.AuthorSelf, NativeID: id, Title: name, Text: name, Container: name, ContainerKind: footprint.ContainerGroup, Role: "member", Status: status, Visibility: footprint.VisibilityClosedGroup, URL: address(id)}
}

// address is that of a chat, whose folder is named "DM <id>" or "Space <id>".
func address(folder string) string {
	kind, id, ok := strings.Cut(folder, " ")
	switch {
	case ok && isSpace(kind):
		return "https://mail.google.com/chat/u/0/#chat/space/" + id
	case ok:
		return "https://mail.google.com/chat/u/0/#chat/dm/" + id
	}
	return "https://mail.google.com/chat/"
}

// Group reads who takes part; a space is a membership, a dialogue shows in its messages.
func Group(r *product.Reader, name string) {
	folder := path.Base(path.Dir(name))
	r.Objects(name, func(_ int64, _ string, o product.Object) bool {
		if !isSpace(folder) {
			return true
		}
		it := group(folder, o.Str("name"), "")
		n := len(o.List("members"))
		it.Members = &n
		return r.Emit(0, it)
	}, "")
}

// Messages reads the messages of one chat.
func Messages(r *product.Reader, name string) {
	dir := path.Dir(name)
	folder := path.Base(dir)
	title := chatName(r, path.Join(dir, "group_info.json"))
	r.Objects(name, func(n int64, _ string, o product.Object) bool {
		it := footprint.Item{Kind: footprint.KindMessage, NativeID: o.Str("message_id"), Author: o.Str("creator/name", "creator/email"), Created: product.Spoken(o.Str("created_date")), Edited: product.Spoken(o.Str("updated_date")), Text: o.Str("text"),
			Container: title, ContainerKind: footprint.ContainerChat, Thread: folder, Direction: footprint.DirectionIncoming, Visibility: footprint.VisibilityPrivate, URL: address(folder), ReplyTo: o.Str("quoted_message_metadata/text"),
			Deleted: o.Has("deleted_date", "deletion_metadata"), DeletedOn: product.Spoken(o.Str("deleted_date"))}
		switch {
		case r.IsOwn(o.Str("creator/name"), o.Str("creator/email")):
			it.Author, it.Direction, it.Target = footprint.AuthorSelf, footprint.DirectionOutgoing, title
		case it.Author == "":
			it.Author = "unknown"
		}
		if it.NativeID != "" {
			it.NativeID = folder + "/" + it.NativeID
		}
		for _, f := range o.List("attached_files") {
			it.Media = append(it.Media, attached(r, dir, f.Str("export_name"), f.Str("original_name")))
		}
		return r.Emit(n, it)
	}, "messages/[]")
}

func attached(r *product.Reader, dir, exported, original string) footprint.Media {
	m := footprint.Media{Caption: original, Type: ingest.MediaType(original)}
	if m.Type == "" {
		m.Type = footprint.MediaFile
	}
	if file := path.Join(dir, exported); exported != "" && r.X.Has(file) {
		m.Path = r.X.Path(file)
		r.X.Media(file)
	}
	return m
}

// chatName is the name of a space, or of the other people in a dialogue.
func chatName(r *product.Reader, info string) string {
	const small = 8 << 20
	if !r.X.Has(info) {
		return ""
	}
	b, err := r.X.ReadFile(info, small)
	if err != nil {
		return "" // handed out when the file is read itself
	}
	o, err := product.Decode(b)
	if err != nil {
		return ""
	}
	if name := o.Str("name"); name != "" {
		return name
	}
	var names []string
	for _, m := range o.List("members") {
		if name := m.Str("name", "email"); name != "" && !r.IsOwn(m.Str("name"), m.Str("email")) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// Hangouts reads the dialogues of the service before Chat, event by event.
func Hangouts(r *product.Reader, name string) {
	var people map[string]string
	var self, title, id string
	r.Objects(name, func(n int64, at string, o product.Object) bool {
		if strings.HasSuffix(at, "conversation") {
			if c := o.Sub("conversation"); c != nil { // one conversation inside another
				o = c
			}
			people, self, id = map[string]string{}, o.Str("self_conversation_state/self_read_state/participant_id/gaia_id"), o.Str("id/id", "conversation_id/id")
			var names []string
			for _, p := range o.List("participant_data") {
				gaia, who := p.Str("id/gaia_id"), p.Str("fallback_name")
				people[gaia] = who
				if gaia != self && who != "" {
					names = append(names, who)
				}
			}
			if title = o.Str("name"); title == "" {
				title = strings.Join(names, ", ")
			}
			return true
		}
		it := event(o)
		it.Container, it.Thread = title, id
		sender := o.Str("sender_id/gaia_id")
		switch who := people[sender]; {
		case sender != "" && sender == self, r.IsOwn(who, ""):
			it.Author, it.Direction, it.Target = footprint.AuthorSelf, footprint.DirectionOutgoing, title
		case who != "":
			it.Author = who
		}
		return r.Emit(n, it)
	}, "conversations/[]/conversation", "conversations/[]/events/[]", "conversation_state/[]/conversation_state/conversation", "conversation_state/[]/conversation_state/event/[]")
}

func event(o product.Object) footprint.Item {
	it := footprint.Item{Kind: footprint.KindMessage, NativeID: o.Str("event_id"), Author: "unknown", Created: ingest.Plausible(product.Epoch(o.Str("timestamp"), time.Microsecond)), ContainerKind: footprint.ContainerChat, Direction: footprint.DirectionIncoming,
		Visibility: footprint.VisibilityPrivate, URL: "https://mail.google.com/chat/"}
	var words strings.Builder
	for _, s := range o.List("chat_message/message_content/segment") {
		if s.Str("type") == "LINE_BREAK" {
			words.WriteByte('\n')
		}
		text, _ := s["text"].(string) // blanks count
		words.WriteString(ingest.CleanText(text))
	}
	it.Text = strings.TrimSpace(words.String())
	for _, a := range o.List("chat_message/message_content/attachment") {
		if url := a.Str("embed_item/plus_photo/url", "embed_item/embeds.PlusPhoto.plus_photo/url"); url != "" {
			it.Media = append(it.Media, footprint.Media{URL: url, Type: footprint.MediaPhoto})
		}
	}
	if kind := o.Str("event_type"); kind != "" && kind != "REGULAR_CHAT_MESSAGE" {
		it.Kind, it.Title = footprint.KindActivity, strings.ToLower(strings.ReplaceAll(kind, "_", " "))
	}
	return it
}

// Groups reads the tables about Google Groups: those seen lately, and those the user owns.
func Groups(r *product.Reader, name string) {
	base, folder := product.Base(name), path.Base(path.Dir(name))
	r.CSV(name, func(row csvtable.Row) bool {
		it := footprint.Item{Kind: footprint.KindGroup, Author: footprint.AuthorSelf, ContainerKind: footprint.ContainerGroup, URL: "https://groups.google.com/my-groups", Details: map[string]string{}}
		row.Each(func(column, value string) {
			switch value = ingest.CleanText(value); {
			case it.Title == "" && product.Time(value).IsZero():
				it.Title = value
			case it.Created.IsZero() && !product.Time(value).IsZero():
				it.Created = product.Time(value)
			default:
				it.Details[ingest.CleanText(column)] = value
			}
		})
		switch {
		case base == "members":
			it.Kind, it.Container, it.Title, it.Target = footprint.KindActivity, folder, "member of a group of the user", it.Title
		case strings.Contains(base, "discussions") || strings.Contains(base, "diskussionen"):
			it.Kind = footprint.KindActivity
		case base == "info":
			it.Role, it.Container, it.Text = "owner", folder, folder
		default:
			it.Container, it.Text, it.Role = it.Title, it.Title, "visitor"
		}
		if len(it.Details) == 0 {
			it.Details = nil
		}
		return r.Emit(row.N, it)
	})
}
