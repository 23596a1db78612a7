package takeout

import (
	"testing"

	"footprint/internal/footprint"
	"footprint/internal/ingest/ingesttest"
)

func TestSharedFixtures(t *testing.T) {
	for name, tc := range map[string]struct {
		layout string
		counts ingesttest.Counts
		media  int
	}{
		// grep -o 'class="outer-cell' MyActivity.html | wc -l: 3 records, of which one has "Searched for"; one address
		// of the home.
		"google-takeout/my-activity-html": {LayoutTakeout, ingesttest.Counts{footprint.KindActivity: 2, footprint.KindSearch: 1, footprint.KindPlace: 1}, 0},
		// jq -s 'map(select(.photoTakenTime)) | length' *.json: 3; ls *.JPG | wc -l: 3
		"google-takeout/photos-duplicate-numbers": {LayoutTakeout, ingesttest.Counts{footprint.KindPhoto: 3}, 3},
		// jq -s 'map(select(.photoTakenTime)) | group_by(.title[-3:]) | map(length)' *.json: [7,1]; jq .access métadonnées.json:
		// "protected"; ls *.jpg *.mp4 | wc -l: 8
		"google-takeout/photos-fr-old-sidecars": {LayoutTakeout, ingesttest.Counts{footprint.KindPhoto: 7, footprint.KindVideo: 1, footprint.KindPrivacySetting: 1}, 8},
		// For each table: python3 -c 'import csv,sys; print(len([r for r in csv.reader(open(sys.argv[1])) if any(r)])-1)';
		// for each history: jq 'length'. Comments 2 and live chat messages 3; playlists 3, none of them public, and the
		// watch history 3; search history 3; entries of playlists 3, 3 and 3; subscriptions 3; videos 1; channel
		// and its address 1 and 1; feature data with 4 columns beside the id and the place, which is 0, 0.
		"google-takeout/youtube-es-handmade.zip": {LayoutLoose, ingesttest.Counts{footprint.KindComment: 5, footprint.KindActivity: 3 + 3, footprint.KindSearch: 3, footprint.KindSaved: 9, footprint.KindFollowing: 3, footprint.KindVideo: 1,
			footprint.KindProfile: 2, footprint.KindPrivacySetting: 4}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			r := ingesttest.Read(t, Platform(), ingesttest.Shared(name))
			if len(r.Exports) != 1 || r.Exports[0].Layout != tc.layout {
				t.Errorf("%d exports, layout %s", len(r.Exports), r.Exports[0].Layout)
			}
			r.CheckCounts(t, tc.counts)
			s := r.Ledger()
			if s.Media != tc.media || len(s.Unknown)+len(s.Failed) > 0 || len(r.Errors) > 0 {
				t.Errorf("media %d, unknown %q, failed %v, errors %v", s.Media, s.Unknown, s.Failed, r.Errors)
			}
		})
	}
}
