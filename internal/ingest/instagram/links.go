package instagram

import "footprint/internal/ingest/meta"

// Pages of the owner's activity, the nearest addresses of records that have none.
const (
	activity     = "https://www.instagram.com/your_activity/"
	pagePosts    = activity + "photos_and_videos/posts"
	pageReels    = activity + "photos_and_videos/reels"
	pageComments = activity + "interactions/comments"
	pageLikes    = activity + "interactions/likes"
	pageReplies  = activity + "interactions/story_replies"
	pageReposts  = activity + "interactions/reposts"
	pageHistory  = activity + "account_history"
	pageDeleted  = activity + "recently_deleted"
	pageSearches = activity + "account_history/recent_searches"
	pageArchive  = "https://www.instagram.com/archive/stories/"
	pageClose    = "https://www.instagram.com/accounts/close_friends/"
	pageApps     = "https://www.instagram.com/accounts/manage_access/"
	pageLogins   = "https://www.instagram.com/session/login_activity/"
	pageEdit     = "https://www.instagram.com/accounts/edit/"
	pagePrivacy  = "https://www.instagram.com/accounts/privacy_and_security/"
	pageAds      = "https://accountscenter.instagram.com/ad_preferences/"
	pageContacts = "https://accountscenter.instagram.com/info_and_permissions/contacts/"
	pageDirect   = "https://www.instagram.com/direct/inbox/"
)

// profileLink is the page of an account, the owner's when user is empty.
func profileLink(r *meta.Reader, user string) string {
	if user == "" && len(r.X.Owner.Handles) > 0 {
		user = r.X.Owner.Handles[0]
	}
	if !handle(user) {
		return pagePosts
	}
	return "https://www.instagram.com/" + user + "/"
}

// handle reports whether a text can be a user name.
func handle(s string) bool {
	if s == "" || len(s) > 30 {
		return false
	}
	for _, c := range s {
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '.' && c != '_' {
			return false
		}
	}
	return true
}
