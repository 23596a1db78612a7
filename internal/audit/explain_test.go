package audit

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"footprint/internal/footprint"
)

func TestExplainKnowsEverySentinel(t *testing.T) {
	unknown := Explain(errors.New("?"))
	for _, err := range []error{footprint.ErrNotFound, footprint.ErrNotRecognised, footprint.ErrEncrypted, footprint.ErrDamaged,
		footprint.ErrTooLarge, footprint.ErrBusy, footprint.ErrNewer, footprint.ErrNoConsent, footprint.ErrOffline, context.Canceled} {
		if got := Explain(fmt.Errorf("import: %w", err)); got == unknown {
			t.Errorf("%v is not explained", err)
		}
	}
}
