// Package reddit reads the tables of Reddit's data request. The format is described in
// shared/formats/reddit.md.
//
// Files are known by name and header. Lines that a comment quotes with ">" are others' words and stand
// apart from the user's own. Payments and identity documents are not read.
package reddit

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
)

// Layout2018 is the one layout: tables in one folder, since the first data requests.
const Layout2018 = "2018"

// Platform returns the importer.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID:        "reddit",
		Name:      "Reddit",
		Ask:       "Log in, open the data request page, choose the full time range and submit. A message brings the link within 30 days.",
		AskURL:    "https://www.reddit.com/settings/data-request",
		Reads:     "posts, comments, votes, saved and hidden posts, subreddits, messages and chats, log-ins, settings",
		Lacks:     "searches, profile text, followers, blocked users, connected apps",
		Recognize: recognize,
		Read:      read,
	}
}

// markers are tables of which two in one folder make an export, with the beginning of their header.
func markers() map[string]string {
	const content = "id,permalink,date,ip,"
	return map[string]string{
		"posts": content, "comments": content, "post_headers": content, "comment_headers": content, "messages": "id,permalink,thread_id,",
		"post_votes": "id,permalink,direction", "comment_votes": "id,permalink,direction", "saved_posts": "id,permalink", "saved_comments": "id,permalink",
		"subscribed_subreddits": "subreddit", "ip_logs": "date,ip", "user_preferences": "preference,value", "checkfile": "filename,sha256",
		"statistics": "statistic,value", "hidden_posts": "id,permalink", "chat_history": "message_id,",
	}
}

func recognize(a *ingest.Archive) []ingest.Found {
	known := markers()
	dirs := map[string]int{}
	var order []string
	const most = 500 // files looked into
	looked := 0
	for _, name := range a.Names() {
		head, isMarker := known[stemOf(path.Base(name))]
		if !isMarker || looked >= most {
			continue
		}
		looked++
		begin := bytes.TrimPrefix(a.Head(name, 300), []byte("\xef\xbb\xbf"))
		line, _, _ := bytes.Cut(begin, []byte("\n"))
		plain := strings.ToLower(strings.Map(func(r rune) rune {
			if r == '"' || r == ' ' || r == '\r' {
				return -1
			}
			return r
		}, string(line)))
		if !strings.HasPrefix(plain, head) {
			continue
		}
		dir := path.Dir(name)
		if dirs[dir] == 0 {
			order = append(order, dir)
		}
		dirs[dir]++
		if strings.HasPrefix(plain, "id,permalink,date,ip,subreddit,") {
			dirs[dir]++ // this header is Reddit's alone
		}
	}
	var found []ingest.Found
	for _, dir := range order {
		if dirs[dir] >= 2 {
			found = append(found, ingest.Found{Root: dir, Layout: Layout2018, Format: "csv", Claims: claims})
		}
	}
	return found
}

var partSuffix = regexp.MustCompile(`_\d+$`)

// stemOf returns "post_votes" for "post_votes_2.csv", and "" for what is no table.
func stemOf(base string) string {
	stem, isTable := strings.CutSuffix(base, ".csv")
	if !isTable {
		return ""
	}
	return partSuffix.ReplaceAllString(stem, "")
}

func claims(name string) bool {
	return !strings.Contains(name, "/") && slices.ContainsFunc(tables(), func(t table) bool { return t.stem == stemOf(name) })
}

// table is one kind of file, in the order of reading.
type table struct {
	stem string
	read func(r *reader, row csvtable.Row)
	done func(r *reader)
	// instead names a table that holds the same and more.
	instead string
	skip    string
}

// reader reads one export.
type reader struct {
	x     *ingest.Export
	yield func(footprint.Item, error) bool
	stop  bool
	file  string
	row   csvtable.Row
	name  string // the user's account name
	facts map[string]string
	// withdrawn counts the votes of the present table that were taken back.
	withdrawn int
}

func read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		r := &reader{x: x, yield: yield, facts: map[string]string{}}
		r.nameFromArchive()
		files := map[string][]string{}
		for _, name := range x.Files() {
			if stem := stemOf(name); stem != "" && !strings.Contains(name, "/") {
				files[stem] = append(files[stem], name)
			}
		}
		for _, t := range tables() {
			for _, name := range files[t.stem] {
				switch {
				case t.skip != "":
					x.Skip(name, t.skip)
				case t.instead != "" && len(files[t.instead]) > 0:
					x.Skip(name, "the same without the words; "+t.instead+".csv is read")
				default:
					r.table(ctx, name, t)
				}
				if r.stop {
					return
				}
				if err := ctx.Err(); err != nil {
					yield(footprint.Item{}, err)
					return
				}
			}
			if t.done != nil && len(files[t.stem]) > 0 {
				t.done(r)
			}
		}
	}
}

var archiveName = regexp.MustCompile(`^export_(.+)_\d{8}$`)

// nameFromArchive takes the user's name from the file name Reddit gives the archive.
func (r *reader) nameFromArchive() {
	for _, p := range []string{r.x.Archive.Path, r.x.Root} {
		base := path.Base(strings.ReplaceAll(p, `\`, "/"))
		if m := archiveName.FindStringSubmatch(strings.TrimSuffix(base, path.Ext(base))); m != nil {
			r.own(m[1])
			return
		}
	}
}

func (r *reader) own(name string) {
	name = strings.TrimPrefix(ingest.CleanText(name), "u/")
	if name != "" && r.name == "" {
		r.name = name
		r.x.Owner.Handles = []string{name}
	}
}

func (r *reader) table(ctx context.Context, name string, t table) {
	f, err := r.x.Open(name)
	if err != nil {
		r.fail(name, 0, err)
		return
	}
	defer f.Close()
	r.file = name
	for row, err := range csvtable.Rows(f, csvtable.Options{}) {
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			r.fail(name, 0, err)
		default:
			r.row = row
			t.read(r, row)
		}
		if r.stop {
			return
		}
	}
}

// emit yields an item of the present row.
func (r *reader) emit(it footprint.Item) {
	if r.stop {
		return
	}
	it.Origin = footprint.Origin{File: r.x.Path(r.file), Pos: r.row.N}
	it.Account = r.name
	r.stop = !r.yield(it, nil)
}

func (r *reader) fail(name string, pos int64, err error) {
	r.stop = r.stop || !r.yield(footprint.Item{}, r.x.Failed(name, pos, err))
}

// missing notes files that the list of check sums names and the export lacks.
func (r *reader) missing(row csvtable.Row) {
	name := path.Base(row.Get("filename"))
	if name != "." && name != "/" && name != "checkfile.csv" && !r.x.Has(name) {
		r.x.Notes = append(r.x.Notes, fmt.Sprintf("%s is listed in checkfile.csv but missing", strconv.Quote(ingest.CleanText(name))))
	}
}
