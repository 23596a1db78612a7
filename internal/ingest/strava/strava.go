// Package strava reads Strava's bulk export: a folder of tables whose names are English and whose headings are in
// the user's language, with tracks and pictures beside them. Facts stand in shared/formats/strava.md.
//
// Of a track only the ends are read: they show where somebody lives and works.
package strava

import (
	"path"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/feed"
)

// Layouts by the year they began.
const (
	Layout2018 = "2018" // photos and kudos
	Layout2021 = "2021" // media and reactions
)

// Platform returns the reader of Strava exports.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "strava", Name: "Strava",
		Ask:       "On the web: Settings, My Account, Download or Delete Your Account, Get Started, step 2: Request your archive. Asking for it deletes nothing. The link in the mail works for about seven days.",
		AskURL:    "https://www.strava.com/athlete/delete_your_account",
		Reads:     "activities with start and route, comments and kudos given, followers, clubs, devices, privacy zones, settings",
		Lacks:     "comments and kudos received",
		Recognize: recognize,
		Read:      feed.Reader(read),
	}
}

// signs are tables of which two make a folder an export of Strava.
var signs = []string{"privacy_zones.csv", "visibility_settings.csv", "starred_segments.csv", "partner_opt_outs.csv", "kudos.csv", "reactions.csv", "global_challenges.csv", "local_legend_segments.csv",
	"mobile_device_identifiers.csv", "social_settings.csv"}

func recognize(a *ingest.Archive) []ingest.Found {
	var found []ingest.Found
	for _, root := range a.Roots("activities.csv") {
		here := 0
		for _, sign := range signs {
			if a.Has(path.Join(root, sign)) {
				here++
			}
		}
		head := string(a.Head(path.Join(root, "activities.csv"), 512))
		switch f := (ingest.Found{Root: root, Layout: layout(a, root), Format: "csv"}); {
		case here >= 2:
			found = append(found, f)
		case len(a.Under(root)) == 1 && (strings.HasPrefix(head, "Activity ID,Activity Date,Activity Name") || strings.HasPrefix(head, "Aktivitäts-ID,Aktivitätsdatum")): // the table by itself
			found = append(found, f)
		}
	}
	return found
}

func layout(a *ingest.Archive, root string) string {
	if a.Has(path.Join(root, "photos.csv")) || a.Has(path.Join(root, "kudos.csv")) {
		return Layout2018
	}
	return Layout2021
}

// reader keeps what later files need from earlier ones.
type reader struct {
	*feed.Feed
	audience footprint.Visibility // of activities, by the account's default
	captions map[string]caption   // of pictures, by their file
	used     map[string]bool      // pictures and tracks that an item refers to
	contacts int
	zones    int
}

// caption is a row of the table of pictures.
type caption struct {
	text, file string
	row        int64
}

// first are the tables that others need, in this order.
var first = []string{"profile.csv", "visibility_settings.csv", "media.csv", "photos.csv"}

func read(f *feed.Feed) {
	r := &reader{Feed: f, captions: map[string]caption{}, used: map[string]bool{}}
	names := slices.Clone(f.X.Files())
	rank := func(name string) int {
		if i := slices.Index(first, name); i >= 0 {
			return i
		}
		return len(first)
	}
	slices.SortStableFunc(names, func(a, b string) int { return rank(a) - rank(b) })
	known := tables()
	for _, name := range names {
		t, ok := known[strings.TrimSuffix(name, ".csv")]
		switch {
		case path.Ext(name) != ".csv" || !ok:
			r.other(name)
		case t.skip != "":
			f.X.Skip(name, t.skip)
		default:
			r.table(name, t)
		}
	}
	r.pictures()
	r.tracks()
}

// table is one kind of file.
type table struct {
	// columns are the English headings in their order; a heading of older exports follows after a bar.
	columns []string
	read    func(r *reader, c cells) []footprint.Item
	done    func(r *reader, file string) // after the last row
	skip    string                       // reason for not reading
}

func (r *reader) table(name string, t table) {
	r.Table(name, csvtable.Options{Backslash: true}, func(row csvtable.Row) []footprint.Item {
		return t.read(r, cells{row, t.columns, name})
	})
	if t.done != nil && !r.Done() {
		t.done(r, name)
	}
}

// cells is one row. Where the table's headings are not the English ones its columns are found by number.
type cells struct {
	csvtable.Row
	columns []string
	file    string
}

func (c cells) get(name string) string {
	at := slices.IndexFunc(c.columns, func(have string) bool { return strings.Split(have, "|")[0] == name })
	if at < 0 {
		return c.Get(name)
	}
	if names := strings.Split(c.columns[at], "|"); c.Has(names...) {
		return c.Get(names...)
	}
	if c.Has(strings.Split(c.columns[0], "|")...) {
		return "" // an English table without that column
	}
	return c.At(at)
}

// other reads what is no table.
func (r *reader) other(name string) {
	switch {
	case name == "messaging.json":
		r.messages(name)
	case name == "community_content.json", name == "community_personal_data.json":
		r.community(name)
	case name == "profile.jpg":
		r.used[name] = true
		r.Put(name, 0, footprint.Item{Kind: footprint.KindPhoto, Author: footprint.AuthorSelf, Title: "profile picture", Visibility: footprint.VisibilityPublic,
			Media: []footprint.Media{{Path: r.X.Path(name), Type: footprint.MediaPhoto}}})
	case strings.EqualFold(path.Ext(name), ".pdf") && !strings.Contains(name, "/"):
		r.X.Skip(name, "a notice of Strava")
	}
}
