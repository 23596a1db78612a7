package bluesky

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"footprint/internal/footprint"
)

// record adapts one record of the repository.
func (r *reader) record(pos int64, collection, rkey string, m record) {
	uri := "at://" + r.did + "/" + collection + "/" + rkey
	it := footprint.Item{Author: footprint.AuthorSelf, NativeID: uri, Created: m.time("createdAt"), Visibility: footprint.VisibilityPublic, URL: webURL(uri)}
	if it.Created.IsZero() {
		it.Created = tidTime(rkey)
	}
	if adapt := adapters()[collection]; adapt != nil {
		adapt(r, &it, m)
	} else {
		r.other(&it, collection, m)
	}
	r.emit(pos, it)
}

// adapters is the table of known collections.
func adapters() map[string]func(*reader, *footprint.Item, record) {
	setting := func(name, member string) func(*reader, *footprint.Item, record) {
		return func(_ *reader, it *footprint.Item, m record) {
			it.Kind, it.Setting, it.Value = footprint.KindPrivacySetting, name, m.text(member)
			it.URL = "https://bsky.app/settings/privacy-and-security"
		}
	}
	activity := func(title string) func(*reader, *footprint.Item, record) {
		return func(_ *reader, it *footprint.Item, m record) {
			it.Kind, it.Title = footprint.KindActivity, title
			it.Target = cmp.Or(m.text("handle"), m.subject())
			it.Text = strings.TrimSpace(m.text("displayName") + "\n" + m.text("description"))
		}
	}
	return map[string]func(*reader, *footprint.Item, record){
		"app.bsky.actor.profile":                      (*reader).profile,
		"app.bsky.feed.post":                          (*reader).post,
		"app.bsky.feed.like":                          (*reader).like,
		"app.bsky.feed.repost":                        (*reader).repost,
		"app.bsky.graph.follow":                       (*reader).follow,
		"app.bsky.graph.block":                        (*reader).barred,
		"app.bsky.graph.listblock":                    (*reader).barred,
		"app.bsky.graph.list":                         (*reader).list,
		"app.bsky.graph.starterpack":                  (*reader).list,
		"app.bsky.graph.listitem":                     activity("put somebody on a list"),
		"app.bsky.feed.generator":                     activity("offers a feed"),
		"app.bsky.labeler.service":                    activity("offers a labelling service"),
		"app.bsky.graph.verification":                 activity("verified somebody"),
		"app.bsky.actor.status":                       activity("status"),
		"app.bsky.system.declaration":                 activity("declaration of 2022"),
		"app.bsky.feed.threadgate":                    (*reader).threadgate,
		"app.bsky.feed.postgate":                      (*reader).postgate,
		"app.bsky.notification.declaration":           setting("who may subscribe to posts", "allowSubscriptions"),
		"app.bsky.actor.contentVisibilityDeclaration": setting("hidden from recommendations", "hideFromAlgorithmicRecommendations"),
		"chat.bsky.actor.declaration":                 setting("who may send messages", "allowIncoming"),
	}
}

func (r *reader) profile(it *footprint.Item, m record) {
	it.Kind, it.ContainerKind = footprint.KindProfile, footprint.ContainerOwnProfile
	it.Title, it.Text = m.text("displayName"), m.text("description")
	if r.x.Owner.ID == r.did && r.x.Owner.Name == "" {
		r.x.Owner.Name = it.Title
	}
	put(it, "pronouns", m.text("pronouns"))
	put(it, "website", m.text("website"))
	for _, name := range []string{"avatar", "banner"} {
		if id := m.object(name).blobID(); id != "" {
			it.Media = append(it.Media, r.blob(id, "avatar", name, m.object(name)))
		}
	}
	for _, l := range m.object("labels").list("values") {
		if l.text("val") == "!no-unauthenticated" {
			put(it, "logged-out visitors", "asked not to be shown to them")
		}
	}
}

func (r *reader) post(it *footprint.Item, m record) {
	it.Kind, it.ContainerKind, it.Thread = footprint.KindPost, footprint.ContainerOwnProfile, it.NativeID
	it.Text = r.words(it, m)
	put(it, "language", strings.Join(m.texts("langs"), ", "))
	put(it, "hashtags", strings.Join(m.texts("tags"), ", "))
	if reply := m.object("reply"); reply != nil {
		parent := reply.object("parent").text("uri")
		it.Kind, it.Thread = footprint.KindComment, cmp.Or(reply.object("root").text("uri"), parent)
		did, _, _ := splitURI(parent)
		it.Target = did
		if did != r.did {
			it.ContainerKind = ""
		}
		put(it, "in reply to", parent)
	}
	r.embed(it, m.object("embed"), 0)
}

// words writes links out whole, as the app shows them cut, and collects the people mentioned. Positions of
// facets are bytes.
func (r *reader) words(it *footprint.Item, m record) string {
	raw, _ := m["text"].(string)
	type cut struct {
		from, to int
		uri      string
	}
	var links []cut
	for _, facet := range m.list("facets") {
		from, ok1 := facet.object("index").int("byteStart")
		to, ok2 := facet.object("index").int("byteEnd")
		if !ok1 || !ok2 || from >= to || to > len(raw) || !utf8.ValidString(raw[from:to]) {
			continue
		}
		for _, f := range facet.list("features") {
			switch f.text("$type") {
			case "app.bsky.richtext.facet#link":
				links = append(links, cut{from, to, f.text("uri")})
			case "app.bsky.richtext.facet#mention":
				it.Tags = append(it.Tags, raw[from:to])
			}
		}
	}
	for _, e := range m.list("entities") { // 2022 to early 2023
		switch value := e.text("value"); e.text("type") {
		case "mention":
			it.Tags = append(it.Tags, value)
		case "link":
			if !strings.Contains(raw, value) {
				raw += " " + value
			}
		}
	}
	slices.SortFunc(links, func(a, b cut) int { return a.from - b.from })
	var out strings.Builder
	at := 0
	for _, l := range links {
		if l.from < at || l.uri == "" {
			continue
		}
		out.WriteString(raw[at:l.from])
		shown := strings.TrimSuffix(strings.TrimSuffix(raw[l.from:l.to], "..."), "…")
		if !strings.Contains(l.uri, shown) {
			out.WriteString(shown + " ")
		}
		out.WriteString(l.uri)
		at = l.to
	}
	out.WriteString(raw[at:])
	return record{"t": out.String()}.text("t")
}

// embed reads what a post carries.
func (r *reader) embed(it *footprint.Item, e record, depth int) {
	if e == nil || depth > 3 {
		return
	}
	for _, i := range append(e.list("images"), e.list("items")...) {
		if id := i.object("image").blobID(); id != "" {
			m := r.blob(id, "feed_fullsize", i.text("alt"), i.object("image"))
			it.Media = append(it.Media, m)
		}
	}
	if video := e.object("video"); video != nil {
		m := r.blob(video.blobID(), "", e.text("alt"), video)
		m.Type = footprint.MediaVideo
		it.Media = append(it.Media, m)
	}
	if link := e.object("external"); link != nil {
		put(it, "link", link.text("uri"))
		put(it, "link title", link.text("title"))
		put(it, "link description", link.text("description"))
	}
	quoted := e.object("record")
	if inner := quoted.object("record"); inner != nil {
		quoted = inner
	}
	put(it, "quotes", quoted.text("uri"))
	r.embed(it, e.object("media"), depth+1)
}

// blob links a picture or video to its file, if blobs lie beside the repository, and to its public address.
func (r *reader) blob(id, size, caption string, b record) footprint.Media {
	m := footprint.Media{Type: footprint.MediaPhoto, Caption: caption}
	if strings.HasPrefix(b.text("mimeType"), "video/") {
		m.Type = footprint.MediaVideo
	}
	if name, ok := r.blobs[id]; ok {
		m.Path = r.x.Path(name)
	}
	if size != "" && id != "" {
		m.URL = "https://cdn.bsky.app/img/" + size + "/plain/" + r.did + "/" + id + "@jpeg"
	}
	return m
}

func (r *reader) like(it *footprint.Item, m record) {
	it.Kind, it.Author, it.Interaction = footprint.KindLike, "other", footprint.InteractionLiked
	r.about(it, m)
}

func (r *reader) repost(it *footprint.Item, m record) {
	it.Kind, it.Interaction, it.ContainerKind = footprint.KindPost, footprint.InteractionShared, footprint.ContainerOwnProfile
	r.about(it, m)
}

func (r *reader) about(it *footprint.Item, m record) {
	subject := m.subject()
	it.Target, _, _ = splitURI(subject)
	it.URL = webURL(subject)
}

func (r *reader) follow(it *footprint.Item, m record) {
	it.Kind, it.Direction = footprint.KindFollowing, footprint.DirectionOutgoing
	r.about(it, m)
}

// barred reads a block of an account or of a whole list. Both can be read by anyone.
func (r *reader) barred(it *footprint.Item, m record) {
	it.Kind, it.Setting = footprint.KindBlock, "blocked"
	if strings.Contains(it.NativeID, "listblock") {
		it.Setting = "list blocked"
	}
	r.about(it, m)
}

func (r *reader) list(it *footprint.Item, m record) {
	it.Kind, it.Role, it.ContainerKind, it.ControlledByMe = footprint.KindGroup, "owner", footprint.ContainerGroup, footprint.Yes
	it.Title, it.Description = m.text("name"), m.text("description")
	_, purpose, _ := strings.Cut(m.text("purpose"), "#")
	put(it, "purpose", purpose)
}

func (r *reader) threadgate(it *footprint.Item, m record) {
	it.Kind, it.Setting, it.URL = footprint.KindPrivacySetting, "who may reply to a post", webURL(m.text("post"))
	if m["allow"] == nil {
		it.Value = "everyone"
		return
	}
	var rules []string
	for _, rule := range m.list("allow") {
		_, name, _ := strings.Cut(rule.text("$type"), "#")
		rules = append(rules, name)
	}
	it.Value = cmp.Or(strings.Join(rules, ", "), "nobody")
}

func (r *reader) postgate(it *footprint.Item, m record) {
	it.Kind, it.Setting, it.Value, it.URL = footprint.KindPrivacySetting, "who may quote a post", "everyone", webURL(m.text("post"))
	if len(m.list("embeddingRules")) > 0 {
		it.Value = "nobody"
	}
}

// other reads a record that another app wrote.
func (r *reader) other(it *footprint.Item, collection string, m record) {
	if r.foreign == nil {
		r.foreign = map[string]int{}
	}
	const most = 1000
	if _, known := r.foreign[collection]; known || len(r.foreign) < most {
		r.foreign[collection]++
	}
	it.Kind, it.Container, it.Title = footprint.KindActivity, collection, m.text("title")
	it.Text = cmp.Or(m.text("content"), m.text("text"), m.text("description"))
	it.URL = cmp.Or(m.text("url"), it.URL)
	if it.Text != "" {
		it.Kind = footprint.KindPost
	}
}

func put(it *footprint.Item, key, value string) {
	if value == "" {
		return
	}
	if it.Details == nil {
		it.Details = map[string]string{}
	}
	it.Details[key] = value
}
