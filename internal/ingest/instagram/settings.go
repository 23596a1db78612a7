package instagram

import (
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
)

// audience makes the setting of the private account, and keeps what it means for the posts.
func audience(r *meta.Reader, private bool) footprint.Item {
	it := footprint.Item{Kind: footprint.KindPrivacySetting, Author: footprint.AuthorSelf, Setting: "private_account", Title: "Private account", Value: "off", URL: pagePrivacy}
	r.Visibility = footprint.VisibilityPublic
	if private {
		it.Value, r.Visibility = "on", footprint.VisibilityFriends
	}
	return it
}

// setting reads labelled settings: one item for each.
func setting(group string) meta.Adapter {
	return func(_ *meta.Reader, e meta.Entry) []footprint.Item {
		f := field.Of(e.Value)
		if group == "notifications" {
			return notification(f)
		}
		var items []footprint.Item
		for i := range f {
			v := f[i].Value
			if v == "" && !f[i].Time.IsZero() {
				v = f[i].Time.Format("2006-01-02")
			}
			if v == "" || f[i].Label == "" {
				continue
			}
			name := f[i].Label
			if group == "contact_sync" && i == 0 || len(f) == 1 && group != "" {
				name = group
			}
			if on, ok := field.Yes(v); ok {
				v = map[bool]string{true: "on", false: "off"}[on]
			}
			if group == "comments_allowed_from" {
				v = strings.ToLower(v)
			}
			it := footprint.Item{Kind: footprint.KindPrivacySetting, Author: footprint.AuthorSelf, Setting: name, Title: f[i].Label, Value: v, URL: pagePrivacy}
			if group != "" {
				it.Details = map[string]string{"list": group}
			}
			items = append(items, it)
		}
		return items
	}
}

// notification joins channel, type and value, which stand side by side as three labels.
func notification(f field.Fields) []footprint.Item {
	var channel, kind, v string
	for i := range f {
		switch strings.ToLower(f[i].Label) {
		case "channel":
			channel = f[i].Value
		case "type":
			kind = f[i].Value
		default:
			v = f[i].Value
		}
	}
	if kind == "" && v == "" {
		return nil
	}
	return []footprint.Item{{
		Kind: footprint.KindPrivacySetting, Author: footprint.AuthorSelf, Setting: strings.ToLower(strings.Trim("notification "+channel+" "+kind, " ")),
		Title: kind, Value: strings.ToLower(v), URL: pagePrivacy,
	}}
}

// privacyChange reads a time at which the account was switched between private and public.
func privacyChange(_ *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	it := footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: e.Str("title"), Created: f.Any(), URL: pageHistory, Details: f.Details(field.SlotTime)}
	return []footprint.Item{it}
}

// change reads a former value of the profile; a former bio was the owner's words.
func change(_ *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	it := footprint.Item{
		Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Created: f.Any(), Title: f.Text(field.SlotChanged), Text: f.Text(field.SlotPrevious),
		URL: pageEdit, Status: "former", Deleted: true, Details: f.Details(field.SlotPrevious, field.SlotTime),
	}
	if it.Title == "" && it.Text == "" {
		return nil
	}
	return []footprint.Item{it}
}
