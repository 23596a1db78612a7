package facebook

import (
	"footprint/internal/footprint"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/value"
)

// Reasons why files are not read.
const (
	whyDisplay = "settings of the display and the app, nothing said or shown"
	whyStats   = "statistics of the platform, nothing said or shown"
	whyCookies = "cookies and device keys, never stored"
	whySuggest = "suggestions of the platform, not the user's doing"
	whyMessage = "settings of the messenger, no messages"
)

// table lists the files of all layouts: 2018, 2019-2020 (B), 2021-2022 (C) and 2023 on (D).
func table() *meta.Table {
	return meta.NewTable(profileRows(), contentRows(), groupRows(), peopleRows(), activityRows(), settingRows(), accountRows(), skippedRows())
}

func profileRows() []meta.Row {
	return []meta.Row{
		{Files: "profile_information/profile_information about_you/profile_information", Adapt: profile, First: true},
		{Files: "location/timezone profile_information/timezone your_places/timezone timezone", Adapt: zone, First: true},
		{Files: "profile_information/profile_update_history about_you/profile_update_history", Adapt: profileUpdate},
		{Files: "dating/your_dating_profile", Adapt: dating},
		{Files: "dating/your_dating_activity dating/your_dating_preferences dating/*", Adapt: other},
		{Files: "pages/your_pages your_pages/your_pages", Adapt: ownPage},
		{Files: "facebook_gaming/gaming_profile avatars/avatar_data", Adapt: other},
	}
}

func contentRows() []meta.Row {
	return []meta.Row{
		{Files: "posts/your_posts posts/your_posts__check_ins__photos_and_videos posts/profile_posts", Adapt: post, Merge: true},
		{Files: "posts/other_people's_posts_to_your_timeline", Adapt: wallPost},
		{Files: "posts/posts_on_other_pages_and_profiles", Adapt: labelledPost},
		{Files: "posts/check-ins posts/places_you_have_been_tagged_in your_places/cities_you_have_checked_into your_places/places_you've_created", Adapt: place},
		{Files: "posts/notes other_activity/notes notes/notes", Adapt: note},
		{Files: "posts/edits_you_made_to_posts", Adapt: earlier(footprint.KindPost, logPosts)},
		{Files: "comments_and_reactions/your_comment_edits", Adapt: earlier(footprint.KindComment, logComments)},
		{Files: "posts/trash trash/* posts/archive archive/*", Adapt: removed},
		{Files: "posts/content_sharing_links_you_have_created", Adapt: other},
		{Files: "posts_from_apps_and_websites other_activity/posts_from_apps_and_websites", Adapt: post},
		{Files: "posts/birthday_media posts/media_used_for_memories posts/shared_memories", Adapt: other},
		{Files: "posts/album/* photos_and_videos/album/*", Adapt: album, Lists: []string{value.Whole}},
		{Files: "posts/your_videos posts/videos photos_and_videos/your_videos posts/your_uncategorized_photos posts/your_photos photos_and_videos/your_photos " +
			"photos_and_videos/your_uncategorized_photos", Adapt: media},
		{Files: "stories/archived_stories stories/your_stories", Adapt: story(logStories)},
		{Files: "reels/your_reels short_videos/* reels/*", Adapt: story(logReels)},
		{Files: "activity_you're_tagged_in/* photos_and_videos/photos_you're_tagged_in posts/photos_and_videos_you're_tagged_in posts/photos_you're_tagged_in " +
			"posts/posts_you're_tagged_in", Adapt: tagged},
		{Files: "comments/comments comments_and_reactions/comments", Adapt: commented},
		{Files: "likes_and_reactions/posts_and_comments comments_and_reactions/posts_and_comments comments_and_reactions/likes_and_reactions " +
			"likes_and_reactions/likes_and_reactions", Adapt: reaction, Once: true},
		{Files: "likes_on_external_sites likes_and_reactions/likes_on_external_sites", Adapt: externalLike},
		{Files: "stories/story_reactions", Adapt: storyReaction},
		{Files: "other_activity/polls_you_voted_on polls/polls_you_voted_on polls/your_poll_votes polls/*", Adapt: poll},
		{Files: "reviews/*", Adapt: recommended},
		{Files: "marketplace/items_sold facebook_marketplace/items_sold", Adapt: listing},
		{Files: "saved_items_and_collections/* your_saved_items", Adapt: saved},
	}
}

func groupRows() []meta.Row {
	return []meta.Row{
		{Files: "groups/your_group_membership_activity", Adapt: membership, Latest: true},
		{Files: "groups/your_groups", Adapt: administered},
		{Files: "groups/your_posts_in_groups groups/group_posts_and_comments groups/your_posts_and_comments_in_groups groups/your_pending_posts_in_groups", Adapt: groupActivity, Merge: true},
		{Files: "groups/your_comments_in_groups", Adapt: groupComment},
		{Files: "groups/your_answers_to_membership_questions", Adapt: answers},
		{Files: "groups/your_badges", Adapt: badges},
		{Files: "groups/group_invites_you've_received groups/group_invites_you've_sent groups/your_participation_requests groups/your_contributions " +
			"groups/your_anonymous_mode_status_in_groups groups/join_requests groups/chat_invites_received groups/your_document_revision groups/your_group_post_tags " +
			"groups/your_actions_on_violating_content_in_your_groups", Adapt: other},
	}
}

func peopleRows() []meta.Row {
	return []meta.Row{
		{Files: "friends/friends friends_and_followers/friends friends/your_friends", Adapt: person(footprint.KindFriend, "")},
		{Files: "friends/received_friend_requests friends_and_followers/friend_requests_received friends/friend_requests_received", Adapt: request(footprint.DirectionIncoming, "pending")},
		{Files: "friends/sent_friend_requests friends_and_followers/friend_requests_sent friends/friend_requests_sent", Adapt: request(footprint.DirectionOutgoing, "pending")},
		{Files: "rejected_friend_requests", Adapt: request(footprint.DirectionIncoming, "declined")},
		{Files: "removed_friends", Adapt: person(footprint.KindFriend, "removed")},
		{Files: "following_and_followers/following friends_and_followers/who_you_follow followers/who_you've_followed friends_and_followers/following", Adapt: person(footprint.KindFollowing, "")},
		{Files: "following_and_followers/followers friends_and_followers/followers friends_and_followers/people_who_follow_you followers/people_who_followed_you", Adapt: person(footprint.KindFollower, "")},
		{Files: "likes_and_reactions/pages pages_you've_liked pages_and_profiles_you've_liked", Adapt: pageLike(footprint.InteractionLiked)},
		{Files: "followed_pages pages_you_follow pages_and_profiles_you_follow", Adapt: pageLike("followed")},
		{Files: "unfollowed_pages pages_you've_unfollowed pages_and_profiles_you've_unfollowed", Adapt: pageLike("unfollowed")},
		{Files: "pages_you've_recommended pages_and_profiles_you've_recommended", Adapt: recommended},
		{Files: "your_address_books contacts_uploaded_before_2021 contacts_uploaded_from_your_phone your_imported_contacts synced_contacts_from_instagram", Adapt: contact},
		{Files: "messages/ai_conversations ai_conversations", Adapt: assistant},
		{Files: "messages/messenger_contacts_you've_blocked blocked_people blocked_users blocking/*", Adapt: blocked},
	}
}

func activityRows() []meta.Row {
	return []meta.Row{
		{Files: "events/your_event_responses", Adapt: event, Lists: []string{"events_joined", "events_interested", "events_declined"}},
		{Files: "events/event_invitations events/your_events events/events events/events_you_hosted events/events_you've_hidden", Adapt: event},
		{Files: "events/your_event_invitation_links", Adapt: other},
		{Files: "apps_and_websites connected_apps_and_websites your_apps facebook_gaming/instant_games", Adapt: app},
		{Files: "permissions_you_have_granted_to_apps", Adapt: permissions},
		{Files: "your_off-facebook_activity your_activity_off_meta_technologies", Adapt: offsite},
		{Files: "search_history/your_search_history search/your_search_history search/groups_you've_searched_for facebook_marketplace/your_search_history marketplace/your_search_history", Adapt: search},
		{Files: "about_you/viewed about_you/visited recently_viewed recently_visited", Adapt: viewed},
		{Files: "interactions/* your_interactions_on_facebook/*", Adapt: other},
		{Files: "people_and_friends", Adapt: viewed},
		{Files: "notifications/notifications about_you/notifications notifications", Adapt: other},
		{Files: "activity_messages/events_interactions other_activity/link_history other_activity/pokes other_activity/profiles_you_visited_in_the_past_7_days other_activity/surveys " +
			"other_activity/invites_to_follow other_activity/your_crowdsourcing_edits other_activity/your_recently_followed_history pages/admin_activity pages/pages_you_are_a_customer_of " +
			"fundraisers/fundraisers_donated_to fundraisers/your_fundraiser_donations_information facebook_payments/payment_addresses " +
			"facebook_payments/payments_you_have_made_as_a_buyer shops/* facebook_support/* posts/facebook_editor", Adapt: other},
		{Files: "facebook_payments/payment_history payment_history/payment_history", Adapt: payments, Lists: []string{"payments"}},
		{Files: "location/location_history location_history/* your_places/location_history location/last_location location/primary_location location/primary_public_location " +
			"location/device_location your_places/* location/*", Adapt: place},
		{Files: "last_location primary_location primary_public_location device_location facebook_news/your_locations", Adapt: place},
		{Files: "voting/*", Adapt: other},
	}
}

func settingRows() []meta.Row {
	return []meta.Row{
		{Files: "privacy_settings", Adapt: setting("privacy_settings")},
		{Files: "contacts_sync_settings", Adapt: setting("contact_sync")},
		{Files: "friends/your_post_audiences", Adapt: setting("post_audiences")},
		{Files: "your_activity_off_meta_technologies_settings", Adapt: setting("off_meta_activity")},
		{Files: "about_you/face_recognition facial_recognition facial_recognition/*", Adapt: setting("face_recognition")},
		{Files: "two-factor_authentication", Adapt: setting("two_factor_authentication")},
		{Files: "your_consent_settings ads_personalization_consent other_logged_information/consents consent_for_combining_facebook_and_messenger_data", Adapt: setting("consent")},
		{Files: "your_facebook_story_preferences your_mentions_settings login_alerts_settings memorialization_settings messenger_active_status_platform_settings " +
			"messenger_active_status_settings your_cross-app_messaging_settings your_media_permissions your_post_composer_settings", Adapt: setting("preferences")},
		{Files: "feed/favorites feed/reduce feed/snooze feed/unfollowed_profiles feed/feed feed/controls news_feed/* feed/*", Adapt: viewed},
		{Files: "friends_you_see_less", Adapt: other},
	}
}

func accountRows() []meta.Row {
	return []meta.Row{
		{Files: "ads_interests your_topics/your_topics", Adapt: interest("topic")},
		{Files: "advertisers_who_uploaded_a_contact_list_with_your_information advertisers_using_your_activity_or_information", Adapt: interest("advertiser list")},
		{Files: "advertisers_you've_interacted_with", Adapt: interest("advertiser seen")},
		{Files: "other_categories_used_to_reach_you", Adapt: interest("category")},
		{Files: "locations_of_interest", Adapt: interest("location")},
		{Files: "information_you've_submitted_to_advertisers", Adapt: interest("form answer")},
		{Files: "ad_preferences", Adapt: interest("preference")},
		{Files: "your_sampled_locations", Adapt: place},
		{Files: "security_and_login_information/account_activity account_status_changes", Adapt: login(footprint.KindLogin, logLogins)},
		{Files: "where_you're_logged_in", Adapt: login(footprint.KindLogin, logSessions)},
		{Files: "logins_and_logouts administrative_records record_details used_ip_addresses ip_address_activity login_protection_data email_address_verifications " +
			"information_about_your_last_login registration_information your_account_confirmation_information your_recent_account_recovery_successes " +
			"account_recoveries_without_password_changes you_account_password your_account_password_information facebook_accounts_center/accounts_center", Adapt: login(footprint.KindLogin, logLogins)},
		{Files: "authorized_logins recognized_devices mobile_devices your_devices messages/information_about_your_devices your_end-to-end_encryption_enabled_messenger_device " +
			"detected_hardware your_marketplace_device_history", Adapt: login(footprint.KindDevice, logDevices)},
		{Files: "autofill_information", Adapt: setting("autofill")},
	}
}
