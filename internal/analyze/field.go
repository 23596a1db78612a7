package analyze

import (
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
)

func word(s string) value { return value{one: s, known: s != ""} }

func list(s []string) value { return value{many: s, known: len(s) > 0} }

func tri(t footprint.Tri) value {
	switch t {
	case footprint.Yes:
		return value{one: "true", known: true}
	case footprint.No:
		return value{one: "false", known: true}
	}
	return value{}
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

// fields is the table of everything conditions can ask about, by JSON name.
func fields() map[string]func(c *Context) value {
	type get = func(c *Context) value
	str := func(f func(it *footprint.Item) string) get { return func(c *Context) value { return word(f(c.Item)) } }
	yes := func(f func(it *footprint.Item) footprint.Tri) get {
		return func(c *Context) value { return tri(f(c.Item)) }
	}
	num := func(f func(it *footprint.Item) *int) get { return func(c *Context) value { return number(f(c.Item)) } }
	at := func(f func(it *footprint.Item) time.Time) get {
		return func(c *Context) value { return moment(f(c.Item)) }
	}
	many := func(f func(it *footprint.Item) []string) get {
		return func(c *Context) value { return list(f(c.Item)) }
	}
	me := func(f func(p *footprint.Person) string) get { return func(c *Context) value { return word(f(c.Me)) } }
	return map[string]get{
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
		"has_picture": func(c *Context) value { return tri(footprint.TriOf(c.Item.HasPicture())) },
		"value.date":  func(c *Context) value { return day(c.Item.Value) },
		"created.year": func(c *Context) value {
			if c.Item.Created.IsZero() {
				return value{}
			}
			return word(c.Item.Created.Format("2006"))
		},
		"exif.owner": func(c *Context) value {
			return word(exifText(c.Item, func(e *footprint.Exif) string { return e.Owner }))
		},
		"exif.serial": func(c *Context) value {
			return word(exifText(c.Item, func(e *footprint.Exif) string { return e.Serial }))
		},
		"at_workplace": func(c *Context) value { return tri(footprint.TriOf(inArea(c.Item, c.Item.Workplace, c.Me.Workplace))) },
		"at_home":      func(c *Context) value { return tri(footprint.TriOf(inArea(c.Item, c.Item.Home, c.Me.Home))) },
		"has_place":    func(c *Context) value { return tri(footprint.TriOf(hasPlace(c.Item))) },
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
		"rating": func(c *Context) value {
			if c.Item.Rating == nil {
				return value{}
			}
			return value{num: *c.Item.Rating, isNum: true, known: true}
		},
		"duplicates": num(func(it *footprint.Item) *int { return it.Duplicates }), "about_me": yes(func(it *footprint.Item) footprint.Tri { return it.AboutMe }),
		"judged": str(func(it *footprint.Item) string { return it.Judged }), "marked": str(func(it *footprint.Item) string { return it.Marked }),
		"found_on": at(func(it *footprint.Item) time.Time { return it.FoundOn }), "deleted": func(c *Context) value { return tri(footprint.TriOf(c.Item.Deleted)) },
		"deleted_on": at(func(it *footprint.Item) time.Time { return it.DeletedOn }), "rechecked": at(func(it *footprint.Item) time.Time { return it.Rechecked }),
		"shares": num(func(it *footprint.Item) *int { return it.Shares }), "reactions": num(func(it *footprint.Item) *int { return it.Reactions }),
		"consent_register": str(func(it *footprint.Item) string { return it.ConsentRegister }),
		"consent_answer":   str(func(it *footprint.Item) string { return it.ConsentAnswer }), "answer": str(func(it *footprint.Item) string { return it.Answer }),
		"text_words": func(c *Context) value {
			return value{num: float64(len(strings.Fields(c.Item.Text))), isNum: true, known: true}
		},
		"own":     func(c *Context) value { return tri(footprint.TriOf(c.Own())) },
		"me.name": me(func(p *footprint.Person) string { return p.Name }), "me.role": me(func(p *footprint.Person) string { return p.Role }),
		"me.specialty": me(func(p *footprint.Person) string { return p.Specialty }), "me.employer": me(func(p *footprint.Person) string { return p.Employer }),
		"me.place": me(func(p *footprint.Person) string { return p.Place }), "me.jurisdiction": me(func(p *footprint.Person) string { return p.Jurisdiction }),
		"me.bio": me(func(p *footprint.Person) string { return p.Bio }), "me.interests": func(c *Context) value { return list(c.Me.Interests) },
		"me.small_community":         func(c *Context) value { return tri(footprint.TriOf(c.Me.SmallCommunity)) },
		"me.professional":            func(c *Context) value { return tri(footprint.TriOf(c.Me.Professional())) },
		"me.last_advertising_review": func(c *Context) value { return day(c.Me.LastAdvertisingReview) },
		"me.last_public_view_check":  func(c *Context) value { return day(c.Me.LastPublicViewCheck) },
		"me.last_security_check":     func(c *Context) value { return day(c.Me.LastSecurityCheck) },
		"me.policies": func(c *Context) value {
			return policyRead(c.Me)
		},
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
