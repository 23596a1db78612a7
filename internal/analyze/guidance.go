package analyze

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

// Catalogue is the guidance, row by row.
type Catalogue struct {
	rows []Reference
	byID map[string]int
}

const catalogueFile = "guidance/catalogue.csv"

var catalogueHeader = []string{"id", "document", "section", "paraphrase", "area", "applies_to", "jurisdiction", "detectable", "evidence", "detection",
	"checklist_action", "severity", "audiences"}

// add reads the catalogue of one pack; a pack may have none. A row given again replaces the earlier one.
func (c *Catalogue) add(fsys fs.FS) error {
	f, err := fsys.Open(catalogueFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("open guidance: %w", err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return fmt.Errorf("read %s: %w", catalogueFile, err)
	}
	if len(records) == 0 || !slices.Equal(records[0], catalogueHeader) {
		return fmt.Errorf("read %s: line 1: want the columns %s", catalogueFile, strings.Join(catalogueHeader, ","))
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

// Reference returns a row of the catalogue by id.
func (rs *RuleSet) Reference(id string) (Reference, bool) {
	i, ok := rs.catalog.byID[id]
	if !ok {
		return Reference{}, false
	}
	return rs.catalog.rows[i], true
}

// References returns the rows a rule rests on, in the order it names them; unknown ids are left out.
func (rs *RuleSet) References(r *Rule) []Reference {
	var out []Reference
	for _, id := range r.Citations {
		if ref, ok := rs.Reference(id); ok {
			out = append(out, ref)
		}
	}
	return out
}

// Cover tells how one row of the catalogue reaches the user.
type Cover struct {
	Reference
	// Rules are the ids of the running rules that implement the row.
	Rules []string
}

// Gap reports a row that software can detect and no running rule implements.
func (c Cover) Gap() bool {
	return len(c.Rules) == 0 && (c.Detectable == "auto" || c.Detectable == "assisted")
}

// Coverage returns every row of the catalogue with the rules that implement it, in catalogue order.
func (rs *RuleSet) Coverage() []Cover {
	by := map[string][]string{}
	for _, r := range rs.rules {
		if !r.Runs() {
			continue
		}
		for _, id := range r.Citations {
			by[id] = append(by[id], r.ID)
		}
	}
	out := make([]Cover, len(rs.catalog.rows))
	for i, ref := range rs.catalog.rows {
		out[i] = Cover{ref, by[ref.ID]}
	}
	return out
}
