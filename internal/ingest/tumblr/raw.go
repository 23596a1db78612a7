package tumblr

import (
	"encoding/json"

	"footprint/internal/ingest"
)

// maxRecord bounds one post's JSON file, in bytes.
const maxRecord = 8 << 20

// text is a JSON string, or a number as it is written; null and the like are empty. Old and new posts differ.
type text string

// UnmarshalJSON takes any value: one of an unexpected type must not lose the post.
func (t *text) UnmarshalJSON(b []byte) error {
	var s string
	switch {
	case len(b) > 0 && b[0] == '"':
		if err := json.Unmarshal(b, &s); err != nil {
			return err
		}
	case len(b) > 0 && (b[0] == '-' || b[0] >= '0' && b[0] <= '9'):
		s = string(b)
	}
	*t = text(ingest.CleanText(s))
	return nil
}

func (t text) String() string { return string(t) }

// rawPost is a post as the API gives it, in the legacy form or in blocks.
type rawPost struct {
	ID             text     `json:"id"`
	IDString       text     `json:"id_string"`
	Blog           text     `json:"blog_name"`
	PostURL        text     `json:"post_url"`
	Type           text     `json:"type"`
	OriginalType   text     `json:"original_type"`
	Timestamp      text     `json:"timestamp"`
	Date           text     `json:"date"`
	State          text     `json:"state"`
	Tags           lenient  `json:"tags"`
	Notes          text     `json:"note_count"`
	Liked          text     `json:"liked_timestamp"`
	RebloggedName  text     `json:"reblogged_from_name"`
	RebloggedURL   text     `json:"reblogged_from_url"`
	RootName       text     `json:"reblogged_root_name"`
	RootURL        text     `json:"reblogged_root_url"`
	SourceTitle    text     `json:"source_title"`
	SourceURL      text     `json:"source_url"`
	Title          text     `json:"title"`
	Body           text     `json:"body"`
	Caption        text     `json:"caption"`
	Photos         photos   `json:"photos"`
	URL            text     `json:"url"`
	Description    text     `json:"description"`
	Text           text     `json:"text"`
	Source         text     `json:"source"`
	Dialogue       dialogue `json:"dialogue"`
	AskingName     text     `json:"asking_name"`
	Question       text     `json:"question"`
	Answer         text     `json:"answer"`
	AudioURL       text     `json:"audio_url"`
	VideoURL       text     `json:"video_url"`
	Trail          trail    `json:"trail"`
	Content        blocks   `json:"content"`
	LegacyReblogOf text     `json:"reblogged_from_id"`
}

// list decodes an array and takes anything else for an empty one.
func list[T any](b []byte) []T {
	var out []T
	if len(b) == 0 || b[0] != '[' || json.Unmarshal(b, &out) != nil {
		return nil
	}
	return out
}

type lenient []text

// UnmarshalJSON takes anything but a list for none.
func (l *lenient) UnmarshalJSON(b []byte) error { *l = list[text](b); return nil }

type photo struct {
	Caption  text `json:"caption"`
	Original struct {
		URL text `json:"url"`
	} `json:"original_size"`
	Exif photoData `json:"exif"`
}

// photoData is an object, or an empty list.
type photoData map[string]text

// UnmarshalJSON takes anything but an object for none.
func (d *photoData) UnmarshalJSON(b []byte) error {
	m := map[string]text{}
	if len(b) > 0 && b[0] == '{' && json.Unmarshal(b, &m) == nil {
		*d = m
	}
	return nil
}

type photos []photo

// UnmarshalJSON takes anything but a list for none.
func (l *photos) UnmarshalJSON(b []byte) error {
	*l = list[photo](b)
	return nil
}

// line is one line of a chat post.
type line struct {
	Name   text `json:"name"`
	Label  text `json:"label"`
	Phrase text `json:"phrase"`
}

type dialogue []line

// UnmarshalJSON takes anything but a list for none.
func (l *dialogue) UnmarshalJSON(b []byte) error { *l = list[line](b); return nil }

// step is one blog's part of a reblogged post.
type step struct {
	Blog struct {
		Name text `json:"name"`
	} `json:"blog"`
	ContentRaw text            `json:"content_raw"`
	Content    json.RawMessage `json:"content"`
	Current    bool            `json:"is_current_item"`
}

type trail []step

// UnmarshalJSON takes anything but a list for none.
func (l *trail) UnmarshalJSON(b []byte) error { *l = list[step](b); return nil }

// block is one part of a post in the form that came in 2018.
type block struct {
	Type        text            `json:"type"`
	Text        text            `json:"text"`
	URL         text            `json:"url"`
	Title       text            `json:"title"`
	Description text            `json:"description"`
	Alt         text            `json:"alt_text"`
	Caption     text            `json:"caption"`
	Question    text            `json:"question"`
	Answers     json.RawMessage `json:"answers"`
	Media       json.RawMessage `json:"media"`
	Formatting  []struct {
		Type text `json:"type"`
		Blog struct {
			Name text `json:"name"`
		} `json:"blog"`
	} `json:"formatting"`
}

type blocks []block

// UnmarshalJSON takes anything but a list for none.
func (l *blocks) UnmarshalJSON(b []byte) error { *l = list[block](b); return nil }
