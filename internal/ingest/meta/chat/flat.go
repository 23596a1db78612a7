package chat

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/jsonstream"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/value"
)

// Flat reads Instagram's messages.json of 2018 to early 2021: one list of conversations, each with its
// participants and messages.
func (s Service) Flat(ctx context.Context, r *meta.Reader, file string, yield func(footprint.Item, error) bool) bool {
	f, err := r.X.Open(file)
	if err != nil {
		return yield(footprint.Item{}, err)
	}
	defer f.Close()
	t, outer, pos := newThread(file), int64(0), int64(0)
	for v, err := range jsonstream.Walk(f, "[]/participants", "[]/conversation/[]") {
		if ctx.Err() != nil {
			yield(footprint.Item{}, ctx.Err())
			return false
		}
		if v.Outer != outer {
			outer, t = v.Outer, newThread(file)
		}
		if err == nil && strings.HasSuffix(v.Path, "participants") {
			t.join(r, v.Raw)
			continue
		}
		pos++
		var m value.Value
		if err == nil {
			m, err = value.Parse(v.Raw)
		}
		if err != nil {
			if !yield(footprint.Item{}, r.X.Failed(file, pos, err)) {
				return false
			}
			continue
		}
		it := s.flatItem(r, &t, m)
		it.Origin = footprint.Origin{File: r.X.Path(file), Pos: pos}
		if !yield(it, nil) {
			return false
		}
	}
	return true
}

func (t *thread) join(r *meta.Reader, raw []byte) {
	var names []string
	if json.Unmarshal(raw, &names) != nil {
		return // the messages name their senders as well
	}
	for i, n := range names {
		names[i] = repair(n)
	}
	t.names = names
	t.title = t.partner(r)
	t.path = "direct/" + strings.Join(names, ",")
}

func (s Service) flatItem(r *meta.Reader, t *thread, v value.Value) footprint.Item {
	m := message{Sender: v.Str("sender"), Content: v.Str("text", "heart", "action", "video_call_action")}
	if at, err := time.Parse(time.RFC3339Nano, v.Str("created_at")); err == nil {
		m.Millis = stamp(at.UnixMilli())
	}
	for _, k := range []string{"media", "animated_media_images"} {
		for _, x := range v.Get(k).List() {
			uri := x.Text()
			if uri == "" {
				uri = x.Str("url", "uri")
			}
			if uri != "" {
				m.MediaE2E = append(m.MediaE2E, file{uri})
			}
		}
	}
	for _, k := range []string{"share", "story_share", "link", "media_share_caption", "media_share_url", "profile_share_username", "story_share_caption"} {
		x := v.Get(k)
		sentence := x.Text()
		if sentence == "" {
			sentence = x.Str("url", "text", "title", "summary", "link")
		}
		if sentence != "" {
			m.Share.Text = strings.TrimSpace(m.Share.Text + "\n" + sentence)
		}
	}
	it := s.item(r, t, &m)
	if v.Str("text", "heart") == "" && m.Content != "" {
		it.Text, it.Details["system"] = "", m.Content
	}
	return it
}
