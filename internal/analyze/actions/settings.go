package actions

import (
	"fmt"
	"io/fs"
	"net/url"
	"slices"
	"strings"
)

// SettingsFile is the name of the table of settings inside the assets.
const SettingsFile = "settings.yaml"

// Device is the platform id of the settings of the phone itself, which no platform holds.
const Device = "phone"

// Setting is one that the guidance asks to check.
type Setting struct {
	ID string `yaml:"id"` // unique within the platform
	// Title is the setting in words, Want its cautious value, Where the clicks that lead to it.
	Title string `yaml:"title"`
	Want  string `yaml:"want"`
	Where string `yaml:"where"`
	// URL is the page to open; empty where there is none.
	URL string `yaml:"url"`
	// Seen are parts of the names under which an export states the setting, in lower case.
	Seen []string `yaml:"seen"`
	// Guidance are the statements of the catalogue that ask for it.
	Guidance []string `yaml:"guidance"`
}

// Walk is the settings to check on one platform.
type Walk struct {
	Platform string    `yaml:"platform"`
	Checked  string    `yaml:"checked"` // the year in which names and links were last checked
	Settings []Setting `yaml:"settings"`
}

// LoadSettings reads the table of settings, in its order. Errors name the platform and the setting.
func LoadSettings(fsys fs.FS) ([]Walk, error) {
	var list []Walk
	if err := readTable(fsys, SettingsFile, &list); err != nil {
		return nil, err
	}
	platforms := map[string]bool{}
	for _, w := range list {
		if w.Platform == "" || w.Checked == "" || platforms[w.Platform] {
			return nil, fmt.Errorf("read %s: platform %q is missing, unchecked or given twice", SettingsFile, w.Platform)
		}
		platforms[w.Platform] = true
		ids := map[string]bool{}
		for _, s := range w.Settings {
			if err := s.validate(); err != nil || ids[s.ID] {
				return nil, fmt.Errorf("read %s: %s %q: given twice, or %w", SettingsFile, w.Platform, s.ID, err)
			}
			ids[s.ID] = true
		}
	}
	return list, nil
}

func (s *Setting) validate() error {
	if s.ID == "" || s.Title == "" || s.Want == "" || s.Where == "" || len(s.Guidance) == 0 {
		return fmt.Errorf("without id, title, value, place or guidance")
	}
	if slices.ContainsFunc(s.Seen, func(name string) bool { return name == "" || name != strings.ToLower(name) }) {
		return fmt.Errorf("seen under a name that is empty or not in lower case")
	}
	u, err := url.Parse(s.URL)
	if err != nil || s.URL != "" && u.Scheme != "https" {
		return fmt.Errorf("%q is no link", s.URL)
	}
	return nil
}

// Names reports whether an export means this setting by a name.
func (s *Setting) Names(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(s.Seen, func(part string) bool { return strings.Contains(name, part) })
}
