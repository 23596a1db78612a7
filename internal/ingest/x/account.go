package x

import (
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
)

func (r *reader) account(rec record) {
	var a struct {
		Email     text `json:"email"`
		Via       text `json:"createdVia"`
		Username  text `json:"username"`
		ID        text `json:"accountId"`
		CreatedAt text `json:"createdAt"`
		Name      text `json:"accountDisplayName"`
		Phone     text `json:"phoneNumber"`
	}
	if !r.decode(rec, &a) {
		return
	}
	r.own(string(a.ID), string(a.Username), string(a.Name))
	r.knownEmail(a.Email)
	r.knownPhone(a.Phone)
	r.emit(footprint.Item{
		Kind: footprint.KindActivity, Author: footprint.AuthorSelf, NativeID: r.mine("account"), Title: "account created",
		Created: when(a.CreatedAt), Details: facts("created with", a.Via),
	})
	r.reachable("email address on the account", a.Email)
	r.reachable("phone number on the account", a.Phone)
}

// reachable notes that people can perhaps find the account by an address; whether X allows it is not in the
// archive, and the address itself is not repeated.
func (r *reader) reachable(setting string, address text) {
	if address != "" {
		r.emit(footprint.Item{Kind: footprint.KindPrivacySetting, Author: footprint.AuthorSelf, NativeID: r.mine(setting), Setting: setting,
			Value: "present", URL: "https://x.com/settings/contacts"})
	}
}

func (r *reader) knownEmail(address text) {
	if a := string(address); strings.Contains(a, "@") && !slices.Contains(r.x.Owner.Emails, a) {
		r.x.Owner.Emails = append(r.x.Owner.Emails, a)
	}
}

func (r *reader) knownPhone(number text) {
	if n := string(number); n != "" && !slices.Contains(r.x.Owner.Phones, n) {
		r.x.Owner.Phones = append(r.x.Owner.Phones, n)
	}
}

// change is how the archive tells of something that was one thing and became another.
type change struct {
	At   text `json:"changedAt"`
	From text `json:"changedFrom"`
	To   text `json:"changedTo"`
}

func (r *reader) handleChange(rec record) {
	var c struct {
		Change change `json:"screenNameChange"`
	}
	if !r.decode(rec, &c) {
		return
	}
	r.own("", string(c.Change.To), "")
	r.own("", string(c.Change.From), "")
	r.changed("the handle", c.Change)
}

func (r *reader) changed(what string, c change) {
	r.emit(footprint.Item{
		Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "changed " + what, Created: when(c.At),
		Details: facts("from", c.From, "to", c.To),
	})
}

func (r *reader) emailChange(rec record) {
	var c struct {
		Change change `json:"emailChange"`
	}
	if !r.decode(rec, &c) {
		return
	}
	r.knownEmail(c.Change.To)
	r.knownEmail(c.Change.From)
	r.changed("the email address", c.Change)
}

func (r *reader) phone(rec record) {
	var p struct {
		Number text `json:"phoneNumber"`
	}
	if r.decode(rec, &p) {
		r.knownPhone(p.Number)
		r.reachable("phone number on the account", p.Number)
	}
}

func (r *reader) profile(rec record) {
	var p struct {
		Description struct {
			Bio      text `json:"bio"`
			Website  text `json:"website"`
			Location text `json:"location"`
		} `json:"description"`
		Avatar text `json:"avatarMediaUrl"`
		Header text `json:"headerMediaUrl"`
	}
	if !r.decode(rec, &p) {
		return
	}
	it := footprint.Item{
		Kind: footprint.KindProfile, Author: footprint.AuthorSelf, NativeID: r.mine("profile"), Text: unescape(string(p.Description.Bio)),
		Title: r.x.Owner.Name, ContainerKind: footprint.ContainerOwnProfile, Visibility: footprint.VisibilityPublic,
		URL: "https://x.com/" + r.handle, Details: facts("website", p.Description.Website, "location", p.Description.Location),
	}
	for i, address := range []string{string(p.Avatar), string(p.Header)} {
		if address == "" {
			continue
		}
		name := lastSegment(address)
		if i == 1 && !strings.Contains(name, ".") {
			name += ".jpg"
		}
		it.Media = append(it.Media, footprint.Media{
			Type: footprint.MediaPhoto, URL: address, Caption: [...]string{"profile picture", "header picture"}[i],
			Path: r.profilePicture(address, name),
		})
	}
	r.emit(it)
}

// profilePicture finds a picture of the profile; republished archives name it relative to the archive.
func (r *reader) profilePicture(address, name string) string {
	if local := strings.TrimPrefix(address, "./"); r.x.Has(local) {
		return r.x.Path(local)
	}
	if file := r.dir + "profile_media/" + r.accountID + "-" + name; r.x.Has(file) {
		return r.x.Path(file)
	}
	return ""
}

func (r *reader) professional(rec record) {
	var p struct {
		Type       text `json:"professionalType"`
		CreatedAt  text `json:"createdAt"`
		Categories []struct {
			Name  text `json:"categoryName"`
			Shown bool `json:"setToDisplay"`
		} `json:"categories"`
	}
	if !r.decode(rec, &p) {
		return
	}
	var shown []string
	for _, c := range p.Categories {
		if c.Shown {
			shown = append(shown, string(c.Name))
		}
	}
	d := flatten(rec.raw)
	delete(d, "accountId")
	delete(d, "professionalId")
	r.emit(footprint.Item{
		Kind: footprint.KindProfile, Author: footprint.AuthorSelf, NativeID: r.mine("professional"), AccountPurpose: "professional",
		Title: strings.TrimSpace("Professional account " + string(p.Type)), Text: strings.Join(shown, ", "), Created: when(p.CreatedAt),
		ContainerKind: footprint.ContainerOwnProfile, Visibility: footprint.VisibilityPublic, URL: "https://x.com/" + r.handle, Details: d,
	})
}

func (r *reader) age(rec record) {
	type info struct {
		Age   []text `json:"age"`
		Birth text   `json:"birthDate"`
	}
	var a struct {
		Stated   *info `json:"ageInfo"`
		Inferred *info `json:"inferredAgeInfo"`
	}
	if !r.decode(rec, &a) {
		return
	}
	for i, one := range []*info{a.Stated, a.Inferred} {
		if one == nil || len(one.Age) == 0 {
			continue
		}
		r.emit(footprint.Item{
			Kind: footprint.KindInterest, Setting: [...]string{"age, stated", "age, inferred"}[i], Value: string(one.Age[0]),
			Details: facts("date of birth", one.Birth),
		})
	}
}

// protection is what protected-history.js says about protected posts: its newest change.
type protection struct {
	at time.Time
	on bool
}

func (r *reader) protection(rec record) {
	var p struct {
		At     text `json:"protectedAt"`
		Action text `json:"action"`
	}
	if !r.decode(rec, &p) {
		return
	}
	at := when(p.At)
	r.emit(footprint.Item{
		Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "changed protection of posts", Value: string(p.Action), Created: at,
	})
	if r.guard == nil || !at.Before(r.guard.at) {
		r.guard = &protection{at: at, on: strings.EqualFold(string(p.Action), "protect")}
	}
}

// protectionDone derives the one setting that the archive tells. An archive without a change says nothing:
// only those of the last six months are listed.
func (r *reader) protectionDone() {
	if r.guard == nil {
		return
	}
	value := "off"
	if r.guard.on {
		value = "on"
	}
	r.emit(footprint.Item{
		Kind: footprint.KindPrivacySetting, Author: footprint.AuthorSelf, NativeID: r.mine("protected posts"), Setting: "protected posts", Value: value,
		Created: r.guard.at, URL: "https://x.com/settings/audience_and_tagging",
	})
}
