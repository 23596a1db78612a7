// Package protect keeps the database under a passphrase: it sets, changes and removes one, has the system's
// keyring remember it if the user wants, and locks what lies idle.
//
// It refuses to keep a passphrase anywhere else, and to say more of a wrong one than that it is wrong.
package protect

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"unicode/utf8"

	"footprint/internal/audit/pictures"
	"footprint/internal/store"

	"github.com/zalando/go-keyring"
)

// Warning is what the user reads before a passphrase is set.
const Warning = `The passphrase encrypts everything Footprint keeps. Nobody can help if it is forgotten: the data is gone, and so
is every backup made with it. Write it down and keep the paper where you keep your passport.
Backups made before stay readable by anybody who holds them; remove them yourself.`

// shortest is the least number of letters of a passphrase.
const shortest = 10

// ErrShort: a passphrase that is quickly guessed.
var ErrShort = fmt.Errorf("a passphrase wants %d letters or more; four words that have nothing to do with each other are good", shortest)

// Locked reports whether the database at path (empty: the default place) is encrypted.
func Locked(path string) (bool, error) {
	path, err := place(path)
	if err != nil {
		return false, err
	}
	return store.Locked(path)
}

// Set encrypts the database, which nobody may have open, and those that a restore set aside, and removes the thumbnails
// beside it; from then on none are kept. The user has read Warning.
func Set(ctx context.Context, path, passphrase string) error {
	path, err := place(path)
	if err != nil {
		return err
	}
	if utf8.RuneCountInString(passphrase) < shortest {
		return ErrShort
	}
	err = store.Lock(ctx, path, passphrase)
	if locked, lockedErr := store.Locked(path); lockedErr == nil && locked { // even if one that was set aside is not
		err = errors.Join(err, pictures.DropThumbnails(path)) // pictures in the clear
	}
	return err
}

// Change gives the database, which nobody may have open, another passphrase. Backups keep the one of their time.
func Change(path, present, next string) error {
	path, err := place(path)
	if err != nil {
		return err
	}
	if utf8.RuneCountInString(next) < shortest {
		return ErrShort
	}
	return errors.Join(store.ChangePassphrase(path, present, next), Forget(path))
}

// Remove writes the database, which nobody may have open, in the clear again.
func Remove(ctx context.Context, path, passphrase string) error {
	path, err := place(path)
	if err != nil {
		return err
	}
	return errors.Join(store.Unlock(ctx, path, passphrase), Forget(path))
}

// service names Footprint to the keyring; the account is the path of the database.
const service = "footprint-passphrase"

// Remember has the system's keyring keep the passphrase: whoever can use this login can then open the database.
func Remember(path, passphrase string) error {
	path, err := place(path)
	if err != nil {
		return err
	}
	return keyring.Set(service, path, passphrase)
}

// Remembered is the passphrase in the keyring; empty without one, or without a keyring.
func Remembered(path string) string {
	path, err := place(path)
	if err != nil {
		return ""
	}
	passphrase, err := keyring.Get(service, path)
	if err != nil {
		return ""
	}
	return passphrase
}

// Forget takes the passphrase out of the keyring. Where there is no keyring there is nothing to forget.
func Forget(path string) error {
	path, err := place(path)
	if err != nil {
		return err
	}
	if err := keyring.Delete(service, path); err != nil && Remembered(path) != "" {
		return err
	}
	return nil
}

func place(path string) (string, error) {
	if path == "" {
		return store.DefaultPath()
	}
	return filepath.Abs(path)
}
