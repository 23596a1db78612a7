-- The place of a finding in the checklist: severity, confidence, who sees the item, and its time, in one number. A list
-- in this order needs no sorting, so that the first rows of a hundred thousand come at once.
ALTER TABLE findings ADD COLUMN weight INTEGER NOT NULL DEFAULT 0;
UPDATE findings SET weight = (severity * 4 + confidence) * 8 * 68719476736 + coalesce((
  SELECT CASE i.visibility WHEN 'public' THEN 4 WHEN '' THEN 3 WHEN 'friends' THEN 2 WHEN 'closed_group' THEN 1 ELSE 0 END * 68719476736
    + max(0, min(68719476735, coalesce(i.created / 1000 + 34359738368, 0)))
  FROM items i WHERE i.id = findings.item), 0);
CREATE INDEX findings_weight ON findings (weight DESC, fingerprint);
