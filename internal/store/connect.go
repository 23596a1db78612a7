package store

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/store/vault"

	"github.com/mattn/go-sqlite3"
)

// connector opens connections for a pool, as long as the database is not locked.
type connector struct {
	db      *DB
	options string
}

// key is the key of an encrypted database that is not locked now, or nil.
func (db *DB) key() *vault.Vault {
	db.mu.Lock()
	defer db.mu.Unlock()
	return db.vault
}

// Driver is SQLite's.
func (c connector) Driver() driver.Driver { return &sqlite3.SQLiteDriver{} }

// Connect opens one connection.
func (c connector) Connect(ctx context.Context) (driver.Conn, error) {
	c.db.mu.Lock()
	v, locked := c.db.vault, c.db.locked
	c.db.mu.Unlock()
	if locked {
		return nil, footprint.ErrLocked
	}
	conn, err := c.Driver().Open(dsn(c.db.path, vfs(v)+"&"+c.options))
	if err != nil {
		return nil, err
	}
	if x, ok := conn.(driver.ExecerContext); ok {
		_, err = x.ExecContext(ctx, fmt.Sprint("PRAGMA wal_autocheckpoint = ", checkpointPages), nil)
	}
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}

// Protected reports whether the database is encrypted.
func (db *DB) Protected() bool {
	db.mu.Lock()
	defer db.mu.Unlock()
	return db.vault != nil || db.locked
}

// lockPause is how long Lock waits between two looks at what still runs.
const lockPause = 10 * time.Millisecond

// Lock closes an encrypted database and forgets its key, once what runs has let go of it; what is asked
// meanwhile, and after that, fails with footprint.ErrLocked until Unlock. The instance lock stays.
func (db *DB) Lock(ctx context.Context) error {
	db.mu.Lock()
	locked, protected := db.locked, db.vault != nil
	db.locked = locked || protected
	db.mu.Unlock()
	switch {
	case locked:
		return nil
	case !protected:
		return fmt.Errorf("lock %s: no passphrase protects it: %w", db.path, footprint.ErrNotFound)
	}
	db.keepIdle(0, 0)
	for db.read.Stats().OpenConnections+db.write.Stats().OpenConnections > 0 {
		select {
		case <-ctx.Done():
			db.mu.Lock()
			db.locked = false
			db.mu.Unlock()
			db.keepIdle(readers, writers)
			return ctx.Err()
		case <-time.After(lockPause):
		}
	}
	db.mu.Lock()
	defer db.mu.Unlock()
	v := db.vault
	db.vault = nil
	return closeVault(v)
}

// Unlock opens a database that Lock closed. Errors as for OpenLocked.
func (db *DB) Unlock(ctx context.Context, passphrase string) error {
	v, err := vault.Open(db.path, passphrase)
	if err != nil {
		return err
	}
	db.mu.Lock()
	if !db.locked || db.vault != nil { // never locked, or not yet
		db.mu.Unlock()
		return v.Close()
	}
	db.vault, db.locked = v, false
	db.mu.Unlock()
	db.keepIdle(readers, writers)
	return translate(db.read.PingContext(ctx))
}

// keepIdle says how many connections stay open while nobody uses them.
func (db *DB) keepIdle(read, write int) {
	db.read.SetMaxIdleConns(read)
	db.write.SetMaxIdleConns(write)
}
