// Package demo makes the data exports of an invented person, Dr Rowan Ashgrove, for `footprint demo`, for
// tests and for screenshots. Everything and everybody in it is made up.
//
// The life is told in story.tsv, one row an item; one file a platform turns its rows into an export in the
// platform's real layout, so that the demo walks the whole way an export of the user would walk. A search for the person is
// saved beside them.
package demo

import (
	"archive/zip"
	_ "embed" // story.tsv
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
)

//go:embed story.tsv
var story string

// row is one line of the story.
type row struct {
	account, kind string
	at            time.Time
	where         string // who, where or which file, by kind
	text          string
}

// AsOf is the day on which the story is audited, so that the demo looks the same in every year.
var AsOf = time.Date(2024, 9, 15, 9, 0, 0, 0, time.UTC)

// Me returns the profile of the invented person.
func Me() footprint.Person {
	return footprint.Person{
		Name:         "Rowan Ashgrove",
		Handles:      []string{"rowan_ashgrove", "rowan.ashgrove"},
		Aliases:      []string{"NightCoughGP"},
		Emails:       []string{"rowan@ashgrove.example"},
		Role:         "doctor",
		Specialty:    "general practice (registrar)",
		Employer:     "Kestrel Bay Hospital",
		Place:        "Port Marlow",
		Jurisdiction: "NZ",
		Bio:          bio,
		Relatives:    []string{"Beatrix Ashgrove", "Alf Ashgrove junior"},
		Workplaces:   footprint.Areas{{Lat: hospitalLat, Lon: hospitalLon, RadiusM: 400, Name: "Kestrel Bay Hospital"}},
	}
}

const bio = "Registrar at Kestrel Bay Hospital, Port Marlow. Bread, bicycles, cold water."

// Where the invented hospital stands: open sea, so that no real place is meant.
const (
	hospitalLat = -40.9
	hospitalLon = 174.62
)

// openly is the X account that carries the person's name.
var openly = xAccount{"1200000000000000001", "rowan_ashgrove", "Rowan Ashgrove", "rowan@ashgrove.example", bio}

// WriteAgain makes the export of the X account that carries the person's name as it would be downloaded on a later
// day: without the posts whose words drop chooses, and with more rows in the form of story.tsv.
func WriteAgain(dir string, made time.Time, drop func(text string) bool, more string) (string, error) {
	rows, err := parse(story + more)
	if err != nil {
		return "", err
	}
	rows = slices.DeleteFunc(of(rows, "x"), func(r row) bool { return drop(r.text) })
	path := filepath.Join(dir, "twitter-"+made.Format(time.DateOnly)+"-rowan.zip")
	if err := writeZip(path, xFiles(rows, openly)); err != nil {
		return "", fmt.Errorf("write demo export: %w", err)
	}
	return path, os.Chtimes(path, made, made)
}

// Write makes the exports and a saved search below dir, which must exist, and returns their paths in the order in which a user
// would add them.
func Write(dir string) ([]string, error) {
	rows, err := parse(story)
	if err != nil {
		return nil, err
	}
	exports := []struct {
		name  string
		files []file
	}{
		{"twitter-2024-09-01-rowan.zip", xFiles(of(rows, "x"), openly)},
		{"twitter-2024-09-01-nightcough.zip", xFiles(of(rows, "alt"), xAccount{"1200000000000000002", "NightCoughGP", "Night Cough", "rowan@ashgrove.example", "GP trainee somewhere with a harbour. Bread, bicycles, cold water."})},
		{"facebook-rowanashgrove-2024-09-01.zip", facebookFiles(of(rows, "facebook"))},
		{"instagram-rowan.ashgrove-2024-09-01.zip", instagramFiles(of(rows, "instagram"))},
	}
	var paths []string
	for _, x := range exports {
		path := filepath.Join(dir, x.name)
		if err := writeZip(path, x.files); err != nil {
			return nil, fmt.Errorf("write demo export: %w", err)
		}
		paths = append(paths, path)
	}
	page, err := writeSearch(dir)
	if err != nil {
		return nil, fmt.Errorf("write demo search: %w", err)
	}
	return append(paths, page), nil
}

// file is one entry of an export.
type file struct {
	name string
	data []byte
}

func writeZip(path string, files []file) (err error) {
	out, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if e := out.Close(); err == nil {
			err = e
		}
	}()
	w := zip.NewWriter(out)
	for _, f := range files {
		entry, err := w.Create(f.name)
		if err != nil {
			return err
		}
		if _, err := entry.Write(f.data); err != nil {
			return err
		}
	}
	return w.Close()
}

func parse(story string) ([]row, error) {
	var rows []row
	for n, line := range strings.Split(strings.TrimSuffix(story, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 5 {
			return nil, fmt.Errorf("story.tsv: line %d: %d fields, want 5", n+1, len(f))
		}
		at, err := footprint.ParseTime(f[2])
		if err != nil {
			return nil, fmt.Errorf("story.tsv: line %d: %w", n+1, err)
		}
		rows = append(rows, row{f[0], f[1], at, f[3], f[4]})
	}
	return rows, nil
}

func of(rows []row, account string) []row {
	return slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return r.account != account })
}

func pick(rows []row, kind string) []row {
	return slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return r.kind != kind })
}
