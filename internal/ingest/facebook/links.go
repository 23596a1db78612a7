package facebook

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
	logPosts      = "MANAGEPOSTSPHOTOSANDVIDEOS"
	logComments   = "COMMENTSCLUSTER"
	logReactions  = "LIKEDPOSTS"
	logPages      = "LIKEDINTERESTS"
	logTagged     = "MANAGETAGSBYOTHERSCLUSTER"
	logWall       = "WALLCLUSTER"
	logOthers     = "POSTSONOTHERSTIMELINES"
	logCheckIns   = "CHECKINS"
	logGroupPosts = "GROUPPOSTS"
	logEvents     = "EVENTRSVPS"
	logStories    = "ARCHIVEDSTORIES"
	logReels      = "FBSHORTS"
	logSearch     = "SEARCH"
	logVideos     = "VIDEOWATCH"
	logFollows    = "FOLLOWCLUSTER"
	logFollowers  = "FOLLOWERS"
	logPolls      = "POLLVOTES"
	logReviews    = "RATINGSANDREVIEWS"
	logSessions   = "ACTIVESESSIONS"
	logDevices    = "RECOGNIZEDDEVICES"
	logLogins     = "LOGINSLOGOUTS"
	logTrash      = "TRASH"
	logMarket     = "MARKETPLACELISTINGS"
	logRemoved    = "REMOVEDFRIENDS"
	logStoryLikes = "STORIESFEEDBACK"
)

const (
	pageFriends  = "https://www.facebook.com/me/friends"
	pageRequests = "https://www.facebook.com/friends/requests"
	pageGroups   = "https://www.facebook.com/groups/joins/"
	pageProfile  = "https://www.facebook.com/me/about"
	pageApps     = "https://www.facebook.com/settings?tab=applications"
	pagePrivacy  = "https://www.facebook.com/settings?tab=privacy"
	pageContacts = "https://www.facebook.com/mobile/facebook/contacts/"
	pageAds      = "https://www.facebook.com/adpreferences/"
	pageOffsite  = "https://www.facebook.com/off_facebook_activity/"
	pageSaved    = "https://www.facebook.com/saved/"
	pageBlocked  = "https://www.facebook.com/settings?tab=blocking"
	pagePages    = "https://www.facebook.com/pages/?category=your_pages"
)

// activityLog is the page of the account's own log for a section; posts are narrowed to their month.
func activityLog(section string, at time.Time) string {
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

// photoLink returns the photo's page, when the file's name holds its id.
func photoLink(uri string) string {
	base := path.Base(uri)
	if m := photoID.FindStringSubmatch(strings.TrimSuffix(base, path.Ext(base))); m != nil {
		return "https://www.facebook.com/photo/?fbid=" + m[1]
	}
	return ""
}

func albumLink(uri string) string {
	if m := albumID.FindStringSubmatch(path.Base(path.Dir(uri))); m != nil {
		return "https://www.facebook.com/media/set/?set=a." + m[1] + "&type=3"
	}
	return ""
}

func personSearch(name string) string {
	if name == "" {
		return pageFriends
	}
	return "https://www.facebook.com/search/people/?q=" + url.QueryEscape(name)
}

// mention is the markup of a person, page or group inside a text.
var mention = regexp.MustCompile(`@\[(\d+):(?:\d+:)?([^\]]+)\]`)

// plain replaces mentions by their names and returns those as well.
func plain(s string) (string, []string) {
	if !strings.Contains(s, "@[") {
		return s, nil
	}
	var names []string
	for _, m := range mention.FindAllStringSubmatch(s, 1000) {
		names = append(names, m[2])
	}
	return mention.ReplaceAllString(s, "$2"), names
}
