package tumblr

import (
	"errors"
	"path"
	"regexp"
	"strconv"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/tumblr/page"
)

var noteCount = regexp.MustCompile(`([\d,.]+) notes?\b`)

// pageFile reads the page of one post.
func (r *reader) pageFile(name string) bool {
	f, err := r.x.Open(name)
	if err != nil {
		return r.yield(footprint.Item{}, err)
	}
	defer f.Close()
	p, err := page.Read(f)
	if err != nil {
		if !r.fail(name, 1, err) {
			return false
		}
		if !errors.Is(err, footprint.ErrTooLarge) {
			return true
		}
	}
	return r.emit(r.post(p, name, path.Dir(name)), name, 1)
}

// post turns a page into an item; dir is the folder that the addresses of its pictures start from.
func (r *reader) post(p *page.Page, name, dir string) footprint.Item {
	id := pageID(name)
	it := footprint.Item{Kind: footprint.KindPost, NativeID: id, Author: footprint.AuthorSelf, Title: p.Title, Text: p.Text, SharedText: p.Shared,
		Created: p.Created, URL: p.Address, Visibility: footprint.VisibilityPublic, ContainerKind: footprint.ContainerOwnBlog, Details: map[string]string{}}
	blog := r.x.Owner.Handle()
	if it.URL == "" || page.BlogOf(it.URL) == "" {
		if own := address(blog, id); own != "" && !strings.HasPrefix(p.Article, "liked-") {
			it.URL = own
		}
	}
	it.Container = blog
	addTags(&it, p.Tags)
	switch {
	case strings.HasPrefix(p.Article, "liked-"):
		it = liked(it, p.Author)
	case p.Reblogged:
		it.Interaction = footprint.InteractionShared
		it.Target = p.From
	default:
		it.Kind = kindOf(p.Article)
	}
	place(&it, name)
	if p.Source != "" {
		it.Details["source"] = p.Source
	}
	if m := noteCount.FindStringSubmatch(p.Footer); m != nil {
		if n, err := strconv.Atoi(strings.NewReplacer(",", "", ".", "").Replace(m[1])); err == nil {
			it.Reactions = &n
		}
	}
	for _, src := range p.Images {
		it.Media = append(it.Media, r.picture(dir, src))
	}
	r.addOwnMedia(&it, id)
	return it
}

// kindOf maps the type of a post. Answers to what others asked are comments.
func kindOf(postType string) footprint.Kind {
	first, _, _ := strings.Cut(postType, " ")
	switch first {
	case "photo":
		return footprint.KindPhoto
	case "video":
		return footprint.KindVideo
	case "answer":
		return footprint.KindComment
	}
	return footprint.KindPost
}

// liked turns a post into the user's like of it.
func liked(it footprint.Item, author string) footprint.Item {
	it.Kind, it.Interaction, it.Author = footprint.KindLike, footprint.InteractionLiked, author
	if author == "" {
		it.Author = "other"
	}
	it.SharedText = strings.TrimSpace(it.SharedText + "\n" + it.Text)
	it.Text, it.Container, it.ContainerKind = "", author, footprint.ContainerThirdPartyPage
	if it.URL == "" {
		it.URL = "https://www.tumblr.com/likes"
	}
	return it
}

// place tells unpublished posts, and what others sent, by the folder.
func place(it *footprint.Item, name string) {
	for step := range strings.SplitSeq(path.Dir(name), "/") {
		switch step {
		case "drafts", "queue":
			it.Visibility, it.Status = footprint.VisibilityPrivate, strings.TrimSuffix(step, "s")
		case "asks":
			it.Kind, it.Author, it.Direction, it.Visibility = footprint.KindMessage, "other", footprint.DirectionIncoming, footprint.VisibilityPrivate
		case "submissions":
			it.Author, it.Direction, it.Visibility = "other", footprint.DirectionIncoming, footprint.VisibilityPrivate
		}
	}
}

// addTags puts the hashtags behind the words: they are public words of the user, often whole sentences.
func addTags(it *footprint.Item, tags []string) {
	var words []string
	for _, t := range tags {
		if t = strings.Trim(ingest.CleanText(t), "# \n\t"); t != "" {
			words = append(words, "#"+t)
		}
	}
	if len(words) > 0 {
		it.Text = strings.TrimSpace(it.Text + "\n\n" + strings.Join(words, " "))
	}
}
