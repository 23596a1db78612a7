package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"time"

	"footprint/internal/footprint"
)

// Audit is one analysis that ran to its end.
type Audit struct {
	ID      int64
	At      time.Time
	Rules   string // version of the rule set
	Profile int64  // version of the profile, 0 if there was none
	// Judgement is the one that the items were under; 0 in records of older programs.
	Judgement int64
	Items     int
	Sources   []AuditSource
	// Open and All count the rows of the checklist then.
	Open, All int
}

// AuditSource is an export that was stored when an audit ran.
type AuditSource struct {
	ID       int64         `json:"id"`
	Platform string        `json:"platform"`
	Account  string        `json:"account"`
	Taken    int64         `json:"taken"` // milliseconds since 1970
	Complete footprint.Tri `json:"complete"`
}

// StatusDismissed is the status in a record of a finding that the user called a false alarm.
const StatusDismissed footprint.Status = "dismissed"

// AddAudit records what the checklist says now and returns the record's number.
func (db *DB) AddAudit(ctx context.Context, a Audit) (id int64, err error) {
	sources, err := json.Marshal(a.Sources)
	if err != nil {
		return 0, fmt.Errorf("record audit: %w", err)
	}
	err = db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, "INSERT INTO audits (at, rules, profile, judgement, items, sources) SELECT ?, ?, ?, nullif(?, 0), count(*), ? FROM items",
			a.At.UnixMilli(), a.Rules, a.Profile, a.Judgement, string(sources))
		if err != nil {
			return err
		}
		if id, err = result.LastInsertId(); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `INSERT INTO audit_tasks (audit, fingerprint, item, rule, severity, status, digest)
			SELECT ?, f.fingerprint, f.item, f.rule, f.severity, CASE WHEN `+audible+` THEN `+statusNow+` ELSE ? END, i.digest`+checklist,
			id, a.At.UnixMilli(), string(StatusDismissed))
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("record audit: %w", err)
	}
	return id, nil
}

// Audits lists the records, newest first.
func (db *DB) Audits(ctx context.Context) ([]Audit, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT id, at, rules, profile, coalesce(judgement, 0), items, sources,
		(SELECT count(*) FROM audit_tasks t WHERE t.audit = a.id AND status = 'open'), (SELECT count(*) FROM audit_tasks t WHERE t.audit = a.id)
		FROM audits a ORDER BY id DESC`)
	if err != nil {
		return nil, fmt.Errorf("list audits: %w", translate(err))
	}
	defer rows.Close()
	var all []Audit
	for rows.Next() {
		var a Audit
		var at sql.NullInt64
		var sources []byte
		if err := rows.Scan(&a.ID, &at, &a.Rules, &a.Profile, &a.Judgement, &a.Items, &sources, &a.Open, &a.All); err != nil {
			return nil, translate(err)
		}
		if err := json.Unmarshal(sources, &a.Sources); err != nil {
			return nil, fmt.Errorf("decode audit %d: %w", a.ID, err)
		}
		a.At = fromMillis(at)
		all = append(all, a)
	}
	return all, translate(rows.Err())
}

// Change of one row of the checklist between two audits. A status is empty where the audit lacks the row.
type Difference struct {
	Fingerprint, Item, Rule string
	WasStatus, Status       footprint.Status
	WasSeverity, Severity   footprint.Severity
	WasDigest, Digest       int64     // of the item's content; 0: not known
	Created                 time.Time // of the task
	Note                    string    // of the task now
	ItemThere, ItemWasThere bool      // the item is stored now; an export of the first audit holds it
	GoneTaken               time.Time // when the export was made that no longer holds the item; zero: none
	Platform                string
}

const differences = `SELECT coalesce(y.fingerprint, x.fingerprint), coalesce(y.item, x.item), coalesce(y.rule, x.rule),
	coalesce(x.status, ''), coalesce(y.status, ''), coalesce(x.severity, 0), coalesce(y.severity, 0), coalesce(x.digest, 0), coalesce(y.digest, 0),
	t.created, coalesce(t.note, ''), i.n IS NOT NULL, coalesce(i.platform, ''), g.taken,
	EXISTS (SELECT 1 FROM item_sources s JOIN json_each((SELECT sources FROM audits WHERE id = ?1)) e ON s.source = e.value ->> 'id' WHERE s.item = i.n)
	FROM (SELECT * FROM audit_tasks WHERE audit = ?1) x FULL JOIN (SELECT * FROM audit_tasks WHERE audit = ?2) y ON y.fingerprint = x.fingerprint
	LEFT JOIN tasks t ON t.fingerprint = coalesce(y.fingerprint, x.fingerprint)
	LEFT JOIN items i ON i.id = coalesce(y.item, x.item) LEFT JOIN gone g ON g.item = coalesce(y.item, x.item)
	ORDER BY max(coalesce(y.severity, 0), coalesce(x.severity, 0)) DESC, 1`

// Differences yields every row of the checklist of two audits side by side, worst first.
func (db *DB) Differences(ctx context.Context, from, to int64) iter.Seq2[Difference, error] {
	return func(yield func(Difference, error) bool) {
		rows, err := db.read.QueryContext(ctx, differences, from, to)
		if err != nil {
			yield(Difference{}, fmt.Errorf("compare audits: %w", translate(err)))
			return
		}
		defer rows.Close()
		for rows.Next() {
			var d Difference
			var created, gone sql.NullInt64
			err := rows.Scan(&d.Fingerprint, &d.Item, &d.Rule, (*string)(&d.WasStatus), (*string)(&d.Status), &d.WasSeverity, &d.Severity,
				&d.WasDigest, &d.Digest, &created, &d.Note, &d.ItemThere, &d.Platform, &gone, &d.ItemWasThere)
			d.Created, d.GoneTaken = fromMillis(created), fromMillis(gone)
			if !yield(d, translate(err)) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(Difference{}, fmt.Errorf("compare audits: %w", translate(err)))
		}
	}
}
