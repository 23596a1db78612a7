package messenger

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

const shared = "messenger/" // below the folder of shared material

// fixtures are the shared ones with the number of messages, by
//
//	jq '.messages|length' FILE      (JSON)     grep -c _a72d FILE, grep -c '20[0-9][0-9]' FILE   (pages)
//
// and the owner that the title of the chat, or the threads together, give away. A single group says nothing.
var fixtures = map[string]struct {
	layout, owner string
	messages      int
}{
	"msgvault/json_simple":     {Layout2024, "Test User", 4},
	"msgvault/json_group":      {Layout2024, "", 3},
	"msgvault/json_multifile":  {Layout2024, "Test User", 4},
	"msgvault/json_nontext":    {Layout2024, "Test User", 6},
	"msgvault/json_with_media": {Layout2024, "Test User", 1},
	"msgvault/e2ee_simple":     {LayoutSecure, "Test User", 4},
	"msgvault/html_simple":     {Layout2024, "Test User", 3},
	"msgvault/html_timestamps": {Layout2018, "Test User", 3},
	"old_2018_2020":            {Layout2018, "Jenő Rejtő", 21},
	"counter_for_messenger":    {Layout2018, "John Doe", 16},
}

func TestConformance(t *testing.T) {
	all := []ingesttest.Fixture{ingesttest.Shared(shared + "msgvault"), ingesttest.Path("testdata/secure"), ingesttest.Path("testdata/2018")}
	for name := range fixtures {
		all = append(all, ingesttest.Shared(shared+name))
	}
	ingesttest.Run(t, Platform(), all...)
}

func TestFixtures(t *testing.T) {
	for name, want := range fixtures {
		t.Run(name, func(t *testing.T) {
			got := ingesttest.Read(t, Platform(), ingesttest.Shared(shared+name))
			if len(got.Exports) != 1 {
				t.Fatalf("%d exports", len(got.Exports))
			}
			x := got.Exports[0]
			if x.Layout != want.layout || x.Owner.Name != want.owner || len(got.Of(footprint.KindMessage)) != want.messages {
				t.Errorf("layout %s, owner %q, %d messages", x.Layout, x.Owner.Name, len(got.Of(footprint.KindMessage)))
			}
			got.CheckKnown(t)
			for i := range got.Items {
				if it := &got.Items[i]; it.Container == "" || it.ContainerKind != footprint.ContainerChat || it.Thread == "" || it.Created.IsZero() {
					t.Errorf("record %d lacks chat, thread or time: %+v", it.Origin.Pos, it)
				}
			}
		})
	}
}

func TestSecureStorage(t *testing.T) {
	got := ingesttest.Read(t, Platform(), ingesttest.Path("testdata/secure"))
	if x := got.Exports[0]; x.Layout != LayoutSecure || x.Owner.Name != "Zoë Ångström" {
		t.Errorf("layout %s, owner %s", x.Layout, x.Owner.Name)
	}
	m := got.Items[0]
	if m.Author != footprint.AuthorSelf || m.Container != "Ivo Brandt" || m.Target != "Ivo Brandt" || m.Text != "Bett 4 ist frei" || m.Details["reactions"] != "❤ Ivo Brandt" {
		t.Errorf("first message: %+v", m)
	}
	if m.Media[0].Path != "media/2f1c0000-aaaa.jpeg" {
		t.Errorf("medium beside the file: %+v", m.Media)
	}
	if l := got.Ledger(); len(l.Read) != 2 || len(l.Unknown) != 0 {
		t.Errorf("an empty thread is read as well: %+v", l)
	}
}

func TestAccountExport(t *testing.T) {
	got := ingesttest.Read(t, Platform(), ingesttest.Path("testdata/2018"))
	texts := map[string]footprint.Item{}
	for _, it := range got.Of(footprint.KindMessage) {
		texts[fmt.Sprint(it.Created.Unix())] = it
	}
	call, place, words, request := texts["1500000002"], texts["1500000001"], texts["1500000000"], texts["1500000003"]
	if call.Text != "" || call.Details["system"] != "You called Ivo." || call.Details["call"] != "30 s" {
		t.Errorf("call: %+v", call)
	}
	if !place.Exif.HasPlace() || *place.Exif.Lat != 59.91 || *place.Exif.Lon != 10.75 {
		t.Errorf("shared place: %+v", place.Exif)
	}
	if words.Text != "Ivo called me an idiot" {
		t.Errorf("a person's words are taken for the platform's: %+v", words)
	}
	if request.Details["section"] != "message_requests" || request.Direction != footprint.DirectionIncoming {
		t.Errorf("request: %+v", request)
	}
	if b := got.Of(footprint.KindBlock); len(b) != 1 || b[0].Target != "Rude Rolf" {
		t.Errorf("blocked: %+v", b)
	}
	if l := got.Ledger(); len(l.Unknown) != 0 || len(l.Skipped) != 1 {
		t.Errorf("ledger: %+v", l)
	}
}

// TestOthersAreLeftAlone keeps the messages of whole exports, and other programs' messages, from Messenger.
func TestOthersAreLeftAlone(t *testing.T) {
	thread := &fstest.MapFile{Data: []byte(`{"participants":[{"name":"A"}],"messages":[{"sender_name":"A"}]}`)}
	for name, files := range map[string]fstest.MapFS{
		"facebook":      {"your_facebook_activity/messages/inbox/a_1/message_1.json": thread, "your_facebook_activity/posts/your_posts_1.json": {Data: []byte("[]")}},
		"instagram":     {"your_instagram_activity/messages/inbox/a_1/message_1.json": thread},
		"telegram":      {"messages.html": {Data: []byte("<html><body><div class=message>x</div></body></html>")}},
		"discord":       {"messages/c1/messages.json": {Data: []byte(`[{"ID":"1","Contents":"x"}]`)}},
		"some web page": {"index.html": {Data: []byte("<html><p>Participants are welcome</p></html>")}},
	} {
		t.Run(name, func(t *testing.T) {
			a, err := ingest.NewArchive(files, nil)
			if err != nil {
				t.Fatal(err)
			}
			if found := recognize(a); len(found) != 0 {
				t.Errorf("taken: %v", found)
			}
		})
	}
}

// FuzzThread reads any content as a thread, in JSON and as a page.
func FuzzThread(f *testing.F) {
	f.Add(`{"participants":[{"name":"A"},{"name":"B"}],"messages":[{"sender_name":"A","timestamp_ms":1,"content":"\u00c3\u00a9","photos":[{"uri":"../x"}]}],"title":"B"}`)
	f.Add(`{"participants":["A","B"],"threadName":"B_1","messages":[{"senderName":"A","text":"x","timestamp":1e12,"media":[{"uri":"./media/x"}]}]}`)
	f.Add(`<div>Participants: A, B</div><div><div>A</div><div>hi</div><div>Oct 19, 2019, 2:37 PM</div></div>`)
	p := Platform()
	f.Fuzz(func(t *testing.T, data string) {
		ext := "json"
		if strings.HasPrefix(data, "<") {
			ext = "html"
		}
		a, err := ingest.NewArchive(fstest.MapFS{"messages/inbox/a_1/message_1." + ext: {Data: []byte(data)}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		exports, err := ingest.Detect(a, []ingest.Platform{p})
		if err != nil {
			return
		}
		for it, err := range exports[0].Items(t.Context()) {
			if err == nil && (it.ID == "" || it.Kind == "") {
				t.Fatal("an item without id or kind")
			}
		}
	})
}
