package demo

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// facebookFiles writes the JSON layout of a Facebook export of 2024 (shared/formats/facebook.md, age D).
func facebookFiles(rows []row) []file {
	docs := facebookProfile(rows)
	add := func(name, key string, v object) {
		list, _ := docs[name].(object)
		if list == nil {
			list = object{key: []object{}}
			docs[name] = list
		}
		list[key] = append(list[key].([]object), v)
	}
	var files []file
	var posts, contacts, settings []object
	for _, r := range rows {
		at := r.at.Unix()
		switch r.kind {
		case "post":
			posts = append(posts, object{"timestamp": at, "title": "Rowan Ashgrove updated their status.", "data": []object{{"post": mojibake(r.text)}}})
		case "photo":
			p := facebookPhoto(r)
			posts = append(posts, object{"timestamp": at, "title": "Rowan Ashgrove added a new photo.", "data": []object{{"post": mojibake(r.text)}},
				"attachments": []object{{"data": []object{{"media": p}}}}})
			files = append(files, file{p["uri"].(string), picture(r.where)})
		case "comment":
			add(activity+"comments_and_reactions/comments.json", "comments_v2", object{"timestamp": at, "title": "Rowan Ashgrove commented on " + r.where + ".",
				"data": []object{{"comment": facebookComment(r)}}})
		case "group":
			add(activity+"groups/your_group_membership_activity.json", "groups_joined_v2", object{"timestamp": at,
				"title": "You became a member of " + r.text + ".", "data": []object{{"name": mojibake(r.text)}}})
			if r.where == "admin" {
				add(activity+"groups/your_groups.json", "groups_admined_v2", object{"timestamp": at, "name": mojibake(r.text)})
			}
		case "app":
			add("apps_and_websites_off_of_facebook/connected_apps_and_websites.json", "installed_apps_v2",
				object{"name": r.text, "added_timestamp": at, "category": "active"})
		case "contact":
			contacts = append(contacts, object{"timestamp": at, "label_values": []object{{"label": "Update time", "timestamp_value": at},
				{"label": "Contact name", "value": r.text}, {"label": "Contact point", "value": r.where}}})
		case "setting":
			settings = append(settings, object{"label": r.text, "value": r.where})
		}
	}
	docs[activity+"posts/your_posts__check_ins__photos_and_videos_1.json"] = posts
	docs[personal+"other_personal_information/your_imported_contacts.json"] = contacts
	docs["preferences/preferences/privacy_settings.json"] = object{"label_values": []object{{"label": "Privacy", "dict": settings}}}
	maps.Copy(docs, metaThreads(pick(rows, "message"), activity+"messages/inbox/"))
	return append(files, jsonFiles(docs)...)
}

// Folders of a Facebook export.
const (
	activity = "your_facebook_activity/"
	personal = "personal_information/"
)

// facebookProfile holds who the person is and whom they know.
func facebookProfile(rows []row) map[string]any {
	return map[string]any{
		personal + "profile_information/profile_information.json": object{"profile_v2": object{
			"name": object{"full_name": "Rowan Ashgrove", "first_name": "Rowan", "last_name": "Ashgrove"}, "username": "rowan.ashgrove",
			"emails": object{"emails": []string{"rowan@ashgrove.example"}}, "birthday": object{"year": 1988, "month": 5, "day": 6},
			"current_city": object{"name": "Port Marlow"}, "intro_bio": object{"name": "Doctor at Kestrel Bay Hospital. Peonies and truffles, anything by the sea."},
			"work_experiences": []object{{"employer": "Kestrel Bay Hospital", "title": "Registrar", "location": "Port Marlow"}}}},
		"connections/friends/your_friends.json":             object{"friends_v2": named(pick(rows, "friend"))},
		"connections/friends/received_friend_requests.json": object{"received_requests_v2": named(pick(rows, "request_in"))},
		"connections/friends/sent_friend_requests.json":     object{"sent_requests_v2": named(pick(rows, "request_out"))},
		activity + "pages/pages_you've_liked.json":          object{"page_likes_v2": named(pick(rows, "page"))},
	}
}

func facebookPhoto(r row) object {
	exif := object{"upload_ip": "192.0.2.7", "taken_timestamp": r.at.Unix(), "camera_model": "Pocket 3"}
	if r.where == "corridor.jpg" {
		exif["latitude"], exif["longitude"] = hospitalLat, hospitalLon
	}
	return object{"uri": "your_facebook_activity/posts/media/mobile_uploads/" + r.where, "creation_timestamp": r.at.Unix(), "title": "Mobile uploads",
		"media_metadata": object{"photo_metadata": object{"exif_data": []object{exif}}}}
}

func facebookComment(r row) object {
	c := object{"timestamp": r.at.Unix(), "comment": mojibake(r.text), "author": "Rowan Ashgrove"}
	if !strings.Contains(r.where, "'s ") {
		c["group"] = r.where
	}
	return c
}

func named(rows []row) []object {
	list := []object{}
	for _, r := range rows {
		list = append(list, object{"name": mojibake(r.text), "timestamp": r.at.Unix()})
	}
	return list
}

// metaThreads writes one message file a chat. The row's "where" is the chat's title, then '>' for sent or
// '<' for received, then in groups the sender.
func metaThreads(rows []row, root string) map[string]any {
	docs := map[string]any{}
	for _, r := range rows {
		cut := strings.IndexAny(r.where, "<>")
		title, sender := r.where[:cut], r.where[cut+1:]
		switch {
		case r.where[cut] == '>':
			sender = "Rowan Ashgrove"
		case sender == "":
			sender = title
		}
		folder := strings.ToLower(strings.NewReplacer(" ", "", "'", "").Replace(title)) + "_10150000000000001"
		name := root + folder + "/message_1.json"
		thread, _ := docs[name].(object)
		if thread == nil {
			people := []object{{"name": title}, {"name": "Rowan Ashgrove"}}
			if strings.Contains(title, "chat") {
				people = []object{{"name": "Tess Arkwright"}, {"name": "Ravi Sundermann"}, {"name": "Rowan Ashgrove"}}
			}
			thread = object{"participants": people, "messages": []object{}, "title": title, "is_still_participant": true, "thread_path": "inbox/" + folder}
			docs[name] = thread
		}
		thread["messages"] = append([]object{{"sender_name": sender, "timestamp_ms": r.at.UnixMilli(), "content": mojibake(r.text)}},
			thread["messages"].([]object)...) // newest first
	}
	return docs
}

// instagramFiles writes the JSON layout of an Instagram export of 2024 (shared/formats/instagram.md, I3).
func instagramFiles(rows []row) []file {
	const activity, connections = "your_instagram_activity/", "connections/followers_and_following/"
	var posts, comments, followers, following, likes []object
	var files []file
	entry := func(r row, name string) object {
		return object{"title": "", "media_list_data": []object{}, "string_list_data": []object{{"href": "https://www.instagram.com/" + name, "value": name, "timestamp": r.at.Unix()}}}
	}
	for i, r := range rows {
		at := r.at.Unix()
		switch r.kind {
		case "photo":
			uri := "media/posts/" + r.at.Format("200601") + "/" + r.where
			posts = append(posts, object{"media": []object{{"uri": uri, "creation_timestamp": at, "title": mojibake(r.text),
				"media_metadata": object{"camera_metadata": object{"has_camera_metadata": false}}}}})
			files = append(files, file{uri, picture(r.where)})
		case "comment":
			comments = append(comments, object{"media_list_data": []object{{"uri": ""}}, "string_map_data": object{"Comment": object{"value": mojibake(r.text)},
				"Media Owner": object{"value": r.where}, "Time": object{"timestamp": at}}})
		case "follower":
			followers = append(followers, entry(r, r.text))
		case "following":
			e := entry(r, r.text)
			following = append(following, e)
		case "like":
			likes = append(likes, object{"title": r.where, "string_list_data": []object{{"href": fmt.Sprintf("https://www.instagram.com/p/Demo%d/", i),
				"value": mojibake("👍"), "timestamp": at}}})
		}
	}
	docs := map[string]any{
		"personal_information/personal_information/personal_information.json": object{"profile_user": []object{{"title": "", "media_map_data": object{},
			"string_map_data": object{"Email": object{"value": "rowan@ashgrove.example"}, "Username": object{"value": "rowan.ashgrove"},
				"Name": object{"value": "Rowan Ashgrove"}, "Bio": object{"value": bio}, "Private Account": object{"value": "False"}}}}},
		activity + "media/posts_1.json":            posts,
		activity + "comments/post_comments_1.json": comments,
		activity + "likes/liked_posts.json":        object{"likes_media_likes": likes},
		connections + "followers_1.json":           followers,
		connections + "following.json":             object{"relationships_following": following},
	}
	return append(files, jsonFiles(docs)...)
}

func jsonFiles(docs map[string]any) []file {
	var files []file
	for _, name := range sortedKeys(docs) {
		files = append(files, file{name, indent(docs[name])})
	}
	return files
}

// mojibake spells text the way Meta's exports do: each UTF-8 byte as one character.
func mojibake(s string) string {
	runes := make([]rune, 0, len(s))
	for i := range len(s) {
		runes = append(runes, rune(s[i]))
	}
	return string(runes)
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
