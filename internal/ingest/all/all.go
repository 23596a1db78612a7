// Package all lists the platforms. It is the only place that knows them together.
package all

import (
	"footprint/internal/ingest"
	"footprint/internal/ingest/bluesky"
	"footprint/internal/ingest/discord"
	"footprint/internal/ingest/facebook"
	"footprint/internal/ingest/flickr"
	"footprint/internal/ingest/general"
	"footprint/internal/ingest/goodreads"
	"footprint/internal/ingest/instagram"
	"footprint/internal/ingest/linkedin"
	"footprint/internal/ingest/mastodon"
	"footprint/internal/ingest/medium"
	"footprint/internal/ingest/messenger"
	"footprint/internal/ingest/pinterest"
	"footprint/internal/ingest/quora"
	"footprint/internal/ingest/reddit"
	"footprint/internal/ingest/snapchat"
	"footprint/internal/ingest/strava"
	"footprint/internal/ingest/takeout"
	"footprint/internal/ingest/telegram"
	"footprint/internal/ingest/threads"
	"footprint/internal/ingest/tiktok"
	"footprint/internal/ingest/tumblr"
	"footprint/internal/ingest/whatsapp"
	"footprint/internal/ingest/x"
)

// Platforms returns all platforms, sorted by ID. To add one, add its import and its line.
func Platforms() []ingest.Platform {
	return []ingest.Platform{
		bluesky.Platform(),
		discord.Platform(),
		facebook.Platform(),
		flickr.Platform(),
		general.Platform(),
		goodreads.Platform(),
		takeout.Platform(),
		instagram.Platform(),
		linkedin.Platform(),
		mastodon.Platform(),
		medium.Platform(),
		messenger.Platform(),
		pinterest.Platform(),
		quora.Platform(),
		reddit.Platform(),
		snapchat.Platform(),
		strava.Platform(),
		telegram.Platform(),
		threads.Platform(),
		tiktok.Platform(),
		tumblr.Platform(),
		whatsapp.Platform(),
		x.Platform(),
	}
}
