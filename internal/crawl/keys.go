package crawl

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/zalando/go-keyring"
)

// keyService is the name under which the system's keyring files the user's keys.
const keyService = "footprint"

// ErrKeyring: the system has no keyring, or it is locked.
var ErrKeyring = errors.New("the system's keyring cannot be used")

// keyVariable is the environment variable that holds a service's key where there is no keyring.
func keyVariable(name string) string { return "FOOTPRINT_KEY_" + strings.ToUpper(name) }

// Key returns the user's key for a service and where it was found, "environment" or "keyring"; both are empty
// when there is none. The environment comes first.
func Key(name string) (key, where string, err error) {
	if key := strings.TrimSpace(os.Getenv(keyVariable(name))); key != "" {
		return key, "environment", nil
	}
	key, err = keyring.Get(keyService, name)
	switch {
	case errors.Is(err, keyring.ErrNotFound):
		return "", "", nil
	case err != nil:
		return "", "", fmt.Errorf("read key of %s: %w", name, ErrKeyring) // the cause may name what is in the keyring
	}
	return key, "keyring", nil
}

// SetKey stores the user's key for a service in the system's keyring.
func SetKey(name, key string) error {
	if err := keyring.Set(keyService, name, key); err != nil {
		return fmt.Errorf("store key of %s: %w (use the environment variable %s instead)", name, ErrKeyring, keyVariable(name))
	}
	return nil
}

// ForgetKey removes a key from the system's keyring. One that is not there is forgotten already.
func ForgetKey(name string) error {
	if err := keyring.Delete(keyService, name); err != nil && !errors.Is(err, keyring.ErrNotFound) {
		return fmt.Errorf("remove key of %s: %w", name, ErrKeyring)
	}
	return nil
}
