package snapchat

import (
	"html"
	"regexp"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/feed"
)

// oldList is a heading of the layouts before 2023, which sort messages by direction.
var oldList = regexp.MustCompile(`^(Received|Sent) .*History$`)

// chat reads a message or snap of any age. The words of snaps are never exported.
func chat(r *reader, s section) []item {
	it := item{Kind: footprint.KindMessage, Text: words(s.rec, "Content", "Text"), Created: when(s.rec, "Created"), ContainerKind: footprint.ContainerChat, Visibility: footprint.VisibilityPrivate,
		Direction: footprint.DirectionIncoming, Author: s.rec.Get("From"), Details: feed.Pairs("type", s.rec.Get("Media Type"))}
	if it.Created.IsZero() { // the name says microseconds, the value is milliseconds
		if ms, err := strconv.ParseInt(s.rec.Get("Created(microseconds)"), 10, 64); err == nil {
			it.Created = ingest.Plausible(time.UnixMilli(ms))
		}
	}
	partner, group := s.heading, html.UnescapeString(s.rec.Get("Conversation Title"))
	own := strings.EqualFold(s.rec.Get("IsSender"), "true")
	if m := oldList.FindStringSubmatch(s.heading); m != nil {
		own = m[1] == "Sent"
		partner = s.rec.Get("To", "From")
	} else if s.rec.Raw("IsSender") == nil && it.Author != "" { // HTML leaves the flag out
		own = strings.EqualFold(it.Author, r.X.Owner.Handle())
	}
	if own {
		it.Author, it.Direction = footprint.AuthorSelf, footprint.DirectionOutgoing
	} else if it.Author == "" {
		it.Author = "unknown"
	}
	it.Container, it.Thread, it.Target, it.URL = partner, partner, partner, userPage(partner)
	if group != "" {
		it.Container, it.Target, it.URL, it.Visibility = group, group, "", footprint.VisibilityClosedGroup
	}
	for id := range strings.SplitSeq(s.rec.Get("Media IDs"), " | ") {
		it.Media = append(it.Media, r.media.chat(r.X, strings.TrimSpace(id))...)
	}
	if t := mediaType(s.rec.Get("Media Type")); t != "" && len(it.Media) == 0 {
		it.Media = []footprint.Media{{Type: t}}
	}
	if group == "" || r.groups[s.heading] {
		return []item{it}
	}
	r.groups[s.heading] = true
	return []item{{Kind: footprint.KindGroup, NativeID: s.heading, Text: group, Container: group, ContainerKind: footprint.ContainerChat, Role: "member", Visibility: footprint.VisibilityClosedGroup}, it}
}

func call(_ *reader, s section) []item {
	with := s.rec.Get("People in Chat")
	return []item{{Kind: footprint.KindMessage, Author: "unknown", Title: strings.TrimSuffix(s.heading, "s"), Created: when(s.rec, "Date & Time", "Date"), Container: with, Target: with, Thread: with,
		ContainerKind: footprint.ContainerChat, Visibility: footprint.VisibilityPrivate, Details: s.rec.Details("Date & Time", "People in Chat")}}
}
