package tiktok

// row binds the lists of one kind to the function that reads them: section and list in JSON, file in text.
type row struct {
	lists []string
	file  string
	read  func(*reader, record) []item
}

// rows names every section that is read; see tiktok.md section 4.
func rows() []row {
	return []row{
		{[]string{"Videos/VideoList/[]", "Posts/VideoList/[]", "Story/VideoList/[]"}, "Post.txt", post},
		{[]string{"RecentlyDeletedPosts/PostList/[]", "Recently Deleted Posts/PostList/[]"}, "Recently Deleted Posts.txt", deletedPost},
		{[]string{"Comments/CommentsList/[]"}, "Comments.txt", comment},
		{[]string{"Like List/ItemFavoriteList/[]"}, "Like List.txt", like},
		{[]string{"Favorite Videos/FavoriteVideoList/[]"}, "Favorite Videos.txt", saved("video")},
		{[]string{"Favorite Sounds/FavoriteSoundList/[]"}, "Favorite Sounds.txt", saved("sound")},
		{[]string{"Favorite Hashtags/FavoriteHashtagList/[]"}, "Favorite HashTags.txt", saved("hashtag")},
		{[]string{"Favorite Effects/FavoriteEffectsList/[]"}, "Favorite Effects.txt", saved("effect")},
		{[]string{"Favorite Collection/FavoriteCollectionList/[]"}, "", saved("collection")},
		{[]string{"Favorite Comment/FavoriteCommentList/[]"}, "", saved("comment")},
		{[]string{"Favorite Location/FavoriteLocationList/[]"}, "", saved("location")},
		{[]string{"Favorite Movies and TV/FavoriteMoviesAndTVList/[]"}, "", saved("film")},
		{[]string{"Favorite Playlists/FavoritePlaylistList/[]"}, "", saved("playlist")},
		{[]string{"Reposts/RepostList/[]"}, "Reposts.txt", repost},
		{[]string{"Follower List/FansList/[]", "Follower/FansList/[]"}, "Follower.txt", follower},
		{[]string{"Following List/Following/[]", "Following/Following/[]"}, "Following.txt", following},
		{[]string{"Block/BlockList/[]", "Block List/BlockList/[]"}, "Block List.txt", blocked},
		{[]string{"Chat History/ChatHistory/*", "Direct Messages/ChatHistory/*"}, "", chat},
		{[]string{"Group Chat/GroupChat/*"}, "", groupChat},
		{[]string{"Tako Chat History/TakoChatHistoryList/[]"}, "", assistant},
		{[]string{"Profile Information/ProfileMap", "Profile Info/ProfileMap"}, "Profile Info.txt", profile},
		{[]string{"Auto Fill", "Autofill"}, "Autofill.txt", autofill},
		{[]string{"Settings/SettingsMap"}, "Settings.txt", settings("")},
		{[]string{"Go Live Settings/SettingsMap"}, "", settings("live: ")},
		{[]string{"Most Recent Location Data/LocationData"}, "Most Recent Location Data.txt", place},
		{[]string{"POI Review/ReviewsList/[]", "Location Reviews/ReviewsList/[]"}, "Location Reviews.txt", review},
		{[]string{"Watch Live History/WatchLiveMap/*"}, "", live},
		{[]string{"Go Live History/GoLiveList/[]"}, "", goLive},
		{[]string{"Search History/SearchList/[]", "Searches/SearchList/[]"}, "Searches.txt", search},
		{[]string{"Share History/ShareHistoryList/[]"}, "Share History.txt", shared},
		{[]string{"Video Browsing History/VideoList/[]", "Watch History/VideoList/[]"}, "Watch History.txt", watched},
		{nil, "Browsing History.txt", watched},
		{[]string{"Hashtag/HashtagList/[]"}, "Hashtag.txt", hashtag},
		{[]string{"Login History/LoginHistoryList/[]"}, "Login History.txt", login},
		{[]string{"Ad Interests/AdInterestCategories"}, "Ad Interests.txt", adInterests},
		{[]string{"Off TikTok Activity/OffTikTokActivityDataList/[]"}, "Off TikTok Activity.txt", offSite},
		{[]string{"Ads Visit History/AdsVisitHistoryList/[]"}, "", adVisit},
		{[]string{"Instant Form Ads Responses/ResponsesList/[]"}, "", formResponse},
		{[]string{"Product Reviews/ProductReviewHistories/[]", "Product Review History/ProductReviewHistories/[]"}, "", review},
		{[]string{"Saved Address Information/SavedAddress/[]"}, "", autofill},
	}
}

// skippedText are text files that are deliberately not read, with the reason.
var skippedText = map[string]string{
	"Status.txt": "identifiers of your devices, which should not be kept", "Purchases.txt": "gifts and coins, nothing that others see",
}

// jsonPaths gives each list's path below any section, and what reads it.
func jsonPaths() (map[string]func(*reader, record) []item, []string) {
	byPath := map[string]func(*reader, record) []item{}
	var paths []string
	for _, r := range rows() {
		for _, l := range r.lists {
			byPath["*/"+l] = r.read
			paths = append(paths, "*/"+l)
		}
	}
	return byPath, paths
}
