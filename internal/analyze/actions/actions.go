// Package actions knows how a user undoes things on each platform: steps in words and the nearest page. The
// table is data (actions.yaml); menus move, so every platform says when its steps were checked. The package
// opens nothing.
package actions

import (
	"bytes"
	"fmt"
	"io/fs"
	"net/url"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// File is the name of the table inside the assets.
const File = "actions.yaml"

// fallback is the platform whose entries serve where a platform has none.
const fallback = "any"

// Names lists what can be done. An entry with another name is an error.
func Names() []string {
	return []string{"delete", "hide", "undo_share", "untag", "leave", "unlike", "unfriend", "unfollow", "decline", "withdraw", "revoke", "audience", "contacts", "unsave",
		"logout", "ads", "settings"}
}

// Table is the compiled table. It never changes.
type Table struct {
	platforms map[string]platform
}

type platform struct {
	Platform string  `yaml:"platform"`
	Checked  string  `yaml:"checked"`
	Actions  []entry `yaml:"actions"`
}

type entry struct {
	Action string   `yaml:"action"`
	Kinds  []string `yaml:"kinds"`
	Steps  []string `yaml:"steps"`
	URL    string   `yaml:"url"`
}

// readTable reads a table of YAML; an unknown member is an error.
func readTable(fsys fs.FS, file string, into any) error {
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(into); err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	return nil
}

// Load reads the table. Errors name the platform and the action.
func Load(fsys fs.FS) (*Table, error) {
	var list []platform
	if err := readTable(fsys, File, &list); err != nil {
		return nil, err
	}
	t := &Table{platforms: map[string]platform{}}
	for _, p := range list {
		if _, twice := t.platforms[p.Platform]; p.Platform == "" || twice {
			return nil, fmt.Errorf("read %s: platform %q is missing or given twice", File, p.Platform)
		}
		for _, e := range p.Actions {
			if err := e.validate(); err != nil {
				return nil, fmt.Errorf("read %s: %s: %w", File, p.Platform, err)
			}
		}
		t.platforms[p.Platform] = p
	}
	if _, ok := t.platforms[fallback]; !ok {
		return nil, fmt.Errorf("read %s: platform %q is missing", File, fallback)
	}
	return t, nil
}

func (e entry) validate() error {
	if !slices.Contains(Names(), e.Action) {
		return fmt.Errorf("unknown action %q", e.Action)
	}
	if len(e.Steps) == 0 {
		return fmt.Errorf("%s has no steps", e.Action)
	}
	if e.URL == "" {
		return nil
	}
	u, err := url.Parse(strings.ReplaceAll(e.URL, "{account}", "account"))
	if err != nil || u.Scheme != "https" && u.Scheme != "tg" {
		return fmt.Errorf("%s: %q is no link", e.Action, e.URL)
	}
	return nil
}

// Advice is how to do one thing.
type Advice struct {
	Steps []string
	// URL is the page to open; empty when there is none.
	URL string
	// Checked is the year in which steps and link were last checked.
	Checked string
}

// Find returns how to do an action with an item of a kind. account fills the user's name into the link; the
// link is left out when it needs one and account is empty. ok is false when nobody knows.
func (t *Table) Find(platformID, kind, action, account string) (a Advice, ok bool) {
	for _, id := range [...]string{strings.ToLower(platformID), fallback} {
		p := t.platforms[id]
		if e, ok := p.find(kind, action); ok {
			a := Advice{Steps: slices.Clone(e.Steps), URL: e.URL, Checked: p.Checked}
			if strings.Contains(a.URL, "{account}") {
				a.URL = strings.ReplaceAll(a.URL, "{account}", url.PathEscape(strings.TrimPrefix(account, "@")))
				if account == "" {
					a.URL = ""
				}
			}
			return a, true
		}
	}
	return Advice{}, false
}

// Steps is [Table.Find] without an account: the steps and the link, both empty when nobody knows.
func (t *Table) Steps(platformID, kind, action string) (steps []string, link string) {
	a, _ := t.Find(platformID, kind, action, "")
	return a.Steps, a.URL
}

// Platforms returns the ids of the platforms with entries of their own, sorted.
func (t *Table) Platforms() []string {
	var out []string
	for id := range t.platforms {
		if id != fallback {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// find prefers an entry for the kind over one for all kinds.
func (p platform) find(kind, action string) (entry, bool) {
	var general *entry
	for i := range p.Actions {
		e := &p.Actions[i]
		switch {
		case e.Action != action:
		case slices.Contains(e.Kinds, kind):
			return *e, true
		case len(e.Kinds) == 0 && general == nil:
			general = e
		}
	}
	if general == nil {
		return entry{}, false
	}
	return *general, true
}
