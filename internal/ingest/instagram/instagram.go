package instagram

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

// Layouts by the year they began.
const (
	Layout2018 = "2018" // flat files of plain lists
	Layout2021 = "2021" // content/, followers_and_following/ at the top
	Layout2023 = "2023" // your_instagram_activity/, connections/
)

var chats = chat.Service{Page: pageDirect}

// Platform returns the reader of Instagram exports.
func Platform() ingest.Platform {
	files := meta.Files{Table: table(), IsChat: find.IsThreadFile, Chats: chats.Read}
	flat := meta.Files{Table: flatTable(), IsChat: func(f string) bool { return f == "messages.json" }, Chats: readFlat}
	return ingest.Platform{
		ID: "instagram", Name: "Instagram",
		Ask:       "Choose the Instagram profile, export to device, all information, format JSON and date range All time: the defaults are HTML and a short range.",
		AskURL:    "https://accountscenter.instagram.com/info_and_permissions/dyi/",
		Reads:     "posts, stories, reels, comments, likes, messages, followers and following, profile, searches, log-ins, advertising, contacts, settings",
		Lacks:     "posts others tagged you in, links to own posts, the audience of a post, comments received, encrypted chats",
		Recognize: recognize,
		Read: func(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
			if x.Layout == Layout2018 {
				return flat.Read(ctx, x)
			}
			return files.Read(ctx, x)
		},
	}
}

func readFlat(ctx context.Context, r *meta.Reader, files []string, yield func(footprint.Item, error) bool) bool {
	for _, f := range files {
		if !chats.Flat(ctx, r, f, yield) {
			return false
		}
	}
	return true
}

func recognize(a *ingest.Archive) []ingest.Found {
	var found []ingest.Found
	facebook := find.FacebookRoots(a)
	for _, root := range find.InstagramRoots(a) {
		files := a.Under(root)
		f := ingest.Found{Root: root, Layout: Layout2021, Format: find.Format(files)}
		if find.HasFolder(files, "yourinstagramactivity", "connections") {
			f.Layout = Layout2023
		}
		f.Claims = notThreads
		for _, other := range facebook {
			if other == root {
				f.Claims = own // the two were unpacked into one folder
			}
		}
		found = append(found, f)
	}
	for _, root := range find.FlatRoots(a) {
		found = append(found, ingest.Found{Root: root, Layout: Layout2018, Format: "json"})
	}
	if len(found) == 0 {
		found = loose(a)
	}
	return found
}

// notThreads leaves the files of Threads to their own reader.
func notThreads(file string) bool {
	return !strings.HasPrefix(file, "threads/") && !strings.HasPrefix(file, "your_instagram_activity/threads/")
}

// own tells the files of Instagram from those of Facebook where both lie in one folder.
func own(file string) bool {
	if !notThreads(file) {
		return false
	}
	n := find.Normal(file)
	for _, part := range []string{"yourinstagramactivity/", "instagram", "followersandfollowing/", "personalinformation/personalinformation/", "adsandtopics/", "loginandprofilecreation/",
		"loginandaccountcreation/", "recentsearches/", "informationaboutyou/", "deviceinformation/", "autofillinformation/", "media/stories/", "media/profile/", "media/reels/", "connections/contacts/",
		"preferences/settings/", "yourtopics/recommendedtopics"} {
		if strings.Contains(n, part) {
			return true
		}
	}
	return false
}

// loose recognises single files taken out of an export by their first words: a list of posts, reels or
// stories.
func loose(a *ingest.Archive) []ingest.Found {
	const most, enough = 20, 4096
	var found []ingest.Found
	looked, seen := 0, map[string]bool{}
	for _, name := range a.Names() {
		base := strings.ToLower(path.Base(name))
		if path.Ext(base) != ".json" || find.Clutter(name) || seen[path.Dir(name)] {
			continue
		}
		stem := strings.TrimRight(strings.TrimSuffix(base, ".json"), "_0123456789")
		if stem != "posts" && stem != "reels" && stem != "stories" {
			continue
		}
		if looked++; looked > most {
			break
		}
		head := find.Head(a, name, enough)
		if strings.Contains(head, `"ig_`) || strings.Contains(head, `"media"`) && strings.Contains(head, `"creation_timestamp"`) && strings.Contains(head, `"uri"`) {
			seen[path.Dir(name)] = true
			found = append(found, ingest.Found{Root: path.Dir(name), Layout: Layout2021, Format: "json"})
		}
	}
	return found
}
