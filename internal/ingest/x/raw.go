package x

import (
	"strconv"

	"footprint/internal/ingest/jsonstream"
)

// tweet is a post as the archive has it. It is decoded by hand: an archive may hold a million of them.
type tweet struct {
	id, created, text, lang, source, deletedAt    string
	replyTo, replyUser, replyName, community      string
	likes, reposts                                string
	links                                         []link
	mentions                                      []mention
	media                                         []attachment
	editIDs                                       []string
	initialID                                     string
	geo, coordinates, place                       []byte
	repostedID, repostedText, repostedBy, protect string // classic archives only
}

type link struct{ short, long string }

type mention struct{ id, handle, name string }

// attachment is one photo, video or GIF of a post.
type attachment struct {
	kind, address, short, page string
	video                      string // the variant of the highest bit rate
	bitrate                    int64
}

func decodeTweet(raw []byte) (t tweet, ok bool) {
	ok = jsonstream.Members(raw, func(name, v []byte) {
		switch string(name) {
		case "id_str":
			t.id = jsonstream.Text(v)
		case "id":
			if t.id == "" {
				t.id = jsonstream.Text(v)
			}
		case "created_at":
			t.created = jsonstream.Text(v)
		case "full_text":
			t.text = jsonstream.Text(v)
		case "text":
			if t.text == "" {
				t.text = jsonstream.Text(v)
			}
		case "lang":
			t.lang = jsonstream.Text(v)
		case "source":
			t.source = jsonstream.Text(v)
		case "deleted_at":
			t.deletedAt = jsonstream.Text(v)
		case "favorite_count":
			t.likes = jsonstream.Text(v)
		case "retweet_count":
			t.reposts = jsonstream.Text(v)
		case "in_reply_to_status_id_str":
			t.replyTo = jsonstream.Text(v)
		case "in_reply_to_user_id_str":
			t.replyUser = jsonstream.Text(v)
		case "in_reply_to_screen_name":
			t.replyName = jsonstream.Text(v)
		case "community_id_str", "community_id":
			t.community = jsonstream.Text(v)
		case "entities":
			t.entities(v, false)
		case "extended_entities":
			t.entities(v, true)
		default:
			t.rare(string(name), v)
		}
	})
	return t, ok && (t.id != "" || t.text != "")
}

// rare reads the members that few posts have.
func (t *tweet) rare(name string, v []byte) {
	switch name {
	case "edit_info":
		t.edits(v)
	case "geo":
		t.geo = v
	case "coordinates":
		t.coordinates = v
	case "place":
		t.place = v
	case "retweeted_status":
		original, ok := decodeTweet(v)
		if ok {
			t.repostedID, t.repostedText = original.id, original.text
			t.repostedBy = original.replyName
			t.links = append(t.links, original.links...)
			t.media = append(t.media, original.media...)
		}
		jsonstream.Members(v, func(name, user []byte) {
			if string(name) == "user" {
				t.repostedBy = member(user, "screen_name")
			}
		})
	case "user":
		t.protect = member(v, "protected")
	}
}

// member returns one scalar member of an object.
func member(raw []byte, want string) (s string) {
	jsonstream.Members(raw, func(name, v []byte) {
		if string(name) == want {
			s = jsonstream.Text(v)
		}
	})
	return s
}

func (t *tweet) edits(raw []byte) {
	jsonstream.Members(raw, func(name, v []byte) {
		switch string(name) {
		case "initial", "edit", "editControlInitial":
			t.edits(v)
		case "editTweetIds":
			jsonstream.Elements(v, func(id []byte) { t.editIDs = append(t.editIDs, jsonstream.Text(id)) })
		case "initialTweetId":
			t.initialID = jsonstream.Text(v)
		}
	})
}

func (t *tweet) entities(raw []byte, extended bool) {
	jsonstream.Members(raw, func(name, list []byte) {
		if len(list) < 3 || list[0] != '[' {
			return
		}
		switch string(name) {
		case "media":
			// The plain list holds the first medium only; the extended one replaces it.
			if extended {
				t.media = t.media[:0]
			} else if len(t.media) > 0 {
				return
			}
			jsonstream.Elements(list, func(v []byte) { t.media = append(t.media, decodeAttachment(v)) })
		case "urls":
			jsonstream.Elements(list, func(v []byte) { t.links = append(t.links, decodeLink(v)) })
		case "user_mentions":
			jsonstream.Elements(list, func(v []byte) { t.mentions = append(t.mentions, decodeMention(v)) })
		}
	})
}

func decodeLink(raw []byte) (l link) {
	jsonstream.Members(raw, func(name, v []byte) {
		switch string(name) {
		case "url":
			l.short = jsonstream.Text(v)
		case "expanded_url":
			l.long = jsonstream.Text(v)
		}
	})
	return l
}

func decodeMention(raw []byte) (m mention) {
	jsonstream.Members(raw, func(name, v []byte) {
		switch string(name) {
		case "id_str":
			m.id = jsonstream.Text(v)
		case "screen_name":
			m.handle = jsonstream.Text(v)
		case "name":
			m.name = jsonstream.Text(v)
		}
	})
	return m
}

func decodeAttachment(raw []byte) (a attachment) {
	jsonstream.Members(raw, func(name, v []byte) {
		switch string(name) {
		case "type":
			a.kind = jsonstream.Text(v)
		case "media_url_https":
			a.address = jsonstream.Text(v)
		case "media_url":
			if a.address == "" {
				a.address = jsonstream.Text(v)
			}
		case "url":
			a.short = jsonstream.Text(v)
		case "expanded_url":
			a.page = jsonstream.Text(v)
		case "video_info":
			jsonstream.Members(v, func(name, list []byte) {
				if string(name) == "variants" {
					jsonstream.Elements(list, a.variant)
				}
			})
		}
	})
	return a
}

// variant keeps the address of the MP4 with the highest bit rate; none given counts as 0.
func (a *attachment) variant(raw []byte) {
	var kind, address string
	var rate int64
	jsonstream.Members(raw, func(name, v []byte) {
		switch string(name) {
		case "content_type":
			kind = jsonstream.Text(v)
		case "url":
			address = jsonstream.Text(v)
		case "bitrate":
			rate, _ = strconv.ParseInt(jsonstream.Text(v), 10, 64)
		}
	})
	if kind == "video/mp4" && (a.video == "" || rate > a.bitrate) {
		a.video, a.bitrate = address, rate
	}
}
