package content

import (
	"path"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/facebook/record"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
)

// commented reads a comment. Its author can be an old name of the owner or a page the owner runs: the
// file holds the owner's comments only.
func commented(r *meta.Reader, e meta.Entry) []footprint.Item {
	it := footprint.Item{Kind: footprint.KindComment, Author: footprint.AuthorSelf, Created: record.Created(e), Title: e.Str("title")}
	for _, c := range record.Pluck(e.Get("data"), "comment") {
		text, names := record.Plain(c.Str("comment"))
		it.Text = strings.TrimSpace(it.Text + "\n" + text)
		it.Tags = append(it.Tags, names...)
		if g := c.Str("group"); g != "" {
			it.Container, it.ContainerKind = g, footprint.ContainerGroup
		}
		if t := c.When("timestamp"); it.Created.IsZero() {
			it.Created = t
		}
		if a := c.Str("author"); a != "" && !r.IsOwner(a) {
			it.Details = map[string]string{"written as": a}
		}
	}
	for _, m := range record.Attached(e.Value, "media") {
		if m.Str("uri") != "" && !record.Sticker(m.Str("uri")) {
			it.Media = append(it.Media, r.Media(m, path.Dir(e.File)))
		}
	}
	for _, x := range record.Attached(e.Value, "external_context") {
		if u := strings.TrimSpace(x.Str("name") + " " + x.Str("url")); u != "" {
			it.SharedText = u
		}
	}
	s := record.Read(it.Title, r.IsOwner)
	if it.Target = s.Target; it.Target != "" {
		it.Interaction = footprint.InteractionCommented
	}
	if it.Container == "" && s.Group != "" {
		it.Container, it.ContainerKind = s.Group, footprint.ContainerGroup
	}
	if s.Own && it.ContainerKind == "" {
		it.ContainerKind = footprint.ContainerOwnProfile
	}
	it.URL = record.ActivityLog(record.LogComments, it.Created)
	return []footprint.Item{it}
}

func groupComment(r *meta.Reader, e meta.Entry) []footprint.Item {
	items := commented(r, e)
	for i := range items {
		items[i].ContainerKind = footprint.ContainerGroup
	}
	return items
}

// groupActivity reads the mixed list of posts and comments in groups.
func groupActivity(r *meta.Reader, e meta.Entry) []footprint.Item {
	if len(record.Pluck(e.Get("data"), "comment")) > 0 {
		return groupComment(r, e)
	}
	return groupPost(r, e)
}

// reaction reads a like or another reaction, in the old shape with a sentence and in the labelled one
// with an address.
func reaction(r *meta.Reader, e meta.Entry) []footprint.Item {
	it := footprint.Item{Kind: footprint.KindLike, Author: footprint.AuthorSelf, Created: record.Created(e), Title: e.Str("title"), Interaction: footprint.InteractionLiked}
	if e.Get("label_values").Is() && !e.HTML || e.HTML && len(field.Of(e.Value)) > 0 {
		f := field.Of(e.Value)
		it.Value = strings.ToLower(f.Text(field.SlotReaction))
		it.URL = f.URL()
		it.Target = f.In(field.SlotAuthor, field.SlotName)
		it.Container = f.In(field.SlotGroup, field.SlotName)
		if it.Container != "" {
			it.ContainerKind = footprint.ContainerGroup
		}
		if it.Created.IsZero() {
			it.Created = f.Any()
		}
	}
	for _, x := range record.Pluck(e.Get("data"), "reaction") {
		it.Value = strings.ToLower(x.Str("reaction"))
	}
	s := record.Read(it.Title, r.IsOwner)
	if it.Target == "" {
		it.Target = s.Target
	}
	if it.URL == "" {
		if it.URL = e.Str("url"); it.URL == "" {
			it.URL = record.ActivityLog(record.LogReactions, it.Created)
		}
	}
	return []footprint.Item{it}
}

// externalLike reads a like of a page outside the platform.
func externalLike(_ *meta.Reader, e meta.Entry) []footprint.Item {
	it := footprint.Item{Kind: footprint.KindLike, Author: footprint.AuthorSelf, Created: record.Created(e), Title: e.Str("title"), Interaction: footprint.InteractionLiked}
	for _, x := range record.Attached(e.Value, "external_context") {
		it.SharedText, it.URL = x.Str("name"), x.Str("url")
	}
	if it.URL == "" {
		it.URL = record.ActivityLog(record.LogReactions, it.Created)
	}
	return []footprint.Item{it}
}

// storyReaction reads the owner's reaction to, or answer in, a story.
func storyReaction(_ *meta.Reader, e meta.Entry) []footprint.Item {
	it := footprint.Item{Kind: footprint.KindLike, Author: footprint.AuthorSelf, Created: record.Created(e), Title: e.Str("title"), Interaction: footprint.InteractionLiked}
	it.Value = record.Words(record.Pluck(e.Get("data"), "text"))
	it.URL = record.ActivityLog(record.LogStoryLikes, it.Created)
	return []footprint.Item{it}
}
