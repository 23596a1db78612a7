// Package discord reads Discord's data package. Folder names are in the user's language, so files are known by
// what stands in them and beside them, never by their folder. Facts stand in shared/formats/discord.md.
//
// The package holds the user's own messages only, and nobody's names but those of friends and of direct chats.
package discord

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"footprint/internal/ingest"
	"footprint/internal/ingest/feed"
)

// Layouts by the year they began.
const (
	Layout2017 = "2017" // messages/<number>/messages.csv
	Layout2021 = "2021" // messages/c<number>/messages.csv
	Layout2024 = "2024" // messages/c<number>/messages.json
	Layout2025 = "2025" // folders begin with a capital letter
)

// Platform returns the reader of Discord packages.
func Platform() ingest.Platform {
	return ingest.Platform{
		ID: "discord", Name: "Discord",
		Ask:       "In the app: User settings, Data & Privacy, Request all of my data, with every part ticked. The mail with package.zip comes within 30 days; its link expires.",
		AskURL:    "https://support.discord.com/hc/en-us/articles/360004027692",
		Reads:     "own messages, servers, connections, friends and blocks, applications, sessions, payments, analytics",
		Lacks:     "messages of others, deleted messages, reactions",
		Recognize: recognize,
		Read:      feed.Reader(read),
	}
}

var (
	channelFolder = regexp.MustCompile(`^c?\d{16,32}$`)
	serverFolder  = regexp.MustCompile(`^\d{16,32}$`)
	eventFile     = regexp.MustCompile(`(?:^|/)(?:analytics|modeling|reporting|tns)/events-[^/]*\.json$`)
)

func recognize(a *ingest.Archive) []ingest.Found {
	var roots []string
	for _, dir := range a.Roots("channel.json") {
		if channelFolder.MatchString(path.Base(dir)) {
			roots = append(roots, up(dir, 2))
		}
	}
	for _, dir := range a.Roots("guild.json") {
		if serverFolder.MatchString(path.Base(dir)) {
			roots = append(roots, up(dir, 2))
		}
	}
	if len(roots) == 0 {
		roots = sniff(a)
	}
	slices.Sort(roots)
	var found []ingest.Found
	for _, root := range slices.Compact(roots) {
		l := layout(a.Under(root))
		format := "json"
		if l == Layout2017 || l == Layout2021 {
			format = "mixed"
		}
		found = append(found, ingest.Found{Root: root, Layout: l, Format: format})
	}
	return found
}

// sniff looks for packages without the parts on messages and servers.
func sniff(a *ingest.Archive) []string {
	const maxSniffed, head = 5, 64 << 10
	users := a.Roots("user.json")
	for _, dir := range users[:min(len(users), maxSniffed)] {
		text := string(a.Head(path.Join(dir, "user.json"), head))
		if strings.Contains(text, `"discriminator"`) && strings.Contains(text, `"username"`) {
			return []string{up(dir, 1)}
		}
	}
	for _, name := range a.Names() {
		if strings.Contains(name, "/events-") && eventFile.MatchString(name) {
			if strings.Contains(string(a.Head(name, head)), `"event_type"`) {
				return []string{up(name, 3)}
			}
			break
		}
	}
	return nil
}

// up climbs some folders, at most to the top.
func up(name string, steps int) string {
	for range steps {
		name = path.Dir(name)
	}
	return name
}

func layout(files []string) string {
	for _, f := range files {
		dir := path.Dir(f)
		if !channelFolder.MatchString(path.Base(dir)) {
			continue
		}
		top := path.Base(path.Dir(dir))
		switch base := path.Base(f); {
		case base == "messages.json" && top != "." && unicode.IsUpper([]rune(top)[0]):
			return Layout2025
		case base == "messages.json":
			return Layout2024
		case base == "messages.csv" && strings.HasPrefix(path.Base(dir), "c"):
			return Layout2021
		case base == "messages.csv":
			return Layout2017
		}
	}
	return Layout2025
}
