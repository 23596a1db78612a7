package tiktok

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
)

type item = footprint.Item

func one(it item) []item { return []item{it} }

var layouts = [...]string{"2006-01-02 15:04:05", "2006-01-02 15:04:05 UTC", "2006-01-02", "02-Jan-2006"}

func parseTime(s string) time.Time {
	for _, l := range layouts {
		if t, err := time.Parse(l, s); err == nil {
			return ingest.Plausible(t)
		}
	}
	return time.Time{}
}

// videoID finds the number in a link; its upper half is the time of the upload.
var videoID = regexp.MustCompile(`/video/(\d{10,20})`)

// openLink turns share links into those that lead to the author's page.
func openLink(link string) string {
	if m := videoID.FindStringSubmatch(link); m != nil {
		return "https://www.tiktok.com/@/video/" + m[1]
	}
	return link
}

func uploaded(link string) time.Time {
	m := videoID.FindStringSubmatch(link)
	if m == nil {
		return time.Time{}
	}
	id, err := strconv.ParseInt(m[1], 10, 64)
	if err != nil {
		return time.Time{}
	}
	return ingest.Plausible(time.Unix(id>>32, 0))
}

func user(name string) string { return strings.TrimPrefix(name, "@") }

func page(name string) string { return "https://www.tiktok.com/@" + user(name) }

var audiences = map[string]footprint.Visibility{
	"everyone": footprint.VisibilityPublic, "friends": footprint.VisibilityFriends, "followers": footprint.VisibilityFriends, "only me": footprint.VisibilityPrivate, "myself": footprint.VisibilityPrivate,
}

func post(r *reader, rec record) []item {
	it := item{Kind: footprint.KindVideo, Author: footprint.AuthorSelf, Text: rec.get("Title"), Created: parseTime(rec.get("Date")), Visibility: audiences[strings.ToLower(rec.get("WhoCanView"))],
		URL: page(r.x.Owner.Handle()), ContainerKind: footprint.ContainerOwnProfile}
	for link := range strings.FieldsSeq(rec.get("Link")) { // expiring download addresses, one for each picture of a slide show
		it.Media = append(it.Media, footprint.Media{Type: footprint.MediaVideo, URL: link})
	}
	it.Details = ingest.Details("location", rec.get("Location"), "sound", rec.get("Sound"), "disclosure", rec.get("ContentDisclosure"), "comments", rec.get("AllowComments"))
	if n, err := strconv.Atoi(rec.get("Likes")); err == nil {
		it.Reactions = &n
	}
	return one(it)
}

func deletedPost(r *reader, rec record) []item {
	items := post(r, rec)
	items[0].Deleted, items[0].DeletedOn, items[0].URL = true, parseTime(rec.get("DateDeleted")), ""
	return items
}

func comment(_ *reader, rec record) []item {
	return one(item{Kind: footprint.KindComment, Author: footprint.AuthorSelf, Text: rec.get("comment"), Created: parseTime(rec.get("date")), Visibility: footprint.VisibilityPublic,
		ContainerKind: footprint.ContainerThirdPartyPage, URL: openLink(rec.get("originalPostUrl", "original post link", "url"))})
}

func like(_ *reader, rec record) []item {
	link := rec.get("link", "VideoLink")
	return one(item{Kind: footprint.KindLike, Author: "other", Interaction: footprint.InteractionLiked, URL: openLink(link), Created: parseTime(rec.get("date")),
		Details: ingest.Details("uploaded", day(uploaded(link)))})
}

func saved(what string) func(*reader, record) []item {
	return func(_ *reader, rec record) []item {
		return one(item{Kind: footprint.KindSaved, Title: what, Text: rec.get("FavoriteCollection", "Title", "Name"), URL: openLink(rec.get("Link", "EffectLink", "HashTag Link", "Hashtag Link")),
			Created: parseTime(rec.get("Date")), Visibility: footprint.VisibilityPrivate})
	}
}

func repost(_ *reader, rec record) []item {
	return one(item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Interaction: footprint.InteractionShared, URL: openLink(rec.get("Link")), Created: parseTime(rec.get("Date"))})
}

func relation(kind footprint.Kind, direction string) func(*reader, record) []item {
	return func(_ *reader, rec record) []item {
		name := user(rec.get("UserName"))
		return one(item{Kind: kind, Author: name, Target: name, Direction: direction, URL: page(name), Created: parseTime(rec.get("Date"))})
	}
}

func follower(r *reader, rec record) []item {
	return relation(footprint.KindFollower, footprint.DirectionIncoming)(r, rec)
}
func following(r *reader, rec record) []item {
	return relation(footprint.KindFollowing, footprint.DirectionOutgoing)(r, rec)
}
func blocked(r *reader, rec record) []item {
	return relation(footprint.KindBlock, footprint.DirectionOutgoing)(r, rec)
}

// chatWith is the sentence that names the partner of a chat.
var chatWith = regexp.MustCompile(`(?i)^chat history with (.+?):?$`)

func chat(r *reader, rec record) []item {
	partner := rec.key
	if m := chatWith.FindStringSubmatch(partner); m != nil {
		partner = m[1]
	}
	return r.messages(rec, user(partner), footprint.VisibilityPrivate)
}

func groupChat(r *reader, rec record) []item {
	group := item{Kind: footprint.KindGroup, Text: rec.key, Container: rec.key, ContainerKind: footprint.ContainerChat, Role: "member", Visibility: footprint.VisibilityClosedGroup}
	return append(one(group), r.messages(rec, rec.key, footprint.VisibilityClosedGroup)...)
}

func (r *reader) messages(rec record, chat string, v footprint.Visibility) []item {
	var items []item
	for _, raw := range rec.list {
		m, err := decode(raw)
		if err != nil {
			continue // the enclosing list was read, so its elements are whole
		}
		it := item{Kind: footprint.KindMessage, Author: user(m.get("From")), Text: m.get("Content"), Created: parseTime(m.get("Date")), Container: chat, Thread: chat, Target: chat,
			ContainerKind: footprint.ContainerChat, Visibility: v, Direction: footprint.DirectionIncoming, URL: "https://www.tiktok.com/messages"}
		if own := r.x.Owner.Handle(); own != "" && strings.EqualFold(it.Author, own) {
			it.Author, it.Direction = footprint.AuthorSelf, footprint.DirectionOutgoing
		}
		items = append(items, it)
	}
	return items
}

func assistant(_ *reader, rec record) []item {
	var items []item
	jsonstream.Elements(rec.fields["messages"], func(raw []byte) {
		m, err := decode(raw)
		if err != nil {
			return
		}
		content, _ := decode(m.fields["content"]) // an empty object has no words
		items = append(items, item{Kind: footprint.KindSearch, Author: footprint.AuthorSelf, Title: "Tako, TikTok's assistant", Text: content.text + content.get("text", "Text"), Created: parseTime(m.get("Date")),
			Visibility: footprint.VisibilityPrivate})
	})
	return items
}

func place(_ *reader, rec record) []item {
	text := strings.TrimSpace(rec.get("LastRegion") + " " + rec.get("GpsData"))
	if text == "" {
		return nil
	}
	return one(item{Kind: footprint.KindPlace, Text: text, Created: parseTime(rec.get("Date")), Visibility: footprint.VisibilityPrivate})
}

func review(_ *reader, rec record) []item {
	it := item{Kind: footprint.KindReview, Author: footprint.AuthorSelf, Target: rec.get("PlaceName", "ProductName"), Text: rec.get("ReviewText", "Review", "Content"), Created: parseTime(rec.get("Date", "ReviewDate")),
		Title: rec.get("PlaceName", "ProductName"), Status: rec.get("Status")}
	if it.Status == "All visible" {
		it.Visibility = footprint.VisibilityPublic
	}
	value, _, _ := strings.Cut(rec.get("Rating", "ProductRating"), "/")
	if f, err := strconv.ParseFloat(value, 64); err == nil {
		it.Rating = &f
	}
	return one(it)
}

// live is one broadcast that was watched: every comment made there counts as one.
func live(_ *reader, rec record) []item {
	link := rec.get("Link")
	items := one(item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "broadcast watched", URL: link, Created: parseTime(rec.get("WatchTime")), Visibility: footprint.VisibilityPrivate})
	jsonstream.Elements(rec.fields["comments"], func(raw []byte) {
		if c, err := decode(raw); err == nil {
			items = append(items, item{Kind: footprint.KindComment, Author: footprint.AuthorSelf, Text: c.get("CommentContent"), Created: parseTime(c.get("CommentTime")), URL: link,
				Visibility: footprint.VisibilityPublic, ContainerKind: footprint.ContainerThirdPartyPage})
		}
	})
	return items
}

func goLive(r *reader, rec record) []item {
	return one(item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Title: "broadcast", Text: rec.get("Title", "RoomTitle"), Created: parseTime(rec.get("LiveStartTime", "Date")), URL: page(r.x.Owner.Handle())})
}

func search(_ *reader, rec record) []item {
	return one(item{Kind: footprint.KindSearch, Author: footprint.AuthorSelf, Text: rec.get("SearchTerm"), Created: parseTime(rec.get("Date")), Visibility: footprint.VisibilityPrivate})
}

func shared(_ *reader, rec record) []item {
	return one(item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "shared: " + rec.get("SharedContent"), URL: openLink(rec.get("Link")), Created: parseTime(rec.get("Date")), Visibility: footprint.VisibilityPrivate,
		Details: ingest.Details("by", rec.get("Method"))})
}

func watched(_ *reader, rec record) []item {
	return one(item{Kind: footprint.KindActivity, Author: "other", Title: "video watched", SharedText: rec.get("Title"), URL: openLink(rec.get("Link")), Created: parseTime(rec.get("Date")), Visibility: footprint.VisibilityPrivate})
}

func hashtag(_ *reader, rec record) []item {
	return one(item{Kind: footprint.KindInterest, Title: "hashtag used", Text: "#" + strings.TrimPrefix(rec.get("HashtagName"), "#"), URL: rec.get("HashtagLink")})
}

func login(_ *reader, rec record) []item {
	return one(item{Kind: footprint.KindLogin, Created: parseTime(rec.get("Date")), Visibility: footprint.VisibilityPrivate,
		Details: ingest.Details("address", rec.get("IP"), "device", rec.get("DeviceModel"), "system", rec.get("DeviceSystem"), "network", rec.get("NetworkType"), "carrier", rec.get("Carrier"))})
}

func adInterests(_ *reader, rec record) []item {
	var items []item
	for name := range strings.SplitSeq(rec.text+rec.get("AdInterestCategories", "Ad Interests"), "|") {
		if name = strings.TrimSpace(name); name != "" {
			items = append(items, item{Kind: footprint.KindInterest, Text: name})
		}
	}
	return items
}

func offSite(_ *reader, rec record) []item {
	return one(item{Kind: footprint.KindInterest, Title: "seen outside TikTok", Text: strings.TrimSpace(rec.get("Source") + " " + rec.get("Event")), Created: parseTime(rec.get("TimeStamp"))})
}

func adVisit(_ *reader, rec record) []item {
	return one(item{Kind: footprint.KindInterest, Title: "advertisement visited", Text: rec.get("AdTitle"), Created: parseTime(rec.get("CreateTime"))})
}

func formResponse(_ *reader, rec record) []item {
	it := item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "form filled in for an advertiser", Visibility: footprint.VisibilityPrivate}
	for _, name := range rec.order {
		if v := rec.get(name); v != "" {
			it.Text += name + ": " + v + "\n"
		}
	}
	it.Text = strings.TrimSpace(it.Text)
	return one(it)
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006-01-02")
}
