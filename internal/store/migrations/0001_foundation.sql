-- Times are milliseconds since 1970 UTC; NULL means not known. Columns named data hold JSON.

CREATE TABLE settings (
  key   TEXT NOT NULL PRIMARY KEY, -- name of the setting
  value TEXT NOT NULL              -- JSON
) STRICT, WITHOUT ROWID;

-- Every version of the user's profile; the newest counts.
CREATE TABLE profiles (
  version INTEGER PRIMARY KEY,
  data    TEXT NOT NULL,   -- footprint.Person
  created INTEGER NOT NULL
) STRICT;

-- One row for each export that was imported.
CREATE TABLE sources (
  id       INTEGER PRIMARY KEY,
  digest   TEXT NOT NULL UNIQUE, -- of platform, layout and the export's entries: the same export again is not read again
  path     TEXT NOT NULL,        -- what the user gave
  platform TEXT NOT NULL,
  layout   TEXT NOT NULL,
  format   TEXT NOT NULL,
  root     TEXT NOT NULL,        -- folder inside the archive
  taken    INTEGER NOT NULL,     -- when the export was made: newest entry of the archive; decides which version of an item is newer
  begun    INTEGER NOT NULL,
  imported INTEGER,              -- NULL: begun and interrupted
  account  TEXT NOT NULL DEFAULT '',
  oldest   INTEGER,              -- time of the oldest and newest item
  newest   INTEGER,
  data     TEXT NOT NULL DEFAULT '{}' -- owner, completeness, counts by kind, ledger, notes
) STRICT;

-- What the accounts hold. The columns are those that lists filter, sort, search and show.
CREATE TABLE items (
  n           INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE, -- footprint.Item.ID
  digest      INTEGER NOT NULL,     -- of the content: tells whether a newer export changed the item
  taken       INTEGER NOT NULL,     -- age of the export that last wrote it
  platform    TEXT NOT NULL,
  kind        TEXT NOT NULL,
  account     TEXT NOT NULL,
  author      TEXT NOT NULL,
  created     INTEGER,
  visibility  TEXT NOT NULL,
  container   TEXT NOT NULL,
  title       TEXT NOT NULL,
  text        TEXT NOT NULL,
  shared_text TEXT NOT NULL,
  target      TEXT NOT NULL,
  ocr         TEXT NOT NULL,
  file        TEXT NOT NULL,        -- origin inside the export
  pos         INTEGER NOT NULL,
  data        TEXT NOT NULL         -- every other field of footprint.Item
) STRICT;
CREATE INDEX items_created ON items (created);

-- Which exports hold an item. Removing the last one removes the item.
CREATE TABLE item_sources (
  source INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  item   INTEGER NOT NULL REFERENCES items (n) ON DELETE CASCADE,
  PRIMARY KEY (source, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_sources_item ON item_sources (item);

-- One row for each combination of rules, profile and month that items were judged by.
CREATE TABLE judgements (
  id      INTEGER PRIMARY KEY,
  version TEXT NOT NULL UNIQUE,
  created INTEGER NOT NULL
) STRICT;

-- By which judgement an item was judged last.
CREATE TABLE judged (
  item        INTEGER PRIMARY KEY REFERENCES items (n) ON DELETE CASCADE,
  judgement   INTEGER REFERENCES judgements (id), -- NULL: the content changed since
  unsupported INTEGER NOT NULL DEFAULT 0 -- 1: in a language the rules do not cover
) STRICT;

-- What the rules say now. Replaced by every analysis; decisions do not live here.
CREATE TABLE findings (
  fingerprint TEXT NOT NULL PRIMARY KEY, -- footprint.Finding.Fingerprint
  item        TEXT NOT NULL,             -- items.id, or '' for a reminder
  rule        TEXT NOT NULL,
  area        TEXT NOT NULL,
  mode        INTEGER NOT NULL,          -- footprint.Mode
  severity    INTEGER NOT NULL,          -- footprint.Severity
  confidence  INTEGER NOT NULL,          -- footprint.Confidence
  survey      INTEGER NOT NULL,          -- 1: raised on the items as a whole
  phrase      TEXT NOT NULL,             -- folded words that raised it: what a false alarm of scope phrase names
  data        TEXT NOT NULL              -- labels, spans, why, related
) STRICT, WITHOUT ROWID;
CREATE INDEX findings_item ON findings (item);

-- The user's side of a finding. Never deleted by an analysis or by removing a source.
CREATE TABLE tasks (
  fingerprint TEXT NOT NULL PRIMARY KEY,
  status      TEXT NOT NULL,  -- open, done, kept, snoozed
  note        TEXT NOT NULL DEFAULT '',
  until       INTEGER,        -- when a snoozed task opens again
  created     INTEGER NOT NULL,
  changed     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Every change of a status, with what it was before.
CREATE TABLE task_history (
  n           INTEGER PRIMARY KEY,
  batch       INTEGER NOT NULL, -- changes made by one action are undone together
  at          INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  status      TEXT NOT NULL,
  note        TEXT NOT NULL,
  until       INTEGER,
  was_status  TEXT NOT NULL,
  was_note    TEXT NOT NULL,
  was_until   INTEGER,
  undone      INTEGER           -- when, if the user took it back
) STRICT;
CREATE INDEX task_history_task ON task_history (fingerprint);

-- What the user called a false alarm. Findings that match are not shown.
CREATE TABLE false_alarms (
  id      INTEGER PRIMARY KEY,
  scope   TEXT NOT NULL,    -- item: this finding; phrase: these words for me; rule: the whole rule
  rule    TEXT NOT NULL,
  value   TEXT NOT NULL,    -- fingerprint, phrase, or ''
  note    TEXT NOT NULL,
  created INTEGER NOT NULL,
  UNIQUE (scope, rule, value)
) STRICT;

-- Imports and analyses as records.
CREATE TABLE runs (
  id      INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL,    -- import, analysis
  begun   INTEGER NOT NULL,
  ended   INTEGER,          -- NULL: interrupted
  data    TEXT NOT NULL DEFAULT '{}' -- counts, versions; no item text
) STRICT;
