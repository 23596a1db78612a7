package flickr

import (
	"maps"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

// table tells where the records of a file stand and how they are read. key is the name under which a record
// stood in an object.
type table struct {
	paths []string
	read  func(r *reader, path, key string, o object) footprint.Item
}

// tables binds file names, without part number, to their readers; see flickr.md section 4.
func tables() map[string]table {
	comments := func(of, field string) table {
		return table{[]string{"comments/[]", of + "_comments/[]", "[]"}, func(r *reader, _, _ string, o object) footprint.Item { return r.comment(of, field, o) }}
	}
	return map[string]table{
		"account_testimonials": {[]string{"testimonials_given/[]", "testimonials_received/[]"}, (*reader).testimonial},
		"albums":               {[]string{"albums/[]"}, (*reader).album},
		"galleries":            {[]string{"galleries/[]"}, (*reader).gallery},
		"groups":               {[]string{"groups/[]"}, (*reader).group},
		"group_discussions":    {[]string{"group_discussions/[]"}, (*reader).discussion},
		"contacts":             {[]string{"contacts/*", "contacts/[]"}, (*reader).contact},
		"followers":            {[]string{"followers/*", "followers/[]"}, (*reader).follower},
		"faves":                {[]string{"faves/[]", "favorites/[]"}, (*reader).fave},
		"photos_comments":      comments("photos", "photo_id"),
		"sets_comments":        comments("sets", "set_id"),
		"galleries_comments":   comments("galleries", "gallery_id"),
		"apps_comments":        comments("apps", "app_id"),
		"received_flickrmail":  {[]string{"flickrmail/[]"}, mail(footprint.DirectionIncoming)},
		"sent_flickrmail":      {[]string{"flickrmail/[]"}, mail(footprint.DirectionOutgoing)},
	}
}

// list reads one file of records, whatever its size.
func (r *reader) list(name string, t table) bool {
	f, err := r.x.Open(name)
	if err != nil {
		return r.yield(footprint.Item{}, err)
	}
	defer f.Close()
	n := int64(0)
	for v, err := range jsonstream.Walk(&printable{r: f}, t.paths...) {
		switch {
		case r.ctx.Err() != nil:
			r.yield(footprint.Item{}, r.ctx.Err())
			return false
		case err != nil:
			if !r.fail(name, 0, err) {
				return false
			}
			continue
		}
		n++
		o, ok := decode(v.Raw)
		if !ok {
			o = object{"": slices.Clone(v.Raw)}
		}
		if !r.emit(t.read(r, v.Path, strings.TrimSpace(ingest.CleanText(v.Key)), o), name, n) {
			return false
		}
	}
	return true
}

func (r *reader) testimonial(path, _ string, o object) footprint.Item {
	user := o.get("user", "name")
	it := footprint.Item{Kind: footprint.KindReview, Title: "testimonial", Text: o.words("comment", "message", "text"), URL: o.get("url"), Created: when(o.get("date", "date_create")), Visibility: footprint.VisibilityPublic}
	if strings.HasPrefix(path, "testimonials_given") {
		it.Author, it.Target, it.Direction, it.ContainerKind = footprint.AuthorSelf, user, footprint.DirectionOutgoing, footprint.ContainerThirdPartyPage
		return it
	}
	it.Author, it.Target, it.Direction, it.ContainerKind, it.AboutMe = user, r.x.Owner.Handle(), footprint.DirectionIncoming, footprint.ContainerOwnProfile, footprint.Yes
	if user == "" {
		it.Author = "other"
	}
	return it
}

func (r *reader) album(_, _ string, o object) footprint.Item {
	return footprint.Item{Kind: footprint.KindPost, NativeID: o.get("id"), Author: footprint.AuthorSelf, Title: o.words("title"), Text: o.words("description"), URL: o.get("url"), Created: when(o.get("created")),
		Edited: when(o.get("last_updated")), Count: o.number("photo_count"), ContainerKind: footprint.ContainerOwnProfile, Details: ingest.Details("views", o.get("view_count"), "kind", "album")}
}

func (r *reader) gallery(_, _ string, o object) footprint.Item {
	count := 0
	o.each("photos", func(object) { count++ })
	it := footprint.Item{Kind: footprint.KindSaved, NativeID: o.get("id"), Title: o.words("title"), Text: o.words("description"), URL: o.get("url"), Created: when(o.get("created", "date_create")), Count: &count,
		Visibility: footprint.VisibilityPublic, Details: ingest.Details("kind", "gallery of photos of others")}
	if it.URL == "" {
		it.URL = "https://www.flickr.com/photos/me/galleries"
	}
	return it
}

func (r *reader) group(_, _ string, o object) footprint.Item {
	it := footprint.Item{Kind: footprint.KindGroup, NativeID: o.get("id", "nsid"), Title: o.words("name", "title"), URL: o.get("url"), Description: o.words("description"), Members: o.number("members", "member_count"), Role: o.get("role", "member_type", "membership"),
		Details: ingest.Details("privacy", o.get("privacy"))}
	if it.URL == "" {
		it.URL = "https://www.flickr.com/me/groups"
	}
	return it
}

func (r *reader) discussion(_, _ string, o object) footprint.Item {
	it := footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Title: o.words("subject"), Text: o.words("message"), URL: o.get("url"), Created: when(o.get("date_create", "created")), Container: o.words("group", "group_name"),
		ContainerKind: footprint.ContainerGroup}
	if strings.Contains(strings.ToLower(o.get("type")), "reply") || strings.Contains(strings.ToLower(o.get("type")), "comment") {
		it.Kind = footprint.KindComment
	}
	return it
}

func (r *reader) contact(_, key string, o object) footprint.Item {
	return person(footprint.KindFollowing, footprint.DirectionOutgoing, key, o)
}

func (r *reader) follower(_, key string, o object) footprint.Item {
	return person(footprint.KindFollower, footprint.DirectionIncoming, key, o)
}

// person is one entry of {"name": "address"}, or a record in later lists.
func person(kind footprint.Kind, direction, key string, o object) footprint.Item {
	link := o.get("url", "profile_url", "")
	if key == "" {
		key = o.get("name", "username", "screen_name")
	}
	if key == "" {
		key = lastStep(link)
	}
	return footprint.Item{Kind: kind, Author: key, Target: key, Direction: direction, URL: link}
}

func (r *reader) fave(_, _ string, o object) footprint.Item {
	it := footprint.Item{Kind: footprint.KindLike, Author: "other", Interaction: footprint.InteractionLiked, NativeID: o.get("photo_id"), URL: o.get("photo_url", "url"), Created: when(o.get("date_faved", "date", "created"))}
	if it.URL == "" {
		it.URL = "https://www.flickr.com/photos/me/favorites"
	}
	return it
}

func (r *reader) comment(of, field string, o object) footprint.Item {
	return footprint.Item{Kind: footprint.KindComment, NativeID: o.get("comment_id", "id"), Author: footprint.AuthorSelf, Text: o.words("message", "comment"), URL: o.get("comment_url", "url"), Created: when(o.get("date_create", "created", "date")),
		Container: strings.TrimSuffix(of, "s") + " " + o.get(field), Thread: strings.TrimSuffix(of, "s") + " " + o.get(field), Visibility: footprint.VisibilityPublic, Direction: footprint.DirectionOutgoing}
}

func mail(direction string) func(*reader, string, string, object) footprint.Item {
	return func(r *reader, _, _ string, o object) footprint.Item {
		it := footprint.Item{Kind: footprint.KindMessage, NativeID: o.get("id"), Title: o.words("subject"), Text: o.words("message"), Created: when(o.get("date_sent")), Direction: direction, Visibility: footprint.VisibilityPrivate,
			ContainerKind: footprint.ContainerChat, Target: o.get("to_user_name", "to_user_id"), URL: "https://www.flickr.com/mail/"}
		it.Author = o.get("from_user_name", "from_user_id")
		it.Container = it.Author
		if direction == footprint.DirectionOutgoing {
			it.Author, it.Container, it.URL = footprint.AuthorSelf, it.Target, "https://www.flickr.com/mail/sent"
		}
		if it.Author == "" {
			it.Author = "unknown"
		}
		if deleted := when(o.get("date_deleted")); !deleted.IsZero() {
			it.Deleted, it.DeletedOn = true, deleted
		}
		return it
	}
}

// profile reads the account's own page: a profile, and a setting for each of its switches.
func (r *reader) profile(name string) bool {
	o, err := r.object(name)
	if err != nil && !r.yield(footprint.Item{}, err) {
		return false
	}
	if len(o) == 0 {
		return true
	}
	it := footprint.Item{Kind: footprint.KindProfile, NativeID: o.get("nsid"), Author: footprint.AuthorSelf, Title: o.get("real_name", "screen_name"), Text: o.words("description"), URL: o.get("profile_url"), AccountCreated: when(o.get("joined_date", "join_date")),
		Work: o.get("occupation"), Visibility: footprint.VisibilityPublic, FullName: footprint.TriOf(o.get("real_name") != ""),
		Details: ingest.Details("screen name", o.get("screen_name"), "e-mail", o.get("email"), "city", o.get("city"), "hometown", o.get("hometown"), "country", o.get("country"), "website", o.get("website", "website_url"), "pro", o.get("is_pro"))}
	n := int64(1)
	if !r.emit(it, name, n) {
		return false
	}
	for _, group := range []string{"privacy", "settings"} {
		values := o.inner(group)
		for _, key := range slices.Sorted(maps.Keys(values)) {
			value := values.get(key)
			if value == "" {
				continue
			}
			n++
			if !r.emit(footprint.Item{Kind: footprint.KindPrivacySetting, Setting: strings.ReplaceAll(ingest.CleanText(key), "_", " "), Value: value, URL: "https://www.flickr.com/account/privacy", Visibility: footprint.VisibilityPrivate}, name, n) {
				return false
			}
		}
	}
	return true
}
