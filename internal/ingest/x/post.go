package x

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

// tweet is a post as the archive has it. It is decoded by hand: an archive may hold a million of them.
type tweet struct {
	id, created, text, lang, source, deletedAt    string
	replyTo, replyUser, replyName, community      string
	likes, reposts                                string
	links                                         []link
	mentions                                      []mention
	media                                         []attachment
	editIDs                                       []string
	initialID                                     string
	geo, coordinates, place                       []byte
	repostedID, repostedText, repostedBy, protect string // classic archives only
}

type link struct{ short, long string }

type mention struct{ id, handle, name string }

// attachment is one photo, video or GIF of a post.
type attachment struct {
	kind, address, short, page string
	video                      string // the variant of the highest bit rate
	bitrate                    int64
}

func decodeTweet(raw []byte) (t tweet, ok bool) {
	ok = jsonstream.Members(raw, func(name, v []byte) {
		switch string(name) {
		case "id_str":
			t.id = jsonstream.Text(v)
		case "id":
			if t.id == "" {
				t.id = jsonstream.Text(v)
			}
		case "created_at":
			t.created = jsonstream.Text(v)
		case "full_text":
			t.text = jsonstream.Text(v)
		case "text":
			if t.text == "" {
				t.text = jsonstream.Text(v)
			}
		case "lang":
			t.lang = jsonstream.Text(v)
		case "source":
			t.source = jsonstream.Text(v)
		case "deleted_at":
			t.deletedAt = jsonstream.Text(v)
		case "favorite_count":
			t.likes = jsonstream.Text(v)
		case "retweet_count":
			t.reposts = jsonstream.Text(v)
		case "in_reply_to_status_id_str":
			t.replyTo = jsonstream.Text(v)
		case "in_reply_to_user_id_str":
			t.replyUser = jsonstream.Text(v)
		case "in_reply_to_screen_name":
			t.replyName = jsonstream.Text(v)
		case "community_id_str", "community_id":
			t.community = jsonstream.Text(v)
		case "entities":
			t.entities(v, false)
		case "extended_entities":
			t.entities(v, true)
		default:
			t.rare(string(name), v)
		}
	})
	return t, ok && (t.id != "" || t.text != "")
}

// rare reads the members that few posts have.
func (t *tweet) rare(name string, v []byte) {
	switch name {
	case "edit_info":
		t.edits(v)
	case "geo":
		t.geo = v
	case "coordinates":
		t.coordinates = v
	case "place":
		t.place = v
	case "retweeted_status":
		original, ok := decodeTweet(v)
		if ok {
			t.repostedID, t.repostedText = original.id, original.text
			t.repostedBy = original.replyName
			t.links = append(t.links, original.links...)
			t.media = append(t.media, original.media...)
		}
		jsonstream.Members(v, func(name, user []byte) {
			if string(name) == "user" {
				t.repostedBy = member(user, "screen_name")
			}
		})
	case "user":
		t.protect = member(v, "protected")
	}
}

// member returns one scalar member of an object.
func member(raw []byte, want string) (s string) {
	jsonstream.Members(raw, func(name, v []byte) {
		if string(name) == want {
			s = jsonstream.Text(v)
		}
	})
	return s
}

func (t *tweet) edits(raw []byte) {
	jsonstream.Members(raw, func(name, v []byte) {
		switch string(name) {
		case "initial", "edit", "editControlInitial":
			t.edits(v)
		case "editTweetIds":
			jsonstream.Elements(v, func(id []byte) { t.editIDs = append(t.editIDs, jsonstream.Text(id)) })
		case "initialTweetId":
			t.initialID = jsonstream.Text(v)
		}
	})
}

func (t *tweet) entities(raw []byte, extended bool) {
	jsonstream.Members(raw, func(name, list []byte) {
		if len(list) < 3 || list[0] != '[' {
			return
		}
		switch string(name) {
		case "media":
			// The plain list holds the first medium only; the extended one replaces it.
			if extended {
				t.media = t.media[:0]
			} else if len(t.media) > 0 {
				return
			}
			jsonstream.Elements(list, func(v []byte) { t.media = append(t.media, decodeAttachment(v)) })
		case "urls":
			jsonstream.Elements(list, func(v []byte) { t.links = append(t.links, decodeLink(v)) })
		case "user_mentions":
			jsonstream.Elements(list, func(v []byte) { t.mentions = append(t.mentions, decodeMention(v)) })
		}
	})
}

func decodeLink(raw []byte) (l link) {
	jsonstream.Members(raw, func(name, v []byte) {
		switch string(name) {
		case "url":
			l.short = jsonstream.Text(v)
		case "expanded_url":
			l.long = jsonstream.Text(v)
		}
	})
	return l
}

func decodeMention(raw []byte) (m mention) {
	jsonstream.Members(raw, func(name, v []byte) {
		switch string(name) {
		case "id_str":
			m.id = jsonstream.Text(v)
		case "screen_name":
			m.handle = jsonstream.Text(v)
		case "name":
			m.name = jsonstream.Text(v)
		}
	})
	return m
}

func decodeAttachment(raw []byte) (a attachment) {
	jsonstream.Members(raw, func(name, v []byte) {
		switch string(name) {
		case "type":
			a.kind = jsonstream.Text(v)
		case "media_url_https":
			a.address = jsonstream.Text(v)
		case "media_url":
			if a.address == "" {
				a.address = jsonstream.Text(v)
			}
		case "url":
			a.short = jsonstream.Text(v)
		case "expanded_url":
			a.page = jsonstream.Text(v)
		case "video_info":
			jsonstream.Members(v, func(name, list []byte) {
				if string(name) == "variants" {
					jsonstream.Elements(list, a.variant)
				}
			})
		}
	})
	return a
}

// variant keeps the address of the MP4 with the highest bit rate; none given counts as 0.
func (a *attachment) variant(raw []byte) {
	var kind, address string
	var rate int64
	jsonstream.Members(raw, func(name, v []byte) {
		switch string(name) {
		case "content_type":
			kind = jsonstream.Text(v)
		case "url":
			address = jsonstream.Text(v)
		case "bitrate":
			rate, _ = strconv.ParseInt(jsonstream.Text(v), 10, 64)
		}
	})
	if kind == "video/mp4" && (a.video == "" || rate > a.bitrate) {
		a.video, a.bitrate = address, rate
	}
}

// repostPattern finds where others' words begin in a repost of the old kind, with or without own words
// before it.
var repostPattern = regexp.MustCompile(`(?:^|\s)(?:RT|MT) @(\w{1,20}):? ?`)

// post reads a post, reply or repost.
func (r *reader) post(rec record) {
	t, ok := decodeTweet(rec.raw)
	if !ok {
		r.fail(r.file, rec.pos, footprint.ErrDamaged)
		return
	}
	r.learn(&t)
	it := r.item(&t)
	switch stemOf(strings.TrimPrefix(r.file, r.dir)) {
	case "deleted-tweets", "deleted-tweet":
		it.Deleted, it.DeletedOn = true, when(text(t.deletedAt))
		r.deleted[t.id] = true
	case "twitter-circle-tweet":
		it.Visibility, it.Container, it.ContainerKind = footprint.VisibilityFriends, "Twitter Circle", footprint.ContainerGroup
	case "community-tweet":
		it.ContainerKind = footprint.ContainerGroup
	}
	r.emit(it)
	if t.community != "" && !r.joined[t.community] && !r.stop {
		r.joined[t.community] = true
		r.emit(footprint.Item{
			Kind: footprint.KindGroup, NativeID: r.mine("community " + t.community), Title: "Community " + t.community,
			ContainerKind: footprint.ContainerGroup, Role: "member", URL: "https://x.com/i/communities/" + t.community,
			Author: footprint.AuthorSelf,
		})
	}
}

// learn keeps the handles of the people a post names: followers and messages have numbers only.
func (r *reader) learn(t *tweet) {
	const most = 200_000
	if len(r.people) >= most {
		return
	}
	for _, m := range t.mentions {
		if m.id != "" && m.handle != "" {
			r.people[m.id] = m.handle
		}
	}
	if t.replyUser != "" && t.replyName != "" {
		r.people[t.replyUser] = t.replyName
	}
}

// item adapts a post.
func (r *reader) item(t *tweet) footprint.Item {
	it := footprint.Item{
		Kind: footprint.KindPost, NativeID: t.id, Author: footprint.AuthorSelf, Created: when(text(t.created)),
		ContainerKind: footprint.ContainerOwnProfile, URL: postURL(r.handle, t.id), Thread: t.id,
	}
	if it.Created.IsZero() {
		it.Created = snowflakeTime(t.id)
	}
	body, quoted := expand(t.text, t.links, t.media)
	if full, ok := r.notes.join(it.Created, body); ok {
		body = full
	}
	it.Text = ingest.CleanText(body)
	r.splitRepost(&it, t)
	for _, m := range t.mentions {
		if tag := "@" + m.handle; m.handle != "" && !slices.Contains(it.Tags, tag) {
			it.Tags = append(it.Tags, tag)
		}
	}
	if t.replyTo != "" && it.Interaction == "" {
		it.Kind, it.Thread = footprint.KindComment, t.replyTo
		it.ContainerKind = ""
		it.Target = r.person(t.replyUser, t.replyName)
		if t.replyUser == r.accountID && r.accountID != "" {
			it.ContainerKind = footprint.ContainerOwnProfile
		}
	}
	if t.community != "" {
		it.Container, it.ContainerKind = "Community "+t.community, footprint.ContainerGroup
	}
	it.Media = r.media(t)
	it.Exif = place(t)
	it.Reactions, it.Shares = count(t.likes), count(t.reposts)
	it.Details = r.details(t, quoted)
	r.edited(&it, t)
	switch {
	case r.guard != nil && r.guard.on:
		it.Visibility = footprint.VisibilityFriends
	case r.guard != nil, t.protect == "false":
		it.Visibility = footprint.VisibilityPublic
	case t.protect == "true":
		it.Visibility = footprint.VisibilityFriends
	}
	return it
}

var quotePattern = regexp.MustCompile(`^https?://(?:www\.|mobile\.)?(?:twitter|x)\.com/\w+/status/\d+`)

// expand writes the links out, takes the links to the post's own media away, and unescapes. It returns the
// address of a quoted post beside the text.
func expand(s string, links []link, media []attachment) (body, quoted string) {
	for _, l := range links {
		if l.short == "" || l.long == "" {
			continue
		}
		s = strings.ReplaceAll(s, l.short, l.long)
		if strings.Contains(l.long, "/status/") && quotePattern.MatchString(l.long) {
			quoted = l.long
		}
	}
	for _, m := range media {
		if m.short != "" {
			s = strings.ReplaceAll(strings.ReplaceAll(s, " "+m.short, ""), m.short, "")
		}
	}
	return strings.TrimSpace(unescape(s)), quoted
}

// splitRepost parts the user's own words from those passed on.
func (r *reader) splitRepost(it *footprint.Item, t *tweet) {
	if t.repostedID != "" {
		words, _ := expand(t.repostedText, t.links, t.media)
		it.Text, it.SharedText, it.Interaction = "", ingest.CleanText(words), footprint.InteractionShared
		it.Target = r.person("", t.repostedBy)
		return
	}
	if !strings.Contains(it.Text, "T @") {
		return
	}
	at := repostPattern.FindStringSubmatchIndex(it.Text)
	if at == nil {
		return
	}
	it.Target = "@" + it.Text[at[2]:at[3]]
	it.SharedText = it.Text[at[1]:]
	it.Text = strings.TrimSpace(it.Text[:at[0]])
	it.Interaction = footprint.InteractionShared
}

// person names somebody: by handle, by a handle learnt from a post, or by number.
func (r *reader) person(id, handle string) string {
	if handle == "" {
		handle = r.people[id]
	}
	switch {
	case handle != "":
		return "@" + handle
	case id != "" && id != "0" && id != "-1":
		return "user " + id
	}
	return ""
}

func count(s string) *int {
	n, err := strconv.Atoi(s)
	if err != nil || n <= 0 {
		return nil
	}
	return &n
}

// appName returns the words of the link that names an app; an account uses few of them.
func (r *reader) appName(source string) string {
	const most = 1000
	name, known := r.apps[source]
	if !known {
		if name = stripTags(source); len(r.apps) < most {
			r.apps[source] = name
		}
	}
	return name
}

func (r *reader) details(t *tweet, quoted string) map[string]string {
	d := map[string]string{}
	put := func(key, value string) {
		if value != "" {
			d[key] = ingest.CleanText(value)
		}
	}
	put("app", r.appName(t.source))
	put("language", t.lang)
	put("quotes", quoted)
	if t.replyTo != "" {
		put("in reply to", t.replyTo)
	}
	if t.place != nil {
		name := member(t.place, "full_name")
		if name == "" {
			name = member(t.place, "name")
		}
		put("place", name)
	}
	if len(d) == 0 {
		return nil
	}
	return d
}

// edited marks the versions of an edited post: the newest is the post, earlier ones can still be seen on X.
func (r *reader) edited(it *footprint.Item, t *tweet) {
	newest := newestID(t.editIDs)
	if len(t.editIDs) < 2 || newest == "" {
		return
	}
	first := t.initialID
	if first == "" {
		first = t.editIDs[0]
	}
	it.Thread = first
	if t.replyTo != "" {
		it.Thread = t.replyTo
	}
	if newest != t.id {
		it.Details = with(it.Details, "edit", "earlier version, replaced by "+newest)
		return
	}
	it.Edited = it.Created
	if at := snowflakeTime(first); !at.IsZero() && at.Before(it.Edited) {
		it.Created = at.Truncate(time.Second)
	}
}

func newestID(ids []string) string {
	var newest uint64
	for _, id := range ids {
		if n, err := strconv.ParseUint(id, 10, 64); err == nil {
			newest = max(newest, n)
		}
	}
	if newest == 0 {
		return ""
	}
	return strconv.FormatUint(newest, 10)
}

func with(d map[string]string, key, value string) map[string]string {
	if d == nil {
		d = map[string]string{}
	}
	d[key] = value
	return d
}
