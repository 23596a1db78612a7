package takeout

import (
	"strings"

	"footprint/internal/ingest/takeout/account"
	"footprint/internal/ingest/takeout/activity"
	"footprint/internal/ingest/takeout/blogger"
	"footprint/internal/ingest/takeout/chat"
	"footprint/internal/ingest/takeout/maps"
	"footprint/internal/ingest/takeout/product"
	"footprint/internal/ingest/takeout/youtube"
)

// json tells files apart by what they hold, since their names are translated; where that says nothing, for
// instance of an empty list, the product decides.
func (e *export) json(name string, in which) {
	base := product.Base(name)
	switch in {
	case inChrome:
		e.chrome(name, base)
		return
	case inBlogger:
		blogger.Profile(e.r, name)
		return
	case inProfile:
		account.Profile(e.r, name)
		return
	case inPlay:
		e.play(name, base)
		return
	default:
	}
	if e.known(name, jsonOf(e.r.Head(name)), in) {
		return
	}
	switch in {
	case inYouTube:
		if reading(name) != activity.Mixed {
			activity.JSON(e.r, name, reading(name))
			return
		}
		youtube.List(e.r, name)
	case inActivity:
		activity.JSON(e.r, name, reading(name))
	case inContributions:
		maps.Reactions(e.r, name)
	case inHangouts:
		chat.Hangouts(e.r, name)
	case inTimeline:
		maps.Visits(e.r, name)
	case inChat:
		chat.Messages(e.r, name)
	default:
		if isYouTube(name) {
			activity.JSON(e.r, name, reading(name))
		} else if in == inMaps || in == inAccount {
			e.r.X.Skip(name, general)
		}
	}
}

// known reads a file whose form is known.
func (e *export) known(name string, f form, in which) bool {
	switch f {
	case activityRecords:
		activity.JSON(e.r, name, reading(name))
	case youtubeList:
		youtube.List(e.r, name)
	case sidecar:
		e.photo(name)
	case features:
		maps.Features(e.r, name)
	case reviewList, searchReviews:
		maps.Reviews(e.r, name)
	case positions:
		maps.Records(e.r, name)
	case visits:
		maps.Visits(e.r, name)
	case timelineSettings:
		maps.Settings(e.r, name)
	case chatMessages:
		chat.Messages(e.r, name)
	case chatGroup:
		chat.Group(e.r, name)
	case chatUser:
		chat.User(e.r, name)
	case hangouts:
		chat.Hangouts(e.r, name)
	case answers:
		maps.Answers(e.r, name)
	case contributions:
		maps.Contributions(e.r, name)
	case commute:
		maps.Commute(e.r, name)
	case profile:
		account.Profile(e.r, name)
	case note:
		e.r.X.Skip(name, notes)
	case unknown:
		return in == inChat && e.chat(name)
	}
	return true
}

// chat reads a file of Chat by its name, which is not translated.
func (e *export) chat(name string) bool {
	switch product.Base(name) {
	case "groupinfo":
		chat.Group(e.r, name)
	case "userinfo":
		chat.User(e.r, name)
	case "messages":
		chat.Messages(e.r, name)
	default:
		e.r.X.Skip(name, general)
	}
	return true
}

func (e *export) chrome(name, base string) {
	switch {
	case strings.HasPrefix(base, "device"):
		account.Devices(e.r, name)
	case strings.HasPrefix(base, "addresses"):
		account.Addresses(e.r, name)
	case base == "history", base == "browserhistory", base == "verlauf", base == "historial":
		e.r.X.Skip(name, "pages visited in the browser, which nobody else sees")
	default:
		e.r.X.Skip(name, general)
	}
}

func (e *export) play(name, base string) {
	switch {
	case jsonOf(e.r.Head(name)) == reviewList, base == "reviews", base == "bewertungen", base == "reseñas":
		maps.Reviews(e.r, name)
	case base == "devices", base == "geräte", base == "dispositivos":
		account.Devices(e.r, name)
	default:
		e.r.X.Skip(name, general)
	}
}
