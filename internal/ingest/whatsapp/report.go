package whatsapp

import (
	"encoding/json"
	"path"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

const maxReport = 32 << 20

// label is the record shape of newer account reports.
type label struct {
	Label     string  `json:"label"`
	Value     string  `json:"value"`
	Timestamp int64   `json:"timestamp_value"`
	Vec       []label `json:"vec"`
	Dict      []label `json:"dict"`
}

// report is any file of an account report; each holds a few of the members.
type report struct {
	WAContacts   []string       `json:"wa_contacts"`
	Contacts     []string       `json:"contacts"`
	WAGroups     []string       `json:"wa_groups"`
	Groups       []string       `json:"groups"`
	Labels       []label        `json:"label_values"`
	Settings     map[string]any `json:"wa_settings"`
	Registration map[string]any `json:"wa_registration_info"`
}

// readReport reads one file of an account report; pages are twins of the JSON files.
func readReport(x *ingest.Export, name string, yield func(footprint.Item, error) bool) bool {
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
	if path.Ext(name) == ".html" {
		if x.Has(strings.TrimSuffix(name, ".html")+".json") || stem == "index" {
			x.Skip(name, "the same as the JSON file beside it, for reading in a browser")
		}
		return true
	}
	if stem == "terms_of_service" || stem == "avatars_information" {
		x.Skip(name, "consent to WhatsApp's terms and avatars, nothing that others see")
		return true
	}
	b, err := x.ReadFile(name, maxReport)
	if err != nil {
		return yield(footprint.Item{}, err)
	}
	var r report
	if err := json.Unmarshal(b, &r); err != nil {
		return yield(footprint.Item{}, x.Failed(name, 0, err))
	}
	n := int64(0)
	for _, it := range r.items(x) {
		n++
		it.Origin = footprint.Origin{File: x.Path(name), Pos: n}
		if !yield(it, nil) {
			return false
		}
	}
	return true
}

func (r report) items(x *ingest.Export) []footprint.Item {
	var items []footprint.Item
	contacts := append(r.WAContacts, r.Contacts...)
	for _, c := range contacts {
		items = append(items, footprint.Item{Kind: footprint.KindContact, Author: "other", Target: ingest.CleanText(c), Visibility: footprint.VisibilityPrivate, URL: link(c)})
	}
	if len(contacts) > 0 {
		n := len(contacts)
		items = append(items, footprint.Item{Kind: footprint.KindUploadedContacts, Count: &n, Visibility: footprint.VisibilityPrivate})
	}
	for _, g := range append(r.WAGroups, r.Groups...) {
		items = append(items, footprint.Item{Kind: footprint.KindGroup, Text: ingest.CleanText(g), Container: ingest.CleanText(g), Role: "member", Visibility: footprint.VisibilityClosedGroup})
	}
	if len(r.Labels) > 0 {
		items = append(items, profile(x, r.Labels))
		items = append(items, devices(r.Labels)...)
	}
	for _, name := range keys(r.Settings) {
		if v := scalar(r.Settings[name]); v != "" {
			items = append(items, footprint.Item{Kind: footprint.KindPrivacySetting, Setting: name, Value: v})
		}
	}
	if len(r.Registration) > 0 {
		it := footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Title: "Registration", Details: map[string]string{}}
		for _, name := range keys(r.Registration) {
			it.Details[name] = scalar(r.Registration[name])
		}
		if t, ok := r.Registration["registration_timestamp"].(float64); ok {
			it.Created = ingest.Plausible(time.Unix(int64(t), 0))
		}
		items = append(items, it)
	}
	return items
}

func profile(x *ingest.Export, labels []label) footprint.Item {
	it := footprint.Item{Kind: footprint.KindProfile, Author: footprint.AuthorSelf, Details: map[string]string{}}
	for _, l := range labels {
		value := ingest.CleanText(l.Value)
		switch l.Label {
		case "About":
			it.Text = value
		case "Phone number":
			x.Owner.Phones = append(x.Owner.Phones, value)
		}
		if value != "" && len(it.Details) < 100 {
			it.Details[ingest.CleanText(l.Label)] = value
		}
	}
	return it
}

func devices(labels []label) []footprint.Item {
	var items []footprint.Item
	for _, l := range labels {
		if l.Label != "Device Activity" {
			continue
		}
		for _, d := range l.Vec {
			it := footprint.Item{Kind: footprint.KindDevice, Visibility: footprint.VisibilityPrivate, Details: map[string]string{}}
			for _, f := range d.Dict {
				if f.Timestamp > 0 {
					it.Created = ingest.Plausible(time.Unix(f.Timestamp, 0))
				} else {
					it.Details[ingest.CleanText(f.Label)] = ingest.CleanText(f.Value)
				}
			}
			items = append(items, it)
		}
	}
	return items
}

// link opens a chat with a number; names have no link.
func link(contact string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, contact)
	if len(digits) < 7 {
		return ""
	}
	return "https://wa.me/" + digits
}
