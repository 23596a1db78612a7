// Package youtube reads the tables, lists and pages that YouTube puts into an export; the histories are read by
// package activity. Facts stand in shared/formats/google-takeout.md section 4.
package youtube

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/takeout/product"
)

var (
	channelID = regexp.MustCompile(`^UC[\w-]{22}$`)
	videoID   = regexp.MustCompile(`^[\w-]{11}$`)
)

// Table reads one table. Its columns decide what it is; where they are in a language that is not known, the
// values and the file's name do.
func Table(r *product.Reader, name string) {
	t := &table{r: r, name: name, part: product.Base(name), folder: product.Parent(name)}
	r.CSV(name, t.row)
}

// IsTable reports whether the beginning of a table shows columns of YouTube.
func IsTable(head string) bool {
	header, rest, _ := strings.Cut(strings.TrimPrefix(head, "\ufeff"), "\n")
	known, ids := 0, 0
	for name := range strings.SplitSeq(strings.Trim(header, "\r"), ",") {
		switch is, ok := roleOf(name); is {
		case commentID, liveID, postID, channel, video, playlist:
			known, ids = known+1, ids+1
		default:
			if ok {
				known++
			}
		}
	}
	return known >= 2 && ids > 0 || strings.Contains(rest, `"{""text"":`) || strings.Contains(rest, `"{""takeoutSegments"":`)
}

// table is what is known of one table.
type table struct {
	r            *product.Reader
	name         string
	part, folder string // folded names of file and folder
	columns      map[role]bool
	old          oldList
	media        map[string]string // own videos by their folded titles
}

// cells are the values of a row by their roles.
type cells struct {
	by   map[role]string
	rest map[string]string // by the column's name
}

func (c cells) get(roles ...role) string {
	for _, r := range roles {
		if v := c.by[r]; v != "" {
			return v
		}
	}
	return ""
}

// sort gives each cell of a row its role: by its column's name, else by what it looks like.
func sort(row csvtable.Row) cells {
	c := cells{map[role]string{}, map[string]string{}}
	row.Each(func(column, value string) {
		which, ok := roleOf(column)
		if !ok {
			which = guess(c, value)
		}
		if which == other || c.by[which] != "" {
			c.rest[clean(column)] = clean(value)
			return
		}
		c.by[which] = value
	})
	return c
}

// guess tells the role of a cell whose column's name is in a language that is not known.
func guess(c cells, v string) role {
	switch {
	case strings.HasPrefix(v, `{"text"`), strings.HasPrefix(v, `{"takeoutSegments"`):
		return commentText
	case channelID.MatchString(v):
		return channel
	case strings.HasPrefix(v, "http") && strings.Contains(v, "/channel/"):
		return channelURL
	case strings.HasPrefix(v, "PL") && len(v) >= 18 && !strings.Contains(v, " "):
		return playlist
	case strings.HasPrefix(v, "Ug") && len(v) >= 20 && !strings.Contains(v, " "):
		return commentID
	case !product.Time(v).IsZero() && c.by[created] == "":
		return created
	case videoID.MatchString(v) && strings.ContainsAny(v, "0123456789_-") && c.by[video] == "":
		return video
	case c.by[channelURL] != "" && c.by[title] == "":
		return title
	}
	return other
}

func (t *table) row(row csvtable.Row) bool {
	if t.columns == nil {
		t.columns = map[role]bool{}
		for _, h := range headers {
			t.columns[h.role] = row.Has(h.names...)
		}
	}
	c := sort(row)
	if t.columns[playlist] && t.columns[created] && !t.columns[video] && t.inOldList(row) {
		return t.r.Emit(row.N, t.entry(cells{by: map[role]string{video: t.old.video, created: t.old.added}}))
	} else if t.old.heading {
		return true
	}
	for _, it := range t.items(c) {
		if !t.r.Emit(row.N, it) {
			return false
		}
	}
	return true
}

// items decides what a row is.
func (t *table) items(c cells) []footprint.Item {
	switch {
	case c.by[commentText] != "" || c.by[commentID] != "" || c.by[liveID] != "":
		return one(t.comment(c))
	case t.has(vanity):
		return one(t.profile(c))
	case t.has(videoTitle, videoState, privacy) || t.has(videoText) && c.by[video] != "":
		return one(t.ownVideo(c))
	case t.has(latitude) && c.by[video] != "":
		return recording(c)
	case t.has(playlistTitle, visible) && c.by[playlist] != "":
		return one(playlistItem(c))
	case c.by[channelURL] != "":
		return one(subscription(c))
	case t.has(channelTitle):
		return one(t.profile(c))
	case c.by[video] != "" && !t.has(channel):
		return one(t.entry(c))
	case c.by[channel] != "":
		return t.settings(c)
	}
	return t.unknown(c)
}

// has reports whether the table has a column of one of the roles.
func (t *table) has(roles ...role) bool {
	return slices.ContainsFunc(roles, func(r role) bool { return t.columns[r] })
}

func one(it footprint.Item) []footprint.Item { return []footprint.Item{it} }

// comment reads comments, live chat messages and community posts.
func (t *table) comment(c cells) footprint.Item {
	words, tags := segments(c.by[commentText])
	it := footprint.Item{Kind: footprint.KindComment, Author: footprint.AuthorSelf, NativeID: c.get(commentID, liveID), Text: words, Tags: tags, Created: product.Time(c.by[created]),
		Visibility: footprint.VisibilityPublic, ContainerKind: footprint.ContainerThirdPartyPage, Interaction: footprint.InteractionCommented, Details: map[string]string{}}
	id, onVideo, onPost := it.NativeID, c.by[video], c.by[postID]
	switch {
	case c.by[liveID] != "" && onVideo != "":
		it.URL, it.Title = watch(onVideo), "Live chat message"
	case onVideo != "":
		it.URL = watch(onVideo)
		if len(id) > 11 { // not a number of a table that somebody changed
			it.URL += "&lc=" + id
		}
	case onPost != "" && c.by[commentID] == "": // a post of the user's own channel
		it.Kind, it.Interaction, it.ContainerKind, it.URL, it.NativeID = footprint.KindPost, "", footprint.ContainerOwnProfile, "https://www.youtube.com/post/"+onPost, onPost
	case onPost != "":
		it.URL = "https://www.youtube.com/post/" + onPost
	case strings.HasPrefix(id, "Ug") && (strings.Contains(t.part, "post") || c.by[parentID]+c.by[topID] == "" && c.by[commentID] != "" && !hasVideo(t)):
		it.Kind, it.Interaction, it.ContainerKind, it.URL = footprint.KindPost, "", footprint.ContainerOwnProfile, "https://www.youtube.com/post/"+id
	default:
		it.URL = "https://myactivity.google.com/page?page=youtube_comments"
	}
	it.Thread = firstOf(onVideo, onPost)
	product.Put(&it, "reply to comment", firstOf(c.by[parentID], c.by[topID]))
	if p := strings.Trim(c.by[price], "0."); p != "" {
		product.Put(&it, "paid", c.by[price])
	}
	if it.NativeID != "" { // numbers of comments and messages are counted apart
		it.NativeID = it.Thread + "/" + it.NativeID
	}
	return product.Tidy(it)
}

// hasVideo reports whether the table is one of comments, by its name in a known language.
func hasVideo(t *table) bool { return isComments[t.part] }

var isComments = map[string]bool{"comments": true, "kommentare": true, "comentarios": true, "reacties": true, "comentarii": true, "komentarai": true, "commentaires": true, "commenti": true, "comentários": true}

func (t *table) ownVideo(c cells) footprint.Item {
	name := firstOf(c.by[videoTitle], c.by[videoText])
	it := footprint.Item{Kind: footprint.KindVideo, Author: footprint.AuthorSelf, NativeID: c.by[video], Title: clean(name), Text: clean(c.by[description]), URL: watch(c.by[video]),
		Created: firstTime(c.by[published], c.by[created]), Visibility: audience(c.by[privacy]), ContainerKind: footprint.ContainerOwnProfile, Details: c.rest}
	product.Put(&it, "state", clean(c.by[videoState]))
	product.Put(&it, "edit", "https://studio.youtube.com/video/"+c.by[video]+"/edit")
	if file := t.mediaOf(name); file != "" {
		it.Media = []footprint.Media{{Path: t.r.X.Path(file), Type: footprint.MediaVideo}}
	}
	return product.Tidy(it)
}

// recording is where an own video was recorded.
func recording(c cells) []footprint.Item {
	at := product.LatLon(c.by[latitude] + "," + c.by[longitude])
	if at == nil {
		return nil // no place is given
	}
	return one(footprint.Item{Kind: footprint.KindPlace, Author: footprint.AuthorSelf, Title: "recorded here", NativeID: "recording " + c.by[video], URL: watch(c.by[video]), Exif: at})
}

func playlistItem(c cells) footprint.Item {
	it := footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, NativeID: c.by[playlist], Title: clean(c.get(playlistTitle, title)), Text: clean(c.get(playlistDescription, description)),
		URL: "https://www.youtube.com/playlist?list=" + c.by[playlist], Created: product.Time(c.by[created]), Visibility: audience(c.get(visible, privacy)), Details: c.rest}
	if it.Visibility == footprint.VisibilityPublic {
		it.Kind = footprint.KindPost
	}
	return product.Tidy(it)
}

func subscription(c cells) footprint.Item {
	it := footprint.Item{Kind: footprint.KindFollowing, Author: footprint.AuthorSelf, Target: clean(c.get(channelTitle, title)), Direction: footprint.DirectionOutgoing, URL: c.by[channelURL]}
	if channelID.MatchString(c.by[channel]) {
		it.NativeID, it.URL = c.by[channel], "https://www.youtube.com/channel/"+c.by[channel]
	}
	return it
}

func (t *table) profile(c cells) footprint.Item {
	owner := &t.r.X.Owner
	if owner.ID == "" {
		owner.ID = c.by[channel]
	}
	if handle := clean(c.by[vanity]); handle != "" && !slices.Contains(owner.Handles, handle) {
		owner.Handles = append(owner.Handles, handle)
	}
	it := footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, NativeID: "channel " + c.by[channel] + c.by[vanity], Title: clean(firstOf(c.by[channelTitle], c.by[vanity])), Text: clean(c.by[channelDescription]),
		ContainerKind: footprint.ContainerOwnProfile, Visibility: audience(c.by[visible]), URL: "https://www.youtube.com/channel/" + c.by[channel], Details: c.rest}
	if c.by[vanity] != "" {
		it.URL = "https://www.youtube.com/" + strings.TrimPrefix(c.by[vanity], "/")
	}
	return product.Tidy(it)
}

// settings makes one setting of every column but the channel's number.
func (t *table) settings(c cells) []footprint.Item {
	var items []footprint.Item
	for name, value := range product.Sorted(c.rest) {
		items = append(items, footprint.Item{Kind: footprint.KindPrivacySetting, Setting: name, Value: value, URL: "https://studio.youtube.com/channel/" + c.by[channel] + "/editing/settings"})
	}
	if at := product.LatLon(c.by[latitude] + "," + c.by[longitude]); at != nil {
		items = append(items, footprint.Item{Kind: footprint.KindPlace, Author: footprint.AuthorSelf, Title: "default place of own videos", NativeID: "default " + c.by[channel], Exif: at, URL: "https://studio.youtube.com"})
	}
	return items
}

// unknown keeps a row of a table that nobody has described: nothing is lost.
func (t *table) unknown(c cells) []footprint.Item {
	if len(c.rest) == 0 && c.get(title, description) == "" {
		return nil
	}
	it := footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: strings.TrimSuffix(t.name[strings.LastIndexByte(t.name, '/')+1:], ".csv"), Text: clean(c.get(title, description)),
		Created: product.Time(c.by[created]), Details: c.rest, URL: "https://studio.youtube.com"}
	return one(product.Tidy(it))
}

func watch(video string) string { return "https://www.youtube.com/watch?v=" + video }

func firstTime(texts ...string) time.Time {
	for _, s := range texts {
		if t := product.Time(s); !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// IsTitles reports whether the beginning of a table is that of the titles of own videos, piece by piece.
func IsTitles(head string) bool {
	header, _, _ := strings.Cut(strings.TrimPrefix(head, "\ufeff"), "\n")
	for name := range strings.SplitSeq(strings.Trim(header, "\r"), ",") {
		if is, _ := roleOf(name); is == videoText {
			return true
		}
	}
	return false
}
