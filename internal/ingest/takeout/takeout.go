// Package takeout reads the exports of Google: YouTube, Photos, Maps, My Activity, Blogger, Chat and the account
// itself, in all languages. Folders and files have translated names, and people pack them anew, so files are told
// apart by the ends of their paths and by what they hold. Facts stand in shared/formats/google-takeout.md.
package takeout

import (
	"context"
	"iter"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/takeout/account"
	"footprint/internal/ingest/takeout/photos"
	"footprint/internal/ingest/takeout/product"
)

// Layouts: how the files were delivered.
const (
	LayoutTakeout = "takeout" // below a folder "Takeout"
	LayoutLoose   = "loose"   // folders of products, or single files, without it
)

// Platform returns the reader of Google's exports.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "google-takeout", Name: "Google (YouTube, Photos, Maps, Blogger)",
		Ask: "At takeout.google.com choose YouTube, Google Photos, Maps, Maps (your places), My Activity, Contacts, Profile, Saved, Groups, Google Chat, Blogger, Access log activity, Google Account, Search contributions and " +
			"Play Store; under \"Multiple formats\" take JSON for the history and for My Activity; choose zip, and give all parts.",
		AskURL:    "https://takeout.google.com",
		Reads:     "YouTube, Photos with people and places, Maps reviews and saved places, My Activity, Blogger, Chat, contacts, devices",
		Lacks:     "Timeline kept on the phone, what others wrote about you",
		Recognize: recognize,
		Read:      read,
	}
}

// recognize looks for folders "Takeout"; without one, for files that only Google names so.
func recognize(a *ingest.Archive) []ingest.Found {
	roots := takeouts(a)
	if len(roots) == 1 {
		return []ingest.Found{{Root: roots[0], Layout: LayoutTakeout, Format: "mixed"}}
	}
	if len(roots) > 1 { // parts unpacked beside each other are one export
		root := common(roots)
		return []ingest.Found{{Root: root, Layout: LayoutTakeout, Format: "mixed", Claims: func(name string) bool {
			full := path.Join(root, name)
			return slices.ContainsFunc(roots, func(r string) bool { return strings.HasPrefix(full, r+"/") })
		}}}
	}
	return looseExport(a)
}

// looseExport recognises folders of products, or single files, without a folder Takeout above them.
func looseExport(a *ingest.Archive) []ingest.Found {
	roots := loose(a)
	if len(roots) == 0 {
		return nil
	}
	root := common(roots)
	tops := map[string]bool{} // folders and files right below the root that are Google's
	heads := 0
	for _, name := range a.Under(root) {
		step, _, _ := strings.Cut(name, "/")
		if tops[step] || heads >= mostHeads*mostHeads {
			continue
		}
		depth, sure := sign(name)
		isTable := product.Ext(name) == ".csv"
		if depth == 0 && !isTable {
			continue
		}
		if !sure {
			heads++
			sure = isTable && isMusic(name) || holds(name, product.Head(a, path.Join(root, name)))
		}
		tops[step] = sure
	}
	return []ingest.Found{{Root: root, Layout: LayoutLoose, Format: "mixed", Claims: func(name string) bool {
		step, _, _ := strings.Cut(name, "/")
		return tops[step]
	}}}
}

// top is the folder of all exports; systems number copies of it.
var top = regexp.MustCompile(`(?:^|/)Takeout(?: ?\(?\d+\)?)?/`)

// takeouts returns the outermost folders named Takeout that hold something of Google's.
func takeouts(a *ingest.Archive) []string {
	seen := map[string]bool{}
	var roots []string
	for _, name := range a.Names() {
		if !strings.Contains(name, "Takeout") { // far quicker than the expression
			continue
		}
		m := top.FindStringIndex(name)
		if m == nil {
			continue
		}
		root := name[:m[1]-1]
		if seen[root] || !isGoogle(name[m[1]:]) {
			continue
		}
		seen[root] = true
		roots = append(roots, root)
	}
	return roots
}

// isGoogle reports whether a file below a folder Takeout is in a product's folder, or the overview.
func isGoogle(name string) bool {
	switch product.Ext(name) {
	case ".json", ".html", ".csv", ".vcf", ".atom", ".xml", ".mbox", ".ics", ".jpg", ".jpeg", ".png", ".heic", ".mp4", ".mov":
	default:
		return false
	}
	in, _ := productOf(name, true)
	return in != nothing || isOverview(product.Base(name)) && !strings.Contains(name, "/") || photos.IsSidecar(name)
}

// common is the deepest folder above all of the names.
func common(names []string) string {
	root := names[0]
	for _, n := range names[1:] {
		for root != "." && root != n && !strings.HasPrefix(n, root+"/") {
			root = path.Dir(root)
		}
	}
	return root
}

const mostHeads = 40 // files whose beginning is looked at

// loose returns the folders that files of Google's stand in without a folder Takeout.
func loose(a *ingest.Archive) []string {
	seen := map[string]bool{}
	var roots []string
	heads := 0
	for _, name := range a.Names() {
		depth, sure := sign(name)
		if depth == 0 {
			continue
		}
		root := name
		for range depth {
			root = path.Dir(root)
		}
		if seen[root] || !sure && heads >= mostHeads {
			continue
		}
		if !sure {
			heads++
			if !holds(name, product.Head(a, name)) {
				continue
			}
		}
		seen[root] = true
		roots = append(roots, root)
	}
	return roots
}

var partName = regexp.MustCompile(`(?i)^(takeout-\d{8}T\d{6}Z(?:-\d+)?)-(\d{3})$`)

// missing names the parts that lack in folders unpacked beside each other; of archives the container knows.
func missing(x *ingest.Export) {
	have := map[string]map[int]bool{}
	for _, name := range x.Files() {
		for step := range strings.SplitSeq(path.Dir(x.Path(name)), "/") {
			if m := partName.FindStringSubmatch(step); m != nil {
				if have[m[1]] == nil {
					have[m[1]] = map[int]bool{}
				}
				n, _ := strconv.Atoi(m[2]) // three digits
				have[m[1]][n] = true
			}
		}
	}
	for stem, parts := range have {
		last := 0
		for n := range parts {
			last = max(last, n)
		}
		for n := 1; n < last; n++ {
			if !parts[n] {
				x.Notes = append(x.Notes, "part "+strconv.Itoa(n)+" of "+stem+" is missing")
			}
		}
	}
	slices.Sort(x.Notes)
}

// read goes through the files that name the owner first, then the others, and the pictures last.
func read(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		missing(x)
		e := &export{r: product.New(ctx, x, yield), prefixed: x.Layout == LayoutTakeout}
		e.contacts = account.NewContacts(e.r)
		var turns [lastTurn + 1][]string
		for _, f := range x.Files() {
			turns[turn(f)] = append(turns[turn(f)], f)
		}
		for _, f := range slices.Concat(turns[:]...) {
			if e.r.Stopped() {
				return
			}
			e.file(f)
		}
		if e.r.Stopped() {
			return
		}
		photos.Read(e.r, e.pictures, photos.Library)
		photos.Read(e.r, e.onMaps, photos.OnMaps)
		photos.Read(e.r, e.onBlog, photos.OnBlog)
		if !e.r.Stopped() {
			e.contacts.Done()
		}
	}
}

// lastTurn is that of most files.
const lastTurn = 3

// turn says when a file is read: what names the user comes first.
func turn(name string) int {
	switch base := product.Base(name); {
	case isProfile(base) && product.Ext(name) == ".json" && !strings.Contains(name, "Blogger/"):
		return 0
	case strings.Contains(base, "subscriberinfo"), base == "userinfo", isProfile(base):
		return 1
	case channelFolders[product.Parent(name)]:
		return 2
	}
	return lastTurn
}
