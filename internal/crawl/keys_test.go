package crawl

import (
	"errors"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"
)

func TestKeys(t *testing.T) {
	keyring.MockInit()
	want := func(key, where string) {
		t.Helper()
		if k, w, err := Key("brave"); k != key || w != where || err != nil {
			t.Errorf("%q from %q, %v; want %q from %q", k, w, err, key, where)
		}
	}
	want("", "")
	if err := SetKey("brave", "one"); err != nil {
		t.Fatal(err)
	}
	want("one", "keyring")
	t.Setenv("FOOTPRINT_KEY_BRAVE", " two\n")
	want("two", "environment")
	t.Setenv("FOOTPRINT_KEY_BRAVE", "")
	for range 2 {
		if err := ForgetKey("brave"); err != nil {
			t.Fatal(err)
		}
		want("", "")
	}
	keyring.MockInitWithError(errors.New("no bus"))
	if _, _, err := Key("brave"); !errors.Is(err, ErrKeyring) {
		t.Errorf("%v", err)
	}
	if err := SetKey("brave", "secret-value"); !errors.Is(err, ErrKeyring) || strings.Contains(err.Error(), "secret-value") {
		t.Errorf("%v", err)
	}
}
