package chat

import (
	"testing"

	"footprint/internal/ingest/meta/value"
)

func TestSystem(t *testing.T) {
	names := []string{"Ivo Brandt", "Zoë Ångström"}
	for text, want := range map[string]bool{
		"Ivo sent an attachment.":               true,
		"You sent a photo.":                     true,
		"Ivo Brandt created the group.":         true,
		"Ivo named the group Night Crew.":       true,
		"Zoë Ångström added Mira to the group.": true,
		"Ivo left the group.":                   true,
		"You called Zoë.":                       true,
		"Ivo missed your call.":                 true,
		"The video chat ended.":                 true,
		"Reacted 😀 to your message ":            true,
		"Liked a message":                       true,
		"Ivo set the nickname for Zoë to Doc.":  true,
		"Messages and calls are secured with end-to-end encryption. Only people in this chat can read them.": true,
		"Mr Nilsen left the group.":              false, // nobody of this chat
		"Ivo called me an idiot":                 false,
		"He left the ward at eight":              false,
		"I sent a photo of the wound":            false,
		"Ivo":                                    false,
		"":                                       false,
		"Ivo left the group.\nand took the keys": false,
	} {
		if got := system(text, "Ivo Brandt", names); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestParticipants(t *testing.T) {
	for in, want := range map[string]int{
		"Participants: Ann Lee, Bo": 2, "Teilnehmer: Ann Lee, Bo und Cy": 3, "Teilnehmer: Ann und Bo": 2, "Participants : Ann, Bo et Cy": 3,
		"参加者：安、東": 1, "no colon": 0, "Participants:": 0,
	} {
		if got := participants(in); len(got) != want {
			t.Errorf("%q gives %q", in, got)
		}
	}
}

func TestThreadIdentity(t *testing.T) {
	for file, want := range map[string]string{
		"messages/inbox/ivo_AB12/message_1.json":                              "inbox/ivo_ab12",
		"your_facebook_activity/messages/e2ee_cutover/ivo_12/message_10.html": "e2ee_cutover/ivo_12",
		"your_facebook_activity/groups/your_group_messages/771.json":          "your_group_messages/771",
		"layout1.html": "layout1",
	} {
		if got := newThread(file).path; got != want {
			t.Errorf("%s is thread %s, want %s", file, got, want)
		}
	}
	head, err := value.Parse([]byte(`{"participants":["A","B"],"threadName":"Night_crew_12"}`))
	if err != nil {
		t.Fatal(err)
	}
	if th := headOf("messages/Night_crew_12.json", head); !th.secure || th.title != "Night_crew" || th.path != "Night_crew" {
		t.Errorf("encrypted thread: %+v", th)
	}
}

func TestLink(t *testing.T) {
	s := Service{Link: "https://m/%s", Page: "https://p"}
	for path, want := range map[string]string{
		"inbox/crew_4437375262993687": "https://m/4437375262993687", "inbox/123456789": "https://m/123456789", "inbox/ivo_n5fd6gG50h": "https://p",
	} {
		th := thread{path: path}
		if got := th.link(s); got != want {
			t.Errorf("%s: %s", path, got)
		}
	}
}

func TestPosition(t *testing.T) {
	lat, lon, ok := position("https://www.bing.com/maps/default.aspx?v=2&where1=59.91%2C+10.75&FORM=X")
	if !ok || lat != 59.91 || lon != 10.75 {
		t.Errorf("%v %v %v", lat, lon, ok)
	}
	if _, _, ok := position("https://example.org/?where1=here"); ok {
		t.Error("a word is taken for a place")
	}
}
