package instagram

import (
	"path"
	"regexp"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
)

// mentioned matches user names in a caption.
var mentioned = regexp.MustCompile(`(?:^|[^\w.@])@([\w][\w.]{0,28}\w)`)

func tagsIn(text string) []string {
	if !strings.Contains(text, "@") {
		return nil
	}
	var names []string
	for _, m := range mentioned.FindAllStringSubmatch(text, 200) {
		names = append(names, m[1])
	}
	return names
}

// post reads posts, reels, stories, profile pictures and deleted content. A post with several media is
// one item; the caption stands with the post or with its only medium.
func post(kind footprint.Kind, page string) meta.Adapter {
	return func(r *meta.Reader, e meta.Entry) []footprint.Item {
		p := meta.PostOf(e)
		if len(p.All) == 0 && p.Text == "" {
			return nil
		}
		it := footprint.Item{
			Kind: kind, Author: footprint.AuthorSelf, Created: p.Time, Text: p.Text, Tags: tagsIn(p.Text),
			ContainerKind: footprint.ContainerOwnProfile, Visibility: r.Visibility, URL: page, Details: map[string]string{},
		}
		if page == "" {
			it.URL = profileLink(r, "")
		}
		for _, m := range p.All {
			one := r.Media(m, path.Dir(e.File))
			if it.Exif == nil {
				it.Exif = one.Exif
			}
			if m.Str("uri") == "" {
				continue
			}
			one.Caption = ""
			if c := m.Str("title"); c != p.Text {
				one.Caption = c
			}
			it.Media = append(it.Media, one)
			if app := m.Get("cross_post_source").Str("source_app"); app != "" && app != "FB" {
				it.Details["posted from"] = app
			}
		}
		if len(p.All) > 0 && len(it.Media) == 0 {
			it.HasImage = footprint.Yes // the export names no file, but every post has a picture
		}
		if kind == footprint.KindPhoto && len(it.Media) > 0 && it.Media[0].Type == footprint.MediaVideo {
			it.Kind = footprint.KindVideo
		}
		return []footprint.Item{it}
	}
}

// removed reads archived and recently deleted posts.
func removed(r *meta.Reader, e meta.Entry) []footprint.Item {
	items := post(footprint.KindPost, pageDeleted)(r, e)
	for i := range items {
		items[i].Deleted, items[i].Visibility = true, footprint.VisibilityPrivate
	}
	return items
}

// repost reads the sharing of somebody else's post.
func repost(_ *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	it := footprint.Item{
		Kind: footprint.KindPost, Author: footprint.AuthorSelf, Created: f.Time(field.SlotTime), SharedText: f.Text(field.SlotText),
		Interaction: footprint.InteractionShared, Target: meta.OwnerIn(f), URL: f.URL(), ContainerKind: footprint.ContainerOwnProfile,
	}
	if it.Created.IsZero() {
		it.Created = f.Any()
	}
	if it.URL == "" {
		it.URL = pageReposts
	}
	return []footprint.Item{it}
}

// comment reads a comment of the owner, given as a map of labels or, before 2022, as a list entry.
func comment(r *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	it := footprint.Item{Kind: footprint.KindComment, Author: footprint.AuthorSelf, Interaction: footprint.InteractionCommented, URL: pageComments}
	if len(f) > 0 {
		it.Text, it.Target = f.Text(field.SlotText), f.Text(field.SlotOwner)
		it.Created = f.Time(field.SlotTime)
		if it.Text == "" {
			it.Text = f.First(field.SlotOwner, field.SlotTime, field.SlotAuthor)
		}
		if it.Created.IsZero() {
			it.Created = f.Any()
		}
		if u := f.URL(); u != "" {
			it.URL = u
		}
	} else {
		for _, l := range meta.ListedOf(e) {
			it.Text, it.Target, it.Created = l.Value, l.Title, l.Time
		}
	}
	for _, m := range e.Get("media_list_data").List() {
		if u := m.Str("uri"); u != "" {
			it.Media = append(it.Media, footprint.Media{Type: footprint.MediaPhoto, Path: r.Resolve(u, path.Dir(e.File))})
		}
	}
	if it.Text == "" && it.Created.IsZero() && len(it.Media) == 0 && it.Target == "" {
		return nil
	}
	if r.IsOwner(it.Target) {
		it.ContainerKind, it.Interaction = footprint.ContainerOwnProfile, ""
	}
	it.Tags = tagsIn(it.Text)
	return []footprint.Item{it}
}

// like reads a like of a post, comment or story. Its address is a real link to the post.
func like(what, page string) meta.Adapter {
	return func(_ *meta.Reader, e meta.Entry) []footprint.Item {
		f := field.Of(e.Value)
		var items []footprint.Item
		for _, l := range meta.ListedOf(e) {
			it := footprint.Item{
				Kind: footprint.KindLike, Author: footprint.AuthorSelf, Created: l.Time, Target: l.Title, URL: l.Href, Title: what,
				Interaction: footprint.InteractionLiked, Value: l.Value, SharedText: f.Text(field.SlotText),
			}
			if it.URL == "" || !strings.HasPrefix(it.URL, "http") {
				it.URL = page
			}
			if it.SharedText != "" {
				it.Value = ""
			}
			items = append(items, it)
		}
		return items
	}
}

// answer reads what the owner answered in somebody's story: free text is a comment, a choice an activity.
func answer(kind footprint.Kind, what string) meta.Adapter {
	return func(_ *meta.Reader, e meta.Entry) []footprint.Item {
		var items []footprint.Item
		for _, l := range meta.ListedOf(e) {
			it := footprint.Item{Kind: kind, Author: footprint.AuthorSelf, Created: l.Time, Target: l.Title, Title: what, URL: pageReplies}
			if kind == footprint.KindComment {
				it.Text, it.Interaction = l.Value, footprint.InteractionCommented
			} else {
				it.Value = l.Value
			}
			items = append(items, it)
		}
		return items
	}
}

// saved reads saved posts; collections hold their members as further records.
func saved(r *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	it := footprint.Item{Kind: footprint.KindSaved, Author: footprint.AuthorSelf, Target: e.Str("title"), URL: f.URL(), Created: f.Time(field.SlotSaved, field.SlotAdded, field.SlotTime)}
	if owner := meta.OwnerIn(f); owner != "" {
		it.Target = owner
	}
	if it.Created.IsZero() {
		if it.Created = f.Any(); it.Created.IsZero() {
			it.Created = e.When("timestamp")
		}
	}
	it.SharedText = f.Text(field.SlotText, field.SlotSong)
	if !f.Time(field.SlotCreated).IsZero() || !f.Time(field.SlotUpdated).IsZero() {
		it.Title, it.Status, it.Target = f.Text(field.SlotName), "collection", ""
		if it.Created.IsZero() {
			it.Created = f.Time(field.SlotCreated)
		}
	} else if it.Title = f.Text(field.SlotName); it.Title == "" {
		it.Title = f.Text(field.SlotSong)
	}
	if e.HTML && len(f) == 0 {
		for _, l := range meta.ListedOf(e) {
			it.URL, it.Created, it.Target = l.Href, l.Time, l.Title
		}
	}
	if it.URL == "" {
		it.URL = profileLink(r, "") + "saved/"
	}
	return []footprint.Item{it}
}
