package takeout

import (
	"testing"
	"testing/fstest"

	"footprint/internal/ingest"
)

func TestRecognize(t *testing.T) {
	const history = `[{"header":"YouTube","title":"Watched x","time":"2024-01-02T03:04:05Z"}]`
	for name, tc := range map[string]struct {
		file, content string
		root          string // empty: not recognised
	}{
		"the usual folder":            {"Takeout/YouTube/history/watch-history.json", history, "Takeout"},
		"doubled":                     {"Takeout/Takeout/YouTube/history/watch-history.json", history, "Takeout"},
		"a numbered copy":             {"Takeout (1)/YouTube/history/watch-history.json", history, "Takeout (1)"},
		"a decomposed name":           {"historial/historial-de-bu\u0301squeda.json", history, "."},
		"without the outer folder":    {"YouTube and YouTube Music/history/watch-history.json", history, "."},
		"inside another folder":       {"me/YouTube and YouTube Music/history/watch-history.json", history, "me"},
		"one file":                    {"watch-history.json", history, "."},
		"one page":                    {"MyActivity.html", `<div class="outer-cell mdl-cell"></div>`, "."},
		"a table of comments":         {"comments/comments.csv", "Comment ID,Channel ID,Comment Text\n", "."},
		"reviews of places":           {"Reviews.json", `{"type":"FeatureCollection","features":[]}`, "."},
		"comments of somebody else":   {"comments.csv", "id,permalink,date,body\n", ""},
		"another table of comments":   {"comments.csv", "Title,Description,Visibility\n", ""},
		"a map of somebody else":      {"map.json", `{"type":"FeatureCollection","features":[]}`, ""},
		"places of another service":   {"json/location_history.json", `{"Frequent Locations":[]}`, ""},
		"source code":                 {"Takeout/maps/map.go", "package maps", ""},
		"reviews of another service":  {"reviews.json", `[{"stars":1}]`, ""},
		"a blog of another maker":     {"blog.xml", "<rss></rss>", ""},
		"an empty file":               {"Timeline.json", "", ""},
		"a folder Takeout of pizzas":  {"Takeout/menu/pizza.json", "{}", ""},
		"a picture beside a sidecar":  {"Photos from 2020/a.jpg.json", `{"title":"a.jpg","photoTakenTime":{"timestamp":"1"}}`, "."},
		"another JSON of that a name": {"a.jpg.json", `{"title":"a.jpg"}`, ""},
	} {
		a, err := ingest.NewArchive(fstest.MapFS{tc.file: {Data: []byte(tc.content)}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		found := recognize(a)
		switch {
		case tc.root == "" && len(found) > 0:
			t.Errorf("%s: recognised at %q", name, found[0].Root)
		case tc.root != "" && (len(found) != 1 || found[0].Root != tc.root):
			t.Errorf("%s: %+v, want root %q", name, found, tc.root)
		case tc.root != "" && found[0].Claims != nil && !found[0].Claims(tc.file[len(below(tc.root)):]):
			t.Errorf("%s: the file is not claimed", name)
		}
	}
}

func below(root string) string {
	if root == "." {
		return ""
	}
	return root + "/"
}
