package discord

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/feed"
)

// events gathers what stands in millions of lines: log-ins by device, place and month, and the last of each
// belief about the user.
type events struct {
	logins  map[string]*seen
	beliefs map[string]*seen
}

type seen struct {
	item  footprint.Item
	file  string
	count int
}

// maxGathered bounds what is held at once; when it is reached the items are handed out early.
const maxGathered = 10_000

func newEvents() *events { return &events{map[string]*seen{}, map[string]*seen{}} }

// eventFile reads one file of the activity log: one event a line.
func (r *reader) eventFile(file string) {
	r.Lines(file, func(line []byte) ([]footprint.Item, error) {
		kind := eventType(line)
		if !wanted(kind) && (kind != "" || !bytes.Contains(line, []byte(`"predicted_`))) {
			return nil, nil
		}
		rec, err := feed.Parse(line)
		if err != nil {
			return nil, err
		}
		if len(r.seen.logins)+len(r.seen.beliefs) > maxGathered {
			r.seen.flush(r)
		}
		return r.event(file, kind, rec), nil
	})
}

// eventType finds the type without reading the whole line.
func eventType(line []byte) string {
	const name = `"event_type"`
	i := bytes.Index(line, []byte(name))
	if i < 0 {
		return ""
	}
	rest := bytes.TrimLeft(line[i+len(name):], ": \t")
	if len(rest) < 2 || rest[0] != '"' {
		return ""
	}
	end := bytes.IndexByte(rest[1:], '"')
	if end < 0 {
		return ""
	}
	return string(rest[1 : 1+end])
}

func wanted(kind string) bool {
	switch kind {
	case "add_reaction", "guild_joined", "join_guild", "login_successful", "session_start", "app_opened":
		return true
	}
	return false
}

// get leaves out the word null.
func get(rec feed.Record, name string) string {
	if v := strings.Trim(rec.Get(name), `"`); v != "null" {
		return v
	}
	return ""
}

func (r *reader) event(file, kind string, rec feed.Record) []footprint.Item {
	when := parseTime(get(rec, "timestamp"))
	guild, ch := get(rec, "guild_id"), get(rec, "channel_id")
	switch kind {
	case "":
		r.believe(file, rec)
		return nil
	case "add_reaction":
		place := guild
		if place == "" {
			place = "@me"
		}
		return []footprint.Item{{Kind: footprint.KindLike, NativeID: get(rec, "event_id"), Author: "other", Interaction: footprint.InteractionLiked, Title: get(rec, "emoji_name"), Created: when,
			Container: r.servers[guild], URL: "https://discord.com/channels/" + place + "/" + ch + "/" + get(rec, "message_id")}}
	case "guild_joined", "join_guild":
		name := r.servers[guild]
		return []footprint.Item{{Kind: footprint.KindActivity, NativeID: get(rec, "event_id"), Author: footprint.AuthorSelf, Title: "server joined", Text: name, Container: name, Created: when,
			URL: "https://discord.com/channels/" + guild, Visibility: footprint.VisibilityClosedGroup}}
	}
	r.login(file, rec, when)
	return nil
}

func (r *reader) login(file string, rec feed.Record, when time.Time) {
	details := feed.Pairs("address", get(rec, "ip"), "system", get(rec, "os"), "device", get(rec, "device"), "client", get(rec, "browser"), "city", get(rec, "city"), "country", get(rec, "country_code"), "provider", get(rec, "isp"))
	key := fmt.Sprint(when.Format("2006-01"), details["system"], details["device"], details["client"], details["city"], details["country"])
	s := r.seen.logins[key]
	if s == nil {
		s = &seen{file: file, item: footprint.Item{Kind: footprint.KindLogin, NativeID: "log-ins " + key, Title: "log-ins of " + when.Format("2006-01"), Created: when, Visibility: footprint.VisibilityPrivate, Details: details}}
		r.seen.logins[key] = s
	}
	s.count++
	if when.Before(s.item.Created) {
		s.item.Created = when
	}
	if when.After(s.item.LastUsed) {
		s.item.LastUsed = when
	}
}

func (r *reader) believe(file string, rec feed.Record) {
	when := parseTime(get(rec, "day"))
	rec.Each(func(name string, v feed.Record) {
		if !strings.HasPrefix(name, "predicted_") || v.Text() == "" || v.Text() == "null" {
			return
		}
		if s := r.seen.beliefs[name]; s == nil || !when.Before(s.item.Created) {
			r.seen.beliefs[name] = &seen{file: file, item: footprint.Item{Kind: footprint.KindInterest, Title: strings.ReplaceAll(name, "_", " "), Text: v.Text(), Created: when, Visibility: footprint.VisibilityPrivate}}
		}
	})
}

// flush hands out what was gathered.
func (e *events) flush(r *reader) {
	for _, list := range []map[string]*seen{e.logins, e.beliefs} {
		for _, key := range slices.Sorted(maps.Keys(list)) {
			s := list[key]
			if s.count > 0 {
				s.item.Count = &s.count
			}
			r.Put(s.file, 0, s.item)
		}
		clear(list)
	}
}
