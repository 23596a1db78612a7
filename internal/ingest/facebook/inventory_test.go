package facebook

import (
	"slices"
	"strings"
	"testing"

	"footprint/internal/ingest/ingesttest"
)

// ofInstagram are the folders of Instagram exports that are mixed into the inventory.
var ofInstagram = []string{"your_instagram_activity/", "instagram", "followers_and_following/", "personal_information/personal_information/", "ads_and_topics/",
	"login_and_profile_creation/", "recent_searches/", "information_about_you/", "device_information/", "preferences/settings/", "your_topics/recommended_topics",
	"personal_information/autofill_information/", "personal_information/$USERNAME/", "avatars_store/"}

func TestInventory(t *testing.T) {
	ours := func(name string) bool {
		return strings.Contains(name, "synced_contacts_from_instagram") || !slices.ContainsFunc(ofInstagram, func(part string) bool { return strings.Contains(name, part) })
	}
	ingesttest.CheckInventory(t, Platform(), 350, ours, "facebook", "structure_2024_2025", "FB_merged_structure_annotated.csv")
}
