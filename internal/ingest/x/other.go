package x

import (
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

// activity returns a reader for records of which every member is shown and none is judged.
func activity(title string) func(*reader, record) {
	return func(r *reader, rec record) {
		d := flatten(rec.raw)
		delete(d, "accountId")
		delete(d, "userId")
		if len(d) == 0 {
			return // an empty object: X has the file for everybody
		}
		it := footprint.Item{Kind: footprint.KindActivity, Title: title, Details: d}
		for _, key := range []string{"createdAt", "timeStamp", "timestamp", "createdAtMsec", "startedAt", "updatedAt"} {
			if at := when(text(d[key])); it.Created.IsZero() && !at.IsZero() {
				it.Created = at
				delete(d, key)
			}
		}
		for _, key := range []string{"text", "summary", "description", "title", "name"} {
			if it.Text == "" {
				it.Text = d[key]
			}
		}
		r.emit(it)
	}
}

// facts makes details of names and values, leaving empty ones out.
func facts(pairs ...text) map[string]string {
	d := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			d[string(pairs[i])] = string(pairs[i+1])
		}
	}
	if len(d) == 0 {
		return nil
	}
	return d
}

// flatten lists the scalar members of an object, one level of objects and lists deep; members that are
// secrets are left out.
func flatten(raw []byte) map[string]string {
	const most, longest = 40, 2000
	d := map[string]string{}
	put := func(key string, value []byte) {
		s := ingest.CleanText(jsonstream.Text(value))
		if s == "" || isSecret(key) || len(d) >= most || len(s) > longest {
			return
		}
		if d[key] != "" {
			s = d[key] + ", " + s
		}
		d[key] = s
	}
	jsonstream.Members(raw, func(name, value []byte) {
		key := strings.ToValidUTF8(string(name), "\uFFFD")
		switch value[0] {
		case '{':
			jsonstream.Members(value, func(inner, v []byte) { put(key+" "+strings.ToValidUTF8(string(inner), "\uFFFD"), v) })
		case '[':
			jsonstream.Elements(value, func(v []byte) { put(key, v) })
		default:
			put(key, value)
		}
	})
	return d
}

func isSecret(key string) bool {
	key = strings.ToLower(key)
	for _, word := range []string{"token", "secret", "password", "identitykey", "privatekey"} {
		if strings.Contains(key, word) {
			return true
		}
	}
	return false
}

// deletedHeader reads a deleted post of which only the dates are left.
func (r *reader) deletedHeader(rec record) {
	var h struct {
		ID      text `json:"tweet_id"`
		Created text `json:"created_at"`
		Deleted text `json:"deleted_at"`
	}
	if !r.decode(rec, &h) || r.deleted[string(h.ID)] {
		return
	}
	r.emit(footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, NativeID: string(h.ID), Created: when(h.Created),
		Deleted: true, DeletedOn: when(h.Deleted), ContainerKind: footprint.ContainerOwnProfile})
}

// articleFacts is what the metadata file says of an article; the two files share no id, only their order.
type articleFacts struct {
	created, edited time.Time
	state, post     string
	origin          footprint.Origin
}

func (r *reader) articleFacts(rec record) {
	var m struct {
		Created   text `json:"createdAtMs"`
		Modified  text `json:"modifiedAtMs"`
		Published text `json:"firstPublishedAtMs"`
		Post      text `json:"tweetId"`
		State     struct {
			Lifecycle struct {
				Name text `json:"name"`
			} `json:"lifecycle"`
		} `json:"lifecycleState"`
	}
	if !r.decode(rec, &m) {
		return
	}
	f := articleFacts{when(m.Created), when(m.Modified), string(m.State.Lifecycle.Name), string(m.Post),
		footprint.Origin{File: r.x.Path(r.file), Pos: rec.pos}}
	if at := when(m.Published); !at.IsZero() {
		f.created = at
	}
	r.articles = append(r.articles, f)
}

// article reads a long article; its dates are those of the metadata in the same place.
func (r *reader) article(rec record) {
	var a struct {
		ID      text `json:"id"`
		Title   text `json:"title"`
		Content struct {
			Blocks []struct {
				Text text `json:"text"`
			} `json:"blocks"`
		} `json:"content"`
	}
	if !r.decode(rec, &a) {
		return
	}
	var body []string
	for _, b := range a.Content.Blocks {
		if b.Text != "" {
			body = append(body, string(b.Text))
		}
	}
	it := footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, NativeID: "article " + string(a.ID), Title: string(a.Title),
		Text: strings.Join(body, "\n\n"), ContainerKind: footprint.ContainerOwnProfile}
	if r.handle != "" {
		it.URL = "https://x.com/" + r.handle + "/articles"
	}
	if len(r.articles) > 0 {
		r.articles[0].apply(&it)
		r.articles = r.articles[1:]
	}
	r.emit(it)
}

func (f articleFacts) apply(it *footprint.Item) {
	it.Created, it.Edited, it.Status = f.created, f.edited, strings.ToLower(f.state)
	if strings.EqualFold(f.state, "draft") {
		it.Visibility = footprint.VisibilityPrivate
	}
	if f.post != "" {
		it.URL = postURL("", f.post)
	}
}

// unmatchedArticleFacts yields articles of which the archive holds no words.
func (r *reader) unmatchedArticleFacts() {
	for _, f := range r.articles {
		it := footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Title: "Article", Origin: f.origin,
			NativeID:      r.mine("article of " + strconv.FormatInt(f.created.UnixMilli(), 10)),
			ContainerKind: footprint.ContainerOwnProfile}
		f.apply(&it)
		r.emit(it)
	}
	r.articles = nil
}

func (r *reader) broadcast(rec record) {
	d := flatten(rec.raw)
	it := footprint.Item{Kind: footprint.KindVideo, Author: footprint.AuthorSelf, NativeID: "broadcast " + d["id"], Title: "Periscope broadcast",
		Created: when(text(d["createdAt"])), Details: d}
	lat, err1 := strconv.ParseFloat(d["latitude"], 64)
	lon, err2 := strconv.ParseFloat(d["longitude"], 64)
	if e := (&footprint.Exif{Lat: &lat, Lon: &lon}); err1 == nil && err2 == nil && e.HasPlace() {
		it.Exif = e
	}
	r.emit(it)
}

func (r *reader) broadcastComment(rec record) {
	d := flatten(rec.raw)
	r.emit(footprint.Item{Kind: footprint.KindComment, Author: footprint.AuthorSelf, Container: "Periscope broadcast " + d["broadcastId"],
		Created: when(text(d["createdAt"])), Text: d["text"]})
}

// communityNote reads a note the user wrote to somebody's post; it stands under an alias.
func (r *reader) communityNote(rec record) {
	d := flatten(rec.raw)
	it := footprint.Item{Kind: footprint.KindComment, Author: footprint.AuthorSelf, Text: d["summary"], Container: "Community Notes",
		ContainerKind: footprint.ContainerThirdPartyPage, Created: when(text(d["createdAt"])), Visibility: footprint.VisibilityPublic,
		Details: facts("classification", text(d["classification"]))}
	if d["noteId"] != "" {
		it.NativeID = "community note " + d["noteId"]
	}
	it.URL = postURL("", d["tweetId"])
	r.emit(it)
}

// replyPrompt reads a reply that X asked the user to think over. It may never have been sent.
func (r *reader) replyPrompt(rec record) {
	d := flatten(rec.raw)
	status := map[string]string{"1": "sent", "2": "edited", "4": "left", "5": "not shown", "10": "deleted", "11": "went back"}[d["promptActionType"]]
	it := footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "X asked to think over this reply", Text: unescape(d["proposedTweetText"]),
		Created: when(text(d["createdAt"])), Status: status, Visibility: footprint.VisibilityPrivate, URL: postURL("", d["inReplyToTweetId"])}
	if d["promptId"] != "" {
		it.NativeID = "prompt " + d["promptId"]
	}
	r.emit(it)
}
