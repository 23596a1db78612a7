package tumblr

import (
	"path"
	"slices"
	"strings"

	"footprint/internal/ingest/jsonstream"
)

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
