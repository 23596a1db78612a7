package discord

import (
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/feed"
	"footprint/internal/ingest/jsonstream"
)

// row binds a list inside user.json to the function that reads its elements.
type row struct {
	path string
	read func(r *reader, key string, rec feed.Record) []footprint.Item
}

// rows lists what user.json holds beside the profile's own members.
func rows() []row {
	return []row{
		{"relationships/[]", relation},
		{"connections/[]", connection},
		{"user_sessions/[]", session},
		{"external_friends_lists/[]", uploaded},
		{"user_activity_application_statistics/[]", played},
		{"notes/*", note},
		{"settings/settings/privacy", setting("privacy")},
		{"settings/settings/guilds", nil},
		{"settings/settings/status", setting("status")},
		{"settings/frecency", nil},
		{"settings/*", flatSetting},
	}
}

// account reads user.json twice: whose package it is and who the friends are, then the items.
func (r *reader) account(file string) {
	byPath := map[string]func(*reader, string, feed.Record) []footprint.Item{}
	var paths []string
	for _, row := range rows() {
		byPath[row.path] = row.read
		paths = append(paths, row.path)
	}
	own, contacts := r.lookAhead(file)
	profile := feed.Of(own...)
	r.own(profile)
	r.Put(file, 0, r.profile(profile)...)
	if contacts > 0 {
		r.Put(file, 0, footprint.Item{Kind: footprint.KindUploadedContacts, Count: &contacts, Visibility: footprint.VisibilityPrivate, URL: settingsPage})
	}
	r.JSON(file, func(v jsonstream.Value) ([]footprint.Item, error) {
		read := byPath[v.Path]
		rec, err := feed.Parse(v.Raw)
		if err != nil || read == nil || rec.Empty() {
			return nil, err
		}
		return read(r, v.Key, rec), nil
	}, paths...)
}

// described are the members that say who the user is.
var described = []string{"id", "username", "global_name", "email", "phone", "ip", "bio", "pronouns", "user_profile_metadata", "settings/settings/status", "settings/custom_status"}

// lookAhead finds names and values of the profile, the friends' names, and how many contacts were uploaded.
func (r *reader) lookAhead(file string) (own []string, contacts int) {
	r.Peek(file, func(v jsonstream.Value) {
		rec, err := feed.Parse(v.Raw)
		switch {
		case err != nil:
		case v.Path == "relationships/[]":
			if id := rec.Get("id"); id != "" {
				r.people[id] = userName(rec)
			}
		case v.Path == "external_friends_lists/[]":
			contacts++
		default:
			rec.Flat(func(name, value string) { own = append(own, strings.TrimSuffix(v.Key+": "+name, ": "), value) })
		}
	}, append([]string{"relationships/[]", "external_friends_lists/[]"}, described...)...)
	return own, contacts
}

func (r *reader) own(p feed.Record) {
	o := &r.X.Owner
	o.ID, o.Name = p.Get("id"), p.Get("global_name")
	for _, f := range []struct {
		into  *[]string
		value string
	}{{&o.Handles, p.Get("username")}, {&o.Emails, p.Get("email")}, {&o.Phones, p.Get("phone")}} {
		if f.value != "" && !slices.Contains(*f.into, f.value) {
			*f.into = append(*f.into, f.value)
		}
	}
}

func (r *reader) profile(p feed.Record) []footprint.Item {
	id := p.Get("id")
	it := footprint.Item{Kind: footprint.KindProfile, NativeID: id, Author: footprint.AuthorSelf, Title: r.X.Owner.Handle(), Visibility: footprint.VisibilityPublic, AccountCreated: snowflake(id),
		Text: p.Get("user_profile_metadata: bio", "bio"), URL: "https://discord.com/users/" + id,
		Details: feed.Pairs("display name", p.Get("global_name"), "e-mail", p.Get("email"), "phone", p.Get("phone"), "pronouns", p.Get("user_profile_metadata: pronouns", "pronouns"),
			"status", p.Get("status: customStatus: text", "status: custom_status: text", "custom_status: text"))}
	items := []footprint.Item{it}
	if ip := p.Get("ip"); ip != "" {
		items = append(items, footprint.Item{Kind: footprint.KindLogin, Title: "last address", Visibility: footprint.VisibilityPrivate, Details: feed.Pairs("address", ip)})
	}
	return items
}

func userName(rec feed.Record) string {
	u := rec.In("user")
	if name := u.Get("global_name", "username"); name != "" {
		return name
	}
	return rec.Get("nickname", "id")
}

func relation(_ *reader, _ string, rec feed.Record) []footprint.Item {
	id, name := rec.Get("id"), userName(rec)
	it := footprint.Item{Kind: footprint.KindFriend, NativeID: id, Author: name, Target: name, Created: parseTime(rec.Get("since")), URL: "https://discord.com/users/" + id,
		Visibility: footprint.VisibilityPrivate, Details: feed.Pairs("user name", rec.In("user").Get("username"), "nickname", rec.Get("nickname"))}
	switch strings.ToUpper(rec.Get("type")) {
	case "1", "FRIEND":
	case "2", "BLOCKED":
		it.Kind, it.Direction = footprint.KindBlock, footprint.DirectionOutgoing
	case "3", "PENDING_INCOMING":
		it.Kind, it.Direction, it.Status = footprint.KindFriendRequest, footprint.DirectionIncoming, "pending"
	case "4", "PENDING_OUTGOING":
		it.Kind, it.Direction, it.Status = footprint.KindFriendRequest, footprint.DirectionOutgoing, "pending"
	default:
		it.Kind = footprint.KindContact // a relation Discord made up, for instance an implicit one
	}
	return []footprint.Item{it}
}

// connection is an account elsewhere; shown on the profile it ties the alias to the real name.
func connection(_ *reader, _ string, rec feed.Record) []footprint.Item {
	it := footprint.Item{Kind: footprint.KindConnectedApp, NativeID: rec.Get("type") + ":" + rec.Get("id"), Text: rec.Get("type"), Title: rec.Get("name"), URL: settingsPage, Visibility: footprint.VisibilityPrivate,
		Details: rec.Details("id", "type", "name", "visibility")}
	if v := rec.Get("visibility"); v == "1" || v == "true" {
		it.Visibility = footprint.VisibilityPublic
	}
	if rec.Get("friend_sync") == "true" {
		it.Permissions = []string{"friends"}
	}
	return []footprint.Item{it}
}

func session(_ *reader, _ string, rec feed.Record) []footprint.Item {
	data := rec
	if in := rec.In("user_data"); !in.Empty() {
		data = in
	}
	client := data.In("client_info")
	return []footprint.Item{{Kind: footprint.KindLogin, NativeID: rec.Get("id_hash"), Title: "session", Visibility: footprint.VisibilityPrivate, URL: settingsPage,
		Created: parseTime(data.Get("creation_time")), LastUsed: parseTime(data.Get("approx_last_used_time")),
		Details: feed.Pairs("address", client.Get("ip"), "system", client.Get("os"), "client", client.Get("platform"), "place", client.Get("location"), "city", data.Get("city"), "country", data.Get("country_code"))}}
}

func uploaded(_ *reader, _ string, rec feed.Record) []footprint.Item {
	return []footprint.Item{{Kind: footprint.KindContact, NativeID: rec.Get("id_hash"), Text: rec.Get("name"), Title: rec.Get("platform_type"), Visibility: footprint.VisibilityPrivate}}
}

func played(_ *reader, _ string, rec feed.Record) []footprint.Item {
	return []footprint.Item{{Kind: footprint.KindActivity, NativeID: "played:" + rec.Get("application_id"), Author: footprint.AuthorSelf, Title: "application used", Visibility: footprint.VisibilityPrivate,
		LastUsed: parseTime(rec.Get("last_played_at")), Details: rec.Details("last_played_at")}}
}

// note is what the user wrote about a person, for the user alone.
func note(r *reader, id string, rec feed.Record) []footprint.Item {
	text := rec.Text() + rec.Get("note")
	if text == "" {
		return nil
	}
	about := r.people[id]
	if about == "" {
		about = id
	}
	return []footprint.Item{{Kind: footprint.KindMessage, NativeID: "note:" + id, Author: footprint.AuthorSelf, Title: "note about a person", Text: text, Target: about, Visibility: footprint.VisibilityPrivate,
		URL: "https://discord.com/users/" + id}}
}

// setting makes one setting of each text or number inside a part of the settings.
func setting(part string) func(*reader, string, feed.Record) []footprint.Item {
	return func(_ *reader, _ string, rec feed.Record) []footprint.Item {
		var items []footprint.Item
		rec.Flat(func(name, value string) {
			items = append(items, footprint.Item{Kind: footprint.KindPrivacySetting, Setting: strings.TrimSuffix(part+": "+name, ": "), Value: value, URL: settingsPage})
		})
		return items
	}
}

// private are the old settings that decide what others see or may do.
var private = []string{"friend_source_flags", "default_guilds_restricted", "restricted_guilds", "allow_accessibility_detection", "detect_platform_accounts", "contact_sync_enabled",
	"show_current_game", "explicit_content_filter", "activity_restricted_guild_ids", "activity_joining_restricted_guild_ids", "friend_discovery_flags", "status"}

func flatSetting(r *reader, name string, rec feed.Record) []footprint.Item {
	if !slices.Contains(private, ingest.CleanText(name)) {
		return nil
	}
	return setting(name)(r, name, rec)
}

func moderation(_ *reader, _ string, rec feed.Record) []footprint.Item {
	return []footprint.Item{{Kind: footprint.KindActivity, NativeID: rec.Get("id"), Author: footprint.AuthorSelf, Title: "moderation of a server", Text: rec.Get("reason"), Created: snowflake(rec.Get("id")),
		Visibility: footprint.VisibilityClosedGroup, Details: rec.Details("id", "reason")}}
}

func exported(_ *reader, _ string, rec feed.Record) []footprint.Item {
	it := footprint.Item{Kind: footprint.KindActivity, NativeID: rec.Get("id"), Title: "kept by Discord", Created: parseTime(rec.Get("created_at", "timestamp")), Visibility: footprint.VisibilityPrivate, Details: map[string]string{}}
	rec.Flat(func(name, value string) { it.Details[name] = value })
	return []footprint.Item{it}
}

// application is a programme the user registered, for instance a bot.
func application(_ *reader, _ string, rec feed.Record) []footprint.Item {
	return []footprint.Item{{Kind: footprint.KindConnectedApp, NativeID: rec.Get("id"), Text: rec.Get("name"), Description: rec.Get("description"), Role: "owner", ControlledByMe: footprint.Yes,
		Created: snowflake(rec.Get("id")), URL: "https://discord.com/developers/applications/" + rec.Get("id")}}
}

// ticket is a request to Discord's support with the answers.
func ticket(_ *reader, key string, rec feed.Record) []footprint.Item {
	id := rec.Get("id", "ticket_id")
	if id == "" {
		id = key
	}
	base := footprint.Item{Kind: footprint.KindMessage, NativeID: "ticket:" + id, Author: footprint.AuthorSelf, Title: rec.Get("subject"), Text: rec.Get("description"), Created: parseTime(rec.Get("created_at")),
		Target: "Discord support", Container: "Discord support", ContainerKind: footprint.ContainerChat, Thread: "ticket:" + id, Visibility: footprint.VisibilityPrivate, Status: rec.Get("status")}
	items := []footprint.Item{base}
	for _, c := range rec.In("comments").List() {
		one := base
		one.NativeID, one.Author, one.Text, one.Created = "", "unknown", c.Get("comment", "body"), parseTime(c.Get("created_at"))
		if name := c.Get("author"); name != "" {
			one.Author = name
		}
		items = append(items, one)
	}
	return items
}

func trait(_ *reader, key string, rec feed.Record) []footprint.Item {
	var values []string
	rec.Flat(func(_, value string) { values = append(values, value) })
	return []footprint.Item{{Kind: footprint.KindInterest, Title: key, Text: strings.Join(values, ", "), Visibility: footprint.VisibilityPrivate}}
}
