package all

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/platforms.md anew")

// scope is what of a platform's export is read, and what the platform does not export, so that the user must
// look for it on the site.
type scope struct{ read, missing string }

// scopes has a row for each platform, by its ID. The second column follows the format documents.
var scopes = map[string]scope{
	"bluesky":        {"posts, replies, reposts, likes, follows, blocks, lists, profile, settings of posts; chats where they lie beside it", "mutes, bookmarks, preferences, followers, notifications, log-ins; pictures come apart"},
	"discord":        {"own messages, servers, connections, friends and blocks, applications, sessions, payments, analytics", "messages of others, deleted messages, reactions"},
	"facebook":       {"posts, comments, reactions, photos and videos with their places, groups, pages, friends and requests, events, profile, searches, advertising, log-ins, settings", "photos you were tagged in before 2023, comments by others, encrypted chats"},
	"flickr":         {"photos with place, camera, audience and comments, albums, galleries, groups and discussions, contacts, followers, favourites, testimonials, mail", "connected apps, photos of others that show you"},
	"general":        {"any column that is named like a field of an item; text is needed", "what the table does not hold"},
	"goodreads":      {"books on shelves, ratings, reviews, private notes", "who can see them, friends, comments, messages"},
	"google-takeout": {"YouTube, Photos with people and places, Maps reviews and saved places, My Activity, Blogger, Chat, contacts, devices", "Timeline kept on the phone, what others wrote about you"},
	"instagram":      {"posts, stories, reels, comments, likes, messages, followers and following, profile, searches, log-ins, advertising, contacts, settings", "posts others tagged you in, links to own posts, the audience of a post, comments received, encrypted chats"},
	"linkedin":       {"profile, posts, comments, reactions, messages, connections, invitations, recommendations, searches, log-ins, advertising, contacts", "comments by others, audience settings, connected apps, who looked at the profile"},
	"mastodon":       {"posts with audience and warnings, boosts, favourites, bookmarks, lists, follows, blocks, mutes, profile", "default audience, sessions, connected apps, direct messages received"},
	"medium":         {"stories, drafts, responses, claps, highlights, bookmarks, lists, follows, blocks, sessions, profile", "pictures, comments by others, views"},
	"messenger":      {"chats of all ages, encrypted ones too, with pictures, reactions and participants", "deleted messages, read receipts"},
	"photos":         {"pictures and videos with place, time and device", "captions, audience, who was tagged"},
	"pinterest":      {"pins and saved pins, boards, comments, follows, likes, messages, searches, profile, sessions, apps, advertising, contacts, settings", "pictures, who else saved a pin"},
	"quora":          {"answers, questions, posts, comments, messages written, drafts, profile, spaces", "upvotes, follows, settings, comments and messages by others"},
	"reddit":         {"posts, comments, votes, saved and hidden posts, subreddits, messages and chats, log-ins, settings", "searches, profile text, followers, blocked users, connected apps"},
	"snapchat":       {"account, friends, chats, memories, stories, searches, places, advertising, log-ins, connected apps", "snaps that are gone, what others saved"},
	"strava":         {"activities with start and route, comments and kudos given, followers, clubs, devices, privacy zones, settings", "comments and kudos received"},
	"telegram":       {"chats, groups and channels, contacts, sessions, profile", "secret chats, messages of others in groups unless ticked"},
	"threads":        {"posts and replies, likes, saved posts, follows, settings", "replies of others, the audience of a post"},
	"tiktok":         {"videos, deleted ones too, comments, likes, saved items, messages, follows, searches, what was watched and shared, log-ins, advertising, settings", "comments received, videos that show you"},
	"tumblr":         {"posts, reblogs and drafts, tags, answers, likes of backups, messages; account data with all blogs, apps, devices, interests", "likes, follows and settings; copies that others reblogged"},
	"whatsapp":       {"exported chats in all languages, with attachments; the account report", "deleted messages, chats that were not exported one by one"},
	"x":              {"posts, replies, notes, likes, messages, follows, blocks, lists, profile, deleted posts, log-ins, devices, connected apps, advertising, contacts", "who is tagged in photos, follow requests, bookmarks"},
}

// guide is the page as it should stand in docs/platforms.md.
func guide(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("# Platforms\n\nHow to ask for each export, what Footprint reads of it, and what the platform leaves out, so that you must look for it on the site.\n" +
		"Every file of an export that is not read is listed with the reason.\n\n" +
		"| platform | how to ask for it | what is read | what the platform does not export |\n|---|---|---|---|\n")
	cell := func(s string) string { return strings.NewReplacer("|", "\\|", "\n", " ").Replace(s) }
	for _, p := range Platforms() {
		s, ok := scopes[p.ID]
		if !ok || s.read == "" || s.missing == "" {
			t.Errorf("platform %q has no row in scopes", p.ID)
		}
		ask := cell(p.Ask)
		if p.AskURL != "" {
			ask += " <" + p.AskURL + ">"
		}
		b.WriteString("| " + cell(p.Name) + " | " + ask + " | " + cell(s.read) + " | " + cell(s.missing) + " |\n")
	}
	b.WriteString("\nThis page is written by `go test ./internal/ingest/all -run Guide -update`.\n")
	return b.String()
}

func TestGuideIsUpToDate(t *testing.T) {
	file := filepath.Join("..", "..", "..", "docs", "platforms.md")
	want := guide(t)
	if *update {
		if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("docs/platforms.md is out of date: go test ./internal/ingest/all -run Guide -update")
	}
}
