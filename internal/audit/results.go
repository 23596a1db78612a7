package audit

import (
	"encoding/json"

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

// Draft is the judgement of a text that is not posted yet. Its JSON is a line of `check --jsonl`.
type Draft struct {
	ID          json.RawMessage `json:"id,omitempty"`
	Lang        string          `json:"lang"`
	Unsupported bool            `json:"unsupported"`
	Findings    []DraftFinding  `json:"findings"`
	Better      []Rewording     `json:"better,omitempty"` // see [Draft.Offer]
	Spared      string          `json:"spared,omitempty"` // see analyze.Judgement
	Error       string          `json:"error,omitempty"`  // why the line was not judged
}

// DraftFinding is one finding on a draft; spans count Unicode code points of the text.
type DraftFinding struct {
	Rule       string               `json:"rule"`
	Area       string               `json:"area"`
	Severity   footprint.Severity   `json:"severity"`
	Confidence footprint.Confidence `json:"confidence"`
	Labels     []string             `json:"labels"`
	Spans      []footprint.Span     `json:"spans"`
	Why        string               `json:"why"`
	// Doubt says why it may be wrong.
	Doubt string `json:"doubt,omitempty"`
	// Advice is a change special to this text, empty where there is none.
	Advice string `json:"advice,omitempty"`
}
