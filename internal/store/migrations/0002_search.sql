-- Pages of search results that were read: saved from the browser, or given by a search service.
CREATE TABLE searches (
  id     INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE, -- of the page: the same page counts once
  engine TEXT NOT NULL,        -- engine of a saved page, or name of the service
  query  TEXT NOT NULL,
  page   INTEGER NOT NULL,     -- from 1
  at     INTEGER NOT NULL,     -- when the engine showed it
  status TEXT NOT NULL         -- serp.Status; pages other than ok and empty say nothing about what is gone
) STRICT;

-- Which result stood where. Kept when the item goes: what was found when is the user's history.
CREATE TABLE sightings (
  search INTEGER NOT NULL REFERENCES searches (id) ON DELETE CASCADE,
  item   TEXT NOT NULL,        -- items.id
  rank   INTEGER NOT NULL,     -- from 1, counted through the pages
  PRIMARY KEY (search, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX sightings_item ON sightings (item);

-- The user's answers to "is it me?". They outlive the results.
CREATE TABLE answers (
  page    TEXT NOT NULL PRIMARY KEY, -- serp.Key of the address
  verdict TEXT NOT NULL,             -- me, not-me, unsure
  at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Second looks at what is said to be done: proof with its time. Never changed, never merged.
CREATE TABLE looks (
  n        INTEGER PRIMARY KEY,
  task     TEXT NOT NULL,   -- tasks.fingerprint
  url      TEXT NOT NULL,
  place    TEXT NOT NULL,   -- page, search or export
  at       INTEGER NOT NULL,
  presence TEXT NOT NULL,   -- gone, removed, still-there, cannot-tell
  status   INTEGER NOT NULL DEFAULT 0, -- HTTP status of a page, 0 if none came
  evidence TEXT NOT NULL    -- one sentence without words of the item
) STRICT;
CREATE INDEX looks_task ON looks (task, place);

-- Asked for one of the user's handles on one site, so that a site is not asked again within the month.
CREATE TABLE probes (
  site   TEXT NOT NULL,
  handle TEXT NOT NULL,
  at     INTEGER NOT NULL,
  state  TEXT NOT NULL,     -- crawl.ProfileState
  url    TEXT NOT NULL,
  why    TEXT NOT NULL,
  PRIMARY KEY (site, handle)
) STRICT, WITHOUT ROWID;
