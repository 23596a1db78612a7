package account

import (
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/facebook/record"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
)

// person reads a friend, follower or followed account. Blank names are deleted accounts.
func person(kind footprint.Kind, status string) meta.Adapter {
	return func(_ *meta.Reader, e meta.Entry) []footprint.Item {
		name, at := record.Named(e)
		it := footprint.Item{Kind: kind, Author: name, Created: at, Status: status, URL: record.PersonSearch(name)}
		if name == "" {
			it.Author, it.Details = "unknown", map[string]string{"account": "deleted"}
		}
		switch {
		case status == "removed":
			it.URL = record.ActivityLog(record.LogRemoved, time.Time{})
		case kind == footprint.KindFollowing:
			it.Target, it.URL = name, record.ActivityLog(record.LogFollows, time.Time{})
		case kind == footprint.KindFollower:
			it.URL = record.ActivityLog(record.LogFollowers, time.Time{})
		case kind == footprint.KindFriend:
			it.Accepted = at
		}
		if c := e.Str("contact_info"); c != "" {
			it.Details = map[string]string{"contact": c}
		}
		return []footprint.Item{it}
	}
}

// request reads a friend request.
func request(direction, status string) meta.Adapter {
	return func(_ *meta.Reader, e meta.Entry) []footprint.Item {
		name, at := record.Named(e)
		it := footprint.Item{Kind: footprint.KindFriendRequest, Author: name, Created: at, Direction: direction, Status: status, URL: record.PageRequests}
		if direction == footprint.DirectionOutgoing {
			it.Author, it.Target = footprint.AuthorSelf, name
		}
		if name == "" {
			it.Details = map[string]string{"account": "deleted"}
			if it.Author == "" {
				it.Author = "unknown"
			}
		}
		if e.Get("marked_as_spam").Bool() {
			it.Details = map[string]string{"marked as spam": "true"}
		}
		return []footprint.Item{it}
	}
}

// leftWords mark the sentence of leaving a group, by language.
var leftWords = []string{"stopped being", "no longer a member", " left ", "nicht mehr", "verlassen", "ne faites plus partie", "plus membre",
	"dejaste", "ya no eres", "non fai più", "geen lid meer", "ikke længere", "deixou de", "não é mais", "нe являетесь"}

// membership reads one event of joining or leaving a group. Of several events of one group the row of the
// table keeps the last.
func membership(r *meta.Reader, e meta.Entry) []footprint.Item {
	name, at := record.Named(e)
	title := e.Str("title")
	if !e.Get("data").Is() || e.HTML {
		name = groupName(title, name)
	}
	it := footprint.Item{
		Kind: footprint.KindGroup, Author: footprint.AuthorSelf, Created: at, Title: name, Container: name,
		ContainerKind: footprint.ContainerGroup, Role: "member", Text: name, URL: record.PageGroups,
	}
	low := strings.ToLower(title)
	for _, w := range leftWords {
		if strings.Contains(low, w) {
			it.Role, it.Status = "former member", "left"
			return []footprint.Item{it}
		}
	}
	r.Seen("group", name)
	return []footprint.Item{it}
}

func groupName(title, name string) string {
	for _, before := range []string{"a member of ", "Mitglied von ", "membre de ", "miembro de ", "membro di ", "lid van "} {
		if _, rest, ok := strings.Cut(title, before); ok {
			return strings.TrimSuffix(strings.TrimSpace(rest), ".")
		}
	}
	return name
}

// administered reads a group that the owner runs.
func administered(_ *meta.Reader, e meta.Entry) []footprint.Item {
	name, at := record.Named(e)
	return []footprint.Item{{
		Kind: footprint.KindGroup, Author: footprint.AuthorSelf, Created: at, Title: name, Container: name, Text: name,
		ContainerKind: footprint.ContainerGroup, Role: "admin", ControlledByMe: footprint.Yes, URL: record.PageGroups,
	}}
}

// badges reads the object whose member names are groups.
func badges(r *meta.Reader, e meta.Entry) []footprint.Item {
	var items []footprint.Item
	for _, name := range e.Keys() {
		if !r.Seen("group", name) {
			items = append(items, footprint.Item{
				Kind: footprint.KindGroup, Author: footprint.AuthorSelf, Title: name, Container: name, Text: name,
				ContainerKind: footprint.ContainerGroup, Role: "member", URL: record.PageGroups, Details: map[string]string{"badge": e.Str(name)},
			})
		}
	}
	return items
}

// answers reads the free text given when asking to join a group.
func answers(_ *meta.Reader, e meta.Entry) []footprint.Item {
	var items []footprint.Item
	for _, a := range e.Get("answers").List() {
		text := a.Str("answer")
		if text == "" {
			continue
		}
		items = append(items, footprint.Item{
			Kind: footprint.KindPost, Author: footprint.AuthorSelf, Created: a.When("timestamp"), Text: text, ReplyTo: a.Str("question"),
			Container: e.Str("group_name"), ContainerKind: footprint.ContainerGroup, URL: record.PageGroups,
			Details: map[string]string{"written as": "answer to a membership question"},
		})
	}
	return items
}

// pageLike reads a page that the owner likes or follows.
func pageLike(interaction string) meta.Adapter {
	return func(r *meta.Reader, e meta.Entry) []footprint.Item {
		name, at := record.Named(e)
		r.Seen("page", name)
		it := footprint.Item{Kind: footprint.KindPageLike, Author: footprint.AuthorSelf, Created: at, Title: name, Container: name, Text: name, URL: e.Str("url"), Interaction: interaction}
		if interaction == "unfollowed" {
			it.Interaction, it.Status = "", "removed"
		}
		if it.URL == "" {
			it.URL = record.ActivityLog(record.LogPages, time.Time{})
		}
		return []footprint.Item{it}
	}
}

// recommended reads the owner's recommendation of a page.
func recommended(_ *meta.Reader, e meta.Entry) []footprint.Item {
	name, at := record.Named(e)
	it := footprint.Item{Kind: footprint.KindReview, Author: footprint.AuthorSelf, Created: at, Title: name, Container: name,
		ContainerKind: footprint.ContainerThirdPartyPage, URL: e.Str("url"), Text: record.Words(record.Pluck(e.Get("data"), "post"))}
	if f := field.Of(e.Value); len(f) > 0 && it.Text == "" {
		it.Text, it.Details = f.Text(field.SlotText), f.Details(field.SlotText, field.SlotName)
	}
	if it.URL == "" {
		it.URL = record.ActivityLog(record.LogReviews, at)
	}
	return []footprint.Item{it}
}

// ownPage reads a page that the owner runs.
func ownPage(_ *meta.Reader, e meta.Entry) []footprint.Item {
	name, at := record.Named(e)
	it := footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Created: at, Title: name, Container: name, URL: e.Str("url"),
		ContainerKind: footprint.ContainerOwnPractice, ControlledByMe: footprint.Yes, AccountPurpose: "professional", Role: "admin"}
	if it.URL == "" {
		it.URL = record.PagePages
	}
	return []footprint.Item{it}
}

// contact reads one entry of an uploaded address book, in the list and in the labelled shapes.
func contact(r *meta.Reader, e meta.Entry) []footprint.Item {
	if lv := e.Get("label_values"); lv.Is() {
		var items []footprint.Item
		for _, l := range lv.List() {
			for _, v := range l.Get("vec").List() {
				f := field.Of(field.Labelled(v.Get("dict")))
				items = append(items, r.Contact(e, f.Text(field.SlotName, field.SlotContacts), contactPoint(f), f.Time(field.SlotUpdated, field.SlotAdded, field.SlotCreated), record.PageContacts))
			}
		}
		if len(items) > 0 {
			return items
		}
		f := field.Of(e.Value)
		at := f.Time(field.SlotUpdated, field.SlotAdded, field.SlotCreated)
		if at.IsZero() {
			at = record.Created(e)
		}
		name, point := f.Text(field.SlotName, field.SlotContacts), contactPoint(f)
		if name == "" && point == "" {
			return nil
		}
		return []footprint.Item{r.Contact(e, name, point, at, record.PageContacts)}
	}
	var points []string
	for _, d := range e.Get("details").List() {
		if p := d.Str("contact_point"); p != "" {
			points = append(points, p)
		}
	}
	name := e.Str("name")
	if name == "" && len(points) == 0 {
		return nil
	}
	return []footprint.Item{r.Contact(e, name, strings.Join(points, ", "), e.When("updated_timestamp", "created_timestamp", "timestamp"), record.PageContacts)}
}

func contactPoint(f field.Fields) string {
	return f.Text(field.SlotContact, field.SlotPhone, field.SlotEmail)
}
