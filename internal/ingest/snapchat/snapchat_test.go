package snapchat

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), ingesttest.Invented("2017"), ingesttest.Invented("2020"), ingesttest.Invented("2023"), ingesttest.Invented("2025"), ingesttest.Invented("html"), ingesttest.Shared("snapchat/memories_history.json"))
}

func TestLayouts(t *testing.T) {
	for layout, want := range map[string]ingesttest.Counts{
		Layout2017: {footprint.KindProfile: 1, footprint.KindLogin: 2, footprint.KindDevice: 2, footprint.KindActivity: 1, footprint.KindMessage: 4},
		Layout2020: {footprint.KindProfile: 1, footprint.KindLogin: 2, footprint.KindDevice: 2, footprint.KindActivity: 1, footprint.KindMessage: 2, footprint.KindPhoto: 1},
		Layout2023: {footprint.KindProfile: 8, footprint.KindLogin: 2, footprint.KindDevice: 3, footprint.KindActivity: 7, footprint.KindMessage: 7, footprint.KindGroup: 1, footprint.KindFriend: 3,
			footprint.KindFriendRequest: 3, footprint.KindBlock: 1, footprint.KindContact: 1, footprint.KindPhoto: 3, footprint.KindPost: 3, footprint.KindPlace: 9, footprint.KindInterest: 6,
			footprint.KindFollowing: 2, footprint.KindPageLike: 1, footprint.KindConnectedApp: 2, footprint.KindSearch: 2},
		Layout2025: {footprint.KindProfile: 1, footprint.KindLogin: 2, footprint.KindDevice: 2, footprint.KindActivity: 1, footprint.KindPhoto: 2, footprint.KindVideo: 1},
		LayoutHTML: {footprint.KindProfile: 1, footprint.KindLogin: 1, footprint.KindFriend: 1, footprint.KindPhoto: 1, footprint.KindMessage: 1},
	} {
		t.Run(layout, func(t *testing.T) {
			r := ingesttest.Read(t, Platform(), ingesttest.Invented(layout))
			if got := r.Exports[0].Layout; got != layout {
				t.Errorf("layout %s", got)
			}
			r.CheckCounts(t, want)
			r.CheckKnown(t)
			if o := r.Exports[0].Owner; o.Handle() != "orlaq" || o.Name != "Orla Q" {
				t.Errorf("owner %+v", o)
			}
		})
	}
}

func TestMessagesOfAllAges(t *testing.T) {
	for _, tc := range []struct {
		layout, text, author, container string
	}{
		{Layout2017, "it's late", "tamsin", "tamsin"}, {Layout2017, "yes", footprint.AuthorSelf, "tamsin"}, {Layout2020, "hello", "tamsin", "tamsin"},
		{Layout2023, "hi", "tamsin", "tamsin"}, {Layout2023, "all", "bram", "Crew"}, {Layout2023, "mine", footprint.AuthorSelf, "Crew"}, {LayoutHTML, "line one\nline two", footprint.AuthorSelf, "tamsin"},
	} {
		found := false
		for _, m := range ingesttest.Read(t, Platform(), ingesttest.Invented(tc.layout)).Of(footprint.KindMessage) {
			if m.Text == tc.text {
				found = true
				if m.Author != tc.author || m.Container != tc.container || m.Created.IsZero() {
					t.Errorf("%s: %+v", tc.layout, m)
				}
			}
		}
		if !found {
			t.Errorf("%s: no message %q", tc.layout, tc.text)
		}
	}
}

func TestMediaAreMatched(t *testing.T) {
	for _, m := range ingesttest.Read(t, Platform(), ingesttest.Invented(Layout2023)).Of(footprint.KindMessage) {
		if m.Details["type"] != "MEDIA" {
			continue
		}
		if len(m.Media) != 2 || m.Media[1].Path != "chat_media/2024-01-02_b~EiQS2.mp4" || m.Created.UnixMilli() != 1704164645123 {
			t.Errorf("%+v", m)
		}
	}
	want := map[string][]string{
		"2025-05-01": {"memories/2025-05-02_aabb-01-main.jpg", "memories/2025-05-02_aabb-01-overlay.png"}, // by id, the day being local
		"2025-06-01": {"memories/2025-06-01_ccdd-02-main.mp4"},                                            // by day alone
		"2025-07-01": {"memories/2025-07-01_eeff-03-main.jpg", "memories/2025-07-01_eeff-03-overlay.webp"},
	}
	r := ingesttest.Read(t, Platform(), ingesttest.Invented(Layout2025))
	for _, it := range append(r.Of(footprint.KindPhoto), r.Of(footprint.KindVideo)...) {
		var got []string
		for _, m := range it.Media {
			got = append(got, m.Path)
		}
		day := it.Created.Format("2006-01-02")
		if strings.Join(got, " ") != strings.Join(want[day], " ") {
			t.Errorf("%s: %v, want %v", day, got, want[day])
		}
	}
}

func TestPlaces(t *testing.T) {
	texts := map[string]bool{}
	for _, p := range ingesttest.Read(t, Platform(), ingesttest.Invented(Layout2023)).Of(footprint.KindPlace) {
		texts[p.Title+"|"+p.Text] = p.Exif.HasPlace()
	}
	for want, located := range map[string]bool{
		"Home, School & Work: inferredHome|51.05 ± 0.1, 3.72 ± 0.1": true, "Home, School & Work: schoolName|Old School": false, "Location History|51.585, 5.343": true,
		"Location History|0.0, 0.0": false, "Businesses and places you may have visited|Bakery": false, "Businesses and places you may have visited|Corner Shop, Ghent": false,
	} {
		if got, there := texts[want]; !there || got != located {
			t.Errorf("%s: there %v, located %v", want, there, got)
		}
	}
}

func TestPageRows(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented(LayoutHTML))
	if p := r.Of(footprint.KindPhoto)[0]; p.NativeID != "qq-1 2024-05-01" || !p.Exif.HasPlace() || p.Media[0].URL != "https://app.example.org/m?mid=QQ-1" {
		t.Errorf("memory %+v", p)
	}
	if f := r.Of(footprint.KindFriend)[0]; f.Author != "Tam & Sin" || f.Target != "tamsin" {
		t.Errorf("friend %+v", f)
	}
}

// jq '[."Saved Media"[]]|group_by(."Media Type")|map({(.[0]."Media Type"):length})' memories_history.json
func TestSharedMemories(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Shared("snapchat/memories_history.json"))
	r.CheckCounts(t, ingesttest.Counts{footprint.KindPhoto: 2, footprint.KindVideo: 2})
	for _, it := range r.Items {
		if it.Exif.HasPlace() || it.Created.IsZero() {
			t.Errorf("%+v", it)
		}
	}
}

func FuzzFiles(f *testing.F) {
	names := []string{"json/chat_history.json", "json/location_history.json", "json/memories_history.json", "json/user_profile.json", "html/memories_history.html", "html/friends.html"}
	for i, seed := range []string{"2023/json/chat_history.json", "2023/json/location_history.json", "2025/json/memories_history.json", "2023/json/user_profile.json", "html/html/memories_history.html", "html/html/friends.html"} {
		b, err := os.ReadFile("testdata/" + seed)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(uint(i), b)
	}
	f.Fuzz(func(t *testing.T, which uint, b []byte) {
		name := names[which%uint(len(names))]
		a, err := ingest.NewArchive(fstest.MapFS{"json/account.json": {Data: []byte(`{"Basic Information":{"Username":"o"}}`)}, name: {Data: b}, "memories/2025-05-02_aabb-01-main.jpg": {}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range Platform().Recognize(a) {
			for it, err := range ingest.NewExport(Platform(), found, a).Items(t.Context()) {
				if err == nil && !a.Has(it.Origin.File) {
					t.Fatalf("origin %+v", it.Origin)
				}
			}
		}
	})
}
