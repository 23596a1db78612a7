package discord

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/feed"
	"footprint/internal/ingest/jsonstream"
)

// reader keeps what later files need from earlier ones.
type reader struct {
	*feed.Feed
	people   map[string]string // names of friends by their id
	chats    map[string]string // names of channels by their id
	servers  map[string]string // names of the present servers by their id
	complete bool              // the list of present servers was read
	owned    map[string]bool   // servers with files that only an owner gets
	former   map[string]bool   // ids of servers already listed as left
	seen     *events
}

// files of the package by what they are.
type files struct {
	users, chatIndexes, serverIndexes, channels, guilds, events, rest []string
}

func read(f *feed.Feed) {
	r := &reader{Feed: f, people: map[string]string{}, chats: map[string]string{}, servers: map[string]string{}, owned: map[string]bool{}, former: map[string]bool{}, seen: newEvents()}
	all := r.sort(f.X.Files())
	for _, name := range all.users {
		r.account(name)
	}
	for _, name := range all.chatIndexes {
		r.index(name, r.chats)
	}
	for _, name := range all.serverIndexes {
		r.index(name, r.servers)
		r.complete = true
	}
	for _, name := range all.serverIndexes {
		r.memberships(name)
	}
	for _, name := range all.guilds {
		r.guild(name)
	}
	for _, dir := range all.channels {
		r.channel(dir)
	}
	for _, name := range all.rest {
		r.other(name)
	}
	for _, name := range all.events {
		r.eventFile(name)
	}
	r.seen.flush(r)
	if len(all.channels) == 0 && !f.Done() {
		f.X.Notes = append(f.X.Notes, "This package holds no messages: tick that part when you ask for it.")
		f.X.Complete = footprint.No
	}
}

// ownerFiles are in the folder of a server that belongs to the user.
var ownerFiles = []string{"channels.json", "bans.json", "emoji.json", "webhooks.json"}

// sort tells the files apart. The two folders with an index.json are known by the numbered folders in them.
func (r *reader) sort(names []string) files {
	var all files
	chats, servers := map[string]bool{}, map[string]bool{}
	for _, name := range names {
		dir := path.Dir(name)
		switch base := path.Base(name); {
		case base == "channel.json" && channelFolder.MatchString(path.Base(dir)):
			all.channels = append(all.channels, dir)
			chats[path.Dir(dir)] = true
		case base == "guild.json" && serverFolder.MatchString(path.Base(dir)):
			all.guilds = append(all.guilds, name)
			servers[path.Dir(dir)] = true
		case slices.Contains(ownerFiles, base) && serverFolder.MatchString(path.Base(dir)):
			r.owned[path.Base(dir)] = true
		}
	}
	for _, name := range names {
		dir := path.Dir(name)
		switch base := path.Base(name); {
		case base == "user.json" && strings.Count(name, "/") <= 1:
			all.users = append(all.users, name)
		case base == "index.json" && (chats[dir] || strings.EqualFold(dir, "messages")):
			all.chatIndexes = append(all.chatIndexes, name)
		case base == "index.json" && (servers[dir] || strings.EqualFold(dir, "servers")):
			all.serverIndexes = append(all.serverIndexes, name)
		case eventFile.MatchString(name):
			all.events = append(all.events, name)
		case channelFolder.MatchString(path.Base(dir)) && chats[path.Dir(dir)], base == "guild.json" && serverFolder.MatchString(path.Base(dir)):
		default:
			all.rest = append(all.rest, name)
		}
	}
	return all
}

// index reads names by ids.
func (r *reader) index(file string, into map[string]string) {
	r.JSON(file, func(v jsonstream.Value) ([]footprint.Item, error) {
		into[v.Key] = ingest.CleanText(jsonstream.Text(v.Raw))
		return nil, nil
	}, "*")
}

func (r *reader) memberships(file string) {
	ids := make([]string, 0, len(r.servers))
	for id := range r.servers {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for i, id := range ids {
		r.Put(file, int64(i+1), r.server(id, r.servers[id]))
	}
}

// server is the membership of one server.
func (r *reader) server(id, name string) footprint.Item {
	it := footprint.Item{Kind: footprint.KindGroup, NativeID: id, Text: name, Container: name, ContainerKind: footprint.ContainerGroup, Role: "member",
		Visibility: footprint.VisibilityClosedGroup, URL: "https://discord.com/channels/" + id}
	if r.owned[id] {
		it.Role, it.ControlledByMe = "owner", footprint.Yes
	}
	return it
}

// guild reads a server's own file; where the list of servers is absent it is the membership.
func (r *reader) guild(file string) {
	rec := r.record(file)
	id := path.Base(path.Dir(file))
	if _, listed := r.servers[id]; listed || rec.Empty() {
		return
	}
	r.servers[id] = rec.Get("name")
	r.Put(file, 1, r.server(id, rec.Get("name")))
}

// record reads a small file whole; the empty record when it cannot be read, which is reported.
func (r *reader) record(file string) feed.Record {
	b := r.Small(file)
	if b == nil {
		return feed.Record{}
	}
	rec, err := feed.Parse(b)
	if err == nil && rec.Empty() && len(b) > 0 && !strings.ContainsAny(string(b[:1]), "{[\"n") {
		err = footprint.ErrDamaged
	}
	if err != nil {
		r.Fail(file, 0, err)
		return feed.Record{}
	}
	return rec
}

var gameFolder = regexp.MustCompile(`^[^/]+/[^/]+_\d+/`)

// other reads the files that stand by themselves.
func (r *reader) other(name string) {
	base := path.Base(name)
	inServer := serverFolder.MatchString(path.Base(path.Dir(name)))
	switch {
	case base == "audit-log.json" && inServer:
		r.list(name, moderation, "[]")
	case slices.Contains(ownerFiles, base) && inServer:
		r.X.Skip(name, "set-up of a server that belongs to the user")
	case strings.Contains(name, "discord_billing/"):
		r.X.Skip(name, "payments to Discord, nothing that others see")
	case strings.Contains(name, "user_data_exports/") && path.Ext(name) == ".json":
		r.list(name, exported, "records/[]")
	case base == "application.json":
		r.list(name, application, "")
	case base == "tickets.json":
		r.list(name, ticket, "*")
	case base == "traits.json":
		r.list(name, trait, "*")
	case base == "quests_user_status.json":
		r.X.Skip(name, "rewards of advertisements")
	case strings.EqualFold(strings.TrimSuffix(base, path.Ext(base)), "readme"):
		r.X.Skip(name, "explains the package")
	case gameFolder.MatchString(name), base == "user.json":
		r.X.Skip(name, "state of a game inside Discord")
	case strings.HasPrefix(strings.ToLower(name), "programs/"):
		r.X.Skip(name, "Discord's own programmes")
	case ingest.MediaType(name) == footprint.MediaPhoto && (strings.HasPrefix(base, "avatar") || strings.Contains(name, "recent_avatars/")):
		r.X.Media(name)
		r.Put(name, 0, footprint.Item{Kind: footprint.KindPhoto, Author: footprint.AuthorSelf, Title: "profile picture", Visibility: footprint.VisibilityPublic,
			Media: []footprint.Media{{Path: r.X.Path(name), Type: footprint.MediaPhoto}}})
	}
}

// list reads each value at a path.
func (r *reader) list(file string, make func(r *reader, key string, rec feed.Record) []footprint.Item, paths ...string) {
	r.JSON(file, func(v jsonstream.Value) ([]footprint.Item, error) {
		rec, err := feed.Parse(v.Raw)
		if err != nil || rec.Empty() {
			return nil, err
		}
		return make(r, v.Key, rec), nil
	}, paths...)
}
