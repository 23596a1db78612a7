package breach

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
)

// Avatar is what Gravatar shows for an address to anybody who has its hash, which stands beside every comment
// made with it.
type Avatar struct {
	// Picture is true when a face or picture is tied to the address.
	Picture bool `json:"picture"`
	// URL is the public profile; empty when there is none.
	URL   string   `json:"url,omitempty"`
	Name  string   `json:"name,omitempty"`
	About string   `json:"about,omitempty"` // place, job and words, in one line
	Links []string `json:"links,omitempty"` // accounts tied to it
}

// LookGravatar asks for one address by its hash.
func LookGravatar(a Asker, e Endpoints, address string) (Avatar, error) {
	var out Avatar
	sum := sha256.Sum256([]byte(strings.ToLower(strings.TrimSpace(address))))
	hash := hex.EncodeToString(sum[:])
	status, _, err := a.Ask(cmp.Or(e.Avatars, "https://gravatar.com/avatar")+"/"+hash+"?d=404&s=80", map[string]string{"Accept": "image/*"})
	switch {
	case err != nil:
		return out, fmt.Errorf("ask Gravatar: %w", err)
	case status != 200 && status != 404:
		return out, fmt.Errorf("ask Gravatar: %w (status %d)", ErrRefused, status)
	}
	out.Picture = status == 200
	status, body, err := a.Ask(cmp.Or(e.Gravatar, "https://api.gravatar.com/v3/profiles")+"/"+hash, nil)
	switch {
	case err != nil:
		return out, fmt.Errorf("ask Gravatar: %w", err)
	case status == 404:
		return out, nil
	case status == 429:
		return out, fmt.Errorf("ask Gravatar: %w", ErrBusy)
	case status != 200:
		return out, fmt.Errorf("ask Gravatar: %w (status %d)", ErrRefused, status)
	}
	return out, out.read(body)
}

func (v *Avatar) read(body []byte) error {
	var in struct {
		Name        string `json:"display_name"`
		URL         string `json:"profile_url"`
		Location    string
		Description string
		Job         string `json:"job_title"`
		Company     string
		Accounts    []struct {
			Label  string `json:"service_label"`
			URL    string
			Hidden bool `json:"is_hidden"`
		} `json:"verified_accounts"`
	}
	if err := json.Unmarshal(body, &in); err != nil {
		return fmt.Errorf("ask Gravatar: %w: its answer cannot be read", ErrRefused)
	}
	v.Name = in.Name
	if u, err := url.Parse(in.URL); err == nil && (u.Scheme == "https" || u.Scheme == "http") {
		v.URL = in.URL
	}
	var about []string
	for _, s := range []string{in.Job, in.Company, in.Location, in.Description} {
		if s = strings.Join(strings.Fields(s), " "); s != "" {
			about = append(about, s)
		}
	}
	v.About = strings.Join(about, ", ")
	for _, acc := range in.Accounts {
		if !acc.Hidden {
			v.Links = append(v.Links, strings.TrimSpace(acc.Label+" "+acc.URL))
		}
	}
	return nil
}
