package pinterest

import (
	"regexp"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// section binds words of a heading to the reader of its items.
type section struct {
	name  string
	words []string // beginnings of words
	read  func(*reader, record) []footprint.Item
}

// sections are tried in order: "Followed boards" is no list of boards.
func sections() []section {
	return []section{
		{"block", []string{"block", "muted"}, person(footprint.KindBlock, "")},
		{"follower", []string{"follower"}, person(footprint.KindFollower, footprint.DirectionIncoming)},
		{"page", []string{"followed board", "followed topic", "followed interest", "board follow", "boards you follow", "topics you follow", "interests you follow"}, followedPage},
		{"following", []string{"follow"}, person(footprint.KindFollowing, footprint.DirectionOutgoing)},
		{"board", []string{"board"}, board},
		{"comment", []string{"comment"}, words(footprint.KindComment)},
		{"like", []string{"like", "reaction"}, like},
		{"message", []string{"message", "conversation", "chat"}, message},
		{"search", []string{"search"}, words(footprint.KindSearch)},
		{"login", []string{"login", "log-in", "logins", "session", "device", "ip "}, login},
		{"app", []string{"app", "connected account", "claimed", "linked account"}, generic(footprint.KindConnectedApp, "https://www.pinterest.com/settings/security")},
		{"contact", []string{"contact", "address book"}, generic(footprint.KindContact, "")},
		{"setting", []string{"setting", "privacy", "notification", "preference"}, setting},
		{"interest", []string{"ad ", "ads", "advert", "interest", "audience", "inferred"}, generic(footprint.KindInterest, "https://www.pinterest.com/settings/privacy")},
		{"profile", []string{"account", "profile", "user", "email", "e-mail", "birthday", "gender", "locale", "country", "language", "personal"}, profile},
		{"pin", []string{"pin"}, pin},
	}
}

// sectionOf finds the section by the words of its heading; an unknown one is kept line by line.
func sectionOf(heading string) section {
	h := " " + strings.ToLower(strings.Join(strings.Fields(heading), " ")) + " "
	for _, s := range sections() {
		for _, w := range s.words {
			if strings.Contains(h, " "+w) {
				return s
			}
		}
	}
	return section{name: "other", read: generic(footprint.KindActivity, "")}
}

var imageHash = regexp.MustCompile(`^[0-9a-f]{32}$`)

// pin is a post of the user's own, or somebody else's that the user saved.
func pin(r *reader, rec record) []footprint.Item {
	id := ""
	if m := pinLink.FindStringSubmatch(rec.link); m != nil {
		id = m[1]
	} else if len(rec.keys) == 0 {
		return generic(footprint.KindActivity, "")(r, rec)
	}
	it := footprint.Item{Kind: footprint.KindPhoto, NativeID: id, Author: footprint.AuthorSelf, Account: rec.get("Username"), Title: rec.get("Title"), Text: joined(rec.get("Details", "Description"), rec.get("Alt Text"), rec.get("Note")),
		Created: when(rec.get("Created at")), URL: rec.link, Container: rec.get("Board Name"), ContainerKind: footprint.ContainerOwnProfile, Visibility: footprint.VisibilityPublic, Deleted: strings.EqualFold(rec.get("Alive"), "false"),
		Details: ingest.Details("board", rec.get("Board Id"), "section", rec.get("Section"), "leads to", rec.get("Canonical Link", "Link"))}
	if it.Container == "" && rec.get("Board Id") != "" {
		it.Container = "board " + rec.get("Board Id")
	}
	if isTrue(rec.get("Private")) || r.secret[rec.get("Board Id")] || r.secret[rec.get("Board Name")] {
		it.Visibility = footprint.VisibilityPrivate
	}
	video := isTrue(rec.get("Is Video")) || rec.get("Video") != "" || rec.get("Story Pin Media") != "" && strings.Contains(rec.get("Story Pin Media"), ".mp4")
	if isTrue(rec.get("Is a repin")) && !isTrue(rec.get("Is Native")) {
		it.Kind, it.Author = footprint.KindSaved, ""
	} else if video {
		it.Kind = footprint.KindVideo
	}
	if hash := strings.ToLower(rec.get("Image")); imageHash.MatchString(hash) {
		it.Media = []footprint.Media{{Type: footprint.MediaPhoto, URL: "https://i.pinimg.com/736x/" + hash[:2] + "/" + hash[2:4] + "/" + hash[4:6] + "/" + hash + ".jpg"}}
	}
	items := []footprint.Item{it}
	if ip := rec.get("Ip Address"); ip != "" && !r.addresses[ip] && len(r.addresses) < maxRemembered {
		r.addresses[ip] = true
		items = append(items, footprint.Item{Kind: footprint.KindLogin, Title: "address from which a pin was made", Created: it.Created, Details: ingest.Details("address", ip), Visibility: footprint.VisibilityPrivate})
	}
	return items
}

func board(r *reader, rec record) []footprint.Item {
	it := generic(footprint.KindPost, "")(r, rec)[0]
	it.Author, it.ContainerKind, it.NativeID = footprint.AuthorSelf, footprint.ContainerOwnProfile, ""
	if id := rec.get("Board Id", "Id"); id != "" {
		it.NativeID = "board " + id
	}
	it.Visibility = footprint.VisibilityPublic
	if isTrue(rec.get("Secret", "Is Secret", "Private")) || strings.EqualFold(rec.get("Privacy"), "secret") {
		it.Visibility = footprint.VisibilityPrivate
	}
	if user, name := r.x.Owner.Handle(), it.Title; it.URL == "" && user != "" && name != "" {
		it.URL = "https://www.pinterest.com/" + user + "/" + slug(name) + "/"
	}
	return []footprint.Item{it}
}

var notSlug = regexp.MustCompile(`[^\p{L}\p{N}]+`)

// slug is a board's name in addresses, which the export does not hold.
func slug(name string) string {
	return strings.Trim(notSlug.ReplaceAllString(strings.ToLower(name), "-"), "-")
}

func person(kind footprint.Kind, direction string) func(*reader, record) []footprint.Item {
	return func(r *reader, rec record) []footprint.Item {
		it := generic(kind, "")(r, rec)[0]
		who := rec.get("Username", "User", "Name", "Full name")
		if who == "" {
			who = joined(it.Title, it.Text)
		}
		if who == "" {
			who = lastStep(it.URL)
		}
		it.Target, it.Author, it.Direction = who, who, direction
		it.Title, it.Text = "", ""
		if it.URL == "" && !strings.ContainsAny(who, " \n") && who != "" {
			it.URL = "https://www.pinterest.com/" + who + "/"
		}
		return []footprint.Item{it}
	}
}

func followedPage(r *reader, rec record) []footprint.Item {
	return generic(footprint.KindPageLike, "")(r, rec)
}

// words are items that are the user's own words: comments, searches.
func words(kind footprint.Kind) func(*reader, record) []footprint.Item {
	return func(r *reader, rec record) []footprint.Item {
		it := generic(kind, "")(r, rec)[0]
		it.Author = footprint.AuthorSelf
		it.Text = joined(it.Title, it.Text)
		it.Title = ""
		if kind == footprint.KindComment {
			it.ContainerKind, it.Visibility = footprint.ContainerThirdPartyPage, footprint.VisibilityPublic
		} else {
			it.Visibility = footprint.VisibilityPrivate
		}
		return []footprint.Item{it}
	}
}

func like(r *reader, rec record) []footprint.Item {
	it := generic(footprint.KindLike, "")(r, rec)[0]
	it.Author, it.Interaction = "other", footprint.InteractionLiked
	return []footprint.Item{it}
}

func message(r *reader, rec record) []footprint.Item {
	it := generic(footprint.KindMessage, "")(r, rec)[0]
	it.Text = joined(it.Title, it.Text)
	it.Title, it.ContainerKind, it.Visibility = "", footprint.ContainerChat, footprint.VisibilityPrivate
	it.Thread = rec.get("Conversation Id", "Conversation", "Thread Id")
	it.Container = it.Thread
	it.Author, it.Direction = rec.get("Sender", "From", "Username", "User", "Author"), footprint.DirectionIncoming
	if own := r.x.Owner.Handle(); own != "" && strings.EqualFold(it.Author, own) {
		it.Author, it.Direction = footprint.AuthorSelf, footprint.DirectionOutgoing
	}
	if it.Author == "" {
		it.Author, it.Direction = "unknown", ""
	}
	return []footprint.Item{it}
}

func login(r *reader, rec record) []footprint.Item {
	kind := footprint.KindLogin
	if strings.Contains(strings.ToLower(rec.heading), "device") {
		kind = footprint.KindDevice
	}
	return generic(kind, "https://www.pinterest.com/settings/security")(r, rec)
}

// setting makes one item of each line.
func setting(_ *reader, rec record) []footprint.Item {
	var items []footprint.Item
	add := func(name, value string) {
		items = append(items, footprint.Item{Kind: footprint.KindPrivacySetting, Setting: name, Value: value, Container: rec.heading, URL: "https://www.pinterest.com/settings/privacy", Visibility: footprint.VisibilityPrivate})
	}
	for _, l := range rec.lines {
		if l != "" {
			add(l, "")
		}
	}
	for _, key := range rec.keys {
		add(key, rec.get(key))
	}
	return items
}

func profile(r *reader, rec record) []footprint.Item {
	it := generic(footprint.KindProfile, "")(r, rec)[0]
	it.Author = footprint.AuthorSelf
	if it.Title == "" {
		it.Title = rec.heading
	}
	if user := r.x.Owner.Handle(); it.URL == "" && user != "" {
		it.URL = "https://www.pinterest.com/" + user + "/"
	}
	return []footprint.Item{it}
}

// Keys whose values have a field of their own.
var (
	titleKeys = []string{"Name", "Title", "Board Name", "App", "App name", "Device", "Topic", "Interest"}
	wordKeys  = []string{"Text", "Message", "Comment", "Description", "Details", "Query", "Search term", "Search query", "Term", "About", "Content"}
	timeKeys  = []string{"Created at", "Created", "Date", "Time", "Timestamp", "Followed at", "Sent at", "Updated at", "Last login", "Login time"}
	linkKeys  = []string{"Url", "Link", "Canonical Link", "Pin"}
)

// generic keeps every line of an item: those with a field in it, the others as details.
func generic(kind footprint.Kind, link string) func(*reader, record) []footprint.Item {
	return func(_ *reader, rec record) []footprint.Item {
		it := footprint.Item{Kind: kind, Title: rec.get(titleKeys...), Text: joined(joined(rec.lines...), rec.get(wordKeys...)), Created: when(rec.get(timeKeys...)), URL: rec.link, Details: map[string]string{}}
		if kind == footprint.KindActivity {
			it.Container = rec.heading
		}
		used := map[string]bool{rec.get(titleKeys...): true, rec.get(wordKeys...): true}
		for _, key := range rec.keys {
			if v := rec.get(key); v != "" && !used[v] {
				it.Details[strings.ToLower(key)] = v
			}
		}
		if v := rec.get(linkKeys...); it.URL == "" && strings.HasPrefix(v, "http") {
			it.URL = v
		}
		if it.URL == "" {
			it.URL = link
		}
		return []footprint.Item{it}
	}
}

func joined(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, "\n")
}

func lastStep(link string) string {
	link = strings.Trim(link, "/")
	return link[strings.LastIndexByte(link, '/')+1:]
}

func when(s string) time.Time {
	for _, layout := range []string{"2006/01/02 15:04:05", "2006-01-02 15:04:05", time.RFC3339, "2006-01-02T15:04:05", "2006/01/02", time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return ingest.Plausible(t)
		}
	}
	return time.Time{}
}
