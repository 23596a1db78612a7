package reddit

import (
	"net/url"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
)

// when reads the forms of time in the tables.
func when(s string) time.Time {
	for _, layout := range []string{"2006-01-02 15:04:05 MST", time.RFC3339Nano, "2006-01-02 15:04:05.999999 MST", "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02"} {
		if t, err := time.Parse(layout, s); err == nil {
			return ingest.Plausible(t)
		}
	}
	n, err := strconv.ParseInt(s, 10, 64)
	const firstMilli = 1e11
	switch {
	case err != nil:
		return time.Time{}
	case n > firstMilli:
		return ingest.Plausible(time.UnixMilli(n))
	}
	return ingest.Plausible(time.Unix(n, 0))
}

// words parts a body into the user's own words and the lines quoted from others. It also names bodies that
// Reddit has emptied.
func words(body string) (own, quoted, state string) {
	body = unescape(ingest.CleanText(body))
	switch strings.TrimSpace(body) {
	case "[removed]":
		return "", "", "removed"
	case "[deleted]":
		return "", "", "deleted"
	}
	if !strings.HasPrefix(body, ">") && !strings.Contains(body, "\n>") {
		return body, "", ""
	}
	var mine, theirs []string
	for line := range strings.SplitSeq(body, "\n") {
		if q, isQuote := strings.CutPrefix(line, ">"); isQuote && !strings.HasPrefix(q, "!") {
			theirs = append(theirs, strings.TrimSpace(strings.TrimLeft(q, "> ")))
			continue
		}
		mine = append(mine, line)
	}
	return strings.TrimSpace(strings.Join(mine, "\n")), strings.Join(theirs, "\n"), ""
}

// stand says where an item stands: in a subreddit or on the user's own profile.
func stand(it *footprint.Item, subreddit string) {
	subreddit = ingest.CleanText(strings.TrimPrefix(subreddit, "r/"))
	switch {
	case subreddit == "":
	case strings.HasPrefix(subreddit, "u_"):
		it.Container, it.ContainerKind = "u/"+subreddit[2:], footprint.ContainerOwnProfile
	default:
		it.Container, it.ContainerKind = "r/"+subreddit, footprint.ContainerGroup
	}
}

func (r *reader) post(row csvtable.Row) {
	l := parseLink(row.Get("permalink"))
	it := footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, NativeID: bareID(row.Get("id")), Created: when(row.Get("date")),
		Visibility: footprint.VisibilityPublic, URL: l.url, Title: unescape(ingest.CleanText(row.Get("title")))}
	it.Text, it.SharedText, it.Status = words(row.Get("body"))
	r.finish(&it, row, l)
	it.Thread = it.NativeID
	target := parseLink(row.Get("url"))
	if target.url == "" || target.url == l.url {
		r.emit(it)
		return
	}
	u, err := url.Parse(target.url)
	switch {
	case err != nil:
	case u.Host == "i.redd.it", u.Host == "preview.redd.it", u.Host == "i.imgur.com", strings.HasPrefix(u.Path, "/gallery/"):
		it.Media = []footprint.Media{{URL: target.url, Type: footprint.MediaPhoto}}
	case u.Host == "v.redd.it":
		it.Media = []footprint.Media{{URL: target.url, Type: footprint.MediaVideo}}
	default:
		detail(&it, "link", target.url)
	}
	r.emit(it)
}

func (r *reader) comment(row csvtable.Row) {
	l := parseLink(row.Get("permalink"))
	it := footprint.Item{Kind: footprint.KindComment, Author: footprint.AuthorSelf, NativeID: bareID(row.Get("id")), Created: when(row.Get("date")),
		Visibility: footprint.VisibilityPublic, URL: l.url}
	it.Text, it.ReplyTo, it.Status = words(row.Get("body"))
	r.finish(&it, row, l)
	on := parseLink(row.Get("link"))
	if it.Thread = on.post; it.Thread == "" {
		it.Thread = l.post
	}
	if on.title != "" {
		detail(&it, "on the post", on.title)
	}
	if parent := row.Get("parent"); parent != "" {
		detail(&it, "in reply to", ingest.CleanText(parent))
	}
	for _, m := range strings.Fields(row.Get("media")) {
		it.Media = append(it.Media, footprint.Media{URL: ingest.CleanText(m), Type: footprint.MediaPhoto})
	}
	r.emit(it)
}

// finish fills in what the permanent link knows better, and what all texts have.
func (r *reader) finish(it *footprint.Item, row csvtable.Row, l link) {
	if it.NativeID == "" {
		it.NativeID = l.post
		if it.Kind == footprint.KindComment {
			it.NativeID = l.comment
		}
	}
	subreddit := row.Get("subreddit")
	if subreddit == "" {
		subreddit = l.subreddit
	}
	stand(it, subreddit)
	if it.URL == "" && it.NativeID != "" && it.Kind == footprint.KindPost {
		it.URL = "https://www.reddit.com/comments/" + it.NativeID + "/"
	}
	if ip := ingest.CleanText(row.Get("ip")); ip != "" {
		detail(it, "address", ip)
	}
	if awards, err := strconv.Atoi(row.Get("gildings")); err == nil && awards > 0 {
		detail(it, "awards", strconv.Itoa(awards))
	}
	if it.ContainerKind == footprint.ContainerOwnProfile && r.name != "" && !strings.EqualFold(it.Container, "u/"+r.name) {
		it.ContainerKind = footprint.ContainerThirdPartyPage
	}
}

func detail(it *footprint.Item, key, value string) {
	if it.Details == nil {
		it.Details = map[string]string{}
	}
	it.Details[key] = value
}

// draft reads what is not published, or not yet.
func (r *reader) draft(row csvtable.Row) {
	it := footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Status: "draft", Visibility: footprint.VisibilityPrivate,
		Title: ingest.CleanText(row.Get("title")), Created: when(row.Get("created", "submission_time"))}
	if id := row.Get("id", "scheduled_post_id"); id != "" {
		it.NativeID = "draft " + ingest.CleanText(id)
	}
	if row.Has("submission_time") {
		it.Status = "scheduled"
	}
	it.Text, it.SharedText, _ = words(row.Get("body"))
	stand(&it, row.Get("subreddit"))
	r.emit(it)
}

// reference is an item about somebody else's post or comment, of which the link is all there is.
func (r *reader) reference(row csvtable.Row, kind footprint.Kind) footprint.Item {
	l := parseLink(row.Get("permalink", "content_link"))
	it := footprint.Item{Kind: kind, Author: "other", Title: l.title, URL: l.url, Visibility: footprint.VisibilityPrivate}
	id := bareID(row.Get("id"))
	if id == "" {
		if id = l.comment; id == "" {
			id = l.post
		}
	}
	if id != "" {
		it.NativeID = strings.Join([]string{r.name, string(kind), id}, " ")
	}
	stand(&it, l.subreddit)
	if it.ContainerKind == footprint.ContainerOwnProfile {
		it.ContainerKind = footprint.ContainerThirdPartyPage
	}
	return it
}

func (r *reader) vote(row csvtable.Row) {
	switch row.Get("direction") {
	case "up":
		it := r.reference(row, footprint.KindLike)
		it.Interaction = footprint.InteractionLiked
		r.emit(it)
	case "down":
		it := r.reference(row, footprint.KindActivity)
		it.Value = "voted down"
		r.emit(it)
	default:
		r.withdrawn++
	}
}

// votesDone tells of votes that were taken back.
func (r *reader) votesDone() {
	if r.withdrawn > 0 {
		r.x.Notes = append(r.x.Notes, strconv.Itoa(r.withdrawn)+" withdrawn votes are no items")
		r.withdrawn = 0
	}
}

func (r *reader) saved(row csvtable.Row) { r.emit(r.reference(row, footprint.KindSaved)) }

func (r *reader) hidden(row csvtable.Row) {
	it := r.reference(row, footprint.KindActivity)
	it.Value = "hidden"
	it.NativeID += " hidden"
	r.emit(it)
}

func (r *reader) award(row csvtable.Row) {
	it := r.reference(row, footprint.KindLike)
	it.Interaction, it.Created = footprint.InteractionLiked, when(row.Get("date"))
	it.NativeID += " award " + ingest.CleanText(row.Get("award", "award_id"))
	detail(&it, "award given", ingest.CleanText(row.Get("award", "award_id")))
	r.emit(it)
}

func (r *reader) message(row csvtable.Row) {
	it := footprint.Item{Kind: footprint.KindMessage, NativeID: bareID(row.Get("id")), Created: when(row.Get("date")), Title: ingest.CleanText(row.Get("subject")),
		ContainerKind: footprint.ContainerChat, Visibility: footprint.VisibilityPrivate, Thread: bareID(row.Get("thread_id")), URL: parseLink(row.Get("permalink")).url}
	it.Text, it.ReplyTo, it.Status = words(row.Get("body"))
	r.between(&it, row.Get("from"), row.Get("to"))
	if it.Container == "" {
		it.Container = "Reddit messages"
	}
	r.emit(it)
}

// between sets who wrote to whom.
func (r *reader) between(it *footprint.Item, from, to string) {
	from, to = ingest.CleanText(strings.TrimPrefix(from, "u/")), ingest.CleanText(strings.TrimPrefix(to, "u/"))
	switch {
	case from != "" && strings.EqualFold(from, r.name):
		it.Author, it.Direction, it.Target, it.Container = footprint.AuthorSelf, footprint.DirectionOutgoing, to, to
	case from == "":
		it.Author = "unknown"
	case r.name == "":
		it.Author, it.Container = from, from
	default:
		it.Author, it.Direction, it.Container = from, footprint.DirectionIncoming, from
	}
}

func (r *reader) chat(row csvtable.Row) {
	it := footprint.Item{Kind: footprint.KindMessage, NativeID: ingest.CleanText(row.Get("message_id")), Created: when(row.Get("created_at")),
		Edited: when(row.Get("updated_at")), ContainerKind: footprint.ContainerChat, Visibility: footprint.VisibilityPrivate,
		Thread: ingest.CleanText(row.Get("channel_url", "channel"))}
	it.Text, it.ReplyTo, it.Status = words(row.Get("message"))
	if it.Edited.Equal(it.Created) {
		it.Edited = time.Time{}
	}
	r.between(&it, row.Get("username"), "")
	if name := ingest.CleanText(row.Get("channel_name")); name != "" {
		it.Container = name
	}
	if sub := ingest.CleanText(row.Get("subreddit")); sub != "" {
		it.Container, it.ContainerKind, it.Visibility = "r/"+sub, footprint.ContainerGroup, footprint.VisibilityClosedGroup
	}
	it.URL = "https://chat.reddit.com/"
	r.emit(it)
}
