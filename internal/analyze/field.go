package analyze

import (
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
)

func word(s string) value { return value{one: s, known: s != ""} }

func list(s []string) value { return value{many: s, known: len(s) > 0} }

// tri is the word for yes and no, empty when unknown.
func tri(t footprint.Tri) string {
	switch t {
	case footprint.Yes:
		return "true"
	case footprint.No:
		return "false"
	}
	return ""
}

func number(n *int) value {
	if n == nil {
		return value{}
	}
	return value{num: float64(*n), isNum: true, known: true}
}

func moment(t time.Time) value { return value{time: t, known: !t.IsZero()} }

func day(s string) value {
	t, err := footprint.ParseTime(s)
	return value{time: t, one: s, known: err == nil}
}

// field is how one thing that conditions ask about is read.
type field struct {
	// word reads what is a single word, empty when unknown; nil for what is more than that.
	word func(c *Context) string
	// value reads the others.
	value func(c *Context) value
}

// get reads either.
func (f field) get(c *Context) value {
	if f.word != nil {
		return word(f.word(c))
	}
	return f.value(c)
}

// fields is the table of everything conditions can ask about, by JSON name.
func fields() map[string]field {
	str := func(f func(it *footprint.Item) string) field {
		return field{word: func(c *Context) string { return f(c.Item) }}
	}
	yes := func(f func(it *footprint.Item) footprint.Tri) field {
		return field{word: func(c *Context) string { return tri(f(c.Item)) }}
	}
	is := func(f func(c *Context) bool) field {
		return field{word: func(c *Context) string { return tri(footprint.TriOf(f(c))) }}
	}
	other := func(f func(c *Context) value) field { return field{value: f} }
	num := func(f func(it *footprint.Item) *int) field {
		return other(func(c *Context) value { return number(f(c.Item)) })
	}
	at := func(f func(it *footprint.Item) time.Time) field {
		return other(func(c *Context) value { return moment(f(c.Item)) })
	}
	many := func(f func(it *footprint.Item) []string) field {
		return other(func(c *Context) value { return list(f(c.Item)) })
	}
	me := func(f func(p *footprint.Person) string) field {
		return field{word: func(c *Context) string { return f(c.Me) }}
	}
	return map[string]field{
		"kind": str(func(it *footprint.Item) string { return string(it.Kind) }), "platform": str(func(it *footprint.Item) string { return it.Platform }),
		"account": str(func(it *footprint.Item) string { return it.Account }), "alias": yes(func(it *footprint.Item) footprint.Tri { return it.Alias }),
		"account_purpose": str(func(it *footprint.Item) string { return it.AccountPurpose }), "author": str(func(it *footprint.Item) string { return it.Author }),
		"relation": str(func(it *footprint.Item) string { return it.Relation }), "created": at(func(it *footprint.Item) time.Time { return it.Created }),
		"visibility": str(func(it *footprint.Item) string { return string(it.Visibility) }), "container": str(func(it *footprint.Item) string { return it.Container }),
		"container_kind":   str(func(it *footprint.Item) string { return it.ContainerKind }),
		"controlled_by_me": yes(func(it *footprint.Item) footprint.Tri { return it.ControlledByMe }),
		"url":              str(func(it *footprint.Item) string { return it.URL }), "text": str(func(it *footprint.Item) string { return it.Text }),
		"title": str(func(it *footprint.Item) string { return it.Title }), "snippet": str(func(it *footprint.Item) string { return it.Snippet }),
		"description": str(func(it *footprint.Item) string { return it.Description }), "reply_to": str(func(it *footprint.Item) string { return it.ReplyTo }),
		"shared_text": str(func(it *footprint.Item) string { return it.SharedText }), "thread": str(func(it *footprint.Item) string { return it.Thread }),
		"ocr": str(func(it *footprint.Item) string { return it.OCR }), "has_image": yes(shown),
		"has_picture": is(func(c *Context) bool { return c.Item.HasPicture() }),
		"value.date":  other(func(c *Context) value { return day(c.Item.Value) }),
		"created.year": str(func(it *footprint.Item) string {
			if it.Created.IsZero() {
				return ""
			}
			return it.Created.Format("2006")
		}),
		"faces": num(func(it *footprint.Item) *int { return it.Faces }),
		"exif.owner": str(func(it *footprint.Item) string {
			return exifText(it, func(e *footprint.Exif) string { return e.Owner })
		}),
		"exif.serial": str(func(it *footprint.Item) string {
			return exifText(it, func(e *footprint.Exif) string { return e.Serial })
		}),
		"at_workplace": is(func(c *Context) bool { return inArea(c.Item, c.Item.Workplace, c.Me.Workplaces) }),
		"at_home":      is(func(c *Context) bool { return inArea(c.Item, c.Item.Home, c.Me.Homes) }),
		"on_shift":     is(func(c *Context) bool { return onShift(c.Item, c.Me) }),
		"has_place":    is(func(c *Context) bool { return hasPlace(c.Item) }),
		"labels":       many(func(it *footprint.Item) []string { return it.Labels }), "tags": many(func(it *footprint.Item) []string { return it.Tags }),
		"direction": str(func(it *footprint.Item) string { return it.Direction }), "status": str(func(it *footprint.Item) string { return it.Status }),
		"target": str(func(it *footprint.Item) string { return it.Target }), "mutual_friends": num(func(it *footprint.Item) *int { return it.MutualFriends }),
		"profile_picture": str(func(it *footprint.Item) string { return it.ProfilePicture }), "accepted": at(func(it *footprint.Item) time.Time { return it.Accepted }),
		"account_created": at(func(it *footprint.Item) time.Time { return it.AccountCreated }),
		"history_before":  num(func(it *footprint.Item) *int { return it.HistoryBefore }), "followers": num(func(it *footprint.Item) *int { return it.Followers }),
		"work": str(func(it *footprint.Item) string { return it.Work }), "members": num(func(it *footprint.Item) *int { return it.Members }),
		"role": str(func(it *footprint.Item) string { return it.Role }), "roles": many(func(it *footprint.Item) []string { return it.Roles }),
		"post_approval": yes(func(it *footprint.Item) footprint.Tri { return it.PostApproval }),
		"interaction":   str(func(it *footprint.Item) string { return it.Interaction }), "setting": str(func(it *footprint.Item) string { return it.Setting }),
		"value": str(func(it *footprint.Item) string { return it.Value }), "folders": many(func(it *footprint.Item) []string { return it.Folders }),
		"permissions": many(func(it *footprint.Item) []string { return it.Permissions }), "last_used": at(func(it *footprint.Item) time.Time { return it.LastUsed }),
		"last_sync": at(func(it *footprint.Item) time.Time { return it.LastSync }), "count": num(func(it *footprint.Item) *int { return it.Count }),
		"automatic": yes(func(it *footprint.Item) footprint.Tri { return it.Automatic }), "full_name": yes(func(it *footprint.Item) footprint.Tri { return it.FullName }),
		"profile_photo": str(func(it *footprint.Item) string { return it.ProfilePhoto }), "friends_list": str(func(it *footprint.Item) string { return it.FriendsList }),
		"rating": other(func(c *Context) value {
			if c.Item.Rating == nil {
				return value{}
			}
			return value{num: *c.Item.Rating, isNum: true, known: true}
		}),
		"duplicates": num(func(it *footprint.Item) *int { return it.Duplicates }), "about_me": yes(func(it *footprint.Item) footprint.Tri { return it.AboutMe }),
		"judged": str(func(it *footprint.Item) string { return it.Judged }), "marked": str(func(it *footprint.Item) string { return it.Marked }),
		"found_on": at(func(it *footprint.Item) time.Time { return it.FoundOn }), "deleted": is(func(c *Context) bool { return c.Item.Deleted }),
		"deleted_on": at(func(it *footprint.Item) time.Time { return it.DeletedOn }), "rechecked": at(func(it *footprint.Item) time.Time { return it.Rechecked }),
		"shares": num(func(it *footprint.Item) *int { return it.Shares }), "reactions": num(func(it *footprint.Item) *int { return it.Reactions }),
		"consent_register": str(func(it *footprint.Item) string { return it.ConsentRegister }),
		"consent_answer":   str(func(it *footprint.Item) string { return it.ConsentAnswer }), "answer": str(func(it *footprint.Item) string { return it.Answer }),
		"text_words": other(func(c *Context) value {
			return value{num: float64(len(strings.Fields(c.Item.Text))), isNum: true, known: true}
		}),
		"own":     is(func(c *Context) bool { return c.Own() }),
		"me.name": me(func(p *footprint.Person) string { return p.Name }), "me.role": me(func(p *footprint.Person) string { return p.Role }),
		"me.specialty": me(func(p *footprint.Person) string { return p.Specialty }), "me.employer": me(func(p *footprint.Person) string { return p.Employer }),
		"me.place": me(func(p *footprint.Person) string { return p.Place }), "me.jurisdiction": me(func(p *footprint.Person) string { return p.Jurisdiction }),
		"me.bio": me(func(p *footprint.Person) string { return p.Bio }), "me.interests": other(func(c *Context) value { return list(c.Me.Interests) }),
		"me.small_community":         is(func(c *Context) bool { return c.Me.SmallCommunity }),
		"me.professional":            is(func(c *Context) bool { return c.Me.Professional() }),
		"me.last_advertising_review": other(func(c *Context) value { return day(c.Me.LastAdvertisingReview) }),
		"me.last_public_view_check":  other(func(c *Context) value { return day(c.Me.LastPublicViewCheck) }),
		"me.last_security_check":     other(func(c *Context) value { return day(c.Me.LastSecurityCheck) }),
		"me.policies":                other(func(c *Context) value { return policyRead(c.Me) }),
	}
}

func hasPlace(it *footprint.Item) bool {
	if it.Exif.HasPlace() {
		return true
	}
	for _, m := range it.Media {
		if m.Exif.HasPlace() {
			return true
		}
	}
	return false
}

// policyRead is the day on which the employer's policy was read; without an employer, the oldest reading.
func policyRead(me *footprint.Person) value {
	var oldest value
	for employer, s := range me.Policies {
		d := day(s)
		if d.known && strings.EqualFold(employer, me.Employer) {
			return d
		}
		if d.known && (!oldest.known || d.time.Before(oldest.time)) {
			oldest = d
		}
	}
	if me.Employer != "" {
		return value{}
	}
	return oldest
}

// shown reports whether the item holds a picture, by its own note or by its files.
func shown(it *footprint.Item) footprint.Tri {
	if slices.ContainsFunc(it.Media, func(m footprint.Media) bool { return m.Type == footprint.MediaPhoto || m.Type == footprint.MediaVideo }) {
		return footprint.Yes
	}
	return it.HasImage
}
