package account

import (
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/facebook/record"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
	"footprint/internal/ingest/meta/value"
)

// event reads an event by what the owner did with it.
func event(_ *meta.Reader, e meta.Entry) []footprint.Item {
	name, at := record.Named(e)
	if t := e.When("start_timestamp"); !t.IsZero() && !e.HTML {
		at = t
	}
	it := footprint.Item{
		Kind: footprint.KindEvent, Author: footprint.AuthorSelf, Created: at, Title: name, Container: name,
		Description: e.Str("description"), URL: record.ActivityLog(record.LogEvents, time.Time{}), Details: map[string]string{},
		Status: strings.TrimPrefix(e.Key, "events_"),
	}
	if it.Status == "" {
		it.Status = e.Key
	}
	if t := e.When("end_timestamp"); !t.IsZero() {
		it.Details["end"] = t.Format(time.RFC3339)
	}
	record.PutPlace(e.Get("place"), &it)
	if e.Key == "your_events" {
		it.Status, it.ControlledByMe = "created", footprint.Yes
	}
	return []footprint.Item{it}
}

// saved reads a saved item or a collection.
func saved(_ *meta.Reader, e meta.Entry) []footprint.Item {
	it := footprint.Item{Kind: footprint.KindSaved, Author: footprint.AuthorSelf, Created: record.Created(e), Title: e.Str("title"), URL: record.PageSaved}
	for _, x := range record.Attached(e.Value, "external_context") {
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
	name, at := record.Named(e)
	it := footprint.Item{
		Kind: footprint.KindConnectedApp, Author: footprint.AuthorSelf, Title: name, Container: name, Created: at, Status: e.Str("category"),
		NativeID: e.Str("user_app_scoped_id"), URL: record.PageApps,
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
	it := footprint.Item{Kind: footprint.KindConnectedApp, Author: footprint.AuthorSelf, Created: record.Created(e), URL: record.PageApps, Title: e.Str("title")}
	if n := f.Text(field.SlotName); n != "" {
		it.Title = n
	}
	for i := range f {
		if v := f[i].Value; v != "" && v != it.Title && f[i].Time.IsZero() && !slices.Contains(it.Permissions, v) {
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
	name, at := record.Named(e)
	events := e.Get("events").List()
	kinds := []string{}
	for _, x := range events {
		if t := x.When("timestamp"); t.After(at) {
			at = t
		}
		if k := x.Str("type"); k != "" && !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	it := footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Created: at, Title: name, URL: record.PageOffsite, Details: map[string]string{"source": "activity off the platform"}}
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
			return footprint.Item{Kind: footprint.KindInterest, Author: footprint.AuthorSelf, Created: at, Title: name, Text: "", URL: record.PageAds, Details: map[string]string{"source": source}}
		}
		if s := e.Text(); s != "" {
			return []footprint.Item{one(s, time.Time{})}
		}
		if f := field.Of(e.Value); len(f) > 0 && (source != "advertiser seen" || e.Str("title") == "") {
			var items []footprint.Item
			for i := range f {
				if v := f[i].Value; v != "" && !strings.HasPrefix(v, "http") {
					items = append(items, one(v, record.Created(e)))
				}
			}
			return items
		}
		name := e.Str("advertiser_name", "name", "title", "label")
		if name == "" {
			return nil
		}
		it := one(name, record.Created(e))
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
		it := footprint.Item{Kind: kind, Author: footprint.AuthorSelf, URL: record.ActivityLog(section, time.Time{}), Details: map[string]string{}}
		if s := e.Text(); s != "" {
			it.Title = s
			return []footprint.Item{it}
		}
		record.Flatten(e.Value, "", it.Details)
		f := field.Of(e.Value)
		for k, v := range f.Details() {
			it.Details[k] = v
		}
		it.Created = record.Created(e)
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

// search reads a search term.
func search(_ *meta.Reader, e meta.Entry) []footprint.Item {
	term := strings.Trim(record.Words(record.Pluck(e.Get("data"), "text")), `"`)
	f := field.Of(e.Value)
	if term == "" {
		for _, a := range record.Attached(e.Value, "text") {
			term = strings.Trim(a.Text(), `"`)
		}
	}
	if term == "" {
		if term = f.Text(field.SlotSearch); term == "" {
			term = f.First(field.SlotTime)
		}
	}
	at := record.Created(e)
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
	return []footprint.Item{{Kind: footprint.KindSearch, Author: footprint.AuthorSelf, Created: at, Text: term, Title: title, URL: record.ActivityLog(record.LogSearch, at)}}
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
				it.URL = record.ActivityLog(record.LogVideos, it.Created)
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
		return record.Other(nil, e)
	}
	return items
}

// blocked reads the list of blocked people.
func blocked(_ *meta.Reader, e meta.Entry) []footprint.Item {
	var items []footprint.Item
	for _, x := range e.Get("entries").List() {
		items = append(items, footprint.Item{Kind: footprint.KindBlock, Author: footprint.AuthorSelf, Created: x.When("timestamp"), Target: x.Get("data").Str("name"), URL: record.PageBlocked})
	}
	if name, at := record.Named(e); len(items) == 0 && name != "" && !e.Get("entries").Is() {
		items = append(items, footprint.Item{Kind: footprint.KindBlock, Author: footprint.AuthorSelf, Created: at, Target: name, URL: record.PageBlocked})
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
		record.Flatten(p, "", it.Details)
		items = append(items, it)
	}
	return items
}
