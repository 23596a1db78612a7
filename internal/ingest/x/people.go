package x

import (
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

// like reads a liked post: the words are somebody else's, and neither author nor date of the like are in
// the archive. The date is that of the post, from its number.
func (r *reader) like(rec record) {
	it := footprint.Item{Kind: footprint.KindLike, Author: "other", Interaction: footprint.InteractionLiked}
	id := ""
	if !jsonstream.Members(rec.raw, func(name, v []byte) {
		switch string(name) {
		case "tweetId":
			id = jsonstream.Text(v)
		case "fullText":
			it.Text = ingest.CleanText(unescape(jsonstream.Text(v)))
		}
	}) {
		r.fail(r.file, rec.pos, footprint.ErrDamaged)
		return
	}
	it.NativeID, it.URL = r.mine(id), postURL("", id)
	if it.Created = snowflakeTime(id); !it.Created.IsZero() {
		it.Details = map[string]string{"date": "of the liked post"}
	}
	r.emit(it)
}

// bookmark is not part of X's own archive; other programs add it.
func (r *reader) bookmark(rec record) {
	var b struct {
		ID   text `json:"tweetId"`
		Text text `json:"fullText"`
	}
	if r.decode(rec, &b) {
		r.emit(footprint.Item{Kind: footprint.KindSaved, Author: "other", NativeID: r.mine(string(b.ID)), Text: unescape(string(b.Text)),
			URL: postURL("", string(b.ID)), Created: snowflakeTime(string(b.ID))})
	}
}

// user is one account in a list of accounts.
type user struct {
	ID      text `json:"accountId"`
	Link    text `json:"userLink"`
	Created text `json:"createdAt"`
	Expires text `json:"expiresAt"`
}

func (r *reader) relation(rec record, kind footprint.Kind, it footprint.Item) {
	var u user
	if !r.decode(rec, &u) {
		return
	}
	it.Kind, it.NativeID = kind, r.mine(strings.TrimSpace(it.Setting+" "+string(u.ID)))
	it.Target, it.URL, it.Created = r.person(string(u.ID), ""), userURL(string(u.ID)), when(u.Created)
	if u.Expires != "" {
		it.Details = facts("until", u.Expires)
	}
	r.emit(it)
}

func (r *reader) follower(rec record) {
	r.relation(rec, footprint.KindFollower, footprint.Item{Direction: footprint.DirectionIncoming})
}

func (r *reader) following(rec record) {
	r.relation(rec, footprint.KindFollowing, footprint.Item{Author: footprint.AuthorSelf, Direction: footprint.DirectionOutgoing})
}

func (r *reader) block(rec record) {
	r.relation(rec, footprint.KindBlock, footprint.Item{Author: footprint.AuthorSelf, Setting: "blocked"})
}

func (r *reader) mute(rec record) {
	r.relation(rec, footprint.KindBlock, footprint.Item{Author: footprint.AuthorSelf, Setting: "muted"})
}

func (r *reader) muteMessages(rec record) {
	r.relation(rec, footprint.KindBlock, footprint.Item{Author: footprint.AuthorSelf, Setting: "messages muted"})
}

func (r *reader) blockForATime(rec record) {
	r.relation(rec, footprint.KindBlock, footprint.Item{Setting: "blocked for a time by X"})
}

// list reads lists: made by the user, made by others with the user in them, or subscribed to.
func list(role string) func(*reader, record) {
	return func(r *reader, rec record) {
		var l struct {
			URL  text   `json:"url"`
			URLs []text `json:"urls"` // older archives hold one element with all
		}
		if !r.decode(rec, &l) {
			return
		}
		if l.URL != "" {
			l.URLs = append(l.URLs, l.URL)
		}
		for _, address := range l.URLs {
			owner, name := "", lastSegment(string(address))
			if parts := strings.Split(string(address), "/"); len(parts) > 4 {
				owner = "@" + parts[3]
			}
			r.emit(footprint.Item{
				Kind: footprint.KindGroup, NativeID: r.mine("list " + role + " " + string(address)), Title: "List " + strings.ReplaceAll(name, "-", " "), Role: role,
				Container: owner, ContainerKind: footprint.ContainerGroup, ControlledByMe: footprint.TriOf(role == "owner"), URL: string(address),
			})
		}
	}
}

// contact counts the uploaded address book. Its entries are third persons' data and are not kept.
func (r *reader) contact(rec record) {
	if r.contacts == 0 {
		r.contactAt, r.contactAt.path = rec, r.file
	}
	r.contacts++
}

func (r *reader) contactsDone() {
	if r.contacts == 0 {
		return
	}
	r.emit(footprint.Item{
		Kind: footprint.KindUploadedContacts, Author: footprint.AuthorSelf, NativeID: r.mine("contacts"), Count: &r.contacts,
		URL:    "https://x.com/settings/contacts_dashboard",
		Origin: footprint.Origin{File: r.x.Path(r.contactAt.path)},
	})
}

func (r *reader) app(rec record) {
	var a struct {
		Organization struct {
			Name text `json:"name"`
			URL  text `json:"url"`
		} `json:"organization"`
		Name        text   `json:"name"`
		Description text   `json:"description"`
		Permissions []text `json:"permissions"`
		Approved    text   `json:"approvedAt"`
		ApprovedMs  text   `json:"approvedAtMsec"`
		ID          text   `json:"id"`
	}
	if !r.decode(rec, &a) {
		return
	}
	it := footprint.Item{
		Kind: footprint.KindConnectedApp, Author: footprint.AuthorSelf, NativeID: r.mine(string(a.ID)), Text: string(a.Name),
		Description: string(a.Description), Created: when(a.Approved), URL: "https://x.com/settings/connected_apps",
		Details: facts("made by", a.Organization.Name, "website", a.Organization.URL),
	}
	if it.Created.IsZero() {
		it.Created = when(a.ApprovedMs)
	}
	for _, p := range a.Permissions {
		it.Permissions = append(it.Permissions, string(p))
	}
	r.emit(it)
}
