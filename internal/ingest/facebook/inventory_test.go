package facebook

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/ingest/ingesttest"
	"footprint/internal/need"
)

// ofInstagram are the folders of Instagram exports that are mixed into the inventory.
var ofInstagram = []string{"your_instagram_activity/", "instagram", "followers_and_following/", "personal_information/personal_information/", "ads_and_topics/",
	"login_and_profile_creation/", "recent_searches/", "information_about_you/", "device_information/", "preferences/settings/", "your_topics/recommended_topics",
	"personal_information/autofill_information/", "personal_information/$USERNAME/", "avatars_store/"}

// TestInventory lets the reader meet every file name of the inventory of donated exports: none is unknown.
func TestInventory(t *testing.T) {
	f, err := os.Open(need.Sample(t, "facebook", "structure_2024_2025", "FB_merged_structure_annotated.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
next:
	for _, row := range rows[1:] {
		name := row[8]
		for _, part := range ofInstagram {
			if strings.Contains(name, part) && !strings.Contains(name, "synced_contacts_from_instagram") {
				continue next
			}
		}
		files[strings.ReplaceAll(name, "$USERNAME", "somebody_1234567")] = &fstest.MapFile{Data: []byte("{}")}
	}
	if len(files) < 350 {
		t.Fatalf("the inventory names %d files only", len(files))
	}
	got := ingesttest.Read(t, Platform(), ingesttest.FS("inventory", files))
	for _, name := range got.Ledger().Unknown {
		t.Errorf("unknown: %s", name)
	}
	for _, e := range got.Errors {
		t.Error(e)
	}
}
