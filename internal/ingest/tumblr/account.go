package tumblr

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
	"footprint/internal/ingest/tumblr/page"
)

type item = footprint.Item

// object is one record of a list, its values as text.
type object map[string]json.RawMessage

// get returns the first of the named values that is there. The account data writes null as \N.
func (o object) get(names ...string) string {
	for _, name := range names {
		if v := plain(jsonstream.Text(o[name])); v != "" {
			return v
		}
	}
	return ""
}

func plain(s string) string {
	s = strings.TrimSpace(ingest.CleanText(s))
	if s == `\N` || s == "null" {
		return ""
	}
	return s
}

func decode(raw []byte) (object, bool) {
	o := object{}
	ok := jsonstream.Members(raw, func(name, value []byte) { o[string(name)] = slices.Clone(value) })
	return o, ok
}

// details returns the named values, and leaves out what is empty.
func (o object) details(names ...string) map[string]string {
	out := map[string]string{}
	for _, name := range names {
		if v := o.get(name); v != "" {
			out[strings.ReplaceAll(name, "_", " ")] = v
		}
	}
	return out
}

// lists binds the lists of the account data to their readers; see tumblr.md section 3.
func lists() map[string]func(*tally, object) []item {
	return map[string]func(*tally, object) []item{
		"most_used_tags": func(_ *tally, o object) []item {
			return []item{{Kind: footprint.KindInterest, Title: "hashtag used", Text: "#" + strings.TrimPrefix(o.get("tag"), "#"), Container: o.get("blog_name"), Count: number(o.get("tag_count"))}}
		},
		"user_interest_profiles": func(_ *tally, o object) []item {
			return []item{{Kind: footprint.KindInterest, Text: o.get("interest"), Visibility: footprint.VisibilityPrivate}}
		},
		"api_applications_used": func(_ *tally, o object) []item {
			return []item{{Kind: footprint.KindConnectedApp, Title: o.get("application_name", "name", "title"), Created: page.When(o.get("session_created_time", "created_time", "timestamp")),
				URL: "https://www.tumblr.com/settings/apps", Visibility: footprint.VisibilityPrivate}}
		},
		"unfollows": func(_ *tally, o object) []item {
			blog := o.get("blog_name")
			return []item{{Kind: footprint.KindFollowing, Target: blog, Author: blog, Direction: footprint.DirectionOutgoing, Status: "ended", Deleted: true, DeletedOn: page.When(o.get("timestamp")),
				URL: "https://www.tumblr.com/" + blog}}
		},
		"highlighted_posts": highlighted,
		"ugcLinks": func(_ *tally, o object) []item {
			return []item{{Kind: footprint.KindPost, Author: footprint.AuthorSelf, URL: o.get("link", "url"), Visibility: footprint.VisibilityPublic, ContainerKind: footprint.ContainerOwnBlog}}
		},
		"push_notification_settings": func(_ *tally, o object) []item {
			return []item{{Kind: footprint.KindPrivacySetting, Setting: strings.TrimSpace("notification " + o.get("notification_type")), Value: o.get("value", "enabled", "setting"), Created: page.When(o.get("timestamp")),
				Container: o.get("to_blog", "from_blog"), Details: o.details("device", "app_version", "from_blog"), Visibility: footprint.VisibilityPrivate}}
		},
		"push_notification_opens":    (*tally).device,
		"crushes":                    statistic("blogs you look at most"),
		"crushers":                   statistic("blogs that look at yours most"),
		"dashboard":                  (*tally).viewed,
		"ads_analytics":              (*tally).advertisement,
		"client_side_ad_analytics":   (*tally).advertisement,
		"gemini_analytics":           (*tally).advertisement,
		"explore_takeover_analytics": (*tally).advertisement,
	}
}

func highlighted(_ *tally, o object) []item {
	var items []item
	jsonstream.Elements(o["post_urls"], func(v []byte) {
		if link := plain(jsonstream.Text(v)); link != "" {
			items = append(items, item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Title: "highlighted for a fee", URL: link, Container: o.get("blog_name"),
				ContainerKind: footprint.ContainerOwnBlog, Visibility: footprint.VisibilityPublic})
		}
	})
	return items
}

const dataPath = "[]/data/"

// payload reads one file of the account data, list by list, whatever its size.
func (r *reader) payload(name string) bool {
	f, err := r.x.Open(name)
	if err != nil {
		return r.yield(item{}, err)
	}
	defer f.Close()
	rows := lists()
	paths := []string{dataPath + "*", dataPath + "last_active_times/[]", dataPath + "active_times/[]", dataPath + "blog_names"}
	for _, key := range slices.Sorted(maps.Keys(rows)) {
		paths = append(paths, dataPath+key+"/[]")
	}
	t := &tally{map[string]int{}, map[string]int{}, map[string]bool{}}
	profile := item{Kind: footprint.KindProfile, Title: r.x.Owner.Handle(), URL: blogPage(r.x.Owner.Handle()), Details: map[string]string{}, Visibility: footprint.VisibilityPrivate}
	n := int64(0)
	for v, err := range jsonstream.Walk(f, paths...) {
		switch {
		case r.ctx.Err() != nil:
			r.yield(item{}, r.ctx.Err())
			return false
		case err != nil:
			if !r.fail(name, 0, err) {
				return false
			}
			continue
		}
		var items []item
		key := strings.TrimSuffix(strings.TrimPrefix(v.Path, dataPath), "/[]")
		switch read := rows[key]; {
		case read != nil:
			o, ok := decode(v.Raw)
			if !ok {
				o = object{"link": v.Raw, "interest": v.Raw, "blog_name": v.Raw, "tag": v.Raw} // a list of plain texts
			}
			items = read(t, o)
		case key == "last_active_times", key == "active_times":
			t.active(v.Raw)
		case key == "blog_names":
			items = blogItems(v.Raw)
		default:
			profileValue(&profile, t, ingest.CleanText(v.Key), v.Raw)
		}
		for _, it := range items {
			n++
			if !r.emit(it, name, n) {
				return false
			}
		}
	}
	return r.finish(name, n, t, profile)
}

// finish yields the sums of a file and its profile.
func (r *reader) finish(name string, n int64, t *tally, profile item) bool {
	items := t.items()
	if len(profile.Details) > 0 {
		items = append(items, profile)
	}
	for _, it := range items {
		n++
		if !r.emit(it, name, n) {
			return false
		}
	}
	return true
}

// profileValue takes one value that is no known list: a word about the account, or a list that is counted.
func profileValue(profile *item, t *tally, key string, raw []byte) {
	switch {
	case len(raw) == 0:
	case raw[0] == '[', raw[0] == '{':
		n := 0
		jsonstream.Elements(raw, func([]byte) { n++ })
		jsonstream.Members(raw, func(_, _ []byte) { n++ })
		if n > 0 {
			t.counts["other data: "+key] += n
		}
	default:
		v := plain(jsonstream.Text(raw))
		if v == "" || len(profile.Details) > 500 {
			return
		}
		profile.Details[strings.ReplaceAll(key, "_", " ")] = v
		if key == "registration_time" {
			profile.AccountCreated = page.When(v)
			profile.Created = profile.AccountCreated
		}
	}
}

func blogPage(blog string) string {
	if blog == "" {
		return "https://www.tumblr.com/settings/account"
	}
	return "https://www.tumblr.com/" + blog
}

// blog is one of the user's blogs with the names it had before.
type blog struct {
	name   string
	former []string
}

func blogList(raw []byte) []blog {
	var list []blog
	jsonstream.Elements(raw, func(e []byte) {
		o, ok := decode(e)
		if !ok {
			o = object{"blog_name": e}
		}
		b := blog{name: o.get("current_blog_name", "current_blog_names", "blog_name", "name")}
		for _, key := range []string{"prev_used_blog_name", "prev_used_blog_names", "previous_blog_names", "previously_used_blog_names"} {
			if v := o.get(key); v != "" {
				b.former = append(b.former, v)
			}
			jsonstream.Elements(o[key], func(n []byte) {
				if v := plain(jsonstream.Text(n)); v != "" {
					b.former = append(b.former, v)
				}
			})
		}
		if b.name != "" || len(b.former) > 0 {
			list = append(list, b)
		}
	})
	return list
}

// blogItems are profiles, one for each blog: side blogs are not linked in public, so the user should see them.
func blogItems(raw []byte) []item {
	var items []item
	for i, b := range blogList(raw) {
		it := item{Kind: footprint.KindProfile, NativeID: "blog " + b.name, Account: b.name, Title: b.name, URL: blogPage(b.name), Visibility: footprint.VisibilityPublic,
			Container: b.name, ContainerKind: footprint.ContainerOwnBlog, Details: map[string]string{}}
		if b.name == "" {
			it.NativeID = ""
			it.Title = strings.Join(b.former, ", ")
		}
		if len(b.former) > 0 {
			it.Details["former names"] = strings.Join(b.former, ", ")
		}
		if i > 0 {
			it.Details["kind of blog"] = "side blog"
		}
		items = append(items, it)
	}
	return items
}

func number(s string) *int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return nil
	}
	return &n
}
