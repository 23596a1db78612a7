package content

import (
	"footprint/internal/footprint"
	"footprint/internal/ingest/facebook/record"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/value"
)

// Rows lists the files of what the user wrote, showed and reacted to.
func Rows() []meta.Row { return append(contentRows(), groupRows()...) }

func contentRows() []meta.Row {
	return []meta.Row{
		{Files: "messages/ai_conversations ai_conversations", Adapt: assistant},
		{Files: "location/location_history location_history/* your_places/location_history location/last_location location/primary_location location/primary_public_location " +
			"location/device_location your_places/* location/*", Adapt: place},
		{Files: "last_location primary_location primary_public_location device_location facebook_news/your_locations", Adapt: place},
		{Files: "your_sampled_locations", Adapt: place},
		{Files: "posts/your_posts posts/your_posts__check_ins__photos_and_videos posts/profile_posts", Adapt: post, Merge: true},
		{Files: "posts/other_people's_posts_to_your_timeline", Adapt: wallPost},
		{Files: "posts/posts_on_other_pages_and_profiles", Adapt: labelledPost},
		{Files: "posts/check-ins posts/places_you_have_been_tagged_in your_places/cities_you_have_checked_into your_places/places_you've_created", Adapt: place},
		{Files: "posts/notes other_activity/notes notes/notes", Adapt: note},
		{Files: "posts/edits_you_made_to_posts", Adapt: earlier(footprint.KindPost, record.LogPosts)},
		{Files: "comments_and_reactions/your_comment_edits", Adapt: earlier(footprint.KindComment, record.LogComments)},
		{Files: "posts/trash trash/* posts/archive archive/*", Adapt: removed},
		{Files: "posts/content_sharing_links_you_have_created", Adapt: record.Other},
		{Files: "posts_from_apps_and_websites other_activity/posts_from_apps_and_websites", Adapt: post},
		{Files: "posts/birthday_media posts/media_used_for_memories posts/shared_memories", Adapt: record.Other},
		{Files: "posts/album/* photos_and_videos/album/*", Adapt: album, Lists: []string{value.Whole}},
		{Files: "posts/your_videos posts/videos photos_and_videos/your_videos posts/your_uncategorized_photos posts/your_photos photos_and_videos/your_photos " +
			"photos_and_videos/your_uncategorized_photos", Adapt: media},
		{Files: "stories/archived_stories stories/your_stories", Adapt: story(record.LogStories)},
		{Files: "reels/your_reels short_videos/* reels/*", Adapt: story(record.LogReels)},
		{Files: "activity_you're_tagged_in/* photos_and_videos/photos_you're_tagged_in posts/photos_and_videos_you're_tagged_in posts/photos_you're_tagged_in " +
			"posts/posts_you're_tagged_in", Adapt: tagged},
		{Files: "comments/comments comments_and_reactions/comments", Adapt: commented},
		{Files: "likes_and_reactions/posts_and_comments comments_and_reactions/posts_and_comments comments_and_reactions/likes_and_reactions " +
			"likes_and_reactions/likes_and_reactions", Adapt: reaction, Once: true},
		{Files: "likes_on_external_sites likes_and_reactions/likes_on_external_sites", Adapt: externalLike},
		{Files: "stories/story_reactions", Adapt: storyReaction},
		{Files: "other_activity/polls_you_voted_on polls/polls_you_voted_on polls/your_poll_votes polls/*", Adapt: poll},
		{Files: "marketplace/items_sold facebook_marketplace/items_sold", Adapt: listing},
	}
}

func groupRows() []meta.Row {
	return []meta.Row{
		{Files: "groups/your_posts_in_groups groups/group_posts_and_comments groups/your_posts_and_comments_in_groups groups/your_pending_posts_in_groups", Adapt: groupActivity, Merge: true},
		{Files: "groups/your_comments_in_groups", Adapt: groupComment},
		{Files: "groups/group_invites_you've_received groups/group_invites_you've_sent groups/your_participation_requests groups/your_contributions " +
			"groups/your_anonymous_mode_status_in_groups groups/join_requests groups/chat_invites_received groups/your_document_revision groups/your_group_post_tags " +
			"groups/your_actions_on_violating_content_in_your_groups", Adapt: record.Other},
	}
}
