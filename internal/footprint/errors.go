package footprint

import (
	"errors"
	"fmt"
)

// Sentinel errors. Edges translate SQL, zip and network errors into these; audit.Explain turns them into
// a sentence with a next step.
var (
	// ErrNotFound: no item, task or rule with that id.
	ErrNotFound = errors.New("not found")
	// ErrAmbiguous: the first letters given are those of several ids.
	ErrAmbiguous = errors.New("the beginning of several")
	// ErrNotRecognised: the path holds no export that a platform knows.
	ErrNotRecognised = errors.New("not recognised")
	// ErrEncrypted: the archive is protected by a password.
	ErrEncrypted = errors.New("archive is encrypted")
	// ErrDamaged: the archive or file is truncated or corrupt.
	ErrDamaged = errors.New("damaged")
	// ErrDatabase: what is damaged is the database itself.
	ErrDatabase = fmt.Errorf("database %w", ErrDamaged)
	// ErrBackup: the file is no backup, or not a whole one.
	ErrBackup = errors.New("no whole backup")
	// ErrTooLarge: a limit on size, count, depth or ratio was reached.
	ErrTooLarge = errors.New("limit exceeded")
	// ErrBusy: another instance works on this database.
	ErrBusy = errors.New("in use by another instance")
	// ErrNewer: the database was written by a newer version.
	ErrNewer = errors.New("written by a newer version")
	// ErrNoConsent: the user has not yet confirmed that the audit is of oneself.
	ErrNoConsent = errors.New("consent not given")
	// ErrLocked: the database is encrypted and no passphrase was given.
	ErrLocked = errors.New("locked with a passphrase")
	// ErrPassphrase: the passphrase does not open the database. Nothing more can be said.
	ErrPassphrase = errors.New("that passphrase does not open it")
	// ErrOffline: an action needs the network and the user has not started it.
	ErrOffline = errors.New("network not allowed")
)
