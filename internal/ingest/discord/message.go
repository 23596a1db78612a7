package discord

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/feed"
)

const settingsPage = "https://discord.com/settings/connections"

// snowflake reads the time that every number of Discord carries: milliseconds since 2015 in the upper bits.
func snowflake(id string) time.Time {
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil || n < 1<<22 {
		return time.Time{}
	}
	const epoch = 1420070400000
	return ingest.Plausible(time.UnixMilli(int64(n>>22) + epoch))
}

func parseTime(s string) time.Time {
	return feed.Time(strings.Trim(s, `"`), "2006-01-02 15:04:05", "2006-01-02 15:04:05Z07:00", time.RFC3339, "2006-01-02T15:04:05", "2006-01-02")
}

// channel is where messages stand.
type channel struct {
	id, name          string
	guild, guildName  string
	direct, groupChat bool
}

// channel reads one channel's folder: what it is, then the messages.
func (r *reader) channel(dir string) {
	file := path.Join(dir, "channel.json")
	c := r.describe(r.record(file), strings.TrimPrefix(path.Base(dir), "c"))
	switch {
	case c.groupChat:
		r.Put(file, 1, footprint.Item{Kind: footprint.KindGroup, NativeID: c.id, Text: c.name, Container: c.name, ContainerKind: footprint.ContainerChat, Role: "member",
			Visibility: footprint.VisibilityClosedGroup, URL: "https://discord.com/channels/@me/" + c.id})
	case c.guild != "" && r.complete && !r.member(c.guild):
		r.former[c.guild] = true
		it := r.server(c.guild, c.guildName)
		it.Role = "former member"
		r.Put(file, 1, it)
	}
	if name := path.Join(dir, "messages.json"); r.X.Has(name) {
		r.list(name, func(r *reader, _ string, rec feed.Record) []footprint.Item {
			return []footprint.Item{r.message(c, rec.Get("ID"), rec.Get("Timestamp"), rec.Get("Contents"), rec.Get("Attachments"))}
		}, "[]")
	}
	if name := path.Join(dir, "messages.csv"); r.X.Has(name) {
		r.Table(name, csvtable.Options{}, func(row csvtable.Row) []footprint.Item {
			return []footprint.Item{r.message(c, row.Get("ID"), row.Get("Timestamp"), row.Get("Contents"), row.Get("Attachments"))}
		})
	}
}

// member reports whether a server is already listed, as a present or a former one.
func (r *reader) member(server string) bool {
	_, present := r.servers[server]
	return present || r.former[server]
}

// describe reads channel.json. The type decides: a chat of two may be a group.
func (r *reader) describe(rec feed.Record, id string) channel {
	c := channel{id: id, name: rec.Get("name"), guild: rec.In("guild").Get("id"), guildName: rec.In("guild").Get("name")}
	switch rec.Get("type") {
	case "DM", "1":
		c.direct = true
	case "GROUP_DM", "3":
		c.groupChat = true
	}
	if server, ok := strings.CutPrefix(r.chats[id], "Unknown channel in "); ok && c.guildName == "" {
		c.guildName = server
	}
	if c.name == "" {
		switch name := r.chats[id]; {
		case name == "None", strings.HasPrefix(name, "Unknown channel"):
		case c.direct:
			c.name = strings.TrimSuffix(strings.TrimPrefix(name, "Direct Message with "), "#0")
		default:
			c.name = strings.TrimSuffix(name, " in "+c.guildName)
		}
	}
	if c.direct && c.name == "" {
		c.name = r.partner(rec)
	}
	if c.name == "" {
		c.name = "channel " + id
	}
	return c
}

// partner is the name of the other person of a chat, or the number.
func (r *reader) partner(rec feed.Record) string {
	for _, p := range rec.In("recipients").List() {
		id := p.Text() + p.Get("id")
		if id == "" || id == r.X.Owner.ID {
			continue
		}
		if name := p.Get("username"); name != "" {
			return name
		}
		if name := r.people[id]; name != "" {
			return name
		}
		return id
	}
	return ""
}

func (r *reader) message(c channel, id, when, text, attachments string) footprint.Item {
	it := footprint.Item{Kind: footprint.KindMessage, NativeID: id, Author: footprint.AuthorSelf, Direction: footprint.DirectionOutgoing, Created: parseTime(when), Thread: c.id,
		Container: c.name, ContainerKind: footprint.ContainerChat, Visibility: footprint.VisibilityPrivate, URL: "https://discord.com/channels/@me/" + c.id + "/" + id}
	if it.Created.IsZero() {
		it.Created = snowflake(id)
	}
	switch {
	case c.direct:
		it.Target = c.name
	case c.groupChat:
		it.Visibility = footprint.VisibilityClosedGroup
	default:
		it.Kind, it.Direction, it.Visibility, it.ContainerKind = footprint.KindPost, "", footprint.VisibilityClosedGroup, footprint.ContainerGroup
		it.Details = map[string]string{"channel": c.name}
		if c.guildName != "" {
			it.Container = c.guildName
		}
		if it.URL = "https://discord.com/channels/" + c.guild + "/" + c.id + "/" + id; c.guild == "" {
			it.URL = ""
			it.Details["link"] = "none: the export does not name the server"
		}
	}
	it.Text, it.Tags = r.plain(text)
	for link := range strings.FieldsSeq(attachments) {
		it.Media = append(it.Media, attachment(link))
	}
	return it
}

// attachment is a file on Discord's servers; its name may tell what it shows.
func attachment(link string) footprint.Media {
	m := footprint.Media{URL: link, Type: footprint.MediaFile}
	if u, err := url.Parse(link); err == nil {
		m.Caption = strings.TrimPrefix(path.Base(u.Path), "SPOILER_")
		if t := ingest.MediaType(u.Path); t != "" {
			m.Type = t
		}
	}
	return m
}

var markup = regexp.MustCompile(`<(@!?|#|a?:\w{1,64}:)(\d{15,25})>`)

// plain writes mentions of people and channels as names where they are known, and custom emoji as their names.
func (r *reader) plain(text string) (string, []string) {
	var tags []string
	out := markup.ReplaceAllStringFunc(text, func(s string) string {
		m := markup.FindStringSubmatch(s)
		name := m[2]
		switch {
		case m[1] == "#":
			if known := r.chats[name]; known != "" {
				name = known
			}
			return "#" + name
		case m[1][0] != '@':
			return strings.TrimPrefix(m[1], "a")
		}
		if known := r.people[name]; known != "" {
			name = known
		}
		if !slices.Contains(tags, name) {
			tags = append(tags, name)
		}
		return "@" + name
	})
	return out, tags
}
