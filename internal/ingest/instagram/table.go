package instagram

import (
	"footprint/internal/footprint"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/value"
)

// Reasons why files are not read.
const (
	whyDisplay = "settings of the display and the app, nothing said or shown"
	whyStats   = "statistics of the platform, nothing said or shown"
	whySuggest = "suggestions of the platform, not the user's doing"
)

// table lists the files of the layouts of 2021 and later.
func table() *meta.Table {
	return meta.NewTable(contentRows(), peopleRows(), accountRows(), skippedRows())
}

// flatTable lists the files of the layout of 2018 to early 2021.
func flatTable() *meta.Table {
	whole := []string{value.Whole}
	return meta.NewTable([]meta.Row{
		{Files: "profile", Adapt: flatProfile, Lists: whole, First: true},
		{Files: "media", Adapt: flatMedia, Lists: []string{"photos", "videos", "stories", "profile", "direct"}},
		{Files: "comments", Adapt: flatComment, Lists: []string{"media_comments", "live_comments", "story_comments"}},
		{Files: "likes", Adapt: flatPair(footprint.KindLike, pageLikes), Lists: []string{"media_likes", "comment_likes"}},
		{Files: "connections", Adapt: flatConnections, Lists: whole},
		{Files: "saved", Adapt: flatPair(footprint.KindSaved, pagePosts), Lists: []string{"saved_media", "saved_collections"}},
		{Files: "searches", Adapt: flatSearch, Lists: []string{"main_search_history", "shopping_search_history"}},
		{Files: "contacts uploaded_contacts", Adapt: contact},
		{Files: "settings", Adapt: flatSettings, Lists: whole},
		{Files: "stories_activities", Adapt: flatPair(footprint.KindActivity, pageReplies), Lists: []string{"polls", "emoji_sliders", "quizzes", "questions", "countdowns"}},
		{Files: "devices", Adapt: flatOther(footprint.KindDevice)},
		{Files: "account_history", Adapt: flatOther(footprint.KindLogin), Lists: []string{"login_history", "registration_info", "password_change_history", "account_privacy_history"}},
		{Files: "events", Adapt: flatOther(footprint.KindEvent), Lists: []string{"event_reminders"}},
		{Files: "autofill fundraisers guides checkout information_about_you shopping", Adapt: flatOther(footprint.KindActivity), Lists: whole},
		meta.None("lists of posts and advertisements that were shown", "seen_content"),
	})
}

func contentRows() []meta.Row {
	p := post
	return []meta.Row{
		{Files: "content/posts media/posts posts", Adapt: p(footprint.KindPost, "")},
		{Files: "reels igtv_videos", Adapt: p(footprint.KindVideo, pageReels)},
		{Files: "stories live_videos", Adapt: p(footprint.KindPost, pageArchive)},
		{Files: "content/notes media/notes", Adapt: p(footprint.KindPost, "")},
		{Files: "profile_photos other_content", Adapt: p(footprint.KindPhoto, "")},
		{Files: "archived_posts recently_deleted_content", Adapt: removed},
		{Files: "reposts", Adapt: repost},
		{Files: "post_comments reels_comments comments/hype story_comments live_comments comments/*", Adapt: comment},
		{Files: "liked_posts", Adapt: like("post", pageLikes), Once: true},
		{Files: "liked_comments", Adapt: like("comment", pageLikes), Once: true},
		{Files: "story_likes", Adapt: like("story", pageLikes)},
		{Files: "emoji_story_reactions avatar_story_reactions story_reaction_sticker_reactions", Adapt: like("story reaction", pageReplies)},
		{Files: "questions question_media_response question_music_response", Adapt: answer(footprint.KindComment, "answer in a story")},
		{Files: "polls", Adapt: answer(footprint.KindActivity, "poll")},
		{Files: "quizzes", Adapt: answer(footprint.KindActivity, "quiz")},
		{Files: "emoji_sliders", Adapt: answer(footprint.KindActivity, "slider")},
		{Files: "countdowns", Adapt: answer(footprint.KindActivity, "countdown")},
		{Files: "story_sticker_interactions/* story_interactions/*", Adapt: answer(footprint.KindActivity, "story")},
		{Files: "saved_posts saved_collections saved_music saved/* saved_reels", Adapt: saved},
		{Files: "event_reminders", Adapt: event},
	}
}

func peopleRows() []meta.Row {
	return []meta.Row{
		{Files: "followers", Adapt: follow(footprint.KindFollower, ""), Once: true},
		{Files: "following", Adapt: follow(footprint.KindFollowing, ""), Once: true},
		{Files: "recently_unfollowed_accounts recently_unfollowed_profiles", Adapt: follow(footprint.KindFollowing, "removed")},
		{Files: "pending_follow_requests recent_follow_requests", Adapt: request(footprint.DirectionOutgoing, "pending")},
		{Files: "follow_requests_you've_received", Adapt: request(footprint.DirectionIncoming, "pending")},
		{Files: "blocked_accounts blocked_profiles", Adapt: block("blocked")},
		{Files: "restricted_accounts restricted_profiles", Adapt: block("restricted")},
		{Files: "hide_story_from", Adapt: block("stories hidden")},
		{Files: "close_friends", Adapt: listSetting("close_friends", pageClose)},
		{Files: "custom_lists", Adapt: setting("custom_lists")},
		{Files: "following_hashtags", Adapt: hashtag},
		{Files: "synced_contacts", Adapt: contact},
	}
}

func accountRows() []meta.Row {
	return []meta.Row{
		{Files: "personal_information/personal_information account_information/personal_information", Adapt: profile, First: true},
		{Files: "account_information instagram_profile_information", Adapt: setting("contact_sync")},
		{Files: "professional_information linked_meta_accounts edits/personal_information", Adapt: other("account")},
		{Files: "profile_changes", Adapt: change},
		{Files: "instagram_friend_map", Adapt: setting("friend_map")},
		{Files: "devices", Adapt: login(footprint.KindDevice)},
		{Files: "two-factor_authentication", Adapt: setting("two_factor_authentication")},
		{Files: "login_activity logout_activity signup_information signup_details instagram_signup_details password_change_activity profile_status_changes account_status_changes",
			Adapt: login(footprint.KindLogin)},
		{Files: "profile_privacy_changes account_privacy_changes", Adapt: privacyChange},
		{Files: "last_known_location account_based_in profile_based_in", Adapt: place},
		{Files: "ads_interests", Adapt: interest("topic")},
		{Files: "your_topics/* your_topics your_reels_topics your_reels_sentiments recommended_topics", Adapt: interest("topic")},
		{Files: "locations_of_interest", Adapt: interest("location")},
		{Files: "possible_phone_numbers", Adapt: interest("phone number")},
		{Files: "possible_emails", Adapt: interest("e-mail address")},
		{Files: "advertisers_using_your_activity_or_information", Adapt: interest("advertiser list")},
		{Files: "other_categories_used_to_reach_you", Adapt: interest("category")},
		{Files: "information_you've_submitted_to_advertisers", Adapt: interest("form answer")},
		{Files: "instagram_ads_and_businesses/ad_preferences", Adapt: interest("preference")},
		{Files: "ads_clicked", Adapt: interest("advertisement clicked")},
		{Files: "active_apps", Adapt: app("active")},
		{Files: "expired_apps", Adapt: app("expired")},
		{Files: "removed_apps", Adapt: app("removed")},
		{Files: "your_activity_off_meta_technologies", Adapt: offsite},
		{Files: "your_activity_off_meta_technologies_settings consents use_cross-app_messaging in-app_browser_autofill_settings show_exclusive_story_promo_setting " +
			"your_link_history_settings", Adapt: setting("")},
		{Files: "comments_allowed_from", Adapt: setting("comments_allowed_from")},
		{Files: "notification_preferences", Adapt: setting("notifications")},
		{Files: "filtered_keywords_for_comments_and_messages filtered_keywords_for_posts", Adapt: listSetting("filtered_keywords", pagePrivacy)},
		{Files: "profile_searches account_searches word_or_phrase_searches tag_searches place_searches recent_searches/*", Adapt: search},
		{Files: "link_history", Adapt: other("website opened")},
		{Files: "ads_viewed", Adapt: other("advertisement shown")},
		{Files: "posts_viewed", Adapt: other("post shown")},
		{Files: "videos_watched", Adapt: other("video shown")},
		{Files: "posts_you're_not_interested_in profiles_you're_not_interested_in", Adapt: other("not interested")},
		{Files: "autofill_information", Adapt: other("autofill")},
		{Files: "wishlist_items recently_viewed_items shopping/*", Adapt: other("shopping")},
		{Files: "eligibility gifts monetization/*", Adapt: other("monetization")},
		{Files: "surveys your_information_download_requests fundraisers guides/*", Adapt: other("account")},
		{Files: "reported_conversations", Adapt: other("conversation reported")},
	}
}

func skippedRows() []meta.Row {
	return []meta.Row{
		meta.None(whyStats, "past_instagram_insights/* time_spent_on_instagram note_interactions in-app_message subscription_for_no_ads ads_about_meta camera_information"),
		meta.None(whySuggest, "suggested_profiles_viewed removed_suggestions profiles_you've_favorited"),
		meta.None(whyDisplay, "avatar_items your_muted_story_teaser_creators subscriptions/* avatars_store/* media_settings/* edits/*"),
		meta.None("letters and notices of the platform", "notification_of_privacy_policy_updates policy_updates_and_permissions/*"),
		meta.None("settings of the messenger, no messages", "messages/secret_conversations messages/secret_groups messages/your_scheduled_chat_notifications"),
	}
}
