package chat

import (
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/page"
	"footprint/internal/ingest/meta/value"
)

// file is an attachment.
type file struct {
	URI string `json:"uri"`
}

// message is one message in the shapes of the account export, of broadcast replies, and of the encrypted
// export (camel case). Texts are repaired on use.
type message struct {
	Sender    string `json:"sender_name"`
	SenderE2E string `json:"senderName"`
	SenderOf  string `json:"original_message_sender"`
	Millis    stamp  `json:"timestamp_ms"`
	MillisE2E stamp  `json:"timestamp"`
	Content   string `json:"content"`
	TextE2E   string `json:"text"`
	Reply     string `json:"reply_content"`
	Type      string `json:"type"`
	Photos    []file `json:"photos"`
	Videos    []file `json:"videos"`
	Audio     []file `json:"audio_files"`
	Files     []file `json:"files"`
	Gifs      []file `json:"gifs"`
	MediaE2E  []file `json:"media"`
	Sticker   file   `json:"sticker"`
	Share     struct {
		Link    string `json:"link"`
		Text    string `json:"share_text"`
		Owner   string `json:"original_content_owner"`
		Profile string `json:"profile_share_username"`
		Name    string `json:"profile_share_name"`
	} `json:"share"`
	Reactions []struct {
		Reaction string `json:"reaction"`
		Actor    string `json:"actor"`
	} `json:"reactions"`
	Call      *int64 `json:"call_duration"`
	Missed    bool   `json:"missed"`
	Unsent    bool   `json:"is_unsent"`
	UnsentE2E bool   `json:"isUnsent"`
	TakenDown bool   `json:"is_taken_down"`
	IP        string `json:"ip"`
	Bumped    struct {
		Message string `json:"bumped_message"`
	} `json:"bumped_message_metadata"`

	date string // of a page whose form is not known
}

// stamp reads milliseconds written as a number or as text.
type stamp int64

// UnmarshalJSON reads a number in any notation; anything else counts as unknown.
func (s *stamp) UnmarshalJSON(b []byte) error {
	f, err := strconv.ParseFloat(strings.Trim(string(b), `"`), 64)
	if err == nil && f > -1e17 && f < 1e17 {
		*s = stamp(f)
	}
	return nil
}

func (m *message) sender() string {
	for _, s := range []string{m.Sender, m.SenderE2E, m.SenderOf} {
		if s != "" {
			return strings.TrimSpace(repair(s))
		}
	}
	return ""
}

func (m *message) text() string {
	for _, s := range []string{m.Content, m.TextE2E, m.Reply} {
		if s != "" {
			return strings.TrimSpace(repair(s))
		}
	}
	return ""
}

func (m *message) time() time.Time {
	n := m.Millis
	if n == 0 {
		n = m.MillisE2E
	}
	return value.UnixMilli(int64(n))
}

// item makes the domain's item of a message.
func (s Service) item(r *meta.Reader, t *thread, m *message) footprint.Item {
	sender, text := m.sender(), m.text()
	it := footprint.Item{
		Kind: footprint.KindMessage, Author: r.Author(sender), Created: m.time(), Text: text,
		Container: t.container(r), ContainerKind: footprint.ContainerChat, Thread: t.path, URL: t.link(s),
		Deleted: m.Unsent || m.UnsentE2E, Details: map[string]string{},
	}
	switch {
	case it.Author == footprint.AuthorSelf:
		it.Direction = footprint.DirectionOutgoing
		if it.Target = t.partner(r); len(t.names) > 2 || it.Target == "" {
			it.Target = it.Container
		}
	case sender != "" && t.known(r):
		it.Direction = footprint.DirectionIncoming
	}
	if n := len(t.names); n > 2 {
		it.Members = &n
	}
	if system(text, sender, t.names) || m.Type == "Subscribe" || m.Type == "Unsubscribe" {
		it.Text = ""
		it.Details["system"] = text
	}
	s.attach(r, t, m, &it)
	m.details(t, &it)
	it.NativeID = m.identity(t, sender, text)
	return it
}

// identity is what makes a message itself: several may share thread, second and words.
func (m *message) identity(t *thread, sender, text string) string {
	first := ""
	for _, list := range [][]file{m.Photos, m.Videos, m.Audio, m.Files, m.Gifs, m.MediaE2E, {m.Sticker}} {
		if len(list) > 0 && first == "" {
			first = list[0].URI[strings.LastIndexByte(list[0].URI, '/')+1:]
		}
	}
	h := fnv.New128a()
	_, _ = fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s\x00%s", t.path, sender, text, first, m.Share.Link)
	return fmt.Sprintf("%d-%x", m.time().UnixMilli(), h.Sum(nil))
}

func (s Service) attach(r *meta.Reader, t *thread, m *message, it *footprint.Item) {
	add := func(files []file, kind string) {
		for _, f := range files {
			uri := repair(f.URI)
			if uri == "" {
				continue
			}
			one := footprint.Media{Path: r.Resolve(uri, t.dir), Type: kind}
			if kind == "" {
				one = r.Media(value.Of(map[string]any{"uri": uri}), t.dir)
			}
			it.Media = append(it.Media, one)
		}
	}
	add(m.Photos, footprint.MediaPhoto)
	add(m.Videos, footprint.MediaVideo)
	add(m.Audio, footprint.MediaAudio)
	add(m.Files, footprint.MediaFile)
	add(m.Gifs, footprint.MediaPhoto)
	add(m.MediaE2E, "")
	if m.Sticker.URI != "" {
		it.Details["sticker"] = repair(m.Sticker.URI[strings.LastIndexByte(m.Sticker.URI, '/')+1:])
	}
}

func (m *message) details(t *thread, it *footprint.Item) {
	var shared []string
	for _, p := range []string{m.Share.Text, m.Share.Owner, m.Share.Name, m.Share.Profile, m.Share.Link} {
		if p = strings.TrimSpace(repair(p)); p != "" {
			shared = append(shared, p)
		}
	}
	it.SharedText = strings.Join(shared, "\n")
	if m.Share.Link != "" {
		it.Details["link"] = repair(m.Share.Link)
		if lat, lon, ok := position(m.Share.Link); ok {
			it.Exif = &footprint.Exif{Lat: &lat, Lon: &lon}
		}
	}
	it.ReplyTo = repair(m.Bumped.Message)
	var marks []string
	for _, x := range m.Reactions {
		if one := strings.TrimSpace(repair(x.Reaction) + " " + repair(x.Actor)); one != "" {
			marks = append(marks, one)
		}
	}
	put := func(key, v string) {
		if v != "" {
			it.Details[key] = v
		}
	}
	put("reactions", strings.Join(marks, ", "))
	put("section", t.section)
	put("ip", repair(m.IP))
	put("written", m.date)
	if m.Call != nil {
		put("call", fmt.Sprintf("%d s", *m.Call))
	}
	if m.Missed {
		put("call", "missed")
	}
	if it.Deleted {
		put("state", "unsent")
	}
	if m.TakenDown {
		put("state", "removed by the platform")
	}
	if t.secure {
		put("encrypted", "end to end")
	}
	if t.former {
		put("membership", "left")
	}
}

// position reads the place of a shared location from a map link.
func position(link string) (lat, lon float64, ok bool) {
	_, rest, found := strings.Cut(link, "where1=")
	if !found {
		return 0, 0, false
	}
	rest, _, _ = strings.Cut(rest, "&")
	rest = strings.NewReplacer("%2C", ",", "%2c", ",", "%20", "", "+", "").Replace(rest)
	a, b, _ := strings.Cut(rest, ",")
	lat, err1 := strconv.ParseFloat(a, 64)
	lon, err2 := strconv.ParseFloat(strings.TrimSpace(b), 64)
	return lat, lon, err1 == nil && err2 == nil && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180
}

// rowMessage brings a row of a page into the shape of a message.
func rowMessage(r *meta.Reader, row page.Row) message {
	m := message{Sender: row.Title, Content: strings.Join(row.Texts, "\n")}
	if t, ok := meta.PageTime(row.Date, r.Zone); ok {
		m.Millis = stamp(t.UnixMilli())
	} else {
		m.date = row.Date
	}
	for _, f := range row.Media {
		m.MediaE2E = append(m.MediaE2E, file{f})
	}
	for _, l := range row.Links {
		m.Share.Link = l.URL
		if l.Text != l.URL {
			m.Share.Text = l.Text
		}
	}
	for _, mark := range row.Marks {
		m.Reactions = append(m.Reactions, struct {
			Reaction string `json:"reaction"`
			Actor    string `json:"actor"`
		}{Reaction: mark})
	}
	return m
}

func repair(s string) string { return value.Clean(value.Repair(s)) }
