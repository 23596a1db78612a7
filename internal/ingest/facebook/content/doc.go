// Package content reads what the user of a Facebook export wrote, showed and reacted to: posts, comments,
// photos, stories, reactions, tags, places and talks with the assistant.
package content
