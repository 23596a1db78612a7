// Package messenger reads deliveries that hold messages only: the messages folder of an account export
// requested by itself, as JSON or pages, and the separate export of end-to-end encrypted chats ("secure
// storage"). Messages inside a whole Facebook or Instagram export are read there.
package messenger
