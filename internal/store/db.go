package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/store/vault"

	"github.com/mattn/go-sqlite3"
)

// DB is an open database.
type DB struct {
	path  string
	write *sql.DB // one connection
	read  *sql.DB
	lock  *os.File
	fts   bool // the full-text index is there and current

	mu     sync.Mutex
	vault  *vault.Vault // nil: not encrypted, or locked
	locked bool
}

// readers is the size of the read-only pool: a window shows a list while an analysis streams items.
const readers = 4

// checkpointPages is the size of the log, in pages of 4 KB, at which it is copied into the file. Many pages, as
// those of the index on ids, are written again by every batch; the longer the log, the fewer copies.
const checkpointPages = 8000

// writers is the pool that writes: SQLite has one writer at a time.
const writers = 1

// DefaultPath is the database in the system's folder for application data.
func DefaultPath() (string, error) {
	var dir string
	switch runtime.GOOS {
	case "windows":
		dir = os.Getenv("LocalAppData")
	case "darwin":
		if home, err := os.UserHomeDir(); err == nil {
			dir = filepath.Join(home, "Library", "Application Support")
		}
	default:
		if dir = os.Getenv("XDG_DATA_HOME"); !filepath.IsAbs(dir) { // the specification ignores relative paths
			home, err := os.UserHomeDir()
			if err != nil {
				return "", fmt.Errorf("find the data folder: %w", err)
			}
			dir = filepath.Join(home, ".local", "share")
		}
	}
	if dir == "" {
		return "", errors.New("find the data folder: no home folder is set")
	}
	return filepath.Join(dir, "footprint", "footprint.db"), nil
}

// Open opens or creates a database, takes the instance lock and brings the schema up to date.
func Open(ctx context.Context, path string) (*DB, error) { return OpenLocked(ctx, path, "") }

// OpenLocked is Open for a database that may be encrypted. A database that is not ignores the passphrase.
func OpenLocked(ctx context.Context, path, passphrase string) (*DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	lock, err := lockFile(path + ".lock")
	if err != nil {
		return nil, err
	}
	db := &DB{path: path, lock: lock}
	if err := db.open(ctx, passphrase); err != nil {
		return nil, errors.Join(translate(err), db.Close())
	}
	return db, nil
}

func (db *DB) open(ctx context.Context, passphrase string) (err error) {
	if err := finishReplacing(db.path); err != nil {
		return err
	}
	if db.vault, err = openVault(db.path, passphrase); err != nil {
		return err
	}
	if err := ownerOnly(db.path); err != nil {
		return err
	}
	db.write = sql.OpenDB(connector{db, "mode=rw&_txlock=immediate&_cache_size=-16000"})
	db.write.SetMaxOpenConns(writers)
	if err := db.migrate(ctx); err != nil {
		return err
	}
	if err := db.openIndex(ctx); err != nil {
		return err
	}
	db.read = sql.OpenDB(connector{db, "mode=ro&_query_only=on&_cache_size=-4000"})
	db.read.SetMaxOpenConns(readers)
	db.read.SetMaxIdleConns(readers)
	return nil
}

// ownerOnly creates the file if need be, readable by its owner only. SQLite gives its side files the
// permissions of the main one.
func ownerOnly(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	defer f.Close()
	if runtime.GOOS == "windows" { // access follows the user's profile folder
		return nil
	}
	return f.Chmod(0o600)
}

func dsn(path, more string) string {
	return dsnPlain(path, "_journal_mode=WAL&_synchronous=NORMAL&_foreign_keys=on&_busy_timeout=5000&_secure_delete=on&"+more)
}

// dsnPlain names a database that keeps the journal mode it has.
func dsnPlain(path, options string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	u := url.URL{Scheme: "file", Path: filepath.ToSlash(path)}
	if runtime.GOOS == "windows" {
		u.Path = "/" + u.Path
	}
	return u.String() + "?" + options
}

// Close closes the database and gives the lock back.
func (db *DB) Close() error {
	var errs []error
	if db.read != nil {
		errs = append(errs, db.read.Close())
	}
	if db.write != nil {
		errs = append(errs, db.write.Close())
	}
	errs = append(errs, closeVault(db.key()))
	if db.lock != nil { // last: nobody may enter before the file is closed
		errs = append(errs, db.lock.Close())
	}
	return errors.Join(errs...)
}

// Path is the absolute path of the file.
func (db *DB) Path() string { return db.path }

// update runs one writing transaction. The context cancels between statements, never inside one: the driver
// starts a goroutine per statement for a context that can end, which costs more than the statement.
func (db *DB) update(ctx context.Context, work func(context.Context, *sql.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	inner := context.WithoutCancel(ctx)
	tx, err := db.write.BeginTx(inner, nil)
	if err != nil {
		return translate(err)
	}
	if err := work(inner, tx); err != nil {
		return errors.Join(translate(err), ignoreDone(tx.Rollback()))
	}
	return translate(tx.Commit())
}

func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

// translate turns errors of the driver into those of the domain.
func translate(err error) error {
	var se sqlite3.Error
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sql.ErrNoRows):
		return footprint.ErrNotFound
	case !errors.As(err, &se):
		return err
	}
	switch se.Code {
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return fmt.Errorf("%w: %w", footprint.ErrBusy, err)
	case sqlite3.ErrCorrupt, sqlite3.ErrNotADB:
		return fmt.Errorf("%w: %w", footprint.ErrDatabase, err)
	case sqlite3.ErrFull:
		return fmt.Errorf("%w: %w", syscall.ENOSPC, err)
	case sqlite3.ErrReadonly, sqlite3.ErrPerm:
		return fmt.Errorf("%w: %w", fs.ErrPermission, err)
	}
	return err
}

// millis is a time as stored; the zero time is NULL.
func millis(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UnixMilli()
}

// fromMillis is the time of a stored value.
func fromMillis(ms sql.NullInt64) time.Time {
	if !ms.Valid {
		return time.Time{}
	}
	return time.UnixMilli(ms.Int64).UTC()
}

// Check reads the whole file and returns footprint.ErrDamaged with what is wrong with it.
func (db *DB) Check(ctx context.Context) error { return check(ctx, db.read) }

func check(ctx context.Context, db *sql.DB) error {
	var verdict string
	if err := db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&verdict); err != nil {
		return fmt.Errorf("check database: %w", translate(err))
	}
	if verdict != "ok" {
		return fmt.Errorf("check database: %w: %s", footprint.ErrDamaged, verdict)
	}
	return nil
}
