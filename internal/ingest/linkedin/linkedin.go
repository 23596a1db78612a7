// Package linkedin reads LinkedIn data exports: a folder of tables and, for articles, pages. Facts about files,
// columns and dates stand in shared/formats/linkedin.md.
package linkedin

import (
	"context"
	"iter"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
)

// Layouts by the year they began.
const (
	Layout2018 = "2018" // names with blanks, half of the tables in UTF-16 with tabs
	Layout2019 = "2019" // UTF-8 with commas
	Layout2025 = "2025" // names carry the member number
)

// Platform returns the reader of LinkedIn exports.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "linkedin", Name: "LinkedIn",
		Ask:       "Settings & Privacy, Data privacy, Get a copy of your data: choose the larger archive and wait for the second mail; the first one holds only a part.",
		AskURL:    "https://www.linkedin.com/mypreferences/d/download-my-data",
		Reads:     "profile, posts, comments, reactions, messages, connections, invitations, recommendations, searches, log-ins, advertising, contacts",
		Lacks:     "comments by others, audience settings, connected apps, who looked at the profile",
		Recognize: recognize,
		Read:      read,
	}
}

var memberNumber = regexp.MustCompile(`[-_ ]\d+$`)

// tableName folds the spellings of three generations: "Ad Targeting.csv", "Ad_Targeting.csv" and
// "Ad_Targeting_123.csv" are one table.
func tableName(file string) string {
	base := strings.TrimSuffix(strings.ToLower(path.Base(file)), ".csv")
	if base == "receipts_v2" {
		return "receipts"
	}
	return csvtable.Fold(memberNumber.ReplaceAllString(base, ""))
}

// signs are the tables beside Profile.csv that make a folder an export of LinkedIn.
var signs = []string{"connections", "positions", "invitations", "adtargeting", "emailaddresses"}

func recognize(a *ingest.Archive) []ingest.Found {
	var found []ingest.Found
	for _, root := range a.Roots("Profile.csv") {
		if hasSign(a.Under(root)) {
			found = append(found, ingest.Found{Root: root, Layout: layout(a, root), Format: "csv"})
		}
	}
	if len(found) > 0 {
		return found
	}
	for _, root := range append(a.Roots("Connections.csv"), a.Roots("messages.csv")...) { // a request for single files
		if isConnections(a, path.Join(root, "Connections.csv")) || isMessages(a, path.Join(root, "messages.csv")) {
			return append(found, ingest.Found{Root: root, Layout: layout(a, root), Format: "csv"})
		}
	}
	return nil
}

func hasSign(files []string) bool {
	return slices.ContainsFunc(files, func(f string) bool {
		return path.Dir(f) == "." && strings.HasSuffix(strings.ToLower(f), ".csv") && slices.Contains(signs, tableName(f))
	})
}

func isConnections(a *ingest.Archive, file string) bool {
	head := string(a.Head(file, 2048))
	return strings.Contains(head, "Connected On") && strings.Contains(head, "First Name")
}

func isMessages(a *ingest.Archive, file string) bool {
	head := string(a.Head(file, 512))
	return strings.Contains(head, "CONVERSATION ID") && strings.Contains(head, "SENDER PROFILE URL")
}

func layout(a *ingest.Archive, root string) string {
	files := a.Under(root)
	for _, f := range files {
		if path.Dir(f) == "." && memberNumber.MatchString(strings.TrimSuffix(f, ".csv")) && strings.HasPrefix(f, "Shares_") {
			return Layout2025
		}
	}
	for _, f := range files {
		switch f {
		case "Ad Targeting.csv", "Search Queries.csv", "Phone Numbers.csv", "Imported Contacts.csv", "Messages.csv":
			return Layout2018
		}
	}
	return Layout2019
}

// read goes through the tables of the profile first, so that the owner's name is known when messages come.
func read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		r := &reader{x: x}
		files := slices.Clone(x.Files())
		slices.SortStableFunc(files, func(a, b string) int { return order(a) - order(b) })
		for _, f := range files {
			if ctx.Err() != nil {
				yield(footprint.Item{}, ctx.Err())
				return
			}
			if !r.file(ctx, f, yield) {
				return
			}
		}
		r.warnBasic()
		if r.contacts > 0 {
			yield(footprint.Item{Kind: footprint.KindUploadedContacts, Count: &r.contacts, Origin: r.first, URL: "https://www.linkedin.com/mynetwork/contacts/",
				Visibility: footprint.VisibilityPrivate}, nil)
		}
	}
}

func order(file string) int {
	switch tableName(file) {
	case "profile":
		return 0
	case "emailaddresses", "phonenumbers":
		return 1
	}
	return 2
}

// reader keeps what later tables need from earlier ones.
type reader struct {
	x      *ingest.Export
	tables map[string]bool // tables seen
	// contacts counts the uploaded address book, first where its table lies.
	contacts int
	first    footprint.Origin
}

func (r *reader) file(ctx context.Context, name string, yield func(footprint.Item, error) bool) bool {
	switch ext := strings.ToLower(path.Ext(name)); {
	case ext == ".html" && strings.Contains(name, "Articles/"):
		return r.article(name, yield)
	case ext != ".csv":
		return true
	}
	t, known := tables[tableName(name)]
	if !known {
		return true // the ledger shows it as unknown
	}
	if r.tables == nil {
		r.tables = map[string]bool{}
	}
	r.tables[tableName(name)] = true
	if t.skip != "" {
		r.x.Skip(name, t.skip)
		return true
	}
	f, err := r.x.Open(name)
	if err != nil {
		return yield(footprint.Item{}, err)
	}
	defer f.Close()
	for row, err := range csvtable.Rows(f, csvtable.Options{Columns: t.columns, Backslash: t.backslash, Starts: t.starts}) {
		if ctx.Err() != nil {
			yield(footprint.Item{}, ctx.Err())
			return false
		}
		if err != nil {
			if !yield(footprint.Item{}, r.x.Failed(name, 0, err)) {
				return false
			}
			continue
		}
		for _, it := range t.read(r, row) {
			it.Origin = footprint.Origin{File: r.x.Path(name), Pos: row.N}
			if it.Kind == footprint.KindContact {
				if r.contacts++; r.contacts == 1 {
					r.first = footprint.Origin{File: it.Origin.File}
				}
			}
			if !yield(it, nil) {
				return false
			}
		}
	}
	return true
}

// warnBasic tells a part from the whole: the first mail lacks all that matters most, and the second says in its name
// that it is complete (shared/formats/linkedin.md).
func (r *reader) warnBasic() {
	for _, t := range []string{"shares", "comments", "reactions", "logins"} {
		if r.tables[t] {
			// Whoever asked for single tables gets an archive of another name.
			if strings.HasPrefix(filepath.Base(r.x.Archive.Path), "Complete_LinkedInDataExport") {
				r.x.Complete = footprint.Yes
			}
			return
		}
	}
	if r.tables["connections"] {
		r.x.Notes = append(r.x.Notes, "This looks like the first, smaller mail (Basic): posts, comments and reactions are not in it. Wait for the Complete archive.")
		r.x.Complete = footprint.No
	}
}
