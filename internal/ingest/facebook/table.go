package facebook

import (
	"footprint/internal/ingest/facebook/account"
	"footprint/internal/ingest/facebook/content"
	"footprint/internal/ingest/meta"
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
	return meta.NewTable(content.Rows(), account.Rows(), skippedRows())
}

// skippedRows lists the files that are deliberately not read.
func skippedRows() []meta.Row {
	return []meta.Row{
		meta.None(whyCookies, "browser_cookies device_login_cookies"),
		meta.None("how often the apps were used per day", "your_facebook_activity_history"),
		meta.None(whySuggest, "people_you_may_know suggested_friends your_topics/people_we_think_you_should_follow groups/groups_and_pages_that_you_may_find_engaging "+
			"recommended_bookmark_info fundraiser_posts_you_likely_viewed"),
		meta.None("the same pictures and posts stand in other files", "posts/your_pinned_posts posts/your_received_shared_album_invites"),
		meta.None("messages of the help desk", "support_messages messages/support_messages"),
		meta.None(whyMessage, "messages/secret_conversations messages/messaging_settings messages/community_chats_settings messages/chat_invites_received "+
			"messages/messenger_ui_settings messages/your_chat_settings_on_web messages/your_messenger_app_install_information groups/community_chat_settings"),
		meta.None(whyStats, "your_comment_active_days audio_comment_tooltip_views story_views_in_past_7_days your_recent_reported_conversions service_texts_received "+
			"your_pages_mentions your_meta_business_suite_guidance_interactions messenger_threads_you_started_by_clicking_on_an_ad meta_ad_library_accounts ads_about_meta "+
			"ads_feedback_activity subscription_for_no_ads activity_messages/* other_logged_information/* other_activity/* facebook_gaming/* facebook_marketplace/* "+
			"facebook_payments/* fundraisers/* marketplace/*"),
		meta.None("letters and notices of the platform", "emails_we_sent_you notifications_about_new_users_joining_facebook meta_privacy_policy_update_notifications "+
			"notification_of_meta_privacy_policy_update your_notifications_tab_activity in-app_messages/* the_ways_we_can_send_you_notifications "+
			"notification_of_privacy_policy_updates policy_updates_and_permissions/* your_educational_notification_interactions"),
		meta.None(whyDisplay, "navigation_bar/* preferences/* memories/* predicted_languages rising_fan_badges_you've_received your_avatar your_privacy_jurisdiction "+
			"language_and_locale your_topics/* groups/your_group_shortcuts groups/your_settings_for_groups_tab bookmarks/* bug_bounty/* other_personal_information/* "+
			"journalist_registration/* facebook_news/* facebook_accounts_center/* avatars/* facebook_portal/* facebook_assistant/* live_audio_rooms/* music_recommendations/* "+
			"spark_ar/* volunteering/* your_problem_reports/* accounts_center/* account_information/*"),
	}
}
