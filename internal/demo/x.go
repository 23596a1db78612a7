package demo

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// xAccount is the owner of an X archive.
type xAccount struct{ id, handle, name, email, bio string }

type object = map[string]any

// xFiles writes the layout of an X archive of 2024 (shared/formats/x.md).
func xFiles(rows []row, me xAccount) []file {
	data := map[string][]object{
		"account": {{"account": object{"email": me.email, "createdVia": "web", "username": me.handle, "accountId": me.id,
			"createdAt": "2016-01-17T09:00:00.000Z", "accountDisplayName": me.name}}},
		"profile": {{"profile": object{"description": object{"bio": me.bio, "website": "", "location": "Port Marlow"},
			"avatarMediaUrl": "https://pbs.twimg.com/profile_images/1/avatar.jpg"}}},
		"follower": {}, "following": {}, "connected-application": {},
	}
	for _, r := range rows {
		switch r.kind {
		case "post", "comment", "share":
			data["tweets"] = append(data["tweets"], object{"tweet": tweet(r)})
		case "like":
			id := snowflake(r.at)
			data["like"] = append(data["like"], object{"like": object{"tweetId": id, "fullText": escape(r.text),
				"expandedUrl": "https://twitter.com/i/web/status/" + id}})
		}
	}
	if chats := xMessages(pick(rows, "message"), me); len(chats) > 0 {
		data["direct-messages"] = chats
	}
	var files []file
	types := object{}
	for _, name := range sortedKeys(data) {
		global := "YTD." + strings.ReplaceAll(name, "-", "_") + ".part0"
		files = append(files, file{"data/" + name + ".js", append([]byte("window."+global+" = "), indent(data[name])...)})
		types[camel(name)] = object{"files": []object{{"fileName": "data/" + name + ".js", "globalName": global, "count": strconv.Itoa(len(data[name]))}}}
	}
	manifest := object{
		"userInfo":    object{"accountId": me.id, "userName": me.handle, "displayName": me.name},
		"archiveInfo": object{"sizeBytes": "1", "generationDate": "2024-09-01T09:00:00.000Z", "isPartialArchive": false, "maxPartSizeBytes": "53687091200"},
		"dataTypes":   types,
	}
	files = append(files, file{"data/manifest.js", append([]byte("window.__THAR_CONFIG = "), indent(manifest)...)})
	return append(files, file{"Your archive.html", []byte("<!doctype html><title>Your archive</title>")})
}

func tweet(r row) object {
	id, text := snowflake(r.at), r.text
	t := object{"id": id, "id_str": id, "created_at": r.at.Format("Mon Jan 02 15:04:05 -0700 2006"), "lang": "en",
		"source": `<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>`, "truncated": false, "retweeted": false,
		"favorited": false, "favorite_count": "3", "retweet_count": "0", "entities": object{"hashtags": []object{}, "user_mentions": []object{}, "urls": []object{}}}
	handle := strings.TrimPrefix(r.where, "@")
	switch r.kind {
	case "comment":
		t["in_reply_to_status_id_str"] = snowflake(r.at.Add(-time.Hour))
		t["in_reply_to_user_id_str"], t["in_reply_to_screen_name"] = "9"+id[1:9], handle
	case "share":
		text = "RT @" + handle + ": " + text
	}
	t["full_text"] = escape(text)
	return t
}

// xMessages groups direct messages by partner; "@name>" is sent to, "@name<" received from.
func xMessages(rows []row, me xAccount) []object {
	var chats []object
	index := map[string]int{}
	for _, r := range rows {
		name, sent := strings.CutSuffix(r.where, ">")
		name = strings.TrimSuffix(name, "<")
		n, known := index[name]
		if !known {
			n = len(chats)
			index[name] = n
			chats = append(chats, object{"dmConversation": object{"conversationId": peer(n) + "-" + me.id, "messages": []object{}}})
		}
		from, to := peer(n), me.id
		if sent {
			from, to = to, from
		}
		chat := chats[n]["dmConversation"].(object)
		chat["messages"] = append([]object{{"messageCreate": object{"id": snowflake(r.at), "senderId": from, "recipientId": to,
			"createdAt": r.at.Format("2006-01-02T15:04:05.000Z"), "text": escape(r.text), "mediaUrls": []string{}, "urls": []object{}, "reactions": []object{}}}},
			chat["messages"].([]object)...) // newest first
	}
	return chats
}

func peer(n int) string { return fmt.Sprintf("40000000%d", n) }

// snowflake gives the id that X would have given at that moment.
func snowflake(at time.Time) string {
	return strconv.FormatInt((at.UnixMilli()-1288834974657)<<22, 10)
}

func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

func camel(name string) string {
	parts := strings.Split(name, "-")
	for i := 1; i < len(parts); i++ {
		parts[i] = strings.ToUpper(parts[i][:1]) + parts[i][1:]
	}
	return strings.Join(parts, "")
}

func indent(v any) []byte {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		panic(err) // maps of strings, numbers and bools always marshal
	}
	return b
}
