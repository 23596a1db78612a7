package tumblr

import (
	"encoding/json"
	"errors"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
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
			return []item{{Kind: footprint.KindConnectedApp, Title: o.get("application_name", "name", "title"), Created: when(o.get("session_created_time", "created_time", "timestamp")),
				URL: "https://www.tumblr.com/settings/apps", Visibility: footprint.VisibilityPrivate}}
		},
		"unfollows": func(_ *tally, o object) []item {
			blog := o.get("blog_name")
			return []item{{Kind: footprint.KindFollowing, Target: blog, Author: blog, Direction: footprint.DirectionOutgoing, Status: "ended", Deleted: true, DeletedOn: when(o.get("timestamp")),
				URL: "https://www.tumblr.com/" + blog}}
		},
		"highlighted_posts": highlighted,
		"ugcLinks": func(_ *tally, o object) []item {
			return []item{{Kind: footprint.KindPost, Author: footprint.AuthorSelf, URL: o.get("link", "url"), Visibility: footprint.VisibilityPublic, ContainerKind: footprint.ContainerOwnBlog}}
		},
		"push_notification_settings": func(_ *tally, o object) []item {
			return []item{{Kind: footprint.KindPrivacySetting, Setting: strings.TrimSpace("notification " + o.get("notification_type")), Value: o.get("value", "enabled", "setting"), Created: when(o.get("timestamp")),
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

// tally counts what is too much, or too little, to be items of its own.
type tally struct {
	counts  map[string]int
	days    map[string]int
	devices map[string]bool
}

// maxNames bounds what one file may make us count apart.
const maxNames = 20000

func statistic(what string) func(*tally, object) []item {
	return func(t *tally, _ object) []item {
		t.counts[what]++
		return nil
	}
}

func (t *tally) viewed(o object) []item {
	what := o.get("element_type")
	if what == "" || len(what) > 40 || len(t.counts) > 200 {
		what = "post"
	}
	t.counts["shown on the dashboard: "+what]++
	return nil
}

func (t *tally) advertisement(o object) []item {
	t.counts["advertisements shown"]++
	if strings.EqualFold(o.get("interacted"), "true") || o.get("interacted") == "1" {
		t.counts["advertisements interacted with"]++
	}
	return nil
}

func (t *tally) device(o object) []item {
	name := strings.TrimSpace(o.get("device") + " " + o.get("app_version"))
	if name == "" || t.devices[name] || len(t.devices) >= maxNames {
		return nil
	}
	t.devices[name] = true
	return []item{{Kind: footprint.KindDevice, Title: name, Created: when(o.get("timestamp")), Visibility: footprint.VisibilityPrivate}}
}

// active adds one time to its day.
func (t *tally) active(raw []byte) {
	at := when(plain(jsonstream.Text(raw)))
	if o, ok := decode(raw); ok {
		at = when(o.get("timestamp", "time", "active_time", "last_active_time"))
	}
	if day := at.Format(time.DateOnly); !at.IsZero() && (len(t.days) < maxNames || t.days[day] > 0) {
		t.days[day]++
	}
}

// items are the sums, in a fixed order.
func (t *tally) items() []item {
	var items []item
	for _, what := range slices.Sorted(maps.Keys(t.counts)) {
		n := t.counts[what]
		kind := footprint.KindActivity
		if strings.HasPrefix(what, "advertisements") {
			kind = footprint.KindInterest
		}
		items = append(items, item{Kind: kind, Title: what, Count: &n, Visibility: footprint.VisibilityPrivate})
	}
	for _, day := range slices.Sorted(maps.Keys(t.days)) {
		n := t.days[day]
		items = append(items, item{Kind: footprint.KindLogin, Title: "active on Tumblr", Created: when(day), Count: &n, Visibility: footprint.VisibilityPrivate})
	}
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
			var at *jsonstream.Error
			pos := int64(0)
			if errors.As(err, &at) {
				pos = at.Index
			}
			if !r.fail(name, pos, err) {
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
			profile.AccountCreated = when(v)
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

// findOwner looks for the user's blogs before anything is read: in the account data, then in a post of a backup.
func (r *reader) findOwner() {
	var names, former []string
	emails := []string{}
	r.records, r.media = map[string]bool{}, map[string][]string{}
	record := ""
	for _, name := range r.x.Files() {
		base := path.Base(name)
		stem := strings.TrimSuffix(base, path.Ext(base))
		switch {
		case strings.HasPrefix(base, "payload") && path.Ext(base) == ".json":
			blogs, email := r.accountOwner(name)
			for _, b := range blogs {
				if b.name != "" {
					names = append(names, b.name)
				}
				former = append(former, b.former...)
			}
			emails = append(emails, email...)
		case path.Ext(base) == ".json" && isID(stem) && !isConversation(name):
			r.records[stem] = true
			if record == "" {
				record = name
			}
		default:
			r.indexMedia(name)
		}
	}
	if record != "" {
		names = append(names, r.recordOwner()...)
	}
	r.blogs = slices.Concat(names, former)
	for _, b := range r.blogs {
		if !slices.Contains(r.x.Owner.Handles, b) {
			r.x.Owner.Handles = append(r.x.Owner.Handles, b)
		}
	}
	slices.Sort(emails)
	r.x.Owner.Emails = slices.Compact(emails)
}

// accountOwner streams a payload for its blogs and address. What is damaged is reported when it is read.
func (r *reader) accountOwner(name string) (blogs []blog, emails []string) {
	f, err := r.x.Archive.Open(r.x.Path(name))
	if err != nil {
		return nil, nil
	}
	defer f.Close()
	for v, err := range jsonstream.Walk(f, dataPath+"blog_names", dataPath+"email") {
		if r.ctx.Err() != nil {
			return nil, nil
		}
		if err != nil {
			continue
		}
		if v.Path == dataPath+"blog_names" {
			blogs = append(blogs, blogList(v.Raw)...)
		} else if e := plain(jsonstream.Text(v.Raw)); strings.Contains(e, "@") {
			emails = append(emails, e)
		}
	}
	return blogs, emails
}

// when reads the times of all sources; those without a zone are taken as UTC.
func when(s string) time.Time {
	s = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(s), " GMT"), " UTC")
	if n, err := strconv.ParseFloat(s, 64); err == nil {
		if n > 1e11 {
			n /= 1000
		}
		if n < 1e8 || n > 1e10 {
			return time.Time{}
		}
		return ingest.Plausible(time.Unix(int64(n), 0))
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return ingest.Plausible(t)
		}
	}
	return time.Time{}
}

func number(s string) *int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return nil
	}
	return &n
}
