-- What each judgement rested on, so that a change of one rule judges only what it may touch. '' before this schema.
ALTER TABLE judgements ADD COLUMN basis TEXT NOT NULL DEFAULT '';
-- By which judgement the checklist of an audit was made; NULL before this schema.
ALTER TABLE audits ADD COLUMN judgement INTEGER REFERENCES judgements (id);
