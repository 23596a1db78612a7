package content

import (
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/facebook/record"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
	"footprint/internal/ingest/meta/value"
)

// assistant reads a conversation with the platform's assistant. The messages are groups of labels, each
// with a time and a text, at any depth.
func assistant(r *meta.Reader, e meta.Entry) []footprint.Item {
	var items []footprint.Item
	var walk func(list []value.Value, depth int)
	walk = func(list []value.Value, depth int) {
		var own []any
		timed := false
		for _, v := range list {
			if v.Get("dict").Is() || v.Get("vec").Is() {
				continue
			}
			own = append(own, v.Any())
			timed = timed || !v.When("timestamp_value").IsZero()
		}
		f := field.Of(field.Labelled(value.Of(own)))
		if text := f.Text(field.SlotText); depth > 0 && timed && (text != "" || f.First(field.SlotName, field.SlotAuthor, field.SlotTime) != "") {
			items = append(items, assistantMessage(r, e, f))
		}
		for _, v := range list {
			for _, member := range [2]string{"dict", "vec"} {
				if depth < 20 {
					walk(v.Get(member).List(), depth+1)
				}
			}
		}
	}
	walk(e.Get("label_values").List(), 0)
	if len(items) == 0 {
		return record.Other(r, e)
	}
	return items
}

func assistantMessage(r *meta.Reader, e meta.Entry, f field.Fields) footprint.Item {
	name := f.Text(field.SlotAuthor, field.SlotName)
	it := footprint.Item{
		Kind: footprint.KindMessage, Author: r.Author(name), Created: f.Any(), Text: f.Text(field.SlotText), Thread: "ai/" + e.Str("fbid", "title"),
		Container: e.Str("title"), ContainerKind: footprint.ContainerChat, URL: "https://www.facebook.com/messages/",
		Details: map[string]string{"with": "the platform's assistant"},
	}
	if low := strings.ToLower(name); low == "user" || low == "you" || low == "human" {
		it.Author = footprint.AuthorSelf
	}
	if it.Author == footprint.AuthorSelf {
		it.Direction = footprint.DirectionOutgoing
	} else {
		it.Direction = footprint.DirectionIncoming
	}
	if it.Text == "" {
		it.Text = f.First(field.SlotName, field.SlotAuthor, field.SlotTime)
	}
	return it
}
