package account

import (
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/facebook/record"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
)

// settingNames gives the questions that the rules ask about their short names, by parts of the question
// in the languages known. The first row that fits decides.
var settingNames = []struct {
	name  string
	parts []string
}{
	{"future_posts_audience", []string{"see your future posts", "deine künftigen beiträge", "deine zukünftigen beiträge", "vos futures publications", "tus próximas publicaciones", "i tuoi post futuri", "je toekomstige berichten"}},
	{"past_posts_audience", []string{"limit the audience for posts", "limit past posts", "limit who can see past posts"}},
	{"lookup_by_phone", []string{"phone number you provided", "look you up using the phone", "deiner telefonnummer", "numéro de téléphone que vous", "número de teléfono que"}},
	{"lookup_by_email", []string{"email address you provided", "look you up using the email", "deiner e-mail-adresse", "l'adresse e-mail que vous", "correo electrónico que"}},
	{"search_engine_link", []string{"search engines outside", "suchmaschinen", "moteurs de recherche", "motores de búsqueda", "motori di ricerca", "zoekmachines"}},
	{"friends_list", []string{"see your friends list", "deine freundesliste", "votre liste d'ami", "tu lista de amigos", "la tua lista di amici", "je vriendenlijst"}},
	{"friend_requests", []string{"send you friend requests", "freundschaftsanfragen senden", "envoyer des demandes d'ami", "puede enviarte solicitudes"}},
	{"tag_review", []string{"review tags", "markierungen überprüfen", "examiner les identifications"}},
	{"timeline_review", []string{"review posts", "beiträge überprüfen"}},
	{"timeline_posts", []string{"post on your", "in deiner chronik posten"}},
	{"story_audience", []string{"see your stories", "wer deine stories"}},
	{"following", []string{"who can follow you", "wer kann dir folgen", "qui peut vous suivre"}},
	{"page_reviews", []string{"page reviews", "allow others to view and leave reviews"}},
	{"two_factor_authentication", []string{"two-factor", "zwei-faktor", "double authentification", "dos pasos"}},
	{"contact_sync", []string{"contact sync", "contacts sync", "continuous contact upload", "kontakte synchronisieren"}},
}

// audiences gives the answers their short names.
var audiences = map[string]string{
	"public": "public", "öffentlich": "public", "tout le monde (public)": "public", "público": "public", "pubblica": "public", "tutti": "everyone", "openbaar": "public", "offentlig": "public",
	"everyone": "everyone", "alle": "everyone", "jeder": "everyone", "tout le monde": "everyone", "todos": "everyone", "iedereen": "everyone",
	"friends": "friends", "freunde": "friends", "amis": "friends", "ami(e)s": "friends", "amigos": "friends", "amici": "friends", "vrienden": "friends", "venner": "friends",
	"friends of friends": "friends of friends", "freunde von freunden": "friends of friends", "amis et leurs amis": "friends of friends", "ami(e)s de mes ami(e)s": "friends of friends", "amigos de amigos": "friends of friends",
	"only me": "private", "nur ich": "private", "moi uniquement": "private", "solo yo": "private", "solo io": "private", "alleen ik": "private", "kun mig": "private",
	"yes": "on", "ja": "on", "oui": "on", "sí": "on", "si": "on", "sì": "on", "on": "on", "ein": "on", "enabled": "on", "true": "on", "an": "on", "activé": "on",
	"no": "off", "nein": "off", "non": "off", "nee": "off", "off": "off", "aus": "off", "disabled": "off", "false": "off", "désactivé": "off", "nej": "off",
}

func settingName(question string) string {
	low := strings.ReplaceAll(strings.ToLower(question), "’", "'")
	for _, s := range settingNames {
		for _, p := range s.parts {
			if strings.Contains(low, p) {
				return s.name
			}
		}
	}
	return question
}

func settingValue(answer string) string {
	if v := audiences[strings.ToLower(strings.TrimSpace(answer))]; v != "" {
		return v
	}
	return answer
}

// setting reads a settings file: every labelled answer is one setting. The audience of future posts says
// nothing about those already made, so it stays a setting.
func setting(group string) meta.Adapter {
	return func(r *meta.Reader, e meta.Entry) []footprint.Item {
		var items []footprint.Item
		for _, f := range field.Of(e.Value) {
			if f.Label == "" || f.Value == "" && f.Time.IsZero() {
				continue
			}
			it := footprint.Item{
				Kind: footprint.KindPrivacySetting, Author: footprint.AuthorSelf, Created: record.Created(e), Title: f.Label, Setting: settingName(f.Label),
				Value: settingValue(f.Value), URL: record.PagePrivacy, Details: map[string]string{"list": group},
			}
			if it.Setting == f.Label && group == "two_factor_authentication" {
				it.Setting = group
			}
			if f.Group != "" && f.Group != f.Label {
				it.Details["section"] = f.Group
			}
			if it.Value == "" {
				it.Value = f.Time.Format(time.RFC3339)
			}
			items = append(items, it)
		}
		if len(items) == 0 && e.Get("entries").Is() {
			return viewed(r, e)
		}
		if len(items) == 0 {
			return settingMembers(e, group)
		}
		return items
	}
}

// settingMembers reads settings given as plain members.
func settingMembers(e meta.Entry, group string) []footprint.Item {
	d := map[string]string{}
	record.Flatten(e.Value, "", d)
	if s := e.Text(); s != "" {
		d[group] = s
	}
	var items []footprint.Item
	for _, k := range e.Keys() {
		label := strings.ReplaceAll(k, "_", " ")
		v, ok := d[label]
		if !ok {
			continue
		}
		items = append(items, footprint.Item{
			Kind: footprint.KindPrivacySetting, Author: footprint.AuthorSelf, Created: record.Created(e), Title: label, Setting: settingName(label), Value: settingValue(v),
			URL: record.PagePrivacy, Details: map[string]string{"list": group},
		})
	}
	return items
}

// zone reads the account's time zone, which pages leave out of their dates.
func zone(r *meta.Reader, e meta.Entry) []footprint.Item {
	name := e.Text()
	if name == "" {
		if name = field.Of(e.Value).First(); name == "" {
			name = e.Str("timezone_v2", "timezone", "name", "title", "text")
		}
	}
	if loc, ok := meta.Zone(name); ok {
		r.Zone = loc
	}
	if name == "" {
		return nil
	}
	return []footprint.Item{{Kind: footprint.KindPrivacySetting, Author: footprint.AuthorSelf, Setting: "timezone", Value: name, Title: "Time zone", URL: record.PagePrivacy}}
}
