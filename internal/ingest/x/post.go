package x

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

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
