package youtube

import (
	"slices"
	"testing"

	"footprint/internal/footprint"
)

func TestSegments(t *testing.T) {
	for name, tc := range map[string]struct {
		cell, want string
		tags       []string
	}{
		"one object":           {`{"text":"Hello"}`, "Hello", nil},
		"a list":               {`{"takeoutSegments":[{"text":"Hello "},{"text":"there"}]}`, "Hello there", nil},
		"without brackets":     {`{"text":"a "},{"text":"@x","mention":{"externalChannelId":"UC1"}}`, "a @x", []string{"@x"}},
		"a raw line end":       {"{\"text\":\"a\nb\"}", "a\nb", nil},
		"quoted twice":         {`{""text"":""a""}`, "a", nil},
		"a shortened link":     {`{"text":"example.org/...","link":{"linkUrl":"https://example.org/long"}}`, "example.org/... https://example.org/long", nil},
		"a whole link":         {`{"text":"https://example.org","link":{"linkUrl":"https://example.org"}}`, "https://example.org", nil},
		"plain words":          {"only words", "only words", nil},
		"broken":               {`{"text":"a`, `{"text":"a`, nil},
		"nothing":              {"", "", nil},
		"an unknown companion": {`{"text":"1:23","videoLink":{"externalVideoId":"x","startTimeSeconds":83}}`, "1:23", nil},
	} {
		got, tags := segments(tc.cell)
		if got != tc.want || !slices.Equal(tags, tc.tags) {
			t.Errorf("%s: %q %q, want %q %q", name, got, tags, tc.want, tc.tags)
		}
	}
}

func TestColumnsOfOtherLanguages(t *testing.T) {
	for column, want := range map[string]role{
		"Comment create timestamp": created, "ID\u00a0de\u00a0canal": channel, "Komentuoti tekstą": commentText, "Zichtbaarheid van playlist": visible, "Live Chat Text": commentText, "Colour": other,
	} {
		if got, _ := roleOf(column); got != want {
			t.Errorf("%s: %d, want %d", column, got, want)
		}
	}
	for value, want := range map[string]role{
		`{"text":"x"}`: commentText, "UCabcdefghijklmnopqrstuv": channel, "http://www.youtube.com/channel/UCx": channelURL, "2024-01-02T03:04:05+00:00": created, "abcDEF12345": video,
		"UgwAAAAAAAAAAAAAAAA4AaABAg": commentID, "words": other,
	} {
		if got := guess(cells{by: map[role]string{}}, value); got != want {
			t.Errorf("%s: %d, want %d", value, got, want)
		}
	}
}

func TestAudiences(t *testing.T) {
	for word, want := range map[string]footprint.Visibility{"Public": footprint.VisibilityPublic, "Público": footprint.VisibilityPublic, "Privada": footprint.VisibilityPrivate, "Unlisted": "", "": ""} {
		if got := audience(word); got != want {
			t.Errorf("%s: %q", word, got)
		}
	}
}
