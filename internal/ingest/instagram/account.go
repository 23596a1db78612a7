package instagram

import (
	"footprint/internal/footprint"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
)

// profile reads who the owner is; the account's audience comes from here as well.
func profile(r *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	if len(f) == 0 {
		return nil
	}
	user, name := f.Text(field.SlotUsername), f.Text(field.SlotName)
	owner := &r.X.Owner
	if user != "" && len(owner.Handles) == 0 {
		owner.Handles = []string{user}
	}
	if owner.Name == "" {
		owner.Name = name
	}
	if m := f.Text(field.SlotEmail); m != "" {
		owner.Emails = append(owner.Emails, m)
	}
	if p := f.Text(field.SlotPhone); p != "" {
		owner.Phones = append(owner.Phones, p)
	}
	r.Own(user, name)
	it := footprint.Item{
		Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: name, Text: f.Text(field.SlotBio), URL: profileLink(r, user),
		ContainerKind: footprint.ContainerOwnProfile, Details: f.Details(field.SlotBio),
	}
	if it.Title == "" {
		it.Title = user
	}
	it.Media = r.MediaMap(e)
	items := []footprint.Item{it}
	if private, ok := field.Yes(f.Text(field.SlotPrivate)); ok {
		items = append(items, audience(r, private))
		items[0].Visibility = r.Visibility
	}
	return items
}

// interest reads a topic, category, place or phone number that the platform or an advertiser holds.
func interest(source string) meta.Adapter {
	return func(_ *meta.Reader, e meta.Entry) []footprint.Item {
		one := func(title string) footprint.Item {
			return footprint.Item{Kind: footprint.KindInterest, Author: footprint.AuthorSelf, Title: title, URL: pageAds, Details: map[string]string{"source": source}}
		}
		var items []footprint.Item
		if name := e.Str("advertiser_name"); name != "" {
			it := one(name)
			for _, k := range []string{"has_data_file_custom_audience", "has_remarketing_custom_audience", "has_in_person_store_visit"} {
				if s := e.Str(k); s != "" {
					it.Details[k] = s
				}
			}
			return []footprint.Item{it}
		}
		if label := e.Str("label"); label != "" && !e.Get("label_values").Is() {
			it := one(label)
			it.Details["value"] = e.Str("value")
			return []footprint.Item{it}
		}
		f := field.Of(e.Value)
		for i := range f {
			const sentence = 100 // bytes: longer values beside others explain the list
			if f[i].Value == "" || len(f[i].Value) > sentence && len(f) > 1 {
				continue
			}
			items = append(items, one(f[i].Value))
		}
		if len(items) == 0 {
			for _, l := range meta.ListedOf(e) {
				if v := l.User(); v != "" {
					it := one(v)
					it.Created = l.Time
					items = append(items, it)
				}
			}
		}
		return items
	}
}

// login reads a log-in, log-out, device or the details of signing up. Cookies are not kept.
func login(kind footprint.Kind) meta.Adapter {
	return func(_ *meta.Reader, e meta.Entry) []footprint.Item {
		f := field.Of(e.Value)
		it := footprint.Item{Kind: kind, Author: footprint.AuthorSelf, Created: f.Time(field.SlotTime, field.SlotLastActive), Details: f.Details(field.SlotTime, field.SlotCookie), URL: pageLogins}
		if it.Created.IsZero() {
			it.Created = f.Any()
		}
		if it.Title = f.Text(field.SlotAgent, field.SlotIP); it.Title == "" {
			it.Title = f.First(field.SlotCookie)
		}
		if kind == footprint.KindDevice {
			it.LastUsed = it.Created
		}
		if it.Created.IsZero() {
			it.Created = isoTime(e.Str("title"))
		}
		if len(f) == 0 && it.Created.IsZero() {
			return nil
		}
		return []footprint.Item{it}
	}
}

// place reads the last known location or the account's home town.
func place(_ *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	it := footprint.Item{Kind: footprint.KindPlace, Author: footprint.AuthorSelf, Created: f.Any(), Title: f.Text(field.SlotCity), URL: pageEdit, Details: f.Details(field.SlotTime)}
	lat, lon := number(f, field.SlotLatitude, "latitude"), number(f, field.SlotLongitude, "longitude")
	if lat != nil && lon != nil && *lat >= -90 && *lat <= 90 && *lon >= -180 && *lon <= 180 && (*lat != 0 || *lon != 0) {
		it.Exif = &footprint.Exif{Lat: lat, Lon: lon}
	}
	if it.Title == "" && it.Exif == nil && len(it.Details) == 0 {
		return nil
	}
	return []footprint.Item{it}
}

// search reads a search term or an account looked for.
func search(_ *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	term, at := f.Text(field.SlotSearch), f.Time(field.SlotTime)
	if term == "" {
		term = f.First(field.SlotTime)
	}
	var items []footprint.Item
	if len(f) == 0 || e.HTML && term == "" {
		for _, l := range meta.ListedOf(e) {
			if u := l.User(); u != "" {
				items = append(items, footprint.Item{Kind: footprint.KindSearch, Author: footprint.AuthorSelf, Text: u, Created: l.Time, URL: pageSearches})
			}
		}
		return items
	}
	if at.IsZero() {
		at = f.Any()
	}
	if term == "" && at.IsZero() {
		return nil
	}
	return []footprint.Item{{Kind: footprint.KindSearch, Author: footprint.AuthorSelf, Text: term, Created: at, URL: pageSearches}}
}

// app reads a connected app.
func app(status string) meta.Adapter {
	return func(_ *meta.Reader, e meta.Entry) []footprint.Item {
		f := field.Of(e.Value)
		name := e.Str("title")
		if name == "" {
			name = f.Text(field.SlotName)
		}
		if name == "" && len(f) == 0 {
			return nil
		}
		return []footprint.Item{{
			Kind: footprint.KindConnectedApp, Author: footprint.AuthorSelf, Title: name, Container: name, Status: status, LastUsed: f.Time(field.SlotLastActive),
			NativeID: status + "/" + name, URL: pageApps, Details: f.Details(),
		}}
	}
}

// offsite reads what a business reported about the owner.
func offsite(_ *meta.Reader, e meta.Entry) []footprint.Item {
	events := e.Get("events").List()
	n := len(events)
	it := footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: e.Str("name", "title"), URL: pageAds, Details: map[string]string{"source": "activity off the platform"}}
	for _, x := range events {
		if t := x.When("timestamp"); t.After(it.Created) {
			it.Created = t
		}
	}
	if n > 0 {
		it.Count = &n
	}
	return []footprint.Item{it}
}

// other keeps a record that no rule speaks of as an activity, for display.
func other(what string) meta.Adapter {
	return func(_ *meta.Reader, e meta.Entry) []footprint.Item {
		f := field.Of(e.Value)
		it := footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: what, Created: f.Any(), URL: f.URL(), Details: f.Details(field.SlotTime, field.SlotURL), Target: meta.OwnerIn(f)}
		if it.Created.IsZero() {
			it.Created = e.When("timestamp")
		}
		if len(f) == 0 {
			for _, l := range meta.ListedOf(e) {
				it.Created, it.URL, it.Target = l.Time, l.Href, l.User()
			}
		}
		if it.Details == nil && it.Target == "" && it.Created.IsZero() && it.URL == "" {
			return nil
		}
		if it.URL == "" {
			it.URL = pageHistory
		}
		return []footprint.Item{it}
	}
}

// event reads an event that the owner asked to be reminded of.
func event(_ *meta.Reader, e meta.Entry) []footprint.Item {
	var items []footprint.Item
	for _, l := range meta.ListedOf(e) {
		items = append(items, footprint.Item{Kind: footprint.KindEvent, Author: footprint.AuthorSelf, Created: l.Time, Title: l.User(), URL: pageHistory})
	}
	return items
}
