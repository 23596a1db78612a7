package x

import (
	"bytes"
	"encoding/json"
	"flag"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

var update = flag.Bool("update", false, "write the golden files")

// layouts of our own invention in testdata, by folder.
var ownLayouts = map[string]string{
	"2012": Layout2012, "2012-table": Layout2012, "2018": Layout2018, "2020": Layout2020, "2024": Layout2024,
}

func TestConformance(t *testing.T) {
	var fixtures []ingesttest.Fixture
	for _, dir := range slices.Sorted(maps.Keys(ownLayouts)) {
		fixtures = append(fixtures, ingesttest.Path(filepath.Join("testdata", dir)))
	}
	for name := range shared {
		fixtures = append(fixtures, ingesttest.Shared(name))
	}
	ingesttest.Run(t, Platform(), fixtures...)
}

// TestGolden compares the items of our own exports with the lists in testdata/golden.
func TestGolden(t *testing.T) {
	for dir, layout := range ownLayouts {
		t.Run(dir, func(t *testing.T) {
			res := ingesttest.Read(t, Platform(), ingesttest.Path(filepath.Join("testdata", dir)))
			if got := res.Exports[0].Layout; got != layout {
				t.Errorf("layout %q, want %q", got, layout)
			}
			for _, err := range res.Errors {
				t.Errorf("error: %v", err)
			}
			ingesttest.Golden(t, res, filepath.Join("testdata", "golden", dir+".jsonl"), *update)
		})
	}
}

// shared are the fixtures beside the checkout, with counts by kind from jq. For a data file F:
//
//	sed '1s/^[^=]*= *//' F | jq length
//
// tweets: jq '[.[].tweet | if (.full_text|startswith("RT @")) then "post" elif .in_reply_to_status_id_str then "comment" else "post" end]'
// messages: jq '[.[].dmConversation.messages[] | select(.messageCreate)] | length'
//
// In data-2025-small-files jq counts app.js 19 (interest), connected-application.js 12, device-token.js 4 and
// ni-devices.js 5 (device), article-metadata.js 1 (a draft without its words: post), account-creation-ip.js 1
// (login); account.js, account-timezone.js, community-note-rating.js, sso.js (2), tweetdeck.js and verified.js
// give 7 activities, the address in account.js the setting. The single elements of account-label.js,
// ageinfo.js, expanded-profile.js and verified-organization.js are empty objects.
var shared = map[string]struct {
	layout string
	counts ingesttest.Counts
}{
	"x/tweets-likes-synthetic": {Layout2022, ingesttest.Counts{"post": 2, "comment": 1, "like": 2}},
	"x/group-dm-synthetic":     {Layout2020, ingesttest.Counts{"message": 4}},
	"x/data-2025-small-files": {Layout2024, ingesttest.Counts{
		"profile": 1, "post": 1, "connected_app": 12, "device": 9, "interest": 19, "login": 1, "privacy_setting": 1, "activity": 7}},
}

func TestSharedFixtures(t *testing.T) {
	for name, want := range shared {
		t.Run(filepath.Base(name), func(t *testing.T) {
			res := ingesttest.Read(t, Platform(), ingesttest.Shared(name))
			res.CheckCounts(t, want.counts)
			if got := res.Exports[0].Layout; got != want.layout {
				t.Errorf("layout %q, want %q", got, want.layout)
			}
			res.CheckKnown(t)
		})
	}
}

func TestOwner(t *testing.T) {
	x := ingesttest.Read(t, Platform(), ingesttest.Path("testdata/2024")).Exports[0]
	want := ingest.Owner{ID: "9001", Name: "Odalys Quill", Handles: []string{"quillfeather", "oquill_old"},
		Emails: []string{"odalys@example.org", "old@example.org", "odalys.sso@example.org"}, Phones: []string{"+15550100", "+15550101"}}
	got, _ := json.Marshal(x.Owner)
	if expect, _ := json.Marshal(want); !bytes.Equal(got, expect) {
		t.Errorf("owner %s, want %s", got, expect)
	}
	wantNotes := []string{
		"1 events in chats without words (somebody joined, left or renamed) are no items of their own",
		"promised by the manifest but missing: mute.js",
	}
	if !slices.Equal(x.Notes, wantNotes) || x.Complete != footprint.No {
		t.Errorf("notes %q, complete %v", x.Notes, x.Complete)
	}
}

func TestLedger(t *testing.T) {
	s := ingesttest.Read(t, Platform(), ingesttest.Path("testdata/2024")).Ledger()
	if !slices.Equal(s.Unknown, []string{"data/something-new.js"}) || len(s.Failed) > 0 {
		t.Errorf("unknown %v, failed %v", s.Unknown, s.Failed)
	}
	if s.Media != 6 {
		t.Errorf("%d media, want 6", s.Media)
	}
}

// TestSecretsAreNotKept looks for every secret of the fixture in every item.
func TestSecretsAreNotKept(t *testing.T) {
	res := ingesttest.Read(t, Platform(), ingesttest.Path("testdata/2024"))
	all, err := json.Marshal(res.Items)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"SECRET", "+15550111", "+15550112", "p@example.org"} {
		if bytes.Contains(all, []byte(word)) {
			t.Errorf("%s is in an item", word)
		}
	}
}
