package activity

import (
	"testing"

	"footprint/internal/footprint"
)

func TestKindsInManyLanguages(t *testing.T) {
	for title, want := range map[string]footprint.Kind{
		"Searched for tides": footprint.KindSearch, "Has buscado mareas": footprint.KindSearch, "Vous avez recherché marées": footprint.KindSearch, "Nach Gezeiten gesucht": footprint.KindSearch,
		"Gezocht naar getijden": footprint.KindSearch, "Prompted a question": footprint.KindSearch, "Liked a song": footprint.KindLike, "Te ha gustado una canción": footprint.KindLike,
		"Subscribed to Ivo": footprint.KindFollowing, "Ivo abonniert": footprint.KindFollowing, "Commented on a song": footprint.KindComment, "Reviewed Pier Pharmacy": footprint.KindReview,
		"Directions to the pier": footprint.KindPlace, "Has visto una canción": footprint.KindActivity, "Lied angesehen": footprint.KindActivity, "Something else": footprint.KindActivity, "": footprint.KindActivity,
		"Searched\u00a0for\u00a0tides": footprint.KindSearch,
	} {
		h := &history{}
		if got := h.kind(record{title: title}); got != want {
			t.Errorf("%q is %s, want %s", title, got, want)
		}
	}
}

func TestTheAddressTellsASearchInAnyLanguage(t *testing.T) {
	h := &history{}
	for address, want := range map[string]string{
		"https://www.google.com/search?q=tide+tables":                 "tide tables",
		"https://www.youtube.com/results?search_query=sea+shanties":   "sea shanties",
		"https://www.google.com/maps/search/pier+pharmacy/@-41.2,174": "pier pharmacy",
		"https://example.org/?q=no":                                   "",
	} {
		it := h.adapt(record{title: "Buscat", url: address})
		if isSearch := it.Kind == footprint.KindSearch; isSearch != (want != "") || isSearch && it.Text != want {
			t.Errorf("%s: %s %q, want %q", address, it.Kind, it.Text, want)
		}
	}
}

func TestObjectOfATitle(t *testing.T) {
	for title, want := range map[string]string{
		"Watched Rain on tin roofs": "Rain on tin roofs", "Regen auf Blech angesehen": "Regen auf Blech", "Has visto": "", "Watched": "", "plain": "plain",
	} {
		if got := object(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

func TestHome(t *testing.T) {
	for source, want := range map[string]bool{"From your home": true, "Zu Hause": true, "From your device": false, "Homer": false} {
		if got := isHome(place{source: source}); got != want {
			t.Errorf("%q: %v", source, got)
		}
	}
}
