package threads

import (
	"context"
	"iter"
	"path"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/find"
)

// Layout2023 is the only layout so far.
const Layout2023 = "2023"

// Platform returns the reader of Threads.
func Platform() ingest.Platform {
	files := meta.Files{Table: table(), Account: account}
	return ingest.Platform{
		ID: "threads", Name: "Threads",
		Ask:       "Threads comes with the Instagram export of the same account: leave all categories ticked, format JSON, date range All time.",
		AskURL:    "https://accountscenter.instagram.com/info_and_permissions/dyi/",
		Reads:     "posts and replies, likes, saved posts, follows, settings",
		Lacks:     "replies of others, the audience of a post",
		Recognize: recognize,
		Read: func(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
			return files.Read(ctx, x)
		},
	}
}

func recognize(a *ingest.Archive) []ingest.Found {
	var found []ingest.Found
	for _, root := range find.ThreadsRoots(a) {
		found = append(found, ingest.Found{Root: root, Layout: Layout2023, Format: find.Format(a.Under(root))})
	}
	return found
}

func table() *meta.Table {
	return meta.NewTable([]meta.Row{
		{Files: "personal_information", Adapt: profile, First: true},
		{Files: "threads_and_replies", Adapt: post},
		{Files: "archived_threads", Adapt: archived},
		{Files: "liked_threads", Adapt: like},
		{Files: "saved_threads", Adapt: saved},
		{Files: "followers", Adapt: follow(footprint.KindFollower, ""), Once: true},
		{Files: "following", Adapt: follow(footprint.KindFollowing, "")},
		{Files: "recently_unfollowed_profiles", Adapt: follow(footprint.KindFollowing, "removed")},
		{Files: "pending_follow_requests recent_follow_requests", Adapt: request(footprint.DirectionOutgoing)},
		{Files: "follow_requests_you've_received", Adapt: request(footprint.DirectionIncoming)},
		{Files: "blocked_profiles", Adapt: block("blocked")},
		{Files: "restricted_profiles", Adapt: block("restricted")},
		{Files: "interest_feeds_on_threads", Adapt: feed},
		{Files: "apps_and_websites", Adapt: app},
		{Files: "threads_viewed", Adapt: viewed},
		meta.None("settings of the display and the app, nothing said or shown", "your_posts_without_notifications threads_home"),
	})
}

// account is the owner's handle as the Instagram export around the folder says it, for the folders that
// hold no profile of their own.
func account(ctx context.Context, r *meta.Reader) {
	if len(r.X.Owner.Handles) > 0 {
		return
	}
	root := r.X.Root
	for range 2 {
		root = path.Dir(root)
		for _, p := range []string{"personal_information/personal_information/personal_information.json", "personal_information/personal_information.json", "account_information/personal_information.json"} {
			if f, ok := r.Outside(ctx, path.Join(root, p), "profile_user"); ok {
				identify(r, f)
				return
			}
		}
	}
}

// page is a profile's address, the owner's when user is empty.
func page(r *meta.Reader, user string) string {
	if user == "" && len(r.X.Owner.Handles) > 0 {
		user = r.X.Owner.Handles[0]
	}
	for _, c := range user {
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '.' && c != '_' {
			return "https://www.threads.com/"
		}
	}
	if user == "" {
		return "https://www.threads.com/"
	}
	return "https://www.threads.com/@" + user
}
