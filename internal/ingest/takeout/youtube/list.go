package youtube

import (
	"path"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/takeout/product"
)

// List reads the JSON lists of before 2021: subscriptions, likes and playlists, one object an entry.
func List(r *product.Reader, name string) {
	subscriptions := false
	switch product.Base(name) {
	case "subscriptions", "abos", "suscripciones", "abonnements", "abonnementen", "iscrizioni", "inscrições":
		subscriptions = true
	}
	list := strings.TrimSuffix(path.Base(name), path.Ext(name))
	r.Objects(name, func(n int64, _ string, o product.Object) bool {
		title, at := o.Str("snippet/title"), product.Time(o.Str("snippet/publishedAt", "contentDetails/videoPublishedAt"))
		id := o.Str("contentDetails/videoId", "snippet/resourceId/videoId")
		it := footprint.Item{Author: footprint.AuthorSelf, Created: at, Title: title, URL: watch(id), Visibility: visibility(o.Str("status/privacyStatus"))}
		switch {
		case subscriptions || id == "" && o.Has("snippet/resourceId/channelId"):
			followed := o.Str("snippet/resourceId/channelId")
			it = footprint.Item{Kind: footprint.KindFollowing, Author: footprint.AuthorSelf, NativeID: followed, Target: title, Direction: footprint.DirectionOutgoing, Created: at,
				URL: "https://www.youtube.com/channel/" + followed, Description: o.Str("snippet/description")}
		case isLiked(list):
			it.Kind, it.Author, it.Interaction, it.NativeID, it.Title, it.SharedText, it.Visibility = footprint.KindLike, "other", footprint.InteractionLiked, id, "", title, ""
		case list == "uploads":
			it.Kind, it.NativeID, it.Text = footprint.KindVideo, id, o.Str("snippet/description")
		default:
			it.Kind, it.Container, it.NativeID = footprint.KindSaved, list, list+"/"+id
		}
		if by := o.Str("snippet/videoOwnerChannelTitle", "snippet/channelTitle"); by != "" && it.Kind != footprint.KindFollowing {
			it.Details = map[string]string{"channel": by}
		}
		return r.Emit(n, it)
	}, "[]")
}

func visibility(status string) footprint.Visibility {
	return audiences[strings.ToLower(status)]
}
