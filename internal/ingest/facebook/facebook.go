package facebook

import (
	"context"
	"iter"
	"path"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/chat"
	"footprint/internal/ingest/meta/find"
)

// Layouts by the year they began. They name the age for the user; reading does not depend on them.
const (
	Layout2017     = "2017" // pages of before mid-2018, not readable
	Layout2018     = "2018" // posts/your_posts.json, keys without suffix
	Layout2019     = "2019" // about_you/, likes_and_reactions/
	Layout2021     = "2021" // comments_and_reactions/ at the top, keys with _v2
	Layout2023     = "2023" // your_facebook_activity/, labelled records
	Layout2024Page = "2024-page"
)

// Platform returns the reader of Facebook exports.
func Platform() ingest.Platform {
	files := meta.Files{Table: table(), IsChat: isChat, Chats: chats.Read}
	return ingest.Platform{
		ID: "facebook", Name: "Facebook",
		Ask:       "Choose your profile, export to device, all available information, format JSON and date range All time: the defaults are HTML and a short range.",
		AskURL:    "https://accountscenter.facebook.com/info_and_permissions/dyi",
		Reads:     "posts, comments, reactions, photos and videos with their places, groups, pages, friends and requests, events, profile, searches, advertising, log-ins, settings",
		Lacks:     "photos you were tagged in before 2023, comments by others, encrypted chats",
		Recognize: recognize,
		Read: func(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
			if x.Layout == Layout2017 {
				return tooOld(x)
			}
			return files.Read(ctx, x)
		},
	}
}

var chats = chat.Service{Link: "https://www.facebook.com/messages/t/%s", Page: "https://www.facebook.com/messages/"}

// isChat tells files of messages: those of threads, and encrypted chats merged into the messages folder.
func isChat(file string) bool {
	return find.IsThreadFile(file) || path.Base(path.Dir(file)) == "messages" && chat.Encrypted(file)
}

func recognize(a *ingest.Archive) []ingest.Found {
	var found []ingest.Found
	for _, root := range find.FacebookRoots(a) {
		files := a.Under(root)
		found = append(found, ingest.Found{Root: root, Layout: layout(files), Format: find.Format(files)})
	}
	if len(found) == 0 {
		for _, root := range a.Roots("index.htm") {
			if old(a.Under(root)) {
				found = append(found, ingest.Found{Root: root, Layout: Layout2017, Format: "html"})
			}
		}
	}
	return found
}

func layout(files []string) string {
	switch {
	case find.HasFolder(files, "thisprofilesactivityacrossfacebook"):
		return Layout2024Page
	case find.HasFolder(files, "yourfacebookactivity", "youractivityacrossfacebook", "connections"):
		return Layout2023
	case find.HasFolder(files, "commentsandreactions", "friendsandfollowers", "appsandwebsitesoffoffacebook", "yourinteractionsonfacebook", "otherpersonalinformation"):
		return Layout2021
	}
	for _, f := range files {
		if f == "posts/your_posts.json" {
			return Layout2018
		}
	}
	return Layout2019
}

// old recognises the pages of before mid-2018.
func old(files []string) bool {
	for _, f := range files {
		if strings.HasPrefix(f, "html/") && path.Ext(f) == ".htm" {
			return true
		}
	}
	return false
}

// tooOld accounts for an export that cannot be read any more.
func tooOld(x *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(func(footprint.Item, error) bool) {
		x.Notes = append(x.Notes, "This export is from before mid-2018. Please request a new one.")
		for _, f := range x.Files() {
			if ext := path.Ext(f); ext == ".htm" || ext == ".css" || ext == ".html" || ext == ".txt" {
				x.Skip(f, "an export of before mid-2018; please request a new one")
			}
		}
	}
}
