// Package flickr reads Flickr's account data, a JSON file for each photo and for each list, together with the
// pictures, which come in zips of their own. Facts stand in shared/formats/flickr.md.
package flickr

import (
	"bytes"
	"context"
	"iter"
	"path"
	"regexp"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// Layout2018 is the only layout: the export began in 2018.
const Layout2018 = "2018"

// Platform returns the reader of Flickr exports.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "flickr", Name: "Flickr",
		Ask:       "Account settings, Your Flickr data, Request my Flickr data. Days later the same page lists several zips: fetch all, those of the account data and those of the photos, into one folder.",
		AskURL:    "https://www.flickr.com/account",
		Reads:     "photos with place, camera, audience and comments, albums, galleries, groups and discussions, contacts, followers, favourites, testimonials, mail",
		Lacks:     "connected apps, photos of others that show you",
		Recognize: recognize,
		Read:      read,
	}
}

var (
	photoFile = regexp.MustCompile(`^photo_(\d+)\.json$`)
	partFile  = regexp.MustCompile(`^([a-z_]+?)(?:_part\d+)?\.json$`)
)

// recognize finds the folders with Flickr's files by name, and makes sure by the head of a few.
func recognize(a *ingest.Archive) []ingest.Found {
	dirs := map[string]bool{} // whether the folder is certain
	var order []string
	profiles := 0
	for _, name := range a.Names() {
		base := path.Base(name)
		if !strings.HasSuffix(base, ".json") {
			continue
		}
		words := marks(base)
		if words == nil {
			continue
		}
		dir := path.Dir(name)
		sure, seen := dirs[dir]
		if !seen {
			order = append(order, dir)
		}
		if !sure || base == "account_profile.json" {
			sure = sure || containsAll(a.Head(name, sniffBytes), words)
		}
		dirs[dir] = sure
		if base == "account_profile.json" && sure {
			profiles++
		}
		if len(order) > maxFolders {
			return nil
		}
	}
	var sure []string
	for _, dir := range order {
		if dirs[dir] {
			sure = append(sure, dir)
		}
	}
	switch {
	case len(sure) == 0:
		return nil
	case profiles > 1 || len(sure) == 1 && !mediaElsewhere(a, sure[0]):
		var found []ingest.Found
		for _, dir := range sure {
			found = append(found, ingest.Found{Root: dir, Layout: Layout2018, Format: "json"})
		}
		return found
	}
	return []ingest.Found{joined(a, sure)}
}

const (
	sniffBytes = 64 << 10
	maxFolders = 200
)

// marks returns the words that a file of that name must hold near its beginning, or nil for other names.
func marks(base string) []string {
	if photoFile.MatchString(base) {
		return []string{`"date_imported"`}
	}
	switch base {
	case "account_profile.json":
		return []string{`"nsid"`}
	case "albums.json":
		return []string{`"albums"`, `"photo_count"`}
	case "contacts_part001.json":
		return []string{`"contacts"`, "flickr.com/"}
	case "followers_part001.json":
		return []string{`"followers"`, "flickr.com/"}
	case "faves_part001.json":
		return []string{`"photo_url"`, "flickr.com/"}
	case "photos_comments_part001.json":
		return []string{`"comments"`, `"photo_id"`}
	case "received_flickrmail_part001.json", "sent_flickrmail_part001.json":
		return []string{`"flickrmail"`}
	case "groups.json", "group_discussions.json", "galleries.json":
		return []string{"flickr.com/"}
	}
	return nil
}

func containsAll(b []byte, words []string) bool {
	for _, w := range words {
		if !bytes.Contains(b, []byte(w)) {
			return false
		}
	}
	return true
}

// isDownload reports whether a folder stands for one of the zips with pictures.
func isDownload(dir string) bool { return strings.HasPrefix(path.Base(dir), "data-download") }

func mediaElsewhere(a *ingest.Archive, root string) bool {
	for _, name := range a.Names() {
		if dir := path.Dir(name); dir != root && isDownload(dir) && root != "." && !strings.HasPrefix(dir, root+"/") {
			return true
		}
	}
	return false
}

// joined is one export whose parts lie in folders side by side: the zips of one account.
func joined(a *ingest.Archive, dirs []string) ingest.Found {
	mine := map[string]bool{}
	root := dirs[0]
	for _, dir := range dirs {
		mine[dir] = true
		root = common(root, dir)
	}
	for _, name := range a.Names() {
		if dir := path.Dir(name); isDownload(dir) && !mine[dir] {
			mine[dir] = true
			root = common(root, dir)
		}
	}
	return ingest.Found{Root: root, Layout: Layout2018, Format: "json", Claims: func(name string) bool { return mine[path.Join(root, path.Dir(name))] }}
}

// common is the deepest folder above both.
func common(a, b string) string {
	for a != "." && a != b && !strings.HasPrefix(b, a+"/") {
		a = path.Dir(a)
	}
	return a
}

func read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		r := &reader{x: x, ctx: ctx, yield: yield}
		r.indexMedia()
		r.findOwner()
		rows := tables()
		for _, name := range x.Files() {
			if ctx.Err() != nil {
				r.yield(footprint.Item{}, ctx.Err())
				return
			}
			base := path.Base(name)
			ok := true
			if photoFile.MatchString(base) {
				ok = r.photo(name)
			} else if m := partFile.FindStringSubmatch(base); m != nil {
				if base == "account_profile.json" {
					ok = r.profile(name)
				} else if t, known := rows[m[1]]; known {
					ok = r.list(name, t)
				}
			}
			if !ok {
				return
			}
		}
	}
}

type reader struct {
	x     *ingest.Export
	ctx   context.Context
	yield func(footprint.Item, error) bool
	media map[string][]string // files by photo id
	me    string              // the owner's nsid
	alias string              // the owner's name in addresses
}

func (r *reader) emit(it footprint.Item, file string, pos int64) bool {
	it.Origin = footprint.Origin{File: r.x.Path(file), Pos: pos}
	return r.yield(it, nil)
}

func (r *reader) fail(file string, pos int64, err error) bool {
	return r.yield(footprint.Item{}, r.x.Failed(file, pos, err))
}

// own reports whether an nsid, name or address is the owner's.
func (r *reader) own(user string) bool {
	user = strings.Trim(user, "/")
	user = user[strings.LastIndexByte(user, '/')+1:]
	return user != "" && (user == r.me || user == r.alias)
}

// indexMedia joins pictures with photos: the longest run of digits in the name that is a known photo's id.
func (r *reader) indexMedia() {
	known := map[string]bool{}
	for _, name := range r.x.Files() {
		if m := photoFile.FindStringSubmatch(path.Base(name)); m != nil {
			known[m[1]] = true
		}
	}
	r.media = map[string][]string{}
	for _, name := range r.x.Files() {
		if !ingest.IsMedia(name) {
			continue
		}
		if r.errorPage(name) {
			r.x.Skip(name, "an error page of Flickr's server in place of the picture")
			continue
		}
		if id := photoID(path.Base(name), known); id != "" {
			r.media[id] = append(r.media[id], name)
		}
	}
}

// errorPage reports whether a small picture is really a page of HTML.
func (r *reader) errorPage(name string) bool {
	const largest = 32 << 10
	if size := r.x.Archive.Size(r.x.Path(name)); size < 0 || size > largest {
		return false
	}
	head := bytes.ToLower(bytes.TrimSpace(r.x.Archive.Head(r.x.Path(name), 64)))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")) || bytes.HasPrefix(head, []byte("<head"))
}

func photoID(base string, known map[string]bool) string {
	best := ""
	for run := range strings.FieldsFuncSeq(base, func(c rune) bool { return c < '0' || c > '9' }) {
		if len(run) > len(best) && known[run] {
			best = run
		}
	}
	return best
}
