package footprint

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"
)

func TestIdentityComesFromContent(t *testing.T) {
	base := Item{Platform: "x", Kind: KindPost, Account: "me", Text: "hello", Created: time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)}
	id := func(change func(*Item)) string {
		it := base
		change(&it)
		it.SetID()
		return it.ID
	}
	same := id(func(*Item) {})
	for name, tc := range map[string]struct {
		change func(*Item)
		equal  bool
	}{
		"another file and place":    {func(it *Item) { it.Origin = Origin{"b.js", 7} }, true},
		"another zone, same time":   {func(it *Item) { it.Created = it.Created.In(time.FixedZone("", 3600)) }, true},
		"another text":              {func(it *Item) { it.Text = "hullo" }, false},
		"another kind":              {func(it *Item) { it.Kind = KindComment }, false},
		"text moved to a neighbour": {func(it *Item) { it.Text, it.Title = "hel", "lo" }, false},
	} {
		if got := id(tc.change) == same; got != tc.equal {
			t.Errorf("%s: same id = %v, want %v", name, got, tc.equal)
		}
	}
	if a, b := Fingerprint("i", "rule-a"), Fingerprint("i", "rule-b"); a == b {
		t.Error("two rules share a fingerprint")
	}
}

func TestItemJSONReadsTheFormsOfTheScenarios(t *testing.T) {
	const in = `{"kind":"photo","text":"x","created":"2025-03-11T22:47:00","alias":true,"post_approval":false,
		"judged":false,"value":null,"last_used":"2019-08-01","last_sync":null,"members":210,
		"exif":{"lat":-37.8,"lon":175.2,"taken":"2025-02-11T03:22:00","owner":"T"},"unheard_of":1}`
	var it Item
	if err := json.Unmarshal([]byte(in), &it); err != nil {
		t.Fatal(err)
	}
	if it.Created != time.Date(2025, 3, 11, 22, 47, 0, 0, time.UTC) || it.Alias != Yes || it.PostApproval != No ||
		it.ControlledByMe != Unknown || it.Judged != "false" || it.Value != "" || it.LastUsed.Year() != 2019 ||
		!it.LastSync.IsZero() || *it.Members != 210 || !it.Exif.HasPlace() || it.Exif.Taken.Hour() != 3 {
		t.Errorf("read %+v", it)
	}
	out, err := json.Marshal(&it)
	if err != nil {
		t.Fatal(err)
	}
	var back Item
	if err := json.Unmarshal(out, &back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(it, back) {
		t.Errorf("round trip: %s", out)
	}
}

func TestProgressOfNobody(t *testing.T) {
	var p *Progress
	p.Start("import", 3)
	p.Add(1)
	p.Note("file")
	if got := p.Snapshot(); got != (Snapshot{}) {
		t.Errorf("nil progress = %+v", got)
	}
	p = new(Progress)
	p.Start("import", 3)
	p.Add(2)
	p.Note("file")
	if got, want := p.Snapshot(), (Snapshot{"import", "file", 2, 3}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestAreasOfEarlierVersionsAreRead(t *testing.T) {
	var p Person
	if err := json.Unmarshal([]byte(`{"workplace": {"lat": 1, "lon": 2, "radius_m": 300}, "home": [{"lat": 3, "lon": 4}, {"lat": 5, "lon": 6}]}`), &p); err != nil {
		t.Fatal(err)
	}
	if len(p.Workplaces) != 1 || p.Workplaces[0].RadiusM != 300 || len(p.Homes) != 2 {
		t.Errorf("%+v, %+v", p.Workplaces, p.Homes)
	}
}
