package tiktok

import (
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/jsonstream"
)

func profile(r *reader, rec record) []item {
	o := &r.x.Owner
	o.Name = rec.get("displayName")
	if h := user(rec.get("userName")); h != "" {
		o.Handles = []string{h}
	}
	if e := rec.get("emailAddress"); e != "" {
		o.Emails = []string{e}
	}
	if p := rec.get("telephoneNumber"); p != "" {
		o.Phones = []string{p}
	}
	it := item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: o.Handle(), Text: rec.get("bioDescription"), URL: page(o.Handle()), Visibility: footprint.VisibilityPublic, Details: map[string]string{}}
	for _, name := range rec.order {
		if v := rec.get(name); v != "" && name != "bioDescription" && len(v) < 500 {
			it.Details[name] = v
		}
	}
	items := one(it)
	if g := rec.get("inferredGender"); g != "" {
		items = append(items, item{Kind: footprint.KindInterest, Title: "inferred gender", Text: g})
	}
	jsonstream.Elements(rec.fields["platforminfo"], func(raw []byte) {
		if p, err := decode(raw); err == nil {
			items = append(items, item{Kind: footprint.KindConnectedApp, Text: p.get("Platform"), Title: p.get("Name"), Permissions: []string{"log-in"}})
		}
	})
	return items
}

func autofill(_ *reader, rec record) []item {
	var items []item
	for _, name := range rec.order {
		if v := rec.get(name); v != "" {
			items = append(items, item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: "saved for forms: " + name, Text: v, Visibility: footprint.VisibilityPrivate})
		}
	}
	return items
}

// settings flattens the map: nested maps are named after their outer name.
func settings(prefix string) func(*reader, record) []item {
	return func(_ *reader, rec record) []item { return settingItems(prefix, rec) }
}

func settingItems(prefix string, rec record) []item {
	var items []item
	for _, name := range rec.order {
		label := prefix + strings.TrimRight(name, ":")
		if raw := rec.fields[fold(name)]; len(raw) > 0 && raw[0] == '{' {
			if inner, err := decode(raw); err == nil {
				items = append(items, settingItems(label+": ", inner)...)
			}
			continue
		}
		if v := rec.get(name); v != "" {
			items = append(items, item{Kind: footprint.KindPrivacySetting, Setting: label, Value: v, URL: "https://www.tiktok.com/setting"})
		}
	}
	return items
}
