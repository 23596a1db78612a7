package audit

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"footprint/internal/footprint"
	"footprint/internal/store"
)

// State is how a check went.
type State string

// States.
const (
	Fine    State = "ok"
	Note    State = "note"    // works; something could be better, or a part that is not needed is not there
	Problem State = "problem" // something does not work, or other people may read the data
)

// Checkup is one thing that was looked at.
type Checkup struct {
	Name  string `json:"name"`
	State State  `json:"state"`
	Text  string `json:"text"`
	Do    string `json:"do,omitempty"` // what to do about it
}

// Examine looks at the database at path (empty: the default place) and what surrounds it, without changing
// anything; of a locked one without the passphrase only that it is locked. It works while another instance runs, and when the database cannot be opened.
func Examine(ctx context.Context, path, passphrase string) ([]Checkup, error) {
	path, err := orDefault(path)
	if err != nil {
		return nil, err
	}
	list := []Checkup{examineFile(ctx, path, passphrase)}
	if _, err := os.Stat(filepath.Dir(path)); err == nil {
		list = append(list, examineAccess(path), examineSpace(path))
	}
	return list, nil
}

func examineFile(ctx context.Context, path, passphrase string) Checkup {
	c := Checkup{Name: "database", State: Problem}
	held, err := store.Verify(ctx, path, passphrase)
	known, versionErr := store.SchemaVersion()
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.State, c.Text = Fine, path+" does not exist yet; the first import makes it."
	case errors.Is(err, footprint.ErrLocked):
		c.State, c.Text = Fine, path+" is locked with a passphrase. Its content was not checked: for that, give the passphrase in FOOTPRINT_PASSPHRASE."
	case errors.Is(err, footprint.ErrNewer):
		c.Text, c.Do = err.Error(), Explain(err)
	case errors.Is(err, footprint.ErrDamaged), errors.Is(err, footprint.ErrNotRecognised):
		c.Text, c.Do = err.Error(), Explain(footprint.ErrDatabase)
	case err != nil:
		c.Text, c.Do = err.Error(), Explain(err)
	case versionErr != nil:
		c.Text = versionErr.Error()
	default:
		c.State = Fine
		c.Text = fmt.Sprintf("%s is whole: schema %d, %d items, %d findings, %d decisions.", path, held.Schema, held.Items, held.Findings, held.Decisions)
		if held.Schema < known {
			c.State, c.Do = Note, fmt.Sprintf("Nothing: it becomes schema %d when it is next opened. A backup before that does no harm.", known)
		}
	}
	return c
}

// examineAccess looks whether others may read the files.
func examineAccess(path string) Checkup {
	c := Checkup{Name: "permissions", State: Fine, Text: "Only you can read the data."}
	if runtime.GOOS == "windows" {
		c.Text = "Access follows your profile folder."
		return c
	}
	files, err := filepath.Glob(escapeGlob(path) + "*")
	if err != nil {
		return Checkup{Name: c.Name, State: Problem, Text: err.Error()}
	}
	for _, file := range files {
		info, err := os.Lstat(file)
		switch {
		case err != nil:
			return Checkup{Name: c.Name, State: Problem, Text: err.Error()}
		case info.Mode().Perm()&0o077 != 0:
			return Checkup{c.Name, Problem, fmt.Sprintf("Others may read %s (%v).", file, info.Mode().Perm()), "chmod go= '" + file + "'"}
		}
	}
	if info, err := os.Stat(filepath.Dir(path)); err == nil && info.Mode().Perm()&0o022 != 0 && info.Mode()&os.ModeSticky == 0 {
		return Checkup{c.Name, Problem, fmt.Sprintf("Others may change what lies in %s (%v).", filepath.Dir(path), info.Mode().Perm()), "chmod go-w '" + filepath.Dir(path) + "'"}
	}
	return c
}

// escapeGlob makes a path match itself alone.
func escapeGlob(path string) string {
	var b []rune
	for _, r := range path {
		if r == '*' || r == '?' || r == '[' || r == '\\' {
			b = append(b, '\\')
		}
		b = append(b, r)
	}
	return string(b)
}

// spare is how much room, in bytes, an import and the copies of a backup should have beside twice the database.
const spare = 500 << 20

func examineSpace(path string) Checkup {
	c := Checkup{Name: "disk", State: Fine}
	free, err := store.FreeSpace(filepath.Dir(path))
	if err != nil {
		return Checkup{Name: c.Name, State: Note, Text: "The free space is not known: " + err.Error()}
	}
	var size uint64
	if info, err := os.Stat(path); err == nil {
		size = uint64(info.Size())
	}
	c.Text = fmt.Sprintf("%d MB free, the database takes %d MB.", free>>20, size>>20)
	if free < 2*size+spare {
		c.State, c.Do = Note, "Make room before the next large import."
	}
	return c
}
