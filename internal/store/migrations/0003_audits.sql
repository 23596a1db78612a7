-- One row for each analysis that ran to its end: what was audited, by which rules, for whom.
CREATE TABLE audits (
  id      INTEGER PRIMARY KEY,
  at      INTEGER NOT NULL,
  rules   TEXT NOT NULL,    -- version of the rule set
  profile INTEGER NOT NULL, -- profiles.version, 0 if there was none
  items   INTEGER NOT NULL, -- number of items stored then
  sources TEXT NOT NULL     -- JSON: [{"id","platform","account","taken","complete"}]
) STRICT;

-- What the checklist said then. Kept when findings, items and sources go; holds no words of an item.
CREATE TABLE audit_tasks (
  audit       INTEGER NOT NULL REFERENCES audits (id) ON DELETE CASCADE,
  fingerprint TEXT NOT NULL,
  item        TEXT NOT NULL,
  rule        TEXT NOT NULL,
  severity    INTEGER NOT NULL,
  status      TEXT NOT NULL, -- of the task, or dismissed: a false alarm
  digest      INTEGER,       -- of the item's content
  PRIMARY KEY (audit, fingerprint)
) STRICT, WITHOUT ROWID;

-- Items that a later, complete export of their account no longer holds.
CREATE TABLE gone (
  item  TEXT NOT NULL PRIMARY KEY, -- items.id
  taken INTEGER NOT NULL,          -- when the export that lacks it was made
  at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
