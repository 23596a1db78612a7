package whatsapp

import (
	"os"
	"testing"
	"testing/fstest"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), ingesttest.Invented("android"), ingesttest.Invented("ios"), ingesttest.Invented("report"),
		ingesttest.Shared("whatsapp/timelinize_ios"), ingesttest.Shared("whatsapp/soda_chats"), ingesttest.Shared("whatsapp/whatsr_english"),
		ingesttest.Shared("whatsapp/chat_miner_dates"), ingesttest.Shared("whatsapp/account_info_new/My Account Info.zip"))
}

func TestGroupChat(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("android"))
	if x := r.Exports[0]; x.Layout != LayoutAndroid || x.Owner.Name != "Orla" || len(x.Notes) != 1 {
		t.Errorf("layout %s, owner %q, notes %q", x.Layout, x.Owner.Name, x.Notes)
	}
	m := r.Of(footprint.KindMessage)
	if len(m) != 6 || len(r.Of(footprint.KindActivity)) != 3 || len(r.Of(footprint.KindGroup)) != 1 {
		t.Fatalf("%v", r.Counts())
	}
	if m[0].Author != footprint.AuthorSelf || m[0].Text != "Morning all\nsecond line\n\nfourth line" || m[0].Container != "Ferry crew" ||
		m[0].Created != time.Date(2024, 2, 13, 9, 16, 0, 0, time.UTC) || m[0].Visibility != footprint.VisibilityClosedGroup {
		t.Errorf("%+v", m[0])
	}
	if m[1].Text != "The harbour at six" || len(m[1].Media) != 1 || m[1].Media[0].Path != "IMG-20240213-WA0001.jpg" {
		t.Errorf("%+v", m[1])
	}
	if m[2].Author != "Ina Zell" || m[2].Text != "" || m[2].Title == "" {
		t.Errorf("%+v", m[2])
	}
	if !m[3].Deleted || m[3].Text != "" {
		t.Errorf("%+v", m[3])
	}
	if m[4].Author != "+64 21 555 0101" || !m[4].Exif.HasPlace() {
		t.Errorf("%+v", m[4])
	}
	if m[5].Author != "Bram" || m[5].Text != "ratio 1:2 and: more" || m[5].Details["edited"] == "" {
		t.Errorf("%+v", m[5])
	}
}

func TestGermanPhone(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("ios"))
	m := r.Of(footprint.KindMessage)
	if len(m) != 3 || len(r.Of(footprint.KindActivity)) != 1 {
		t.Fatalf("%v", r.Counts())
	}
	if m[1].Text != "Grüße\naus dem Hafen" || m[1].Created.Day() != 29 || m[2].Created.Month() != time.February || m[0].Media[0].Type != footprint.MediaPhoto || m[2].Text != "" {
		t.Errorf("%+v", m)
	}
}

func TestAccountReport(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("report"))
	want := ingesttest.Counts{footprint.KindContact: 2, footprint.KindUploadedContacts: 1, footprint.KindGroup: 1, footprint.KindProfile: 1, footprint.KindDevice: 1}
	r.CheckCounts(t, want)
}

// Lines with a header, less those without an author or with WhatsApp's own words, counted by
// grep -cP '^\W{0,3}\d+[./-]\d+[./-]\d+' FILE and by eye.
func TestSharedChats(t *testing.T) {
	for name, want := range map[string]ingesttest.Counts{
		"whatsapp/chat_miner_dates/test_ddmmyy_24hrs.txt": {footprint.KindMessage: 7, footprint.KindActivity: 2},
		"whatsapp/account_info_new/My Account Info.zip":   {footprint.KindContact: 3, footprint.KindGroup: 4},
	} {
		t.Run(name, func(t *testing.T) {
			r := ingesttest.Read(t, Platform(), ingesttest.Shared(name))
			r.CheckCounted(t, want)
			r.CheckKnown(t)
		})
	}
	for _, name := range []string{"test_mmddyy_24hrs", "test_ddmmyy_24hrs", "test_[mmddyy]_24hrs", "test_yyyymmdd_24hrs", "test_mmddyyyy_12hrs"} {
		r := ingesttest.Read(t, Platform(), ingesttest.Shared("whatsapp/chat_miner_dates/"+name+".txt"))
		if m := r.Of(footprint.KindMessage); m[1].Created.Format("2006-01-02 15:04") != "2019-01-20 11:23" || m[2].Created.Format("2006-01-02 15:04") != "2019-01-30 20:49" {
			t.Errorf("%s: %v, %v", name, m[1].Created, m[2].Created)
		}
	}
}

func TestHeaders(t *testing.T) {
	for line, want := range map[string]string{
		"[29.01.18, 12:24:03] a: m":        "2018-01-29 12:24:03",
		"[\ufeff29.01.18, 12:24:03] a: m":  "2018-01-29 12:24:03",
		"29/01/18, 11:33\u202fPM - a: m":   "2018-01-29 23:33:00",
		"[13/6/18 1:55:00 p. m.] a: m":     "2018-06-13 13:55:00",
		"13-06-2018, 01.55 PM - a: m":      "2018-06-13 13:55:00",
		"13.06.18 21.25.15: a: m":          "2018-06-13 21:25:15",
		"13. 6. 2018. 21:25:15 a: m":       "2018-06-13 21:25:15",
		"13.6.2018 klo 21.25.15 - a: m":    "2018-06-13 21:25:15",
		"[2018/06/13, 21:25:15] a: m":      "2018-06-13 21:25:15",
		"29.01.18, 12:24 nachm. - b: m":    "2018-01-29 12:24:00",
		"[29/01/18, 00:04 AM] a: m":        "2018-01-29 00:04:00",
		"[29/01/18, 23:59 PM] a: m":        "2018-01-29 23:59:00",
		"29/01/18, 12:00 AM - a: m":        "2018-01-29 00:00:00",
		"٢٩/٠١/١٨, ١١:٣٣ - a: m":           "2018-01-29 11:33:00",
		"12/2024 is when we meet: at nine": "",
		"1. first 2. second 3. third":      "",
		"10:30 lunch":                      "",
		"3/4 of it, 10 people - ok: fine":  "",
		"192.168.1.1 12:30 router":         "",
	} {
		h, ok := parseHeader(line)
		if !ok {
			if want != "" {
				t.Errorf("%q is no header", line)
			}
			continue
		}
		var d dates
		d.add(h)
		o, _, _ := d.decide()
		if got := h.at(o).Format("2006-01-02 15:04:05"); got != want {
			t.Errorf("%q: %s, want %s", line, got, want)
		}
	}
}

func FuzzChat(f *testing.F) {
	for _, name := range []string{"android/WhatsApp Chat with Ferry crew.txt", "ios/_chat.txt"} {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := ingest.NewArchive(fstest.MapFS{"_chat.txt": {Data: b}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range Platform().Recognize(a) {
			last := int64(0)
			for it, err := range ingest.NewExport(Platform(), found, a).Items(t.Context()) {
				if err == nil && it.Kind != footprint.KindGroup && it.Origin.Pos <= last {
					t.Fatalf("record %d after %d", it.Origin.Pos, last)
				}
				last = it.Origin.Pos
			}
		}
	})
}
