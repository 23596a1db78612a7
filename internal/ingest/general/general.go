// Package general reads a plain table or document of posts, so that nobody is left out whose platform Footprint
// does not know. The columns, or members, are the fields of an item: see [Fields]; only "text" is needed.
package general

import (
	"context"
	"encoding/json"
	"iter"
	"path"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/jsonstream"
)

// Layout2026 is the mapping described by Fields.
const Layout2026 = "2026"

// Fields maps the column names that are understood, besides the JSON names of footprint.Item itself, to those
// names. Case, blanks and underscores do not count.
var Fields = map[string]string{
	"date": "created", "time": "created", "timestamp": "created", "created_at": "created", "posted": "created", "published": "created",
	"content": "text", "body": "text", "post": "text", "message": "text", "caption": "text",
	"link": "url", "permalink": "url", "address": "url", "type": "kind", "user": "author", "from": "author", "audience": "visibility", "group": "container", "network": "platform", "id": "native_id",
	"subject": "title", "in_reply_to": "reply_to", "quoted": "shared_text",
}

// Platform returns the reader of plain tables and documents.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "general", Name: "Any other platform",
		Ask:       "Save the posts as a CSV table with a header, or as JSON: a list of objects, or one object a line. Needed is a column text; known are kind, created, author, visibility, container, url, platform and every other field of an item.",
		AskURL:    "",
		Reads:     "any column that is named like a field of an item; text is needed",
		Lacks:     "what the table does not hold",
		Recognize: recognize,
		Read:      read,
	}
}

// recognize takes only a file that was given by itself: a table among other files is nobody's posts.
func recognize(a *ingest.Archive) []ingest.Found {
	if len(a.Names()) != 1 {
		return nil
	}
	name := a.Names()[0]
	head := string(a.Head(name, 8192))
	switch ext := strings.ToLower(path.Ext(name)); {
	case (ext == ".csv" || ext == ".tsv") && isTable(head):
		return []ingest.Found{{Root: path.Dir(name), Layout: Layout2026, Format: "csv"}}
	case (ext == ".json" || ext == ".jsonl" || ext == ".ndjson") && isDocument(head):
		return []ingest.Found{{Root: path.Dir(name), Layout: Layout2026, Format: "json"}}
	}
	return nil
}

// isTable wants a column of words and one that says when or what.
func isTable(head string) bool {
	line, _, _ := strings.Cut(strings.TrimPrefix(head, "\ufeff"), "\n")
	var names []string
	for _, n := range strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == ';' || r == '\t' }) {
		names = append(names, field(strings.Trim(strings.TrimSpace(n), `"`)))
	}
	return slices.Contains(names, "text") && (slices.Contains(names, "created") || slices.Contains(names, "kind"))
}

func isDocument(head string) bool {
	head = strings.TrimSpace(strings.TrimPrefix(head, "\ufeff"))
	if !strings.HasPrefix(head, "[") && !strings.HasPrefix(head, "{") {
		return false
	}
	return strings.Contains(head, `"text"`) && (strings.Contains(head, `"kind"`) || strings.Contains(head, `"created"`)) && !strings.Contains(head, `"from_id"`)
}

// field is the item's name of a column.
func field(column string) string {
	name := strings.ToLower(strings.ReplaceAll(strings.TrimSpace(column), " ", "_"))
	if to, ok := Fields[name]; ok {
		return to
	}
	return name
}

func read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		for _, name := range x.Files() {
			ok := true
			if x.Format == "csv" {
				ok = table(ctx, x, name, yield)
			} else {
				ok = document(ctx, x, name, yield)
			}
			if !ok {
				return
			}
		}
	}
}

func table(ctx context.Context, x *ingest.Export, name string, yield func(footprint.Item, error) bool) bool {
	f, err := x.Open(name)
	if err != nil {
		return yield(footprint.Item{}, err)
	}
	defer f.Close()
	for row, err := range csvtable.Rows(f, csvtable.Options{}) {
		if ctx.Err() != nil {
			yield(footprint.Item{}, ctx.Err())
			return false
		}
		var it footprint.Item
		if err == nil {
			it, err = fromRow(row)
		}
		if !emit(x, name, row.N, it, err, yield) {
			return false
		}
	}
	return true
}

// fromRow spells the row as JSON and reads that as an item, so that both forms have one reader.
func fromRow(row csvtable.Row) (footprint.Item, error) {
	members := map[string]any{}
	row.Each(func(column, value string) {
		name := field(column)
		switch {
		case name == "":
		case slices.Contains(lists, name):
			members[name] = split(value)
		default:
			members[name] = scalar(name, value)
		}
	})
	b, err := json.Marshal(members)
	if err != nil {
		return footprint.Item{}, err
	}
	return fromJSON(b)
}

var lists = []string{"tags", "labels", "roles", "permissions", "folders"}

var numbers = []string{"members", "mutual_friends", "history_before", "followers", "count", "rating", "duplicates", "shares", "reactions"}

var yesNo = []string{"alias", "controlled_by_me", "has_image", "post_approval", "automatic", "full_name", "about_me"}

func scalar(name, value string) any {
	switch {
	case slices.Contains(numbers, name):
		return json.Number(value)
	case slices.Contains(yesNo, name), name == "deleted":
		switch strings.ToLower(value) {
		case "true", "yes", "1":
			return true
		case "false", "no", "0":
			return false
		}
		return nil
	}
	return value
}

func split(value string) []string {
	var out []string
	for _, v := range strings.FieldsFunc(value, func(r rune) bool { return r == ';' || r == ',' || r == '|' }) {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

func document(ctx context.Context, x *ingest.Export, name string, yield func(footprint.Item, error) bool) bool {
	f, err := x.Open(name)
	if err != nil {
		return yield(footprint.Item{}, err)
	}
	defer f.Close()
	var n int64
	paths := []string{"[]"} // of a list only the elements are asked for, never the whole
	if head := strings.TrimSpace(string(x.Archive.Head(x.Path(name), 64))); !strings.HasPrefix(head, "[") {
		paths = []string{"", "items/[]", "posts/[]"}
	}
	for v, err := range jsonstream.Walk(f, paths...) {
		if ctx.Err() != nil {
			yield(footprint.Item{}, ctx.Err())
			return false
		}
		if err == nil && v.Path == "" && isList(v.Raw) {
			continue // its elements come by themselves
		}
		n++
		var it footprint.Item
		if err == nil {
			it, err = fromJSON(v.Raw)
		}
		if !emit(x, name, n, it, err, yield) {
			return false
		}
	}
	return true
}

// isList tells a document that holds the posts from one that is a post.
func isList(raw []byte) bool {
	list := len(raw) == 0 || raw[0] != '{'
	jsonstream.Members(raw, func(name, value []byte) {
		list = list || (string(name) == "items" || string(name) == "posts") && len(value) > 0 && value[0] == '['
	})
	return list
}

// fromJSON reads one object, its names folded to those of an item.
func fromJSON(raw []byte) (footprint.Item, error) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(raw, &members); err != nil {
		return footprint.Item{}, err
	}
	named := map[string]json.RawMessage{}
	for name, value := range members {
		if to := field(name); named[to] == nil || to == name {
			named[to] = value
		}
	}
	for _, own := range []string{"id", "origin", "native_id"} { // identity is ours to give
		if own != "native_id" {
			delete(named, own)
		} else if s := jsonstream.Text(named[own]); s != "" {
			named[own], _ = json.Marshal(s) // a string always marshals
		}
	}
	b, err := json.Marshal(named)
	if err != nil {
		return footprint.Item{}, err
	}
	var it footprint.Item
	if err := json.Unmarshal(b, &it); err != nil {
		return it, err
	}
	it.Media, it.Exif, it.Details = nil, nil, nil // files and facts of pictures do not come with a table
	if it.Kind == "" {
		it.Kind = footprint.KindPost
	}
	if it.Author == "" || strings.EqualFold(it.Author, "me") {
		it.Author = footprint.AuthorSelf
	}
	it.Created = ingest.Plausible(it.Created)
	for _, s := range []*string{&it.Text, &it.Title, &it.Author, &it.Container, &it.SharedText, &it.ReplyTo, &it.Target, &it.URL, &it.NativeID, &it.Account, &it.Snippet, &it.Description, &it.OCR} {
		*s = ingest.CleanText(*s)
	}
	return it, nil
}

func emit(x *ingest.Export, name string, n int64, it footprint.Item, err error, yield func(footprint.Item, error) bool) bool {
	if err != nil {
		return yield(footprint.Item{}, x.Failed(name, n, err))
	}
	it.Origin = footprint.Origin{File: x.Path(name), Pos: n}
	return yield(it, nil)
}
