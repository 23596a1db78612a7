package all

import (
	"errors"
	"slices"
	"testing"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

// fixtures names the platforms of each shared fixture. One whose platform is not listed yet must not be
// recognised by another.
var fixtures = map[string][]string{
	"bluesky/greenground.repo.car":                   {"bluesky"},
	"bluesky/snarfed2.car":                           {"bluesky"},
	"facebook/mid_2021_ads_apps/facebook.zip":        {"facebook"},
	"facebook/old_2018_2020":                         {"facebook"},
	"goodreads/goodreads_library_export_review.csv":  {"goodreads"},
	"goodreads/goodreads1.csv":                       {"goodreads"},
	"google-takeout/my-activity-html":                {"google-takeout"},
	"google-takeout/photos-duplicate-numbers":        {"google-takeout"},
	"google-takeout/photos-fr-old-sidecars":          {"google-takeout"},
	"google-takeout/youtube-es-handmade.zip":         {"google-takeout"},
	"instagram/mid_2021_2022_french/instagramV2.zip": {"instagram"},
	"instagram/new_2025/IG_public_test_file.zip":     {"instagram"},
	"instagram/posts_only_single":                    {"instagram"},
	"messenger/counter_for_messenger":                {"messenger"},
	"messenger/msgvault/e2ee_simple":                 {"messenger"},
	"messenger/msgvault/html_simple":                 {"messenger"},
	"messenger/msgvault/html_timestamps":             {"messenger"},
	"messenger/msgvault/json_group":                  {"messenger"},
	"messenger/msgvault/json_multifile":              {"messenger"},
	"messenger/msgvault/json_nontext":                {"messenger"},
	"messenger/msgvault/json_simple":                 {"messenger"},
	"messenger/msgvault/json_with_media":             {"messenger"},
	"messenger/old_2018_2020":                        {"messenger"},
	"linkedin/sample_export.zip":                     {"linkedin"},
	"mastodon/mastodon-export.zip":                   {"mastodon"},
	"pinterest/pinterest-sample.html":                {"pinterest"},
	"reddit/synthetic-001":                           {"reddit"},
	"medium/export":                                  {"medium"},
	"snapchat/memories_history.json":                 {"snapchat"},
	"strava/export":                                  {"strava"},
	"telegram/json_export":                           {"telegram"},
	"telegram/voice_export":                          {"telegram"},
	"telegram/basic_export":                          {"telegram"},
	"tiktok/user_data_tiktok.layout-a.json":          {"tiktok"},
	"tiktok/user_data_tiktok.sample.zip":             {"tiktok"},
	"whatsapp/timelinize_ios":                        {"whatsapp"},
	"whatsapp/soda_chats/_chat.txt":                  {"whatsapp"},
	"x/data-2025-small-files":                        {"x"},
	"x/group-dm-synthetic":                           {"x"},
	"x/tweets-likes-synthetic":                       {"x"},
	"search":                                         nil,
	"images":                                         nil,
}

func TestPlatformsAreSortedAndComplete(t *testing.T) {
	var ids []string
	for _, p := range Platforms() {
		if p.ID == "" || p.Name == "" || p.Ask == "" || p.Recognize == nil || p.Read == nil {
			t.Errorf("platform %q lacks a field", p.ID)
		}
		ids = append(ids, p.ID)
	}
	if !slices.IsSorted(ids) || len(slices.Compact(slices.Clone(ids))) != len(ids) {
		t.Errorf("not sorted or not unique: %v", ids)
	}
}

func TestEachFixtureIsRecognisedByItsPlatformOnly(t *testing.T) {
	listed := map[string]bool{}
	for _, p := range Platforms() {
		listed[p.ID] = true
	}
	for name, platforms := range fixtures {
		t.Run(name, func(t *testing.T) {
			var want, got []string
			for _, id := range platforms {
				if listed[id] {
					want = append(want, id)
				}
			}
			exports, err := ingest.Detect(ingesttest.Shared(name).Archive(t), Platforms())
			if len(want) == 0 && !errors.Is(err, footprint.ErrNotRecognised) {
				t.Errorf("error is %v, want not recognised", err)
			}
			for _, x := range exports {
				got = append(got, x.Platform.ID)
			}
			slices.Sort(got)
			if got = slices.Compact(got); !slices.Equal(got, want) {
				t.Errorf("recognised as %v, want %v: %v", got, want, err)
			}
		})
	}
}

func TestUnrelatedArchivesAreNotRecognised(t *testing.T) {
	for name, fsys := range ingesttest.Foreign() {
		t.Run(name, func(t *testing.T) {
			_, err := ingest.Detect(ingesttest.FS(name, fsys).Archive(t), Platforms())
			if !errors.Is(err, footprint.ErrNotRecognised) {
				t.Errorf("error is %v, want not recognised", err)
			}
			if photos := name == "a photo"; errors.Is(err, ingest.ErrPhotos) != photos {
				t.Errorf("offers import as photos: %v, want %v", !photos, photos)
			}
		})
	}
}
