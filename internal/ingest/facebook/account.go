package facebook

import (
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
	"footprint/internal/ingest/meta/value"
)

// event reads an event by what the owner did with it.
func event(_ *meta.Reader, e meta.Entry) []footprint.Item {
	name, at := named(e)
	if t := e.When("start_timestamp"); !t.IsZero() && !e.HTML {
		at = t
	}
	it := footprint.Item{
		Kind: footprint.KindEvent, Author: footprint.AuthorSelf, Created: at, Title: name, Container: name,
		Description: e.Str("description"), URL: activityLog(logEvents, time.Time{}), Details: map[string]string{},
		Status: strings.TrimPrefix(e.Key, "events_"),
	}
	if it.Status == "" {
		it.Status = e.Key
	}
	if t := e.When("end_timestamp"); !t.IsZero() {
		it.Details["end"] = t.Format(time.RFC3339)
	}
	putPlace(e.Get("place"), &it)
	if e.Key == "your_events" {
		it.Status, it.ControlledByMe = "created", footprint.Yes
	}
	return []footprint.Item{it}
}

// saved reads a saved item or a collection.
func saved(_ *meta.Reader, e meta.Entry) []footprint.Item {
	it := footprint.Item{Kind: footprint.KindSaved, Author: footprint.AuthorSelf, Created: created(e), Title: e.Str("title"), URL: pageSaved}
	for _, x := range attached(e.Value, "external_context") {
		it.SharedText = strings.TrimSpace(x.Str("name") + "\n" + x.Str("source"))
		if u := x.Str("url"); u != "" {
			it.URL = u
		}
	}
	if f := field.Of(e.Value); len(f) > 0 {
		it.Details = f.Details(field.SlotURL)
		if u := f.URL(); u != "" {
			it.URL = u
		}
		if it.Title == "" {
			it.Title = f.Text(field.SlotTitle, field.SlotName)
		}
		if it.Created.IsZero() {
			it.Created = f.Any()
		}
	}
	return []footprint.Item{it}
}

// app reads a connected app or game.
func app(_ *meta.Reader, e meta.Entry) []footprint.Item {
	name, at := named(e)
	it := footprint.Item{
		Kind: footprint.KindConnectedApp, Author: footprint.AuthorSelf, Title: name, Container: name, Created: at, Status: e.Str("category"),
		NativeID: e.Str("user_app_scoped_id"), URL: pageApps,
	}
	if t := e.When("removed_timestamp"); !t.IsZero() {
		it.Status = "removed"
		it.Details = map[string]string{"removed": t.Format("2006-01-02")}
	}
	if it.NativeID == "" {
		it.NativeID = name
	}
	return []footprint.Item{it}
}

// permissions reads what an app may do.
func permissions(_ *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	it := footprint.Item{Kind: footprint.KindConnectedApp, Author: footprint.AuthorSelf, Created: created(e), URL: pageApps, Title: e.Str("title")}
	if n := f.Text(field.SlotName); n != "" {
		it.Title = n
	}
	for i := range f {
		if v := f[i].Value; v != "" && v != it.Title && f[i].Time.IsZero() && !contains(it.Permissions, v) {
			it.Permissions = append(it.Permissions, v)
		}
	}
	if it.Title == "" && len(it.Permissions) == 0 {
		return nil
	}
	it.Container = it.Title
	it.LastUsed = f.Time(field.SlotLastActive)
	return []footprint.Item{it}
}

// offsite reads what a business reported about the owner.
func offsite(_ *meta.Reader, e meta.Entry) []footprint.Item {
	name, at := named(e)
	events := e.Get("events").List()
	kinds := []string{}
	for _, x := range events {
		if t := x.When("timestamp"); t.After(at) {
			at = t
		}
		if k := x.Str("type"); k != "" && !contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	it := footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Created: at, Title: name, URL: pageOffsite, Details: map[string]string{"source": "activity off the platform"}}
	if n := len(events); n > 0 {
		it.Count = &n
		it.Details["events"] = strings.Join(kinds, ", ")
	}
	return []footprint.Item{it}
}

// interest reads what advertisers or the platform believe: a bare text, a named record, or labels.
func interest(source string) meta.Adapter {
	return func(_ *meta.Reader, e meta.Entry) []footprint.Item {
		one := func(name string, at time.Time) footprint.Item {
			return footprint.Item{Kind: footprint.KindInterest, Author: footprint.AuthorSelf, Created: at, Title: name, Text: "", URL: pageAds, Details: map[string]string{"source": source}}
		}
		if s := e.Text(); s != "" {
			return []footprint.Item{one(s, time.Time{})}
		}
		if f := field.Of(e.Value); len(f) > 0 && (source != "advertiser seen" || e.Str("title") == "") {
			var items []footprint.Item
			for i := range f {
				if v := f[i].Value; v != "" && !strings.HasPrefix(v, "http") {
					items = append(items, one(v, created(e)))
				}
			}
			return items
		}
		name := e.Str("advertiser_name", "name", "title", "label")
		if name == "" {
			return nil
		}
		it := one(name, created(e))
		for _, k := range []string{"action", "value", "has_data_file_custom_audience", "has_remarketing_custom_audience", "has_in_person_store_visit"} {
			if s := e.Str(k); s != "" {
				it.Details[k] = s
			}
		}
		return []footprint.Item{it}
	}
}

// login reads a session, log-in, device or address. Cookies are never kept.
func login(kind footprint.Kind, section string) meta.Adapter {
	return func(_ *meta.Reader, e meta.Entry) []footprint.Item {
		it := footprint.Item{Kind: kind, Author: footprint.AuthorSelf, URL: activityLog(section, time.Time{}), Details: map[string]string{}}
		if s := e.Text(); s != "" {
			it.Title = s
			return []footprint.Item{it}
		}
		flatten(e.Value, "", it.Details)
		f := field.Of(e.Value)
		for k, v := range f.Details() {
			it.Details[k] = v
		}
		it.Created = created(e)
		if it.Created.IsZero() {
			it.Created = e.When("update_time", "verification_time", "updated_timestamp")
		}
		if it.Created.IsZero() {
			it.Created = e.Get("session").When("created_timestamp", "updated_timestamp")
		}
		if it.Created.IsZero() {
			it.Created = f.Any()
		}
		it.LastUsed = e.When("updated_timestamp", "update_time")
		if it.Title = e.Str("action", "event", "name", "device", "title", "type", "ip", "contact"); it.Title == "" {
			it.Title = f.First(field.SlotCookie)
		}
		if len(it.Details) == 0 && it.Title == "" {
			return nil
		}
		return []footprint.Item{it}
	}
}

// flatten lists the scalar members of a record for display, leaving out cookies, tokens, times and what
// pages add.
func flatten(v value.Value, prefix string, into map[string]string) {
	for _, k := range v.Keys() {
		m := v.Get(k)
		low := strings.ToLower(k)
		switch {
		case strings.Contains(low, "cookie"), strings.Contains(low, "token"), low == "udid", strings.HasSuffix(low, "_id"):
		case k == "label_values", k == "string_list_data", k == "data", k == "attachments", k == "media", k == "href", k == "url", k == "fbid":
		case strings.HasSuffix(low, "timestamp"), strings.HasSuffix(low, "_time"):
		case m.IsObject() && prefix == "":
			flatten(m, k+" ", into)
		case m.Text() != "" && len(into) < 50:
			into[prefix+strings.ReplaceAll(k, "_", " ")] = m.Text()
		}
	}
}

// search reads a search term.
func search(_ *meta.Reader, e meta.Entry) []footprint.Item {
	term := strings.Trim(words(pluck(e.Get("data"), "text")), `"`)
	f := field.Of(e.Value)
	if term == "" {
		for _, a := range attached(e.Value, "text") {
			term = strings.Trim(a.Text(), `"`)
		}
	}
	if term == "" {
		if term = f.Text(field.SlotSearch); term == "" {
			term = f.First(field.SlotTime)
		}
	}
	at := created(e)
	if at.IsZero() {
		at = f.Any()
	}
	title := e.Str("title")
	if term == "" && title == "" {
		return nil
	}
	if term == "" {
		term = title
	}
	return []footprint.Item{{Kind: footprint.KindSearch, Author: footprint.AuthorSelf, Created: at, Text: term, Title: title, URL: activityLog(logSearch, at)}}
}

// viewed reads a tree of things that the owner saw or visited.
func viewed(_ *meta.Reader, e meta.Entry) []footprint.Item {
	var items []footprint.Item
	var walk func(v value.Value, group string, depth int)
	walk = func(v value.Value, group string, depth int) {
		if name := v.Str("name"); name != "" {
			group = name
		}
		for _, x := range v.Get("entries").List() {
			d := x.Get("data")
			it := footprint.Item{
				Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Created: x.When("timestamp"), Title: d.Str("name", "value", "share"), URL: d.Str("uri"),
				Details: map[string]string{"list": group},
			}
			if it.URL == "" {
				it.URL = activityLog(logVideos, it.Created)
			}
			items = append(items, it)
		}
		if depth < 8 {
			for _, c := range v.Get("children").List() {
				walk(c, group, depth+1)
			}
		}
	}
	walk(e.Value, "", 0)
	if len(items) == 0 && !e.Get("entries").Is() && !e.Get("children").Is() {
		return other(nil, e)
	}
	return items
}

// other keeps a record that no rule speaks of as an activity, for display.
func other(_ *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	it := footprint.Item{
		Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Created: created(e), Title: e.Str("title", "name", "text"),
		URL: f.URL(), Details: f.Details(field.SlotURL),
	}
	if it.Created.IsZero() {
		it.Created = f.Any()
	}
	if it.URL == "" {
		it.URL = e.Str("href", "url")
	}
	if it.Details == nil {
		it.Details = map[string]string{}
		flatten(e.Value, "", it.Details)
	}
	if it.Title == "" {
		it.Title = f.First(field.SlotTime)
	}
	if it.Title == "" && len(it.Details) == 0 && it.URL == "" {
		return nil
	}
	if it.URL == "" {
		it.URL = "https://www.facebook.com/me/allactivity"
	}
	return []footprint.Item{it}
}

// blocked reads the list of blocked people.
func blocked(_ *meta.Reader, e meta.Entry) []footprint.Item {
	var items []footprint.Item
	for _, x := range e.Get("entries").List() {
		items = append(items, footprint.Item{Kind: footprint.KindBlock, Author: footprint.AuthorSelf, Created: x.When("timestamp"), Target: x.Get("data").Str("name"), URL: pageBlocked})
	}
	if name, at := named(e); len(items) == 0 && name != "" && !e.Get("entries").Is() {
		items = append(items, footprint.Item{Kind: footprint.KindBlock, Author: footprint.AuthorSelf, Created: at, Target: name, URL: pageBlocked})
	}
	return items
}

// payments reads the payments sent and received.
func payments(_ *meta.Reader, e meta.Entry) []footprint.Item {
	var items []footprint.Item
	list := e.Get("payments").List()
	if len(list) == 0 && e.Str("amount") != "" {
		list = []value.Value{e.Value}
	}
	for _, p := range list {
		it := footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Created: p.When("created_timestamp"), Target: p.Str("receiver"), Title: "payment", URL: "https://www.facebook.com/me/allactivity", Details: map[string]string{}}
		flatten(p, "", it.Details)
		items = append(items, it)
	}
	return items
}
