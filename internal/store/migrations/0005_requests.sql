-- Letters and requests that the user sent, with the day on which to chase them.
CREATE TABLE requests (
  id        INTEGER PRIMARY KEY,
  item      TEXT NOT NULL,      -- items.id, '' for none; kept when the item goes
  url       TEXT NOT NULL,      -- of the page it is about
  letter    TEXT NOT NULL,      -- id in the table of letters
  recipient TEXT NOT NULL,
  sent      INTEGER NOT NULL,
  due       INTEGER NOT NULL,
  answered  INTEGER,            -- NULL: no answer yet
  outcome   TEXT NOT NULL DEFAULT '' -- removed, corrected, refused, none; '' while there is no answer
) STRICT;
CREATE INDEX requests_item ON requests (item);
