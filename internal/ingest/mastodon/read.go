package mastodon

import (
	"context"
	"encoding/json"
	"net/url"
	"path"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

type actor struct {
	ID           loose              `json:"id"`
	Name         loose              `json:"name"`
	Username     loose              `json:"preferredUsername"`
	Summary      loose              `json:"summary"`
	URL          many               `json:"url"`
	Published    loose              `json:"published"`
	Locked       *bool              `json:"manuallyApprovesFollowers"`
	Discoverable *bool              `json:"discoverable"`
	Indexable    *bool              `json:"indexable"`
	MovedTo      many               `json:"movedTo"`
	AlsoKnownAs  many               `json:"alsoKnownAs"`
	Attachment   listOf[attachment] `json:"attachment"`
}

// profile reads who the owner is. Without the file the first activity tells.
func (r *reader) profile(ctx context.Context) {
	found := false
	r.each(ctx, actorFile, "", func(v jsonstream.Value) {
		var a actor
		if err := json.Unmarshal(v.Raw, &a); err != nil {
			r.fail(actorFile, v.Index, damaged(err))
			return
		}
		if !found {
			found = true
			r.own(string(a.ID), string(a.Username), string(a.Name))
			r.emitProfile(v.Index, &a)
		}
	})
	if found || !r.x.Has(outboxFile) || r.stop {
		return
	}
	head := r.x.Archive.Head(r.x.Path(outboxFile), 64<<10)
	if i := strings.Index(string(head), `"actor":"`); i >= 0 {
		id, _, ok := strings.Cut(string(head[i+len(`"actor":"`):]), `"`)
		if name := strings.TrimPrefix(person(id), "@"); ok && name != "" {
			user, _, _ := strings.Cut(name, "@")
			r.own(ingest.CleanText(id), user, "")
		}
	}
}

func (r *reader) own(id, user, name string) {
	r.actor = id
	if u, err := url.Parse(id); err == nil {
		r.host = u.Host
	}
	r.x.Owner = ingest.Owner{ID: id, Name: name}
	if user != "" && r.host != "" {
		r.x.Owner.Handles = []string{"@" + user + "@" + r.host}
	}
}

func (r *reader) emitProfile(pos int64, a *actor) {
	it := footprint.Item{
		Kind: footprint.KindProfile, Author: footprint.AuthorSelf, NativeID: string(a.ID), Title: string(a.Name), AccountCreated: a.Published.time(),
		Text: plainText(string(a.Summary)), Visibility: footprint.VisibilityPublic, ContainerKind: footprint.ContainerOwnProfile,
	}
	if len(a.URL) > 0 {
		it.URL = a.URL[0]
	}
	details := map[string]string{}
	for _, f := range a.Attachment {
		if f.Name != "" {
			details[string(f.Name)] = plainText(string(f.Value))
			it.Text = strings.TrimSpace(it.Text + "\n" + string(f.Name) + ": " + plainText(string(f.Value)))
		}
	}
	if others := slices.Concat(a.AlsoKnownAs, a.MovedTo); len(others) > 0 {
		details["other accounts"] = strings.Join(others, ", ")
	}
	if len(details) > 0 {
		it.Details = details
	}
	for _, name := range r.x.Files() {
		stem, ext, _ := strings.Cut(name, ".")
		if stem == "avatar" || stem == "header" {
			it.Media = append(it.Media, footprint.Media{Path: r.x.Path(name), Type: footprint.MediaPhoto, Caption: stem + " (" + ext + ")"})
		}
	}
	r.emit(pos, it)
	for _, s := range []struct {
		name string
		on   *bool
	}{{"followers need approval", a.Locked}, {"listed in the directory", a.Discoverable}, {"public posts searchable", a.Indexable}} {
		if s.on == nil {
			continue
		}
		value := "off"
		if *s.on {
			value = "on"
		}
		r.emit(pos, footprint.Item{Kind: footprint.KindPrivacySetting, Author: footprint.AuthorSelf, NativeID: string(a.ID) + " " + s.name,
			Setting: s.name, Value: value, URL: "https://" + r.host + "/settings/privacy"})
	}
}

// activity reads a post or a boost.
func (r *reader) activity(v jsonstream.Value) {
	var a activity
	if err := json.Unmarshal(v.Raw, &a); err != nil {
		r.fail(r.file, v.Index, damaged(err))
		return
	}
	var n note
	embedded := len(a.Object) > 0 && a.Object[0] == '{'
	if embedded {
		if err := json.Unmarshal(a.Object, &n); err != nil {
			r.fail(r.file, v.Index, damaged(err))
			return
		}
	}
	switch {
	case a.Type == "Announce":
		r.boost(v.Index, &a, &n)
	case embedded:
		r.post(v.Index, &a, &n)
	default:
		r.emit(v.Index, footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, NativeID: string(a.ID), Title: string(a.Type),
			Created: a.Published.time(), URL: address(a.Object)})
	}
}

func (r *reader) boost(pos int64, a *activity, n *note) {
	uri := address(a.Object)
	it := footprint.Item{
		Kind: footprint.KindPost, Author: footprint.AuthorSelf, NativeID: string(a.ID), Created: a.Published.time(), URL: uri, Target: person(uri),
		Interaction: footprint.InteractionShared, SharedText: plainText(string(n.Content)), ContainerKind: footprint.ContainerOwnProfile,
	}
	it.Visibility, _ = visibility(a.To, a.CC)
	if it.NativeID == "" {
		it.NativeID = "boost of " + uri
	}
	r.emit(pos, it)
}

func (r *reader) post(pos int64, a *activity, n *note) {
	if len(n.To) == 0 && len(n.CC) == 0 {
		n.To, n.CC = a.To, a.CC
	}
	it := footprint.Item{
		Kind: footprint.KindPost, Author: footprint.AuthorSelf, NativeID: string(n.ID), Created: n.Published.time(), Edited: n.Updated.time(),
		Title: string(n.Summary), Text: plainText(string(n.Content)), Thread: string(n.Conversation), ContainerKind: footprint.ContainerOwnProfile,
		Reactions: n.Likes.count(), Shares: n.Shares.count(), URL: string(n.ID),
	}
	if it.NativeID == "" {
		it.NativeID = strings.TrimSuffix(string(a.ID), "/activity")
	}
	if it.Created.IsZero() {
		it.Created = a.Published.time()
	}
	if len(n.URL) > 0 {
		it.URL = n.URL[0]
	}
	var direct bool
	it.Visibility, direct = visibility(n.To, n.CC)
	for _, t := range n.Tag {
		if t.Type == "Mention" {
			it.Tags = append(it.Tags, mention(t))
		}
	}
	if len(n.InReplyTo) > 0 {
		it.Kind, it.Target = footprint.KindComment, person(n.InReplyTo[0])
		if n.InReplyTo[0] != "" && !strings.HasPrefix(n.InReplyTo[0], r.actor+"/") {
			it.ContainerKind = ""
		}
		it.Details = map[string]string{"in reply to": n.InReplyTo[0]}
		if it.Thread == "" {
			it.Thread = n.InReplyTo[0]
		}
	}
	if direct {
		it.Kind, it.ContainerKind, it.Direction = footprint.KindMessage, footprint.ContainerChat, footprint.DirectionOutgoing
		it.Container, it.Target = strings.Join(it.Tags, ", "), strings.Join(it.Tags, ", ")
	}
	for _, o := range slices.Concat(n.OneOf, n.AnyOf) {
		it.Text = strings.TrimSpace(it.Text + "\n- " + string(o.Name))
	}
	r.extras(&it, n)
	r.emit(pos, it)
}

// extras adds media, language and the quoted post.
func (r *reader) extras(it *footprint.Item, n *note) {
	put := func(key, value string) {
		if it.Details == nil {
			it.Details = map[string]string{}
		}
		it.Details[key] = value
	}
	for _, at := range n.Attachment {
		link := string(at.URL)
		if link == "" {
			link = string(at.Href)
		}
		if at.Type == "Link" {
			put("link", link)
			continue
		}
		it.Media = append(it.Media, r.media(link, &at))
	}
	if len(n.ContentMap) == 1 {
		for lang := range n.ContentMap {
			put("language", lang)
		}
	}
	if len(n.Quote) > 0 {
		put("quotes", n.Quote[0])
	}
}

// media finds an attachment in the archive: whatever stands before "media_attachments/" in its address is
// the server's storage.
func (r *reader) media(link string, at *attachment) footprint.Media {
	m := footprint.Media{Caption: string(at.Name), Type: footprint.MediaFile}
	switch kind, _, _ := strings.Cut(string(at.MediaType), "/"); kind {
	case "image":
		m.Type = footprint.MediaPhoto
	case "video":
		m.Type = footprint.MediaVideo
	case "audio":
		m.Type = footprint.MediaAudio
	}
	if i := strings.Index(link, "media_attachments/"); i >= 0 {
		if name := path.Clean(link[i:]); r.x.Has(name) {
			m.Path = r.x.Path(name)
		}
	}
	if u, err := url.Parse(link); err == nil && u.Host != "" {
		m.URL = link
	}
	return m
}

// mention writes a mentioned person with the server.
func mention(t tag) string {
	name := string(t.Name)
	if strings.Count(name, "@") < 2 {
		if u, err := url.Parse(string(t.Href)); err == nil && u.Host != "" {
			name += "@" + u.Host
		}
	}
	return name
}

func (r *reader) like(v jsonstream.Value) {
	r.reference(v, footprint.Item{Kind: footprint.KindLike, Interaction: footprint.InteractionLiked})
}

func (r *reader) bookmark(v jsonstream.Value) {
	r.reference(v, footprint.Item{Kind: footprint.KindSaved})
}

// reference reads the address of somebody else's post.
func (r *reader) reference(v jsonstream.Value, it footprint.Item) {
	uri := address(v.Raw)
	if uri == "" {
		r.fail(r.file, v.Index, footprint.ErrDamaged)
		return
	}
	it.NativeID, it.Author, it.Target = r.actor+" "+uri, "other", person(uri)
	if it.Target != "" {
		it.Author = it.Target
	}
	if strings.HasPrefix(uri, "http") {
		it.URL = uri
	}
	if it.Created = idTime(uri); !it.Created.IsZero() {
		it.Details = map[string]string{"date": "of the post"}
	}
	r.emit(v.Index, it)
}
