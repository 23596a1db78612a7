package account

import (
	"slices"

	"footprint/internal/footprint"
	"footprint/internal/ingest/facebook/record"
	"footprint/internal/ingest/meta"
)

// Rows lists the files of people, pages, settings and records of the account.
func Rows() []meta.Row {
	return slices.Concat(profileRows(), peopleRows(), activityRows(), settingRows(), accountRows())
}

func profileRows() []meta.Row {
	return []meta.Row{
		{Files: "profile_information/profile_information about_you/profile_information", Adapt: profile, First: true},
		{Files: "location/timezone profile_information/timezone your_places/timezone timezone", Adapt: zone, First: true},
		{Files: "profile_information/profile_update_history about_you/profile_update_history", Adapt: profileUpdate},
		{Files: "dating/your_dating_profile", Adapt: dating},
		{Files: "dating/your_dating_activity dating/your_dating_preferences dating/*", Adapt: record.Other},
		{Files: "pages/your_pages your_pages/your_pages", Adapt: ownPage},
		{Files: "facebook_gaming/gaming_profile avatars/avatar_data", Adapt: record.Other},
	}
}

func peopleRows() []meta.Row {
	return []meta.Row{
		{Files: "groups/your_group_membership_activity", Adapt: membership, Latest: true},
		{Files: "groups/your_groups", Adapt: administered},
		{Files: "groups/your_answers_to_membership_questions", Adapt: answers},
		{Files: "groups/your_badges", Adapt: badges},
		{Files: "reviews/*", Adapt: recommended},
		{Files: "saved_items_and_collections/* your_saved_items", Adapt: saved},
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
		{Files: "messages/messenger_contacts_you've_blocked blocked_people blocked_users blocking/*", Adapt: blocked},
	}
}

func activityRows() []meta.Row {
	return []meta.Row{
		{Files: "events/your_event_responses", Adapt: event, Lists: []string{"events_joined", "events_interested", "events_declined"}},
		{Files: "events/event_invitations events/your_events events/events events/events_you_hosted events/events_you've_hidden", Adapt: event},
		{Files: "events/your_event_invitation_links", Adapt: record.Other},
		{Files: "apps_and_websites connected_apps_and_websites your_apps facebook_gaming/instant_games", Adapt: app},
		{Files: "permissions_you_have_granted_to_apps", Adapt: permissions},
		{Files: "your_off-facebook_activity your_activity_off_meta_technologies", Adapt: offsite},
		{Files: "search_history/your_search_history search/your_search_history search/groups_you've_searched_for facebook_marketplace/your_search_history marketplace/your_search_history", Adapt: search},
		{Files: "about_you/viewed about_you/visited recently_viewed recently_visited", Adapt: viewed},
		{Files: "interactions/* your_interactions_on_facebook/*", Adapt: record.Other},
		{Files: "people_and_friends", Adapt: viewed},
		{Files: "notifications/notifications about_you/notifications notifications", Adapt: record.Other},
		{Files: "activity_messages/events_interactions other_activity/link_history other_activity/pokes other_activity/profiles_you_visited_in_the_past_7_days other_activity/surveys " +
			"other_activity/invites_to_follow other_activity/your_crowdsourcing_edits other_activity/your_recently_followed_history pages/admin_activity pages/pages_you_are_a_customer_of " +
			"fundraisers/fundraisers_donated_to fundraisers/your_fundraiser_donations_information facebook_payments/payment_addresses " +
			"facebook_payments/payments_you_have_made_as_a_buyer shops/* facebook_support/* posts/facebook_editor", Adapt: record.Other},
		{Files: "facebook_payments/payment_history payment_history/payment_history", Adapt: payments, Lists: []string{"payments"}},
		{Files: "voting/*", Adapt: record.Other},
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
		{Files: "friends_you_see_less", Adapt: record.Other},
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
		{Files: "security_and_login_information/account_activity account_status_changes", Adapt: login(footprint.KindLogin, record.LogLogins)},
		{Files: "where_you're_logged_in", Adapt: login(footprint.KindLogin, record.LogSessions)},
		{Files: "logins_and_logouts administrative_records record_details used_ip_addresses ip_address_activity login_protection_data email_address_verifications " +
			"information_about_your_last_login registration_information your_account_confirmation_information your_recent_account_recovery_successes " +
			"account_recoveries_without_password_changes you_account_password your_account_password_information facebook_accounts_center/accounts_center", Adapt: login(footprint.KindLogin, record.LogLogins)},
		{Files: "authorized_logins recognized_devices mobile_devices your_devices messages/information_about_your_devices your_end-to-end_encryption_enabled_messenger_device " +
			"detected_hardware your_marketplace_device_history", Adapt: login(footprint.KindDevice, record.LogDevices)},
		{Files: "autofill_information", Adapt: setting("autofill")},
	}
}
