package record

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"
	"time"
)

// Sections of the activity log, the nearest page of records that the export gives no address for.
const (
	LogPosts      = "MANAGEPOSTSPHOTOSANDVIDEOS"
	LogComments   = "COMMENTSCLUSTER"
	LogReactions  = "LIKEDPOSTS"
	LogPages      = "LIKEDINTERESTS"
	LogTagged     = "MANAGETAGSBYOTHERSCLUSTER"
	LogWall       = "WALLCLUSTER"
	LogOthers     = "POSTSONOTHERSTIMELINES"
	LogCheckIns   = "CHECKINS"
	LogGroupPosts = "GROUPPOSTS"
	LogEvents     = "EVENTRSVPS"
	LogStories    = "ARCHIVEDSTORIES"
	LogReels      = "FBSHORTS"
	LogSearch     = "SEARCH"
	LogVideos     = "VIDEOWATCH"
	LogFollows    = "FOLLOWCLUSTER"
	LogFollowers  = "FOLLOWERS"
	LogPolls      = "POLLVOTES"
	LogReviews    = "RATINGSANDREVIEWS"
	LogSessions   = "ACTIVESESSIONS"
	LogDevices    = "RECOGNIZEDDEVICES"
	LogLogins     = "LOGINSLOGOUTS"
	LogTrash      = "TRASH"
	LogMarket     = "MARKETPLACELISTINGS"
	LogRemoved    = "REMOVEDFRIENDS"
	LogStoryLikes = "STORIESFEEDBACK"
)

// Pages of the account's lists and settings.
const (
	PageFriends  = "https://www.facebook.com/me/friends"
	PageRequests = "https://www.facebook.com/friends/requests"
	PageGroups   = "https://www.facebook.com/groups/joins/"
	PageProfile  = "https://www.facebook.com/me/about"
	PageApps     = "https://www.facebook.com/settings?tab=applications"
	PagePrivacy  = "https://www.facebook.com/settings?tab=privacy"
	PageContacts = "https://www.facebook.com/mobile/facebook/contacts/"
	PageAds      = "https://www.facebook.com/adpreferences/"
	PageOffsite  = "https://www.facebook.com/off_facebook_activity/"
	PageSaved    = "https://www.facebook.com/saved/"
	PageBlocked  = "https://www.facebook.com/settings?tab=blocking"
	PagePages    = "https://www.facebook.com/pages/?category=your_pages"
)

// ActivityLog is the page of the account's own log for a section; posts are narrowed to their month.
func ActivityLog(section string, at time.Time) string {
	u := "https://www.facebook.com/me/allactivity?activity_history=false&category_key=" + section +
		"&manage_mode=false&should_load_landing_page=false"
	if !at.IsZero() {
		u += fmt.Sprintf("&year=%d&month=%d", at.Year(), int(at.Month()))
	}
	return u
}

// photoID matches the photo's id, the last number of an exported file's name.
var photoID = regexp.MustCompile(`(?:^|_)(\d{8,20})$`)

// albumID matches the id at the end of a newer album folder's name.
var albumID = regexp.MustCompile(`_(\d{8,20})$`)

// PhotoLink returns the photo's page, when the file's name holds its id.
func PhotoLink(uri string) string {
	base := path.Base(uri)
	if m := photoID.FindStringSubmatch(strings.TrimSuffix(base, path.Ext(base))); m != nil {
		return "https://www.facebook.com/photo/?fbid=" + m[1]
	}
	return ""
}

// AlbumLink returns the page of the album that a file lies in, when the folder's name ends in its id.
func AlbumLink(uri string) string {
	if m := albumID.FindStringSubmatch(path.Base(path.Dir(uri))); m != nil {
		return "https://www.facebook.com/media/set/?set=a." + m[1] + "&type=3"
	}
	return ""
}

// PersonSearch is the search for a name: the export gives no addresses of people.
func PersonSearch(name string) string {
	if name == "" {
		return PageFriends
	}
	return "https://www.facebook.com/search/people/?q=" + url.QueryEscape(name)
}

// mention is the markup of a person, page or group inside a text.
var mention = regexp.MustCompile(`@\[(\d+):(?:\d+:)?([^\]]+)\]`)

// Plain replaces mentions by their names and returns those as well.
func Plain(s string) (string, []string) {
	if !strings.Contains(s, "@[") {
		return s, nil
	}
	var names []string
	for _, m := range mention.FindAllStringSubmatch(s, 1000) {
		names = append(names, m[2])
	}
	return mention.ReplaceAllString(s, "$2"), names
}
