package actions

import (
	"strings"
	"testing"
	"testing/fstest"

	"footprint/assets"
)

func table(t *testing.T) *Table {
	t.Helper()
	tab, err := Load(assets.Actions)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

func TestFind(t *testing.T) {
	tab := table(t)
	for _, c := range []struct {
		name, platform, kind, action, account string
		step, link                            string
	}{
		{"own entry of a kind", "facebook", "comment", "delete", "", "Activity log", "COMMENTSCLUSTER"},
		{"entry for all kinds", "facebook", "tag", "untag", "", "tagged", "MANAGETAGSBYOTHERSCLUSTER"},
		{"account filled in", "x", "post", "delete", "@robin_f", "Open the post", "x.com/robin_f/with_replies"},
		{"account missing", "x", "post", "delete", "", "Open the post", ""},
		{"kind wins over order", "medium", "comment", "delete", "", "Responses", "responses"},
		{"unknown platform", "myspace", "post", "delete", "", "Open the item", ""},
		{"search result", "google search", "search_result", "delete", "", "owner", "remove-outdated-content"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, ok := tab.Find(c.platform, c.kind, c.action, c.account)
			if !ok || !strings.Contains(strings.Join(a.Steps, " "), c.step) || !strings.Contains(a.URL, c.link) || c.link == "" && a.URL != "" || a.Checked == "" {
				t.Errorf("%+v %v", a, ok)
			}
		})
	}
	if steps, link := tab.Steps("facebook", "post", "dance"); steps != nil || link != "" {
		t.Errorf("unknown action: %v %s", steps, link)
	}
}

// TestEveryPlatformCanDeleteAndSet: the two things every checklist asks for.
func TestEveryPlatformCanDeleteAndSet(t *testing.T) {
	tab := table(t)
	for _, id := range tab.Platforms() {
		for _, action := range []string{"delete", "settings"} {
			if _, ok := tab.platforms[id].find("post", action); !ok {
				t.Errorf("%s has no %s", id, action)
			}
		}
	}
}

func TestBadTables(t *testing.T) {
	const good = "- platform: any\n  checked: \"2025\"\n  actions: [{action: delete, steps: [a]}]\n"
	for name, text := range map[string]string{
		"unknown action":  good + "- platform: a\n  actions: [{action: dance, steps: [a]}]\n",
		"no steps":        good + "- platform: a\n  actions: [{action: delete}]\n",
		"no link":         good + "- platform: a\n  actions: [{action: delete, steps: [a], url: \"javascript:x\"}]\n",
		"given twice":     good + good,
		"unknown key":     good + "- platform: a\n  colour: red\n",
		"without default": "- platform: a\n",
		"not a list":      "platform: a\n",
	} {
		if _, err := Load(fstest.MapFS{File: {Data: []byte(text)}}); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if _, err := Load(fstest.MapFS{}); err == nil {
		t.Error("a missing table is accepted")
	}
}
