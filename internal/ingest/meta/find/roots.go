package find

import (
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"footprint/internal/ingest"
)

// marks are folders, and files without extension and number, that tell a service, with their weight. Two
// points make an export. All are in the form of [Normal]. They stand here for all services because one
// must yield where another is found.
var (
	facebookMarks = weigh(
		"yourfacebookactivity youractivityacrossfacebook thisprofilesactivityacrossfacebook appsandwebsitesoffoffacebook connections/friends "+
			"followingandfollowers likesandreactions commentsandreactions friendsandfollowers yourinteractionsonfacebook posts/yourposts "+
			"posts/yourpostscheckinsphotosandvideos posts/profileposts profileinformation/profileinformation friends/friends friends/yourfriends "+
			"comments/comments photosandvideos/album messages/messengercontactsyouveblocked groups/yourgroups",
		"aboutyou ads friends photosandvideos searchhistory comments posts profileinformation groups events otheractivity saveditemsandcollections "+
			"securityandlogininformation appsandwebsites adsinformation otherloggedinformation otherpersonalinformation loggedinformation location marketplace stories reels")
	instagramMarks = weigh(
		"yourinstagramactivity appsandwebsitesoffofinstagram followersandfollowing personalinformation/personalinformation "+
			"accountinformation/personalinformation content/posts content/stories media/reels loginandaccountcreation loginandprofilecreation storystickerinteractions "+
			"contacts/syncedcontacts likes/likedposts likes/likedcomments comments/postcomments adsinformation/instagramadsandbusinesses",
		"content likes comments recentsearches yourtopics adsandtopics informationaboutyou adsandbusinesses deviceinformation saved accountinformation")
	// strongFacebook marks hold even beside Instagram's.
	strongFacebook = weigh("yourfacebookactivity youractivityacrossfacebook thisprofilesactivityacrossfacebook appsandwebsitesoffoffacebook posts/yourposts", "")
	instagramFlat  = strings.Fields("media connections profile likes comments messages saved searches settings devices contacts storiesactivities seencontent accounthistory")
)

func weigh(two, one string) map[string]int {
	m := map[string]int{}
	for _, s := range strings.Fields(one) {
		m[s] = 1
	}
	for _, s := range strings.Fields(two) {
		m[s] = 2
	}
	return m
}

// scores adds up the marks below every possible root. Names that skip refuses take no part.
func scores(names []string, marks map[string]int, skip func(normal string) bool) map[string]map[string]int {
	found := map[string]map[string]int{}
	for _, name := range names {
		if Clutter(name) || path.Base(name) == "no-data.txt" {
			continue
		}
		normal := Normal(name)
		if skip != nil && skip(normal) {
			continue
		}
		parts, plain := strings.Split(normal, "/"), strings.Split(name, "/")
		last, _ := Stem(path.Base(name))
		parts[len(parts)-1] = last
		for i := range parts {
			root := "."
			if i > 0 {
				root = strings.Join(plain[:i], "/")
			}
			hit := func(mark string) {
				if w := marks[mark]; w > 0 {
					if found[root] == nil {
						found[root] = map[string]int{}
					}
					found[root][mark] = w
				}
			}
			if i < len(parts)-1 {
				hit(parts[i])
				hit(parts[i] + "/" + parts[i+1])
			}
		}
	}
	return found
}

func sum(marks map[string]int) int {
	n := 0
	for _, w := range marks {
		n += w
	}
	return n
}

// outermost drops roots that lie inside others, and sorts.
func outermost(roots []string) []string {
	slices.Sort(roots)
	var out []string
	for _, r := range roots {
		inside := false
		for _, o := range out {
			inside = inside || o == "." || r == o || strings.HasPrefix(r, o+"/")
		}
		if !inside {
			out = append(out, r)
		}
	}
	return out
}

// FacebookRoots returns the folders that hold a Facebook export. An export that holds messages only is
// left to Messenger.
func FacebookRoots(a *ingest.Archive) []string {
	messages := func(normal string) bool {
		return strings.HasPrefix(normal, "messages/") || strings.Contains(normal, "/messages/") || strings.Contains(normal, "yourinstagramactivity/")
	}
	need := 2
	if strings.HasPrefix(strings.ToLower(path.Base(strings.ReplaceAll(a.Path, "\\", "/"))), "facebook-") {
		need = 1
	}
	rivals := append(InstagramRoots(a), FlatRoots(a)...)
	strong := scores(a.Signs(), strongFacebook, messages)
	var roots []string
	for root, marks := range scores(a.Signs(), facebookMarks, messages) {
		if sum(marks) >= need && (sum(strong[root]) > 0 || !inside(root, rivals)) {
			roots = append(roots, root)
		}
	}
	return outermost(roots)
}

func inside(root string, roots []string) bool {
	for _, r := range roots {
		if r == "." || r == root || strings.HasPrefix(root, r+"/") {
			return true
		}
	}
	return false
}

// InstagramRoots returns the folders that hold an Instagram export of 2021 or later, whatever Threads has
// below it.
func InstagramRoots(a *ingest.Archive) []string {
	threads := func(normal string) bool {
		return strings.HasPrefix(normal, "threads/") || strings.Contains(normal, "/threads/") ||
			strings.Contains(normal, "yourfacebookactivity/") || strings.Contains(normal, "acrossfacebook/")
	}
	strong := scores(a.Signs(), strongFacebook, nil)
	var roots []string
	for root, marks := range scores(a.Signs(), instagramMarks, threads) {
		own := marks["yourinstagramactivity"]+marks["appsandwebsitesoffofinstagram"]+marks["personalinformation/personalinformation"]+marks["followersandfollowing"] > 0
		if sum(marks) >= 2 && (own || sum(strong[root]) == 0) && !facebookOnly(marks) {
			roots = append(roots, root)
		}
	}
	return outermost(roots)
}

// facebookOnly reports whether the marks are such that early Facebook layouts have too.
func facebookOnly(marks map[string]int) bool {
	for m := range marks {
		if m != "comments" && m != "saved" && m != "yourtopics" && m != "deviceinformation" {
			return false
		}
	}
	return true
}

// FlatRoots returns the folders that hold an Instagram export of 2018 to early 2021: three or more of its
// files side by side.
func FlatRoots(a *ingest.Archive) []string {
	count, sure := map[string]int{}, map[string]bool{}
	for _, name := range a.Signs() {
		s, ok := strings.CutSuffix(strings.ToLower(path.Base(name)), ".json")
		if ok && !Clutter(name) && slices.Contains(instagramFlat, Normal(s)) {
			dir := path.Dir(name)
			count[dir]++
			sure[dir] = sure[dir] || s == "media" || s == "connections" || s == "likes"
		}
	}
	var roots []string
	for dir, n := range count {
		if n >= 3 && sure[dir] && !strings.Contains(dir, "your_instagram_activity") {
			roots = append(roots, dir)
		}
	}
	slices.Sort(roots)
	return roots
}

// ThreadsRoots returns the folders that hold the Threads part of an Instagram export.
func ThreadsRoots(a *ingest.Archive) []string {
	known := strings.Fields("threadsandreplies likedthreads savedthreads archivedthreads threadsviewed interestfeedsonthreads threadshome")
	seen := map[string]bool{}
	for _, name := range a.Signs() {
		dir := path.Dir(name)
		if Clutter(name) || path.Base(dir) != "threads" {
			continue
		}
		s, _ := Stem(path.Base(name))
		if slices.Contains(known, s) || path.Base(path.Dir(dir)) == "your_instagram_activity" {
			seen[dir] = true
		}
	}
	var roots []string
	for dir := range seen {
		roots = append(roots, dir)
	}
	slices.Sort(roots)
	return roots
}

var threadFile = regexp.MustCompile(`^(?:message|messages|replies)(?:_\d+)?\.(?:json|html)$`)

// IsThreadFile reports whether a file holds messages, by its name and folder.
func IsThreadFile(file string) bool {
	return threadFile.MatchString(path.Base(file)) || path.Base(path.Dir(file)) == "your_group_messages" && path.Ext(file) != ""
}

// Head reads the beginning of a file, without entering it in a ledger.
func Head(a *ingest.Archive, name string, n int64) string {
	f, err := a.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	b, _ := io.ReadAll(io.LimitReader(f, n)) // a damaged file is not recognised by its head
	return string(b)
}

// Format tells json, html or mixed by the files outside of attachments.
func Format(files []string) string {
	json, html := 0, 0
	for _, f := range files {
		if Clutter(f) || strings.Contains(f, "/files/") {
			continue
		}
		switch strings.ToLower(path.Ext(f)) {
		case ".json":
			json++
		case ".html":
			html++
		}
	}
	switch {
	case json > 0 && html > json/10+2 && json > html/10+2:
		return "mixed"
	case html > json:
		return "html"
	}
	return "json"
}

// HasFolder reports whether one of the files lies in a folder of that normal name.
func HasFolder(files []string, names ...string) bool {
	last := "." // files of one folder stand side by side
	for _, f := range files {
		dir := path.Dir(f)
		if dir == last || Clutter(f) {
			continue
		}
		last = dir
		for part := range strings.SplitSeq(Normal(dir), "/") {
			if slices.Contains(names, part) {
				return true
			}
		}
	}
	return false
}
