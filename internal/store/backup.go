package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/store/vault"

	"github.com/mattn/go-sqlite3"
)

// backupStep is the number of pages copied before a backup looks whether it was cancelled.
const backupStep = 1000

// unfinished is the end of the name of a backup that is being written.
const unfinished = ".part"

// Contents counts what a database holds, to tell whether a copy is whole.
type Contents struct {
	Schema    int `json:"schema"`
	Items     int `json:"items"`
	Findings  int `json:"findings"`
	Tasks     int `json:"tasks"`
	Decisions int `json:"decisions"`
	Sources   int `json:"sources"`
}

// Contents counts what the database holds.
func (db *DB) Contents(ctx context.Context) (Contents, error) { return contents(ctx, db.read) }

func contents(ctx context.Context, q *sql.DB) (c Contents, err error) {
	err = q.QueryRowContext(ctx, `SELECT (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM items), (SELECT count(*) FROM findings),
		(SELECT count(*) FROM tasks), (SELECT count(*) FROM task_history), (SELECT count(*) FROM sources)`).
		Scan(&c.Schema, &c.Items, &c.Findings, &c.Tasks, &c.Decisions, &c.Sources)
	if err != nil {
		return c, fmt.Errorf("count what the database holds: %w", translate(err))
	}
	return c, nil
}

// Backup copies the database to a new file, which must not exist, and verifies the copy. The copy of a locked
// database opens with the same passphrase. Others may go on reading and writing meanwhile.
func (db *DB) Backup(ctx context.Context, path string) (Contents, error) {
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return Contents{}, fmt.Errorf("back up to %s: %w", path, errors.Join(fs.ErrExist, err))
	}
	part := path + unfinished // a file under the name itself is a whole one
	if err := errors.Join(removeAll(part), begin(part, db.key())); err != nil {
		return Contents{}, fmt.Errorf("back up: %w", err)
	}
	c, err := db.backup(ctx, part)
	if err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
		return c, errors.Join(fmt.Errorf("back up to %s: %w", path, translate(err)), removeAll(part))
	}
	return c, nil
}

func (db *DB) backup(ctx context.Context, path string) (Contents, error) {
	want, err := db.Contents(ctx)
	if err != nil {
		return want, err
	}
	if err := copyDatabase(ctx, db.read, path, db.key()); err != nil {
		return want, err
	}
	got, err := verify(ctx, path, db.key())
	if err == nil && (got.Tasks < want.Tasks || got.Decisions < want.Decisions || got.Items < want.Items) {
		err = fmt.Errorf("the copy holds %+v, the database %+v: %w", got, want, footprint.ErrDamaged)
	}
	return got, err
}

// copyDatabase copies pages with SQLite's online backup, in one journal mode that needs no side files.
func copyDatabase(ctx context.Context, from *sql.DB, path string, v *vault.Vault) error {
	to, err := sql.Open("sqlite3", dsnPlain(path, vfs(v)+"&mode=rw"))
	if err != nil {
		return err
	}
	defer to.Close()
	to.SetMaxOpenConns(1)
	err = onConn(ctx, to, func(dst *sqlite3.SQLiteConn) error {
		return onConn(ctx, from, func(src *sqlite3.SQLiteConn) error {
			b, err := dst.Backup("main", src, "main")
			if err != nil {
				return err
			}
			for done := false; err == nil && !done; {
				if err = ctx.Err(); err == nil {
					done, err = b.Step(backupStep)
				}
			}
			return errors.Join(err, b.Finish())
		})
	})
	if err != nil {
		return err
	}
	_, err = to.ExecContext(ctx, "PRAGMA journal_mode = DELETE") // the copy is one file
	return err
}

func onConn(ctx context.Context, db *sql.DB, work func(*sqlite3.SQLiteConn) error) error {
	c, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	return c.Raw(func(driver any) error {
		conn, ok := driver.(*sqlite3.SQLiteConn)
		if !ok {
			return errors.New("not a connection of SQLite")
		}
		return work(conn)
	})
}

// Verify reads a database file as a whole without changing it: footprint.ErrDamaged, footprint.ErrNewer, or
// footprint.ErrNotRecognised for a file that is none of Footprint's. A locked one needs its passphrase.
func Verify(ctx context.Context, path, passphrase string) (c Contents, err error) {
	v, err := openVault(path, passphrase)
	if err != nil {
		return Contents{}, fmt.Errorf("verify %s: %w", path, err)
	}
	defer func() { err = errors.Join(err, closeVault(v)) }()
	return verify(ctx, path, v)
}

func verify(ctx context.Context, path string, v *vault.Vault) (Contents, error) {
	if _, err := os.Stat(path); err != nil {
		return Contents{}, err
	}
	db, err := sql.Open("sqlite3", readOnly(path, v))
	if err != nil {
		return Contents{}, err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	var version, tables int
	err = db.QueryRowContext(ctx, `SELECT user_version, (SELECT count(*) FROM sqlite_schema WHERE name IN ('items', 'tasks', 'task_history', 'judgements'))
		FROM pragma_user_version`).Scan(&version, &tables)
	known, listErr := SchemaVersion()
	switch {
	case err != nil || listErr != nil:
		return Contents{}, fmt.Errorf("verify %s: %w", path, errors.Join(translate(err), listErr))
	case tables != 4:
		return Contents{}, fmt.Errorf("verify %s: not a database of Footprint: %w", path, footprint.ErrNotRecognised)
	case version > known:
		return Contents{}, fmt.Errorf("verify %s: schema %d, this program knows %d: %w", path, version, known, footprint.ErrNewer)
	}
	if err := check(ctx, db); err != nil {
		return Contents{}, fmt.Errorf("verify %s: %w", path, err)
	}
	return contents(ctx, db)
}

// readOnly names a database that is only read. SQLite would leave side files beside one in WAL mode that nobody
// has open, unless it is told that nothing changes.
func readOnly(path string, v *vault.Vault) string {
	if _, err := os.Stat(path + "-wal"); errors.Is(err, fs.ErrNotExist) {
		return dsnPlain(path, vfs(v)+"&mode=ro&immutable=1")
	}
	return dsnPlain(path, vfs(v)+"&mode=ro")
}

// Restore puts a backup in the place of the database at path, which nobody may have open. The database that
// was there is kept beside it; its name is returned, empty when there was none. A locked backup stays locked.
func Restore(ctx context.Context, backup, path, passphrase string, now time.Time) (kept string, c Contents, err error) {
	v, err := openVault(backup, passphrase)
	if err != nil {
		return "", c, fmt.Errorf("restore %s: %w", backup, err)
	}
	defer func() { err = errors.Join(err, closeVault(v)) }()
	if c, err = verify(ctx, backup, v); errors.Is(err, footprint.ErrDamaged) || errors.Is(err, footprint.ErrNotRecognised) {
		return "", c, fmt.Errorf("%w: %w", footprint.ErrBackup, err)
	} else if err != nil {
		return "", c, err
	}
	if path, err = filepath.Abs(path); err != nil {
		return "", c, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", c, err
	}
	lock, err := lockFile(path + ".lock")
	if err != nil {
		return "", c, err
	}
	defer func() { err = errors.Join(err, lock.Close()) }()
	fresh := path + fresh
	defer func() { err = errors.Join(err, removeAll(fresh)) }()
	if err := copyVerified(ctx, backup, v, fresh, v, c); err != nil {
		return "", c, fmt.Errorf("restore %s: %w", backup, translate(err))
	}
	if kept, err = setAside(path, now); err != nil {
		return "", c, fmt.Errorf("keep the old database: %w", err)
	}
	if err := os.Rename(fresh, path); err != nil {
		if kept != "" {
			err = errors.Join(err, os.Rename(kept, path))
		}
		return "", c, err
	}
	return kept, c, nil
}

// fresh is the end of the name of a database that is being written.
const fresh = ".restoring"

// copyVerified copies a database that nobody has open to a new file, in place of what an interruption left there,
// and reads the copy to see that it holds what it should.
func copyVerified(ctx context.Context, from string, v *vault.Vault, to string, w *vault.Vault, want Contents) error {
	if err := errors.Join(removeAll(to), begin(to, w)); err != nil {
		return err
	}
	source, err := sql.Open("sqlite3", readOnly(from, v))
	if err != nil {
		return err
	}
	if err := errors.Join(copyDatabase(ctx, source, to, w), source.Close()); err != nil {
		return err
	}
	got, err := verify(ctx, to, w)
	if err == nil && got != want {
		err = fmt.Errorf("the copy holds %+v, the original %+v: %w", got, want, footprint.ErrDamaged)
	}
	return err
}

// before stands in the name of a database that Restore set aside, between that of its place and the time.
const before = ".before-"

// setAsideFiles lists what Restore set aside at path, side files included.
func setAsideFiles(path string) (files []string, err error) {
	entries, err := os.ReadDir(filepath.Dir(path))
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), filepath.Base(path)+before) {
			files = append(files, filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
	return files, err
}

// SetAside lists the databases that Restore kept when it put a backup in the place of the one at path, the oldest first.
func SetAside(path string) (databases []string, err error) {
	files, err := setAsideFiles(path)
	for _, file := range files {
		if !slices.Contains([]string{".lock", replaced, fresh}, filepath.Ext(file)) && !strings.HasSuffix(file, "-wal") && !strings.HasSuffix(file, "-shm") {
			databases = append(databases, file)
		}
	}
	return databases, err
}

// setAside renames a database with its side files, which belong to it by name.
func setAside(path string, now time.Time) (string, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	kept := path + before + now.UTC().Format("20060102-150405")
	for n := 2; ; n++ {
		if _, err := os.Lstat(kept); errors.Is(err, fs.ErrNotExist) {
			break
		}
		kept = fmt.Sprintf("%s%s%s-%d", path, before, now.UTC().Format("20060102-150405"), n)
	}
	for _, side := range []string{"-wal", "-shm", ""} { // the file itself last: until then nothing is lost
		if err := os.Rename(path+side, kept+side); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return kept, nil
}

func removeAll(paths ...string) error {
	var errs []error
	for _, path := range paths {
		errs = append(errs, os.RemoveAll(path))
	}
	return errors.Join(errs...)
}
