package audit

import (
	"footprint/internal/audit/core"
	"footprint/internal/audit/judging"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// Inspection is what a path holds. Its JSON is what `inspect --json` prints.
type Inspection struct {
	Path    string   `json:"path"`
	Exports []Export `json:"exports"`
	// Unrecognised are the files that belong to no export.
	Unrecognised []Unrecognised `json:"unrecognised"`
}

// Unrecognised is a file of no export, with the reason.
type Unrecognised struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

// Export is one export of an inspected path.
type Export struct {
	Platform string                 `json:"platform"`
	Layout   string                 `json:"layout"`
	Format   string                 `json:"format"`
	Root     string                 `json:"root"`
	Owner    string                 `json:"owner"` // present handle, or name, or account id
	From     string                 `json:"from"`  // date of the oldest item, YYYY-MM-DD, or ""
	To       string                 `json:"to"`
	Counts   map[footprint.Kind]int `json:"counts"`
	Ledger   ingest.Summary         `json:"ledger"`
	Notes    []string               `json:"notes,omitempty"`
}

// ImportResult is what an import did. Its JSON is what `import --json` prints.
type ImportResult struct {
	Sources []core.Imported `json:"sources"`
	// Added, Updated and Unchanged count items over all sources.
	Added     int `json:"added"`
	Updated   int `json:"updated"`
	Unchanged int `json:"unchanged"`
	// Unrecognised are files that belong to no export.
	Unrecognised []Unrecognised `json:"unrecognised"`
}

// AuditResult is an import, an analysis and where the user stands after them.
type AuditResult struct {
	Import   ImportResult   `json:"import"`
	Analysis judging.Result `json:"analysis"`
	Summary  Summary        `json:"summary"`
}
