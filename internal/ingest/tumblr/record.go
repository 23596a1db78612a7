package tumblr

import (
	"encoding/json"
	"fmt"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/htmltext"
	"footprint/internal/ingest/tumblr/page"
)

// maxRecord bounds one post's JSON file, in bytes.
const maxRecord = 8 << 20

// text is a JSON string, or a number as it is written; null and the like are empty. Old and new posts differ.
type text string

// UnmarshalJSON takes any value: one of an unexpected type must not lose the post.
func (t *text) UnmarshalJSON(b []byte) error {
	var s string
	switch {
	case len(b) > 0 && b[0] == '"':
		if err := json.Unmarshal(b, &s); err != nil {
			return err
		}
	case len(b) > 0 && (b[0] == '-' || b[0] >= '0' && b[0] <= '9'):
		s = string(b)
	}
	*t = text(ingest.CleanText(s))
	return nil
}

func (t text) String() string { return string(t) }

// rawPost is a post as the API gives it, in the legacy form or in blocks.
type rawPost struct {
	ID             text     `json:"id"`
	IDString       text     `json:"id_string"`
	Blog           text     `json:"blog_name"`
	PostURL        text     `json:"post_url"`
	Type           text     `json:"type"`
	OriginalType   text     `json:"original_type"`
	Timestamp      text     `json:"timestamp"`
	Date           text     `json:"date"`
	State          text     `json:"state"`
	Tags           lenient  `json:"tags"`
	Notes          text     `json:"note_count"`
	Liked          text     `json:"liked_timestamp"`
	RebloggedName  text     `json:"reblogged_from_name"`
	RebloggedURL   text     `json:"reblogged_from_url"`
	RootName       text     `json:"reblogged_root_name"`
	RootURL        text     `json:"reblogged_root_url"`
	SourceTitle    text     `json:"source_title"`
	SourceURL      text     `json:"source_url"`
	Title          text     `json:"title"`
	Body           text     `json:"body"`
	Caption        text     `json:"caption"`
	Photos         photos   `json:"photos"`
	URL            text     `json:"url"`
	Description    text     `json:"description"`
	Text           text     `json:"text"`
	Source         text     `json:"source"`
	Dialogue       dialogue `json:"dialogue"`
	AskingName     text     `json:"asking_name"`
	Question       text     `json:"question"`
	Answer         text     `json:"answer"`
	AudioURL       text     `json:"audio_url"`
	VideoURL       text     `json:"video_url"`
	Trail          trail    `json:"trail"`
	Content        blocks   `json:"content"`
	LegacyReblogOf text     `json:"reblogged_from_id"`
}

// list decodes an array and takes anything else for an empty one.
func list[T any](b []byte) []T {
	var out []T
	if len(b) == 0 || b[0] != '[' || json.Unmarshal(b, &out) != nil {
		return nil
	}
	return out
}

type lenient []text

// UnmarshalJSON takes anything but a list for none.
func (l *lenient) UnmarshalJSON(b []byte) error { *l = list[text](b); return nil }

type photo struct {
	Caption  text `json:"caption"`
	Original struct {
		URL text `json:"url"`
	} `json:"original_size"`
	Exif photoData `json:"exif"`
}

// photoData is an object, or an empty list.
type photoData map[string]text

// UnmarshalJSON takes anything but an object for none.
func (d *photoData) UnmarshalJSON(b []byte) error {
	m := map[string]text{}
	if len(b) > 0 && b[0] == '{' && json.Unmarshal(b, &m) == nil {
		*d = m
	}
	return nil
}

type photos []photo

// UnmarshalJSON takes anything but a list for none.
func (l *photos) UnmarshalJSON(b []byte) error {
	*l = list[photo](b)
	return nil
}

// line is one line of a chat post.
type line struct {
	Name   text `json:"name"`
	Label  text `json:"label"`
	Phrase text `json:"phrase"`
}

type dialogue []line

// UnmarshalJSON takes anything but a list for none.
func (l *dialogue) UnmarshalJSON(b []byte) error { *l = list[line](b); return nil }

// step is one blog's part of a reblogged post.
type step struct {
	Blog struct {
		Name text `json:"name"`
	} `json:"blog"`
	ContentRaw text            `json:"content_raw"`
	Content    json.RawMessage `json:"content"`
	Current    bool            `json:"is_current_item"`
}

type trail []step

// UnmarshalJSON takes anything but a list for none.
func (l *trail) UnmarshalJSON(b []byte) error { *l = list[step](b); return nil }

// block is one part of a post in the form that came in 2018.
type block struct {
	Type        text            `json:"type"`
	Text        text            `json:"text"`
	URL         text            `json:"url"`
	Title       text            `json:"title"`
	Description text            `json:"description"`
	Alt         text            `json:"alt_text"`
	Caption     text            `json:"caption"`
	Question    text            `json:"question"`
	Answers     json.RawMessage `json:"answers"`
	Media       json.RawMessage `json:"media"`
	Formatting  []struct {
		Type text `json:"type"`
		Blog struct {
			Name text `json:"name"`
		} `json:"blog"`
	} `json:"formatting"`
}

type blocks []block

// UnmarshalJSON takes anything but a list for none.
func (l *blocks) UnmarshalJSON(b []byte) error { *l = list[block](b); return nil }

// record reads the JSON file of one post.
func (r *reader) record(name string) bool {
	p, err := r.decodePost(name)
	if err != nil {
		return r.yield(footprint.Item{}, err)
	}
	return r.emit(r.recordItem(p), name, 1)
}

func (r *reader) decodePost(name string) (*rawPost, error) {
	b, err := r.x.ReadFile(name, maxRecord)
	if err != nil {
		return nil, err
	}
	p := &rawPost{}
	if err := json.Unmarshal(b, p); err != nil {
		return nil, &ingest.RecordError{File: r.x.Path(name), Pos: 1, Err: fmt.Errorf("%w: %w", footprint.ErrDamaged, err)}
	}
	return p, nil
}

// recordOwner finds the blog of the backup: the name on the first posts that are not likes.
func (r *reader) recordOwner() []string {
	const most = 20
	seen := 0
	for _, name := range r.x.Files() {
		if !strings.HasSuffix(name, ".json") || !r.records[strings.TrimSuffix(name[strings.LastIndexByte(name, '/')+1:], ".json")] {
			continue
		}
		p, err := r.decodePost(name)
		if err == nil && p.Liked == "" && p.Blog != "" {
			return []string{p.Blog.String()}
		}
		if seen++; seen == most {
			break
		}
	}
	return nil
}

func (r *reader) recordItem(p *rawPost) footprint.Item {
	id := p.IDString.String()
	if id == "" {
		id = p.ID.String()
	}
	blog := p.Blog.String()
	it := footprint.Item{Kind: footprint.KindPost, NativeID: id, Author: footprint.AuthorSelf, Created: page.When(p.Timestamp.String()), URL: p.PostURL.String(), Visibility: footprint.VisibilityPublic,
		Container: blog, ContainerKind: footprint.ContainerOwnBlog, Reactions: number(p.Notes.String()), Details: map[string]string{}}
	if it.Created.IsZero() {
		it.Created = page.When(p.Date.String())
	}
	if it.URL == "" {
		it.URL = address(blog, id)
	}
	if p.State != "" && p.State != "published" {
		it.Visibility, it.Status = footprint.VisibilityPrivate, p.State.String()
	}
	if src := strings.TrimSpace(p.SourceTitle.String() + " " + p.SourceURL.String()); src != "" {
		it.Details["source"] = src
	}
	r.words(&it, p)
	r.pictures(&it, p, id)
	var tags []string
	for _, t := range p.Tags {
		tags = append(tags, t.String())
	}
	if it.Kind = r.recordKind(p, &it); it.Kind == footprint.KindLike {
		return it
	}
	addTags(&it, tags)
	return it
}

// recordKind decides what the post is to the user, and turns likes and reblogs into such.
func (r *reader) recordKind(p *rawPost, it *footprint.Item) footprint.Kind {
	switch {
	case p.Liked != "" && !r.own(it.Container):
		*it = liked(*it, it.Container)
		if at := page.When(p.Liked.String()); !at.IsZero() {
			it.Created = at
		}
		return footprint.KindLike
	case p.reblogged():
		it.Interaction, it.Target = footprint.InteractionShared, p.RebloggedName.String()
		if it.Target == "" {
			it.Target = p.RootName.String()
		}
		return footprint.KindPost
	}
	if p.Type == "blocks" || p.Type == "" {
		return blockKind(p)
	}
	return kindOf(p.Type.String())
}

func (p *rawPost) reblogged() bool {
	if p.RebloggedName != "" || p.RebloggedURL != "" || p.RootName != "" || p.RootURL != "" || p.LegacyReblogOf != "" {
		return true
	}
	for _, s := range p.Trail {
		if s.Blog.Name != "" && s.Blog.Name != p.Blog {
			return true
		}
	}
	return false
}

// blockKind is that of the legacy type, or by what the blocks hold.
func blockKind(p *rawPost) footprint.Kind {
	if p.AskingName != "" || p.OriginalType == "answer" || p.OriginalType == "note" {
		return footprint.KindComment
	}
	pictures, videos := 0, 0
	for _, b := range p.Content {
		switch b.Type {
		case "image":
			pictures++
		case "video":
			videos++
		}
	}
	switch {
	case pictures > 0:
		return footprint.KindPhoto
	case videos > 0:
		return footprint.KindVideo
	}
	return footprint.KindPost
}

// words fills in the user's words and, apart from them, those that are passed on or answered.
func (r *reader) words(it *footprint.Item, p *rawPost) {
	it.Title = htmltext.Text(p.Title.String())
	var own, shared []string
	add := func(to *[]string, markup text) {
		if s := htmltext.Text(markup.String()); s != "" {
			*to = append(*to, s)
		}
	}
	quotes := p.Type == "quote"
	if quotes {
		add(&shared, p.Text)
		add(&own, p.Source)
	}
	if p.Question != "" {
		it.ReplyTo = htmltext.Text(p.Question.String())
		it.Target = p.AskingName.String()
		add(&own, p.Answer)
	}
	own = append(own, blockText(p.Content, it)...)
	steps := 0
	for _, s := range p.Trail {
		words := s.words(it)
		if words == "" {
			continue
		}
		if steps++; s.Blog.Name == p.Blog {
			own = append(own, words)
		} else {
			shared = append(shared, words)
		}
	}
	if steps == 0 { // the trail repeats what stands here, with the blogs told apart
		for _, markup := range []text{p.Body, p.Caption, p.Description} {
			mine, theirs := page.Split(markup.String())
			own, shared = appendText(own, mine), appendText(shared, theirs)
		}
	}
	for _, l := range p.Dialogue {
		own = append(own, strings.TrimSpace(l.Label.String()+" "+l.Phrase.String()))
	}
	it.Text, it.SharedText = strings.Join(own, "\n\n"), strings.Join(shared, "\n\n")
}

func appendText(to []string, s string) []string {
	if s == "" {
		return to
	}
	return append(to, s)
}

func (s step) words(it *footprint.Item) string {
	if s.ContentRaw != "" {
		return htmltext.Text(s.ContentRaw.String())
	}
	if len(s.Content) > 0 && s.Content[0] == '[' {
		return strings.Join(blockText(list[block](s.Content), it), "\n\n")
	}
	var markup text
	if json.Unmarshal(s.Content, &markup) != nil {
		return ""
	}
	return htmltext.Text(markup.String())
}

// blockText is the words of blocks; blogs mentioned in them become tags of the item.
func blockText(list blocks, it *footprint.Item) []string {
	var out []string
	for _, b := range list {
		var parts []string
		for _, s := range []text{b.Text, b.Title, b.Description, b.Question, b.Caption, b.Alt} {
			if s != "" {
				parts = append(parts, s.String())
			}
		}
		if b.Type == "link" && b.URL != "" {
			parts = append(parts, b.URL.String())
		}
		for _, f := range b.Formatting {
			if f.Type == "mention" && f.Blog.Name != "" {
				it.Tags = append(it.Tags, f.Blog.Name.String())
			}
		}
		if len(parts) > 0 {
			out = append(out, strings.Join(parts, "\n"))
		}
	}
	return out
}
