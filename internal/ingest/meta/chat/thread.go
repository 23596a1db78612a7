package chat

import (
	"context"
	"io"
	"path"
	"regexp"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/page"
	"footprint/internal/ingest/meta/value"
)

// Service tells where threads of a platform are found on the web.
type Service struct {
	// Link is the address of a thread by its id, with "%s" for it; empty where there is none.
	Link string
	// Page is the nearest page of threads without an address.
	Page string
}

// thread is the head of one file of messages.
type thread struct {
	file    string // below the export's root
	dir     string
	path    string // identity: the section and folder, without part number
	title   string
	names   []string
	section string
	secure  bool // end-to-end encrypted export
	former  bool // the owner has left it
}

var (
	numbered = regexp.MustCompile(`_\d+$`)
	digitsID = regexp.MustCompile(`_(\d{5,})$|^(\d{5,})$`)
)

// sections are the folders below messages/.
var sections = map[string]bool{
	"inbox": true, "archived_threads": true, "filtered_threads": true, "message_requests": true, "legacy_threads": true,
	"e2ee_cutover": true, "broadcast_channels": true, "your_group_messages": true,
}

// head reads what a JSON file says about its thread.
func head(r *meta.Reader, file string) (thread, error) {
	f, err := r.X.Archive.Open(r.X.Path(file))
	if err != nil {
		return thread{}, r.X.Failed(file, 0, err)
	}
	defer f.Close()
	return headOf(file, value.Header(f, "participants", "title", "thread_path", "threadName", "thread_name", "is_still_participant")), nil
}

func headOf(file string, h value.Value) thread {
	t := newThread(file)
	for _, p := range h.Get("participants").List() {
		if name := p.Text() + p.Str("name"); name != "" {
			t.names = append(t.names, name)
		}
	}
	t.title = h.Str("title", "thread_name")
	if s := h.Str("threadName"); s != "" {
		t.secure = true
		t.title = numbered.ReplaceAllString(s, "")
	}
	if t.secure || len(h.Get("participants").List()) > 0 && h.Get("participants").List()[0].Text() != "" {
		t.secure = true
		t.path = numbered.ReplaceAllString(strings.TrimSuffix(path.Base(file), path.Ext(file)), "")
		if t.title == "" {
			t.title = t.path
		}
	}
	if p := h.Str("thread_path"); strings.Contains(p, "/") {
		t.path = p
	}
	t.former = h.Get("is_still_participant").Is() && !h.Get("is_still_participant").Bool()
	return t
}

// newThread takes a thread's identity from its place in the export.
func newThread(file string) thread {
	t := thread{file: file, dir: path.Dir(file), path: strings.ToLower(path.Dir(file))}
	if t.dir == "." || sections[path.Base(t.dir)] {
		t.path = strings.ToLower(strings.TrimSuffix(file, path.Ext(file)))
	}
	parts := strings.Split(t.path, "/")
	for i, p := range parts {
		if sections[p] {
			t.section = p
			t.path = strings.Join(parts[i:], "/")
			break
		}
	}
	return t
}

// partner names the other members.
func (t *thread) partner(r *meta.Reader) string {
	var others []string
	for _, n := range t.names {
		if !r.IsOwner(n) {
			others = append(others, n)
		}
	}
	return strings.Join(others, ", ")
}

// known reports whether the owner is among the members, or nobody is named.
func (t *thread) known(r *meta.Reader) bool {
	for _, n := range t.names {
		if r.IsOwner(n) {
			return true
		}
	}
	return len(t.names) == 0 && r.X.Owner.Name != ""
}

// container is the chat's name as shown: its title, or the partners.
func (t *thread) container(r *meta.Reader) string {
	if t.title != "" {
		return t.title
	}
	return t.partner(r)
}

func (t *thread) link(s Service) string {
	if s.Link == "" {
		return s.Page
	}
	if m := digitsID.FindStringSubmatch(path.Base(t.path)); m != nil {
		return strings.Replace(s.Link, "%s", m[1]+m[2], 1)
	}
	return s.Page
}

// Read yields the messages of the files, in their order. It returns false when the consumer wants no more.
func (s Service) Read(ctx context.Context, r *meta.Reader, files []string, yield func(footprint.Item, error) bool) bool {
	findOwner(ctx, r, files)
	for _, file := range files {
		if ctx.Err() != nil {
			return yield(footprint.Item{}, ctx.Err()) && false
		}
		read := s.json
		if strings.EqualFold(path.Ext(file), ".html") {
			read = s.html
		}
		if !read(ctx, r, file, yield) {
			return false
		}
	}
	return true
}

func (s Service) json(ctx context.Context, r *meta.Reader, file string, yield func(footprint.Item, error) bool) bool {
	t, err := head(r, file)
	if err != nil {
		return yield(footprint.Item{}, err)
	}
	for _, list := range []string{"messages", "replies"} {
		f, err := r.X.Open(file)
		if err != nil {
			return yield(footprint.Item{}, err)
		}
		more := s.list(ctx, r, &t, f, list+"/[]", yield)
		_ = f.Close() // read only
		if !more {
			return false
		}
		if !strings.HasPrefix(path.Base(file), "replies") {
			break
		}
	}
	return true
}

func (s Service) list(ctx context.Context, r *meta.Reader, t *thread, f io.Reader, list string, yield func(footprint.Item, error) bool) bool {
	more := true
	err := value.Elements(ctx, f, list, func(pos int64, m *message, err error) bool {
		if err != nil {
			more = yield(footprint.Item{}, r.X.Failed(t.file, pos, err))
			return more
		}
		it := s.item(r, t, m)
		it.Origin = footprint.Origin{File: r.X.Path(t.file), Pos: pos}
		more = yield(it, nil)
		return more
	})
	if err != nil {
		yield(footprint.Item{}, err)
		return false
	}
	return more
}

// html reads a page of messages.
func (s Service) html(ctx context.Context, r *meta.Reader, file string, yield func(footprint.Item, error) bool) bool {
	f, err := r.X.Open(file)
	if err != nil {
		return yield(footprint.Item{}, err)
	}
	defer f.Close()
	t := newThread(file)
	more, pos := true, int64(0)
	err = page.Rows(ctx, f, func(p page.Page, row page.Row) bool {
		if t.title == "" {
			t.title, t.names = p.Title, participants(p.Head)
		}
		pos++
		m := rowMessage(r, row)
		it := s.item(r, &t, &m)
		if r.Zone == nil {
			it.Details["time"] = "approximate: the export gives local time without its zone"
		}
		it.Origin = footprint.Origin{File: r.X.Path(file), Pos: pos}
		more = yield(it, nil)
		return more
	})
	switch {
	case !more:
		return false
	case ctx.Err() != nil:
		yield(footprint.Item{}, ctx.Err())
		return false
	case err != nil:
		return yield(footprint.Item{}, r.X.Failed(file, pos+1, err))
	}
	return true
}

// participants reads the header line, whose first word is localised: "Participants: A, B and C".
func participants(line string) []string {
	_, list, ok := strings.Cut(strings.ReplaceAll(line, "：", ":"), ":")
	if !ok {
		return nil
	}
	var names []string
	for n := range strings.SplitSeq(list, ",") {
		for _, and := range []string{" and ", " und ", " et ", " y ", " e ", " en ", " og "} {
			if a, b, ok := strings.Cut(n, and); ok {
				names, n = append(names, strings.TrimSpace(a)), b
			}
		}
		if n = strings.TrimSpace(n); n != "" {
			names = append(names, n)
		}
	}
	return names
}

// Encrypted reports whether a file directly in the messages folder is a thread of the export of encrypted
// chats: "<thread name>_<number>.json".
func Encrypted(file string) bool {
	base := path.Base(file)
	return path.Ext(base) == ".json" && numbered.MatchString(strings.TrimSuffix(base, ".json"))
}
