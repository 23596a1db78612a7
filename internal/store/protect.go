package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"footprint/internal/footprint"
	"footprint/internal/store/vault"
)

// replaced is the end of the name of a database that a locked or unlocked copy takes the place of.
const replaced = ".replaced"

// Locked reports whether a database is encrypted. One that does not exist is not.
func Locked(path string) (bool, error) { return vault.Locked(path) }

// openVault opens the key of a locked database; nil for one that is not locked.
func openVault(path, passphrase string) (*vault.Vault, error) {
	if locked, err := vault.Locked(path); err != nil || !locked {
		return nil, err
	}
	return vault.Open(path, passphrase)
}

func closeVault(v *vault.Vault) error {
	if v == nil {
		return nil
	}
	return v.Close()
}

// vfs is the option of a database's name that chooses how its file is read and written.
func vfs(v *vault.Vault) string {
	if v == nil {
		return ""
	}
	return "vfs=" + v.VFS()
}

// begin makes a new, empty database file, which must not exist.
func begin(path string, v *vault.Vault) error {
	if v != nil {
		return v.Copy(path)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// Lock encrypts a database that nobody has open, and those that Restore set aside at its place. The files in the clear
// are overwritten and removed; backups stay as they are. An error may name one that was set aside and could not be
// encrypted, when the database itself is.
func Lock(ctx context.Context, path, passphrase string) error {
	if err := lockOne(ctx, path, passphrase); err != nil {
		return err
	}
	aside, err := SetAside(path)
	for _, old := range aside {
		locked, lockedErr := Locked(old)
		if lockedErr == nil && !locked {
			lockedErr = errors.Join(lockOne(ctx, old, passphrase), removeAll(old+".lock"))
		}
		if lockedErr != nil {
			err = errors.Join(err, fmt.Errorf("%s, which a restore kept, is not encrypted: remove it if it is not needed: %w", filepath.Base(old), lockedErr))
		}
	}
	return err
}

func lockOne(ctx context.Context, path, passphrase string) error {
	return rewrite(ctx, path, "", func(fresh string) (*vault.Vault, error) { return vault.Create(fresh, passphrase) })
}

// Unlock writes a locked database in the clear again.
func Unlock(ctx context.Context, path, passphrase string) error {
	return rewrite(ctx, path, passphrase, func(string) (*vault.Vault, error) { return nil, nil })
}

// ChangePassphrase makes a locked database open with another passphrase. Backups made before keep the old one.
func ChangePassphrase(path, present, next string) (err error) {
	lock, err := lockFile(path + ".lock")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Close()) }()
	return vault.ChangePassphrase(path, present, next)
}

// rewrite puts a verified copy of a database in its place. Whenever the process dies, one of both is there whole
// under the name, or becomes so when it is next opened.
func rewrite(ctx context.Context, path, passphrase string, create func(fresh string) (*vault.Vault, error)) (err error) {
	if path, err = filepath.Abs(path); err != nil {
		return err
	}
	lock, err := lockFile(path + ".lock")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lock.Close()) }()
	if err := finishReplacing(path); err != nil {
		return err
	}
	from, err := openVault(path, passphrase)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeVault(from)) }()
	want, err := verify(ctx, path, from)
	if err != nil {
		return err
	}
	fresh := path + fresh
	if err := removeAll(fresh); err != nil {
		return err
	}
	to, err := create(fresh)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeVault(to), removeAll(fresh)) }()
	if from == nil && to == nil {
		return fmt.Errorf("%s: no passphrase protects it: %w", path, footprint.ErrNotFound)
	}
	if err := copyVerified(ctx, path, from, fresh, to, want); err != nil {
		return translate(err)
	}
	for _, side := range []string{"", "-wal", "-shm"} {
		if err := os.Rename(path+side, path+replaced+side); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := os.Rename(fresh, path); err != nil {
		return err
	}
	return finishReplacing(path)
}

// finishReplacing ends a rewrite that was interrupted: the old file comes back if the new one was not yet in
// its place, and goes for good if it was.
func finishReplacing(path string) error {
	_, err := os.Lstat(path + replaced)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	_, missing := os.Lstat(path)
	for _, side := range []string{"-wal", "-shm", ""} { // the file itself last: until then there is something to finish
		if errors.Is(missing, fs.ErrNotExist) {
			err = os.Rename(path+replaced+side, path+side)
		} else {
			err = shred(path + replaced + side)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
