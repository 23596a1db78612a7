package account

import (
	"fmt"
	"path"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/facebook/record"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
	"footprint/internal/ingest/meta/value"
)

// profile reads who the owner is. Members change between object, list and text from release to release.
func profile(r *meta.Reader, e meta.Entry) []footprint.Item {
	if e.HTML {
		return profilePage(r, e)
	}
	p := e.Value
	it := footprint.Item{
		Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Created: p.When("registration_timestamp"), AccountCreated: p.When("registration_timestamp"),
		URL: p.Str("profile_uri"), ContainerKind: footprint.ContainerOwnProfile, Details: map[string]string{},
	}
	if it.URL == "" {
		it.URL = record.PageProfile
	}
	owner := &r.X.Owner
	owner.Name = p.Get("name").Str("full_name")
	if owner.Name == "" {
		owner.Name = strings.TrimSpace(p.Get("name").Str("first_name") + " " + p.Get("name").Str("last_name"))
	}
	if owner.Name == "" {
		owner.Name = p.Get("name").Text()
	}
	it.Title = owner.Name
	r.Own(owner.Name)
	if u := p.Str("username"); u != "" {
		owner.Handles = []string{u}
		r.Own(u)
	}
	for _, member := range []string{"previous_names", "other_names"} {
		for _, n := range p.Get(member).List() {
			r.Own(n.Str("name"), n.Text())
		}
	}
	for _, m := range p.Get("emails", "emails").List() {
		owner.Emails = append(owner.Emails, m.Text())
	}
	for _, m := range p.Get("phone_numbers").List() {
		if n := m.Str("phone_number"); n != "" {
			owner.Phones = append(owner.Phones, n)
		}
	}
	it.Text = profileText(p)
	it.Work = workOf(p)
	profileDetails(p, it.Details)
	r.Later(func() []footprint.Item { return at(r, e, profileLists(r, p)) })
	return []footprint.Item{it}
}

// at gives items that are yielded later the place of their record.
func at(r *meta.Reader, e meta.Entry, items []footprint.Item) []footprint.Item {
	for i := range items {
		items[i].Origin = footprint.Origin{File: r.X.Path(e.File), Pos: e.Pos}
	}
	return items
}

// profileText is what the user wrote about oneself.
func profileText(p value.Value) string {
	var parts []string
	for _, k := range []string{"intro_bio", "about_me", "favorite_quotes"} {
		m := p.Get(k)
		s := m.Text()
		if s == "" {
			s = m.Str("name", "description", "text")
		}
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "\n")
}

// workOf is the present job: title and employer.
func workOf(p value.Value) string {
	for _, w := range p.Get("work_experiences").List() {
		if w.Get("end_timestamp").Int() == 0 {
			return strings.Trim(w.Str("title")+", "+w.Str("employer"), ", ")
		}
	}
	return ""
}

func profileDetails(p value.Value, d map[string]string) {
	list := func(label, member string, keys ...string) {
		var out []string
		for _, v := range p.Get(member).List() {
			var parts []string
			if s := v.Text(); s != "" {
				parts = append(parts, s)
			}
			for _, k := range keys {
				if s := v.Str(k); s != "" {
					parts = append(parts, s)
				}
			}
			if len(parts) > 0 {
				out = append(out, strings.Join(parts, ", "))
			}
		}
		if len(out) > 0 {
			d[label] = strings.Join(out, "; ")
		}
	}
	list("work", "work_experiences", "title", "employer", "location", "description")
	list("education", "education_experiences", "name", "degree")
	list("city", "current_city", "name")
	list("hometown", "hometown", "name")
	list("places lived", "places_lived", "place")
	list("relationship", "relationship", "status", "partner")
	list("earlier relationships", "previous_relationships", "name")
	list("family", "family_members", "relation", "name")
	list("languages", "languages", "name")
	list("religious view", "religious_view", "name", "description")
	list("political view", "political_view", "name", "description")
	list("blood", "blood_info", "blood_donor_status")
	list("interested in", "interested_in", "name")
	list("websites", "websites", "address")
	list("phone numbers", "phone_numbers", "phone_number")
	list("address", "address", "street", "zipcode", "city", "region", "country")
	list("gender", "gender", "gender_option")
	list("previous names", "previous_names", "name")
	list("other names", "other_names", "name")
	list("interests", "interests", "name")
	list("name pronunciation", "name_pronunciation", "name")
	for _, s := range p.Get("screen_names").List() {
		for _, n := range s.Get("names").List() {
			d["account on "+s.Str("service_name")] = n.Str("name")
		}
	}
	if b := p.Get("birthday"); b.Get("year").Int() > 0 {
		d["birthday"] = fmt.Sprintf("%04d-%02d-%02d", b.Get("year").Int(), b.Get("month").Int(), b.Get("day").Int())
	}
	var mails []string
	for _, m := range p.Get("emails", "emails").List() {
		mails = append(mails, m.Text())
	}
	if len(mails) > 0 {
		d["emails"] = strings.Join(mails, "; ")
	}
}

// profileLists reads the groups and pages that the profile names and no other file had.
func profileLists(r *meta.Reader, p value.Value) []footprint.Item {
	var items []footprint.Item
	for _, g := range p.Get("groups").List() {
		if name := g.Str("name"); name != "" && !r.Seen("group", name) {
			items = append(items, footprint.Item{
				Kind: footprint.KindGroup, Author: footprint.AuthorSelf, Created: g.When("timestamp"), Title: name, Container: name, Text: name,
				ContainerKind: footprint.ContainerGroup, Role: "member", URL: record.PageGroups,
			})
		}
	}
	for _, category := range p.Get("pages").List() {
		stamps := category.Get("timestamps").List()
		for i, page := range category.Get("pages").List() {
			name := page.Text()
			if name == "" || r.Seen("page", name) {
				continue
			}
			var at time.Time
			if i < len(stamps) {
				at = stamps[i].Time()
			}
			items = append(items, footprint.Item{
				Kind: footprint.KindPageLike, Author: footprint.AuthorSelf, Created: at, Title: name, Container: name, Text: name,
				Interaction: footprint.InteractionLiked, URL: record.ActivityLog(record.LogPages, time.Time{}), Details: map[string]string{"category": category.Str("name")},
			})
		}
	}
	return items
}

// profilePage reads the table of a profile page; its labels are localised.
func profilePage(r *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	name := f.Text(field.SlotName)
	if name == "" && len(f) == 0 {
		return nil
	}
	if r.X.Owner.Name == "" && name != "" {
		r.X.Owner.Name = name
	}
	r.Own(name, f.Text(field.SlotUsername))
	if u := f.Text(field.SlotUsername); u != "" && len(r.X.Owner.Handles) == 0 {
		r.X.Owner.Handles = []string{u}
	}
	return []footprint.Item{{
		Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: name, Text: f.Text(field.SlotBio), URL: record.PageProfile,
		ContainerKind: footprint.ContainerOwnProfile, Details: f.Details(),
	}}
}

// profileUpdate reads a change of the profile or its pictures.
func profileUpdate(r *meta.Reader, e meta.Entry) []footprint.Item {
	it := record.Activity(r, e, footprint.KindActivity)
	if len(it.Media) > 0 {
		it.Kind = footprint.KindPhoto
		if it.Media[0].Type == footprint.MediaVideo {
			it.Kind = footprint.KindVideo
		}
	}
	return []footprint.Item{it}
}

// dating reads the dating profile, kept private by the platform.
func dating(r *meta.Reader, e meta.Entry) []footprint.Item {
	it := footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: "Dating profile", Text: e.Str("intro"), Work: strings.Trim(e.Str("job_title")+", "+e.Str("company"), ", "),
		Details: map[string]string{}, URL: "https://www.facebook.com/dating/"}
	record.Flatten(e.Value, "", it.Details)
	for _, m := range append(e.Get("photos").List(), e.Get("profile_picture").List()...) {
		if m.Str("uri") != "" {
			it.Media = append(it.Media, r.Media(m, path.Dir(e.File)))
		}
	}
	return []footprint.Item{it}
}
