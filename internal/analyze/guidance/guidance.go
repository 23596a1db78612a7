// Package guidance is the catalogue of what the published documents say, statement by statement.
//
// It refuses to know rules: which of them implement a statement is theirs to say.
package guidance

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Reference is one row of the guidance catalogue.
type Reference struct {
	ID, Document, Section, Paraphrase, Area string
	// AppliesTo, Jurisdiction and Audiences are lists of words.
	AppliesTo, Jurisdiction, Audiences []string
	// Detectable is auto, assisted, manual or info.
	Detectable      string
	ChecklistAction string
	Severity        string
}

// Catalogue is the guidance, row by row. The zero value is empty.
type Catalogue struct {
	rows []Reference
	byID map[string]int
}

const file = "guidance/catalogue.csv"

var header = []string{"id", "document", "section", "paraphrase", "area", "applies_to", "jurisdiction", "detectable", "evidence", "detection",
	"checklist_action", "severity", "audiences"}

// Add reads guidance/catalogue.csv of one pack; a pack may have none. A row given again replaces the earlier one.
func (c *Catalogue) Add(fsys fs.FS) error {
	f, err := fsys.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("open guidance: %w", err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return fmt.Errorf("read %s: %w", file, err)
	}
	if len(records) == 0 || !slices.Equal(records[0], header) {
		return fmt.Errorf("read %s: line 1: want the columns %s", file, strings.Join(header, ","))
	}
	if c.byID == nil {
		c.byID = map[string]int{}
	}
	for _, r := range records[1:] {
		ref := Reference{ID: r[0], Document: r[1], Section: r[2], Paraphrase: r[3], Area: r[4], AppliesTo: split(r[5]), Jurisdiction: split(r[6]),
			Detectable: r[7], ChecklistAction: r[10], Severity: r[11], Audiences: split(r[12])}
		if i, ok := c.byID[ref.ID]; ok {
			c.rows[i] = ref
			continue
		}
		c.byID[ref.ID] = len(c.rows)
		c.rows = append(c.rows, ref)
	}
	return nil
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ";")
}

// Row returns a row by id.
func (c *Catalogue) Row(id string) (Reference, bool) {
	i, ok := c.byID[id]
	if !ok {
		return Reference{}, false
	}
	return c.rows[i], true
}

// Rows returns every row, in the order of the catalogue. They must not be changed.
func (c *Catalogue) Rows() []Reference { return c.rows }
