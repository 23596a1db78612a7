package audit

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
)

// readGuidance reads the catalogue by the names of its columns.
func readGuidance(r io.Reader) (map[string]Guidance, error) {
	catalogue := map[string]Guidance{}
	if r == nil {
		return catalogue, nil
	}
	rows := csv.NewReader(r)
	head, err := rows.Read()
	if err != nil {
		return nil, fmt.Errorf("read guidance catalogue: %w", err)
	}
	var at [4]int
	for i, name := range []string{"id", "document", "section", "paraphrase"} {
		if at[i] = slices.Index(head, name); at[i] < 0 {
			return nil, fmt.Errorf("read guidance catalogue: no column %q", name)
		}
	}
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return catalogue, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read guidance catalogue: %w", err)
		}
		g := Guidance{row[at[0]], row[at[1]], row[at[2]], row[at[3]]}
		catalogue[g.ID] = g
	}
}
