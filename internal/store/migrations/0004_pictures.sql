-- What is known of the content of a picture or video file, however many items show it.
CREATE TABLE pictures (
  content TEXT NOT NULL PRIMARY KEY, -- digest of the file; names its thumbnail
  hash    INTEGER,                   -- perceptual; NULL: pixels were not decoded
  first   REAL NOT NULL,             -- weak signs of something to look at, 0..1: the order of the second pass and of the review
  facts   TEXT NOT NULL,             -- JSON: format, size, hints, named faces
  seen    INTEGER,                   -- when text was read and faces were looked for; NULL: not yet
  sight   TEXT NOT NULL DEFAULT '{}', -- JSON: boxes of faces and words
  text    TEXT NOT NULL DEFAULT ''   -- recognised words
) STRICT, WITHOUT ROWID;
CREATE INDEX pictures_unseen ON pictures (first) WHERE seen IS NULL;

-- Where a picture lies, and to which item it belongs.
CREATE TABLE shots (
  source  INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  path    TEXT NOT NULL,   -- inside the export
  item    TEXT NOT NULL,   -- items.id
  content TEXT NOT NULL,   -- pictures.content
  lat     REAL,            -- where and when it was taken
  lon     REAL,
  taken   INTEGER,
  PRIMARY KEY (source, path, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX shots_content ON shots (content);
CREATE INDEX shots_item ON shots (item);

-- The user's answers about a picture. They outlive it and hold for every copy that comes later.
CREATE TABLE picture_answers (
  content TEXT NOT NULL PRIMARY KEY,
  hash    INTEGER,
  answer  TEXT NOT NULL,   -- keep, remove, not me, others; '' for none
  labels  TEXT NOT NULL,   -- JSON list: what the user says is seen in it
  at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
