package telegram

import (
	"encoding/json"
	"maps"
	"path"
	"slices"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// entry is any record of the lists beside the chats.
type entry struct {
	UserID     number `json:"user_id"`
	First      string `json:"first_name"`
	Last       string `json:"last_name"`
	Phone      string `json:"phone_number"`
	Username   string `json:"username"`
	Bio        string `json:"bio"`
	Unix       number `json:"date_unixtime"`
	Date       string `json:"date"`
	Photo      string `json:"photo"`
	Media      string `json:"media"`
	Caption    text   `json:"caption"`
	Name       string `json:"name"`
	Category   string `json:"category"`
	LastActive number `json:"last_active_unixtime"`
	LastIP     string `json:"last_ip"`
	Country    string `json:"last_country"`
	Device     string `json:"device_model"`
	App        string `json:"application_name"`
	Platform   string `json:"platform"`
	Bot        string `json:"bot_username"`
	Domain     string `json:"domain_name"`
	Browser    string `json:"browser"`
}

// list reads one record of a list, by the path it stands at.
func (r *reader) list(file string, n int64, at string, raw []byte) bool {
	var e entry
	if err := json.Unmarshal(raw, &e); err != nil {
		return r.fail(file, n, err)
	}
	it := footprint.Item{Visibility: footprint.VisibilityPrivate, Created: e.Unix.time()}
	if it.Created.IsZero() {
		it.Created = localTime(e.Date)
	}
	name := ingest.CleanText(strings.TrimSpace(e.First + " " + e.Last))
	switch at {
	case "personal_information":
		r.owner(e, name)
		it.Kind, it.Author, it.Text, it.Title, it.Visibility = footprint.KindProfile, footprint.AuthorSelf, ingest.CleanText(e.Bio), name, ""
		it.NativeID = string(e.UserID)
	case "profile_pictures/[]":
		it.Kind, it.Author, it.Visibility, it.Title = footprint.KindPhoto, footprint.AuthorSelf, footprint.VisibilityPublic, "profile picture"
		it.Media = r.media(e.Photo)
	case "stories/[]":
		it.Kind, it.Author, it.Text, it.Title = footprint.KindPhoto, footprint.AuthorSelf, ingest.CleanText(e.Caption.all), "story"
		it.Media = r.media(e.Media)
	case "contacts/list/[]":
		it.Kind, it.Author, it.Target, it.Text, it.NativeID = footprint.KindContact, "other", name, name, string(e.UserID)
		it.Details = ingest.Details("phone", e.Phone)
	case "frequent_contacts/list/[]":
		it.Kind, it.Author, it.Target, it.Title = footprint.KindInterest, "other", ingest.CleanText(e.Name), "frequent contact, estimated by Telegram"
	case "sessions/list/[]":
		it.Kind, it.Created = footprint.KindLogin, e.LastActive.time()
		it.Details = ingest.Details("address", e.LastIP, "country", e.Country, "device", e.Device, "app", e.App, "system", e.Platform)
	case "web_sessions/list/[]":
		it.Kind, it.Created, it.LastUsed = footprint.KindConnectedApp, e.LastActive.time(), e.LastActive.time()
		it.Text = ingest.CleanText(strings.TrimSpace(e.Domain + " " + e.Bot))
		it.Details = ingest.Details("address", e.LastIP, "browser", e.Browser)
	}
	return r.emit(it, file, n)
}

func (r *reader) owner(e entry, name string) {
	o := &r.x.Owner
	o.ID, o.Name = string(e.UserID), name
	r.me, r.name = "user"+string(e.UserID), name
	if u := strings.TrimPrefix(e.Username, "@"); u != "" {
		o.Handles = []string{ingest.CleanText(u)}
	}
	if e.Phone != "" {
		o.Phones = []string{ingest.CleanText(e.Phone)}
	}
}

func (r *reader) media(file string) []footprint.Media {
	m := footprint.Media{Type: footprint.MediaPhoto}
	if t := ingest.MediaType(file); t != "" {
		m.Type = t
	}
	if name := path.Clean(file); file != "" && !strings.HasPrefix(file, "(") && r.x.Has(name) {
		m.Path = r.x.Path(name)
	}
	return []footprint.Media{m}
}

func sorted(m map[string][]string) []string { return slices.Sorted(maps.Keys(m)) }
