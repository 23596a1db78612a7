package x

import (
	"strings"
	"time"
	"unicode/utf8"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// longPost is a post of more than 280 characters, kept apart by X from the cut post it belongs to.
type longPost struct {
	ID      text `json:"noteTweetId"`
	Created text `json:"createdAt"`
	Updated text `json:"updatedAt"`
	Core    struct {
		Text     text        `json:"text"`
		URLs     []noteLink  `json:"urls"`
		Mentions []noteNamed `json:"mentions"`
	} `json:"core"`
	// Another shape seen elsewhere.
	TweetID text `json:"tweetId"`
	Results struct {
		Text text `json:"text"`
	} `json:"noteTweetResults"`
	Plain text `json:"text"`
}

type noteLink struct {
	Short text `json:"shortUrl"`
	Long  text `json:"expandedUrl"`
}

type noteNamed struct {
	ScreenName text `json:"screenName"`
}

// noteText is one long post waiting for its cut twin.
type noteText struct {
	id, body string
	mentions []string
	created  time.Time
	origin   footprint.Origin
	joined   bool
}

// noteIndex finds long posts by the second in which they were written.
type noteIndex struct {
	bySecond map[int64][]*noteText
	inOrder  []*noteText
	bytes    int
}

const maxNoteBytes = 64 << 20 // of long posts held in memory; real accounts stay below 10 MB

func (n *longPost) body() string {
	body := string(n.Core.Text)
	for _, alternative := range []text{n.Results.Text, n.Plain} {
		if body == "" {
			body = string(alternative)
		}
	}
	for _, u := range n.Core.URLs {
		if u.Short != "" && u.Long != "" {
			body = strings.ReplaceAll(body, string(u.Short), string(u.Long))
		}
	}
	return strings.TrimSpace(body)
}

// note reads a long post into the index.
func (r *reader) note(rec record) {
	n, ok := r.longPost(rec)
	if !ok {
		return
	}
	x := &r.notes
	if x.bytes += len(n.body); x.bytes > maxNoteBytes {
		r.emitNote(n, false)
		return
	}
	if x.bySecond == nil {
		x.bySecond = map[int64][]*noteText{}
	}
	x.bySecond[n.created.Unix()] = append(x.bySecond[n.created.Unix()], n)
	x.inOrder = append(x.inOrder, n)
}

func (r *reader) longPost(rec record) (*noteText, bool) {
	var raw longPost
	if !r.decode(rec, &raw) {
		return nil, false
	}
	n := &noteText{
		id: string(raw.ID), body: raw.body(), created: when(raw.Created),
		origin: footprint.Origin{File: r.x.Path(r.file), Pos: rec.pos},
	}
	for _, m := range raw.Core.Mentions {
		n.mentions = append(n.mentions, "@"+string(m.ScreenName))
	}
	return n, n.body != "" || n.id != ""
}

// join returns the whole text of a cut post: that of the long post of the same second which begins alike.
func (x *noteIndex) join(created time.Time, cut string) (string, bool) {
	candidates := x.bySecond[created.Unix()]
	if len(candidates) == 0 || created.IsZero() {
		return "", false
	}
	cut = withoutTail(cut)
	var best *noteText
	longest := -1
	for _, n := range candidates {
		if p := commonPrefix(n.body, cut); !n.joined && p > longest {
			best, longest = n, p
		}
	}
	const enough = 20 // bytes that must agree where links are written out in one text only
	if best == nil || longest < len(cut) && longest < enough {
		return "", false
	}
	best.joined = true
	return best.body, true
}

// withoutTail takes the ellipsis and the link to the whole post off.
func withoutTail(s string) string {
	s = strings.TrimSpace(s)
	if i := strings.LastIndex(s, "https://t.co/"); i >= 0 && !strings.ContainsAny(s[i:], " \n") {
		s = strings.TrimSpace(s[:i])
	}
	if i := strings.LastIndex(s, "…"); i >= 0 && len(s)-i < 120 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) {
		n--
	}
	return n
}

// unmatchedNotes yields the long posts whose cut twin is not in the archive.
func (r *reader) unmatchedNotes() {
	for _, n := range r.notes.inOrder {
		if !n.joined {
			r.emitNote(n, false)
		}
	}
	r.notes = noteIndex{}
}

func (r *reader) emitNote(n *noteText, deleted bool) {
	it := footprint.Item{
		Kind: footprint.KindPost, Author: footprint.AuthorSelf, Created: n.created, Text: ingest.CleanText(n.body),
		Tags: n.mentions, ContainerKind: footprint.ContainerOwnProfile, Origin: n.origin, Deleted: deleted,
	}
	if n.id != "" {
		it.NativeID = "note " + n.id
	}
	if r.handle != "" {
		it.URL = "https://x.com/" + r.handle
	}
	r.emit(it)
}

func (r *reader) deletedNote(rec record) {
	if n, ok := r.longPost(rec); ok {
		r.emitNote(n, true)
	}
}
