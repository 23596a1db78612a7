package all

import (
	"os"
	"slices"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// TestCombinedDeliveries holds that services delivered together become exports of their own, which share
// the files out without overlap.
func TestCombinedDeliveries(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	post := file(`[{"timestamp":1600000000,"data":[{"post":"a"}]}]`)
	insta := file(`[{"media":[{"uri":"x.jpg","creation_timestamp":1600000000,"title":"b"}]}]`)
	instaAndThreads, err := ingest.NewArchive(os.DirFS("../instagram/testdata/2023"), nil)
	if err != nil {
		t.Fatal(err)
	}
	archive := func(files fstest.MapFS) *ingest.Archive {
		a, err := ingest.NewArchive(files, nil)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	for name, tc := range map[string]struct {
		a    *ingest.Archive
		want []string
	}{
		"Instagram with Threads inside": {instaAndThreads, []string{"instagram .", "threads your_instagram_activity/threads"}},
		"two folders side by side": {archive(fstest.MapFS{
			"meta-2025/facebook-zoe/your_facebook_activity/posts/your_posts_1.json":           post,
			"meta-2025/facebook-zoe/your_facebook_activity/messages/inbox/a/message_1.json":   file(`{"participants":[],"messages":[]}`),
			"meta-2025/instagram-zoe/your_instagram_activity/media/posts_1.json":              insta,
			"meta-2025/instagram-zoe/your_instagram_activity/messages/inbox/b/message_1.json": file(`{"participants":[],"messages":[]}`),
		}), []string{"facebook meta-2025/facebook-zoe", "instagram meta-2025/instagram-zoe"}},
		"unpacked into one folder": {archive(fstest.MapFS{
			"your_facebook_activity/posts/your_posts_1.json":                                post,
			"your_instagram_activity/media/posts_1.json":                                    insta,
			"personal_information/profile_information/profile_information.json":             file(`{"profile_v2":{"name":{"full_name":"Zoë"}}}`),
			"personal_information/personal_information/personal_information.json":           file(`{"profile_user":[{"string_map_data":{"Username":{"value":"zoe"}}}]}`),
			"apps_and_websites_off_of_facebook/connected_apps_and_websites.json":            file(`{"installed_apps_v2":[]}`),
			"apps_and_websites_off_of_instagram/apps_and_websites/expired_apps.json":        file(`{"apps_and_websites_expired_apps":[]}`),
			"your_instagram_activity/threads/threads_and_replies.json":                      file(`{"text_post_app_text_posts":[]}`),
			"your_instagram_activity/messages/inbox/b_1/message_1.json":                     file(`{"participants":[],"messages":[]}`),
			"security_and_login_information/login_and_profile_creation/login_activity.json": file(`{"account_history_login_history":[]}`),
			"security_and_login_information/account_activity.json":                          file(`{"account_activity_v2":[]}`),
		}), []string{"facebook .", "instagram .", "threads your_instagram_activity/threads"}},
		"an e-mail of encrypted chats beside the export": {archive(fstest.MapFS{
			"facebook/posts/your_posts_1.json":            post,
			"facebook/friends_and_followers/friends.json": file(`{"friends_v2":[]}`),
			"messages/Ivo_1.json":                         file(`{"participants":["Zoë","Ivo"],"threadName":"Ivo_1","messages":[]}`),
		}), []string{"facebook facebook", "messenger ."}},
	} {
		t.Run(name, func(t *testing.T) {
			exports, err := ingest.Detect(tc.a, Platforms())
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			place := map[string]int{}
			for _, x := range exports {
				got = append(got, x.Platform.ID+" "+x.Root)
				for it, err := range x.Items(t.Context()) {
					if err != nil || it.Kind == footprint.Kind("") {
						t.Error(err)
					}
				}
				s := x.Ledger.Summary()
				for _, e := range s.Read {
					place[e.File]++
				}
				for _, e := range s.Skipped {
					place[e.File]++
				}
				for _, f := range s.Unknown {
					t.Errorf("%s: unknown %s", x.Platform.ID, f)
				}
			}
			slices.Sort(got)
			if !slices.Equal(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
			for f, n := range place {
				if n != 1 {
					t.Errorf("%s is in %d ledgers", f, n)
				}
			}
			if left := tc.a.Leftovers(exports); len(left) > 0 {
				t.Errorf("left over: %v", left)
			}
		})
	}
}
