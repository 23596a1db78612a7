package instagram

import (
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
)

// follow reads a follower, a followed account or a removed one.
func follow(kind footprint.Kind, status string) meta.Adapter {
	return func(r *meta.Reader, e meta.Entry) []footprint.Item {
		var items []footprint.Item
		for _, l := range meta.ListedOf(e) {
			user := l.User()
			if user == "" {
				continue
			}
			it := footprint.Item{Kind: kind, Author: user, Created: l.Time, Status: status, URL: profileLink(r, user)}
			if kind == footprint.KindFollowing {
				it.Target = user
			}
			items = append(items, it)
		}
		return items
	}
}

// request reads a follow request.
func request(direction, status string) meta.Adapter {
	return func(r *meta.Reader, e meta.Entry) []footprint.Item {
		var items []footprint.Item
		for _, l := range meta.ListedOf(e) {
			user := l.User()
			it := footprint.Item{Kind: footprint.KindFriendRequest, Author: user, Created: l.Time, Direction: direction, Status: status, URL: profileLink(r, user)}
			if direction == footprint.DirectionOutgoing {
				it.Author, it.Target = footprint.AuthorSelf, user
			}
			if it.Author == "" {
				it.Author = "unknown"
			}
			items = append(items, it)
		}
		return items
	}
}

// block reads an account that the owner blocked, restricted or hides something from.
func block(status string) meta.Adapter {
	return func(r *meta.Reader, e meta.Entry) []footprint.Item {
		var items []footprint.Item
		for _, l := range meta.ListedOf(e) {
			if user := l.User(); user != "" {
				items = append(items, footprint.Item{Kind: footprint.KindBlock, Author: footprint.AuthorSelf, Target: user, Created: l.Time, Status: status, URL: profileLink(r, user)})
			}
		}
		return items
	}
}

// listSetting reads a list of accounts that a setting names: close friends, hidden words.
func listSetting(name, page string) meta.Adapter {
	return func(_ *meta.Reader, e meta.Entry) []footprint.Item {
		var items []footprint.Item
		for _, l := range meta.ListedOf(e) {
			if v := l.User(); v != "" {
				items = append(items, footprint.Item{Kind: footprint.KindPrivacySetting, Author: footprint.AuthorSelf, Setting: name, Title: name, Value: v, Created: l.Time, URL: page})
			}
		}
		return items
	}
}

// hashtag reads a followed topic.
func hashtag(_ *meta.Reader, e meta.Entry) []footprint.Item {
	var items []footprint.Item
	for _, l := range meta.ListedOf(e) {
		tag := "#" + strings.TrimPrefix(l.User(), "#")
		items = append(items, footprint.Item{
			Kind: footprint.KindPageLike, Author: footprint.AuthorSelf, Created: l.Time, Title: tag, Container: tag, Text: tag, Interaction: "followed",
			URL: "https://www.instagram.com/explore/tags/" + strings.TrimPrefix(tag, "#") + "/",
		})
	}
	return items
}

// contact reads one line of the uploaded address book.
func contact(r *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	first, last, point := f.Text(field.SlotFirstName), f.Text(field.SlotLastName), f.Text(field.SlotContact, field.SlotPhone, field.SlotEmail)
	at := f.Any()
	if len(f) == 0 {
		first, last, point = e.Str("first_name"), e.Str("last_name"), e.Str("contact")
		at = isoTime(e.Str("import_time"))
	}
	// In Spanish and Italian the label for the first name is also the one for a name.
	if first == "" {
		first = f.Text(field.SlotName)
	}
	name := strings.TrimSpace(first + " " + last)
	if name == "" && point == "" {
		return nil
	}
	return []footprint.Item{r.Contact(e, name, point, at, pageContacts)}
}
