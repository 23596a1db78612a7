package x

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

// record is one element of a data file.
type record struct {
	raw  []byte // without the wrapper object
	path string // the path that led here, for sections with several
	pos  int64
}

// reader reads one archive. Its methods named in the table of sections turn one record into items.
type reader struct {
	x     *ingest.Export
	yield func(footprint.Item, error) bool
	stop  bool // the consumer broke off, or the context ended

	dir     string // "data/", or "" where the files lie at the top
	file    string // being read, below the root
	section *section
	rec     record
	counted map[string]int64 // records by file, to compare with the manifest

	manifest  manifest
	accountID string
	handle    string

	people    map[string]string // handle by account number
	apps      map[string]string // name by the link that X writes for an app
	notes     noteIndex
	chat      chat
	joined    map[string]bool // communities already named
	deleted   map[string]bool // ids of deleted posts that were read whole
	articles  []articleFacts
	contacts  int
	contactAt record
	targeting map[[2]string]*target
	guard     *protection
}

// read implements ingest.Platform.Read.
func read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		r := &reader{
			x: x, yield: yield, counted: map[string]int64{}, people: map[string]string{}, apps: map[string]string{}, joined: map[string]bool{},
			deleted: map[string]bool{}, targeting: map[[2]string]*target{},
		}
		if x.Layout == Layout2012 {
			r.classic(ctx)
		} else {
			r.modern(ctx)
		}
		if err := ctx.Err(); err != nil && !r.stop {
			yield(footprint.Item{}, err)
		}
	}
}

func (r *reader) modern(ctx context.Context) {
	byStem := r.sortFiles()
	r.readManifest()
	for _, s := range sections() {
		if s.read == nil {
			for _, stem := range s.stems {
				for _, name := range byStem[stem] {
					if stem != "manifest" {
						r.x.Skip(name, s.skip)
					}
				}
			}
			continue
		}
		r.section = &s
		for _, stem := range s.stems {
			for _, name := range byStem[stem] {
				if r.readFile(ctx, name); r.stop || ctx.Err() != nil {
					return
				}
			}
		}
		if s.done != nil {
			if s.done(r); r.stop {
				return
			}
		}
	}
	r.compareWithManifest()
}

// sortFiles finds the data files by their stem, parts in order, and accounts for what is no data.
func (r *reader) sortFiles() map[string][]string {
	byStem := map[string][]string{}
	if slices.ContainsFunc(r.x.Files(), func(n string) bool { return strings.HasPrefix(n, "data/") && strings.HasSuffix(n, ".js") }) {
		r.dir = "data/"
	}
	for _, name := range r.x.Files() {
		dir, base := path.Split(name)
		switch {
		case dir == r.dir && strings.HasSuffix(base, ".js"):
			byStem[stemOf(base)] = append(byStem[stemOf(base)], name)
		case strings.HasSuffix(name, ".zip"):
			r.x.Skip(name, "media packed once more inside the archive; unpack it to see them")
		default:
			if reason := skipReason(name); reason != "" {
				r.x.Skip(name, reason)
			}
		}
	}
	for _, names := range byStem {
		slices.SortFunc(names, func(a, b string) int { return partOf(a) - partOf(b) })
	}
	return byStem
}

func partOf(name string) int {
	i := strings.LastIndex(name, "-part")
	if i < 0 {
		return 0
	}
	n, _ := strconv.Atoi(strings.TrimSuffix(name[i+len("-part"):], ".js"))
	return n
}

// skipReason names the files of the viewer that X packs with the data.
func skipReason(name string) string {
	top, _, nested := strings.Cut(name, "/")
	switch {
	case nested && slices.Contains([]string{"assets", "css", "lib", "img", "js"}, top):
		return "part of the viewer that X adds, holds no data of the account"
	case strings.HasSuffix(name, ".html") && !nested:
		return "part of the viewer that X adds, holds no data of the account"
	case strings.EqualFold(path.Base(name), "readme.txt"):
		return "X's description of the files"
	}
	return ""
}

// readFile reads the records of one data file.
func (r *reader) readFile(ctx context.Context, name string) {
	f, err := r.x.Open(name)
	if err != nil {
		r.fail(name, 0, err)
		return
	}
	defer f.Close()
	r.file = name
	paths := r.section.path
	if paths == nil {
		paths = []string{"[]"}
	}
	for v, err := range jsonstream.Walk(f, paths...) {
		var bad *jsonstream.Error
		switch {
		case ctx.Err() != nil:
			return
		case errors.As(err, &bad):
			r.rec = record{}
			r.fail(name, max(bad.Index, 1), bad)
		default:
			r.rec = record{raw: v.Raw, path: v.Path, pos: max(v.Index, 1)}
			if len(r.section.path) == 0 {
				r.counted[name]++
			} else {
				r.counted[name] = v.Outer
			}
			if !r.section.bare {
				r.rec = unwrap(r.rec)
			}
			r.section.read(r, r.rec)
		}
		if r.stop {
			return
		}
	}
}

// unwrap takes the wrapper object off: {"like": {...}} becomes the inner object. Elements of before 2020
// may have none.
func unwrap(rec record) record {
	members := 0
	inner := rec
	ok := jsonstream.Members(rec.raw, func(_, value []byte) {
		if members++; members == 1 && value[0] == '{' {
			inner.raw = value
		}
	})
	if !ok || members != 1 {
		return rec
	}
	return inner
}

// decode reads the present record into a struct, or yields why it cannot be read.
func (r *reader) decode(rec record, into any) bool {
	if err := json.Unmarshal(rec.raw, into); err != nil {
		var wrongType *json.UnmarshalTypeError
		if errors.As(err, &wrongType) {
			err = fmt.Errorf("%w: %s is a %s", footprint.ErrDamaged, wrongType.Field, wrongType.Value)
		} else {
			err = fmt.Errorf("%w: %w", footprint.ErrDamaged, err)
		}
		r.fail(r.file, rec.pos, err)
		return false
	}
	return true
}

// emit yields an item of the present record.
func (r *reader) emit(it footprint.Item) {
	if r.stop {
		return
	}
	if it.Origin.File == "" {
		it.Origin = footprint.Origin{File: r.x.Path(r.file), Pos: r.rec.pos}
	}
	it.Account = r.handle
	r.stop = !r.yield(it, nil)
}

// mine makes a native id for a thing that has a number or name of its own only within the account: another
// account of the same user may like the same post and be followed by the same people.
func (r *reader) mine(id string) string { return r.accountID + "/" + id }

// fail yields an error of a file below the root.
func (r *reader) fail(name string, pos int64, err error) {
	r.stop = r.stop || !r.yield(footprint.Item{}, r.x.Failed(name, pos, err))
}

func (r *reader) remark(format string, args ...any) {
	r.x.Notes = append(r.x.Notes, fmt.Sprintf(format, args...))
}
