package x

import (
	"context"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/jsonstream"
)

const (
	classicUser    = "data/js/user_details.js"
	classicPayload = "data/js/payload_details.js"
)

// classic reads an archive of 2012 to 2019: one file of posts for each month, or the CSV when those are
// missing.
func (r *reader) classic(ctx context.Context) {
	months := 0
	for _, name := range r.x.Files() {
		switch {
		case strings.HasPrefix(name, classicDir) && strings.HasSuffix(name, ".js"):
			months++
		case name == classicIndex, name == classicPayload:
			r.x.Skip(name, "list and count of the posts, which are read")
		case name != classicUser && name != classicCSV:
			if reason := skipReason(name); reason != "" {
				r.x.Skip(name, reason)
			}
		}
	}
	r.classicOwner()
	r.section = &section{read: (*reader).post}
	for _, name := range r.x.Files() {
		if strings.HasPrefix(name, classicDir) && strings.HasSuffix(name, ".js") {
			if r.readFile(ctx, name); r.stop || ctx.Err() != nil {
				return
			}
		}
	}
	switch {
	case !r.x.Has(classicCSV):
	case months > 0:
		r.x.Skip(classicCSV, "the same posts as in data/js/tweets, which are read")
	default:
		r.classicTable(ctx)
	}
}

// classicOwner reads whose archive it is, and the profile.
func (r *reader) classicOwner() {
	if !r.x.Has(classicUser) || r.stop {
		return
	}
	f, err := r.x.Open(classicUser)
	if err != nil {
		r.fail(classicUser, 0, err)
		return
	}
	defer f.Close()
	r.file = classicUser
	for v, err := range jsonstream.Walk(f, "") {
		if err != nil {
			r.fail(classicUser, 0, err)
			return
		}
		var u struct {
			Handle   text `json:"screen_name"`
			Name     text `json:"full_name"`
			Location text `json:"location"`
			Bio      text `json:"bio"`
			ID       text `json:"id"`
			Created  text `json:"created_at"`
			URL      text `json:"expanded_url"`
		}
		if r.rec = (record{raw: v.Raw, pos: 1}); !r.decode(r.rec, &u) {
			return
		}
		r.own(string(u.ID), string(u.Handle), string(u.Name))
		r.emit(footprint.Item{
			Kind: footprint.KindProfile, Author: footprint.AuthorSelf, NativeID: r.mine("profile"), Text: unescape(string(u.Bio)), Title: string(u.Name),
			ContainerKind: footprint.ContainerOwnProfile, Visibility: footprint.VisibilityPublic, URL: "https://x.com/" + r.handle,
			AccountCreated: when(u.Created), Details: facts("website", u.URL, "location", u.Location),
		})
		return
	}
}

// classicTable reads tweets.csv, which has neither mentions nor media.
func (r *reader) classicTable(ctx context.Context) {
	f, err := r.x.Open(classicCSV)
	if err != nil {
		r.fail(classicCSV, 0, err)
		return
	}
	defer f.Close()
	r.file = classicCSV
	for row, err := range csvtable.Rows(f, csvtable.Options{}) {
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			r.fail(classicCSV, 0, err)
		default:
			r.classicRow(row)
		}
		if r.stop {
			return
		}
	}
}

func (r *reader) classicRow(row csvtable.Row) {
	r.rec = record{pos: row.N}
	t := tweet{id: row.Get("tweet_id"), created: row.Get("timestamp"), text: row.Get("text"), source: row.Get("source"),
		replyTo: row.Get("in_reply_to_status_id"), replyUser: row.Get("in_reply_to_user_id"), repostedID: row.Get("retweeted_status_id")}
	if t.repostedID != "" {
		t.repostedText, t.repostedBy = cutRepost(t.text)
	}
	if t.id == "" && t.text == "" {
		r.fail(classicCSV, row.N, footprint.ErrDamaged)
		return
	}
	r.emit(r.item(&t))
}

// cutRepost takes "RT @name: " off.
func cutRepost(s string) (words, by string) {
	at := repostPattern.FindStringSubmatchIndex(s)
	if at == nil || at[0] != 0 {
		return s, ""
	}
	return s[at[1]:], s[at[2]:at[3]]
}
