package x

import (
	"net/url"
	"strings"

	"footprint/internal/footprint"
)

func (r *reader) login(rec record) {
	var l struct {
		Created text `json:"createdAt"`
		IP      text `json:"loginIp"`
	}
	if r.decode(rec, &l) {
		r.emit(footprint.Item{Kind: footprint.KindLogin, Created: when(l.Created), Value: string(l.IP), URL: "https://x.com/settings/login_history"})
	}
}

func (r *reader) creationIP(rec record) {
	var l struct {
		IP text `json:"userCreationIp"`
	}
	if r.decode(rec, &l) && l.IP != "" {
		r.emit(footprint.Item{Kind: footprint.KindLogin, NativeID: r.mine("creation"), Title: "account created", Value: string(l.IP)})
	}
}

// deviceToken reads a session; its token is a secret and is not kept.
func (r *reader) deviceToken(rec record) {
	var d struct {
		App     text `json:"clientApplicationName"`
		Created text `json:"createdAt"`
		Seen    text `json:"lastSeenAt"`
	}
	if r.decode(rec, &d) {
		r.emit(footprint.Item{Kind: footprint.KindDevice, Text: string(d.App), Created: when(d.Created), LastUsed: when(d.Seen),
			URL: "https://x.com/settings/sessions"})
	}
}

func (r *reader) notifiedDevice(rec record) {
	type device struct {
		Type    text `json:"deviceType"`
		Version text `json:"deviceVersion"`
		Carrier text `json:"carrier"`
		Phone   text `json:"phoneNumber"`
		Created text `json:"createdDate"`
		Updated text `json:"updatedDate"`
	}
	var d struct {
		Push      *device `json:"pushDevice"`
		Messaging *device `json:"messagingDevice"`
	}
	if !r.decode(rec, &d) {
		return
	}
	for _, one := range []*device{d.Push, d.Messaging} {
		if one == nil {
			continue
		}
		r.knownPhone(one.Phone)
		r.emit(footprint.Item{
			Kind: footprint.KindDevice, Text: string(one.Type), Created: when(one.Created), LastUsed: when(one.Updated),
			Details: facts("version", one.Version, "carrier", one.Carrier), URL: "https://x.com/settings/sessions",
		})
	}
}

func keyPaths() []string {
	const devices, gone = "registeredDevices/deviceMetadataList/[]", "deregisteredDevices/deRegisteredDeviceMetadataList/[]"
	return []string{"[]/keyRegistryData/" + devices, "[]/keyRegistryData/" + gone, "[]/" + devices, "[]/" + gone}
}

// keyDevice reads a device that may decrypt messages; its keys are secrets and are not kept.
func (r *reader) keyDevice(rec record) {
	var d struct {
		Agent   text `json:"userAgent"`
		Created text `json:"createdAt"`
	}
	if !r.decode(rec, &d) {
		return
	}
	it := footprint.Item{Kind: footprint.KindDevice, Title: "may read encrypted messages", Text: string(d.Agent), Created: when(d.Created)}
	if strings.Contains(rec.path, "deregistered") {
		it.Title = "could read encrypted messages"
	}
	r.emit(it)
}

func (r *reader) singleSignOn(rec record) {
	var s struct {
		Email   text `json:"ssoEmail"`
		Type    text `json:"associationMethodType"`
		Created text `json:"createdAt"`
	}
	if !r.decode(rec, &s) {
		return
	}
	r.knownEmail(s.Email)
	r.emit(footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "signs in through another account", Value: string(s.Email),
		Created: when(s.Created), Details: facts("used for", s.Type)})
}

func (r *reader) savedSearch(rec record) {
	var s struct {
		ID    text `json:"savedSearchId"`
		Query text `json:"query"`
	}
	if r.decode(rec, &s) {
		r.emit(search(string(s.Query), r.mine("saved "+string(s.ID))))
	}
}

func search(query, id string) footprint.Item {
	return footprint.Item{Kind: footprint.KindSearch, Author: footprint.AuthorSelf, NativeID: id, Text: query,
		URL: "https://x.com/search?q=" + url.QueryEscape(query)}
}

func (r *reader) linkClick(rec record) {
	var c struct {
		Click struct {
			Post text `json:"tweetId"`
			URL  text `json:"finalUrl"`
			Time text `json:"timeStampOfInteraction"`
		} `json:"linkClick"`
	}
	if !r.decode(rec, &c) {
		return
	}
	r.emit(footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "opened a link", URL: string(c.Click.URL),
		Created: when(c.Click.Time), Details: facts("post", c.Click.Post)})
}

// deck reads a TweetDeck; its columns may be searches.
func (r *reader) deck(rec record) {
	var d struct {
		Title   text `json:"title"`
		Columns []struct {
			Path  text `json:"pathname"`
			Query text `json:"query"`
			Title text `json:"title"`
		} `json:"columns"`
	}
	if !r.decode(rec, &d) {
		return
	}
	r.emit(footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "TweetDeck", Text: string(d.Title)})
	for _, c := range d.Columns {
		query := string(c.Query)
		if u, err := url.Parse(string(c.Path)); err == nil && query == "" && strings.HasSuffix(u.Path, "/search") {
			query = u.Query().Get("q")
		}
		if query != "" {
			r.emit(search(strings.ToValidUTF8(query, "\uFFFD"), r.mine("deck "+query)))
		}
	}
}
