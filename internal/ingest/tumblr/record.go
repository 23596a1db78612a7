package tumblr

import (
	"encoding/json"
	"fmt"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/htmltext"
	"footprint/internal/ingest/tumblr/page"
)

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
		return nil, r.x.Failed(name, 1, fmt.Errorf("%w: %w", footprint.ErrDamaged, err))
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
